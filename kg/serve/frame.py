"""Frames: how the server and its workers talk, over pipes. A frame is a head of JSON and a body of bytes."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import asyncio

__all__ = ["pack", "receive", "receive_soon"]

_SIZES = struct.Struct("!IQ")


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    """Give a frame as bytes."""
    text = json.dumps(head).encode()
    return _SIZES.pack(len(text), len(body)) + text + body


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read a frame; raises EOFError where the other side has gone."""
    head, body = _SIZES.unpack(_exactly(stream, _SIZES.size))
    return json.loads(_exactly(stream, head)), _exactly(stream, body)


async def receive_soon(stream: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """Read a frame without blocking; raises asyncio.IncompleteReadError where the other side has gone."""
    head, body = _SIZES.unpack(await stream.readexactly(_SIZES.size))
    text = await stream.readexactly(head)
    return json.loads(text), await stream.readexactly(body) if body else b""


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
