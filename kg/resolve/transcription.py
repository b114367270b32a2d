"""Transcription: words that are one, put into Latin letters by two rules, or by the ear of two languages.

Unlike what a word keeps for the ear (see `sound`), which forgets most letters so that it can be looked up, this holds
the two words against one another sound by sound, and forgives only what transcriptions are known to do.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from kg.resolve.words import one_given_name, one_surname

__all__ = ["heard_alike", "one_armenian", "one_spoken", "one_transcribed", "transcribed", "unspoken"]

_LONGEST = 4  # letters that stand for one sound
_DOUBLE = re.compile(r"([^eo])\1+")  # "ee" and "oo" are sounds of their own
_SILENT = re.compile(r"(?<=[a-z]{3}[^e])e$")
_UNSPOKEN = re.compile(r"(?<=[a-z]{3})(?:[dtxpz]{1,2}|e|l?le)$")
# How French words sound, and how those sounds are written after the ear: Guillaume, Giyom.
_FRENCH = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("(?:[dtspz]{1,2}|x|es?)$", ""), ("^h", ""), ("eau|au", "o"), ("oi", "ua"), ("ou", "u"), ("oeu|eu", "e"),
        ("ph", "f"), ("s?ch", "S"), ("gn", "ni"), ("gu(?=[eiy])", "G"), ("ge(?=[ao])|g(?=[eiy])|j", "Z"), ("c?qu", "k"),
        ("c(?=[eiy])", "s"), ("c", "k"), ("x", "ks"), ("ill", "ii"), ("ai|ei|ay|ey", "e"), ("h", ""), ("y", "i"),
        ("w", "v"), ("G", "g"), ("ee", "e"), ("ii", "i"),
    )
)  # fmt: skip
_EAR = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("zh|j", "Z"), ("sh", "S"), ("kh|^h", ""), ("yu|iu", "u"), ("y", "i"), ("w", "v"), ("c|q", "k"), ("x", "ks"),
        ("ee", "e"), ("ii", "i"),
    )
)  # fmt: skip
_ENDED = re.compile("(?<=..)[ae]$")
_ARMENIAN = ("ian", "yan", "ean", "ians", "yants", "iants")
_WESTERN = str.maketrans("bdg", "ptk")
_OTHERS = re.compile(r"[^lmnr]")  # all letters but those that every alphabet writes alike
_MOST = 1  # doubtful sounds in one word
_SHORT = 6  # letters of a word up to which no sound may be doubtful


@cache
def _sounds() -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Give the pairs of letters that stand for one sound, and those of them that are doubtful."""
    table = tomllib.loads(files("kg.resolve").joinpath("sounds.toml").read_text(encoding="utf-8"))
    lines = [line.split() for part in ("consonants", "vowels") for line in table[part].strip().splitlines()]
    every = {(one, other) for line in lines for one in line for other in line if one != other}
    doubtful = {tuple(line.split()) for line in table["doubtful"].strip().splitlines()}
    return frozenset(every), frozenset((one, other) for one, other in every if {(one, other), (other, one)} & doubtful)


def transcribed(one: str, other: str) -> bool:
    """Tell whether two words in lower-case letters may be one in two transcriptions: Zhuravlyov and Jouravlev."""
    if ("gg" in one) != ("gg" in other) and ("ng" in one) != ("ng" in other):  # as Greek writes it: Evaggelia
        one, other = one.replace("gg", "ng"), other.replace("gg", "ng")
    return _alike(one) == _alike(other) and _one_sound(one, other)


@lru_cache(maxsize=65_536)
def _alike(word: str) -> str:
    """Give the letters of a word that every alphabet writes alike: a quick test."""
    return _DOUBLE.sub(r"\1", _OTHERS.sub("", word))


@lru_cache(maxsize=65_536)
def _one_sound(one: str, other: str) -> bool:
    left, right = (_SILENT.sub("", _DOUBLE.sub(r"\1", word)) for word in (one, other))
    if left == right:
        return True
    most = 0 if max(len(left), len(right)) <= _SHORT else _MOST
    return _cost(left, right, most) <= most


def heard_alike(one: str, other: str) -> bool:
    """Tell whether two words are one in two transcriptions, or one as French writes it and as others hear it."""
    if transcribed(one, other):
        return True
    left, right = unspoken(one), unspoken(other)
    if (left, right) != (one, other) and transcribed(left, right):
        return True
    return _heard(one, french=True) == _heard(other, french=False) or _heard(other, french=True) == _heard(
        one, french=False
    )


@lru_cache(maxsize=65_536)
def _heard(word: str, *, french: bool) -> str:
    """Give how a word sounds, as it is written in French or after the ear, by way of Cyrillic letters mostly."""
    for written, sound in _FRENCH if french else _EAR:
        word = written.sub(sound, word)
    return _ENDED.sub("", _DOUBLE.sub(r"\1", word))


@lru_cache(maxsize=65_536)
def unspoken(word: str) -> str:
    """Give a word without the letters that French does not speak at its end."""
    return _UNSPOKEN.sub("", word)


def one_spoken(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names are one in two transcriptions, letters that French does not speak aside."""
    if len(one) != len(other) or one_transcribed(one, other):
        return one_transcribed(one, other)
    return all(heard_alike(word, each) for word, each in zip(one, other, strict=True))


def one_armenian(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of Armenia are one as its east and its west speak it: Petrosyan and Bedrosian."""
    if len(one) != len(other) or len(one) == 1 or not (one[-1].endswith(_ARMENIAN) and other[-1].endswith(_ARMENIAN)):
        return False
    spoken = ([word.translate(_WESTERN) for word in every] for every in (one, other))
    return one != other and all(word == each or transcribed(word, each) for word, each in zip(*spoken, strict=True))


def _cost(left: str, right: str, most: int) -> int:
    """Give the doubtful sounds between two words, more than `most` where they are not the same sounds."""
    known, doubtful = _sounds()
    width = len(right) + 1
    far = most + 1
    best = [far] * ((len(left) + 1) * width)
    best[0] = 0
    for i in range(len(left) + 1):
        for j in range(width):
            cost = best[i * width + j]
            if cost > most:
                continue
            if i < len(left) and j < len(right) and left[i] == right[j]:
                _lower(best, (i + 1) * width + j + 1, cost)
            if i < len(left) and left[i] == "h":
                _lower(best, (i + 1) * width + j, cost)
            if j < len(right) and right[j] == "h":
                _lower(best, i * width + j + 1, cost)
            for a in range(i + 1, min(len(left), i + _LONGEST) + 1):
                for b in range(j + 1, min(len(right), j + _LONGEST) + 1):
                    pair = (left[i:a], right[j:b])
                    if pair in known:
                        _lower(best, a * width + b, cost + (pair in doubtful))
    return best[-1]


def _lower(best: list[int], place: int, cost: int) -> None:
    best[place] = min(best[place], cost)


@lru_cache(maxsize=65_536)
def one_transcribed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, word by word or spaces aside, are one in two transcriptions."""
    if len(one) == len(other):
        return all(
            transcribed(word, each)
            or one_given_name(word, each)
            or (place == 0 and len(one) > 1 and one_surname(word, each))
            for place, (word, each) in enumerate(zip(one, other, strict=True))
        )
    return transcribed("".join(one), "".join(other))
