"""Pieces: the parts of a line that marks divide, as all who read lists and records cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

__all__ = ["pieces"]


def pieces(text: str, first: int, last: int, marks: re.Pattern[str], around: str = "") -> Iterator[tuple[int, int]]:
    """Give the extents of what stands before, between and behind the marks, without the letters of `around`.

    A piece of which nothing else is left is none; where `around` is "" all are given, empty ones too.
    """
    at = first
    for mark in [*marks.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        piece = text[at:end]
        if not around:
            yield at, end
        elif piece.strip(around):
            start = at + len(piece) - len(piece.lstrip(around))
            yield start, at + len(piece.rstrip(around))
        at = mark.end() if mark else last
