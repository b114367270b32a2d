"""Titles that a sentence only mentions: what it goes on to say of "the film" is of the one that it named last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.token import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["MENTIONED", "any_of", "as_subjects", "in_brackets", "mentions", "whole_titles"]

_LONGEST_BRACKET = 400
# The rule of a fact that says no more than that a sentence names a film.
_OPENS = "opens-with-title"
# "TITLE 2" is another film.
_NO_SEQUEL = r"(?!\w|\s(?:[2-9]|I{2,3}|IV)(?!\w))"
# A quotation mark may stand before the title.
_AT_ONCE = 2
MENTIONED = "mentioned"


def any_of(titles: Iterable[str]) -> re.Pattern[str] | None:
    """Give a pattern that finds any of the titles, which are folded; None where there are none."""
    spelt = [_pattern(title) for title in sorted(titles, key=lambda title: (-len(title), title))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)}){_NO_SEQUEL}", re.IGNORECASE) if spelt else None


def mentions(document: Document, part: Sentence, any_title: re.Pattern[str] | None, found: list[Fact]) -> list[Fact]:
    """Give a fact for each certain title in a sentence of which no other fact speaks."""
    if any_title is None:
        return []
    asides = [hit.span() for hit in ASIDE.finditer(document.text, part.first, part.last)]
    told = [(end.first, end.last) for fact in found for end in (fact.subject, fact.object) if end.last > end.first]
    named: list[Fact] = []
    for hit in any_title.finditer(document.text, part.first, part.last):
        first, last = hit.span()
        inside = any(start <= first < stop for start, stop in asides) or in_brackets(document.text, part.first, first)
        inside = inside or any(start <= first < stop for start, stop in part.skip)
        if inside or not hit[0][0].isupper() or any(start < last and first < stop for start, stop in told):
            continue
        film = thing(hit[0], "Film", first, last)
        named.append(Fact(film, "describedIn", End("ITEM"), first, last, MENTIONED, 1.0, main="subject"))
    return named


def whole_titles(
    document: Document, part: Sentence, any_title: re.Pattern[str] | None, found: list[Fact]
) -> list[Fact]:
    """Leave out facts that take a part of a certain title, printed here, for somebody or something else."""
    if any_title is None or not found:
        return found
    spans = [hit.span() for hit in any_title.finditer(document.text, part.first, part.last)]
    return [
        fact for fact in found if not any(_cuts(end, span) for end in (fact.subject, fact.object) for span in spans)
    ]


def _cuts(end: End, span: tuple[int, int]) -> bool:
    """Tell whether an end has some words of a title, and not all."""
    first, last = span
    if end.last <= end.first or end.last <= first or last <= end.first:
        return False
    return not (end.first <= first and last <= end.last)


def in_brackets(text: str, start: int, at: int) -> bool:
    """Tell whether an offset lies in a bracket: what stands there is somebody's earlier work, or another title."""
    start = max(start, at - _LONGEST_BRACKET)
    return text.count("(", start, at) > text.count(")", start, at)


def _pattern(title: str) -> str:
    return re.escape(title).replace("'", "['’‘]").replace(r"\ ", r"\s")


def as_subjects(found: list[Fact], part: Sentence) -> list[Fact]:
    """Give facts with a title that opens its sentence as what the sentence is about, and no mere mention."""
    return [
        replace(fact, rule=_OPENS) if fact.rule == MENTIONED and fact.subject.first - part.first <= _AT_ONCE else fact
        for fact in found
    ]
