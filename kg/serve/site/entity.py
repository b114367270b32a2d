"""What stands at the address of an IRI: a page for people, or the statements about it in a format of RDF."""

from __future__ import annotations

import hashlib
import json
import math
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from kg.serve.accept import best
from kg.serve.site.document import CLAIMS
from kg.serve.site.failure import failure
from kg.serve.site.link import address_of, iri_of
from kg.serve.site.page import page, script_block
from kg.serve.site.statement import EXTENSIONS, RDF_TYPES
from kg.serve.site.thing import SHOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

__all__ = ["entity", "resource", "view"]

_HTML = "text/html"
_AROUND, _EACH = 14, 5
_LONGEST_HEADER = 500


async def entity(request: Request) -> Response:
    """Answer for one IRI, in the form that the address (`.ttl`, `?format=`) or else the Accept header asks for."""
    base = request.app.state.base
    iri = iri_of(request, base)
    stem, _, extension = iri.rpartition(".")
    asked = request.query_params.get("format", "")
    asked = RDF_TYPES.get(asked, "html" if asked == _HTML else asked)
    if asked and asked not in EXTENSIONS and asked != "html":
        return failure(request, 406, f"There is no form {asked!r}.", do=f"One of {', '.join(EXTENSIONS)}, html.")
    if extension in EXTENSIONS and "/" not in extension:
        response = await _machine(request, stem, extension, at=request.url.path)
        if response.status_code != 404:
            return response
    if not asked:
        wanted = best(request.headers.get("accept", ""), (_HTML, *RDF_TYPES))
        if wanted is None:
            return failure(
                request, 406, "There is no such form of it.", do=f"Ask for {_HTML} or {', '.join(RDF_TYPES)}."
            )
        asked = RDF_TYPES.get(wanted, "html")
    if asked != "html":
        return await _machine(request, iri, asked, at=f"{_path(request)}.{asked}")
    return await _people(request, iri)


def _path(request: Request) -> str:
    """Give the address as it was sent, without its query."""
    raw = request.scope.get("raw_path")
    return bytes(raw).decode("ascii", "replace").partition("?")[0] if raw else request.url.path


def _headers(request: Request, iri: str) -> dict[str, str]:
    """Say that there are other forms, and where each is; header values must stay within ASCII."""
    path = address_of(iri, request.app.state.base)
    if not path.isascii() or len(iri) > _LONGEST_HEADER:
        return {"Vary": "Accept"}
    links = [f'<{path}.{extension}>; rel="alternate"; type="{kind}"' for kind, extension in RDF_TYPES.items()]
    links.append(f'<{path}>; rel="alternate"; type="{_HTML}"')
    links.append(f'<{iri}>; rel="canonical"')
    return {"Vary": "Accept", "Link": ", ".join(links)}


async def _people(request: Request, iri: str) -> Response:
    base, query = request.app.state.base, request.query_params
    answer = await request.app.state.desk.call(
        "entity", base, iri, query.get("of", ""), query.get("start", ""), query.get("claim", "")
    )
    found = json.loads(answer)
    if (elsewhere := await _elsewhere(request, found, "")) is not None:
        return elsewhere
    record = found["record"]
    if found["kind"] == "document":
        response = page(request, "document.html", 200, _headers(request, iri), record=record, pages=_pages(record))
    elif record["of"] and not record["groups"]:
        return failure(request, 404, "Nothing of this kind is said of it.")
    else:
        response = page(
            request, "thing.html", 200, _headers(request, iri), record=record, shown=SHOWN,
            data=script_block(record["data"]),
            ring=_ring(record),
        )  # fmt: skip
    return _tagged(request, response)


def _ring(record: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Give places around the middle of a small picture, and the kinds of what is linked, a few of each group."""
    kinds = [
        fact["kind"]
        for place in range(_EACH)
        for group in record["groups"]
        for fact in group["facts"][place : place + 1]
        if fact["kind"]
    ][:_AROUND]
    turn = [2 * math.pi * (at + 0.5) / len(kinds) for at in range(len(kinds))]
    return [
        (round(120 + (96 - 14 * (at % 2)) * math.cos(angle)), round(70 + (54 - 10 * (at % 2)) * math.sin(angle)), kind)
        for at, (angle, kind) in enumerate(zip(turn, kinds, strict=True))
    ]


def _pages(record: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Give the first and last number of each page of claims."""
    return [(start, min(start + CLAIMS, record["total"])) for start in range(0, record["total"], CLAIMS)]


async def _machine(request: Request, iri: str, extension: str, at: str) -> Response:
    answer = await request.app.state.desk.call("statements", request.app.state.base, iri, extension)
    head, _, body = answer.partition(b"\n")
    found = json.loads(head)
    if (elsewhere := await _elsewhere(request, found, extension)) is not None:
        return elsewhere
    headers = _headers(request, iri) | ({"Content-Location": at} if at.isascii() else {})
    kind = EXTENSIONS[extension]
    charset = "; charset=utf-8" if kind in ("text/turtle", "application/rdf+xml") else ""
    return _tagged(request, Response(body, 200, headers, kind + charset))


async def _elsewhere(request: Request, found: Mapping[str, str], extension: str) -> Response | None:
    """Answer for what has moved, is shown with something else, or is not known; None for what is here."""
    if found["kind"] in ("moved", "shown"):
        path = address_of(found["to"], request.app.state.base)
        if not path:
            return failure(request, 404, "It leads away from this graph.")
        if extension and "?" not in path and "#" not in path and request.url.path.endswith(f".{extension}"):
            path = f"{path}.{extension}"
        return RedirectResponse(path, 301 if found["kind"] == "moved" else 303, {"Vary": "Accept"})
    return await _unknown(request) if found["kind"] == "unknown" else None


async def _unknown(request: Request) -> Response:
    sought = request.url.path.rpartition("/")[2].partition(".")[0].replace("-", " ")[:200]
    labels = request.app.state.labels
    near = await run_in_threadpool(labels.search, sought, (), 5) if sought.strip() else ()
    return failure(request, 404, "The graph knows no such thing.", near=near, sought=sought)


def _tagged(request: Request, response: Response) -> Response:
    """Let a browser ask whether a page has changed."""
    tag = f'"{hashlib.sha256(response.body).hexdigest()[:24]}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    if tag in request.headers.get("if-none-match", ""):
        kept = {name: response.headers[name] for name in ("etag", "vary", "cache-control") if name in response.headers}
        return Response(None, 304, kept)
    return response


async def view(request: Request) -> Response:
    """Draw what is around a thing."""
    base = request.app.state.base
    iri = iri_of(request, base).replace(f"{base}view/", base, 1)
    found = await request.app.state.desk.call("picture", base, iri)
    if not found:
        return await _unknown(request)
    return _tagged(request, Response(found, media_type="text/html; charset=utf-8"))


async def resource(request: Request) -> Response:
    """Go from any IRI of the graph to where it is shown."""
    iri = request.query_params.get("iri", "")
    path = address_of(iri, request.app.state.base) if iri.startswith(request.app.state.base) else ""
    if not path:
        return failure(request, 404, "This is no IRI of this graph.", do=f"They begin with {request.app.state.base}")
    stay = {key: value for key, value in request.query_params.items() if key == "format"}
    bare, mark, fragment = path.partition("#")
    return RedirectResponse(bare + (f"?{urlencode(stay)}" if stay else "") + mark + fragment, 303)
