"""Sorted runs: statements put in order with little memory, however many there are.

What is said of one subject is gathered under it. What is more than a run holds is sorted run by run, kept on disk in
files without a name, which vanish with the process, and merged. Few statements never touch the disk.
"""

from __future__ import annotations

import contextlib
import heapq
import os
import tempfile
from itertools import groupby
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.graph.term import Triple

__all__ = ["STATEMENTS", "Described", "Runs"]

Described = tuple[str, str, list[str]]
"""A subject in its graph with what is said of it: graph ("" for the default graph), subject, and `predicate`, a tab,
`object` for each statement, sorted and distinct."""

# About 40 MB, and few enough files for many millions of statements.
STATEMENTS = 250_000
"""How many a run holds."""
_FAN = 32
"""Files that are merged at once; as many of one level become one of the next, so few are ever open."""
_BREAK = "\x1f"


class Runs:
    """Takes statements in any order, and gives them back sorted, each once; a context manager, as it may hold files.

    Files lie in `folder`, or where the system keeps temporary ones. No term may hold a control character, which
    N-Triples escapes. Raises OSError where the disk is full.
    """

    def __init__(self, folder: Path | None = None, *, size: int = STATEMENTS, fan: int = _FAN) -> None:
        """Hold up to `size` statements in memory, and merge `fan` (at least 2) files at once."""
        self._folder, self._size, self._fan = folder, size, fan
        self._held: dict[str, dict[str, list[str]]] = {}
        self._count = 0
        self._levels: list[list[TextIO]] = []
        self._files = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was held on disk."""
        self.close()

    def close(self) -> None:
        """Close the files, and with that what they hold is gone."""
        self._files.close()

    def add(self, graph: str, triples: Iterable[Triple]) -> None:
        """Take statements of one graph."""
        held = self._held.setdefault(graph, {})
        room = self._size - self._count
        for subject, predicate, value in triples:
            said = held.get(subject)
            if said is None:
                held[subject] = [f"{predicate}\t{value}"]
            else:
                said.append(f"{predicate}\t{value}")
            room -= 1
            if room <= 0:
                self._keep()
                held = self._held.setdefault(graph, {})
                room = self._size
        self._count = self._size - room

    def described(self) -> Iterator[Described]:
        """Give all that was taken, sorted by graph, subject, predicate and object code point by code point.

        Raises OSError as the file system does.
        """
        if not self._levels:
            for graph, held in sorted(self._held.items()):
                for subject in sorted(held):
                    yield graph, subject, _distinct(held[subject])
            return
        self._keep()
        runs = [_lines(file) for level in self._levels for file in level]
        for start, lines in groupby(heapq.merge(*runs), key=_start):
            graph, subject = start
            yield graph, subject, _said(lines)

    # ---- files ---------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Put what is held on disk as one more run."""
        if self._held:
            self._put(self._sorted_lines(), 0)
        self._held, self._count = {}, 0

    def _sorted_lines(self) -> Iterator[str]:
        for graph, held in sorted(self._held.items()):
            for subject in sorted(held):
                yield _BREAK.join((graph, subject, *_distinct(held[subject]))) + "\n"

    def _put(self, lines: Iterable[str], level: int) -> None:
        file = self._files.enter_context(_file(self._folder))
        file.writelines(lines)
        if level == len(self._levels):
            self._levels.append([])
        files = self._levels[level]
        files.append(file)
        if len(files) == self._fan:
            self._put(_joined(heapq.merge(*map(_lines, files))), level + 1)
            for each in files:
                each.close()
            self._levels[level] = []


def _file(folder: Path | None) -> TextIO:
    """Open a file without a name; where the system knows none, a sweep finds what a killed process leaves."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryFile(
        "w+",
        encoding="utf-8",
        errors="surrogatepass",
        newline="\n",
        dir=folder,
        prefix=".run.",
        suffix=f".{os.getpid()}.kg-part",
    )


def _lines(file: TextIO) -> Iterator[str]:
    file.seek(0)
    return iter(file)


def _start(line: str) -> tuple[str, str]:
    graph, subject, _ = line.split(_BREAK, 2)
    return graph, subject


def _said(lines: Iterable[str]) -> list[str]:
    """Give what the lines of one subject say, sorted and distinct."""
    runs = [line[:-1].split(_BREAK)[2:] for line in lines]
    return runs[0] if len(runs) == 1 else sorted({each for run in runs for each in run})


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Make one line of all that begin with one subject."""
    for start, same in groupby(lines, key=_start):
        yield _BREAK.join((*start, *_said(same))) + "\n"


def _distinct(said: list[str]) -> list[str]:
    return sorted(set(said)) if len(said) > 1 else said
