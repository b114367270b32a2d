"""Given names: a run of words that begins with one is more likely a person's name than one that does not."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kg.extract.lexicon import lexicon

__all__ = ["is_given_name"]


@lru_cache(maxsize=65_536)
def is_given_name(word: str) -> bool:
    """Tell whether a word, in any case and with or without its accents, is a given name that the lexicon has.

    A double name ("Jean-Pierre", "Anna-Maria") is one if its first half is.
    """
    plain = _plain(word)
    return plain in _given_names() or ("-" in plain and plain.split("-")[0] in _given_names())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_plain(name) for names in lexicon("given").values() for name in names.split())


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
