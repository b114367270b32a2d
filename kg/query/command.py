"""What `kg query` does: find the query, bind its parameters, and begin it."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from kg.graph.labels import labels_of_store
from kg.query.catalogue import NamedQuery, find_query
from kg.query.endpoint import Endpoint
from kg.query.engine import open_engine, stream, with_prefixes
from kg.query.lookup import lookup
from kg.query.parameter import bind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.query.stream import Stream

__all__ = ["ask"]


def ask(
    name: str | None,
    text: str | None,
    values: Mapping[str, str],
    *,
    engine: str,
    store: Path,
    exports: Path,
    endpoint: str | None = None,
) -> Stream:
    """Begin to answer a named query, one in a file, or one given as text; here, or at an endpoint elsewhere.

    Raises QueryError for what cannot be asked so, BuildError where nothing was built, ServiceError where an endpoint
    does not answer.
    """
    query = (
        find_query(name) if name is not None else NamedQuery("-e", "", None, (), False, with_prefixes(text or ""), "-e")
    )
    graph = Endpoint(endpoint) if endpoint else open_engine(engine, store, exports)
    with (
        labels_of_store(store) if values and not endpoint and engine == "oxigraph" else None
    ) or nullcontext() as names:
        bound = bind(query, values, names or lookup(graph, query, values))
    return stream(bound, graph, query.path)
