"""Triples put in order with little memory, however many there are.

Triples with blank nodes stay in memory, as a blank node's name depends on all that is said of it.
"""

from __future__ import annotations

import heapq
from itertools import groupby
from typing import TYPE_CHECKING

from kg.graph.runs import Runs
from kg.query.blank import relabelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.term import Triple

__all__ = ["in_order"]

_BATCH = 50_000


def in_order(triples: Iterable[Triple], batch: int = _BATCH) -> Iterator[Triple]:
    """Give triples sorted, each once, with blank nodes called `_:b0`, `_:b1`, …: what `relabelled` gives, streamed.

    No term may hold a control character, which N-Triples escapes. Raises OSError where the disk is full.
    """
    blank: list[Triple] = []

    def plain() -> Iterator[Triple]:
        for triple in triples:
            if triple[0].startswith("_:") or triple[2].startswith("_:"):
                blank.append(triple)
            else:
                yield triple

    with Runs(size=batch) as runs:
        runs.add("", plain())
        for triple, _ in groupby(heapq.merge(_triples(runs), relabelled(blank))):
            yield triple


def _triples(runs: Runs) -> Iterator[Triple]:
    for _, subject, said in runs.described():
        for each in said:
            predicate, _, value = each.partition("\t")
            yield subject, predicate, value
