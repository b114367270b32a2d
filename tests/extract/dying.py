"""Ways to read that end the process, for the tests of the pool: they are found by name in a process of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kg.extract import read_document

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.names import Known
    from kg.extract.reading import Reading

__all__ = ["dies_at_a_word", "dies_once"]


def dies_at_a_word(document: Document, known: Known | None) -> Reading:
    """Read, and die where the text says so."""
    if "DEADLY" in document.text:
        os._exit(7)
    return read_document(document, known)


def dies_once(document: Document, known: Known | None) -> Reading:
    """Read, and die at the document whose path does not exist yet, after making it."""
    if document.path is not None:
        try:
            os.close(os.open(document.path, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            pass
        else:
            os._exit(7)
    return read_document(document, known)
