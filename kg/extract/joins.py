"""Joins: where a list of people has ended although a comma and another name follow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.names import Name, Names

__all__ = ["goes_over_and", "goes_over_aside", "is_comma_pair"]


def is_comma_pair(line: Names, names: tuple[Name, ...]) -> bool:
    """Tell whether nothing but a comma joins the last two: "newcomer NAME, NAME’s drama" has one owner."""
    return len(names) > 1 and line.lower[names[-2][2] : names[-1][1]] == (",",)


def goes_over_aside(line: Names, names: tuple[Name, ...], end: int) -> bool:
    """Tell whether the last of a list is rather who does what follows, behind an aside that a comma ends."""
    return (
        is_comma_pair(line, names)
        and end < line.n
        and line.lower[end].endswith("s")
        and not line.capital[end]
        and line.lower[end] != "'s"
    )


def goes_over_and(line: Names, names: tuple[Name, ...]) -> bool:
    """Tell whether a list goes on behind a comma although an "and" has ended it."""
    if line.headline or len(names) < 3 or line.language != "en":
        return False
    joins = [line.lower[before:after] for (_, _, before), (_, after, _) in pairwise(names)]
    return joins[-1][:1] == (",",) and "and" not in joins[-1] and any("and" in join[:2] for join in joins[:-1])
