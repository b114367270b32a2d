"""Read film-trade text, and get a graph in which every edge can show the sentence that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, Value
from kg.document import Document, Item, Metadata, Span
from kg.errors import FilmgraphError

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.endpoint import Endpoint
    from kg.query.graph import Graph

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


# Not in __all__: a star import must not hide Python's own open.
def open(where: Path | str | Endpoint | None = None) -> Graph:  # noqa: A001
    """Open a graph to ask it: the store or exports here, or a store, exports, a file or an endpoint elsewhere.

    See `kg.query.graph.Graph.open`.
    """
    from kg.query.graph import Graph

    return Graph.open(where)
