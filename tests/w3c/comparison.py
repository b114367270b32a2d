"""Whether two answers say the same: graphs and tables up to the names of blank nodes, ordered tables in their order."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import rdflib
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import XSD
from rdflib.query import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

__all__ = [
    "MEDIA",
    "RS",
    "SUFFIXES",
    "Table",
    "read_graph",
    "read_graph_file",
    "read_table",
    "same_graphs",
    "same_tables",
    "table_in_graph",
]

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
MEDIA = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
}
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
# Their values are integers: an engine may keep the value alone.
INTEGERS = frozenset(
    XSD[name]
    for name in (
        "integer", "long", "int", "short", "byte", "negativeInteger", "nonNegativeInteger", "nonPositiveInteger",
        "positiveInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
SUFFIXES = {".srj": "json", ".srx": "xml", ".csv": "csv", ".tsv": "tsv", ".ttl": "turtle", ".nt": "nt", ".rdf": "xml"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of solutions, or the truth of ASK."""

    columns: frozenset[str] = frozenset()
    rows: tuple[tuple[tuple[str, Node], ...], ...] = ()
    truth: bool | None = None


def read_table(data: bytes, form: str) -> Table:
    """Read an answer in one of the forms of MEDIA. CSV has no types: a term is a blank node, a number, or a text."""
    if form == "csv":
        lines = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
        return Table(frozenset(lines[0]), tuple(_row(dict(_texts(lines[0], line))) for line in lines[1:]))
    rdflib.NORMALIZE_LITERALS = False
    try:
        result = Result.parse(io.BytesIO(data), format=form)
        if result.type == "ASK":
            return Table(truth=bool(result.askAnswer))
        rows = tuple(_row(bindings) for bindings in result.bindings)
        return Table(frozenset(str(name) for name in result.vars or ()), rows)
    finally:
        rdflib.NORMALIZE_LITERALS = True


def _texts(names: list[str], line: list[str]) -> Iterator[tuple[str, Node]]:
    for name, text in zip(names, line, strict=True):
        if text.startswith("_:"):
            yield name, BNode(text[2:])
        else:
            yield name, _plain(Literal(text, datatype=XSD.double if NUMBER.fullmatch(text) else None))


def _row(bindings: object) -> tuple[tuple[str, Node], ...]:
    return tuple(sorted((str(name), _plain(term)) for name, term in dict(bindings).items() if term is not None))


def _plain(term: Node) -> Node:
    """Give a term so that equal values are equal terms: the W3C's results write 3.0E4 where others write 30000."""
    if not isinstance(term, Literal) or term.datatype is None:
        return term
    text = str(term)
    try:
        if term.datatype == XSD.string:
            return Literal(text)
        if term.datatype in (XSD.double, XSD.float):
            text = repr(float(text))
        elif term.datatype == XSD.boolean:
            text = {"0": "false", "1": "true"}.get(text, text)
        elif term.datatype in INTEGERS:
            return Literal(str(int(text)), datatype=XSD.integer)
        elif term.datatype == XSD.decimal:
            text = f"{Decimal(text).normalize():f}"
    except (ValueError, ArithmeticError):
        return term
    return Literal(text, datatype=term.datatype)


def read_graph(data: bytes, form: str, base: str = "") -> Graph:
    """Read a graph in one of the forms of MEDIA."""
    rdflib.NORMALIZE_LITERALS = False
    try:
        return Graph().parse(data=data, format=form, publicID=base or None)
    finally:
        rdflib.NORMALIZE_LITERALS = True


def read_graph_file(path: Path, base: str) -> Graph:
    """Read a file of the tests as a graph."""
    return read_graph(path.read_bytes(), SUFFIXES[path.suffix], base)


def table_in_graph(graph: Graph) -> Table:
    """Give the table that a graph describes in the vocabulary of result sets."""
    rows = []
    for solution in graph.objects(None, RS.solution):
        pairs = {
            str(graph.value(each, RS.variable)): graph.value(each, RS["value"])
            for each in graph.objects(solution, RS.binding)
        }
        rows.append(_row(pairs))
    return Table(frozenset(map(str, graph.objects(None, RS.resultVariable))), tuple(rows))


def same_graphs(one: Graph, other: Graph) -> bool:
    """Tell whether two graphs are isomorphic."""
    return len(one) == len(other) and isomorphic(one, other)


def same_tables(one: Table, other: Table, *, ordered: bool = False) -> bool:
    """Tell whether two tables hold the same rows as often, and in the same order where that matters."""
    if (one.columns, one.truth, len(one.rows)) != (other.columns, other.truth, len(other.rows)):
        return False
    if not ordered and Counter(_ground(one)) != Counter(_ground(other)):
        return False
    return same_graphs(_as_graph(one, ordered), _as_graph(other, ordered))


def _ground(table: Table) -> Iterator[tuple[tuple[str, Node], ...]]:
    """Give the rows without blank nodes: those need no search for a match."""
    return (row for row in table.rows if not any(isinstance(term, BNode) for _, term in row))


def _as_graph(table: Table, ordered: bool) -> Graph:
    """Give the rows that need such a search, or all if their order matters, each a node that has its terms."""
    ground = set() if ordered else set(_ground(table))
    graph = Graph()
    for place, row in enumerate(table.rows):
        if row in ground:
            continue
        node = URIRef(f"row:{place}") if ordered else BNode()
        graph.add((node, RS["index"], Literal(place if ordered else 0)))
        for name, term in row:
            graph.add((node, URIRef(f"column:{name}"), term))
    return graph
