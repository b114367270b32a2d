"""Shared: which names two contexts have in common, letter for letter or but for a slip."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.resolve.byname import on_list
from kg.resolve.house import house
from kg.resolve.likeness import align, differing, likeness
from kg.resolve.name import skeleton, tokens
from kg.resolve.sound import one_korean
from kg.resolve.title import bare_title, senses
from kg.resolve.words import given_abroad, numbers, one_given_name, short_forms, words

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "consonants_heard",
    "in_another_language",
    "meant_by",
    "one_house",
    "one_person",
    "one_title",
    "perhaps_one_person",
    "shared",
]

_MOST = 20
_VOWELS = frozenset("aeiou")
_SOFT = re.compile("[aeiouywvh]")  # what stands for a vowel, or may be silent
_HISSING = re.compile("c(?=[eiy])")
_DOUBLE = re.compile(r"(.)\1+")
_POOR = 3  # letters for each vowel, from which on a name has hardly all its vowels
_WORDS = 2  # of a name
_FIRST = str.maketrans("bgdj", "pktc")
_RARE = 5  # letters of a surname beyond which a nickname before it is nobody else's
_NOTHING: frozenset[str] = frozenset()
# Mean likeness of the words of two people's names: surely one, and perhaps one; and the least of any word.
_SURE = 0.92
_DOUBTFUL = 0.82
_WORST = 0.72
# Likeness below which a word beside one that is the same never makes the mean sure (with something off for rounding).
_SURE_BESIDE_SAME = 2 * _SURE - 1 - 1e-6
# Likeness of the letters of two names below which nothing makes them one person.
_FAR = 0.6


def shared(
    left: frozenset[str], right: frozenset[str], alike: Callable[[str, str], bool] | None = None
) -> frozenset[str]:
    """Give the names of `left` that `right` has too, letter for letter or, by `alike`, a slip apart.

    `alike` holds two titles against one another where it is not given.
    """
    if not left or not right:
        return _NOTHING
    found = left & right
    if found or len(left) > _MOST or len(right) > _MOST:
        return found
    test, others = alike or one_title, _cut(right)
    names = []
    for one, letter, every in _cut(left):
        for other, other_letter, other_every in others:
            # Names that are alike begin alike, or share a word: most do neither.
            if (letter == other_letter or not every.isdisjoint(other_every)) and test(one, other):
                names.append(one)
                break
    return frozenset(names)


def in_another_language(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """Give the titles of `left` that `right` has in another language, as far as lists know the titles or all words."""
    if not left or not right or len(left) > _MOST or len(right) > _MOST:
        return _NOTHING
    theirs = _meant(right)
    return _NOTHING if not theirs else frozenset(name for name in left if not meant_by(name).isdisjoint(theirs))


@lru_cache(maxsize=65_536)
def meant_by(title: str) -> frozenset[str]:
    """Give what a title means and the numbers of the films that a list has under it: in all languages."""
    return senses(title) | frozenset(f"#{number}" for number in on_list("work", title))


@lru_cache(maxsize=65_536)
def _meant(names: frozenset[str]) -> frozenset[str]:
    return _NOTHING.union(*map(meant_by, names))


@lru_cache(maxsize=65_536)
def _cut(names: frozenset[str]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Give each name with its first letter, one for those that romanisations exchange, and its words."""
    return tuple((name, name[:1].translate(_FIRST), frozenset(name.split())) for name in names)


@lru_cache(maxsize=65_536)
def one_title(one: str, other: str) -> bool:
    """Tell whether two names of the context are the same but for a slip; "part 2" and "part 3" are not."""
    first, second = bare_title(tokens(one)), bare_title(tokens(other))
    if first != second and len(one.split()) > 2 and sorted(first) == sorted(second):  # "Sea and Salt", "Salt and Sea"
        return True
    if len(first) != len(second) or first == second:
        short, long = sorted((first, second), key=len)
        if long[: len(short)] == short and len("".join(short)) > 3:  # without its subtitle; "part 2" is another
            more = long[len(short) :]
            return not any(word.isdecimal() or word in numbers() or word in words("title", "heirs") for word in more)
        return "".join(first) == "".join(second)
    aligned = align(first, second)
    few = len(aligned.pairs) > 4 or (len(aligned.pairs) == 1 and len("".join(first)) > 7)
    return (
        aligned.mean >= _SURE
        and aligned.ordered
        and all(
            (pair.within or (few and pair.likeness >= _SURE - 0.02))
            and (few or not pair.ending or len(pair.left) > 6)
            and pair.left.isalpha()
            for pair in aligned.differing
        )
    )


@lru_cache(maxsize=65_536)
def one_person(one: str, other: str) -> bool:
    """Tell whether two people of the context are one: a slip, another transcription, a middle name, another order."""
    first, second = tokens(one), tokens(other)
    if len(first) == len(second) == 2 and first[1] == second[1] and _nicknamed(first, second):
        return True
    if len(first) == len(second) == 2 and first[0] == second[0] and _surnames_apart(first[1], second[1]):
        return False  # so many share a given name and nothing else that this is worked out without the rest
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
    if (len(first) == 1) != (len(second) == 1) and _run_together(*sorted((first, second), key=len)):
        return True
    if _without_vowels(one) != _without_vowels(other) and _one_abjad(first, second):
        return True
    if _letters_alike()(one, other, score_cutoff=_FAR) == 0.0 and min(map(len, (*first, *second))) > 1:
        return False
    if len(first) < 2 or len(second) < 2:
        return len(first) == len(second) and _likeness(first, second) >= _SURE
    if len(first) == len(second) and first[-1] == second[-1] and _initialled(first[:-1], second[:-1]):
        return len(first[-1]) >= _RARE
    if len(first) != len(second):
        short, long = sorted((first, second), key=len)
        ends = _likeness((short[0], short[-1]), (long[0], long[-1])) >= _SURE
        return ends or short == long[: len(short)] or "".join(short) == "".join(long)
    return _likeness(first, second) >= _SURE


def _without_vowels(name: str) -> bool:
    """Tell whether a name has few of the vowels or none, as Arabic and Hebrew letters give it: "mhmwd sbgh"."""
    return sum(map(_VOWELS.__contains__, name)) * _POOR < len(name.replace(" ", ""))


def _one_abjad(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names have the same consonants but those that stand for vowels, in as many words or run on."""
    if len(one) < _WORDS or len(other) < _WORDS:
        return False
    left, right = (consonants_heard(_HISSING.sub("s", " ".join(every))) for every in (one, other))
    if len(one) != len(other):
        left, right = left.replace(" ", ""), right.replace(" ", "")
    return left == right and len(left.replace(" ", "")) >= _RARE and all(left.split(" "))


def consonants_heard(name: str) -> str:
    """Give the consonants of each word, those that stand for vowels aside: the same with vowels and without."""
    return " ".join(_DOUBLE.sub(r"\1", _SOFT.sub("", word)) for word in name.split(" "))


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one word is a name of Korea without spaces, as its own letters give it: "gimhyolin", Kim Hyo-rin."""
    (word,) = one
    return len(other) in (2, 3) and any(one_korean((word[:cut], word[cut:]), other) for cut in range(1, len(word) - 2))


def _nicknamed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one given name is the other for short, or in another language, before a surname of some length.

    Kasia and Katarzyna Klimkiewicz, Giorgi and George Orskadze.
    """
    forms, given, their = short_forms(), one[0], other[0]
    if len(one[1]) <= _RARE:
        return False
    abroad = given_abroad(given)
    if one_given_name(given, their) or (abroad is not None and abroad == given_abroad(their)):
        return True
    return given in forms.get(their, ()) or their in forms.get(given, ())


def _initialled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether given names are the initials of the other ones: F. W. and Friedrich Wilhelm."""
    short, long = (one, other) if len(one[0]) < len(other[0]) else (other, one)
    return all(len(letter) == 1 and word[0] == letter for letter, word in zip(short, long, strict=True))


def _surnames_apart(one: str, other: str) -> bool:
    """Tell whether two words are so unlike that the mean with a word that is the same is never sure."""
    return max(likeness(one, other), likeness(skeleton(one), skeleton(other))) < _SURE_BESIDE_SAME


@lru_cache(maxsize=65_536)
def perhaps_one_person(one: str, other: str) -> bool:
    """Tell whether two people of the context may be one, so that they are no sign of two films."""
    first, second = _ungenerated(one), _ungenerated(other)
    if not first or not second or one_person(one, other) or first == second:
        return True
    return _likeness(first, second) >= _DOUBTFUL or _likeness(first[-1:], second[-1:]) >= _DOUBTFUL


def _ungenerated(name: str) -> tuple[str, ...]:
    """Give the words of a name without the generation: "Aleksei German Jr." and "Алексей Герман мл."."""
    words_of = tokens(name)
    return words_of[:-1] if len(words_of) > 2 and words_of[-1] in words("person", "generations") else words_of


@lru_cache(maxsize=65_536)
def one_house(one: str, other: str) -> bool:
    """Tell whether two companies of the context are one but for "Films" and "Ltd"."""
    first, second = house(one), house(other)
    return "".join(first.core) == "".join(second.core) and first.countries == second.countries


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Give the mean likeness of the words, of their letters or of what they keep in all spellings."""
    place = differing(one, other)
    bones, other_bones = tuple(map(skeleton, one)), tuple(map(skeleton, other))
    if place is not None and (bones == other_bones or differing(bones, other_bones) == place):  # as below, and quicker
        least = max(likeness(one[place], other[place]), likeness(bones[place], other_bones[place]))
        return sum([*[1.0] * place, least, *[1.0] * (len(one) - place - 1)]) / len(one) if least >= _WORST else 0.0
    if len(one) == len(other) and any(
        all(
            max(likeness(word, each), likeness(bone, kept)) < _WORST
            for each, kept in zip(other, other_bones, strict=True)
        )
        for word, bone in zip(reversed(one), reversed(bones), strict=True)
    ):
        return 0.0  # a word without any partner, mostly the surname
    letters, bare = align(one, other), align(bones, other_bones)
    best = [max(first.likeness, second.likeness) for first, second in zip(letters.pairs, bare.pairs, strict=True)]
    return sum(best) / max(len(one), len(other), 1) if best and min(best) >= _WORST else 0.0


@cache
def _letters_alike() -> Callable[..., float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity
