"""Numbered: statements as rows of three numbers, sorted as numbers, and given back as text in the order of their terms.

Each term is held once and shown once, so that many statements cost little more than the terms in them.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from kg.graph.turtle import WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.term import Triple
    from kg.graph.turtle import Marks, Printer

    Numbers = NDArray[np.int64]

__all__ = ["Numbered"]

_AT_ONCE = 16_384
"""Statements that become text together, about a megabyte."""


class Numbered:
    """Statements of one graph, in any order; what is taken twice stands once."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._rows = array("i")

    @property
    def rows(self) -> int:
        """How many statements were taken, each as often as it came."""
        return len(self._rows) // 3

    @property
    def terms(self) -> int:
        """How many terms they have, each once."""
        return len(self._numbers)

    def add(self, triples: Iterator[Triple], most: int) -> bool:
        """Take up to `most` statements; tell whether there was any."""
        before = len(self._rows)
        self._rows.extend(map(self._numbers.__getitem__, chain.from_iterable(islice(triples, most))))
        return len(self._rows) > before

    def subjects(self) -> list[str]:
        """Give the subjects, sorted."""
        terms = list(self._numbers)
        return sorted(terms[number] for number in set(self._rows[::3]))

    def text(self, printer: Printer, marks: Marks, keyed: str = "") -> Iterator[tuple[str, int]]:
        """Give all statements as text in order, whole subjects at a time, each text with how many it holds.

        With `keyed`, what is said of each subject is a line: its full IRI, `keyed`, and the text.
        """
        import numpy as np

        if not self._rows:
            return
        terms = list(self._numbers)
        shown = list(map(printer.term, terms))
        names = {number: printer.name(terms[number]) for number in set(self._rows[1::3])}
        numbers = np.frombuffer(self._rows, np.int32).reshape(-1, 3)
        subject, subjects = _ranked(numbers[:, 0], terms.__getitem__, len(terms))
        predicate, predicates = _ranked(numbers[:, 1], lambda each: printer.place(names[each]), len(terms))
        rows = _distinct((subject * len(predicates) + predicate) * len(terms) + numbers[:, 2])
        del numbers, subject, predicate
        lines, values = np.divmod(rows, len(terms))
        _in_order(lines, values, shown)
        end = f"{marks.stop}\n" if keyed else marks.stop
        openings = [
            f"{end}{terms[each]}{keyed}{shown[each]} " if keyed else f"{end}{shown[each]} " for each in subjects
        ]
        pieces = _Pieces([names[each] for each in predicates], shown, marks)
        for some in _some(lines, len(predicates)):
            yield pieces.joined(lines[some], values[some], openings)[len(end) :] + end, some.stop - some.start


class _Pieces:
    """The parts of text that statements are put together from, numbered."""

    def __init__(self, names: Sequence[str], values: Sequence[str], marks: Marks) -> None:
        import numpy as np

        self._names, self._values = len(names), len(values)
        self._lengths = np.fromiter(map(len, values), np.int64, len(values))
        self._room = WIDTH - np.fromiter(map(len, names), np.int64, len(names)) - 1
        firsts = ("", marks.next)
        leads = [f"{before}{name}{after}" for before in firsts for after in (" ", marks.below) for name in names]
        self._pieces = [*values, *leads, marks.beside, marks.beneath]

    def joined(self, lines: Numbers, value: Numbers, openings: Sequence[str]) -> str:
        """Give the text of statements of whole subjects, each with its opening before it."""
        import numpy as np

        subject, name = np.divmod(lines, self._names)
        starts = np.flatnonzero(np.diff(lines, prepend=-1))
        begins = np.diff(subject, prepend=-1) != 0
        count = np.diff(starts, append=len(lines))
        length = np.add.reduceat(self._lengths[value], starts) + 2 * count - 2
        below = (count > 1) & (length > self._room[name[starts]])
        # What stands before each object: a mark between two of one predicate, or else the predicate's name.
        lead = np.repeat(self._values + 4 * self._names + below, count)
        lead[starts] = self._values + name[starts] + self._names * (below + 2 * ~begins[starts])
        # And before the first of a subject its opening, for which there is a place after all other pieces.
        place = 2 * np.arange(len(lines)) + np.cumsum(begins)
        order = np.empty(2 * len(lines) + int(begins.sum()), np.int64)
        order[place], order[place + 1] = lead, value
        first = int(subject[0])
        known = self._values + 4 * self._names + 2
        order[place[begins] - 1] = known + subject[begins] - first
        self._pieces[known:] = openings[first : int(subject[-1]) + 1]
        return "".join(map(self._pieces.__getitem__, order.tolist()))


def _ranked(column: NDArray[np.integer], key: Callable[[int], object], most: int) -> tuple[Numbers, list[int]]:
    """Give for each number of a column its rank by a key, and the distinct numbers in that order."""
    import numpy as np

    there = np.zeros(most, bool)
    there[column] = True
    order = sorted(np.flatnonzero(there).tolist(), key=key)  # type: ignore[arg-type]
    rank = np.empty(most, np.int64)
    rank[order] = np.arange(len(order))
    return rank[column], order


def _distinct(rows: Numbers) -> Numbers:
    """Sort rows, and give each once."""
    import numpy as np

    rows.sort()
    first: Numbers = rows[np.diff(rows, prepend=-1) != 0]
    return first


def _in_order(lines: Numbers, values: Numbers, shown: Sequence[str]) -> None:
    """Sort the objects of each predicate of a subject, by how they are shown, where there are several."""
    import numpy as np

    again = np.diff(lines, prepend=-1) == 0
    several = again | np.append(again[1:], False)
    if several.any():
        rank, order = _ranked(values[several], shown.__getitem__, len(shown))
        rows = lines[several] * len(order) + rank
        rows.sort()
        values[several] = np.array(order)[rows % len(order)]


def _some(lines: Numbers, wide: int) -> Iterator[slice]:
    """Cut statements into parts of whole subjects, each about as many; a subject has `wide` numbers to itself."""
    import numpy as np

    start = 0
    while start < len(lines):
        last = int(lines[min(start + _AT_ONCE, len(lines)) - 1]) // wide
        end = int(np.searchsorted(lines, (last + 1) * wide))
        yield slice(start, end)
        start = end
