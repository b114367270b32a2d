"""Likeness: how near the printed words of two names are, word by word.

The measure of two words is Jaro-Winkler (Winkler 1990), which forgives slips late in a word; the edits counted beside
it are those of optimal string alignment, in which two letters swapped are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.resolve.name import skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Alignment", "Pair", "align", "differing", "initial", "likeness", "pair_of"]

# An initial is as good as this for the word that it may stand for.
INITIAL = 0.9
# Given names that print cuts to three letters and a stop.
_SHORTENED = frozenset({"chr", "joh", "jos", "ant", "fri", "wil"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words held against one another: likeness 0 to 1, edits between them, whether one is an initial."""

    left: str
    right: str
    likeness: float
    edits: int
    initial: bool = False

    @property
    def same(self) -> bool:
        """Tell whether the two are the same word."""
        return self.left == self.right

    @property
    def spelling(self) -> bool:
        """Tell whether they are two spellings of one word: letters doubled, "ph" and "f", "k" and "c"."""
        left, right = self.left, self.right
        if len(left) != len(right) and left[-1:] == right[-1:] == "e" and (left + "e" == right or right + "e" == left):
            return False  # Noé and Noée
        return skeleton(left) == skeleton(right)

    @property
    def within(self) -> bool:
        """Tell whether the edits are few for the length: one, or one in five letters."""
        swapped = self.edits == 2 and len(self.left) > 6 and sorted(self.left) == sorted(self.right)
        return swapped or self.edits <= max(1, max(len(self.left), len(self.right)) // 5)

    @property
    def slip(self) -> bool:
        """Tell whether it is a difference that fingers and eyes make: a letter doubled or dropped, two swapped.

        A letter exchanged for another one makes a different word as often as not.
        """
        if self.spelling:
            return True
        if self.left.replace("rn", "m") == self.right.replace("rn", "m"):  # as scanners read them
            return True
        if not self.within or self.ending or (self.edits > 1 and len(self.left) != len(self.right)):
            return False
        return len(self.left) != len(self.right) or sorted(self.left) == sorted(self.right)

    @property
    def ending(self) -> bool:
        """Tell whether they differ in an ending: Louis and Louise, Nowicki and Nowicka, Baron and Barons."""
        one, other = sorted((self.left, self.right), key=len)
        stem = len(_shared(one, other))
        tails = one[stem:] + other[stem:]
        if one == other or stem < max(2, len(one) - 1) or len(other) - stem > 2 + (len(one) == stem):
            return False
        if self.spelling and (len(one) == len(other) or one[-1:] == other[-1:]):
            return False
        if self.edits == 1 and len(one) != len(other) and one[-1] == other[-1]:
            within = other[stem]  # a letter more inside; before a last "s" or "n" it may be a feminine, or a plural
            if one[-1] not in "sn" or within not in "aeiouy":
                return False
        return tails == "s" or any(letter in "aeiouy" for letter in tails)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of two names, one to one; `left_over` holds those of the longer name that found no partner.

    `ordered` tells whether the partners stand in the same order in both.
    """

    pairs: tuple[Pair, ...]
    left_over: tuple[str, ...] = ()
    ordered: bool = True

    @property
    def mean(self) -> float:
        """Give the mean likeness of the pairs, 0 where there is none."""
        return sum(pair.likeness for pair in self.pairs) / len(self.pairs) if self.pairs else 0.0

    @property
    def worst(self) -> float:
        """Give the likeness of the least alike pair."""
        return min((pair.likeness for pair in self.pairs), default=0.0)

    @property
    def differing(self) -> tuple[Pair, ...]:
        """Give the pairs that are not the same word."""
        return tuple(pair for pair in self.pairs if not pair.same)


def initial(one: str, other: str) -> bool:
    """Tell whether one word is the initial of the other: "T." or "Th." of Thomas."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    most = 3 if short in _SHORTENED else 2 if len(long) > 4 else 1
    return len(short) < len(long) and len(short) <= most and long.startswith(short)


def likeness(one: str, other: str) -> float:
    """Give the likeness of two words, 0 to 1: 1 for the same word, less for an initial, else Jaro-Winkler."""
    if one == other:
        return 1.0
    if (len(one) < 3 or len(other) < 3) and initial(one, other):
        return INITIAL
    return _jaro_winkler()(one, other)


def differing(left: tuple[str, ...], right: tuple[str, ...]) -> int | None:
    """Give the place of the one word that two names of as many words differ in, if that is all.

    None also where that word stands at another place of the other name, so that the partners are not plain to see.
    """
    if len(left) != len(right):
        return None
    places = [place for place, word in enumerate(left) if word != right[place]]
    return places[0] if len(places) == 1 and left[places[0]] not in right else None


@lru_cache(maxsize=4_096)
def align(left: tuple[str, ...], right: tuple[str, ...]) -> Alignment:
    """Hold two names against one another word by word, the best partners first; words may stand in another order.

    Cost is the product of the word counts, of which a name has few; beyond twelve words only the order counts.
    """
    if len(left) > 12 or len(right) > 12:
        pairs = tuple(pair_of(one, other) for one, other in zip(left, right, strict=False))
        longer = left if len(left) > len(right) else right
        return Alignment(pairs, longer[len(pairs) :])
    if left == right or differing(left, right) is not None:  # most names that are looked at
        return Alignment(tuple(map(pair_of, left, right)))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for i, word in enumerate(left):  # the same words first: mostly there is one other on each side left
        if word in right:
            found = [j for j, other in enumerate(right) if other == word and j not in used]
            if found:
                j = min(found, key=lambda place: (abs(place - i), place)) if len(found) > 1 else found[0]
                taken[i] = j
                used.add(j)
    scored = [
        (-likeness(one, other), abs(i - j), i, j)
        for i, one in enumerate(left)
        if i not in taken
        for j, other in enumerate(right)
        if j not in used
    ]
    scored.sort()
    for _, _, i, j in scored:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    order = sorted(taken)
    places = [taken[i] for i in order]
    rest = [word for i, word in enumerate(left) if i not in taken] + [
        word for j, word in enumerate(right) if j not in used
    ]
    pairs = tuple(pair_of(left[i], right[taken[i]]) for i in order)
    return Alignment(pairs, tuple(rest), places == sorted(places))


@lru_cache(maxsize=32_768)
def pair_of(one: str, other: str) -> Pair:
    """Hold two words against one another."""
    if one == other:
        return Pair(one, one, 1.0, 0)
    if initial(one, other):
        return Pair(one, other, INITIAL, 0, initial=True)
    return Pair(one, other, _jaro_winkler()(one, other), _edits()(one, other))


@cache
def _jaro_winkler() -> Callable[[str, str], float]:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity


@cache
def _edits() -> Callable[[str, str], int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def _shared(one: str, other: str) -> str:
    """Give the beginning that two words share."""
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return one[:length]
