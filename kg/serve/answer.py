"""Answers: what a query gave, written in the form that was asked for, and cut where it is more than may be sent.

Oxigraph writes results itself, as fast as it finds them. Rows are counted in what it wrote; where they are too many,
the query runs once more into lines (TSV or N-Triples: one row a line), which can be cut anywhere, and what is kept of
them is written in the form asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.serve.accept import TABLES, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.serve.limits import Limits

__all__ = ["Answer", "rewritten", "write_graph", "write_table"]

# Up to here a result is written in one go, and counted after; few results of less than the allowed rows are larger.
_BYTES_A_ROW = 1024
_READABLE = 2000  # triples


@dataclass(frozen=True, slots=True)
class Answer:
    """A result: its Content-Type, its bytes, and, where it was cut, how much is left and by which limit."""

    content_type: str
    body: bytes
    kept: int = 0
    cut: str = ""


class _FullError(Exception):
    pass


class _Sink:
    """A file that takes so many bytes, or so many lines, and no more."""

    def __init__(self, size: int, lines: int | None = None) -> None:
        self.parts: list[bytes] = []
        self.size, self.lines = size, lines

    def write(self, data: bytes) -> int:
        self.parts.append(bytes(data))
        self.size -= len(data)
        if self.lines is not None:
            self.lines -= data.count(b"\n")
        if self.size < 0 or (self.lines is not None and self.lines < 0):
            raise _FullError
        return len(data)

    def flush(self) -> None:
        """Keep what was written: there is nothing beneath."""


def write_table(run: Callable[[], Any], form: Form, limits: Limits) -> Answer:
    """Write the solutions or the truth that `run` gives; it is called again where there are too many."""
    from pyoxigraph import QueryBoolean, QueryResultsFormat

    format_ = {form.name: getattr(QueryResultsFormat, form.name.upper()) for form in TABLES}[form.name]
    found = run()
    if isinstance(found, QueryBoolean):
        return Answer(form.content_type, bytes(found.serialize(format=format_) or b""))
    sink = _Sink(min(limits.size, limits.rows * _BYTES_A_ROW))
    try:
        found.serialize(sink, format=format_)
    except _FullError:
        return _cut_table(run, form, format_, limits)
    body = b"".join(sink.parts)
    rows = _rows(body, form.name)
    return (
        _cut_table(run, form, format_, limits)
        if rows is None or rows > limits.rows
        else Answer(form.content_type, body, rows)
    )


def write_graph(run: Callable[[], Any], form: Form, limits: Limits, prefixes: Mapping[str, str]) -> Answer:
    """Write the triples that `run` gives."""
    from pyoxigraph import RdfFormat

    lines, cut = _lines(run(), RdfFormat.N_TRIPLES, limits, head=0)
    body = rewritten(lines, form, prefixes)
    return Answer(form.content_type, _NOTES[form.name](body, cut) if cut else body, len(lines), cut)


def rewritten(lines: list[bytes], form: Form, prefixes: Mapping[str, str]) -> bytes:
    """Give lines of N-Triples in another form; a graph that somebody may read in the order in which people read."""
    from pyoxigraph import RdfFormat, parse, serialize

    if form.name in ("ntriples", "nquads"):
        return b"".join(lines)
    whole = b"".join(lines)
    used = {name: iri for name, iri in prefixes.items() if b"<" + iri.encode() in whole}
    if form.name in ("turtle", "trig") and len(lines) <= _READABLE:
        from kg.graph.turtle import turtle

        triples = sorted({tuple(line[:-3].decode("utf-8").split(" ", 2)) for line in lines})
        return "".join(turtle(triples, used)).encode("utf-8")  # type: ignore[arg-type]
    quads = parse(whole, format=RdfFormat.N_TRIPLES)
    return bytes(serialize(quads, format=form.rdf, prefixes={} if form.name == "jsonld" else used) or b"")


def _cut_table(run: Callable[[], Any], form: Form, format_: Any, limits: Limits) -> Answer:
    from pyoxigraph import QueryResultsFormat, parse_query_results

    lines, cut = _lines(run(), QueryResultsFormat.TSV, limits, head=1)
    body = b"".join(lines)
    if form.name != "tsv":
        rows: Any = parse_query_results(body, format=QueryResultsFormat.TSV)
        body = bytes(rows.serialize(format=format_) or b"")
    return Answer(form.content_type, _NOTES[form.name](body, cut) if cut else body, len(lines) - 1, cut)


def _lines(found: Any, format_: Any, limits: Limits, head: int) -> tuple[list[bytes], str]:
    """Write one row a line, as many as may be; give the lines, `head` of them before the rows, and what cut them."""
    sink, full = _Sink(limits.size, limits.rows + head), False
    try:
        found.serialize(sink, format=format_)
    except _FullError:
        full = True
    lines = [line + b"\n" for line in b"".join(sink.parts).split(b"\n")[:-1]]
    if not full:
        return lines, ""
    if sink.lines is not None and sink.lines < 0:
        return lines[: limits.rows + head], f"{limits.rows} {'rows' if head else 'triples'}"
    return lines, f"{limits.size} bytes"


def _rows(body: bytes, form: str) -> int | None:
    """Count the rows of a table as Oxigraph writes it; None where that would take a parser."""
    if form == "tsv":
        return body.count(b"\n") - 1
    if form == "xml":
        return body.count(b"<result>")
    if form == "csv":
        parts = body.split(b'"')
        return sum(part.count(b"\r\n") for part in parts[::2]) - 1
    # Quotes within strings are escaped, so this stands between rows alone. A row that binds nothing is `{}`.
    if b"{}" in body:
        return None
    return body.count(b'}},{"') + (not body.endswith(b'"bindings":[]}}'))


def _in_json(body: bytes, cut: str) -> bytes:
    return body.replace(b'{"head":{', b'{"head":{"cut":"after ' + cut.encode() + b'",', 1)


def _in_jsonld(body: bytes, cut: str) -> bytes:
    # A key that no context maps is no statement.
    note = b'{"cut":"after ' + cut.encode() + b'"}'
    return body[:-1] + (b"," if len(body) > 2 else b"") + note + b"]" if body.endswith(b"]") else body


def _in_xml(body: bytes, cut: str) -> bytes:
    return body + b"<!-- cut after " + cut.encode() + b" -->"


def _in_lines(body: bytes, cut: str) -> bytes:
    return body + b"# cut after " + cut.encode() + b"\n"


# CSV and TSV have no comments: the note stands in the place of a last row, where nobody can take the table for whole.
_NOTES: dict[str, Callable[[bytes, str], bytes]] = {
    "json": _in_json,
    "xml": _in_xml,
    "csv": lambda body, cut: body + b"# cut after " + cut.encode() + b"\r\n",
    "tsv": _in_lines,
    "turtle": _in_lines,
    "ntriples": _in_lines,
    "nquads": _in_lines,
    "trig": _in_lines,
    "jsonld": _in_jsonld,
    "rdfxml": _in_xml,
}
