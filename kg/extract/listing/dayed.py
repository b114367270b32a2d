"""Days: listings in which a day alone on a line stands above, within or beneath each item, and no tag does.

Where the days stand is told by the lines between them: texts end with a stop, headlines do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.days import day_in
from kg.extract.furniture import furniture
from kg.extract.listing.datelines import PLACE, label_of, tag_of
from kg.extract.listing.marked import marked_items
from kg.extract.listing.tagline import TAG_LINE, TagLine
from kg.extract.slot.festival import categories

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.marked import MarkedItem

__all__ = ["DayedItem", "dayed_items"]

_Line = tuple[int, int, int]

_LEAST = 3
_MOST = 0.6  # of the days have an item
_LONGEST_DAY, _LONGEST_HEADLINE, _SHORTEST_TEXT, _SURELY_TEXT = 34, 160, 40, 130
# What may stand beside the date: a weekday, an hour, a letter that a page prints for its section.
_BESIDE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d\d(?:\s?[ap]m)?|at|published|posted|"
    r"date|on|[a-z]|[\s,|–—:-])*",
    re.IGNORECASE,
)
_STOPS = tuple('.!?…”"’»')


@dataclass(frozen=True, slots=True)
class DayedItem:
    """An item: its headline, behind its label; the lines of its text, behind the place; what day and label say."""

    headline: _Line
    texts: tuple[_Line, ...]
    tag: TagLine


# Whoever recognises a page asks, and then whoever lays it out.
@lru_cache(maxsize=2)
def dayed_items(document: Document) -> tuple[DayedItem, ...]:
    """Give the items of a listing whose days stand alone; () where a page has fewer than three of them, or is none."""
    segments: list[list[_Line]] = [[]]
    days: list[tuple[str, _Line]] = []
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        raw = document.text[start:end]
        line = (number, start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
        if day := _day(raw.strip()):
            days.append((day, line))
            segments.append([])
        elif raw.strip() and not furniture(raw):
            segments[-1].append(line)
    if len(days) < _LEAST:
        return tuple(map(_of_mark, marked_items(document)))
    items = [
        item
        for (day, line), lines in zip(days, _lines_of(document.text, segments), strict=True)
        for item in _items(document, lines, day, line)
    ]
    told = sum(bool(item.texts) for item in items)
    return tuple(items) if told >= max(_LEAST, _MOST * len(days)) else ()


def _of_mark(item: MarkedItem) -> DayedItem:
    """Give an item that a mark divides from the others: it has no day, and its text need not end with a stop."""
    at = item.headline[1]
    sort = (item.sort.casefold(),) if item.sort.casefold() in categories("origin", "news", "neutral") else ()
    return DayedItem(item.headline, item.texts, TagLine(None, sort, (), None, None, False, at, at))


def _day(line: str) -> str | None:
    """Give the day that a line tells and nothing else, as a date of ISO 8601."""
    if len(line) > _LONGEST_DAY or TAG_LINE.fullmatch(line):
        return None
    found = day_in(line)
    return found[0] if found and _BESIDE.fullmatch(line[: found[1]] + " " + line[found[2] :]) else None


def _lines_of(text: str, segments: list[list[_Line]]) -> list[list[_Line]]:
    """Give the lines of each day's item: those above it, those below it, or the headline above and the text below."""
    inner = [lines for lines in segments[1:-1] if lines]
    turned = sum(_is_text(text, lines[0]) and not _is_text(text, lines[-1]) for lines in inner)
    if inner and 2 * turned > len(inner):
        heads = [lines[-1:] for lines in segments[:-1]]
        bodies = [lines[:-1] for lines in segments[1:-1]] + [segments[-1]]
        return [head + body for head, body in zip(heads, bodies, strict=True)]
    is_above = bool(segments[0]) and _is_text(text, segments[0][-1])
    return segments[:-1] if is_above else segments[1:]


def _is_text(text: str, line: _Line) -> bool:
    length = line[2] - line[1]
    ends = text[: line[2]].endswith(_STOPS) and (text[line[2] - 1] not in "?!" or ". " in text[line[1] : line[2]])
    return length >= _SURELY_TEXT or (ends and length >= _SHORTEST_TEXT)


def _items(document: Document, lines: list[_Line], day: str, at: _Line) -> list[DayedItem]:
    """Give the items of a day's lines; only the nearest to the day is surely of it, the others have none."""
    text = document.text
    starts = [
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if not _is_text(text, line) and _is_text(text, below) and line[2] - line[1] < _LONGEST_HEADLINE
    ]
    found: list[DayedItem] = []
    if not starts:
        return found
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        number, first, last = lines[start]
        label = label_of(text, first, last)
        is_nearest = (start == starts[-1]) == (at[0] > number)
        tag = replace(tag_of(label, first if label else at[1]), date=day if is_nearest or len(starts) == 1 else None)
        texts = [line for line in lines[start + 1 : end] if _is_text(text, line)]
        place = PLACE.match(text, *texts[0][1:])
        if place:
            texts[0] = (texts[0][0], place.end(), texts[0][2])
        found.append(DayedItem((number, label.end() if label else first, last), tuple(texts), tag))
    return found
