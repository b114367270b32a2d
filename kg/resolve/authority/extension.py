"""The rest of the Reconciliation Service API 0.2 as checks: suggestions, proposals of properties, and data extension.

Faults are told as in `kg.resolve.authority.specification`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.resolve.authority.specification import FILLED, TEXT, fields, first_faults, items, place_in, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["extension_faults", "extension_query_faults", "flyout_faults", "proposal_faults", "suggestion_faults"]

_VALUES = {"str": TEXT, "float": "a number", "int": "an integer", "date": TEXT, "id": FILLED}
_MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


def suggestion_faults(value: Any) -> tuple[str, ...]:
    """Give what is wrong with suggested things, properties or types."""
    return first_faults(_suggestions(value))


def flyout_faults(value: Any) -> tuple[str, ...]:
    """Give what is wrong with the answer of a flyout service."""
    return first_faults(fields(value, "", {"id": FILLED, "html": TEXT}, ("id", "html")))


def proposal_faults(value: Any) -> tuple[str, ...]:
    """Give what is wrong with proposed properties."""
    return first_faults(_proposal(value))


def extension_query_faults(value: Any) -> tuple[str, ...]:
    """Give what is wrong with a query for data about things."""
    return first_faults(_extension_query(value))


def extension_faults(value: Any) -> tuple[str, ...]:
    """Give what is wrong with data about things."""
    return first_faults(_extension(value))


def _suggestions(value: Any) -> Iterator[str]:
    yield from fields(value, "", {"result": "an array"}, ("result",))
    if isinstance(value, dict):
        for path, each in items(value.get("result"), "result"):
            kinds = {"id": FILLED, "name": TEXT, "description": TEXT, "notable": "an array"}
            yield from fields(each, path, kinds, ("id", "name"))
            if isinstance(each, dict):
                for inner, kind in items(each.get("notable"), f"{path}.notable"):
                    if not isinstance(kind, str):
                        yield from fields(kind, inner, {"id": FILLED, "name": TEXT}, ("id",))


def _proposal(value: Any) -> Iterator[str]:
    kinds = {"type": TEXT, "limit": "an integer", "properties": "an array"}
    yield from fields(value, "", kinds, ("type", "properties"))
    if isinstance(value, dict):
        for path, each in items(value.get("properties"), "properties"):
            yield from fields(each, path, {"id": FILLED, "name": TEXT}, ("id", "name"))


def _extension_query(value: Any) -> Iterator[str]:
    yield from fields(value, "", {"ids": "an array", "properties": "an array"}, ("ids", "properties"))
    if isinstance(value, dict):
        for path, each in items(value.get("ids"), "ids"):
            yield from wanted(each, path, FILLED)
        for path, each in items(value.get("properties"), "properties"):
            yield from fields(each, path, {"id": FILLED, "settings": "an object"}, ("id",))


def _extension(value: Any) -> Iterator[str]:
    yield from fields(value, "", {"meta": "an array", "rows": "an object"}, ("meta", "rows"))
    if not isinstance(value, dict):
        return
    for path, each in items(value.get("meta"), "meta"):
        yield from fields(each, path, {"id": TEXT, "name": TEXT, "type": "an object"}, ("id", "name"))
        if isinstance(each, dict) and isinstance(each.get("type"), dict):
            yield from fields(each["type"], f"{path}.type", {"id": TEXT, "name": TEXT}, ("id",))
    rows = value.get("rows")
    for thing, row in rows.items() if isinstance(rows, dict) else ():
        at = place_in("rows", thing)
        yield from wanted(row, at, "an object")
        for name, cell in row.items() if isinstance(row, dict) else ():
            yield from wanted(cell, place_in(at, name), "an array")
            for path, each in items(cell, place_in(at, name)):
                yield from _cell(each, path)


def _cell(value: Any, path: str) -> Iterator[str]:
    yield from wanted(value, path, "an object")
    if not isinstance(value, dict) or not value:
        return
    kinds = [key for key in _VALUES if key in value]
    more = {"name", "description"} if kinds == ["id"] else set()
    if len(kinds) != 1 or set(value) - set(kinds) - more:
        yield f"{path}: one of {', '.join(_VALUES)} was wanted"
        return
    yield from fields(value, path, {kinds[0]: _VALUES[kinds[0]]})
    if kinds == ["id"]:
        yield from fields(value, path, {"name": TEXT, "description": TEXT}, ("name",))
    if kinds == ["date"] and isinstance(value["date"], str) and not _MOMENT.fullmatch(value["date"]):
        yield f"{path}.date: a date with a time was wanted"
