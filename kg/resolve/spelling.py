"""Spellings: the letters of many names as columns, to tell for millions of pairs which may be alike.

Two names are alike where few letters must be put in or taken out to turn one into the other. A letter that only one of
them has, or has twice, is one of those, so that bits per letter sort out most pairs before anything is aligned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.resolve.block import own_words
from kg.resolve.name import skeleton, tokens
from kg.resolve.sound import romanised
from kg.resolve.title import bare_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LEAST", "Spellings", "spellings"]

LEAST = 0.82
"""Likeness (0 to 1) of the sorted words' skeletons as one run of letters below which no rule calls two names one."""
_TOGETHER = 50_000
_SYMBOLS = " 0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Spellings:
    """Columns with a row a name, in the order of the names.

    `runs` are the skeletons of its own words, sorted; `length` their letters; `letters` and `doubles` have a bit for
    each letter that occurs, and that occurs twice. `anagram` is one number for all names of the very same letters,
    `heard` for all people's names that may be one in two romanisations.
    `initials` is the first letter of a company's name that may be another's initials, else -1; `beginning` that of a
    name that may have such, else -2.
    """

    runs: NDArray[np.object_]
    length: NDArray[np.int64]
    letters: NDArray[np.uint64]
    doubles: NDArray[np.uint64]
    anagram: NDArray[np.int64]
    heard: NDArray[np.int64]
    initials: NDArray[np.int16]
    beginning: NDArray[np.int16]

    def near(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Any:
        """Tell of pairs, given by the rows of the two names, which may be alike: quick, and true of all that are."""
        import numpy

        apart = numpy.bitwise_count(self.letters[one] ^ self.letters[other])
        apart += numpy.bitwise_count(self.doubles[one] ^ self.doubles[other])
        few = (self.length[one] + self.length[other]) * (1 - LEAST) + 1e-6
        return (apart <= few) | self._kindred(one, other)

    def alike(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Any:
        """Tell of pairs which are alike."""
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cpdist

        scores = cpdist(
            self.runs[one].tolist(),
            self.runs[other].tolist(),
            scorer=Indel.normalized_similarity,
            score_cutoff=LEAST,
        )
        return (scores > 0) | self._kindred(one, other)

    def _kindred(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Any:
        """Tell which have the very same letters (other spaces, another order), or one may be the other's initials."""
        return (
            (self.anagram[one] == self.anagram[other])
            | (self.heard[one] == self.heard[other])
            | (self.initials[one] == self.beginning[other])
            | (self.beginning[one] == self.initials[other])
        )


def spellings(family: str, names: Sequence[str]) -> Spellings:
    """Give the columns of names of a family ("person", "work", "company")."""
    import numpy

    runs = numpy.empty(len(names), dtype=object)
    anagram = numpy.empty(len(names), dtype=numpy.int64)
    heard = numpy.arange(len(names), dtype=numpy.int64)
    initials = numpy.full(len(names), -1, dtype=numpy.int16)
    beginning = numpy.full(len(names), -2, dtype=numpy.int16)
    for row, name in enumerate(names):
        every = tokens(name)
        runs[row] = _run(family, every)
        # Python's own 64 bits: numbers of one process, which are never kept.
        anagram[row] = hash("".join(sorted("".join(every))))
        if family == "person" and every:
            heard[row] = hash(romanised("".join(every)))
        if family == "company":
            if len(every) == 1 and len(every[0]) < 7:
                initials[row] = ord(every[0][0])
            elif len(every) > 2:
                beginning[row] = ord(every[0][0])
    bits = [_bits(runs[start : start + _TOGETHER]) for start in range(0, len(names), _TOGETHER)] or [_bits(runs)]
    length, letters, doubles = (numpy.concatenate(column) for column in zip(*bits, strict=True))
    return Spellings(runs, length, letters, doubles, anagram, heard, initials, beginning)


def _run(family: str, every: tuple[str, ...]) -> str:
    own = bare_title(every) if family == "work" else own_words(family, every)
    return " ".join(sorted(map(skeleton, own)))


def _bits(runs: NDArray[np.object_]) -> tuple[Any, Any, Any]:
    """Give of runs of letters the length, the bits of the letters in each, and of those in it twice."""
    import numpy

    length = numpy.fromiter(map(len, runs), dtype=numpy.int64, count=len(runs))
    text = numpy.frombuffer("".join(runs).encode("ascii"), dtype=numpy.uint8)
    symbol = numpy.zeros(128, dtype=numpy.int64)
    symbol[[ord(each) for each in _SYMBOLS]] = range(len(_SYMBOLS))
    row = numpy.repeat(numpy.arange(len(runs)), length)
    count = numpy.bincount(row * len(_SYMBOLS) + symbol[text], minlength=len(runs) * len(_SYMBOLS))
    count = count.reshape(len(runs), len(_SYMBOLS))
    bit = numpy.uint64(1) << numpy.arange(len(_SYMBOLS), dtype=numpy.uint64)
    return length, (count > 0) @ bit, (count > 1) @ bit
