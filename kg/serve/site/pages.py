"""The addresses of all pages, and the first of them: what is there, and how to find in it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.graph.namespace import Namespaces
from kg.serve.site.asset import assets
from kg.serve.site.editor import editor_page, picture_page, terms
from kg.serve.site.entity import entity, resource, view
from kg.serve.site.failure import failure
from kg.serve.site.link import address_of
from kg.serve.site.page import kind_id, page
from kg.serve.site.question import groups, question_page
from kg.serve.site.term import ontology
from kg.view.kind import KINDS
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from kg.serve.desk import Named

__all__ = ["routes"]

_KEPT_FOR = 300.0
_LONGEST = 300
_HITS = 60
_COMPLETIONS = 10
# The nodes of statements, claims and readings have addresses too; they lead on to what shows them.
_LED_ON = ("participation", "screening", "stage", "claim", "reading")


def routes() -> list[Route]:
    """Give the routes of all pages; the app has `desk`, `labels` and `base` in its state (see kg.serve.desk)."""
    rooms = sorted({"document", *_LED_ON, *_rooms()})
    found = [
        Route("/", home),
        Route("/search", search),
        Route("/complete", complete),
        Route("/questions", home),
        Route("/questions/{name}", question_page),
        Route("/query", editor_page, methods=["GET", "POST"]),
        Route("/query/terms.json", terms),
        Route("/picture", picture_page, methods=["GET", "POST"]),
        Route("/views", whole),
        Route("/resource", resource),
        Route("/ontology", ontology),
        Route("/ontology.{extension}", ontology),
        Route("/static/{name}", static),
    ]
    found += [Route(f"/{room}/{{local:path}}", entity) for room in rooms]
    found += [Route(f"/view/{room}/{{local:path}}", view) for room in _rooms()]
    return found


def _rooms() -> list[str]:
    """Give the first segment of the addresses of things."""
    own = {name for name, iri in Namespaces().prefixes.items() if iri.startswith(Namespaces().base) and name != "kg"}
    return sorted(own - {"document", *_LED_ON})


async def home(request: Request) -> Response:
    """Show what is in the graph, and every question that has a name."""
    counts = await _counts(request)
    return page(request, "home.html", counts=counts, groups=groups())


async def _counts(request: Request) -> dict[str, int]:
    """Count what is there, every few minutes; a large store may take too long for that, and then nothing is said."""
    known = getattr(request.app.state, "counted", None)
    if known is not None and time.monotonic() - known[0] < _KEPT_FOR:
        found: dict[str, int] = known[1]
        return found
    try:
        found = json.loads(await request.app.state.desk.call("counts", request.app.state.base))
    except QueryError:
        found = {}
    request.app.state.counted = (time.monotonic(), found)
    return found


async def search(request: Request) -> Response:
    """Show what is called so, by kind; one hit is shown too, and not gone to."""
    text = request.query_params.get("q", "").strip()[:_LONGEST]
    hits: Sequence[Named] = ()
    if text:
        hits = await run_in_threadpool(request.app.state.labels.search, text, (), _HITS)
    found = [(kind, [hit for hit in hits if kind_id(hit.kind) == kind.id]) for kind in KINDS]
    return page(
        request, "search.html", sought_for=text, found=[pair for pair in found if pair[1]], many=len(hits) >= _HITS
    )


async def complete(request: Request) -> Response:
    """Give names that begin with what was typed, as JSON."""
    text = request.query_params.get("q", "").strip()[:_LONGEST]
    kind = request.query_params.get("kind", "")
    if kind and kind not in vocabulary().classes:
        return failure(request, 400, f"There is no kind {kind!r}.", do=f"One of {', '.join(vocabulary().classes)}.")
    found: Sequence[Named] = ()
    if text:
        kinds = (kind,) if kind else ()
        found = await run_in_threadpool(request.app.state.labels.complete, text, kinds, _COMPLETIONS)
    rows: list[dict[str, Any]] = [
        {
            "iri": one.iri,
            "label": one.label,
            "kind": kind_id(one.kind),
            "class": vocabulary().classes[one.kind].label if one.kind in vocabulary().classes else "",
            "about": one.about,
            "alias": one.alias,
            "href": address_of(one.iri, request.app.state.base),
        }
        for one in found
    ]
    return Response(json.dumps(rows), media_type="application/json", headers={"Cache-Control": "no-cache"})


async def whole(request: Request) -> Response:
    """Show all views over the graph, or over the part of it of which most is said."""
    known = getattr(request.app.state, "whole", None)
    if known is None or time.monotonic() - known[0] > _KEPT_FOR:
        found = await request.app.state.desk.call("whole", request.app.state.base)
        request.app.state.whole = known = (time.monotonic(), found)
    return Response(known[1], media_type="text/html; charset=utf-8")


async def static(request: Request) -> Response:
    """Send a style or a script; its address changes with its content, so it may be kept."""
    name = request.path_params["name"]
    asset = assets().get(name)
    if asset is None:
        return failure(request, 404, "There is no such file.")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": f'"{name}"'}
    if f'"{name}"' in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(asset.content, 200, {**headers, "X-Content-Type-Options": "nosniff"}, asset.type)
