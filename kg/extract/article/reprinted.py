"""Reprinted titles: where a headline leaves open where its title ends, the words below it tell.

"NAME films Salt Year on the lagoon" may be a film called "Salt Year on the lagoon"; an article that never prints that
again, and "Salt Year" three times, is about "Salt Year".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = ["as_reprinted", "without_longer"]

_WORD = re.compile(r"\S+")
_MARKS = ",.;:–—-"
_LEAST, _LEAST_ALONE = 2, 3
_LONGEST = 14


def as_reprinted(document: Document, film: End, headline: tuple[int, int]) -> End:
    """Give the film of a headline with the part of its title that the text below prints, if never the whole."""
    what = film.what
    if not isinstance(what, Mention) or film.last - film.first != len(what.name):
        return film
    text = document.text
    # A picture's caption may print the headline again, which tells nothing.
    below = text[headline[1] :].replace(text[slice(*headline)], " ")
    words = [hit.span() for hit in _WORD.finditer(what.name)]
    if what.name in below or not 1 < len(words) <= _LONGEST:
        return film
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            first, last = words[start][0], words[start + length - 1][1]
            part = what.name[first:last].rstrip(_MARKS)
            if not (part[:1].isupper() or part[:1].isdigit()):
                continue
            times = len(re.findall(rf"(?<!\w){re.escape(part)}(?!\w)", below))
            if times >= (_LEAST if length > 1 else _LEAST_ALONE):
                at = film.first + first
                return replace(film, what=Mention(what.type, part), first=at, last=at + len(part))
    return film


def without_longer(facts: list[Fact], films: list[End]) -> list[Fact]:
    """Leave out what a headline says of its film under a longer title than the text prints."""

    def is_longer(end: End) -> bool:
        return any(end.first <= film.first and film.last <= end.last and end.what != film.what for film in films)

    return [fact for fact in facts if not any(is_longer(end) for end in main_ends(fact))]
