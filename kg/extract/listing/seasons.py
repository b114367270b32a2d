"""Seasons: "filming starts this summer" tells of a shoot in July and of its preparation in April."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End
from kg.extract.months import MONTHS

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["in_season"]

_MONTHS = {
    "winter": (12, 1, 2), "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11),
    **{month: (number,) for number, month in enumerate(MONTHS, 1)},
}  # fmt: skip
_WHEN = re.compile(rf"\b(?:this|in) (?P<season>{'|'.join(_MONTHS)})$", re.IGNORECASE)
_STARTS = re.compile(r"(?:starts|begins|kicks off|gets underway|gets under way) ")


def in_season(document: Document, fact: Fact, date: str | None) -> Fact:
    """Give a shoot that starts "this summer" as what it is on a day of that summer: under way."""
    if fact.predicate != "stage" or fact.object.what != Value("pre-production") or not date:
        return fact
    when = _WHEN.search(document.text, fact.first, fact.last)
    if when is None or not _STARTS.search(document.text, fact.first, fact.last):
        return fact
    is_now = int(date[5:7]) in _MONTHS[when["season"].casefold()]
    return replace(fact, object=End(Value("shooting"))) if is_now else fact
