"""Running the server: one address, until it is stopped."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.serve.app import make_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.serve.app import Settings

__all__ = ["listen", "run"]

_CONNECTIONS = 1024
_WAITING = 2048  # connections that wait to be taken


def listen(host: str, port: int) -> socket.socket:
    """Take an address to listen at; port 0 is any that is free. Raises UsageError where it is not to be had."""
    try:
        kind, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(kind, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(place)
        taken.listen(_WAITING)  # before anybody is told the address
    except OSError as error:
        raise UsageError(f"cannot listen: {error.strerror or error}", where=f"{host}:{port}", do="try --port") from None
    return taken


def run(settings: Settings, at: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until interrupted; `ready` is called once questions are answered.

    Raises UsageError where the store cannot be opened.
    """
    import uvicorn

    app = make_app(settings)
    failed: list[UsageError] = []
    starting = app.router.lifespan_context

    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def lifespan(within: object):  # type: ignore[no-untyped-def]
        try:
            async with starting(within) as state:
                ready()
                yield state
        except UsageError as error:
            failed.append(error)
            raise

    app.router.lifespan_context = lifespan
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="none",
        lifespan="on",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[at])
    if failed:
        raise failed[0]
