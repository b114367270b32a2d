"""The Reconciliation Service API 0.2 as checks: manifests, query batches and result batches.

The specification is a report of the W3C's Entity Reconciliation Community Group. Where its prose asks for more than
its JSON schemas (an id is not empty, a limit is positive), the prose counts. Each fault is one line that names the
path: `q0.result[2].score: a number was wanted`. Fields that the specification does not know may stand beside its own,
but not in a query.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from kg.resolve.authority.plain import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "FILLED", "QUERY_FIELDS", "TEXT", "VERSION", "fields", "first_faults", "items", "manifest_faults", "parse_json",
    "place_in", "query_faults", "result_faults", "results", "trouble", "wanted",
]  # fmt: skip

VERSION = "0.2"
_ENTITY = "{{id}}"
_STRICTNESS = ("any", "should", "all")
QUERY_FIELDS = ("query", "type", "limit", "properties", "type_strict")
_SCHEMES = ("basic", "http", "apiKey", "oauth2", "openIdConnect")
_SETTINGS = {"number": "a number", "text": "a string", "checkbox": "true or false", "select": "a string"}
_PLAIN_KEY = re.compile(r"[\w-]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+")
_MOST_FAULTS = 20


def parse_json(text: str) -> Any:
    """Read JSON as RFC 8259 has it; raises ValueError for anything else, such as NaN or nesting without end."""

    def refuse(name: str) -> Any:
        raise ValueError(f"{name} is no JSON")

    try:
        return json.loads(text, parse_constant=refuse)
    except RecursionError:
        raise ValueError("nested too deep") from None


def trouble(faults: tuple[str, ...]) -> str:
    """Give some faults on one line."""
    more = len(faults) - 3
    return "; ".join(faults[:3]) + (f"; and {more} more" if more > 0 else "")


def manifest_faults(manifest: Any) -> tuple[str, ...]:
    """Give what is wrong with a service's manifest, () where it fits."""
    return first_faults(_manifest(manifest))


def query_faults(batch: Any) -> tuple[str, ...]:
    """Give what is wrong with a batch of queries, () where it fits."""
    return first_faults(_batch(batch, _query))


def result_faults(batch: Any) -> tuple[str, ...]:
    """Give what is wrong with a batch of results, () where it fits."""
    return first_faults(_batch(batch, _result))


def results(value: Any, path: str) -> tuple[str, ...]:
    """Give what is wrong with the result of one query, which stands at `path` in its batch."""
    return first_faults(_result(value, path))


def first_faults(faults: Iterator[str]) -> tuple[str, ...]:
    """A hostile answer may have a million faults; nobody reads more than some."""
    return tuple(fault for fault, _ in zip(faults, range(_MOST_FAULTS), strict=False))


# ---- kinds of value ----------------------------------------------------------------------------------------------


def place_in(path: str, key: str) -> str:
    """Give the path of a member of an object."""
    name = f".{key}" if _PLAIN_KEY.fullmatch(key) else f'["{shown(key)}"]'
    return f"{path}{name}" if path else name.removeprefix(".")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond all floats
        return False


_KINDS: dict[str, Callable[[Any], bool]] = {
    "a string": _is_text,
    "a string that is not empty": lambda value: _is_text(value) and bool(value),
    "a URI": lambda value: _is_text(value) and bool(_URI.fullmatch(value)),
    "a number": _is_number,
    "a positive integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0,
    "an integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "true or false": lambda value: isinstance(value, bool),
    "an array": lambda value: isinstance(value, list),
    "an object": lambda value: isinstance(value, dict),
}


def wanted(value: Any, path: str, kind: str) -> Iterator[str]:
    """Give a fault where a value is not of a kind such as "a string"."""
    if not _KINDS[kind](value):
        yield f"{path or 'the whole'}: {kind} was wanted"


def fields(value: Any, path: str, kinds: dict[str, str], needed: tuple[str, ...] = ()) -> Iterator[str]:
    """Hold the fields of an object against their kinds; those `needed` must be there."""
    if not isinstance(value, dict):
        yield from wanted(value, path, "an object")
        return
    for key in needed:
        if key not in value:
            yield f"{place_in(path, key)}: is missing"
    for key, kind in kinds.items():
        if key in value:
            yield from wanted(value[key], place_in(path, key), kind)


def items(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Give the items of an array with their paths; none of what is no array."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield f"{path}[{number}]", each


# ---- manifest ----------------------------------------------------------------------------------------------------

TEXT, FILLED, _ADDRESS = "a string", "a string that is not empty", "a URI"
_MANIFEST = {
    "versions": "an array", "name": TEXT, "identifierSpace": _ADDRESS, "schemaSpace": _ADDRESS,
    "documentation": _ADDRESS, "serviceVersion": TEXT, "logo": _ADDRESS, "view": "an object",
    "feature_view": "an object", "defaultTypes": "an array", "suggest": "an object", "preview": "an object",
    "extend": "an object", "batchSize": "a positive integer", "authentication": "an object",
}  # fmt: skip


def _manifest(value: Any) -> Iterator[str]:
    yield from fields(value, "", _MANIFEST, ("versions", "name", "identifierSpace", "schemaSpace"))
    if not isinstance(value, dict):
        return
    versions = value.get("versions")
    if isinstance(versions, list):
        for path, each in items(versions, "versions"):
            yield from wanted(each, path, TEXT)
        if VERSION not in versions:
            yield f"versions: {VERSION} is not among them"
    for name in ("view", "feature_view"):
        if isinstance(value.get(name), dict):
            yield from _template(value[name], name)
    kinds = value.get("defaultTypes")
    for path, each in items(kinds, "defaultTypes"):
        yield from _type(each, path, 0)
    if isinstance(kinds, list) and any(each in kinds[:number] for number, each in enumerate(kinds[:1000])):
        yield "defaultTypes: the same type stands twice"
    if isinstance(value.get("suggest"), dict):
        for name in ("entity", "property", "type"):
            if name in value["suggest"]:
                yield from _suggest(value["suggest"][name], f"suggest.{name}")
    if isinstance(value.get("preview"), dict):
        yield from _template(value["preview"], "preview", {"width": "an integer", "height": "an integer"})
    if isinstance(value.get("extend"), dict):
        yield from _extend(value["extend"])
    if isinstance(value.get("authentication"), dict) and value["authentication"].get("type") not in _SCHEMES:
        yield f"authentication.type: one of {', '.join(_SCHEMES)} was wanted"


def _template(value: dict[str, Any], path: str, more: dict[str, str] | None = None) -> Iterator[str]:
    kinds = {"url": TEXT, **(more or {})}
    yield from fields(value, path, kinds, tuple(kinds))
    if isinstance(value.get("url"), str) and _ENTITY not in value["url"]:
        yield f"{path}.url: {_ENTITY} was wanted in it"


def _type(value: Any, path: str, depth: int) -> Iterator[str]:
    if depth > _MOST_FAULTS:
        yield f"{path}: nested too deep"
        return
    kinds = {"id": FILLED, "name": FILLED, "description": TEXT, "broader": "an array"}
    yield from fields(value, path, kinds, ("id", "name"))
    if isinstance(value, dict):
        for inner, each in items(value.get("broader"), f"{path}.broader"):
            yield from _type(each, inner, depth + 1)


def _suggest(value: Any, path: str) -> Iterator[str]:
    names = ("service_url", "service_path", "flyout_service_url", "flyout_service_path")
    yield from fields(value, path, dict.fromkeys(names, TEXT))
    flyout = value.get("flyout_service_path") if isinstance(value, dict) else None
    if isinstance(flyout, str) and "${id}" not in flyout:
        yield f"{path}.flyout_service_path: ${{id}} was wanted in it"


def _extend(value: dict[str, Any]) -> Iterator[str]:
    yield from fields(value, "extend", {"propose_properties": "an object", "property_settings": "an array"})
    if isinstance(value.get("propose_properties"), dict):
        kinds = {"service_url": TEXT, "service_path": TEXT}
        yield from fields(value["propose_properties"], "extend.propose_properties", kinds)
    for path, each in items(value.get("property_settings"), "extend.property_settings"):
        kind = each.get("type") if isinstance(each, dict) else None
        if isinstance(each, dict) and (not isinstance(kind, str) or kind not in _SETTINGS):
            yield f"{path}.type: one of {', '.join(_SETTINGS)} was wanted"
            continue
        kinds = {"label": TEXT, "name": TEXT, "help_text": TEXT, "default": _SETTINGS.get(str(kind), TEXT)}
        yield from fields(each, path, kinds, ("label", "name"))
        if kind == "select":
            yield from fields(each, path, {"choices": "an array"}, ("choices",))
            for inner, choice in items(each.get("choices"), f"{path}.choices"):
                yield from fields(choice, inner, {"value": TEXT, "name": TEXT}, ("value", "name"))


# ---- batches -----------------------------------------------------------------------------------------------------


def _batch(value: Any, one: Callable[[Any, str], Iterator[str]]) -> Iterator[str]:
    yield from wanted(value, "", "an object")
    if isinstance(value, dict):
        for key, each in value.items():
            yield from one(each, place_in("", key))


def _query(value: Any, path: str) -> Iterator[str]:
    kinds = {"query": FILLED, "limit": "a positive integer", "properties": "an array"}
    yield from fields(value, path, kinds)
    if not isinstance(value, dict):
        return
    for key in value:
        if key not in QUERY_FIELDS:
            yield f"{place_in(path, key)}: no field of a query (those are {', '.join(QUERY_FIELDS)})"
    if "query" not in value and not value.get("properties"):
        yield f"{path}: query or properties was wanted"
    kind = value.get("type", "")
    if not isinstance(kind, list) and not _is_text(kind):
        yield f"{path}.type: a string or an array of strings was wanted"
    for inner, each in items(kind, f"{path}.type"):
        yield from wanted(each, inner, TEXT)
    if "type_strict" in value and value["type_strict"] not in _STRICTNESS:
        yield f"{path}.type_strict: one of {', '.join(_STRICTNESS)} was wanted"
    for inner, each in items(value.get("properties"), f"{path}.properties"):
        yield from fields(each, inner, {"pid": FILLED}, ("pid", "v"))
        if isinstance(each, dict) and "v" in each:
            given = list(items(each["v"], f"{inner}.v")) if isinstance(each["v"], list) else [(f"{inner}.v", each["v"])]
            for place, one in given:
                yield from _property_value(one, place)


def _property_value(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from fields(value, path, {"id": FILLED, "name": TEXT}, ("id",))
    elif not (_is_text(value) or _is_number(value) or isinstance(value, bool)):
        yield f"{path}: a string, a number, true or false, or an entity was wanted"


def _result(value: Any, path: str) -> Iterator[str]:
    yield from fields(value, path, {"result": "an array"}, ("result",))
    if isinstance(value, dict):
        for inner, each in items(value.get("result"), place_in(path, "result")):
            yield from _candidate(each, inner)


_CANDIDATE = {
    "id": FILLED, "name": FILLED, "description": TEXT, "score": "a number", "match": "true or false",
    "type": "an array", "features": "an array",
}  # fmt: skip


def _candidate(value: Any, path: str) -> Iterator[str]:
    yield from fields(value, path, _CANDIDATE, ("id", "name", "score"))
    if not isinstance(value, dict):
        return
    for inner, each in items(value.get("type"), f"{path}.type"):
        if isinstance(each, dict):
            yield from fields(each, inner, {"id": FILLED, "name": TEXT}, ("id",))
        elif not (_is_text(each) and each):
            yield f"{inner}: an object with an id, or the id as a string, was wanted"
    seen: set[str] = set()
    for inner, each in items(value.get("features"), f"{path}.features"):
        yield from fields(each, inner, {"id": FILLED}, ("id", "value"))
        if isinstance(each, dict):
            if "value" in each and not (isinstance(each["value"], bool) or _is_number(each["value"])):
                yield f"{inner}.value: a number, or true or false, was wanted"
            if isinstance(each.get("id"), str) and each["id"] in seen:
                yield f"{inner}.id: stands twice"
            seen |= {each["id"]} if isinstance(each.get("id"), str) else set()
