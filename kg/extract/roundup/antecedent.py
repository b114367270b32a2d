"""Antecedents: whom trivia mean by "he", and what somebody of whom they tell has to do with a film.

The same words tell of a director and of an actor: "TITLE revealed him". Which of them it is says the film that the
trivia stand under: the one whom they named last, and what he or she is there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.names import fold
from kg.extract.slot.festival import known_festival
from kg.extract.slot.fullname import full_spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import End, Fact
    from kg.extract.news import News

__all__ = ["meant"]

# Of these rules the subject is one of the film's directors, or one of its directors or actors.
_OWN, _ROLE = "own-", "role-"
# What an actor's films do as well as a director's.
_OF_BOTH = frozenset({"known-thanks-to", "who-revealed", "from-one-to-other", "there-had-been"})
_DIRECTING = re.compile(r"\b(?:director|filmmaker|duo|brothers|sisters)s?\b")
_LEAST_SURNAME = 3


def meant(document: Document, first: int, news: News, facts: Iterable[Fact]) -> list[Fact]:
    """Settle who the subjects of facts are that trivia tell, which begin at an offset; facts of strangers go."""
    directors = _by_surname(news.directors)
    facts = list(facts)
    # As far as the cast line tells, and the trivia themselves.
    cast = _by_surname(
        f.subject for f in [*facts, *news.facts] if f.predicate == "starredIn" and f.object.what == "FILM"
    )
    kept = []
    for fact in facts:
        if fact.subject.what == "BOTH":
            kept += [replace(fact, subject=person) for person in _two(document, first, fact.first, cast)]
        elif (done := _settled(document, first, fact, directors, cast)) is not None and not _is_event(done):
            kept.append(done)
    return kept


def _settled(
    document: Document, first: int, fact: Fact, directors: dict[str, End], cast: dict[str, End]
) -> Fact | None:
    what = fact.subject.what
    if isinstance(what, Mention) and fact.rule.startswith((_OWN, _ROLE)) and fact.predicate != "screenedAt":
        if _is_one_of(what.name, directors):
            return fact
        is_actor = fact.rule.startswith(_ROLE) and _is_one_of(what.name, cast)
        return replace(fact, predicate="starredIn") if is_actor else None
    if what not in ("WHO", "STAR"):
        return fact
    person = _named_last(document, first, fact, directors.keys() | cast.keys())
    if what == "STAR":
        return replace(fact, subject=cast[person]) if person in cast and person not in directors else None
    directing = _DIRECTING.search(document.text, fact.first, fact.last)
    if directing or person is None or person in directors:
        return replace(fact, subject=replace(fact.subject, what="DIRECTOR"))
    if fact.rule in _OF_BOTH and fact.predicate == "directed":
        return replace(fact, subject=cast[person], predicate="starredIn")
    return None


def _is_event(fact: Fact) -> bool:
    """Tell whether a festival's name was taken for a film, or a festival of no year for an edition."""
    if not fact.rule.startswith((_OWN, _ROLE)) or not isinstance(fact.object.what, Mention):
        return False
    if fact.predicate == "screenedAt":
        return not any(letter.isdigit() for letter in fact.object.what.name)
    return bool(known_festival(fact.object.what.name))


def _two(document: Document, first: int, last: int, cast: dict[str, End]) -> list[End]:
    """Give the two actors whom the words before "they" name last, as printed there."""
    said = fold(document.text[first:last])
    named = sorted((said.rfind(name), name) for name in cast if name in said)[-2:]
    full = []
    for _, name in named:
        what = cast[name].what
        printed = full_spellings(document, what.name.split()[-1], first, last) if isinstance(what, Mention) else {}
        full.append(next(iter(printed.values()), cast[name]))
    return full if len(full) == 2 else []


def _named_last(document: Document, first: int, fact: Fact, surnames: Iterable[str]) -> str | None:
    """Give the surname that the phrase itself or else the words before it print last."""
    for start, end in ((fact.first, fact.last), (first, fact.first)):
        said = fold(document.text[start:end])
        found = [(said.rfind(name), name) for name in surnames if re.search(rf"\b{re.escape(name)}\b", said)]
        if found:
            return max(found)[1]
    return None


def _by_surname(people: Iterable[End]) -> dict[str, End]:
    return {_surname(end.what.name): end for end in people if isinstance(end.what, Mention)}


def _is_one_of(name: str, people: dict[str, End]) -> bool:
    """Tell whether somebody is one of these people, be the given name spelt in another way."""
    same = people.get(_surname(name))
    return same is not None and isinstance(same.what, Mention) and fold(same.what.name)[0] == fold(name)[0]


def _surname(name: str) -> str:
    words = [word for word in fold(name).split() if len(word) >= _LEAST_SURNAME and not word.startswith("(")]
    return words[-1] if words else fold(name)
