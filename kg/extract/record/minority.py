"""Minority co-productions: films of another country, behind which a fund's text names the local partner."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["by_minority", "is_minority"]

# What a fund calls films of which its own producer is not the first.
_MINORITY = re.compile(
    r"\b(?:minority (?:side|front|(?:[\w-]+ ){0,2}(?:co-?productions?|projects?|features?|titles?|films?))|"
    r"co-?producers? (?:(?:is|are|being|given) )?in (?:brackets|parenthes[ei]s))\b",
    re.IGNORECASE,
)
# What a list is of, with the entries between: "Four minority co-productions were chosen:".
_ABOVE_LIST = re.compile(
    r"^(?P<told>[^\n]*:)[^\S\n]*\n(?:\s*(?:[-–•*·]|\d+[.)])[^\n]*\n|[^\S\n]*\n)*[^\S\n]*(?:[-–•*·]|\d+[.)])[^\n]*\Z",
    re.MULTILINE,
)
_LONGEST_LIST = 3_000
_RECORDS = frozenset({"segment-record", "title-director-record", "grant-brackets"})


def is_minority(document: Document, at: int) -> bool:
    """Tell whether the sentence at an offset, or the line above its list, is of films that are another country's."""
    first, _ = document.sentence(at, at + 1)
    if _MINORITY.search(document.text, first, at):
        return True
    text = document.text[max(0, at - _LONGEST_LIST) : at + 1]
    above = _ABOVE_LIST.search(text)
    return above is not None and _MINORITY.search(above["told"]) is not None


def by_minority(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give the facts with those as co-producers whom the records of a list of minority co-productions name."""
    if not _MINORITY.search(document.text):
        return facts
    return [
        replace(fact, predicate="coProduced")
        if fact.predicate == "produced" and fact.rule in _RECORDS and is_minority(document, fact.object.first)
        else fact
        for fact in facts
    ]
