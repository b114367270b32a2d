"""Load: the parts of a build into a SPARQL 1.1 endpoint, graph by graph over the Graph Store Protocol.

Statements go in chunks; after each one a line is added to a journal, so that a load that was stopped goes on where it
was. A chunk that arrives twice changes nothing, as a graph holds a statement once.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import time
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Self
from urllib.parse import quote, urlsplit

from kg.engine.part import read_parts
from kg.errors import ServiceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.engine.part import Part

__all__ = ["BYTES", "Loaded", "load_parts"]

BYTES = 1_000_000
"""About how much goes in one request: some thousand statements, a second's work for a server."""
_TRIES = 5
_PAUSE = 1.0
_PATIENCE = 300.0
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was sent, in statements and requests, and how many statements an earlier load had sent."""

    statements: int
    requests: int
    before: int


def load_parts(
    folder: Path,
    endpoint: str,
    *,
    token: str = "",
    size: int = BYTES,
    say: Callable[[int, int], None] = lambda _done, _all: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Loaded:
    """Send the graph and the evidence in the folder of a build to the graph store at `endpoint`.

    `token` goes with each request (Authorization: Bearer); `say` is told statements sent and statements in all. The
    journal is in the folder, one for each endpoint. A request that fails, or that a busy server turns away, is sent
    again a few times. Raises SourceError where the folder holds no build, UsageError for an address that is none, and
    ServiceError where the endpoint cannot be reached or refuses.
    """
    parts = [part for table in ("graph", "evidence") for part in read_parts(folder, table)]
    whole = sum(part.rows for part in parts)
    sent = requests = before = 0
    with _GraphStore(endpoint, token, sleep) as store, _Journal(folder, endpoint) as journal:
        for part in parts:
            start, done = journal.place(part)
            before += done
            for chunk in _chunks(folder, part, start, size):
                store.add(chunk.graph, chunk.body)
                sent += chunk.statements
                requests += 1
                done += chunk.statements
                journal.add(part, chunk.end, done)
                say(before + sent, whole)
    return Loaded(sent, requests, before)


# ---- chunks ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Statements of one graph ("" is the default graph) as N-Triples, and where in the file they end."""

    graph: str
    body: bytes
    statements: int
    end: int


def _chunks(folder: Path, part: Part, start: int, size: int) -> Iterator[_Chunk]:
    with (folder / part.table / part.name).open("rb") as lines:
        lines.seek(start)
        end = start
        for graph, said in groupby(
            (_split(line, part.table == "evidence") for line in lines), key=lambda each: each[0]
        ):
            held: list[bytes] = []
            length = 0
            for _, triple, whole in said:
                held.append(triple)
                length += len(triple)
                end += whole
                if length >= size:
                    yield _Chunk(graph, b"".join(held), len(held), end)
                    held, length = [], 0
            if held:
                yield _Chunk(graph, b"".join(held), len(held), end)


def _split(line: bytes, named: bool) -> tuple[str, bytes, int]:
    """Give the graph of a line, its triple, and the length of the line."""
    if not named:
        return "", line, len(line)
    triple, graph, _ = line.rsplit(b" ", 2)
    return graph[1:-1].decode("utf-8"), triple + b" .\n", len(line)


# ---- the journal -------------------------------------------------------------------------------------------------


class _Journal:
    """What an endpoint has of each part: a line for each chunk, of which the last whole one counts."""

    def __init__(self, folder: Path, endpoint: str) -> None:
        self._endpoint = endpoint
        self._path = folder / "load.jsonl"
        self._places: dict[str, tuple[int, int]] = {}
        self._torn = False
        for line in self._path.read_bytes().split(b"\n") if self._path.exists() else []:
            try:
                row = json.loads(line or b"{}")
            except ValueError:  # the line that a killed load was writing
                self._torn = True
                continue
            if row.get("endpoint") == endpoint:
                self._places[row["part"]] = (row["end"], row["statements"])

    def __enter__(self) -> Self:
        self._stream = self._path.open("ab")
        if self._torn:
            self._stream.write(b"\n")
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def place(self, part: Part) -> tuple[int, int]:
        """Give up to which byte a part was sent, and how many statements that were."""
        return self._places.get(part.name, (0, 0))

    def add(self, part: Part, end: int, statements: int) -> None:
        """Write down that a part was sent up to a byte."""
        row = {"endpoint": self._endpoint, "part": part.name, "end": end, "statements": statements}
        self._stream.write(json.dumps(row).encode("utf-8") + b"\n")
        self._stream.flush()


# ---- the protocol ------------------------------------------------------------------------------------------------


class _GraphStore:
    """A graph store behind one connection that is kept open; it follows no redirect, as a token goes along."""

    def __init__(self, endpoint: str, token: str, sleep: Callable[[float], None]) -> None:
        address = urlsplit(endpoint)
        if address.scheme not in ("http", "https") or not address.hostname or address.query:
            raise UsageError(
                "no address of a graph store", where=endpoint, do="give one like http://127.0.0.1:7878/store"
            )
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        self._endpoint, self._path, self._sleep = endpoint, address.path or "/", sleep
        self._to = kind(address.hostname, address.port, timeout=_PATIENCE)
        self._headers = {"Content-Type": "application/n-triples", "Accept": "*/*"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._to.close()

    def add(self, graph: str, body: bytes) -> None:
        """Add N-Triples to a graph."""
        asked = f"graph={quote(graph, safe='')}" if graph else "default"
        reason = ""
        for number in range(_TRIES):
            if number:
                self._sleep(_PAUSE * 2.0 ** (number - 1))
            try:
                self._to.request("POST", f"{self._path}?{asked}", body, self._headers)
                reply = self._to.getresponse()
                said = reply.read(100_000)
            except (OSError, http.client.HTTPException) as error:
                self._to.close()
                reason = str(error) or type(error).__name__
                continue
            if reply.status < 300:
                return
            reason = f"HTTP {reply.status} {reply.reason}: {_plain(said)}"
            if reply.status != 429 and reply.status < 500:
                break
        raise ServiceError(
            f"the store did not take a part of {f'<{graph}>' if graph else 'the default graph'}: {reason}",
            where=self._endpoint,
            do="what was sent stays; say it again and it goes on from there",
        )


def _plain(said: bytes) -> str:
    text = said.decode("utf-8", "replace")
    with contextlib.suppress(ValueError, AttributeError):
        text = str(json.loads(text).get("title") or text)
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:_LONGEST_REASON]
