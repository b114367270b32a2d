"""Legends: what the line above a list says of its order, "(title – director – producer, countries)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["countries_behind_firm"]

# "COMPANY, Croatia/Slovenia" in a bracket.
_BEHIND_FIRM = re.compile(r",\s(?P<lands>[A-ZÀ-Þ][^,;()]{1,80})$")
_LEGEND = re.compile(r"\([^()]*\b[Tt]itle\b[^()]*\bcountr(?:y|ies)\b[^()]*\)\s*:?\s*$")
# A list is not longer than that below its legend.
_FAR = 3_000


def countries_behind_firm(document: Document, at: int, first: int, last: int) -> list[End]:
    """Give a film's countries behind the company in the bracket `first:last` of a record that begins at `at`.

    "(COMPANY, Croatia/Slovenia)": one country alone is the company's, unless a legend says what stands there.
    """
    behind = _BEHIND_FIRM.search(document.text, first, last)
    places = countries_between(document, *behind.span("lands")) if behind else []
    return places if len(places) > 1 or (places and _has_legend(document.text, at)) else []


def _has_legend(text: str, at: int) -> bool:
    return any(_LEGEND.search(line) for line in text[max(0, at - _FAR) : at].split("\n"))
