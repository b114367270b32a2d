"""Sorted runs: statements put in order with little memory, however many there are.

What is said of one subject is gathered under it. What is more than a run holds is sorted run by run, kept on disk in
files without a name, which vanish with the process, and merged. Few statements never touch the disk.
"""

from __future__ import annotations

import contextlib
import heapq
import os
import tempfile
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.graph.term import Triple

__all__ = ["KEY", "STATEMENTS", "Described", "Lines", "Runs"]

Described = tuple[str, str, list[str]]
"""A subject in its graph with what is said of it: graph ("" for the default graph), subject, and `predicate`, a tab,
`object` for each statement, sorted and distinct."""

# About 40 MB, and few enough files for many millions of statements.
STATEMENTS = 250_000
"""How many a run holds."""
KEY = b"\x1f"
"""What ends the key of a line; it sorts before all that a term may hold, so lines are in the order of their keys."""
_FAN = 32
"""Files that are merged at once; as many of one level become one of the next, so few are ever open."""
_IN_GRAPH = "\x1e"


class Lines:
    """Lines on disk in sorted runs, given back merged: each is a key, `KEY`, a text, and a newline.

    `join` makes one text of those of one key. Files lie in `folder`, or where the system keeps temporary ones, and
    `fan` of them (at least 2) are merged at once. Raises OSError where the disk is full.
    """

    def __init__(self, join: Callable[[list[bytes]], bytes], folder: Path | None = None, fan: int = _FAN) -> None:
        self._join, self._folder, self._fan = join, folder, fan
        self._levels: list[list[BinaryIO]] = []
        self._last: bytes | None = None
        self._files = contextlib.ExitStack()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._levels)

    def close(self) -> None:
        """Close the files, and with that what they hold is gone."""
        self._files.close()

    def put(self, lines: Iterable[bytes], first: bytes, last: bytes) -> None:
        """Keep a run of sorted lines with distinct keys, of which `first` and `last` are the outermost.

        One that begins where the last run ended goes on in its file: what comes in order is never merged.
        """
        if self._last is not None and self._last < first and self._levels[0]:
            self._levels[0][-1].writelines(lines)
        else:
            self._put(lines, 0)
        self._last = last

    def merged(self) -> Iterator[bytes]:
        """Give all lines in order, each key once."""
        yield from self._joined(file for level in self._levels for file in level)

    def _put(self, lines: Iterable[bytes], level: int) -> None:
        if level == len(self._levels):
            self._levels.append([])
        files = self._levels[level]
        if len(files) == self._fan:
            self._put(self._joined(files), level + 1)
            for each in files:
                each.close()
            files.clear()
        file = self._files.enter_context(_file(self._folder))
        file.writelines(lines)
        files.append(file)

    def _joined(self, files: Iterable[BinaryIO]) -> Iterator[bytes]:
        """Merge files, and make one line of all that have one key."""
        lines = heapq.merge(*map(_from_start, files))
        held = next(lines, b"")
        mark = held.find(KEY) + 1
        same: list[bytes] = []
        for line in chain(lines, (b"",)):
            if line[:mark] == held[:mark] and line:
                same.append(line[mark:-1])
                continue
            if same:
                held = held[:mark] + self._join([held[mark:-1], *same]) + b"\n"
                same = []
            if held:
                yield held
            held, mark = line, line.find(KEY) + 1


class Runs:
    """Takes statements in any order, and gives them back sorted, each once; a context manager, as it may hold files.

    Files lie in `folder`, or where the system keeps temporary ones. No term may hold a control character, which
    N-Triples escapes. Raises OSError where the disk is full.
    """

    def __init__(self, folder: Path | None = None, *, size: int = STATEMENTS, fan: int = _FAN) -> None:
        """Hold up to `size` statements in memory, and merge `fan` (at least 2) files at once."""
        self._size = size
        self._held: dict[str, dict[str, list[str]]] = {}
        self._count = 0
        self._lines = Lines(_together, folder, fan)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was held on disk."""
        self.close()

    def close(self) -> None:
        """Close the files, and with that what they hold is gone."""
        self._lines.close()

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
        if not self._lines:
            for graph, held in sorted(self._held.items()):
                for subject in sorted(held):
                    yield graph, subject, _distinct(held[subject])
            return
        self._keep()
        for line in self._lines.merged():
            key, _, said = line[:-1].decode("utf-8", "surrogatepass").partition("\x1f")
            graph, _, subject = key.partition(_IN_GRAPH)
            yield graph, subject, said.split("\x1f")

    def _keep(self) -> None:
        """Put what is held on disk as one more run."""
        keys = sorted((graph, subject) for graph, held in self._held.items() for subject in held)
        if keys:
            self._lines.put(map(self._line, keys), _key(*keys[0]), _key(*keys[-1]))
        self._held, self._count = {}, 0

    def _line(self, key: tuple[str, str]) -> bytes:
        said = "\x1f".join(_distinct(self._held[key[0]][key[1]]))
        return _key(*key) + KEY + said.encode("utf-8", "surrogatepass") + b"\n"


def _key(graph: str, subject: str) -> bytes:
    # UTF-8 sorts as code points do.
    return f"{graph}{_IN_GRAPH}{subject}".encode("utf-8", "surrogatepass")


def _together(texts: list[bytes]) -> bytes:
    """Make one of what several runs say of a subject, sorted and distinct."""
    return KEY.join(sorted({each for text in texts for each in text.split(KEY)}))


def _distinct(said: list[str]) -> list[str]:
    return sorted(set(said)) if len(said) > 1 else said


def _file(folder: Path | None) -> BinaryIO:
    """Open a file without a name; where the system knows none, a sweep finds what a killed process leaves."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryFile("w+b", dir=folder, prefix=".run.", suffix=f".{os.getpid()}.kg-part")


def _from_start(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    return iter(file)
