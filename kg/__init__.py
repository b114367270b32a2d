"""Read film-trade text, and get a graph in which every edge can show the sentence that it came from."""

from kg.claim import Claim, Mention, Value
from kg.document import Document, Item, Metadata, Span
from kg.errors import FilmgraphError

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Document",
    "FilmgraphError",
    "Item",
    "Mention",
    "Metadata",
    "Span",
    "Value",
    "__version__",
]
