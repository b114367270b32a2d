"""A real `kg serve` process on a free port of loopback, and raw requests to it."""

from __future__ import annotations

import contextlib
import http.client
import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TOKEN", "Response", "Served", "serving"]

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing but what a test itself has started
_PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: status, headers by their names in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media(self) -> str:
        """The media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: its address, which ends in a slash, and the token that writing needs."""

    address: str
    token: str = ""

    def send(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None, *, writes: bool = False
    ) -> Response:
        """Send a request as it is, with nothing added but the token where it writes."""
        said = dict(headers or {})
        if writes:
            said["Authorization"] = f"Bearer {self.token}"
        with contextlib.closing(http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=_PATIENCE)) as to:
            to.request(method, path, body or None, said)
            response = to.getresponse()
            return Response(
                response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
            )

    def get(self, query: str, accept: str = "", **parameters: str | list[str]) -> Response:
        """Ask a query by GET."""
        asked = urlencode({"query": query, **parameters}, doseq=True)
        return self.send("GET", f"/sparql?{asked}", headers={"Accept": accept} if accept else {})

    def post(self, query: str, accept: str = "", path: str = "/sparql") -> Response:
        """Ask a query by POST, as it is."""
        headers = {"Content-Type": "application/sparql-query"} | ({"Accept": accept} if accept else {})
        return self.send("POST", path, query.encode("utf-8"), headers)

    def form(self, query: str, accept: str = "") -> Response:
        """Ask a query by POST, as a form."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | ({"Accept": accept} if accept else {})
        return self.send("POST", "/sparql", urlencode({"query": query}).encode(), headers)

    def update(self, text: str, **parameters: str | list[str]) -> Response:
        """Send an update, as it is."""
        asked = urlencode(parameters, doseq=True)
        headers = {"Content-Type": "application/sparql-update"}
        return self.send("POST", f"/sparql?{asked}" if asked else "/sparql", text.encode(), headers, writes=True)

    def graph(self, method: str, graph: str = "", body: bytes = b"", media: str = "text/turtle") -> Response:
        """Read (as N-Triples) or write a graph by the Graph Store Protocol; "" is the default graph."""
        headers = {"Content-Type": media} if method in ("PUT", "POST") else {"Accept": "application/n-triples"}
        writes = method not in ("GET", "HEAD")
        return self.send(method, store_path(graph), body, headers, writes=writes)


def store_path(graph: str) -> str:
    """Give the path of a graph; "" is the default graph."""
    return f"/store?graph={quote(graph, safe='')}" if graph else "/store?default"


@contextlib.contextmanager
def serving(*options: str, token: str = "") -> Iterator[Served]:
    """Run `kg serve` with options, and give its address once it answers."""
    command = [sys.executable, "-m", "kg.cli", "serve", "--port", "0", *options, *(["--token", token] if token else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        address = process.stdout.readline().strip()
        assert address, "kg serve ended before it said where it is"
        yield Served(address, token)
    finally:
        process.terminate()
        process.stdout.close()
        process.wait(_PATIENCE)
