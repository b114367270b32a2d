"""Candidates: pairs of names that look alike enough to be looked at.

Names that share a block (see `block`) are held against one another by one quick measure; what passes is compared with
care. Few names are done in memory; many by DuckDB, where it is installed, which spills to disk. Both give the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from kg.resolve.block import blocks, own_words
from kg.resolve.name import skeleton, tokens
from kg.resolve.title import bare_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["candidates", "in_memory", "on_disk"]

# Likeness of the sorted words' skeletons as one run of letters, 0 to 1, below which no rule would call two names one.
_LEAST = 0.82
_MANY = 200_000
_CHUNK = 500_000


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
    new = frozenset(names if fresh is None else fresh)
    index: dict[str, list[str]] = defaultdict(list)
    wanted: set[str] | None = None
    if fresh is not None:
        wanted = {key for name in new for key in blocks(family, name)}
    for name in sorted(set(names)):
        for key in blocks(family, name):
            if wanted is None or key in wanted:
                index[key].append(name)
    pairs: set[tuple[str, str]] = set()
    waiting: set[tuple[str, str]] = set()
    for members in index.values():
        for pair in combinations(members, 2):
            if fresh is None or pair[0] in new or pair[1] in new:
                waiting.add(pair)
        if len(waiting) > _CHUNK:
            pairs |= set(_alike(family, sorted(waiting)))
            waiting.clear()
    pairs |= set(_alike(family, sorted(waiting)))
    return sorted(pairs)


def on_disk(
    family: str, names: Collection[str], fresh: Collection[str] | None = None, *, memory: str = "1GB"
) -> list[tuple[str, str]]:
    """Find candidates by joins in DuckDB, in bounded memory; as `candidates`. Raises ImportError without DuckDB."""
    import duckdb

    ordered = sorted(set(names))
    new = None if fresh is None else frozenset(fresh)
    found: list[tuple[str, str]] = []
    with duckdb.connect(config={"memory_limit": memory, "threads": 2, "preserve_insertion_order": False}) as database:
        database.execute("CREATE TABLE block (key UBIGINT, name INTEGER, fresh BOOLEAN)")
        for rows in _rows(family, ordered, new):
            database.register("rows", rows)
            database.execute("INSERT INTO block SELECT key, name, fresh FROM rows")
            database.unregister("rows")
        pairs = database.execute(
            "SELECT DISTINCT one.name, other.name FROM block one JOIN block other"
            " ON one.key = other.key AND one.name < other.name WHERE one.fresh OR other.fresh"
        )
        while batch := pairs.fetchmany(_CHUNK):
            found += _alike(family, [(ordered[one], ordered[other]) for one, other in batch])
    return sorted(found)


def _rows(
    family: str, names: list[str], fresh: frozenset[str] | None
) -> Iterator[dict[str, NDArray[np.uint64] | NDArray[np.int32] | NDArray[np.bool_]]]:
    """Give columns of block, number of the name and whether it is new, for some names at a time."""
    import numpy

    for start in range(0, len(names), _CHUNK // 10):
        keys: list[int] = []
        numbers: list[int] = []
        flags: list[bool] = []
        for number, name in enumerate(names[start : start + _CHUNK // 10], start):
            found = blocks(family, name)
            keys += [_number(key) for key in found]
            numbers += [number] * len(found)
            flags += [fresh is None or name in fresh] * len(found)
        yield {
            "key": numpy.array(keys, dtype=numpy.uint64),
            "name": numpy.array(numbers, dtype=numpy.int32),
            "fresh": numpy.array(flags, dtype=numpy.bool_),
        }


def _number(key: str) -> int:
    """Give a block as 64 bits, the same in every process."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def _alike(family: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep the pairs whose letters are near."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cpdist

    listed = list(pairs)
    if not listed:
        return []
    ones = [_letters(family, one) for one, _ in listed]
    others = [_letters(family, other) for _, other in listed]
    scores = cpdist(ones, others, scorer=Indel.normalized_similarity, score_cutoff=_LEAST)
    kept = set(scores.nonzero()[0].tolist())
    return [
        pair
        for place, pair in enumerate(listed)
        if place in kept or _anagram(*pair) or (family == "company" and _initials(*pair))
    ]


@lru_cache(maxsize=1_048_576)
def _letters(family: str, name: str) -> str:
    """Give the skeletons of a name's own words, sorted."""
    every = tokens(name)
    own = bare_title(every) if family == "work" else tuple(own_words(family, every)) if every else ()
    return " ".join(sorted(map(skeleton, own)))


def _anagram(one: str, other: str) -> bool:
    """Tell whether two names have the very same letters: other spaces, another order of words."""
    first, second = "".join(tokens(one)), "".join(tokens(other))
    return len(first) == len(second) and sorted(first) == sorted(second)


def _initials(one: str, other: str) -> bool:
    """Tell whether one name may be the initials of the other."""
    short, long = sorted((tokens(one), tokens(other)), key=len)
    return len(short) == 1 and len(long) > 2 and len(short[0]) < 7 and short[0][:1] == long[0][:1]
