"""Knowledge: what all claims say of each name in each document, as profiles to compare."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.resolve.key import RANK, family_of, key_of_name
from kg.resolve.name import plain
from kg.resolve.profile import Profile
from kg.resolve.told import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.resolve.told import Facts, Told

__all__ = ["Knowledge", "gather", "profile"]

_NONE: frozenset[str] = frozenset()
_64 = (1 << 64) - 1


@dataclass(slots=True)
class Knowledge:
    """All that is mentioned: by key its names with their counts, its classes, and the facts of each document.

    `facts` holds entries only for the families that are compared (works, people, companies); `documents` all.
    `territories` are countries that a qualifier names; `marks` stand for what each
    document tells of a key.
    """

    names: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[str, dict[str, Facts]] = field(default_factory=lambda: defaultdict(dict))
    territories: set[str] = field(default_factory=set)
    marks: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def mark(self, key: str, documents: Iterable[str] | None = None) -> bytes:
        """Give a mark of all that makes the profile of a key, in all documents or in some."""
        told = self.marks[key]
        every = told.values() if documents is None else [told[document] for document in documents if document in told]
        said = f"{self.type_of(key)}\t{self.name_of(key)}\t{len(every)}\t{sum(every) & _64}"
        return hashlib.blake2b(said.encode(), digest_size=12).digest()

    def type_of(self, key: str) -> str:
        """Give the most specific class that any mention gave."""
        given = self.types[key]
        return next(iter(given)) if len(given) == 1 else max(given, key=RANK.__getitem__)

    def name_of(self, key: str) -> str:
        """Give the most printed spelling, the smallest of equals."""
        counted = self.names[key]
        if len(counted) == 1:
            return next(iter(counted))
        return min(counted, key=lambda name: (-counted[name], name))


def gather(every: Iterable[Told]) -> Knowledge:
    """Take in what all documents tell. Their order makes no difference."""
    found = Knowledge()
    names, types, documents, facts, marks = found.names, found.types, found.documents, found.facts, found.marks
    named: list[tuple[str, str, str, int]] = []
    for told in every:
        document = told.document
        for kind, name, count in told.mentions:
            key = key_of_name(kind, name)
            printed = names[key]
            printed[name] = printed.get(name, 0) + count
            types[key].add(kind)
            documents[key].add(document)
        for key, alias in told.aliases:
            found.aliases[key].add(alias)
        for key, said in told.facts.items():
            facts[key][document] = said
        for key, mark in told.marks.items():
            marks[key][document] = mark
        named += [(document, kind, name, count) for kind, name, count in told.named]
    _see_named(found, named)
    return found


def _see_named(found: Knowledge, named: Iterable[tuple[str, str, str, int]]) -> None:
    """People and works that only a qualifier names ("the third film of NAME") are there too."""
    known = set(found.names)
    for document, kind, name, count in named:
        if kind == "Country":
            found.territories.add(name)
        elif family_of(kind):
            key = key_of_name(kind, name)
            marks = found.marks[key]
            marks[document] = marks.get(document, 0) + mark_of(document, key, name, count)
            if key not in known:
                found.names[key][name] = found.names[key].get(name, 0) + count
                found.types[key].add(kind)
            found.documents[key].add(document)


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
