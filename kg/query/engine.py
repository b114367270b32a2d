"""Engines: the same query on Oxigraph, from the store on disk, or on rdflib's own evaluator, from the exports."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError, QueryError, UsageError
from kg.graph.namespace import Namespaces
from kg.query.endpoint import Endpoint
from kg.query.guard import guard
from kg.query.order import in_order
from kg.query.rendering import term_text
from kg.query.result import Node, Result
from kg.query.stream import Stream, held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.graph.term import Triple

__all__ = [
    "ENGINES",
    "labels_of",
    "load_dataset",
    "open_engine",
    "run",
    "stream",
    "syntax_error",
    "triples_of",
    "with_prefixes",
]

ENGINES = ("oxigraph", "rdflib")
_LABELS = """
PREFIX kg: <https://w3id.org/filmkg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing ?label WHERE {{ ?thing a kg:{kind} ; rdfs:label|kg:alsoKnownAs ?label }}
ORDER BY ?label ?thing
"""
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_DECLARED = re.compile(r"PREFIX\s+(\w+):", re.IGNORECASE)
_USED = re.compile(r"(?<![\w<:/#?$.\"-])(\w+):(?=\w)")
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
    for name in ("film-graph.ttl", "evidence.trig"):
        if not (exports / name).is_file():
            raise BuildError("there is no such export", where=str(exports / name), do="run `kg build`")
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
    return held(stream(text, graph, where))


def stream(text: str, graph: Any, where: str = "query") -> Stream:
    """Guard a query and begin it; from Oxigraph's store, rows come as they are asked for.

    Raises QueryError for what is refused or does not parse, and, now or on the way, for what fails; ServiceError
    where an endpoint does not answer.
    """
    guard(text, where)
    if isinstance(graph, Endpoint):
        from kg.query.remote import ask

        return _streamed(ask(graph, text))
    if hasattr(graph, "namespace_manager"):
        return _streamed(_run_rdflib(text, graph, where))
    return _stream_oxigraph(text, graph, where)


def _streamed(result: Result) -> Stream:
    return Stream(result.columns, result.rows, result.truth, result.triples, result.cut)


def with_prefixes(text: str) -> str:
    """Declare our own prefixes before a query typed by hand, on its first line: what it declares itself stands."""
    declared = {found.casefold() for found in _DECLARED.findall(text)}
    known = {name: iri for name, iri in Namespaces().prefixes.items() if name not in declared}
    used = {name for name in _USED.findall(text) if name in known}
    return "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted(used)) + text


def labels_of(graph: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Give (IRI, label or alias) of all entities of a class."""
    for thing, label in run(_LABELS.format(kind=kind), graph).rows:
        if thing is not None and label is not None:
            yield thing.value, label.value


def _stream_oxigraph(text: str, store: Any, where: str) -> Stream:
    boolean, triples = _other_answers()
    try:
        found = store.query(text)
    except SyntaxError as error:
        raise syntax_error(str(error), text, where) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"failed: {error}", where=where) from None
    if isinstance(found, boolean):
        return Stream(truth=bool(found))
    if isinstance(found, triples):
        return Stream(
            triples=in_order((term_text(s), term_text(p), term_text(o)) for s, p, o in _reading(found, where))
        )
    columns = tuple(variable.value for variable in found.variables)
    return Stream(columns, _reading(found, where))


def _reading(found: Any, where: str) -> Iterator[tuple[Any, ...]]:
    """Give each solution or triple of Oxigraph as nodes, as it is found."""
    node = _term_reader()
    try:
        for row in found:
            yield tuple([None if term is None else node(term) for term in row])
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"failed: {error}", where=where) from None


@cache
def _other_answers() -> tuple[type, type]:
    """Give the classes of Oxigraph's answers that are no table: a truth, and triples."""
    from pyoxigraph import QueryBoolean, QueryTriples

    return QueryBoolean, QueryTriples


@cache
def _term_reader() -> Callable[[Any], Node]:
    """Give a function from a term of Oxigraph's to a Node; it raises QueryError for a triple that stands as a term."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    def node(term: Any) -> Node:
        kind = type(term)  # nobody can make a class below one of these
        if kind is NamedNode:
            return _iri(term.value)
        if kind is Literal:
            language = term.language
            datatype = None if language else term.datatype.value
            return Node("literal", term.value, None if datatype == _XSD_STRING else datatype, language)
        if kind is BlankNode:
            return Node("bnode", term.value)
        raise QueryError("a triple stands where a term is wanted", do="ask for its parts")

    return node


@lru_cache(maxsize=8192)
def _iri(value: str) -> Node:
    """Give an IRI as a node; classes and predicates come again and again."""
    return Node("uri", value)


def syntax_error(message: str, text: str, where: str) -> QueryError:
    """Say where a query stops being SPARQL; the parser's list of what could have stood there helps nobody."""
    place = _SYNTAX_PLACE.search(message)
    if not place:
        return QueryError(f"not SPARQL: {message[:200]}", where=where, do="mend the query")
    line, column = int(place[1]), int(place[2])
    rest = "".join(text.split("\n")[line - 1 : line])[column - 1 : column + 29]
    what = "a prefix is not declared" if "Prefix not found" in message else "not SPARQL"
    return QueryError(
        f"{what} before {rest!r}" if rest else f"{what}: it ends too early",
        where=f"{where}:{line}:{column}",
        do="mend the query",
    )


def triples_of(triples: Iterable[Any]) -> tuple[Triple, ...]:
    """Give pyoxigraph's triples as terms of text, sorted, blank nodes named by what is said of them."""
    node = _term_reader()
    return tuple(_in_order((node(each.subject), node(each.predicate), node(each.object)) for each in triples))


def _run_rdflib(text: str, dataset: Any, where: str) -> Result:
    try:
        found = dataset.query(text)
        if found.type == "ASK":
            return Result(truth=bool(found.askAnswer))
        if found.type in ("CONSTRUCT", "DESCRIBE"):
            return Result(triples=tuple(_in_order((_rdf(s), _rdf(p), _rdf(o)) for s, p, o in found)))
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


def _in_order(triples: Iterable[tuple[Node, Node, Node]]) -> Iterator[Triple]:
    return in_order((term_text(s), term_text(p), term_text(o)) for s, p, o in triples)
