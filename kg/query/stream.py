"""Streams: an answer whose rows come as they are asked for, so that a large one is never held whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.query.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.term import Triple
    from kg.query.result import Node

__all__ = ["Stream", "held"]


@dataclass(frozen=True, slots=True)
class Stream:
    """What a Result holds, but rows and triples can be gone through once; either may raise QueryError on the way.

    Triples come sorted, each once, their blank nodes named as `kg.query.blank` says.
    """

    columns: tuple[str, ...] = ()
    rows: Iterable[tuple[Node | None, ...]] = ()
    truth: bool | None = None
    triples: Iterable[Triple] | None = None
    cut: str = ""


def held(stream: Stream) -> Result:
    """Give a stream as a Result; raises QueryError where the rest of it cannot be had."""
    triples = None if stream.triples is None else tuple(stream.triples)
    return Result(stream.columns, tuple(stream.rows), stream.truth, triples, stream.cut)
