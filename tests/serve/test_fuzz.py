"""Requests of every kind and of none: whatever comes is answered, errors are problems, and nothing is said on stderr.

`KG_FUZZ=10000 pytest tests/serve/test_fuzz.py` looks longer.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from server import HASTY, TOKEN, Server, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

    from kg.build import Places

_MANY = settings(
    max_examples=int(os.environ.get("KG_FUZZ", "150")),
    derandomize="KG_FUZZ" not in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
_WORDS = [
    "SELECT", "*", "{", "}", "?s", "?p", "?o", ".", ";", ",", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "FILTER", "(",
    ")", "OPTIONAL", "UNION", "MINUS", "GRAPH", "?g", "BIND", "AS", "VALUES", "UNDEF", "LIMIT", "1", "ORDER BY",
    "GROUP BY", "COUNT(*)", "SERVICE", "SILENT", "FROM", "NAMED", "PREFIX", "a:", "<http://a.example/>", "BASE",
    "\"x\"", "'", '"', "\\u0041", "\\", "#", "\n", "\r", "<<(", ")>>", "INSERT DATA", "DELETE WHERE", "LOAD",
    "CLEAR ALL", "USING", "WITH", "_:b", "a", "^", "/", "|", "true", "1e9", "-1", "@en", "^^", "é", "𝕏", "\0",
    "REGEX(?s, '(')", "STR(?s)", "EXISTS", "NOT", "VERSION", "~",
]  # fmt: skip
_DATA = [
    "<a:a> <a:b> <a:c> .", "@prefix a: <http://a.example/> .", "a:b", '"', "[", "]", "(", ")", "{", "}", ":", ",",
    "1", "null", '{"@id": "a:a"}', '"@context"', '"@graph"', "<", ">", "</", "/>", "<rdf:RDF",
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"', "<!DOCTYPE x>", "&x;", "<![CDATA[", "]]>",
    "<?xml version='1.0'?>", "--x", "\r\n", "Content-Type: text/turtle", "\r\n\r\n", "--", "query=ASK%7B%7D", "&",
    "=", "update=", "%", "%00", "%FF", "+", "\x00",
]  # fmt: skip
_NAMES = [
    "query", "update", "format", "graph", "default", "default-graph-uri", "named-graph-uri", "using-graph-uri",
    "using-named-graph-uri", "", "x", "%", "[]",
]  # fmt: skip
_MEDIA = [
    "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded",
    "multipart/form-data", "multipart/form-data; boundary=x", "text/turtle", "application/n-triples",
    "application/ld+json", "application/rdf+xml", "application/trig", "application/n-quads", "text/plain",
    "application/json", "text/html", "*/*", "text/*;q=0", "x", "", "text/turtle; charset=utf-16", ";;;", "a/b/c",
    "application/sparql-results+json, */*;q=x", "text/csv",
]  # fmt: skip

words = st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)
texts: SearchStrategy[str] = st.one_of(
    words, st.text(max_size=40), st.sampled_from(["ASK {}", "a:b", "http://a.example/g"])
)
pairs = st.tuples(st.sampled_from(_NAMES), texts).map(lambda pair: f"{pair[0]}={quote(pair[1])}")
addresses = st.builds(
    lambda path, query: path + ("?" + "&".join(query) if query else ""),
    st.one_of(
        st.sampled_from(
            [
                "/sparql",
                "/store",
                "/store/a",
                "/.well-known/void",
                "/",
                "/%73parql",
                "/query",
                "/search",
                "/reconcile",
                "/sparql/",
            ]
        ),
        st.text(max_size=20).map(lambda text: "/" + quote(text)),
        st.text("abc/.<>{}|\\^`[]'\"%;:@", max_size=20).map(lambda text: "/store/" + text),
    ),
    st.lists(pairs, max_size=4),
)
values = st.one_of(st.sampled_from(_MEDIA), st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40))
headers = st.dictionaries(
    st.sampled_from([
        "Accept", "Content-Type", "Content-Encoding", "Host", "Origin", "Authorization", "Expect", "Connection",
        "Upgrade", "Transfer-Encoding", "Content-Length", "Range", "If-None-Match", "Accept-Charset", "Cookie",
        "X-Forwarded-Host", "Access-Control-Request-Method", "TE", "Trailer",
    ]),
    values,
    max_size=4,
)  # fmt: skip
bodies = st.one_of(
    st.just(b""),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(_DATA), max_size=15).map(lambda found: "".join(found).encode()),
    st.lists(pairs, max_size=4).map(lambda found: "&".join(found).encode()),
    st.binary(max_size=100),
)
methods = st.sampled_from(["GET", "HEAD", "POST", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])


@pytest.fixture(scope="module")
def built(seeds_built: Places) -> Iterator[Server]:
    with serve(store=seeds_built.store, before=HASTY) as started:
        yield started


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = str(tmp_path_factory.mktemp("scratch") / "store")
    with serve("--scratch", folder, "--cors", "http://a.example", before=HASTY) as started:
        yield started


def sent(method: str, address: str, said: dict[str, str], body: bytes, *, typed: str = "") -> bytes:
    """Write a request as it goes over the wire, unless a header says otherwise whole and to this server."""
    lines = {"Host": "localhost", "Content-Length": str(len(body)), "Connection": "close"}
    if typed:
        lines["Content-Type"] = typed
    lines |= said
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {address} HTTP/1.1\r\n{head}\r\n".encode("latin-1", "replace") + body


def holds(answer: bytes, method: str) -> None:
    """Tell that an answer is one: whole, no fault of ours, and a problem where something is wrong."""
    if not answer:
        return
    head, _, body = answer.partition(b"\r\n\r\n")
    if head.startswith(b"HTTP/1.1 100 "):
        head, _, body = body.partition(b"\r\n\r\n")
    if not head:  # somebody announced more than came
        return
    status = int(head[9:12])
    event(f"status {status}")
    assert status < 500 or status == 503, answer[:500]
    # Starlette itself answers what browsers ask before they send from elsewhere.
    if status >= 400 and not (method == "OPTIONS" and b"Disallowed CORS" in body):
        if b"content-type: text/html" in head.lower():  # what browsers get, who ask for it
            return
        assert b"content-type: application/problem+json" in head.lower(), answer[:500]
        assert method == "HEAD" or json.JSONDecoder().raw_decode(body.decode())[0]["status"] == status


def exchange(server: Server, data: bytes, method: str) -> bytes:
    answer = server.raw(data)
    holds(answer, method)
    assert server.process.poll() is None
    return answer


@_MANY
@given(methods, addresses, headers, bodies)
def test_any_request(built: Server, method: str, address: str, said: dict[str, str], body: bytes) -> None:
    exchange(built, sent(method, address, said, body), method)


@_MANY
@given(methods, addresses, headers, bodies, st.sampled_from(_MEDIA))
def test_any_request_with_the_token(
    scratch: Server, method: str, address: str, said: dict[str, str], body: bytes, typed: str
) -> None:
    data = sent(method, address, {"Authorization": f"Bearer {TOKEN}"} | said, body, typed=typed)
    exchange(scratch, data, method)


@_MANY
@given(words)
def test_any_words_as_a_query(built: Server, text: str) -> None:
    assert exchange(built, sent("POST", "/sparql", {}, text.encode(), typed="application/sparql-query"), "POST")


@_MANY
@given(words)
def test_any_words_as_an_update(scratch: Server, text: str) -> None:
    said = {"Authorization": f"Bearer {TOKEN}"}
    assert exchange(scratch, sent("POST", "/sparql", said, text.encode(), typed="application/sparql-update"), "POST")


@_MANY
@given(st.data())
def test_a_request_with_bytes_changed(built: Server, data: st.DataObject) -> None:
    whole = sent(
        "POST", "/sparql?format=json", {"Accept": "*/*"}, b"ASK { ?s ?p ?o }", typed="application/sparql-query"
    )
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole)))
        whole = whole[:place] + data.draw(st.binary(max_size=4)) + whole[place + data.draw(st.integers(0, 4)) :]
    exchange(built, whole, "?")
