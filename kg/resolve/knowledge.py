"""Knowledge: what all claims say of each name in each document, as profiles to compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.resolve.key import RANK, family_of, key_of
from kg.resolve.name import plain
from kg.resolve.profile import Profile
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim

__all__ = ["Facts", "Knowledge", "gather", "named_in_qualifiers", "profile"]

COMPARED = ("work", "person", "company")
_NAMED_QUALIFIERS = ("work", "of", "territory")
_NOTHING: Mapping[str, str] = {}
_NONE: frozenset[str] = frozenset()
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
class _Told:
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


@dataclass(slots=True)
class Knowledge:
    """All that is mentioned: by key its names with their counts, its classes, and the facts of each document.

    `facts` holds entries only for the families that are compared (works, people, companies); `documents` all.
    """

    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[str, dict[str, Facts]] = field(default_factory=lambda: defaultdict(dict))

    def type_of(self, key: str) -> str:
        """Give the most specific class that any mention gave."""
        return max(self.types[key], key=RANK.__getitem__)

    def name_of(self, key: str) -> str:
        """Give the most printed spelling, the smallest of equals."""
        counted = self.names[key]
        return min(counted, key=lambda name: (-counted[name], name))


def gather(claims: Iterable[Claim], published: Mapping[str, str] = _NOTHING) -> Knowledge:
    """Take in all claims. Their order makes no difference.

    `published` gives dates of documents, by id, for what is said in them without a date of its own.
    """
    found = Knowledge()
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    for document, told in by_document.items():
        for claim in told:
            for mention in _mentions(claim):
                _see(found, document, mention)
            if claim.predicate == "alsoKnownAs" and isinstance(claim.object, Value):
                found.aliases[key_of(claim.subject)].add(claim.object.value)
        _facts(found, document, told, published.get(document))
    _see_qualifiers(found, by_document)
    return found


def _see(found: Knowledge, document: str, mention: Mention) -> None:
    key = key_of(mention)
    found.names[key][mention.name] += 1
    found.types[key].add(mention.type)
    found.documents[key].add(document)


def _mentions(claim: Claim) -> Iterator[Mention]:
    for end in (claim.subject, claim.object):
        if isinstance(end, Mention) and family_of(end.type):
            yield end


def named_in_qualifiers(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """Give what a claim's qualifiers name, each with its qualifier: works, people, territories."""
    kinds = vocabulary().qualifiers
    for key in _NAMED_QUALIFIERS:
        if key in claim.qualifiers:
            yield key, Mention(kinds[key], str(claim.qualifiers[key]))


def _see_qualifiers(found: Knowledge, by_document: Mapping[str, list[Claim]]) -> None:
    """People and works that only a qualifier names ("the third film of NAME") are there too."""
    known = set(found.names)
    for document, told in by_document.items():
        for claim in told:
            for _, mention in named_in_qualifiers(claim):
                key = key_of(mention)
                if mention.type == "Country" or not family_of(mention.type):
                    continue
                if key not in known:
                    _see(found, document, mention)
                else:
                    found.documents[key].add(document)


def _facts(found: Knowledge, document: str, told: list[Claim], published: str | None) -> None:
    """Put together what one document says of its works, people and companies."""
    here: dict[str, _Told] = defaultdict(_Told)
    table = vocabulary()

    def of(mention: Mention) -> _Told:
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
    for key, facts in here.items():
        found.facts[key][document] = facts.facts()


def _share(facts: _Told, work: _Told) -> None:
    """Somebody's context is that of the works: countries, years, colleagues."""
    facts.years |= work.years
    facts.countries |= work.countries
    facts.people |= work.people
    facts.people |= work.directors
    facts.companies |= work.companies


def _years(claim: Claim, published: str | None) -> set[int]:
    told = [claim.as_of or published, claim.qualifiers.get("year"), claim.qualifiers.get("date")]
    return {int(str(each)[:4]) for each in told if each and str(each)[:4].isdigit()}


def profile(known: Knowledge, key: str, documents: Iterable[str] | None = None) -> Profile:
    """Give what is known of a key, in all documents or in some."""
    by_document = known.facts.get(key, {})
    wanted = sorted(by_document) if documents is None else sorted(set(documents) & set(by_document))
    every = [by_document[document] for document in wanted]
    own = plain(known.name_of(key))

    def union(name: str) -> frozenset[str]:
        told = [found for each in every if (found := getattr(each, name))]
        return told[0] if len(told) == 1 else _NONE.union(*told)

    return Profile(
        known.type_of(key),
        known.name_of(key),
        aliases=frozenset(map(plain, union("aliases"))),
        documents=frozenset(known.documents[key] if documents is None else documents),
        years=frozenset(year for each in every for year in each.years),
        countries=union("countries"),
        roles=union("roles"),
        works=frozenset(plain(work.partition("|")[2]) for work in union("works")),
        directors=union("directors") - {own},
        people=union("people") - {own},
        companies=union("companies") - {own},
        identifiers=union("identifiers"),
    )
