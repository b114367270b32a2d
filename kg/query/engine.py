"""Engines: the same query on Oxigraph, from the store on disk, or on rdflib's own evaluator, from the exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError, QueryError, UsageError
from kg.graph.term import literal
from kg.query.guard import guard
from kg.query.result import Node, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["ENGINES", "labels_of", "load_dataset", "open_engine", "run"]

ENGINES = ("oxigraph", "rdflib")
_LABELS = """
PREFIX kg: <https://w3id.org/filmkg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing ?label WHERE {{ ?thing a kg:{kind} ; rdfs:label|kg:alsoKnownAs ?label }}
ORDER BY ?label ?thing
"""
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_SYNTAX_PLACE = re.compile(r"error at (\d+):(\d+)")


def open_engine(engine: str, store: Path, exports: Path) -> Any:
    """Open what an engine queries: a pyoxigraph Store or an rdflib Dataset.

    Raises UsageError for an unknown engine, BuildError where nothing was built.
    """
    from kg.graph.store import load_store, open_store

    if engine not in ENGINES:
        raise UsageError(f"no engine {engine!r}", do=" or ".join(ENGINES))
    if engine == "oxigraph":
        return open_store(store) if store.is_dir() else load_store(exports)
    if not (exports / "film-graph.ttl").is_file():
        raise BuildError("no exports here", where=str(exports), do="run `kg build` first")
    return load_dataset(exports)


def load_dataset(exports: Path) -> Any:
    """Load the exports into an rdflib Dataset whose default graph is film-graph.ttl alone."""
    from rdflib import Dataset

    dataset = Dataset(default_union=False)
    dataset.default_graph.parse(exports / "film-graph.ttl", format="turtle")
    dataset.parse(exports / "evidence.trig", format="trig")
    return dataset


def run(text: str, graph: Any, where: str = "query") -> Result:
    """Guard a query and run it; raises QueryError for what is refused, does not parse, or fails."""
    guard(text, where)
    return _run_rdflib(text, graph, where) if hasattr(graph, "namespace_manager") else _run_oxigraph(text, graph, where)


def labels_of(graph: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Give (IRI, label or alias) of all entities of a class."""
    for thing, label in run(_LABELS.format(kind=kind), graph).rows:
        if thing is not None and label is not None:
            yield thing.value, label.value


def _run_oxigraph(text: str, store: Any, where: str) -> Result:
    from pyoxigraph import QueryBoolean, QueryTriples

    try:
        found = store.query(text)
        if isinstance(found, QueryBoolean):
            return Result(truth=bool(found))
        if isinstance(found, QueryTriples):
            return Result(triples=_sorted((_ox(t.subject), _ox(t.predicate), _ox(t.object)) for t in found))
        columns = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(None if term is None else _ox(term) for term in row) for row in found)
    except SyntaxError as error:
        place = _SYNTAX_PLACE.search(str(error))
        spot = f"{where}:{place[1]}:{place[2]}" if place else where
        raise QueryError(f"not SPARQL: {error}", where=spot, do="mend the query") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"failed: {error}", where=where) from None
    return Result(columns, rows)


def _ox(term: Any) -> Node:
    from pyoxigraph import BlankNode, Literal

    if isinstance(term, Literal):
        datatype = None if term.language or term.datatype.value == _XSD_STRING else term.datatype.value
        return Node("literal", term.value, datatype, term.language)
    return Node("bnode" if isinstance(term, BlankNode) else "uri", term.value)


def _run_rdflib(text: str, dataset: Any, where: str) -> Result:
    try:
        found = dataset.query(text)
        if found.type == "ASK":
            return Result(truth=bool(found.askAnswer))
        if found.type in ("CONSTRUCT", "DESCRIBE"):
            return Result(triples=_sorted((_rdf(s), _rdf(p), _rdf(o)) for s, p, o in found))
        columns = tuple(str(variable) for variable in found.vars or ())
        rows = tuple(tuple(None if term is None else _rdf(term) for term in row) for row in found)
    except Exception as error:  # rdflib's parser and evaluator raise errors of many kinds
        raise QueryError(f"not answered: {str(error)[:300]}", where=where, do="mend the query") from None
    return Result(columns, rows)


def _rdf(term: Any) -> Node:
    from rdflib import BNode, Literal

    if isinstance(term, Literal):
        datatype = None if term.datatype is None or str(term.datatype) == _XSD_STRING else str(term.datatype)
        return Node("literal", str(term), None if term.language else datatype, term.language)
    return Node("bnode" if isinstance(term, BNode) else "uri", str(term))


def _sorted(triples: Iterable[tuple[Node, Node, Node]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted({(_text(s), _text(p), _text(o)) for s, p, o in triples}))


def _text(node: Node) -> str:
    if node.kind == "literal":
        return literal(node.value, node.datatype, node.language)
    return f"<{node.value}>" if node.kind == "uri" else f"_:{node.value}"
