"""Makers with the places that they work in: "produced by FIRM (Liège), FIRM (France) and FIRM (Netherlands)".

What stands before such a bracket is a company, however its name is written: "Tu vas voir (France)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["placed_makers", "without_placed"]

_RULE, _SCORE = "makers-with-places", 3.4
_NAME = r"[A-ZÀ-ÞĀ-Ž0-9](?:(?! (?:in|with|and|by|from) )[^(),;:.\n“”\"]){1,60}?"
_UNIT = rf"{_NAME} \([A-ZÀ-ÞĀ-Ž][\w’' /-]{{2,30}}\)"
_LIST = re.compile(
    rf"\b(?P<verb>(?:co-?)?produced) by (?P<units>{_UNIT}(?:(?:,? and |, | with |,? in co-production with ){_UNIT})+)"
)
_ONE = re.compile(rf"(?P<with>with )?(?P<name>{_NAME}) \((?P<place>[^()]+)\)")


def placed_makers(document: Document, part: Sentence) -> list[Fact]:
    """Give who made "the film", where a sentence lists companies with their places; one at least is a country."""
    found: list[Fact] = []
    for listed in _LIST.finditer(document.text, part.first, part.last):
        made = "coProduced" if listed["verb"].startswith("co") else "produced"
        units = list(_ONE.finditer(document.text, *listed.span("units")))
        if any(is_given_name(fold(unit["name"]).split()[0]) and " " in unit["name"] for unit in units):
            continue  # people, who may be known for what their brackets say
        if not any(_is_place(unit["place"]) for unit in units):
            continue
        for unit in units:
            made = "coProduced" if unit["with"] else made
            company = thing(unit["name"], "Company", *unit.span("name"))
            found.append(Fact(company, made, End("FILM"), listed.start(), listed.end(), _RULE, _SCORE))
    return found


def without_placed(facts: list[Fact], placed: list[Fact]) -> list[Fact]:
    """Leave out what else was read into such a list, as if one of its companies were a film or somebody."""
    firms = [(fact.subject.first, fact.subject.last) for fact in placed]
    return [
        fact
        for fact in facts
        if not any(
            end.last > end.first and end.first < last and first < end.last
            for end in (fact.subject, fact.object)
            for first, last in firms
        )
    ]


def _is_place(name: str) -> bool:
    return bool(countries().code(name)) or fold(name) in words("records", "towns")
