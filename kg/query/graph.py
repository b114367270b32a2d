"""The graph for those who work in Python: opened from a store, exports, a file or an endpoint, and asked."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, SourceError, UsageError
from kg.graph.labels import labels_of_store
from kg.query.answer import Answer
from kg.query.catalogue import NamedQuery, catalogue, find_query
from kg.query.endpoint import Endpoint
from kg.query.engine import open_engine, run, with_prefixes
from kg.query.lookup import lookup
from kg.query.parameter import bind

if TYPE_CHECKING:
    from types import TracebackType

    from kg.query.parameter import NameIndex

__all__ = ["Catalogue", "Graph"]

_STORE = Path(".kg/store")
_EXPORTS = Path("exports")
_FILES = (".nq", ".nt", ".trig", ".ttl")


class Catalogue(tuple[NamedQuery, ...]):
    """The named queries; shown with their questions and parameters."""

    __slots__ = ()

    def __repr__(self) -> str:
        width = max((len(query.name) for query in self), default=0)
        return "\n".join(
            f"{query.name:<{width}}  {query.question}"
            + (f" ({', '.join(f'{each.name}: {each.type}' for each in query.parameters)})" if query.parameters else "")
            for query in self
        )


class Graph:
    """A graph to ask; `Graph.open` says what can be one. It may be used in a `with`, which lets go of it at the end."""

    __slots__ = ("_names", "_source", "where")

    def __init__(self, source: Any, where: str, names: NameIndex | None = None) -> None:
        self._source, self._names = source, names
        self.where = where

    @classmethod
    def open(cls, where: Path | str | Endpoint | None = None) -> Graph:
        """Open a store folder, a folder of exports, a Turtle, TriG, N-Triples or N-Quads file, or an endpoint.

        Of a folder in which `kg build` was run, its store is opened, else its exports; with no argument the folder is
        the working one. An endpoint is given by its http(s) address, or as an Endpoint with limits of its own; nothing
        is asked of it yet. Raises UsageError where there is nothing of the kind, BuildError where an export is
        missing, SourceError for a file that cannot be read.
        """
        if isinstance(where, Endpoint):
            return cls(where, where.address)
        if isinstance(where, str) and where.startswith(("http://", "https://")):
            return cls(Endpoint(where), where)
        if where is None:
            source = open_engine("oxigraph", _STORE, _EXPORTS)
            return cls(source, str(_STORE if _STORE.is_dir() else _EXPORTS), labels_of_store(_STORE))
        path = Path(where)
        if path.is_dir():
            return _folder(path)
        if path.is_file():
            return cls(_file(path), str(path))
        raise UsageError("there is no such file or folder", where=str(path), do="run `kg build`, or give another")

    def query(self, question: str | Path | NamedQuery, /, **parameters: Any) -> Answer:
        """Ask a named query, one in a file, or SPARQL as text (with our own prefixes declared).

        Parameters are those of the query: labels or IRIs of things, numbers, dates, texts; what is not given keeps its
        default. Raises QueryError for what cannot be asked so, ServiceError where an endpoint does not answer.
        """
        if self._source is None:
            raise UsageError("the graph is closed", where=self.where, do="open it again")
        found = _question(question)
        values = {name: _written(name, value) for name, value in parameters.items()}
        text = bind(found, values, self._names or lookup(self._source, found, values))
        name = "" if found.path == _TYPED else found.name
        return Answer(run(text, self._source, found.path), name)

    @staticmethod
    def queries() -> Catalogue:
        """Give the named queries."""
        return Catalogue(catalogue())

    def close(self) -> None:
        """Let go of the store; what was answered stays."""
        self._source = self._names = None

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        kind = "an endpoint" if isinstance(self._source, Endpoint) else "Oxigraph"
        return f"<Graph {self.where}: {'closed' if self._source is None else kind}>"


_TYPED = "query"


def _question(question: str | Path | NamedQuery) -> NamedQuery:
    if isinstance(question, NamedQuery):
        return question
    if isinstance(question, Path) or not any(char.isspace() or char == "{" for char in question):
        return find_query(str(question))
    with contextlib.suppress(OSError, ValueError):
        if "\n" not in question and Path(question).is_file():
            return find_query(question)
    return NamedQuery(_TYPED, "", None, (), False, with_prefixes(question), _TYPED)


def _written(name: str, value: Any) -> str:
    """Give a parameter's value as it is written on the command line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int):
        return str(value)
    if type(value) is date:
        return value.isoformat()
    raise QueryError(f"{name}: {type(value).__name__} is no value of a parameter", do="give a str, int, bool or date")


def _folder(folder: Path) -> Graph:
    from kg.graph.exports import FILM_GRAPH
    from kg.graph.store import load_store, open_store

    for store in (folder, folder / _STORE):
        if (store / "CURRENT").is_file():
            return Graph(open_store(store), str(store), labels_of_store(store))
    for exports in (folder, folder / _EXPORTS):
        if (exports / FILM_GRAPH).is_file():
            return Graph(load_store(exports), str(exports))
    raise UsageError("neither a store nor exports", where=str(folder), do="run `kg build`, or give another folder")


def _file(path: Path) -> Any:
    from pyoxigraph import RdfFormat, Store

    form = RdfFormat.from_extension(path.suffix[1:].lower()) if path.suffix.lower() in _FILES else None
    if form is None:
        raise UsageError(f"no graph is read from {path.suffix!r}", where=str(path), do=f"one of {', '.join(_FILES)}")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except SyntaxError as error:
        place = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        raise SourceError(f"cannot be parsed: {error.msg}", where=place, do="mend the file") from None
    return store
