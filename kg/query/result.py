"""Results: what a query gave, independent of the engine, and its renderings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kg.query.rendering import GRAPH_FORMATS, TABLE_FORMATS, pieces

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
    return "".join(pieces(result, form))


FORMATS: dict[str, Callable[[Result], str]] = {
    form: partial(render, form=form) for form in (*TABLE_FORMATS, *GRAPH_FORMATS)
}
"""The formats by name; all are text."""
