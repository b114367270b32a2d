"""Reading: what one extractor made of one document, and what it left unread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kg.claim import Claim
    from kg.document import Document, Item, Span

__all__ = ["Line", "Outcome", "Reading"]

Outcome = Literal["read", "ignored", "unread"]


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one line of text (`number` from 1).

    `rule` names what read or ignored it ("headline", "tag-line", "furniture: share-bar"); for an unread line it
    says why. `read` holds the stretches that claims rest on, so that the rest can be shown as unread.
    """

    number: int
    outcome: Outcome
    rule: str
    read: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read: its kind with the confidence of that judgement (0 to 1), items, claims and lines.

    `remarks` are (line number, what) of places where the page itself seems damaged, such as cut off midway.
    """

    document: Document
    kind: str
    confidence: float
    extractor: str
    items: tuple[Item, ...]
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]
    remarks: tuple[tuple[int, str], ...] = ()
