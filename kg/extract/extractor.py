"""Extractor: what reads one kind of document. Others can add theirs under the entry point `filmkg.extractors`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.document import Document
    from kg.extract.names import Known
    from kg.extract.reading import Reading

__all__ = ["Extractor"]


@dataclass(frozen=True, slots=True)
class Extractor:
    """A kind of document, the function that reads it, and the function that says which names a reading makes certain.

    `read` takes the document, the names known from other documents, and the confidence that it is of this kind.
    """

    kind: str
    read: Callable[[Document, Known, float], Reading]
    certain: Callable[[Reading], Known]
