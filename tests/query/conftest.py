"""A SPARQL endpoint on this machine, over the seeds or saying what a test tells it to say."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kg.graph.store import open_store
from kg.query.engine import run
from kg.query.result import Result, render

if TYPE_CHECKING:
    from collections.abc import Iterator

Said = tuple[int, str, bytes]


@dataclass
class Service:
    """What the endpoint is asked, and, where a test sets it, what it answers instead: status, media type, bytes."""

    url: str = ""
    said: Said | None = None
    held: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    queries: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    accepts: list[str] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)


def answered(store: Any, text: str) -> Said:
    found = run(text, store)
    if found.triples is not None:
        return 200, "application/n-triples", render(found, "ntriples").encode()
    return 200, "application/sparql-results+json; charset=utf-8", render(found, "json").encode()


@pytest.fixture
def service(seeds_built: Any) -> Iterator[Service]:
    told = Service()
    store = open_store(seeds_built.store)

    class Handler(BaseHTTPRequestHandler):
        def _serve(self, form: str) -> None:
            told.methods.append(self.command)
            told.accepts.append(self.headers["Accept"])
            text = parse_qs(form)["query"][0]
            told.queries.append(text)
            if told.held:
                told.gone.wait(20)
                return
            status, kind, body = told.said or answered(store, text)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self._serve(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers["Content-Length"])).decode("ascii"))

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        told.url = f"http://127.0.0.1:{server.server_port}/sparql"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield told
        told.gone.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def every_kind() -> Result:
    """A table with every kind of value, and a row without any."""
    from kg.graph.namespace import XSD
    from kg.query.result import Node

    def typed(text: str, datatype: str) -> Node:
        return Node("literal", text, XSD + datatype)

    cells = {
        "iri": Node("uri", "https://w3id.org/filmkg/film/kika"),
        "blank": Node("bnode", "b0"),
        "text": Node("literal", "Noée"),
        "tagged": Node("literal", "Les Tuche", None, "fr"),
        "whole": typed("7", "integer"),
        "share": typed("12.50", "decimal"),
        "double": typed("1.5E0", "double"),
        "truth": typed("true", "boolean"),
        "day": typed("2024-09-17", "date"),
        "moment": typed("2024-09-17T10:00:00", "dateTime"),
        "instant": typed("2024-09-17T10:00:00+02:00", "dateTime"),
        "year": typed("2024", "gYear"),
        "month": typed("2024-09", "gYearMonth"),
    }
    return Result(tuple(cells), (tuple(cells.values()), (None,) * len(cells)))
