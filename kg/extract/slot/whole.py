"""Whole words: where a text prints a name that stands for itself and is no part of a longer word.

What is looked for is another name each time, and to compile a pattern of it takes longer than to look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_surname_in", "stands_in", "where"]

_SHORTEST_SURNAME = 4


def stands_in(name: str, text: str) -> bool:
    """Tell whether a text has a name with no letter, digit or underscore right before or behind it."""
    return any(True for _ in where(name, text))


def is_surname_in(name: str, text: str) -> bool:
    """Tell whether a text prints a name right behind another capital, as the surname of somebody given in full."""
    if len(name) < _SHORTEST_SURNAME or not name[0].isupper():
        return False
    before = (text[:at].split() for at in where(name, text) if text[at - 1 : at] == " ")
    return any(words and words[-1][0].isupper() and words[-1][-1].isalnum() for words in before)


def where(name: str, text: str) -> Iterator[int]:
    """Give the offsets at which a name stands so."""
    size = len(name)
    at = text.find(name)
    while at >= 0:
        if not (_goes_on(text[at - 1 : at]) or _goes_on(text[at + size : at + size + 1])):
            yield at
        at = text.find(name, at + 1)


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
