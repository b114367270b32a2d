"""Who may be who, on Spark: names that share a block are joined in SQL, scored by our own measure, and compared.

The pairs and verdicts are those of one process. They are put together on the driver (`kg.resolve.merge`): what is
merged depends on what was merged before, and is little work beside the comparing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from kg.engine.batch import batch
from kg.resolve.block import blocks
from kg.resolve.compare import compare
from kg.resolve.memory import Memory
from kg.resolve.name import tokens
from kg.resolve.sound import romanised
from kg.resolve.spelling import LEAST, spellings
from kg.resolve.variant import variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity
    from kg.resolve.verdict import Verdict

__all__ = ["BLOCK", "NEAR", "Search", "block_rows"]

BLOCK = (
    "key string, name string, length long, marks long, letters long, doubles long, anagram string, heard string, "
    "initials long, beginning long"
)
"""The columns of the table of blocks: a row for each name and block, with the letters of the name as bits.

`marks` counts the bits of `letters` and `doubles`; the last four are what may make two names kindred whose letters are
apart (see `kg.resolve.spelling`), null where a name has no such thing."""

NEAR = f"""
SELECT DISTINCT one.name AS one, other.name AS other
FROM block AS one JOIN block AS other ON one.key = other.key AND one.name < other.name
WHERE one.marks + other.marks - 2 * (bit_count(one.letters & other.letters) + bit_count(one.doubles & other.doubles))
        <= (one.length + other.length) * {1 - LEAST!r}e0 + 1e-6
    OR one.anagram = other.anagram
    OR one.heard = other.heard
    OR one.initials = other.beginning
    OR one.beginning = other.initials
"""  # noqa: S608 - nothing is put in but a number of our own
"""Pairs that may be alike, from a table `block`, in SQL that Spark and DuckDB understand alike."""

_Name = TypeVar("_Name")
_PAIR = "one string, other string"
_NO_MARKS: Mapping[str, bytes] = {}
_NAMES_A_TASK = 5_000
_PAIRS_A_TASK = 2_000
_PAIRS_AT_ONCE = 200_000


@dataclass(slots=True)
class Search(Memory):
    """Looks for look-alikes and compares them on Spark, where there are many; remembers nothing of earlier builds.

    From `many` names of a family, or pairs to compare, on, it is worth the while; below, it is done here.
    """

    spark: Any = None
    many: int = 20_000

    def search(self, family: str, names: set[str], marks: Mapping[str, bytes] = _NO_MARKS) -> Set[tuple[str, str]]:
        """Give the pairs of `names` of which one may be the other, as in one process."""
        if len(names) < self.many:
            # Not by name: a class with slots is made anew, and `super()` alone would mean the old one.
            return Memory.search(self, family, names, marks)
        parts = max(1, -(-len(names) // _NAMES_A_TASK))
        table = self.spark.createDataFrame([(name,) for name in sorted(names)], "name string").repartition(parts)
        table.mapInArrow(_indexer(family), BLOCK).createOrReplaceTempView("block")
        near = self.spark.sql(NEAR)
        rows = near.mapInArrow(_scorer(family), _PAIR).collect()
        return {(row["one"], row["other"]) for row in rows}.union(variants(family, names))

    def judge_all(
        self,
        pairs: Iterable[tuple[_Name, _Name]],
        mark_of: Callable[[_Name], bytes],
        profile_of: Callable[[_Name], Profile],
        rarity: Rarity,
    ) -> Iterator[Verdict]:
        """Give the verdict on each pair, in their order."""
        del mark_of  # nothing is remembered
        context = self.spark.sparkContext
        waiting = ((profile_of(left), profile_of(right)) for left, right in pairs)
        told = context.broadcast(rarity)
        try:
            while some := list(islice(waiting, max(1, min(self.many, _PAIRS_AT_ONCE)))):
                if len(some) < self.many:
                    yield from (compare(left, right, rarity) for left, right in some)
                    continue
                more = list(islice(waiting, _PAIRS_AT_ONCE))
                every = some + more
                lots = [every[start : start + _PAIRS_A_TASK] for start in range(0, len(every), _PAIRS_A_TASK)]
                yield from context.parallelize(lots, len(lots)).flatMap(_judge(told)).collect()
        finally:
            told.unpersist()


def block_rows(family: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of the table of blocks for some names of a family."""
    known = spellings(family, names)
    for row, name in enumerate(names):
        every = tokens(name)
        letters, doubles = int(known.letters[row]), int(known.doubles[row])
        initials, beginning = int(known.initials[row]), int(known.beginning[row])
        said = (
            name, int(known.length[row]), letters.bit_count() + doubles.bit_count(), letters, doubles,
            "".join(sorted("".join(every))),
            romanised("".join(every)) if family == "person" and every else None,
            initials if initials >= 0 else None,
            beginning if beginning >= 0 else None,
        )  # fmt: skip
        for key in sorted(blocks(family, name)):
            yield (key, *said)


def _indexer(family: str) -> Any:
    def index(batches: Iterator[Any]) -> Iterator[Any]:
        for taken in batches:
            yield batch(BLOCK, block_rows(family, taken.column("name").to_pylist()))

    return index


def _scorer(family: str) -> Any:
    def score(batches: Iterator[Any]) -> Iterator[Any]:
        import numpy

        for taken in batches:
            ones, others = taken.column("one").to_pylist(), taken.column("other").to_pylist()
            names = sorted({*ones, *others})
            row = {name: number for number, name in enumerate(names)}
            left, right = (
                numpy.fromiter((row[name] for name in side), numpy.int64, len(side)) for side in (ones, others)
            )
            alike = spellings(family, names).alike(left, right) if names else []
            yield batch(_PAIR, [pair for pair, yes in zip(zip(ones, others, strict=True), alike, strict=True) if yes])

    return score


def _judge(rarity: Any) -> Any:
    def judge(pairs: list[tuple[Profile, Profile]]) -> list[Verdict]:
        return [compare(left, right, rarity.value) for left, right in pairs]

    return judge
