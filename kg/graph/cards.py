"""Cards: all that is said of a subject, gathered from wherever it comes, and given back in order as Turtle.

A card becomes packed text as soon as it leaves memory, and packed text becomes a file by replacing a few marks.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Self

from kg.graph.numbered import Numbered
from kg.graph.runs import KEY, STATEMENTS, Lines
from kg.graph.turtle import PACKED, PLAIN, Printer, prefix_lines, statements_of, unpacked
from kg.litter import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.graph.term import Triple
    from kg.graph.turtle import Said

__all__ = ["Cards", "Sheets"]

_A_TERM = 4  # statements for each term, with repetitions
_AT_ONCE = 8_192  # statements that are taken in before anybody counts
_BATCH = 512  # cards that become text at once


class _Kept:
    """What cards and sheets have in common: files for what memory does not hold, and the text of what is there.

    Takes statements in any order and gives each once; `statements` tells how many were given. Files lie in `folder`,
    or where the system keeps temporary ones, and vanish with the process. No term may hold a control character, which
    N-Triples escapes. Raises OSError where the disk is full, UnicodeError for a single surrogate, which no file holds.
    """

    def __init__(
        self, prefixes: Mapping[str, str], folder: Path | None = None, *, size: int = STATEMENTS, fan: int = 32
    ) -> None:
        """Hold up to `size` statements in memory, and merge `fan` (at least 2) files at once."""
        self._prefixes, self._printer = prefixes, Printer(prefixes)
        self._size, self._count = size, 0
        self._lines = Lines(self._joined, folder, fan)
        self.statements = 0

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was held on disk."""
        self.close()

    def close(self) -> None:
        """Close the files, and with that what they hold is gone."""
        self._lines.close()

    def text(self) -> Iterator[bytes]:
        """Give all that was taken, as it stands in a file, in order."""
        self.statements = 0
        yield "".join(prefix_lines(self._prefixes)).encode()
        if self._lines:
            self._keep()
        yield from self._texts()

    def _texts(self) -> Iterator[bytes]:
        raise NotImplementedError

    def _keep(self) -> None:
        raise NotImplementedError

    def _unpacked(self, packed: str) -> str:
        self.statements += statements_of(packed)
        return unpacked(packed)

    def _joined(self, texts: list[bytes]) -> bytes:
        return self._printer.joined(text.decode() for text in texts).encode()


class Cards(_Kept):
    """The cards of one graph, by subject; up to `size` terms are in memory, and for each a few statements."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._held = Numbered()

    def add(self, triples: Iterable[Triple]) -> None:
        """Take statements; what is taken twice stands once."""
        rest, most = iter(triples), min(self._size, _AT_ONCE)
        while self._held.add(rest, most):
            if self._held.terms >= self._size or self._held.rows >= _A_TERM * self._size:
                self._keep()

    def _texts(self) -> Iterator[bytes]:
        if not self._lines:
            for text, count in self._held.text(self._printer, PLAIN):
                self.statements += count
                yield text.encode()
            return
        cards = (line[line.index(KEY) + 1 : -1] for line in self._lines.merged())
        while batch := list(islice(cards, _BATCH)):
            yield self._unpacked(b"".join(batch).decode()).encode()

    def _keep(self) -> None:
        if self._held.rows:
            subjects = self._held.subjects()
            lines = (text.encode() for text, _ in self._held.text(self._printer, PACKED, KEY.decode()))
            self._lines.put(lines, subjects[0].encode(), subjects[-1].encode())
        self._held = Numbered()


class Sheets(_Kept):
    """The cards of many graphs, a sheet each, by graph and subject."""

    _held: dict[str, list[bytes]]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._held = {}

    def add(self, graph: str, cards: Iterable[tuple[str, Said]]) -> None:
        """Take all or a part of what stands in a graph, which fits into memory by itself; takes over what it gets."""
        held: dict[str, Said] = {}
        with uncollected():
            for subject, said in cards:
                there = held.setdefault(subject, said)
                if there is not said:
                    _unite(there, said)
            pack = self._printer.packed
            packed = "".join([pack(subject, held[subject]) for subject in sorted(held)])
        self._held.setdefault(graph, []).append(packed.encode())
        self._count += statements_of(packed)
        if self._count >= self._size:
            self._keep()

    def _texts(self) -> Iterator[bytes]:
        term = self._printer.term
        for line in self._lines.merged() if self._lines else self._sheets():
            graph, _, packed = line[:-1].decode().partition("\x1f")
            cards = self._unpacked(packed)
            yield (f"{term(graph)} {{\n{cards}}}\n" if graph else cards).encode()

    def _sheets(self) -> Iterator[bytes]:
        for graph in sorted(self._held):
            parts = self._held[graph]
            yield graph.encode() + KEY + (parts[0] if len(parts) == 1 else self._joined(parts)) + b"\n"

    def _keep(self) -> None:
        if self._held:
            self._lines.put(self._sheets(), min(self._held).encode(), max(self._held).encode())
        self._held, self._count = {}, 0


def _unite(said: Said, more: Said) -> None:
    """Add to what is said of a subject what else is."""
    for predicate, values in more.items():
        there = said.setdefault(predicate, values)
        if there is not values and there != values:
            said[predicate] = {*_each(there), *_each(values)}


def _each(values: str | Iterable[str]) -> Iterable[str]:
    return (values,) if isinstance(values, str) else values
