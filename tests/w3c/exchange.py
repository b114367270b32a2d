"""Exchanges: the HTTP requests that a manifest describes, sent as they are, and the responses that it expects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comparison import MEDIA, read_graph, same_graphs
from manifest import MF
from rdflib import Graph, Namespace
from rdflib.collection import Collection

if TYPE_CHECKING:
    from manifest import Test
    from rdflib.term import Node
    from serving import Response, Served

__all__ = ["Expected", "Request", "replay", "requests"]

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
OURS = {"/sparql/": "/sparql", "/gsp": "/store"}
"""What a path begins with in the manifests, and here."""
STATUSES = {
    "OK": range(200, 201),
    "Created": range(201, 202),
    "NoContent": range(204, 205),
    "NotFound": range(404, 405),
    "StatusCode2xx": range(200, 300),
    "StatusCode3xx": range(300, 400),
    "StatusCode4xx": range(400, 500),
}
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expected:
    """What a response must be like; what is None or empty may be anything."""

    statuses: tuple[range, ...]
    truth: bool | None = None
    format: str = ""
    media: str = ""
    body: bytes = b""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One request, and what must come back."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    expected: Expected = field(default_factory=lambda: Expected(()))


def requests(test: Test) -> list[Request]:
    """Give the requests of a test in their order."""
    (listed,) = test.graph.objects(test.action, HT.requests)
    return [_request(test.graph, node) for node in Collection(test.graph, listed)]


def replay(served: Served, test: Test) -> None:
    """Send the requests of a test, each with the token, and look at what comes back."""
    known: dict[str, str] = {}
    for each in requests(test):
        path, body = each.path, each.body
        for name, value in known.items():
            path, body = path.replace(name, value), body.replace(name.encode(), value.encode())
        answer = served.send(each.method, path, body, each.headers, writes=True)
        check(each, answer, served.address)
        if each.expected.location:
            known[each.expected.location] = answer.headers["location"]


def check(request: Request, answer: Response, base: str) -> None:
    """Compare a response with what is expected of it."""
    expected = request.expected
    said = f"{request.method} {request.path}: {answer.status} {answer.body!r}"
    assert any(answer.status in each for each in expected.statuses), said
    if expected.format:
        assert answer.media in FORMATS[expected.format], said
    if expected.truth is not None:
        assert answer.json()["boolean"] is expected.truth, said
    if expected.media:
        assert answer.headers["content-type"] == expected.media, said
    if expected.location:
        assert answer.headers.get("location"), said
    if expected.body:
        form = MEDIA[expected.media.partition(";")[0]]
        one, other = (read_graph(data, form, base) for data in (answer.body, expected.body))
        assert same_graphs(one, other), said


def _request(graph: Graph, node: Node) -> Request:
    path = str(graph.value(node, HT.absolutePath))
    begin = next(each for each in OURS if path.startswith(each))
    (response,) = graph.objects(node, HT.resp)
    truth = graph.value(response, MF.expectedBoolean)
    expected = Expected(
        tuple(STATUSES[str(status).rpartition("#")[2]] for status in graph.objects(response, MF.expectedStatus)),
        None if truth is None else bool(truth.toPython()),
        str(graph.value(response, MF.expectedFormat) or ""),
        _headers(graph, response).get("content-type", ""),
        _body(graph, response),
        str(graph.value(response, MF.expectedLocation) or ""),
    )
    method = str(graph.value(node, HT.methodName))
    return Request(method, OURS[begin] + path.removeprefix(begin), _headers(graph, node), _body(graph, node), expected)


def _headers(graph: Graph, node: Node) -> dict[str, str]:
    listed = graph.value(node, HT.headers)
    found = Collection(graph, listed) if listed else ()
    return {str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue)) for each in found}


def _body(graph: Graph, node: Node) -> bytes:
    body = graph.value(node, HT.body)
    if body is None:
        return b""
    return str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
