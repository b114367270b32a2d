"""Round-ups that ask no questions: the entries of whichever layout a page has."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.extract.lexicon import lexicon
from kg.extract.roundup.billed import billed
from kg.extract.roundup.blocks import field_blocks, headed, led_paragraphs
from kg.extract.roundup.bylined import bylined
from kg.extract.roundup.openings import openings
from kg.extract.roundup.picks import picks
from kg.extract.roundup.releases import LEAST, Entry, Line, bullets, credited, quoted, run_together
from kg.extract.roundup.stacked import stacked

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["blocks", "entries", "says_releases"]

_HEAD = 700
_LAYOUTS = (picks, bylined, bullets, quoted, run_together, credited, billed, stacked)


def entries(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries of whichever layout the page has; none where it has neither, or has it only once."""
    if found := blocks(document, lines):
        return found
    if not says_releases(document.text):
        return []
    found = next((found for layout in _LAYOUTS if len(found := layout(document, lines)) >= LEAST), [])
    found = [entry for entry in found if entry.cast or entry.prose or entry.plot or entry.distributors]
    if len(found) >= LEAST:
        return found
    return led_paragraphs(document.text, lines) or headed(document.text, lines)


def blocks(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries of a page of releases whose credits stand in fields.

    Where credits stand right beneath the titles and no line is a synopsis, what follows is prose that says more.
    """
    if not says_releases(document.text):
        return []
    found = field_blocks(document.text, lines)
    if not found:
        return []
    plot, trivia = openings(document.text)
    asks = any(plot.match(document.text, first, last) for _, first, last in lines)
    if not asks and len(found) <= len(credited(document, lines)):
        return []
    for entry, after in zip_longest(found, found[1:]):
        end = after.line[1] if after else len(document.text)
        for line in lines:
            if not entry.line[2] <= line[1] < end:
                continue
            # "The story: …" and "Behind the scenes: …" look like fields of the block above them.
            kept = [
                part
                for pattern, part in ((trivia, entry.trivia), (plot, entry.plot))
                if pattern.match(document.text, line[1], line[2])
            ]
            if kept and line not in kept[0]:
                kept[0].append(line)
                entry.fields = [other for other in entry.fields if other != line]
    return found


def says_releases(text: str) -> bool:
    """Tell whether the head of a page says that it is about films coming out."""
    return bool(_releases().search(text, 0, _HEAD))


@cache
def _releases() -> re.Pattern[str]:
    """The words at the head of a page that say that it is about films coming out."""
    return re.compile(rf"\b(?:{'|'.join(lexicon('release')['page'])})\b", re.IGNORECASE)
