"""A reconciliation service on this machine, which says what a test tells it to say."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from film_register import Clock, Register

from kg.resolve.authority.link import Link

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    monkeypatch.setenv("no_proxy", "*")
    told = Register()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self, body: bytes | None) -> None:
            told.headers = {key.casefold(): value for key, value in self.headers.items()}
            said = told.say(body)
            try:
                self.send_response(said.status)
                for key, value in said.headers.items():
                    self.send_header(key, value)
                if "Content-Length" not in said.headers:
                    self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body)
            except OSError:
                pass  # the client has gone, as some tests want

        def do_GET(self) -> None:
            self._serve(None)

        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        told.url = f"http://127.0.0.1:{server.server_port}/api"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield told
        told.wait.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def link(clock: Clock) -> Link:
    return Link(sleep=clock.sleep, now=clock.now)
