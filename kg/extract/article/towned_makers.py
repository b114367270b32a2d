"""Companies with their towns behind a film's director: "“TITLE” by NAME (FIRM, Geneva / FIRM, Cologne)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["towned_makers"]

_RULE, _SCORE = "makers-with-towns", 3.4
_UNIT = r"[A-ZÀ-ÞĀ-Ž0-9][^(),;:/\n“”\"]{1,50}, [A-ZÀ-ÞĀ-Ž][\w’' -]{2,25}"
_BRACKETS = re.compile(
    rf" \((?:(?:[Pp]roduction|[Pp]roduced by|[Pp]rod\.):? )?(?P<units>{_UNIT}(?: ?[/;] ?{_UNIT})*)\)"
)
_ONE = re.compile(r"(?P<name>[^,/;]+), (?P<town>[^,/;]+?)(?: ?[/;] ?|$)")


def towned_makers(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give who produced a film, from the brackets right behind who directed it; one place at least is known."""
    found: list[Fact] = []
    for fact in facts:
        film = fact.object.what
        hit = _BRACKETS.match(document.text, fact.subject.last) if fact.predicate == "directed" else None
        if hit is None or not isinstance(film, Mention) or fact.object.last > fact.subject.first:
            continue
        units = list(_ONE.finditer(document.text, *hit.span("units")))
        if not any(fold(unit["town"]) in words("records", "towns") or countries().code(unit["town"]) for unit in units):
            continue
        for unit in units:
            company = thing(unit["name"].strip(), "Company", unit.start("name"), unit.end("name"))
            found.append(Fact(company, "produced", fact.object, fact.first, hit.end(), _RULE, _SCORE))
    return found
