"""Prizes by their names: "the Palme d’Or" is what a film runs for, not what it is called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from kg.extract.token import Tokens

__all__ = ["is_award"]


def is_award(tokens: Tokens, at: int) -> bool:
    """Tell whether the name of a prize begins at a token."""
    if tokens.lower[at] == "the" and at + 1 < len(tokens):
        at += 1  # "The Golden Bear winner, …"
    return any(tokens.lower[at : at + len(award)] == award for award in _awards().get(tokens.lower[at], ()))


@cache
def _awards() -> dict[str, list[tuple[str, ...]]]:
    """Give the prizes by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for award in words("names", "awards"):
        parts = tuple(award.split())
        found.setdefault(parts[0], []).append(parts)
    return found
