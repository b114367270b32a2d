"""Tongue: whether words look English by their letters, where no list has them.

Letters stand beside one another in each language in their own way: "nightsiren" looks English, "svetlonoc" does not.
The measure is the log ratio of how often the pairs and triples of letters of a word occur in the words of English
titles, and in those of other languages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache

from kg.resolve.name import script, tokens
from kg.resolve.words import languages_of, words, words_of_titles

__all__ = ["looks_english"]

# Beyond these a title is surely English, or surely not: 5 in 100 words of a title are taken for the other.
_SURE = 4.0
_KNOWN = 6.0  # what a word counts that the lists have
_MARKED = 12.0  # what letters with marks count, which English titles have in names alone
# "L'Étreinte": what French and Italian leave out.
_ELIDED = re.compile(r"\b(?:[ldn]|qu|dell|nell)['’](?=\w{2})", re.IGNORECASE)
_SEEN = 0.5  # added to every count, so that no letters are impossible


@lru_cache(maxsize=65_536)
def looks_english(title: str) -> bool | None:
    """Tell whether a title is surely English (True), surely not (False), or may be either (None)."""
    if script(title) not in ("LATIN", ""):
        return False
    weights = list(map(_weight, tokens(title)))
    found = sum(weights) - _KNOWN * bool(_ELIDED.search(title)) - _MARKED * (not title.isascii())
    if abs(found) < _SURE or (found > 0 and min(weights) <= -_SURE):
        return None
    return found > 0


def _weight(word: str) -> float:
    told = languages_of(word)
    if told:
        return _KNOWN if told == {"en"} else 0.0 if "en" in told else -_KNOWN
    if word in ("the", "of"):
        return _KNOWN
    if word.isdecimal() or len(word) < 3 or word in words("title", "small"):
        return 0.0
    ratios, unseen = _ratios()
    return sum(ratios.get(each, unseen) for each in _stretches(word))


def _stretches(word: str) -> list[str]:
    framed = f"^{word}$"
    return [framed[start : start + size] for size in (2, 3) for start in range(len(framed) - size + 1)]


@cache
def _ratios() -> tuple[dict[str, float], float]:
    """Give the log ratio of each stretch of letters, English over other, and that of one that no list has."""
    english: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for word, told in words_of_titles().items():
        (english if "en" in told else other).update(_stretches(word))
    every = english.keys() | other.keys()
    more = _SEEN * len(every)
    totals = math.log(english.total() + more) - math.log(other.total() + more)
    ratios = {each: math.log(english[each] + _SEEN) - math.log(other[each] + _SEEN) - totals for each in every}
    return ratios, -totals
