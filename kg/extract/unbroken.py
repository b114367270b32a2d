"""Unbroken runs: letters and marks without a space, longer than any word, which no reader may walk again and again.

Addresses, data in a page's source and hostile text hold thousands of them. Names are sought from every capital to the
end of its word, so a word of a million letters would cost as much as their square. Readers see spaces in their place,
as many, so that all offsets stay those of the page; what is quoted as evidence is cut from the page as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.document import Document

if TYPE_CHECKING:
    from kg.document import Span

__all__ = ["LONGEST_WORD", "readable"]

LONGEST_WORD = 120
"""How many characters may stand in a row without a space, and be read."""
_RUN = re.compile(r"\S+")


@dataclass(frozen=True)
class _Cleared(Document):
    """A document whose unbroken runs are spaces; spans are cut from the page that it stands for."""

    page: Document = field(default_factory=lambda: Document("", ""))

    def span(self, start: int, end: int) -> Span:
        return self.page.span(start, end)

    def holds(self, span: Span) -> bool:
        return self.page.holds(span)


def readable(document: Document) -> Document:
    """Give the document with spaces in place of runs that no word can be; the same one where it has none."""
    if max(map(len, document.text.split()), default=0) <= LONGEST_WORD:
        return document
    text = _RUN.sub(
        lambda run: run.group() if len(run.group()) <= LONGEST_WORD else " " * len(run.group()), document.text
    )
    return _Cleared(document.id, text, document.metadata, document.path, document)
