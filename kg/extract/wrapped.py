"""Wrapped text: pages whose paragraphs are broken into lines of one width, as old pages and mails are.

Readers take a line for a paragraph. They see a space where a line only goes on, so that all offsets stay those of the
page; what is quoted as evidence is cut from the page as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.furniture import furniture
from kg.extract.reading import Line
from kg.extract.token import ASIDE
from kg.extract.unbroken import Cleared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.reading import Reading

__all__ = ["as_printed", "unwrapped"]

_LEAST = 5
"""How many lines must begin in the middle of a sentence before a page counts as wrapped."""
_SHARE = 0.25  # ... and which part of its lines
_SHORTEST, _NEXT, _LONGEST = 40, 3, 130
_FULL = 0.7  # of the widest line: a shorter one ends a paragraph
_STOPS = tuple('.!?:;”"»)')
_FIELD = re.compile(r"\s*[-•*·–]|\s*[\w /&-]{2,30}:\s|\s*\d{1,3}[.)]\s")


def unwrapped(document: Document) -> Document:
    """Give the document with its wrapped paragraphs in one line each; the same one where it has none."""
    text = document.text
    lines = [document.line_span(number) for number in range(1, document.line_count + 1)]
    if sum(text[first : first + 1].islower() for first, _ in lines) < _LEAST:
        return document
    shown = ASIDE.sub(lambda links: "\0" * len(links.group()), text)
    joins = [pair for pair in pairwise(lines) if _may_go_on(shown, *pair)]
    sure = [pair for pair in joins if shown[pair[1][0] :].lstrip(" ")[:1].islower()]
    if len(sure) < max(_LEAST, _SHARE * sum(1 for first, last in lines if text[first:last].strip())):
        return document
    widest = sorted(last - first for (first, last), _ in joins)[len(joins) * 9 // 10]
    letters = list(text)
    for (first, last), (start, _) in joins:
        goes_on = shown[start:].lstrip(" ")[:1].islower() or not shown[:last].rstrip().endswith(_STOPS)
        if goes_on or last - first >= _FULL * widest:
            for at in range(last, start):
                letters[at] = " "
    return Cleared(document.id, "".join(letters), document.metadata, document.path, document)


def _may_go_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether a line may go on in the next one: it is long, and the next is no field, item or furniture."""
    (first, last), (start, end) = line, following
    own, ahead = text[first:last], text[start:end]
    return (
        _SHORTEST <= len(own) <= _LONGEST
        and len(ahead) >= _NEXT
        and ahead.strip() != ""
        and "\0" not in (own[-1:], ahead[:1])
        and not own.rstrip().endswith(("[+see also:", "[+"))
        and not _FIELD.match(ahead)
        and not furniture(ahead)
        and not furniture(own)
    )


def as_printed(document: Document, page: Document, reading: Reading) -> Reading:
    """Give what was read of an unwrapped page by the lines of the document: each has what rests on itself."""
    if page.line_count == document.line_count:
        return reading

    def first_line(number: int) -> int:
        return document.position(page.line_span(min(number, page.line_count))[0])[0]

    lines = [part for line in reading.lines for part in _parts(document, page, line)]
    remarks = tuple((first_line(number), said) for number, said in reading.remarks)
    return replace(reading, lines=tuple(lines), remarks=remarks)


def _parts(document: Document, page: Document, line: Line) -> Iterator[Line]:
    """Give the document's lines that one of the page's stands for."""
    start, end = page.line_span(line.number)
    for number in range(document.position(start)[0], document.position(max(start, end - 1))[0] + 1):
        first, last = document.line_span(number)
        if not document.text[first:last].strip():
            continue
        spans = tuple(span for span in line.read if span.start < last and first < span.end)
        if line.outcome == "read" and not spans:
            yield Line(number, "unread", "prose without a fact that a rule knows")
        else:
            yield replace(line, number=number, read=spans)
