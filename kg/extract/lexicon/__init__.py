"""Lexicons as data, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["lexicon", "words"]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Give a lexicon's tables; `name` is its file's name without the ending."""
    return tomllib.loads(files("kg.extract.lexicon").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, table: str) -> frozenset[str]:
    """Give one list of a lexicon as a set of casefolded words."""
    return frozenset(word.casefold() for word in lexicon(name)[table])
