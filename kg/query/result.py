"""Results: what a query gave, independent of the engine, and its renderings."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.graph.namespace import XSD, Namespaces
from kg.graph.turtle import shortener, turtle

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.graph.term import Triple

__all__ = ["FORMATS", "Node", "Result", "render"]


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A term of an answer: `kind` is uri, literal or bnode; datatype is None for plain strings."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A table (SELECT), a truth (ASK) or triples (CONSTRUCT, DESCRIBE); the other two are empty.

    `cut` says what limit left something out, and is empty where nothing is missing.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Node | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[Triple, ...] | None = None
    cut: str = ""


def render(result: Result, form: str) -> str:
    """Give a result as text that ends in a newline; raises QueryError where the format does not fit the result."""
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}", do=f"one of {', '.join(FORMATS)}")
    if result.truth is not None:
        return _truth(result.truth, form)
    if result.triples is not None:
        if form in ("turtle", "table", "markdown"):
            return "".join(turtle(result.triples, Namespaces().prefixes))
        if form == "ntriples":
            return "".join(f"{s} {p} {o} .\n" for s, p, o in result.triples)
        raise QueryError(f"triples are not shown as {form}", do="turtle or ntriples")
    if form in ("turtle", "ntriples"):
        raise QueryError(f"a table is not shown as {form}", do="table, csv, tsv, json or markdown")
    return FORMATS[form](result)


def _truth(truth: bool, form: str) -> str:
    if form == "json":
        return json.dumps({"head": {}, "boolean": truth}) + "\n"
    return "true\n" if truth else "false\n"


def _json(result: Result) -> str:
    bindings = [
        {name: _binding(node) for name, node in zip(result.columns, row, strict=True) if node} for row in result.rows
    ]
    return (
        json.dumps({"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)
        + "\n"
    )


def _binding(node: Node) -> dict[str, str]:
    found = {"type": node.kind, "value": node.value}
    if node.language:
        found["xml:lang"] = node.language
    elif node.datatype:
        found["datatype"] = node.datatype
    return found


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([node.value if node else "" for node in row] for row in result.rows)
    return out.getvalue()


def _tsv(result: Result) -> str:
    lines = ["\t".join(f"?{name}" for name in result.columns)]
    lines += ["\t".join(_turtle_term(node) if node else "" for node in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _turtle_term(node: Node) -> str:
    from kg.graph.term import literal

    if node.kind == "uri":
        return f"<{node.value}>"
    return f"_:{node.value}" if node.kind == "bnode" else literal(node.value, node.datatype, node.language)


def _shown(result: Result) -> list[list[str]]:
    """Give the rows as people read them: prefixed names, plain values; control characters made visible."""
    show = shortener(Namespaces().prefixes)
    rows = []
    for row in result.rows:
        cells = []
        for node in row:
            text = "" if node is None else show(f"<{node.value}>").strip("<>") if node.kind == "uri" else node.value
            cells.append("".join(char if char.isprintable() else repr(char)[1:-1] for char in text))
        rows.append(cells)
    return rows


def _numeric(result: Result) -> list[bool]:
    numbers = (XSD + "integer", XSD + "decimal", XSD + "double")
    return [
        any(row[i] for row in result.rows) and all(node is None or node.datatype in numbers for node in column)
        for i in range(len(result.columns))
        for column in [[row[i] for row in result.rows]]
    ]


def _table(result: Result) -> str:
    """Align columns by what is printed wide (accents take no place, East Asian letters two)."""
    from rich.cells import cell_len

    rows = [list(result.columns), *_shown(result)]
    widths = [max(cell_len(row[i]) for row in rows) for i in range(len(result.columns))]
    right = _numeric(result)
    lines = []
    for index, row in enumerate(rows):
        cells = [
            (" " * (width - cell_len(cell)) + cell) if is_right else (cell + " " * (width - cell_len(cell)))
            for cell, width, is_right in zip(row, widths, right, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
        if index == 0:
            lines.append("  ".join("─" * width for width in widths))
    return "\n".join(lines) + "\n"


def _markdown(result: Result) -> str:
    def escaped(cell: str) -> str:
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")

    right = _numeric(result)
    lines = ["| " + " | ".join(result.columns) + " |"]
    lines.append("|" + "|".join(" ---: " if number else " --- " for number in right) + "|")
    lines += ["| " + " | ".join(map(escaped, row)) + " |" for row in _shown(result)]
    return "\n".join(lines) + "\n"


def _none(_: Result) -> str:
    raise QueryError("a table is not triples", do="table, csv, tsv, json or markdown")


FORMATS: dict[str, Callable[[Any], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "markdown": _markdown,
    "turtle": _none,
    "ntriples": _none,
}
"""The formats by name."""
