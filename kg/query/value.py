"""Values: the terms of an answer as Python has them, and columns of one type.

A number is an int, Decimal or float, a year an int, a day a date, a truth a bool; an IRI, a name, and whatever does
not hold what its datatype promises (a 31st of February) is a str as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import XSD
from kg.graph.term import split_literal
from kg.query.result import Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.term import Triple
    from kg.query.result import Result

__all__ = ["Column", "columns_of", "native", "node_of"]

_INTEGERS = frozenset(
    XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
_INTEGER = re.compile(r"[+-]?[0-9]{1,1000}")
_YEAR = re.compile(r"-?[0-9]{4,9}")
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_LARGEST = 2**63
_DIGITS = 38  # the most that a decimal column of Arrow and of polars holds


@dataclass(frozen=True, slots=True)
class Column:
    """A column of one type: boolean, integer (64 bits), decimal, double, date, datetime, instant (in a zone), string.

    `scale` is the number of decimals of a decimal column. What is not bound is None.
    """

    name: str
    type: str
    values: tuple[Any, ...]
    scale: int = 0


def native(node: Node | None) -> Any:
    """Give a term as a Python value; None where nothing is bound."""
    if node is None:
        return None
    text, datatype = node.value, node.datatype
    if node.kind == "bnode":
        return f"_:{text}"
    if datatype is None or not datatype.startswith(XSD):
        return text
    if datatype in _INTEGERS:
        return int(text) if _INTEGER.fullmatch(text) else text
    match datatype[len(XSD) :]:
        case "gYear":
            return int(text) if _YEAR.fullmatch(text) else text
        case "decimal":
            return Decimal(text) if _DECIMAL.fullmatch(text) else text
        case "double" | "float":
            return float(text) if _DOUBLE.fullmatch(text) else text
        case "boolean":
            return {"true": True, "1": True, "false": False, "0": False}.get(text, text)
        case "date" if _DATE.fullmatch(text):
            return _moment(date, text)
        case "dateTime" if _MOMENT.fullmatch(text):
            return _moment(datetime, text)
    return text


def _moment(kind: type[date], text: str) -> date | str:
    try:
        return kind.fromisoformat(text)
    except ValueError:
        return text


def node_of(term: str) -> Node:
    """Give a term of N-Triples as a Node; raises ValueError for what is none."""
    if term.startswith("<"):
        return Node("uri", term[1:-1])
    if term.startswith("_:"):
        return Node("bnode", term[2:])
    return Node("literal", *split_literal(term))


def columns_of(result: Result) -> list[Column]:
    """Give the columns of a table, or the subject, predicate and object of triples.

    A column is of the narrowest type that holds all its values; where they have nothing in common (a date here, a
    name there) it is a string column with all values as they were written.
    """
    if result.triples is not None:
        parts: list[Triple | tuple[()]] = list(zip(*result.triples, strict=True)) or [(), (), ()]
        names = ("subject", "predicate", "object")
        return [_column(name, [node_of(term) for term in part]) for name, part in zip(names, parts, strict=True)]
    return [_column(name, [row[place] for row in result.rows]) for place, name in enumerate(result.columns)]


def _column(name: str, nodes: Sequence[Node | None]) -> Column:
    values = tuple(native(node) for node in nodes)
    bound = [value for value in values if value is not None]
    types = {type(value) for value in bound}
    if types == {bool}:
        return Column(name, "boolean", values)
    if types == {int} and all(-_LARGEST <= value < _LARGEST for value in bound):
        return Column(name, "integer", values)
    if types and types <= {int, Decimal}:
        return _exact(name, nodes, values)
    if float in types and types <= {int, Decimal, float}:
        return Column(name, "double", tuple(None if value is None else float(value) for value in values))
    if types == {date}:
        return Column(name, "date", values)
    if types == {datetime}:
        zoned = {value.tzinfo is not None for value in bound}
        if len(zoned) == 1:
            return Column(name, "instant" if zoned.pop() else "datetime", values)
    return _strings(name, nodes)


def _exact(name: str, nodes: Sequence[Node | None], values: tuple[Any, ...]) -> Column:
    """Give a decimal column, where its numbers fit into one; else the text that was written."""
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    bound = [number for number in numbers if number is not None]
    scale = max(max(0, -int(number.as_tuple().exponent)) for number in bound)
    whole = max(number.adjusted() + 1 for number in bound)
    return Column(name, "decimal", numbers, scale) if max(whole, 0) + scale <= _DIGITS else _strings(name, nodes)


def _strings(name: str, nodes: Sequence[Node | None]) -> Column:
    text = (None if node is None else f"_:{node.value}" if node.kind == "bnode" else node.value for node in nodes)
    return Column(name, "string", tuple(text))
