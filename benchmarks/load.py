"""Load: many clients at once over loopback, each asking again as soon as it is answered."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Load", "load"]


@dataclass(frozen=True, slots=True)
class Load:
    """What clients saw: answers a second, errors, and milliseconds at the median and at the 99th of a hundred."""

    rate: float
    errors: int
    p50: float
    p99: float


def load(address: str, queries: Sequence[str], clients: int, seconds: float) -> Load:
    """Have `clients` ask `queries` in turn for so long; an error is any status but 200, or a connection lost."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(_load(address, queries, clients, seconds))
    return uvloop.run(_load(address, queries, clients, seconds))


async def _load(address: str, queries: Sequence[str], clients: int, seconds: float) -> Load:
    parts = urlsplit(address)
    requests = [
        f"GET {parts.path}?query={quote(query)} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        "Accept: application/sparql-results+json\r\n\r\n".encode()
        for query in queries
    ]
    turns = itertools.cycle(requests)
    times: list[float] = []
    errors = [0]
    end = time.perf_counter() + seconds

    async def client() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1 << 24)
        try:
            while time.perf_counter() < end:
                began = time.perf_counter()
                writer.write(next(turns))
                status = await _answer(reader)
                times.append(time.perf_counter() - began)
                errors[0] += status != 200
        except (OSError, asyncio.IncompleteReadError):
            errors[0] += 1
        finally:
            writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    took = time.perf_counter() - began
    times.sort()
    place = len(times) - 1
    return Load(len(times) / took, errors[0], times[place // 2] * 1000, times[int(place * 0.99)] * 1000)


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    if length is not None:
        await reader.readexactly(length)
    elif any(line.startswith(b"transfer-encoding:") for line in lines):
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readuntil(b"\r\n")
    return int(head[9:12])
