"""Marks: listings in which a mark alone on a line stands above each item, and a word for its kind is glued to it.

"-", then "NewsCompany boards film", then a sentence: what is left of a page's boxes where only its text is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["MarkedItem", "marked_items"]

_Line = tuple[int, int, int]

_MARK = re.compile(r"\s*[-–—•*·»>]\s*")
_SORT = re.compile(
    r"(?P<sort>News|Reviews?|Features?|Interviews?|Comment|Opinion|Analysis|Blogs?|Video|Podcast|Gallery|Festivals?|"
    r"Box [Oo]ffice|Exclusive)(?=[^\W_a-zß-ÿ]|[“”\"‘’'$€£])"
)
_LEAST = 3
_MOST_LINES = 5
_LONGEST_HEADLINE = 160


class MarkedItem(NamedTuple):
    """An item: its headline, behind the word for its kind; the lines below it; and that word, or ""."""

    headline: _Line
    texts: tuple[_Line, ...]
    sort: str


def marked_items(document: Document) -> list[MarkedItem]:
    """Give the items of a page on which at least three marks stand alone, most with a glued word behind; else none."""
    text = document.text
    found: list[MarkedItem] = []
    group: list[_Line] | None = None
    groups: list[list[_Line]] = []
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        raw = text[start:end]
        if _MARK.fullmatch(raw):
            group = []
            groups.append(group)
        elif raw.strip() and group is not None and len(group) < _MOST_LINES:
            group.append((number, start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())))
    for lines in groups:
        if not lines or lines[0][2] - lines[0][1] > _LONGEST_HEADLINE:
            continue
        number, first, last = lines[0]
        sort = _SORT.match(text, first, last)
        found.append(
            MarkedItem((number, sort.end() if sort else first, last), tuple(lines[1:]), sort["sort"] if sort else "")
        )
    sorted_ = sum(bool(item.sort) for item in found)
    return found if len(found) >= _LEAST and 2 * sorted_ > len(found) else []
