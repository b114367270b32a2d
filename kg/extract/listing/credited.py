"""Credited: whose name is meant where headline and teaser give it by half, or give two."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.news import is_person
from kg.extract.slot.fullname import spelt_in_full
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import News

__all__ = ["prefer_named", "spell_out", "take_explicit"]

# Phrases that say without doubt who directs.
_EXPLICIT = frozenset({
    "in-directors-chair", "will-direct-the", "at-the-helm", "work-directed-by", "directed-opens", "compound-maker",
    "is-to-helm", "director-will-direct",
})  # fmt: skip
_PAIR = 2
_NAME_LIKE = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]{2,}")
_PARTICLES = words("names", "particles")


def spell_out(news: News, document: Document, lines: list[tuple[int, int]]) -> None:
    """People whom one line gives by surname get the one full name that the lines give to it."""
    named = {end.what for fact in news.facts for end in (fact.subject, fact.object) if is_person(end)}
    named |= {director.what for director in news.directors}
    halves = sorted(what.name for what in named if isinstance(what, Mention) and _is_half(what.name.split()))
    spelt = _spelt(document, lines) if halves else {}
    for what in halves:
        parts = what.split()
        found = spelt.get(parts[-1], {})
        full = {name: end for name, end in found.items() if len(parts) == 1 or name.endswith(f" {what}")}
        if len(full) == 1:
            (new,) = full.values()
            old = End(Mention("Person", what))
            news.rename(old, new)
            news.directors = [new if director.what == old.what else director for director in news.directors]


def _is_half(parts: list[str]) -> bool:
    """Tell whether a name may be a surname alone, with a particle or without."""
    return len(parts) == 1 or (len(parts) == _PAIR and fold(parts[0]) in _PARTICLES)


# What a headline says of somebody who may as well play in the film: "NAME heads to Oslo with TITLE".
_GUESSED = frozenset({
    "director-back-in-place", "director-returns-with", "director-turns-with", "director-embarks", "presumed-title",
})  # fmt: skip
# Whose film it is by the first words of a teaser: "Ida Holm’s new thriller".
_OWNED = frozenset({"films-movie", "films-movie-told", "name-ordinal", "directors-debut"})
_BY = frozenset({"ordinal-by-name", "film-by", "backing-the-film-by"})


def take_explicit(news: News, facts: list[Fact]) -> None:
    """Who a teaser says will direct the film does, whoever it belongs to in the headline: "NOVELIST’s TITLE"."""
    said = [fact for fact in facts if fact.rule in _EXPLICIT and fact.predicate == "directed"]
    if not said and {fact.rule for fact in news.facts if fact.predicate == "directed" and fact.main} <= _GUESSED:
        opens = min((fact.first for fact in facts), default=0)
        said = [fact for fact in facts if fact.rule in _OWNED and fact.predicate == "directed" and fact.first == opens]
    by = [] if said else _opens_with_maker(facts)
    said = said or by
    said = [fact for fact in said if fact.object.what == "FILM" and isinstance(fact.subject.what, Mention)]
    if not said or len(news.films) != 1 or not news.directors:
        return
    new = [fact.subject for fact in said if fact.first == said[0].first]
    if {_last_word(end) for end in new} & {_last_word(end) for end in news.directors}:
        return
    film = news.films[0]
    acting = [end for end in news.directors if by and news.headline_names_directors]
    news.facts += [Fact(end, "starredIn", film, end.first, end.last, "acts-in-headline", 1.5) for end in acting]
    news.facts = [
        fact for fact in news.facts if not (fact.predicate == "directed" and fact.object.what in (film.what, "FILM"))
    ]
    news.directors = list(new)
    news.facts += [replace(fact, object=film) for fact in said if fact.subject in new]


def _opens_with_maker(facts: list[Fact]) -> list[Fact]:
    """Give who directs the film with which a teaser opens: "The second feature by Ida Holm", beneath its actors."""
    opens = min((fact.first for fact in facts), default=0)
    return [fact for fact in facts if fact.rule in _BY and fact.predicate == "directed" and fact.first == opens]


def prefer_named(news: News, document: Document, headline: str, lines: list[tuple[int, int]]) -> None:
    """A director of one name that is none of the headline's is rather whom headline and teaser name together."""
    if len(news.directors) != 1 or not isinstance(news.directors[0].what, Mention):
        return
    old = news.directors[0]
    if " " in news.directors[0].what.name or news.directors[0].what.name in headline:
        return
    found: dict[str, End] = {}
    spelt = _spelt(document, lines)
    for word in _NAME_LIKE.findall(headline):
        found.update(spelt.get(word, {}))
    full = {name: end for name, end in found.items() if is_given_name(name.split()[0].casefold())}
    if len(full) == 1:
        (new,) = full.values()
        news.rename(old, new)
        news.directors = [new]


def _spelt(document: Document, lines: list[tuple[int, int]]) -> dict[str, dict[str, End]]:
    """Give the full names that lines print, by their last words."""
    found: dict[str, dict[str, End]] = {}
    for first, last in lines:
        for surname, names in spelt_in_full(document, first, last).items():
            found.setdefault(surname, {}).update(names)
    return found


def _last_word(end: End) -> str:
    return fold(end.what.name).split()[-1] if isinstance(end.what, Mention) else ""
