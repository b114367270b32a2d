"""Initialled: a person's name with initials, and what tells whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.resolve.context import Context
    from kg.resolve.likeness import Alignment

__all__ = ["of_another", "of_three_parts"]

_PARTS = 3  # of a name
_SURNAME = 5  # letters of a surname from which on few bear it
_LETTERS = 8  # letters of all parts that are printed in full in both names


def of_three_parts(aligned: Alignment, found: Context) -> bool:
    """Tell whether three parts or more agree, one or two of them as initials, as does what little is told of both."""
    told = (found.strong or found.weak) and (found.gap is None or found.near)
    if len(aligned.pairs) < _PARTS or not told or found.against or found.crafts_apart:
        return False
    surname = aligned.pairs[-1]
    letters = sum(len(pair.left) for pair in aligned.pairs if pair.same)
    return surname.same and len(surname.left) >= _SURNAME and letters >= _LETTERS


def of_another(aligned: Alignment, found: Context) -> bool:
    """Tell whether a colleague of that surname has another given name with that letter: a brother, or a sister."""
    given, surname = aligned.pairs[0], aligned.pairs[-1]
    if not given.initial or not surname.same:
        return False
    short, full = sorted((given.left, given.right), key=len)
    for name in found.rivals:
        first, *_, last = (*name.split()[:1], *name.split())
        if last == surname.left and first.startswith(short) and len(first) > len(short) and first != full:
            return True
    return False
