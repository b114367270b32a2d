"""Origins: the countries of a record's film, each with its place in the list that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.facts import Fact

if TYPE_CHECKING:
    from kg.extract.facts import End

__all__ = ["listed_origins"]


def listed_origins(film: End, places: list[End], line: tuple[int, int], rule: str, score: float = 4.0) -> list[Fact]:
    """Give where a film is from by a list of countries, in their printed order; `line` is the extent that says so."""
    return [
        Fact(film, "countryOfOrigin", place, *line, rule, score, qualifiers={"position": n})
        for n, place in enumerate(places, 1)
    ]
