"""The application: which address leads where, over one pool of workers."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.serve.description import service_description, void, written
from kg.serve.desk import PoolDesk
from kg.serve.incoming import endpoint, header, parameters
from kg.serve.limits import Limits
from kg.serve.names import NoNames, names_of
from kg.serve.pool import Pool
from kg.serve.protocol import GraphStore, Sparql
from kg.serve.reply import Reply
from kg.serve.shield import Shield

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Scope

    from kg.serve.limits import Source

__all__ = ["Settings", "make_app"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served, within which limits, and to whom.

    `hosts` are the names that a request may come under beside those of loopback (None: any), `origins` the pages
    elsewhere that may read answers, `token` what writing to a scratch dataset needs.
    """

    source: Source
    limits: Limits = field(default_factory=Limits)
    hosts: frozenset[str] | None = frozenset()
    origins: tuple[str, ...] = ()
    token: str | None = None


def make_app(settings: Settings) -> Starlette:
    """Give the application; its workers start and end with it."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.routing import Route

    from kg.serve import reconciliation
    from kg.serve.site import pages
    from kg.serve.site.failure import handlers

    pool = Pool(settings.source, settings.limits)
    desk = PoolDesk(pool)
    base = settings.source.base

    async def describe(scope: Scope) -> Reply:
        accept = header(scope, b"accept")
        if "text/html" in accept:
            return Reply(303, {"Location": "/query", "Vary": "Accept"})
        asked = parameters(scope["query_string"], "address").get("format", [""])[0]
        said = service_description(
            endpoint(scope), scratch=settings.source.scratch, services=bool(settings.source.services)
        )
        return written(said, base, accept, asked)

    async def about(request: Request) -> Response:
        counts = json.loads(await desk.call("count", base))
        said = void(str(request.base_url), base, counts)
        return _response(written(said, base, request.headers.get("accept", ""), request.query_params.get("format", "")))

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.desk, app.state.base = desk, base
        try:
            await pool.start()
            scratch, store = settings.source.scratch, settings.source.store
            app.state.labels = NoNames(base) if scratch else names_of(store, base)
            yield
        finally:
            await pool.stop()

    store = GraphStore(pool, settings.token)
    routes = [
        Route("/sparql", Sparql(pool, settings.token, describe)),
        Route("/store", store),
        Route("/store/{graph:path}", store),
        Route("/.well-known/void", about),
        *([] if settings.source.scratch else reconciliation.routes(origins=settings.origins)),
        *pages.routes(),
    ]
    middleware = [Middleware(Shield, hosts=settings.hosts, shared=bool(settings.origins))]
    if settings.origins:
        cors: dict[str, Any] = {"allow_methods": ["GET", "POST"], "allow_headers": ["Content-Type"]}
        middleware.append(Middleware(CORSMiddleware, allow_origins=list(settings.origins), **cors))
    return Starlette(routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers=handlers())


def _response(reply: Reply) -> Response:
    from starlette.responses import Response

    return Response(reply.body, reply.status, reply.headers)
