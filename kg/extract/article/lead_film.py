"""The film that an article is about, where its headline names none: the one that its first lines name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = ["lead_film"]

# How many lines may come before the one that names the film; an article that names more films may be about none.
_LEAD_LINES = 4
_MOST_FILMS = 2
# What is said of films in the making or on their way to the public, and hardly of somebody's earlier work.
_NEWS_OF_OBJECT = frozenset({"funded", "sold", "distributed"})
_FILMS = frozenset({"Film", "Series"})
_NEWS_OF_SUBJECT = frozenset({"stage", "countryOfOrigin"})
# A headline that counts films, or tells of their list, speaks of no one film: "Fund backs five films".
_COUNTS = re.compile(
    r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:films|projects|features|titles|co-?productions|documentaries|series|productions|shorts|debuts)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:to|in|at|for) (?:the )?[A-ZÀ-Þ]|"
    r"\b(?:line-?up|recipients|beneficiaries|slate|round of (?:funding|support|grants)|company profile)\b",
    re.IGNORECASE,
)


def lead_film(document: Document, facts: list[Fact], lines: list[tuple[int, int, int]]) -> tuple[End, ...] | None:
    """Give the one film that the first lines name, with its directors, unless the article has news of several."""
    if lines and _COUNTS.search(document.text, *lines[0][1:]):
        return None
    head = lines[min(_LEAD_LINES, len(lines) - 1)][2] if lines else 0
    ends = [end for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)]
    found = _in_the_making(document, facts, lines)
    if found:
        return (found, *_directors(facts, found))
    named = [(end.first, end) for end in sorted(ends, key=lambda end: end.first)]
    films = {end.what: end for _, end in named if end.first < head}
    if not films:
        return None
    everywhere = {end.what for _, end in named}
    news = {fact.object.what for fact in facts if fact.predicate in _NEWS_OF_OBJECT}
    news |= {fact.subject.what for fact in facts if fact.predicate in _NEWS_OF_SUBJECT}
    if len(films) != 1 or len(everywhere) > _MOST_FILMS:
        # Films that are only somebody’s earlier work do not compete with the one that opens the article.
        first, film = named[0]
        line = next(line for line in lines if first < line[2])
        alone = {end.what for at, end in named if at < line[2]} == {film.what}
        if first >= head or not alone or film.what not in news or news & everywhere - {film.what}:
            return None
    else:
        (film,) = films.values()
        if len(news - {film.what}) >= _MOST_FILMS:
            return None
    times = {name: _times(document, name) for name in _works(facts)}
    own = times.pop(film.what.name, 1) if isinstance(film.what, Mention) else 1
    if own < max(times.values(), default=0):
        return None  # an earlier work is named first, and another film more often
    return (film, *_directors(facts, film))


def _directors(facts: list[Fact], film: End) -> list[End]:
    directors = [f.subject for f in facts if f.predicate == "directed" and f.object.what == film.what]
    return list({director.what: director for director in directors}.values())


def _works(facts: list[Fact]) -> dict[str, End]:
    """Give the works that facts name, by their names, where each is named first."""
    found: dict[str, End] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end.what, Mention) and end.what.type in _FILMS and end.last > end.first:
                known = found.get(end.what.name)
                found[end.what.name] = end if known is None or end.first < known.first else known
    return found


def _times(document: Document, name: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", document.text))


def _in_the_making(document: Document, facts: list[Fact], lines: list[tuple[int, int, int]]) -> End | None:
    """Give the film of which an article's first words say that it is being made, where it names none more often."""
    head = lines[min(_LEAD_LINES, len(lines) - 1)][2] if lines else 0
    works = _works(facts)
    made = {fact.subject.what for fact in facts if fact.predicate == "stage" and fact.subject.first < head}
    first = min(works.values(), key=lambda end: end.first, default=None)
    if first is None or first.what not in made:
        return None
    times = {name: _times(document, name) for name in works}
    own = times.pop(first.what.name) if isinstance(first.what, Mention) else 0
    return first if own > max([1, *times.values()]) else None
