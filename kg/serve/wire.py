"""The wire: what a connection may do before it is a request and after it is an answer.

The server beneath takes heads of any length for as long as they come, and keeps an answer for as long as nobody
fetches it. Here a head has a size and a time, an answer must move on, connections are counted, and whoever sends what
is no HTTP is told so as everybody else is.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.serve.reply import Reply, problem
from kg.serve.shield import HEADERS

if TYPE_CHECKING:
    import asyncio

__all__ = ["CONNECTIONS", "Wire"]

CONNECTIONS = 1024
"""How many may be open at once; further ones are told to come again."""

_HEAD = 64 << 10  # bytes of a head, or of what stands between the bytes of a body
_HEAD_TIME = 15.0  # seconds for a head to come in, from the opening of the connection or the last answer
_STALL = 30.0  # seconds in which somebody must fetch the piece of an answer that was sent last


class _Together:
    """A transport that sends the head of an answer with the first piece of its body: one packet, one call."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def write(self, data: bytes) -> None:
        if self._head:
            data, self._head = self._head + data, b""
        elif data.startswith(b"HTTP/1.1 ") and not data.startswith(b"HTTP/1.1 100"):
            self._head = data
            return
        self._transport.write(data)

    def finish(self) -> None:
        if self._head:
            self._transport.write(self._head)
            self._head = b""

    def close(self) -> None:
        self.finish()
        self._transport.close()


class Wire(HttpToolsProtocol):
    """One connection; the class that uvicorn makes them from."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin; above CONNECTIONS, say so and end."""
        self._unheard = 0  # bytes taken in since the last that became part of a body
        self._late: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None
        super().connection_made(cast("asyncio.Transport", _Together(transport)))
        if len(self.connections) > CONNECTIONS:
            self._refuse(problem(503, "too many connections", do="ask again in a moment", Retry_After="5"))
        else:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """End, and let no clock run on."""
        for clock in (self._late, self._stalled):
            if clock:
                clock.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes in; what goes on and on without being a head or a body ends the connection."""
        if self.transport.is_closing():
            return
        self._unheard += len(data)
        super().data_received(data)
        if self._unheard > _HEAD and not self.transport.is_closing():
            self._refuse(problem(431, f"a head of more than {_HEAD} bytes", do="send a long query by POST"))

    def on_headers_complete(self) -> None:
        """Begin a request."""
        self._unheard = 0
        if self._late:
            self._late.cancel()
            self._late = None
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take in a piece of a body."""
        self._unheard = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Take in the end of a body."""
        self._unheard = 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, also of somebody who goes on sending the last one."""
        cast("_Together", self.transport).finish()
        super().on_response_complete()
        if not self.pipeline and not self.transport.is_closing():
            self._await_head()

    def pause_writing(self) -> None:
        """Wait for somebody to fetch what was sent, but not for ever."""
        super().pause_writing()
        self._stalled = self.loop.call_later(_STALL, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on sending."""
        if self._stalled:
            self._stalled.cancel()
            self._stalled = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Tell that this is no HTTP."""
        del msg
        self._refuse(problem(400, "not a request of HTTP/1.1", do="mind lengths, line ends and escapes"))

    def _await_head(self) -> None:
        if self._late:
            self._late.cancel()
        self._late = self.loop.call_later(_HEAD_TIME, self._too_late)

    def _too_late(self) -> None:
        if not self.transport.is_closing():
            self._refuse(problem(408, "the request did not come in time", do=f"send it within {_HEAD_TIME:g} seconds"))

    def _refuse(self, reply: Reply) -> None:
        """Say what is wrong, where no answer is under way, and end the connection."""
        if self.cycle is not None and not self.cycle.response_complete and self.cycle.response_started:
            self.transport.abort()
            return
        headers: dict[str, Any] = {**HEADERS, **reply.headers, "Content-Length": len(reply.body), "Connection": "close"}
        lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.transport.write("\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body)
        self.transport.close()
        # Somebody who does not fetch even this is not waited for.
        self._late = self.loop.call_later(_HEAD_TIME, self.transport.abort)
