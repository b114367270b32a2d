"""Reprinted titles: where a headline leaves open where its title ends, the words below it tell.

"NAME films Salt Year on the lagoon" may be a film called "Salt Year on the lagoon"; an article that never prints that
again, and "Salt Year" three times, is about "Salt Year".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS
from kg.extract.lexicon import words
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = ["as_reprinted", "without_longer", "without_places_behind"]

_WORD = re.compile(r"\S+")
_MARKS = ",.;:–—-"
_LEAST, _LEAST_ALONE = 2, 3
_LONGEST = 14
_PLACE_BEHIND = re.compile(
    r"(?P<title>[A-ZÀ-Þ0-9].{2,80}?)(?P<place> (?:in|on|at|near) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’-]+)?)"
)
# With these goes on what a headline says of where, when and for whom a film is made.
_GOES_ON = frozenset(
    {"in", "on", "at", "for", "with", "near", "around", "from", "ahead", "after", "between", "outside"}
)


def as_reprinted(document: Document, film: End, headline: tuple[int, int]) -> End:
    """Give the film of a headline with the part of its title that the text below prints, if never the whole."""
    what = film.what
    if not isinstance(what, Mention) or film.last - film.first != len(what.name):
        return film
    text = document.text
    # A picture's caption may print the headline again, which tells nothing.
    below = text[headline[1] :].replace(text[slice(*headline)], " ")
    spans = [hit.span() for hit in _WORD.finditer(what.name)]
    if what.name in below or not 1 < len(spans) <= _LONGEST:
        return film
    for length in range(len(spans) - 1, 0, -1):
        for start in range(len(spans) - length + 1):
            first, last = spans[start][0], spans[start + length - 1][1]
            part = what.name[first:last].rstrip(_MARKS)
            if not (part[:1].isupper() or part[:1].isdigit()) or part.casefold() in words("names", "plain"):
                continue
            times = len(re.findall(rf"(?<!\w){re.escape(part)}(?!\w)", below))
            behind = what.name[last:].split(maxsplit=1)[:1]
            is_cut = length > 1 and not start and behind[0] in _GOES_ON if behind else False
            if times >= (_LEAST_ALONE if length == 1 else _LEAST - is_cut):
                at = film.first + first
                return replace(film, what=Mention(what.type, part), first=at, last=at + len(part))
    return film


def without_longer(facts: list[Fact], films: list[End]) -> list[Fact]:
    """Leave out what a headline says of its film under a longer title than the text prints."""

    def is_longer(end: End) -> bool:
        return any(end.first <= film.first and film.last <= end.last and end.what != film.what for film in films)

    return [fact for fact in facts if not any(is_longer(end) for end in main_ends(fact))]


def without_places_behind(document: Document, facts: list[Fact]) -> list[Fact]:
    """Take from titles where a film is made: a text that has "TITLE in Oslo" once and "TITLE" besides has TITLE."""
    return [fact.with_ends(_cut(document, fact.subject), _cut(document, fact.object)) for fact in facts]


def _cut(document: Document, film: End) -> End:
    what = film.what
    if not isinstance(what, Mention) or what.type not in WORKS or film.last - film.first != len(what.name):
        return film
    hit = _PLACE_BEHIND.fullmatch(what.name)
    title = hit["title"] if hit else ""
    if not hit or title.casefold() in words("names", "plain") or document.text.count(what.name) > 1:
        return film
    alone = rf"(?<!\w){re.escape(title)}(?!\w|{re.escape(hit['place'])})"
    times = len(re.findall(alone, document.text))
    if times < (1 if " " in title else _LEAST):
        return film
    return replace(film, what=Mention(what.type, title), last=film.first + len(title))
