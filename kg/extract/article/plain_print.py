"""Plain print: a copy of a document in which marks that mean the same are the same, letter for letter.

"NAME [Earlier Work]" says what "NAME (Earlier Work)" does, "‘TITLE’s’ maker" what "‘TITLE’’s maker" does, and "NAME`s"
what "NAME’s" does. The blocks of links that pages print in square brackets stay as they are, as do long insertions.
Each mark is one character, so what is read of the copy stands where it stood, and is cut from the print again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.document import Document, Item
    from kg.extract.reading import Reading

__all__ = ["as_printed", "plainly_printed"]

_SQUARE = re.compile(r"(?<=\S )\[(?P<inner>(?!\+|see |also |lire |leggi |photo|sic\b|…|\.\.\.)[^\[\]()\n]{2,80})\]")


# "‘The Mill’s’ director": what is somebody's stands outside of the quotation marks.
_INSIDE = re.compile(
    r"(?P<open>[“‘\"])(?P<title>[^“”‘\"\n]{2,60})(?P<mark>[’'])s(?P<close>[”’\"])"
    r"(?= (?i:production|director|helmer|stars?\b|producer|writer|team|maker|filmmaker|sales|seller|distributor|"
    r"company|outfit|creator|cast|lead|act(?:or|ress)|backer|world|box|premiere|success))"
)
# "TITLE ** by NAME": what points to a footnote.
_STARS = re.compile(r"(?<=[\w!?’”]) \*{1,3}(?=\s)")
_BACKTICK = re.compile(r"(?<=\w)[`´](?=s\b)")


def plainly_printed(document: Document) -> Document:
    """Give a document whose marks are the usual ones; the same one, where they are."""
    text = _SQUARE.sub(r"(\g<inner>)", document.text)
    text = _INSIDE.sub(r"\g<open>\g<title>\g<close>\g<mark>s", text)
    text = _BACKTICK.sub("’", text)
    text = _STARS.sub(lambda found: " " * len(found.group()), text)
    return document if text == document.text else replace(document, text=text)


def as_printed(reading: Reading, document: Document) -> Reading:
    """Give what was read of such a copy as read of the document itself."""
    claims = tuple(
        replace(claim, spans=tuple(document.span(span.start, span.end) for span in claim.spans))
        for claim in reading.claims
    )
    return replace(
        reading, document=document, claims=claims, items=tuple(_cut(item, document) for item in reading.items)
    )


def _cut(item: Item, document: Document) -> Item:
    return replace(item, spans=tuple(document.span(span.start, span.end) for span in item.spans))
