"""Told: what one document says of each name, cut down to what telling who is who needs.

It is a fraction of the document's claims, is kept beside its reading, and is all that a later build takes from it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.resolve.key import family_of, key_of, key_of_name
from kg.resolve.name import plain
from kg.vocabulary import countries, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim

__all__ = ["COMPARED", "Facts", "Told", "mark_of", "named_in_qualifiers", "tell", "tell_all"]

COMPARED = ("work", "person", "company")
_NAMED_QUALIFIERS = ("work", "of", "territory")
_NOTHING: Mapping[str, str] = {}
_MAKERS = frozenset({"directed"})
_PLACES = frozenset({"countryOfOrigin", "companyCountry", "nationality"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What one document says of one name; `works` are keys, so that a person's and a company's context can be found."""

    years: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    directors: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Heard:
    """Facts while a document is read."""

    years: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    works: set[str] = field(default_factory=set)
    directors: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    identifiers: set[str] = field(default_factory=set)

    def facts(self) -> Facts:
        """Give what was told, for good: most of it is empty, and takes no room then."""
        return Facts(
            frozenset(self.years), frozenset(self.countries), frozenset(self.roles), frozenset(self.works),
            frozenset(self.directors), frozenset(self.people), frozenset(self.companies), frozenset(self.aliases),
            frozenset(self.identifiers),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells: its names, what else it calls them, and the facts of each key.

    `mentions` are what its claims are about, `named` what only qualifiers of claims name: class, name, how often.
    `aliases` are keys with another name; `facts` are only of the families that are compared (works, people, companies).
    `marks` are numbers that stand for all that is told of each key.
    """

    document: str
    mentions: tuple[tuple[str, str, int], ...]
    named: tuple[tuple[str, str, int], ...]
    aliases: tuple[tuple[str, str], ...]
    facts: Mapping[str, Facts]
    marks: Mapping[str, int]

    def to_json(self) -> str:
        """Give all but the document's id as one line."""
        facts = {key: _row(each) for key, each in sorted(self.facts.items())}
        row = [self.mentions, self.named, self.aliases, facts, self.marks]
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, document: str, line: str) -> Told:
        """Read what `to_json` gave; raises ValueError or TypeError for a line that is none."""
        mentions, named, aliases, facts, marks = json.loads(line)
        return cls(
            document,
            tuple((kind, name, count) for kind, name, count in mentions),
            tuple((kind, name, count) for kind, name, count in named),
            tuple((key, alias) for key, alias in aliases),
            {key: Facts(**{name: frozenset(value) for name, value in row.items()}) for key, row in facts.items()},
            marks,
        )


_FIELDS = tuple(each.name for each in fields(Facts))


def _row(facts: Facts) -> dict[str, list[str | int]]:
    return {name: sorted(value) for name in _FIELDS if (value := getattr(facts, name))}


def mark_of(*told: object) -> int:
    """Give a number of 64 bits that stands for something told."""
    return int.from_bytes(hashlib.blake2b(repr(told).encode(), digest_size=8).digest(), "little")


def _marks(document: str, mentions: Mapping[tuple[str, str], int], facts: Mapping[str, Facts]) -> dict[str, int]:
    named: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for (kind, name), count in sorted(mentions.items()):
        named[key_of_name(kind, name)].append((kind, name, count))
    return {
        key: mark_of(document, key, named.get(key), sorted(_row(facts[key]).items()) if key in facts else None)
        for key in sorted({*named, *facts})
    }


def tell(document: str, claims: Iterable[Claim], published: str | None = None) -> Told:
    """Give what the claims of one document tell; `published` dates what is said without a date of its own."""
    told = list(claims)
    mentions = Counter((end.type, end.name) for claim in told for end in _mentions(claim))
    named = Counter((mention.type, mention.name) for claim in told for _, mention in named_in_qualifiers(claim))
    aliases = {
        (key_of(claim.subject), claim.object.value)
        for claim in told
        if claim.predicate == "alsoKnownAs" and isinstance(claim.object, Value)
    }
    facts = _facts(told, published)
    return Told(
        document,
        tuple((kind, name, count) for (kind, name), count in sorted(mentions.items())),
        tuple((kind, name, count) for (kind, name), count in sorted(named.items())),
        tuple(sorted(aliases)),
        facts,
        _marks(document, mentions, facts),
    )


def tell_all(claims: Iterable[Claim], published: Mapping[str, str] = _NOTHING) -> list[Told]:
    """Give what claims of many documents tell, document by document; `published` gives dates of documents by id."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    return [tell(document, told, published.get(document)) for document, told in by_document.items()]


def _mentions(claim: Claim) -> Iterator[Mention]:
    for end in (claim.subject, claim.object):
        if isinstance(end, Mention) and family_of(end.type):
            yield end


def named_in_qualifiers(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """Give what a claim's qualifiers name, each with its qualifier: works, people, territories."""
    kinds = vocabulary().qualifiers
    for key in _NAMED_QUALIFIERS:
        if key in claim.qualifiers:
            name = str(claim.qualifiers[key])
            is_country = kinds[key] == "Place" and countries().code(name) is not None
            yield key, Mention("Country" if is_country else kinds[key], name)


def _facts(told: list[Claim], published: str | None) -> dict[str, Facts]:
    """Put together what one document says of its works, people and companies."""
    here: dict[str, _Heard] = defaultdict(_Heard)
    table = vocabulary()

    def of(mention: Mention) -> _Heard:
        return here[key_of(mention)]

    for claim in told:
        subject, target = claim.subject, claim.object
        family = family_of(subject.type)
        if family not in COMPARED:
            continue
        facts = of(subject)
        facts.years |= _years(claim, published)
        if isinstance(target, Value):
            if claim.predicate == "alsoKnownAs":
                facts.aliases.add(target.value)
            elif claim.predicate == "identifier":
                facts.identifiers.add(target.value)
            continue
        other = family_of(target.type)
        if claim.predicate in _PLACES:
            facts.countries.add(target.name)
        elif other == "work" and family in ("person", "company"):
            work = of(target)
            work.years |= _years(claim, published)
            facts.roles.add(claim.predicate)
            facts.works.add(key_of(target))
            name = plain(subject.name)
            if family == "company":
                work.companies.add(name)
            elif claim.predicate in _MAKERS:
                work.directors.add(name)
            else:
                work.people.add(name)
        elif family == "work" and other == "person" and table.predicates[claim.predicate].name == "features":
            of(target).works.add(key_of(subject))
            of(target).roles.add("features")
            facts.people.add(plain(target.name))
        elif other in COMPARED:
            of(target).years |= _years(claim, published)
    for key, facts in here.items():
        if not key.startswith("work|"):
            for each in facts.works:
                _share(facts, here[each])
    return {key: facts.facts() for key, facts in here.items()}


def _share(facts: _Heard, work: _Heard) -> None:
    """Somebody's context is that of the works: countries, years, colleagues."""
    facts.years |= work.years
    facts.countries |= work.countries
    facts.people |= work.people
    facts.people |= work.directors
    facts.companies |= work.companies


def _years(claim: Claim, published: str | None) -> set[int]:
    told = [claim.as_of or published, claim.qualifiers.get("year"), claim.qualifiers.get("date")]
    return {int(str(each)[:4]) for each in told if each and str(each)[:4].isdigit()}
