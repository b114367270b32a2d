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
_SORTS = (
    r"(?P<sort>News|Reviews?|Features?|Interviews?|Comment|Opinion|Analysis|Blogs?|Video|Podcast|Gallery|Festivals?|"
    r"Box [Oo]ffice|Exclusive)"
)
_SORT = re.compile(rf"{_SORTS}(?=[^\W_a-zß-ÿ]|[“”\"‘’'$€£])")
_SORT_ALONE = re.compile(_SORTS)
# What is reviewed, before a pun of the page's own.
_REVIEW = re.compile(r"[‘“\"'](?P<title>[^‘“”\"\n]{1,80}?)[’”\"'] [Rr]eview:")
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
        alone = _SORT_ALONE.fullmatch(text, *lines[0][1:]) if len(lines) > 1 else None
        own = lines[1:] if alone else lines
        number, first, last = own[0]
        sort = alone or _SORT.match(text, first, last)
        if review := _REVIEW.match(text, sort.end() if sort and not alone else first, last):
            found.append(MarkedItem((number, *review.span("title")), tuple(own[1:]), sort["sort"] if sort else ""))
            continue
        found.append(
            MarkedItem(
                (number, sort.end() if sort and not alone else first, last),
                tuple(own[1:]),
                sort["sort"] if sort else "",
            )
        )
    sorted_ = sum(bool(item.sort) for item in found)
    return found if len(found) >= _LEAST and 2 * sorted_ > len(found) else []
