"""Whether a word in small letters is English: by a list of words, and by the endings that English gives its stems."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["is_english"]

# What is cut off, and what may stand there instead.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("ness", ""), ("able", ""),
    ("ful", ""), ("less", ""), ("ish", ""), ("y", ""), ("al", ""), ("ment", ""), ("ity", "e"), ("ation", "e"),
    ("ation", "ate"), ("ion", ""), ("ion", "e"), ("ive", "e"), ("ic", ""), ("like", ""), ("wide", ""), ("ship", ""),
)  # fmt: skip
_BEGINNINGS = (
    "un", "re", "over", "out", "under", "non", "co", "pre", "in", "dis", "mis", "sub", "super", "inter", "anti",
    "multi", "mid",
)  # fmt: skip
_SHORTEST, _LONG = 3, 6


@cache
def _words() -> frozenset[str]:
    text = files("kg.extract.lexicon").joinpath("english.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Tell whether a word in small letters may be English."""
    known = _words()
    if word in known:
        return True
    if not word.isascii():
        return False
    for ending, stem in _ENDINGS:
        rest = len(word) - len(ending)
        if rest < _SHORTEST or not word.endswith(ending):
            continue
        is_doubled = rest > _SHORTEST and word[rest - 1] == word[rest - 2] and word[: rest - 1] in known
        if word[:rest] + stem in known or is_doubled:
            return True
    if any(word.startswith(first) and word[len(first) :] in known for first in _BEGINNINGS):
        return True
    parts = range(_SHORTEST, len(word) - _SHORTEST + 1) if len(word) > _LONG else ()
    return any(word[:at] in known and word[at:] in known for at in parts)
