"""Blocks: the parts of a sorted export found by name without reading it, and the export written anew with some changed.

A block is what film-graph.ttl says of one subject, what evidence.trig says of one document, or a line of claims.jsonl.
Which comes first is decided by its full name, so that a few dozen looks find one among millions.
"""

from __future__ import annotations

import json
import mmap
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.files import writing
from kg.graph.turtle import prefix_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    Data = bytes | mmap.mmap

__all__ = ["Blocks", "Edit", "claim_blocks", "graph_blocks", "opened", "subject_blocks", "write_edited"]

_COPIED = 1 << 20

Edit = tuple[int, int, bytes]
"""From where to before where, and what shall stand there instead."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a file from `first` on; `begins` and `ends` find the bounds of one, `name` says whose it is."""

    data: Data
    first: int
    begins: Callable[[Data, int, int], int]
    ends: Callable[[Data, int], int]
    name: Callable[[Data, int], str]

    def place(self, name: str) -> tuple[int, int]:
        """Give where the blocks of a name begin and end; where there are none, both are where they would stand."""
        start = self._from(lambda each: each < name, self.first)
        return start, self._from(lambda each: each <= name, start)

    def _from(self, before: Callable[[str], bool], low: int) -> int:
        high = len(self.data)
        while low < high:
            block = self.begins(self.data, low, (low + high) // 2)
            if before(self.name(self.data, block)):
                low = self.ends(self.data, block)
            else:
                high = block
        return low


@contextmanager
def opened(path: Path) -> Iterator[Data]:
    """Give the bytes of a file, mapped into memory."""
    with path.open("rb") as stream:
        if not path.stat().st_size:
            yield b""
            return
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data


def subject_blocks(data: Data, prefixes: Mapping[str, str]) -> Blocks:
    """Give the blocks of a Turtle file of ours, by subject."""
    return Blocks(data, _header(prefixes), _begin_of_subject, _end_of_subject, _named(prefixes))


def graph_blocks(data: Data, prefixes: Mapping[str, str]) -> Blocks:
    """Give the blocks of a TriG file of ours that has named graphs only, by graph."""
    return Blocks(data, _header(prefixes), _begin_of_graph, _end_of_graph, _named(prefixes))


def claim_blocks(data: Data) -> Blocks:
    """Give the lines of claims.jsonl, by document."""

    def document(data: Data, at: int) -> str:
        return str(json.loads(data[at : _end_of_line(data, at)])["document"])

    return Blocks(data, 0, lambda data, low, at: max(low, data.rfind(b"\n", low, at) + 1), _end_of_line, document)


def write_edited(path: Path, data: Data, edits: Iterable[Edit]) -> None:
    """Publish `data` with some parts changed as `path`; the edits come in order and do not overlap."""
    with writing(path) as stream:
        done = 0

        def copy(until: int) -> None:
            for start in range(done, until, _COPIED):
                stream.write(data[start : min(until, start + _COPIED)])

        for start, end, new in edits:
            copy(start)
            stream.write(new)
            done = end
        copy(len(data))


def _header(prefixes: Mapping[str, str]) -> int:
    return len("".join(prefix_lines(prefixes)).encode())


def _begin_of_subject(data: Data, low: int, at: int) -> int:
    while (line := data.rfind(b"\n", low, at)) >= 0:
        if data[line + 1] != 0x20:  # a space: the line goes on with what is said of the subject
            return line + 1
        at = line
    return low


def _end_of_subject(data: Data, at: int) -> int:
    while (at := _end_of_line(data, at)) < len(data) and data[at] == 0x20:
        pass
    return at


def _begin_of_graph(data: Data, low: int, at: int) -> int:
    line = data.rfind(b"\n}\n", low, at)
    return line + 3 if line >= 0 else low


def _end_of_graph(data: Data, at: int) -> int:
    end = data.find(b"\n}\n", at)
    return end + 3 if end >= 0 else len(data)


def _end_of_line(data: Data, at: int) -> int:
    end = data.find(b"\n", at)
    return end + 1 if end >= 0 else len(data)


def _named(prefixes: Mapping[str, str]) -> Callable[[Data, int], str]:
    def name(data: Data, at: int) -> str:
        shown = data[at : data.find(b" ", at)].decode()
        if shown.startswith("<"):
            return shown
        prefix, _, local = shown.partition(":")
        return f"<{prefixes[prefix]}{local}>"

    return name
