"""Stacked releases: four lines a film, title, who directed it, kind or cast or prize, and what happens in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.roundup.releases import Entry, Line, ends_releases

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["stacked"]

_NAME = (
    r"[A-ZÀ-ÞĀ-Ž][\w’'.-]+(?:\s(?:(?:de|van|von|der|den|la|le|del|della|di|da|dos|el|al|bin|af)\s){0,2}"
    r"[A-ZÀ-ÞĀ-Ž][\w’'.-]+){1,3}"
)
_PEOPLE = re.compile(rf"\s*{_NAME}(?:(?:,\s|\sand\s|\s&\s|\set\s|\se\s|\sy\s){_NAME}){{0,3}}\s*")
_SEVERAL = re.compile(rf"\s*{_NAME}(?:,\s|\sand\s|\s&\s|\set\s|\se\s|\sy\s){_NAME}.*")
_LEAST = 3
_DEPTH = 4
_LONGEST, _SHORTEST = 80, 100
_STOPS = tuple('.!?…”"»)')


def stacked(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries of four lines each, one below the other; none where fewer than three films are told so."""
    text = document.text
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        stack = lines[at : at + _DEPTH]
        if len(stack) == _DEPTH and _is_film(text, stack):
            title, director, told, plot = stack
            entry = Entry(title, title[1:], credits=director, directors=director[1:])
            entry.cast = told[1:] if _SEVERAL.fullmatch(text, *told[1:]) else None
            entry.plot.append(plot)
            found.append(entry)
            at += _DEPTH
            continue
        if found and ends_releases(text, lines[at]):
            break
        if found:
            found[-1].plot.append(lines[at])
        at += 1
    return found if len(found) >= _LEAST else []


def _is_film(text: str, stack: list[Line]) -> bool:
    title, director, told, plot = ((first, last) for _, first, last in stack)
    is_short = all(last - first <= _LONGEST and text[last - 1] not in ".:;," for first, last in (title, director, told))
    is_told = plot[1] - plot[0] >= _SHORTEST and text[: plot[1]].endswith(_STOPS)
    return is_short and is_told and bool(_PEOPLE.fullmatch(text, *director)) and not _PEOPLE.fullmatch(text, *title)
