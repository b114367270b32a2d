"""Lexicons as data, loaded once: those of English, and a folder for every further language.

A table that a language does not have is English’s: names of festivals and legal forms of companies are the same in all.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["ELIDING", "LANGUAGES", "lexicon", "words"]

# The first one is read where nothing tells; each other one has a folder here and one among the grammars.
LANGUAGES = ("en", "fr")
# Languages in which "d’" and "l’" are words of their own.
ELIDING = frozenset({"fr"})


@cache
def lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """Give a lexicon's tables; `name` is its file's name without the ending."""
    own = files("kg.extract.lexicon").joinpath(*([] if language == LANGUAGES[0] else [language]), f"{name}.toml")
    if not own.is_file():
        return lexicon(name)
    table = tomllib.loads(own.read_text(encoding="utf-8"))
    return table if language == LANGUAGES[0] else {**lexicon(name), **table}


@cache
def words(name: str, table: str, language: str = "en") -> frozenset[str]:
    """Give one list of a lexicon as a set of casefolded words."""
    return frozenset(word.casefold() for word in lexicon(name, language)[table])
