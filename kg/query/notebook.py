"""Notebooks: an answer as a small HTML table. All text is escaped, and only addresses of the web become links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kg.graph.namespace import is_iri
from kg.query.table import numeric, shower
from kg.query.value import node_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.query.result import Node, Result

__all__ = ["html"]

_MOST_ROWS = 50
_MOST_TEXT = 300


def html(result: Result) -> str:
    """Give an answer as HTML: a table of at most 50 rows, with a note where there are more or a limit left some out."""
    if result.truth is not None:
        return f"<p>{'true' if result.truth else 'false'}</p>"
    columns = result.columns
    rows: tuple[tuple[Node | None, ...], ...] = result.rows[:_MOST_ROWS]
    height = len(result.rows)
    if result.triples is not None:
        columns, height = ("subject", "predicate", "object"), len(result.triples)
        rows = tuple(tuple(map(node_of, triple)) for triple in result.triples[:_MOST_ROWS])
    show = shower()
    right = numeric(columns, rows)
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(_cell(node, number, show) for node, number in zip(row, right, strict=True))}</tr>\n"
        for row in rows
    )
    notes = [f"{_MOST_ROWS} of {height:,} rows"] if height > _MOST_ROWS else []
    notes += [f"not everything: {result.cut}"] if result.cut else []
    note = f"<p><small>{escape('; '.join(notes))}</small></p>" if notes else ""
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>{note}"


def _cell(node: Node | None, right: bool, show: Callable[[Node | None], str]) -> str:
    text = show(node)
    text = escape(text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…")
    if node is not None and node.kind == "uri" and is_iri(node.value):
        text = f'<a href="{escape(node.value)}" rel="noopener noreferrer">{text}</a>'
    return f'<td style="text-align: {"right" if right else "left"}">{text}</td>'
