"""Sound: what two words keep for the ear when they are spelt, or put into Latin letters, in two ways."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.likeness import likeness
from kg.resolve.name import skeleton
from kg.resolve.words import one_given_name, one_surname, short_forms, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment, Pair

__all__ = [
    "closeness",
    "consonants",
    "is_short_form",
    "korean",
    "of_both",
    "one_korean",
    "one_romanised",
    "one_word",
    "romanised",
    "sounding",
    "two_given",
]

# Two spellings of one word are as near as this, however few letters they share.
_SPELT = 0.97
_FEWEST = 4
# The consonants that romanisations write in several ways (Wade-Giles and Pinyin, McCune-Reischauer and the Revised
# system, French, German and English transcriptions of Cyrillic), each kept as one capital; then all vowels as one.
_CLUSTERS = tuple(
    (written, kept)
    for kept, every in (
        ("C", "schtsch shch chtch tsch tch tsh"), ("S", "sch sh hs sz x"), ("C", "zh ch ts tz cz dj dz"),
        ("Ce", "ce"), ("Ci", "ci"), ("Cy", "cy"), ("F", "ph"), ("si", "sj"), ("li", "lj"), ("ti", "tj"),
    )
    for written in every.split()
)  # fmt: skip
# As McCune-Reischauer, the Revised system and the bearers write one sound of Korean.
_KOREAN = (
    ("woo", "u"), ("wu", "u"), ("weo", "wo"), ("eo", "u"), ("eu", "u"), ("ui", "i"), ("hie", "hi"), ("oo", "u"),
    ("ou", "u"), ("uh", "u"), ("ee", "i"), ("ch", "j"), ("k", "g"), ("t", "d"), ("p", "b"), ("r", "l"), ("y", "i"),
)  # fmt: skip
_LETTERS = str.maketrans(
    {
        letter: kept
        for kept, every in (
            ("a", "aeiouy"), ("C", "jz"), ("K", "kgqc"), ("T", "td"), ("P", "pb"), ("F", "fvw"), ("S", "s"), ("", "h"),
        )
        for letter in every
    }
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


def sounding(pair: Pair) -> float:
    """Give the likeness of what two words keep in all spellings, 0 to 1."""
    return likeness(skeleton(pair.left), skeleton(pair.right))


def closeness(aligned: Alignment) -> float:
    """Give the mean likeness of the words, two spellings of one word counting as nearly the same."""
    if not aligned.pairs:
        return 0.0
    return sum(max(pair.likeness, _SPELT) if one_word(pair) else pair.likeness for pair in aligned.pairs) / len(
        aligned.pairs
    )


def one_word(pair: Pair) -> bool:
    """Tell whether two words are one, in two spellings or in the given names of two languages."""
    return pair.spelling or one_given_name(pair.left, pair.right)


def consonants(word: str) -> str:
    """Give the first letter of a word and the consonants behind it."""
    return word[0] + re.sub(r"[aeiouy]", "", skeleton(word)[1:])


@lru_cache(maxsize=65_536)
def romanised(letters: str) -> str:
    """Give what a run of lower-case letters keeps in all romanisations: one for "zhangyimou" and "changimou"."""
    if letters.endswith("c"):
        letters = letters[:-1] + "C"
    for written, kept in _CLUSTERS:
        letters = letters.replace(written, kept)
    return _DOUBLE.sub(r"\1", letters.translate(_LETTERS))


def one_romanised(one: tuple[str, ...], other: tuple[str, ...], least: int = _FEWEST) -> bool:
    """Tell whether two names, spaces aside, may be one in two romanisations: of `least` consonants or more."""
    left, right = romanised("".join(one)), romanised("".join(other))
    if left != right and one and other and one[0] != other[0] and one_surname(one[0], other[0]):  # Lee and Yi
        right = romanised(one[0] + "".join(other[1:]))
    return left == right and len(left.replace("a", "")) >= max(least, _FEWEST)


@lru_cache(maxsize=65_536)
def korean(letters: str) -> str:
    """Give what a run of lower-case letters keeps in the romanisations of Korean: one for "kwangkuk" and "gwanggug"."""
    for written, kept in _KOREAN:
        letters = letters.replace(written, kept)
    return letters


def one_korean(one: tuple[str, ...], other: tuple[str, ...], *, vowels: bool = True) -> bool:
    """Tell whether two names are one in two romanisations of Korean, vowel for vowel, the surname first or last.

    Without `vowels`, whether what stands behind two spellings of one surname is printed alike, spaces aside.
    """
    if not one or not other:
        return False
    if not one_surname(one[0], other[0]):
        one, other = _surname_first(one, other)
        if not one_surname(one[0], other[0]):
            return False
    if not vowels:
        return "".join(one[1:]) == "".join(other[1:]) and len("".join(one[1:])) > _FEWEST
    if len(one) == len(other):
        return list(map(korean, one[1:])) == list(map(korean, other[1:])) and len("".join(one[1:])) >= _FEWEST
    left, right = korean("".join(one[1:])), korean("".join(other[1:]))
    return left == right and len(left) >= _FEWEST


def _surname_first(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give two names with the last word in front where it is a surname of both."""
    for first, second in ((one[-1:] + one[:-1], other), (one, other[-1:] + other[:-1])):
        if one_surname(first[0], second[0]):
            return first, second
    return one[-1:] + one[:-1], other[-1:] + other[:-1]


def is_short_form(one: str, other: str) -> bool:
    """Tell whether one word is a short form of the other: Alex and Alexander."""
    forms = short_forms()
    return other in forms.get(one, ()) or one in forms.get(other, ())


def of_both(pair: Pair) -> bool:
    """Tell whether one word is a short form of names of men and of women: Alex, Sam."""
    forms = short_forms()
    every = forms.get(pair.left, frozenset()) | forms.get(pair.right, frozenset())
    return len({name.endswith("a") for name in every}) > 1


def two_given(pair: Pair) -> bool:
    """Tell whether both are given names, and no spellings of one."""
    return not one_word(pair) and _given(pair.left) and _given(pair.right)


def _given(word: str) -> bool:
    return is_given_name(word) or word in words("person", "given")
