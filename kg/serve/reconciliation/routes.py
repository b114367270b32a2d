"""Routes: the service over HTTP. It takes the index of names and the desk that answers SPARQL from the app's state."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.serve.reconciliation.answer import answer_batch, asked_for, class_of, find
from kg.serve.reconciliation.extend import extend, propose
from kg.serve.reconciliation.facts import Facts, facts_of
from kg.serve.reconciliation.manifest import manifest
from kg.serve.reconciliation.property import properties
from kg.serve.reconciliation.request import Refused, batch_of, extension_of, form_of, number_of, query_of
from kg.serve.reconciliation.suggest import (
    PREVIEW_STYLE,
    flyout,
    preview,
    suggest_entities,
    suggest_properties,
    suggest_types,
    thing_of,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.requests import Request

    from kg.graph.labels import Labels

__all__ = ["routes"]

_DIGEST = base64.b64encode(hashlib.sha256(PREVIEW_STYLE.encode()).digest()).decode()
_PREVIEW_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; "
_LOCAL = re.compile(r"[a-z]+/[^/].*")
_PREFIX = 1_000  # characters of what somebody types


def routes(prefix: str = "/reconcile", origins: Sequence[str] = ()) -> list[Route]:
    """Give the routes of the service under a path; pages of `origins` may show its previews in a frame.

    They want `app.state.labels` (a `kg.graph.labels.Labels`) and `app.state.desk`, which has
    `async ask(text) -> kg.query.result.Result`.
    """

    async def endpoint(request: Request) -> Response:
        fields = await form_of(request)
        labels = _labels(request)
        if "queries" in fields:
            return _json(await _answers(request, batch_of(fields["queries"])))
        if "query" in fields:
            return _json((await _answers(request, {"query": query_of(fields)}))["query"])
        if "extend" in fields:
            return _json(await _extension(request, extension_of(fields["extend"])))
        if request.method == "POST":
            raise Refused(400, "queries, query or extend was wanted")
        return _json(manifest(f"{_origin(request)}{prefix}", labels.base))

    framed = f"frame-ancestors {' '.join(origins)}" if origins else "frame-ancestors 'none'"

    async def preview_of(request: Request) -> Response:
        named = await run_in_threadpool(thing_of, _labels(request), (await form_of(request)).get("id", ""))
        if named is None:
            raise Refused(404, "nothing has that id")
        return HTMLResponse(preview(named), headers={"Content-Security-Policy": _PREVIEW_POLICY + framed})

    handlers: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/suggest/{what}": _suggest,
        "/flyout/{what}": _flyout,
        "/preview": preview_of,
        "/view": _view,
        "/extend/propose": _propose,
    }
    ends = [path for path in (prefix, f"{prefix}/") if path]
    found = [Route(path, _guarded(endpoint), methods=["GET", "POST"]) for path in ends]
    return found + [Route(prefix + path, _guarded(each), methods=["GET"]) for path, each in handlers.items()]


def _guarded(handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Answer what is refused as a problem (RFC 9457)."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            return _problem(refused.status, refused.reason)
        except QueryError as error:
            return _problem(503, f"the graph could not be asked: {error.what}")

    return answer


async def _answers(request: Request, queries: dict[str, Any]) -> dict[str, Any]:
    labels = _labels(request)
    found = await run_in_threadpool(find, labels, queries)
    things, wanted = asked_for(found)
    facts: Facts = await facts_of(request.app.state.desk, labels.base, things, wanted) if wanted else {}
    return answer_batch(found, facts, labels.base)


async def _extension(request: Request, query: dict[str, Any]) -> dict[str, Any]:
    base = _labels(request).base
    iris = [each if ":" in each else base + each for each in query["ids"]]
    wanted = [properties()[each["id"]] for each in query["properties"]]
    return extend(query, await facts_of(request.app.state.desk, base, iris, wanted), base)


async def _suggest(request: Request) -> Response:
    fields = await form_of(request)
    labels, what = _labels(request), request.path_params["what"]
    prefix, cursor = fields.get("prefix", "")[:_PREFIX], number_of(fields, "cursor", 0)
    kind = class_of(fields.get("type", ""), labels.base)
    if what == "entity":
        return _json(await run_in_threadpool(suggest_entities, labels, prefix, kind, cursor))
    if what == "property":
        return _json(suggest_properties(prefix, kind, cursor))
    if what == "type":
        return _json(suggest_types(prefix, cursor))
    raise Refused(404, "entity, property or type is suggested")


async def _flyout(request: Request) -> Response:
    fields = await form_of(request)
    what = request.path_params["what"]
    if what not in ("entity", "property", "type"):
        raise Refused(404, "there is a flyout of an entity, a property or a type")
    found = await run_in_threadpool(flyout, _labels(request), what, fields.get("id", ""))
    if found is None:
        raise Refused(404, f"no {what} of that id")
    return _json(found)


async def _view(request: Request) -> Response:
    labels = _labels(request)
    named = await run_in_threadpool(thing_of, labels, (await form_of(request)).get("id", ""))
    local = named.iri.removeprefix(labels.base) if named else ""
    if not _LOCAL.fullmatch(local):
        raise Refused(404, "nothing has that id")
    return RedirectResponse(f"{request.scope.get('root_path', '')}/{local}", 303)


async def _propose(request: Request) -> Response:
    fields = await form_of(request)
    kind, limit = fields.get("type", ""), number_of(fields, "limit", 1)
    found = propose(class_of(kind, _labels(request).base), limit)
    return _json({"type": kind, **({"limit": limit} if limit else {}), **found})


def _labels(request: Request) -> Labels:
    return cast("Labels", request.app.state.labels)


def _origin(request: Request) -> str:
    """Give scheme and host by which the service was reached, with the path under which the app is mounted."""
    return str(request.base_url).rstrip("/")


def _json(value: Any, status: int = 200, kind: str = "application/json") -> Response:
    # In ASCII: the key of a query may be no Unicode, and goes back as it came.
    return Response(json.dumps(value).encode("ascii"), status, media_type=kind)


def _problem(status: int, reason: str) -> Response:
    return _json({"title": "refused", "status": status, "detail": reason}, status, "application/problem+json")
