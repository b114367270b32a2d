"""Bodies: RDF that somebody sends, looked at before a parser is let near it.

An entity bomb in RDF/XML grows to gigabytes in the parser, and a few thousand levels of JSON-LD end the process; a
context elsewhere would be fetched by other tools, and is refused rather than left out of what is meant.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, RefusedError

if TYPE_CHECKING:
    from kg.serve.accept import Form

__all__ = ["check_body"]

_DEEPEST = 500
_BRACKETS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]', re.DOTALL)


def check_body(data: bytes, form: Form) -> bytes:
    """Give a body back if a parser may read it.

    Raises QueryError for what is too deep or no text, RefusedError for a document type or a context elsewhere.
    """
    if form.name == "rdfxml":
        _check_xml(data)
    elif form.name == "jsonld":
        _check_json(data)
    return data


def _check_xml(data: bytes) -> None:
    """Read it to the end: other parsers take a document type where it may not stand."""
    from xml.parsers import expat

    def refuse(*_: Any) -> None:
        raise RefusedError(
            "a document type in RDF/XML", where="body", do="write entities out, and leave out <!DOCTYPE>"
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter for encodings that nobody knows
        raise QueryError(f"not XML: {error}", where="body") from None


def _check_json(data: bytes) -> None:
    depth = 0
    for found in _BRACKETS.finditer(data):
        depth += (found[0] in b"[{") - (found[0] in b"]}") if len(found[0]) == 1 else 0
        if depth > _DEEPEST:
            raise QueryError(f"more than {_DEEPEST} levels of JSON", where=f"body, byte {found.start()}")
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise QueryError(f"not JSON: {error}", where="body") from None
    waiting = [said]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            for key, value in each.items():
                if key in ("@context", "@import") and _elsewhere(value):
                    raise RefusedError("a context that would have to be fetched", where="body", do="write it out")
                waiting.append(value)


def _elsewhere(context: Any) -> bool:
    return isinstance(context, str) or (isinstance(context, list) and any(isinstance(each, str) for each in context))
