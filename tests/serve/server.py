"""A real `kg serve` process for tests: asked over its socket, watched from outside, searched for faults at its end."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "open-sesame"  # noqa: S105 - it opens nothing
ANYTHING = "ASK { ?s ?p ?o }"
HASTY = "import kg.serve.wire as w, kg.serve.incoming as i; w._HEAD_TIME = w._STALL = i._PATIENCE = 0.2"
"""Python that makes a server wait for nothing longer than a fifth of a second."""
_TRACES = ("Traceback", "Task exception", "never retrieved", "was destroyed")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def said(self) -> Any:
        return json.loads(self.body)

    @property
    def is_problem(self) -> bool:
        return self.headers.get("content-type") == "application/problem+json" and self.said["status"] == self.status


@dataclass
class Server:
    process: subprocess.Popen[str]
    port: int
    messages: Path
    seen: set[int] = field(default_factory=set)

    def request(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None, patience: float = 30.0
    ) -> Answer:
        began = time.monotonic()
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)) as connection:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            data = response.read()
        said = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, said, data, time.monotonic() - began)

    def ask(self, query: str | bytes, path: str = "/sparql", **headers: str) -> Answer:
        data = query.encode("utf-8", "surrogatepass") if isinstance(query, str) else query
        return self.request("POST", path, data, {"Content-Type": "application/sparql-query", **headers})

    def update(self, text: str, path: str = "/sparql", **headers: str) -> Answer:
        kind = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
        return self.request("POST", path, text.encode(), {**kind, **headers})

    def put(self, body: Any, media: str, graph: str = "http://graphs.example/a", method: str = "PUT") -> Answer:
        headers = {"Content-Type": media, "Authorization": f"Bearer {TOKEN}"}
        return self.request(method, f"/store?graph={quote(graph, safe='')}", body, headers)

    def count(self) -> int:
        found = self.ask("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
        return int(found.said["results"]["bindings"][0]["n"]["value"])

    def raw(self, data: bytes, *, leave: bool = False, patience: float = 10.0) -> bytes:
        """Send bytes as they are; give all that comes back until the server ends the connection, or we `leave` it."""
        found = b""
        with contextlib.closing(socket.create_connection(("127.0.0.1", self.port), patience)) as connection:
            with contextlib.suppress(OSError):
                connection.sendall(data)
                if leave:
                    connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(OSError):
                while piece := connection.recv(1 << 16):
                    found += piece
        return found

    def workers(self) -> list[int]:
        """Give the processes that the server has started and that still run."""
        with contextlib.suppress(OSError):
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
            found = [int(child) for child in children.split()]
            self.seen.update(found)
            return [child for child in found if state(child) not in "ZX"]
        return []

    def connections(self) -> int:
        """Give how many connections people have to the server."""
        own = {os.path.realpath(each).rpartition("/")[2] for each in Path(f"/proc/{self.process.pid}/fd").iterdir()}
        rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
        here = [row for row in rows if row[1].endswith(f":{self.port:04X}") and f"socket:[{row[9]}]" in own]
        return sum(row[3] != "0A" for row in here)  # the one that listens is no connection


@contextlib.contextmanager
def serve(*options: str, store: Path | None = None, seconds: float = 1.0, before: str = "") -> Iterator[Server]:
    """Start a server, and end it by SIGTERM: then no worker may be left and no fault may have been told.

    `before` is Python that the server runs before it begins.
    """
    code = f"{before}\nfrom kg.cli import main\nmain()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--seconds", str(seconds), *options]
    with tempfile.TemporaryDirectory() as folder:
        messages = Path(folder) / "messages"
        with messages.open("w", encoding="utf-8") as file:
            process = subprocess.Popen(
                [*command, *(["--store", str(store)] if store else [])],
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
                env=os.environ | {"KG_TOKEN": TOKEN} if "--scratch" in options else None,
            )
        try:
            assert process.stdout
            line = process.stdout.readline()
            assert line, messages.read_text(encoding="utf-8")
            server = Server(process, urlsplit(line.strip()).port or 0, messages)
            until(lambda: len(server.workers()) == 2 or "--scratch" in options, 10)
            yield server
            server.workers()
        finally:
            process.terminate()
            try:
                process.wait(15)
            finally:
                process.kill()
                process.wait()
                if process.stdout:
                    process.stdout.close()
        said = messages.read_text(encoding="utf-8")
        assert not [each for each in _TRACES if each in said], said
        assert until(lambda: not [pid for pid in server.seen if state(pid) not in "ZX"], 3)


def soonest(ask: Callable[[], Answer], seconds: float) -> Answer:
    """Give the first answer that took less, else the last of three: a machine with other work hides what is quick."""
    for _ in range(2):
        answer = ask()
        if answer.seconds < seconds:
            return answer
    return ask()


def until(holds: Callable[[], Any], seconds: float) -> Any:
    """Wait for something to hold; give what it gives, or the last of it when time is up."""
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.01)
    return found


def state(pid: int) -> str:
    """Give the letter that Linux has for how a process fares; X for one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def resident(pid: int) -> int:
    """Give the MiB of memory of a process."""
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        return 0
    return int(found[1]) // 1024 if found else 0
