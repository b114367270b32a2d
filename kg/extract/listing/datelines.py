"""Datelines: listings in which each headline has a text beneath that begins with a place in capitals ("OSLO: …")."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.extract.listing.tagline import Part, TagLine
from kg.extract.slot.festival import categories, edition_name

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["PLACE", "dateline_heads", "label_of", "tag_of"]

_LEAST = 3
_LONGEST_HEADLINE = 160
_SHORTEST_TEXT = 60
PLACE = re.compile(r"\s*[^\W\d_a-zß-ÿ]{2,20}(?:[ ./-]{1,2}[^\W\d_a-zß-ÿ]{1,20}){0,3}:\s+(?=\S)")
# The same at the beginning of any line, to see at once that most pages have none.
_ANY_PLACE = re.compile("^[ \\t]*" + PLACE.pattern.removeprefix(r"\s*"), re.MULTILINE)
# "PRODUCTION: ", "FNE at Ghent 2016: " before a headline.
_LABEL = re.compile(r"\s*(?P<label>[A-Z]{3,}(?: (?:& )?[A-Z]{3,}){0,2}|[A-Z]{2,6} (?:at|in) (?P<event>[^:]{3,40})):\s+")


# Whoever recognises a page asks, and then whoever lays it out.
@lru_cache(maxsize=2)
def dateline_heads(document: Document) -> dict[int, tuple[int, int, TagLine]]:
    """Give what belongs to each headline, by the number of its line; {} where fewer than three places are named.

    That is where the headline begins behind its label, where the text beneath begins behind its place, and what the
    label says as tags.
    """
    if sum(1 for _ in islice(_ANY_PLACE.finditer(document.text), _LEAST)) < _LEAST:
        return {}
    lines = [
        (number, first, last)
        for number in range(1, document.line_count + 1)
        for first, last in [document.line_span(number)]
        if document.text[first:last].strip()
    ]
    texts = _texts(document, lines)
    found: dict[int, tuple[int, int, TagLine]] = {}
    places: set[str] = set()
    for (number, first, last), (below, _, _) in pairwise(lines):
        if below in texts and number not in texts and last - first < _LONGEST_HEADLINE:
            label = label_of(document.text, first, last)
            if document.text[last - 1] in ".?" and label is None:
                continue  # what somebody said, above a question that begins with who asks it
            start, _ = document.line_span(below)
            places.add(document.text[start : texts[below]])
            found[number] = (label.end() if label else first, texts[below], tag_of(label, first))
    return found if len(places) >= _LEAST else {}


def _texts(document: Document, lines: list[tuple[int, int, int]]) -> dict[int, int]:
    """Give where each text begins behind its place, by its line; what stands right above a text is its headline."""
    found: dict[int, int] = {}
    below = 0
    above = [None, *(label_of(document.text, first, last) for _, first, last in lines[:-1])]
    for (number, first, last), label in zip(reversed(lines), reversed(above), strict=True):
        place = PLACE.match(document.text, first, last)
        is_label = place and place.group().strip(" :\t").casefold() in categories("origin", "news", "neutral")
        if place and not is_label and (label or last - first > _SHORTEST_TEXT) and below not in found:
            found[number] = place.end()
        below = number
    return found


def label_of(text: str, first: int, last: int) -> re.Match[str] | None:
    """Match what a page prints before a headline and its colon: "PRODUCTION: ", "FNE at Ghent 2016: "."""
    return _LABEL.match(text, first, last)


def tag_of(label: re.Match[str] | None, first: int) -> TagLine:
    """Say what the label before a headline tells: a category, or a festival's edition."""
    if label is None:
        return TagLine(None, (), (), None, None, False, first, first)
    name = edition_name(label["event"]) if label["event"] else None
    edition = Part(name, *label.span("event")) if name else None
    kind = label["label"].casefold()
    known = kind in categories("origin", "news", "neutral")
    return TagLine(None, (kind,) if known else (), (), edition, None, False, first, label.end("label"))
