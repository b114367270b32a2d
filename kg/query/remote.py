"""Questions to an endpoint elsewhere, as the SPARQL 1.1 Protocol has them, and its answers as Results.

Nothing here trusts the other side: what it sends is bounded, and read as data of the form that was asked for.
"""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.errors import QueryError, ServiceError
from kg.graph.namespace import XSD
from kg.query.engine import triples_of
from kg.query.guard import tokens
from kg.query.result import Node, Result
from kg.resolve.authority.link import Link, Reply, fetch
from kg.resolve.authority.plain import one_line
from kg.resolve.authority.specification import parse_json

if TYPE_CHECKING:
    from kg.query.endpoint import Endpoint

__all__ = ["ask"]

_LONGEST_ADDRESS = 2_000  # longer ones are cut or refused by some servers
_PART = 206
_FORM = "application/x-www-form-urlencoded"
_TABLES = "application/sparql-results+json, application/json;q=0.5"
_GRAPHS = "application/n-triples, text/turtle;q=0.5"
_MOST_CELLS = 20_000_000
_VARIABLE = re.compile("[\\w\u00b7\u0300-\u036f\u203f\u2040]+")
_LANGUAGE = re.compile("[A-Za-z]+(-[A-Za-z0-9]+)*")
_DATATYPE = re.compile(r"[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS = ("uri", "literal", "bnode")


def ask(endpoint: Endpoint, text: str) -> Result:
    """Ask an endpoint a query that has passed the guard: by GET, or by POST where that would be too long.

    Raises QueryError where the endpoint refuses the query, ServiceError where it cannot be reached or answers with
    something else than was asked for; each names the address.
    """
    graph = _form(text) in ("CONSTRUCT", "DESCRIBE")
    link = Link(timeout=endpoint.timeout, whole=endpoint.whole, largest=endpoint.largest, tries=1)
    accept = _GRAPHS if graph else _TABLES
    said = urlencode({"query": text})
    address = f"{endpoint.address}{'&' if '?' in endpoint.address else '?'}{said}"
    if len(address) <= _LONGEST_ADDRESS:
        reply = fetch(address, link, accept=accept)
    else:
        reply = fetch(endpoint.address, link, said.encode("ascii"), _FORM, accept)
    if reply.status not in (200, _PART):
        raise _refusal(reply, endpoint.address)
    return _triples(reply, endpoint.address) if graph else _table(reply, endpoint.address)


def _form(text: str) -> str:
    """Give the word that says what a query asks for: the first one that declares nothing."""
    words = (token[0].upper() for token in tokens(text) if token.lastgroup == "word")
    return next((word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")


def _refusal(reply: Reply, address: str) -> QueryError | ServiceError:
    if reply.status == 0:
        return ServiceError(reply.reason, where=address, do="check the address, or ask for less")
    more = _said(reply)
    what = f"{reply.reason}: {more}" if more else reply.reason
    if reply.status in (400, 422):
        return QueryError(f"the endpoint does not take this query: {what}", where=address, do="mend the query")
    if reply.status in (401, 403):
        return ServiceError(f"the endpoint refuses: {what}", where=address, do="ask for what is open to all")
    if reply.status in (429, 503, 504):
        return ServiceError(f"the endpoint is busy: {what}", where=address, do="try later, or ask for less")
    return ServiceError(f"no answer to the query: {what}", where=address, do="check the address")


def _said(reply: Reply) -> str:
    """Give what the service says of an error, on one line and not for long: a problem's title (RFC 9457), or text."""
    if reply.kind == "text/html":
        return ""
    said = reply.text[:2_000]
    if reply.kind.endswith("json"):
        with contextlib.suppress(ValueError, AttributeError):
            said = str(parse_json(reply.text).get("title") or said)
    return one_line(said)[:200]


def _other(reply: Reply, wanted: str, address: str) -> ServiceError:
    got = one_line(reply.kind)[:60] or "something without a type"
    return ServiceError(f"gives {got}, not {wanted}", where=address, do="give the address of a SPARQL endpoint")


def _table(reply: Reply, address: str) -> Result:
    if "json" not in reply.kind:
        raise _other(reply, "SPARQL results in JSON", address)
    try:
        found = parse_json(reply.text)
        if isinstance(found.get("boolean"), bool):
            return Result(truth=found["boolean"])
        columns, bindings = _columns(found["head"]["vars"]), found["results"]["bindings"]
        if len(columns) * len(bindings) > _MOST_CELLS:
            raise ValueError(f"more than {_MOST_CELLS} values")
        rows = tuple(
            tuple(None if (term := row.get(name)) is None else _node(term) for name in columns) for row in bindings
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = one_line(f"{type(error).__name__}: {error}")[:100]
        raise ServiceError(f"no SPARQL results in JSON ({said})", where=address, do="ask another endpoint") from None
    return Result(columns, rows, cut=_cut(reply))


def _cut(reply: Reply) -> str:
    """Tell what limit left something out: `kg serve` sends 206 then, and says it in a header."""
    said = one_line(reply.headers.get("filmkg-cut", ""))[:200]
    return said or ("the endpoint gives a part of it" if reply.status == _PART else "")


def _columns(names: list[str]) -> tuple[str, ...]:
    for name in names:
        if not _VARIABLE.fullmatch(name):
            raise ValueError(f"{name!r} is no variable")
    return tuple(dict.fromkeys(names))


def _node(term: dict[str, Any]) -> Node:
    kind = "literal" if term["type"] == "typed-literal" else term["type"]
    value, datatype, language = term["value"], term.get("datatype"), term.get("xml:lang")
    if kind not in _KINDS or not isinstance(value, str):
        raise ValueError(f"a term of type {kind}")
    if kind == "bnode":
        # Any label will do in JSON, but not in other formats.
        return Node(kind, re.sub("[^A-Za-z0-9_]", lambda found: f"x{ord(found[0]):x}x", value))
    value = _SURROGATE.sub("\ufffd", value)  # JSON can escape one half of a character
    if kind == "uri":
        return Node(kind, value)
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise ValueError(f"{language!r} is no language")
    if datatype is not None and not _DATATYPE.fullmatch(datatype):
        raise ValueError(f"{datatype!r} is no datatype")
    return Node(kind, value, None if language or datatype == XSD + "string" else datatype, language)


def _triples(reply: Reply, address: str) -> Result:
    from pyoxigraph import RdfFormat, parse

    forms = {
        "application/n-triples": RdfFormat.N_TRIPLES,
        "text/plain": RdfFormat.N_TRIPLES,
        "text/turtle": RdfFormat.TURTLE,
    }
    if reply.kind not in forms:
        raise _other(reply, "triples", address)
    try:
        quads = parse(reply.text, format=forms[reply.kind])
        return Result(triples=triples_of(quad.triple for quad in quads), cut=_cut(reply))
    except (SyntaxError, ValueError) as error:
        said = one_line(str(error))[:100]
        raise ServiceError(f"its triples cannot be read ({said})", where=address, do="ask another endpoint") from None
