"""What comes in over HTTP and goes out: bodies read up to a size and within a time, parameters taken apart, replies."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from kg.errors import QueryError

if TYPE_CHECKING:
    from starlette.types import Receive, Scope

__all__ = ["TooLargeError", "TooSlowError", "endpoint", "header", "media_type", "parameters", "read_body", "send_reply"]

_PATIENCE = 30.0  # seconds for a body to come in
_MOST_PARAMETERS = 1000
_PIECE = 256 << 10  # bytes of an answer that are sent at a time, so that it shows whether somebody fetches them


class TooLargeError(QueryError):
    """A body that is larger than may be sent here."""


class TooSlowError(QueryError):
    """A body that does not come in time."""


async def read_body(scope: Scope, receive: Receive, most: int) -> bytes:
    """Read a whole body; raises TooLargeError above `most` bytes, TooSlowError where it does not come in time."""
    said = header(scope, b"content-length")
    if said.isdecimal() and int(said[:20]) > most:
        raise TooLargeError(f"a body of {said[:20]} bytes", do=f"send at most {most}")
    parts: list[bytes] = []
    size, more = 0, True
    try:
        async with asyncio.timeout(_PATIENCE):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise QueryError("the connection ended before the body did", do="send all of it")
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > most:
                    raise TooLargeError(f"a body of more than {most} bytes", do="send less at a time")
                more = message.get("more_body", False)
    except TimeoutError:
        raise TooSlowError("the body did not come in time", do=f"send it within {_PATIENCE:g} seconds") from None
    return b"".join(parts)


def parameters(text: bytes, where: str) -> dict[str, list[str]]:
    """Take apart a query string or a form; raises QueryError for what is no UTF-8."""
    try:
        pairs = parse_qsl(
            text.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS
        )
    except ValueError as error:
        raise QueryError(f"not a form in UTF-8: {str(error)[:200]}", where=where) from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def header(scope: Scope, name: bytes) -> str:
    """Give a header, several of one name joined by commas."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def media_type(value: str) -> tuple[str, str]:
    """Give media type and charset of a Content-Type, in lower case; the charset is empty where none is said."""
    media, *rest = value.split(";")
    charset = next((each.partition("=")[2] for each in rest if each.strip().lower().startswith("charset=")), "")
    return media.strip().lower(), charset.strip().strip('"').lower()


def endpoint(scope: Scope) -> str:
    """Give the address that was asked, without its query."""
    host = header(scope, b"host") or "localhost"
    path = scope["raw_path"].decode("ascii", "replace") if scope.get("raw_path") else scope["path"]
    return f"{scope.get('scheme', 'http')}://{host}{path.partition('?')[0]}"


async def send_reply(send: Any, reply: Any, *, body: bool = True) -> None:
    """Send a Reply; without its body for HEAD."""
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in reply.headers.items()
    ]
    if reply.status != 204:
        headers.append((b"content-length", str(len(reply.body)).encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    view = memoryview(reply.body if body else b"")
    while len(view) > _PIECE:
        await send({"type": "http.response.body", "body": bytes(view[:_PIECE]), "more_body": True})
        view = view[_PIECE:]
    await send({"type": "http.response.body", "body": bytes(view)})
