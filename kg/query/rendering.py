"""Renderings: an answer as pieces of text, as the W3C's recommendations have them, written as the rows come.

The pieces of a Stream and of a Result are the same bytes. Tables for people are held whole (`kg.query.table`).
"""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.namespace import Namespaces
from kg.graph.term import literal
from kg.graph.turtle import turtle
from kg.query.table import markdown, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.graph.term import Triple
    from kg.query.result import Node, Result
    from kg.query.stream import Stream

    Row = Sequence[Node | None]

__all__ = ["GRAPH_FORMATS", "TABLE_FORMATS", "check", "pieces", "term_text"]

_NO_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_SPARQL = "http://www.w3.org/2005/sparql-results#"
_XML_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_SPARQL}">\n'


def pieces(found: Result | Stream, form: str) -> Iterator[str]:
    """Give an answer as text, piece by piece, the last of which ends in a newline.

    Raises QueryError where the format does not fit the answer, at once; a stream may raise it on the way.
    """
    check(form, graph=found.triples is not None, truth=found.truth is not None)
    if found.truth is not None:
        return iter((_truth(found.truth, form),))
    if found.triples is not None:
        return GRAPH_FORMATS.get(form, GRAPH_FORMATS["turtle"])(found.triples)
    return TABLE_FORMATS[form](found.columns, found.rows)


def check(form: str, *, graph: bool, truth: bool = False) -> None:
    """Raise QueryError where a format is none, or cannot show what was found."""
    if form not in TABLE_FORMATS and form not in GRAPH_FORMATS:
        raise QueryError(f"no format {form!r}", do=f"one of {', '.join((*TABLE_FORMATS, *GRAPH_FORMATS))}")
    if graph and form not in (*GRAPH_FORMATS, "table", "markdown"):
        raise QueryError(f"triples are not shown as {form}", do="turtle or ntriples")
    if not graph and not truth and form not in TABLE_FORMATS:
        raise QueryError(f"a table is not shown as {form}", do="table, csv, tsv, json, xml or markdown")


def _truth(truth: bool, form: str) -> str:
    said = "true" if truth else "false"
    if form == "json":
        return json.dumps({"head": {}, "boolean": truth}) + "\n"
    if form == "xml":
        return f"{_XML_HEAD}  <head/>\n  <boolean>{said}</boolean>\n</sparql>\n"
    return said + "\n"


def _json(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    write = json.JSONEncoder(ensure_ascii=False).encode
    before = f'{{"head": {{"vars": {write(list(columns))}}}, "results": {{"bindings": ['
    for row in rows:
        yield before + write({name: _binding(node) for name, node in zip(columns, row, strict=True) if node})
        before = ", "
    yield ("" if before == ", " else before) + "]}}\n"


def _binding(node: Node) -> dict[str, str]:
    found = {"type": node.kind, "value": node.value}
    if node.language:
        found["xml:lang"] = node.language
    elif node.datatype:
        found["datatype"] = node.datatype
    return found


class _Line:
    """What a csv writer writes to, so that `writerow` gives the line."""

    def write(self, line: str) -> str:
        return line


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    line = csv.writer(_Line(), lineterminator="\r\n").writerow
    yield str(line(columns))
    for row in rows:
        yield str(line(["" if node is None else _plain(node) for node in row]))


def _plain(node: Node) -> str:
    return f"_:{node.value}" if node.kind == "bnode" else node.value


def _tsv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in columns) + "\n"
    for row in rows:
        yield "\t".join("" if node is None else term_text(node) for node in row) + "\n"


def term_text(node: Node) -> str:
    """Give a term as N-Triples has it; what may not stand in an IRI, as an endpoint may send, is escaped."""
    if node.kind == "uri":
        return f"<{_NO_IRI.sub(_escape, node.value)}>"
    return f"_:{node.value}" if node.kind == "bnode" else literal(node.value, node.datatype, node.language)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _xml(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Give SPARQL's XML; a character that XML 1.0 cannot hold becomes U+FFFD."""
    from xml.sax.saxutils import escape, quoteattr

    from kg.graph.gephi import xml_text

    def text(value: str) -> str:
        # A bare carriage return would be read back as a newline.
        return escape(xml_text(value), {"\r": "&#13;"})

    def term(node: Node) -> str:
        if node.kind != "literal":
            return f"<{node.kind}>{text(node.value)}</{node.kind}>"
        said = ""
        if node.language:
            said = f" xml:lang={quoteattr(xml_text(node.language))}"
        elif node.datatype:
            said = f" datatype={quoteattr(xml_text(node.datatype))}"
        return f"<literal{said}>{text(node.value)}</literal>"

    names = [quoteattr(name) for name in columns]
    yield f"{_XML_HEAD}  <head>\n"
    yield "".join(f"    <variable name={name}/>\n" for name in names) + "  </head>\n  <results>\n"
    for row in rows:
        bound = zip(names, row, strict=True)
        lines = (f"      <binding name={name}>{term(node)}</binding>\n" for name, node in bound if node)
        yield f"    <result>\n{''.join(lines)}    </result>\n"
    yield "  </results>\n</sparql>\n"


def _turtle(triples: Iterable[Triple]) -> Iterator[str]:
    return turtle(triples, Namespaces().prefixes)


def _ntriples(triples: Iterable[Triple]) -> Iterator[str]:
    return (f"{s} {p} {o} .\n" for s, p, o in triples)


TABLE_FORMATS: dict[str, Callable[[Sequence[str], Iterable[Row]], Iterator[str]]] = {
    "table": terminal,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
    "markdown": markdown,
}
"""What a table is written as, by name."""

GRAPH_FORMATS: dict[str, Callable[[Iterable[Triple]], Iterator[str]]] = {"turtle": _turtle, "ntriples": _ntriples}
"""What triples are written as, by name; they stand as Turtle where a table for people is asked for."""
