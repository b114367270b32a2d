"""The shield: what every answer says to a browser, and for which names this server answers at all.

A page elsewhere cannot read from here without being named (no CORS), and cannot come here under a name of its own
that points to this machine (the Host header is checked): a graph on loopback stays with whom it belongs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.serve.incoming import header, send_reply
from kg.serve.reply import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Shield"]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
"""What each page carries unless it says otherwise itself; an answer that is no page, those of _DATA."""

_DATA = ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Cross-Origin-Resource-Policy")

# What a Host header may be; it becomes part of IRIs.
_HOST = re.compile(r"(?:([\w-]+(?:\.[\w-]+)*)\.?|\[([0-9A-Fa-f:.]+)\])(?::[0-9]{0,5})?", re.ASCII)
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


class Shield:
    """Middleware: answers for known hosts only, and adds HEADERS. No hosts: any name will do."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None, *, shared: bool = False) -> None:
        self.app = app
        self.hosts = None if hosts is None else {host.lower() for host in hosts} | _LOOPBACK
        added = HEADERS | ({"Cross-Origin-Resource-Policy": "cross-origin"} if shared else {})
        self.page = [(name.lower().encode(), value.encode()) for name, value in added.items()]
        self.data = [(name.lower().encode(), added[name].encode()) for name in _DATA]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = dict(message["headers"])
                added = self.page if there.get(b"content-type", b"").startswith(b"text/html") else self.data
                message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in there)]
            await send(message)

        host = header(scope, b"host")
        name = _name(host)
        if name is None and (host or self.hosts is not None):
            reply = problem(400, "no host, or more than one", where="Host", do="say which server is meant")
        elif self.hosts is not None and name not in self.hosts:
            reply = problem(421, "this server has another name", do="name it with kg serve --name")
        else:
            reply = None
        if reply:
            await send_reply(shielded, reply, body=scope["method"] != "HEAD")
            return
        await self.app(scope, receive, shielded)


def _name(host: str) -> str | None:
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).lower() if found else None
