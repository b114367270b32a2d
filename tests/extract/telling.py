"""What a text is read to say, as tests compare it."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract.article import read_article
from kg.extract.names import Known

__all__ = ["pairs_of"]


def pairs_of(text: str, predicate: str) -> set[tuple[str, str]]:
    """Give who did what, of one predicate, as an article tells it."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name)
        for c in reading.claims
        if c.predicate == predicate and isinstance(c.object, Mention)
    }
