"""Candidates: pairs of names that look alike enough to be looked at.

Names that share a block (see `block`) are held against one another by one quick measure (see `spelling`); what passes
is compared with care. The index of few names is kept in memory; that of many on disk by DuckDB, where it is installed.
Both give the same.
"""

from __future__ import annotations

from array import array
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.resolve.block import blocks
from kg.resolve.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    Entries = tuple[NDArray[np.int64], NDArray[np.int64]]

__all__ = ["candidates", "in_memory", "on_disk"]

_MANY = 500_000
# Names indexed, and pairs looked at, together; and parts in which an index comes from disk. They bound the memory.
_NAMES = 50_000
_PAIRS = 1_000_000
_PARTS = 64


def candidates(family: str, names: Collection[str], fresh: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Give the pairs of distinct names of a family that look alike, sorted, the smaller name first.

    With `fresh`, only the pairs in which one of those stands: what is to be looked at when they are new.
    """
    if len(names) > _MANY:
        try:
            return on_disk(family, names, fresh)
        except ImportError:
            pass
    return in_memory(family, names, fresh)


def in_memory(family: str, names: Collection[str], fresh: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Find candidates with an index in memory; as `candidates`."""
    import numpy

    ordered, new = _ordered(family, names, fresh)
    parts = list(_entries(family, ordered))
    if not parts:
        return []
    keys, rows = (numpy.concatenate(column) for column in zip(*parts, strict=True))
    return _alike(family, ordered, new, [(keys, rows)])


def on_disk(
    family: str, names: Collection[str], fresh: Collection[str] | None = None, *, memory: str = "500MB"
) -> list[tuple[str, str]]:
    """Find candidates with an index on disk; as `candidates`. Raises ImportError without DuckDB.

    `memory` bounds what DuckDB takes; the names themselves, some numbers for each, and the pairs found come on top.
    """
    import duckdb

    ordered, new = _ordered(family, names, fresh)
    with (
        TemporaryDirectory() as folder,
        duckdb.connect(Path(folder) / "blocks", config={"memory_limit": memory, "threads": 2}) as database,
    ):
        database.execute("CREATE TABLE block (part UTINYINT, key BIGINT, row INTEGER)")
        for keys, rows in _entries(family, ordered):
            database.register("entries", {"key": keys, "row": rows, "part": keys % _PARTS})
            database.execute("INSERT INTO block SELECT part, key, row FROM entries")
            database.unregister("entries")

        def parts() -> Iterator[Entries]:
            for part in range(_PARTS):
                found = database.execute("SELECT key, row FROM block WHERE part = ?", [part]).fetchnumpy()
                yield found["key"], found["row"]

        return _alike(family, ordered, new, parts())


def _ordered(
    family: str, names: Collection[str], fresh: Collection[str] | None
) -> tuple[list[str], NDArray[np.bool_] | None]:
    """Give the names to look at, sorted, and which of them are new; None where all are.

    Beside new names only those count that share a block with one.
    """
    import numpy

    ordered = sorted(set(names))
    if fresh is None:
        return ordered, None
    new = frozenset(fresh)
    wanted = frozenset(key for name in new for key in blocks(family, name))
    near = [name for name in ordered if name in new or not wanted.isdisjoint(blocks(family, name))]
    return near, numpy.fromiter((name in new for name in near), dtype=numpy.bool_, count=len(near))


def _entries(family: str, names: list[str]) -> Iterator[Entries]:
    """Give the index, some names at a time: block by block its number and the row of a name that has it."""
    import numpy

    for start in range(0, len(names), _NAMES):
        keys, rows = array("q"), array("q")
        for row, name in enumerate(names[start : start + _NAMES], start):
            # Python's own 64 bits: numbers of one process, which are never kept.
            found = [hash(key) for key in blocks(family, name)]
            keys.extend(found)
            rows.extend([row] * len(found))
        yield numpy.frombuffer(keys, dtype=numpy.int64), numpy.frombuffer(rows, dtype=numpy.int64)


def _alike(
    family: str, names: list[str], new: NDArray[np.bool_] | None, index: Iterable[Entries]
) -> list[tuple[str, str]]:
    """Give the pairs that share a block and look alike; every block is in one part of the index."""
    import numpy

    known = spellings(family, names)
    found = [numpy.empty(0, dtype=numpy.int64)]
    for keys, rows in index:
        for one, other in _together(keys, rows, new):
            numbers = numpy.minimum(one, other) * len(names) + numpy.maximum(one, other)
            likely = _distinct(numbers[known.near(one, other)])
            found.append(likely[known.alike(likely // len(names), likely % len(names))])
    pairs = _distinct(numpy.concatenate(found))
    ones, others = (pairs // len(names)).tolist(), (pairs % len(names)).tolist()
    return [(names[one], names[other]) for one, other in zip(ones, others, strict=True)]


def _distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the numbers sorted, each once: so many are sorted several times faster than numpy.unique hashes them."""
    import numpy

    row = numpy.sort(numbers)
    first: NDArray[np.int64] = row[numpy.append(True, row[1:] != row[:-1])[: len(row)]]
    return first


def _together(
    keys: NDArray[np.int64], rows: NDArray[np.int64], new: NDArray[np.bool_] | None
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Give pairs of rows of one block, a bounded number at a time; some come again with another block."""
    import numpy

    if not len(keys):
        return
    # New names stand first in their block, and each is paired with all after it: no pair is without a new one.
    order = numpy.lexsort((rows, keys) if new is None else (rows, ~new[rows], keys))
    keys, rows = keys[order], rows[order].astype(numpy.int64)
    last = numpy.append(numpy.flatnonzero(keys[1:] != keys[:-1]), len(keys) - 1)
    after = numpy.repeat(last, numpy.diff(last, prepend=-1)) - numpy.arange(len(keys))
    if new is not None:
        after *= new[rows]
    total = numpy.cumsum(after)
    start = 0
    while start < len(keys):
        before = total[start - 1] if start else 0
        end = max(start + 1, int(numpy.searchsorted(total, before + _PAIRS, side="right")))
        count = after[start:end]
        first = numpy.repeat(numpy.arange(start, end), count)
        step = numpy.arange(len(first)) - numpy.repeat(numpy.cumsum(count) - count, count) + 1
        yield rows[first], rows[first + step]
        start = end
