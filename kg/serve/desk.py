"""The desk: where pages have their own questions answered, by the same workers and within the same limits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from kg.errors import LimitError, QueryError, RefusedError
from kg.query.result import Node, Result

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.graph.term import Triple
    from kg.serve.pool import Pool
    from kg.serve.reply import Reply

__all__ = ["Desk", "Labels", "Named", "PoolDesk"]

_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"


class Desk(Protocol):
    """Answers questions about the graph."""

    async def ask(self, text: str) -> Result:
        """Run a query; raises QueryError for one that is refused, does not parse, or takes too much."""

    async def call(self, name: str, *arguments: str) -> bytes:
        """Run a function of kg.serve.trusted on the store."""


class Named(Protocol):
    """An entity by its name: `kind` is its most special class, `alias` the spelling found where not the label."""

    @property
    def iri(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def alias(self) -> str: ...  # noqa: D102


class Labels(Protocol):
    """Finds entities by name, from several threads; a kind stands for all classes below it too."""

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> Sequence[Named]:
        """Give names that begin with a text, whole or at one of their words."""

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> Sequence[Named]:
        """Give names that begin with a text, else those that look like it."""

    def named(self, value: str, kind: str) -> list[str]:
        """Give the IRIs of what is called so: exactly, else by local IRI, else but for capitals and accents."""

    def get(self, iri: str) -> Named | None:
        """Give what an IRI stands for."""


class PoolDesk:
    """A desk before a pool of workers."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    async def ask(self, text: str) -> Result:
        """Run a query, as Desk has it."""
        head = {"task": "query", "base": self.pool.source.base, "accept": _ACCEPT}
        reply = await self.pool.request(head, text.encode("utf-8", "replace"))
        _raise_for(reply)
        cut = reply.headers.get("Filmkg-Cut", "")
        if reply.headers["Content-Type"].startswith("application/n-triples"):
            return Result(triples=_triples(reply.body), cut=cut)
        said = json.loads(reply.body)
        if "boolean" in said:
            return Result(truth=said["boolean"])
        columns = tuple(said["head"]["vars"])
        rows = tuple(
            tuple(_node(binding[name]) if name in binding else None for name in columns)
            for binding in said["results"]["bindings"]
        )
        return Result(columns, rows, cut=cut)

    async def call(self, name: str, *arguments: str) -> bytes:
        """Run one of our own functions, as Desk has it."""
        reply = await self.pool.request({"task": "call", "name": name, "arguments": arguments})
        _raise_for(reply)
        return reply.body


def _raise_for(reply: Reply) -> None:
    if reply.status < 400:
        return
    said = json.loads(reply.body)
    kind = {403: RefusedError, 503: LimitError}.get(reply.status, QueryError)
    raise kind(said["title"], where=said.get("where", ""), do=said.get("detail", ""))


def _node(binding: dict[str, str]) -> Node:
    return Node(binding["type"], binding["value"], binding.get("datatype"), binding.get("xml:lang"))


def _triples(lines: bytes) -> tuple[Triple, ...]:
    from pyoxigraph import RdfFormat, parse

    from kg.query.engine import triples_of

    return triples_of(quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES))
