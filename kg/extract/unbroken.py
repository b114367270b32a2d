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

__all__ = ["LONGEST_WORD", "Cleared", "readable", "tidied"]

LONGEST_WORD = 120
"""How many characters may stand in a row without a space, and be read."""
_RUN = re.compile(r"\S+")
_OPENS = re.compile(r"(?<=\s)(“) (?=[^\W_a-z])")
_CLOSES = re.compile(r"(?<=\w) ([,.]?”)(?=[\s,.;:)]|$)")
_OWN = re.compile(r"(?<=\w) [’']s(?= \w)")


@dataclass(frozen=True)
class Cleared(Document):
    """A document with spaces where a page has what readers shall not see; spans are cut from that page."""

    page: Document = field(default_factory=lambda: Document("", ""))

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the page."""
        return self.page.span(start, end)

    def holds(self, span: Span) -> bool:
        """Tell whether the page has the span's words where it says."""
        return self.page.holds(span)


def tidied(document: Document) -> Document:
    """Give the document with marks beside the words that they belong to, where a copy has set them apart.

    Pages that lose their links are left with “ Salt Harbour ,” and "Anna Berg ’s": mark and space change places.
    """
    text = _OWN.sub("’s ", _CLOSES.sub(r"\1 ", _OPENS.sub(r" \1", document.text)))
    return document if text == document.text else Cleared(document.id, text, document.metadata, document.path, document)


def readable(document: Document) -> Document:
    """Give the document with spaces in place of runs that no word can be; the same one where it has none."""
    if max(map(len, document.text.split()), default=0) <= LONGEST_WORD:
        return document
    text = _RUN.sub(
        lambda run: run.group() if len(run.group()) <= LONGEST_WORD else " " * len(run.group()), document.text
    )
    return Cleared(document.id, text, document.metadata, document.path, document)
