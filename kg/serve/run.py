"""Running the server: one address, until it is stopped."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.serve.app import make_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from kg.serve.app import Settings

__all__ = ["listen", "run"]

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

    from kg.serve.wire import CONNECTIONS, Wire

    _open_files(2 * CONNECTIONS)
    app = make_app(settings)
    failed: list[UsageError] = []
    config = uvicorn.Config(
        _Announced(app, ready, failed),
        http=Wire,
        ws="none",
        lifespan="on",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    try:
        uvicorn.Server(config).run(sockets=[at])
    except SystemExit:  # how uvicorn says that starting failed
        if not failed:
            raise
    if failed:
        raise failed[0]


def _open_files(most: int) -> None:
    """Let this process have so many files open, as far as the system lets it: a connection is one."""
    try:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (ImportError, ValueError, OSError):
        return


class _Announced:
    """An application whose start is told to somebody, and whose failure to start is kept."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None], failed: list[UsageError]) -> None:
        self.app, self.ready, self.failed = app, ready, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "lifespan":
            await self.app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self.ready()

        try:
            await self.app(scope, receive, told)
        except UsageError as error:
            self.failed.append(error)
            raise
