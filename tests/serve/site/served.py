"""A server for tests: the pages over a store, under the content policy that they must live under."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uvicorn
from name_list import Names
from starlette.applications import Starlette
from starlette.middleware import Middleware

from kg.graph.namespace import DEFAULT_BASE
from kg.query.engine import run
from kg.serve.site.failure import handlers
from kg.serve.site.pages import routes
from kg.serve.trusted import TRUSTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.result import Result

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass
class ThreadDesk:
    """A desk whose worker is a thread."""

    store: Any

    async def ask(self, text: str) -> Result:
        return await asyncio.to_thread(run, text, self.store)

    async def call(self, name: str, *arguments: str) -> bytes:
        return await asyncio.to_thread(TRUSTED[name], self.store, *arguments)


class Policed:
    """Sends the content policy that the pages must live under."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def policed(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", POLICY.encode())]
            await send(message)

        await self.app(scope, receive, policed if scope["type"] == "http" else send)


def make_app(store: Any, desk: Any = None) -> Starlette:
    app = Starlette(routes=routes(), exception_handlers=handlers(), middleware=[Middleware(Policed)])
    app.state.desk, app.state.labels, app.state.base = desk or ThreadDesk(store), Names(store), DEFAULT_BASE
    return app


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Site:
    """A running server."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(
        self, path: str, accept: str = "text/html", method: str = "GET", body: bytes | None = None, **more: str
    ) -> Answer:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Accept": accept} | {name.replace("_", "-"): value for name, value in more.items()}
        link.request(method, path, body, headers)
        answer = link.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        link.close()
        return found

    def post(self, path: str, body: str, kind: str = "application/x-www-form-urlencoded") -> Answer:
        return self.get(path, method="POST", body=body.encode(), Content_Type=kind)


@contextlib.contextmanager
def serving(app: Any) -> Iterator[Site]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield Site(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
