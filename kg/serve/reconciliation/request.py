"""Requests: what is sent to the service, read within limits, and refused with a reason where it is not to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from kg.resolve.authority.extension import extension_query_faults
from kg.resolve.authority.specification import QUERY_FIELDS, parse_json, query_faults, trouble
from kg.serve.reconciliation.property import properties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

__all__ = ["BATCH", "Refused", "batch_of", "extension_of", "form_of", "number_of", "query_of"]

BATCH = 100
"""The most queries in a batch."""
_BODY = 1024 * 1024  # bytes
_TEXT = 1_000  # characters of a name
_DEEPEST = 8  # a value of a property, in a query, in a batch, takes six
_FIELDS = 20
_VALUES, _PROPERTIES = 50, 20  # of a property in a query, and of a query
_THINGS = 1_000  # of which data is asked for at once
_FORM = "application/x-www-form-urlencoded"


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of ours
    """A request that is not answered: the HTTP status and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


async def form_of(request: Request) -> dict[str, str]:
    """Read the fields of a request, from the address and from the form; raises Refused."""
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        kind = request.headers.get("content-type", _FORM).partition(";")[0].strip().casefold()
        if kind != _FORM:
            raise Refused(415, f"a form was wanted ({_FORM}), not {kind[:100]}")
        body = bytearray()
        async for block in request.stream():
            body += block
            if len(body) > _BODY:
                raise Refused(413, f"the request is larger than {_BODY} bytes")
        fields |= _fields(bytes(body))
    if "callback" in fields:
        raise Refused(400, "JSONP is not offered: it would run our answer as a script; CORS is open to all")
    return fields


def batch_of(text: str) -> dict[str, Any]:
    """Read a batch of queries; raises Refused for one that the specification does not allow, or that is too large."""
    batch = _json(text, "queries")
    if isinstance(batch, dict) and len(batch) > BATCH:
        raise Refused(413, f"a batch has at most {BATCH} queries, and this one {len(batch)}")
    if isinstance(batch, dict):
        batch = {key: _known(query) for key, query in batch.items()}
    faults = query_faults(batch)
    if faults:
        raise Refused(400, f"queries: {trouble(faults)}")
    for key, query in batch.items():
        _bounded(key, query)
    return dict(batch)


def query_of(fields: Mapping[str, str]) -> dict[str, Any]:
    """Read one query as version 0.1 has it: JSON, or a plain name with its type and limit; raises Refused."""
    text = fields["query"]
    query = _json(text, "query") if text.lstrip().startswith("{") else {"query": text}
    if isinstance(query, dict):
        query = {**({"type": fields["type"]} if fields.get("type") else {}), **query}
        if "limit" in fields and "limit" not in query:
            query["limit"] = number_of(fields, "limit", 1)
    return dict(batch_of_one(query))


def batch_of_one(query: Any) -> dict[str, Any]:
    """Check one query; raises Refused."""
    query = _known(query)
    faults = query_faults({"query": query})
    if faults:
        raise Refused(400, trouble(faults))
    _bounded("query", query)
    return dict(query)


def extension_of(text: str) -> dict[str, Any]:
    """Read a query for data about things; raises Refused."""
    query = _json(text, "extend")
    faults = extension_query_faults(query)
    if faults:
        raise Refused(400, f"extend: {trouble(faults)}")
    if len(query["ids"]) > _THINGS or len(query["properties"]) > _PROPERTIES:
        raise Refused(413, f"at most {_THINGS} ids and {_PROPERTIES} properties are answered at once")
    unknown = [each["id"] for each in query["properties"] if each["id"] not in properties()]
    if unknown:
        raise Refused(400, f"extend: no property {unknown[0][:100]!r}; see the service's proposals")
    return dict(query)


def number_of(fields: Mapping[str, str], name: str, least: int, default: int = 0) -> int:
    """Read a whole number; raises Refused for what is none."""
    text = fields.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise Refused(400, f"{name}: a whole number from {least} was wanted")
    return int(text)


def _fields(data: bytes) -> dict[str, str]:
    if len(data) > _BODY:
        raise Refused(413, f"the request is larger than {_BODY} bytes")
    try:
        pairs = parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:  # of the encoding, or of the number of fields
        raise Refused(400, f"no form of at most {_FIELDS} fields in UTF-8") from None
    return dict(pairs)


def _json(text: str, name: str) -> Any:
    try:
        value = parse_json(text)
    except ValueError as error:
        raise Refused(400, f"{name}: no JSON: {str(error)[:200]}") from None
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise Refused(400, f"{name}: nested deeper than {_DEEPEST} levels")
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return value


def _known(query: Any) -> Any:
    """Leave out what the specification does not know: clients add fields of their own."""
    if not isinstance(query, dict):
        return query
    return {key: value for key, value in query.items() if key in QUERY_FIELDS}


def _bounded(key: str, query: Mapping[str, Any]) -> None:
    texts = [query.get("query", "")]
    for each in query.get("properties") or ():
        values = each["v"] if isinstance(each["v"], list) else [each["v"]]
        if len(values) > _VALUES:
            raise Refused(400, f"{key[:50]}: a property has more than {_VALUES} values")
        texts += [text for value in values for text in (value.values() if isinstance(value, dict) else [value])]
    if len(query.get("properties") or ()) > _PROPERTIES:
        raise Refused(400, f"{key[:50]}: more than {_PROPERTIES} properties")
    if any(isinstance(text, str) and len(text) > _TEXT for text in texts):
        raise Refused(400, f"{key[:50]}: a text is longer than {_TEXT} characters")
