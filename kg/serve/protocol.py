"""The SPARQL 1.1 Protocol at `/sparql`, and the Graph Store Protocol at `/store` of a scratch dataset.

A query comes by GET, or by POST as a form or as it is; `format` beside it overrules the Accept header. Updates come
by POST, to a scratch dataset, with its token.
"""

from __future__ import annotations

import hmac
import re
import secrets
from typing import TYPE_CHECKING, Any

from kg.errors import FilmgraphError, QueryError
from kg.serve.asked import one, unwritten
from kg.serve.incoming import (
    TooLargeError,
    TooSlowError,
    endpoint,
    header,
    media_type,
    parameters,
    read_body,
    send_reply,
)
from kg.serve.multipart import parts_of
from kg.serve.reply import Reply, problem, problem_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import Receive, Scope, Send

    from kg.serve.pool import Pool

__all__ = ["GraphStore", "Sparql"]

_QUERY = 1 << 20  # bytes of a form: the text of a query in it may be 256 kB, escaped three times as long
_ASKING = re.compile(rb"(?:^|&)(?:query|update)(?:=|&|$)")


class _Endpoint:
    """One address: an ASGI application whose errors are problems."""

    methods: tuple[str, ...] = ()

    def __init__(self, pool: Pool, token: str | None) -> None:
        self.pool, self.token = pool, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        method = scope["method"]
        coding = header(scope, b"content-encoding")
        try:
            if coding not in ("", "identity"):
                reply = problem(
                    415, f"Content-Encoding {coding[:40]}", do="send it as it is", Accept_Encoding="identity"
                )
            elif method in self.methods:
                reply = await self.answer(scope, receive)
            else:
                allowed = ", ".join(self.methods)
                reply = problem(405, f"{method} is not for this address", do=f"use {allowed}", Allow=allowed)
        except TooLargeError as error:
            reply = problem(413, error.what, do=error.do)
        except TooSlowError as error:
            reply = problem(408, error.what, do=error.do, Connection="close")
        except FilmgraphError as error:
            reply = problem_of(error)
        with self.pool.holding(len(reply.body)):
            await send_reply(send, reply, body=method != "HEAD")

    async def answer(self, scope: Scope, receive: Receive) -> Reply:
        """Give the reply to a request by one of the methods."""
        raise NotImplementedError

    def refused(self, scope: Scope) -> Reply | None:
        """Tell why a request may not write; None where it may."""
        if not self.pool.source.scratch:
            return unwritten(scratch=False)
        scheme, _, given = header(scope, b"authorization").partition(" ")
        known = scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), (self.token or "").encode())
        if known and self.token:
            return None
        return unwritten(scratch=True)


class Sparql(_Endpoint):
    """Queries, and updates of a scratch dataset; without either, what this service can do.

    What a request asks is worked out where it is answered, by a worker: here it only passes through.
    """

    methods = ("GET", "HEAD", "POST")

    def __init__(self, pool: Pool, token: str | None, describe: Callable[[Scope], Awaitable[Reply]]) -> None:
        super().__init__(pool, token)
        self.describe = describe

    async def answer(self, scope: Scope, receive: Receive) -> Reply:
        """Answer a query or an update."""
        address: bytes = scope["query_string"]
        post = scope["method"] == "POST"
        if not post and not _ASKING.search(address):
            return await self.describe(scope)
        head: dict[str, Any] = {
            "task": "sparql",
            "post": post,
            "address": address.decode("latin-1"),
            "media": header(scope, b"content-type"),
            "accept": header(scope, b"accept"),
            "base": endpoint(scope),
        }
        body = b""
        if post:
            head["writes"] = self.refused(scope) is None
            body = await read_body(scope, receive, _QUERY)
        return await self.pool.request(head, body)


class GraphStore(_Endpoint):
    """Graphs of a scratch dataset, named by `?graph=`, `?default`, or their own address beneath this one."""

    methods = ("GET", "HEAD", "PUT", "POST", "DELETE")

    async def answer(self, scope: Scope, receive: Receive) -> Reply:
        """Read, replace, add to or remove a graph."""
        if not self.pool.source.scratch:
            return problem(403, "a built graph has no graph store", do="ask it by queries, or use kg serve --scratch")
        method = scope["method"]
        reading = method in ("GET", "HEAD")
        refusal = None if reading else self.refused(scope)
        if refusal:
            return refusal
        graph, made = self._graph(scope)
        head: dict[str, Any] = {"task": "scratch", "action": method.lower(), "graph": graph, "base": endpoint(scope)}
        if reading:
            asked = parameters(scope["query_string"], "address")
            head |= {"accept": header(scope, b"accept"), "format": asked.get("format", [""])[0]}
            return _varied(await self.pool.request(head))
        if method == "DELETE":
            return await self.pool.request(head)
        parts = _parts(header(scope, b"content-type"), await read_body(scope, receive, self.pool.limits.size))
        for media, data in parts:
            if not media:
                return problem(415, "no media type", do="text/turtle, application/n-triples, …")
            del data
        head |= {"media": [media for media, _ in parts], "sizes": [len(data) for _, data in parts]}
        reply = await self.pool.request(head, b"".join(data for _, data in parts))
        return (
            Reply(reply.status, {**reply.headers, "Location": graph}, reply.body)
            if made and reply.status < 400
            else reply
        )

    def _graph(self, scope: Scope) -> tuple[str, bool]:
        """Give the IRI of the graph that a request is about ("" is the default graph), and whether it is a new one."""
        asked = parameters(scope["query_string"], "address")
        here = endpoint(scope)
        direct = scope["path_params"].get("graph", "")
        if sum((bool(direct), "graph" in asked, "default" in asked)) > 1:
            raise QueryError("one graph, named in two ways", where="address", do="name it once")
        if direct:
            return here, False
        if "default" in asked:
            return "", False
        if "graph" in asked:
            graph = one(asked, "graph")
            if ":" not in graph.partition("/")[0]:
                raise QueryError(f"graph={graph[:100]} is not absolute", where="address", do="give the whole IRI")
            return graph, False
        if scope["method"] == "POST":
            return f"{here.rstrip('/')}/{secrets.token_hex(8)}", True
        raise QueryError("no graph is named", where="address", do="?graph=IRI or ?default")


def _varied(reply: Reply) -> Reply:
    return Reply(reply.status, {**reply.headers, "Vary": "Accept"}, reply.body)


def _parts(content_type: str, body: bytes) -> list[tuple[str, bytes]]:
    """Give media type and bytes of what was sent: one graph, or the files of a multipart form."""
    whole = [(content_type, body)]
    found = []
    for said, data in parts_of(content_type, body) if media_type(content_type)[0] == "multipart/form-data" else whole:
        media, charset = media_type(said)
        if charset not in ("", "utf-8", "utf8", "us-ascii"):
            raise QueryError(f"charset {charset[:40]!r}", where="body", do="send UTF-8")
        found.append((media, data))
    return found
