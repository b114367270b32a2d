"""By-names: lists of what news of the world has under several names, and the numbers that stand for each.

No letter and no list of words says that Gisaengchung is Parasite, or Wong Kar-wai 王家衛.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.resolve.name import plain, tokens
from kg.resolve.title import bare_title

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ListedFilm", "listed_film", "on_list"]

_SEP = " = "
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ListedFilm:
    """A film of the list: its director as names are compared, and the year of its first showing."""

    director: str
    year: int


@lru_cache(maxsize=262_144)
def on_list(family: str, name: str) -> frozenset[int]:
    """Give the numbers under which a list has a name of a family ("person", "work", "company"); mostly none."""
    return _numbers(family).get(_key(family, name), _NONE)


def listed_film(number: int) -> ListedFilm:
    """Give the film that a number of the list of works stands for."""
    return _films()[number][0]


def _key(family: str, name: str) -> str:
    words = tokens(name)
    return "".join(bare_title(words) if family == "work" else words)


@cache
def _numbers(family: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, names in enumerate(_rows(family)):
        for name in names:
            found.setdefault(_key(family, name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items() if name}


def _rows(family: str) -> Iterable[list[str]]:
    if family == "work":
        return (titles for _, titles in _films())
    part = {"person": "people", "company": "companies"}[family]
    return (line.split(_SEP) for line in _table("bearers.toml")[part].strip().splitlines())


@cache
def _films() -> tuple[tuple[ListedFilm, list[str]], ...]:
    return tuple(
        (ListedFilm(plain(director), int(row[:4])), row[5:].split(_SEP))
        for director, rows in _table("films.toml").items()
        for row in rows
    )


def _table(file: str) -> dict[str, Any]:
    return tomllib.loads(files("kg.resolve").joinpath(file).read_text(encoding="utf-8"))
