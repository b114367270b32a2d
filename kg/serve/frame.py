"""Frames: how the server and its workers talk, over pipes. A frame is a head of JSON and a body of bytes."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from socket import socket

__all__ = ["Frame", "Inbox", "pack", "receive", "send"]

Frame = tuple[dict[str, Any], bytes]
"""Head and body."""

_SHORT = 1 << 16  # bytes
_SIZES = struct.Struct("!IQ")


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    """Give a frame as bytes."""
    text = json.dumps(head).encode()
    return _SIZES.pack(len(text), len(body)) + text + body


def send(to: socket, head: dict[str, Any], body: bytes) -> None:
    """Send a frame; a long body is not copied. Raises OSError where the other side has gone."""
    if len(body) <= _SHORT:
        to.sendall(pack(head, body))
        return
    text = json.dumps(head).encode()
    to.sendall(_SIZES.pack(len(text), len(body)) + text)
    to.sendall(body)


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read a frame; raises EOFError where the other side has gone."""
    head, body = _SIZES.unpack(_exactly(stream, _SIZES.size))
    return json.loads(_exactly(stream, head)), _exactly(stream, body)


class Inbox:
    """What has come in of a frame so far, from a side that sends one at a time."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._wanted = _SIZES.size

    def take(self, data: bytes) -> Frame | None:
        """Add bytes; give the frame once it is whole."""
        self._data += data
        if len(self._data) < self._wanted:
            return None
        head, body = _SIZES.unpack_from(self._data)
        self._wanted = _SIZES.size + head + body
        if len(self._data) < self._wanted:
            return None
        whole, self._data, self._wanted = memoryview(self._data), bytearray(), _SIZES.size
        start = _SIZES.size + head
        return json.loads(bytes(whole[_SIZES.size : start])), bytes(whole[start:])


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
