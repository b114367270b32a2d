"""Houses: a possessive before a title may name the company or the country that the film is from, and no director."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.facts import End, Fact

__all__ = ["without_houses", "without_makers", "without_nations"]

_LEAST = 3
_OF_FIRMS = frozenset({"sold", "distributed", "produced", "coProduced", "funded"})
_OF_BUYERS = frozenset({"distributed", "sold"})
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|La|Le|Fitz|O)[A-Z])\w*[a-z][A-Z]\w*|[A-Z\d]{2,5}")


def without_houses(facts: list[Fact]) -> list[Fact]:
    """Leave out a director of one word who is a company or a country elsewhere: "TrustNordisk’s Low Water"."""
    firms: set[str] = set()
    for fact in facts:
        what = fact.subject.what
        if fact.predicate in _OF_FIRMS and isinstance(what, Mention) and what.type in ("Company", "PublicBody"):
            firms |= {what.name, what.name.split()[0]}

    def is_house(fact: Fact) -> bool:
        what = fact.subject.what
        if fact.predicate not in ("directed", "wrote") or not isinstance(what, Mention) or what.type != "Person":
            return False
        return bool(countries().code(what.name)) or (
            " " not in what.name and (what.name in firms or _CAMEL.fullmatch(what.name) is not None)
        )

    kept = [fact for fact in facts if not is_house(fact)]
    directors = {_name(fact.subject) for fact in kept if fact.predicate == "directed"}
    # "TITLE by NAME for North America"
    return [fact for fact in kept if fact.predicate not in _OF_BUYERS or _name(fact.subject) not in directors]


def _name(end: End) -> str:
    return end.what.name if isinstance(end.what, Mention) else ""


def without_makers(facts: list[Fact]) -> list[Fact]:
    """Leave out that a sentence is about a film where its title is somebody’s name: "NAME (“Earlier Work”)"."""
    people = {_name(fact.subject) for fact in facts if fact.predicate in ("directed", "starredIn", "wrote")}
    return [
        fact
        for fact in facts
        if not (fact.object.what == "ITEM" and fact.main and _name(fact.subject) in people - {""})
    ]


def without_nations(facts: list[Fact]) -> list[Fact]:
    """Take from people’s names the nation that stands before them: "Korean Kim Ki-duk"."""
    return [replace(fact, subject=_without_nation(fact.subject), object=_without_nation(fact.object)) for fact in facts]


def _without_nation(end: End) -> End:
    what = end.what
    if not isinstance(what, Mention) or what.type != "Person":
        return end
    nation, _, name = what.name.partition(" ")
    is_nation = countries().code_of_demonym(nation) and not is_given_name(nation.casefold())
    if not is_nation or len(what.name.split()) < _LEAST or end.last - end.first != len(what.name):
        return end
    return replace(end, what=Mention("Person", name), first=end.first + len(nation) + 1)
