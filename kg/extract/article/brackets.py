"""Square brackets: "NAME [Earlier Work]" says what "NAME (Earlier Work)" does, and is read so.

The blocks of links that pages print in square brackets stay as they are, as do long insertions. Both kinds of bracket
are one character, so what is read of a copy with round ones stands where it stood, and is cut from the print again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.document import Document, Item
    from kg.extract.reading import Reading

__all__ = ["as_printed", "with_round_brackets"]

_SQUARE = re.compile(r"(?<=\S )\[(?P<inner>(?!\+|see |also |lire |leggi |photo|sic\b|…|\.\.\.)[^\[\]()\n]{2,80})\]")


def with_round_brackets(document: Document) -> Document:
    """Give a document whose short asides in square brackets are in round ones; the same one, where it has none."""
    text = _SQUARE.sub(r"(\g<inner>)", document.text)
    return document if text == document.text else replace(document, text=text)


def as_printed(reading: Reading, document: Document) -> Reading:
    """Give what was read of a copy with round brackets as read of the document itself."""
    claims = tuple(
        replace(claim, spans=tuple(document.span(span.start, span.end) for span in claim.spans))
        for claim in reading.claims
    )
    return replace(
        reading, document=document, claims=claims, items=tuple(_cut(item, document) for item in reading.items)
    )


def _cut(item: Item, document: Document) -> Item:
    return replace(item, spans=tuple(document.span(span.start, span.end) for span in item.spans))
