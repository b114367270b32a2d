"""What comes over a connection that is no proper request: told so in the words of a problem, and soon let go."""

from __future__ import annotations

import contextlib
import json
import socket
from typing import TYPE_CHECKING

import pytest
from server import ANYTHING, HASTY, Server, resident, serve, until

from kg.serve import wire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

_HOST = b"Host: localhost\r\n"
_ASK = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n" + _HOST
_POST = b"POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\n" + _HOST


@pytest.fixture(scope="module")
def server(seeds_built: Places) -> Iterator[Server]:
    with serve(store=seeds_built.store) as started:
        yield started


BROKEN = {
    "no HTTP": b"garbage\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "an unknown method": b"SING / HTTP/1.1\r\n" + _HOST + b"\r\n",
    "a method of no use here": b"CONNECT x:1 HTTP/1.1\r\n" + _HOST + b"\r\n",
    "bytes in the path": b"GET /sp\xffarql HTTP/1.1\r\n" + _HOST + b"\r\n",
    "bytes in the query": b"GET /sparql?query=\xff HTTP/1.1\r\n" + _HOST + b"\r\n",
    "an odd length": b"POST /sparql HTTP/1.1\r\n" + _HOST + b"Content-Length: \xb2\r\n\r\n",
    "a length below nothing": b"POST /sparql HTTP/1.1\r\n" + _HOST + b"Content-Length: -1\r\n\r\n",
    "two lengths": b"POST /sparql HTTP/1.1\r\n" + _HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length and chunks": _POST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5\r\nASK{}\r\n0\r\n\r\n",
    "a chunk without a size": _POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a header without a name": _ASK + b": x\r\n\r\n",
    "a header with a null": _ASK + b"X: \0\r\n\r\n",
    "a header over two lines": _ASK + b"X: a\r\n b\r\n\r\n",
    "no host": b"GET /sparql HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": _ASK + _HOST + b"Connection: close\r\n\r\n",
    "a host that is none": b"GET /sparql HTTP/1.1\r\nHost: localhost/x\r\nConnection: close\r\n\r\n",
    "a path of 100 kB": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + _HOST + b"\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_request_is_answered_by_a_problem(server: Server, name: str) -> None:
    head, _, body = server.raw(BROKEN[name]).partition(b"\r\n\r\n")
    status, *headers = head.decode("latin-1").lower().split("\r\n")
    assert status.startswith("http/1.1 4")
    assert "content-type: application/problem+json" in headers
    assert "x-content-type-options: nosniff" in headers
    assert json.loads(body)["status"] == int(status.split()[1])


@pytest.mark.parametrize("size", [100_000, 50 << 20])
def test_a_head_without_end_is_cut_off(server: Server, size: int) -> None:
    before = resident(server.process.pid)
    assert server.raw(_ASK + b"X: " + b"a" * size)[:13] in (b"HTTP/1.1 431 ", b"")
    assert resident(server.process.pid) < before + 20


def test_headers_after_a_body_are_counted_too(server: Server) -> None:
    found = server.raw(_POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nASK{}\r\n0\r\n" + b"T: x\r\n" * 100_000)
    assert found[:13] in (b"HTTP/1.1 431 ", b"")


def test_a_long_head_is_read(server: Server) -> None:
    assert server.request("GET", "/sparql?query=ASK%7B%7D&" + "x" * 60_000).status == 200


@pytest.mark.parametrize("piece", [_ASK, _POST + b"Content-Length: 5\r\n\r\n", b""])
def test_a_connection_that_ends_early_harms_nobody(server: Server, piece: bytes) -> None:
    server.raw(piece, leave=True)
    assert server.ask(ANYTHING).status == 200


def test_who_hangs_up_before_the_answer_harms_nobody(server: Server) -> None:
    for _ in range(30):
        with contextlib.closing(socket.create_connection(("127.0.0.1", server.port))) as connection:
            connection.sendall(_ASK + b"\r\n")
    assert server.ask(ANYTHING).status == 200


def test_many_requests_down_one_connection_are_answered_in_turn(server: Server) -> None:
    found = server.raw((_ASK + b"\r\n") * 200 + _ASK + b"Connection: close\r\n\r\n")
    assert found.count(b'"boolean":true') == 201


def test_a_request_of_websockets_is_answered_as_any(server: Server) -> None:
    found = server.raw(_ASK + b"Upgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Key: x\r\n\r\n")
    assert found.startswith(b"HTTP/1.1 200 ")


def test_connections_above_the_most_are_told_to_come_again(server: Server) -> None:
    with contextlib.ExitStack() as opened:
        for _ in range(wire.CONNECTIONS):
            connection = socket.create_connection(("127.0.0.1", server.port), 10)
            opened.enter_context(contextlib.closing(connection))
        found = server.raw(_ASK + b"Connection: close\r\n\r\n")
        assert found.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after: 5" in found.lower()
    assert until(lambda: server.raw(_ASK + b"Connection: close\r\n\r\n").startswith(b"HTTP/1.1 200 "), 5)


@pytest.fixture
def hasty(seeds_built: Places) -> Iterator[Server]:
    with serve(store=seeds_built.store, seconds=3, before=HASTY) as started:
        yield started


def test_a_head_that_does_not_come_is_not_waited_for(hasty: Server) -> None:
    with contextlib.closing(socket.create_connection(("127.0.0.1", hasty.port), 5)) as connection:
        connection.sendall(_ASK)
        assert connection.recv(100).startswith(b"HTTP/1.1 408 ")


def test_a_body_that_does_not_come_is_not_waited_for(hasty: Server) -> None:
    with contextlib.closing(socket.create_connection(("127.0.0.1", hasty.port), 5)) as connection:
        connection.sendall(_POST + b"Content-Length: 5\r\n\r\nASK")
        assert connection.recv(100).startswith(b"HTTP/1.1 408 ")


def test_an_answer_that_nobody_fetches_is_dropped(hasty: Server) -> None:
    query = b"SELECT%20*%20%7B?a%20?b%20?c.?d%20?e%20?f%7D"  # 10,000 rows, several MB
    before = hasty.connections()
    with contextlib.closing(socket.socket()) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(10)
        connection.connect(("127.0.0.1", hasty.port))
        connection.sendall(b"GET /sparql?query=" + query + b" HTTP/1.1\r\n" + _HOST + b"\r\n")
        assert connection.recv(13) == b"HTTP/1.1 206 "
        assert until(lambda: hasty.connections() == before, 5)
