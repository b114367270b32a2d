"""Sorted runs: triples put in order with little memory, however many there are.

What is more than a batch is sorted batch by batch, kept on disk, and merged. Triples with blank nodes stay in memory,
as a blank node's name depends on all that is said of it.
"""

from __future__ import annotations

import contextlib
import heapq
import tempfile
from itertools import groupby, islice
from typing import TYPE_CHECKING, TextIO

from kg.query.blank import relabelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.term import Triple

__all__ = ["in_order"]

# A run is an open file; an engine's own memory ends long before there are too many.
_BATCH = 50_000


def in_order(triples: Iterable[Triple], batch: int = _BATCH) -> Iterator[Triple]:
    """Give triples sorted, each once, with blank nodes called `_:b0`, `_:b1`, …: what `relabelled` gives, streamed.

    No term may hold a tab or a line break, which N-Triples escapes. Raises OSError where the disk is full.
    """
    blank: list[Triple] = []

    def plain() -> Iterator[Triple]:
        for triple in triples:
            if triple[0].startswith("_:") or triple[2].startswith("_:"):
                blank.append(triple)
            else:
                yield triple

    source = plain()
    with contextlib.ExitStack() as files:
        runs: list[Iterable[Triple]] = []
        while taken := list(islice(source, batch)):
            run = sorted(set(taken))
            # What fits into one batch never touches the disk.
            runs.append(run if not runs and len(taken) < batch else _kept(run, files))
        runs.append(relabelled(blank))
        for triple, _ in groupby(heapq.merge(*runs)):
            yield triple


def _kept(run: list[Triple], files: contextlib.ExitStack) -> Iterator[Triple]:
    """Put a run on disk, in a file without a name, and give it back line by line."""
    opened = tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115
    file = files.enter_context(opened)
    file.writelines("\t".join(triple) + "\n" for triple in run)
    file.seek(0)
    return _read(file)


def _read(file: TextIO) -> Iterator[Triple]:
    for line in file:
        subject, predicate, value = line[:-1].split("\t")
        yield subject, predicate, value
