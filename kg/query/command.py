"""What `kg query` does: find the query, bind its parameters, run it, render the answer."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from kg.graph.labels import labels_of_store
from kg.query.catalogue import NamedQuery, find_query
from kg.query.engine import labels_of, open_engine, run, with_prefixes
from kg.query.parameter import bind
from kg.query.result import FORMATS, render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["ask"]


def ask(
    name: str | None,
    text: str | None,
    values: Mapping[str, str],
    *,
    form: str,
    engine: str,
    store: Path,
    exports: Path,
) -> str:
    """Answer a named query, one in a file, or one given as text; gives the rendered answer.

    Raises QueryError for what cannot be asked so, BuildError where nothing was built.
    """
    from kg.errors import QueryError

    if form not in FORMATS:
        raise QueryError(f"no format {form!r}", do=f"one of {', '.join(FORMATS)}")
    query = (
        find_query(name) if name is not None else NamedQuery("-e", "", None, (), False, with_prefixes(text or ""), "-e")
    )
    graph = open_engine(engine, store, exports)
    with (labels_of_store(store) if values and engine == "oxigraph" else None) or nullcontext() as names:
        bound = bind(query, values, names or (lambda kind: labels_of(graph, kind)))
    return render(run(bound, graph, query.path), form)
