"""Whom a sentence of trivia names or means: by surname, by two surnames at once, by "he" or "the director"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End
from kg.extract.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.names import Names

__all__ = ["DIRECTOR", "Group", "ahead", "by_surname", "duo", "fits", "in_full", "means_star", "meant_by"]

_HE = frozenset({"he", "she", "they", "him", "her", "them"})
_DIRECTS = frozenset({"directed", "directs", "filmed", "films", "finds", "found"})
_BEHIND_HER = frozenset({
    "in", "on", "for", "at", "with", "and", "to", "since", "after", "again", "as", "by", "from", "before", "then",
    "already", "twice", "when", "while", "where", "or", "but", "who", "until", "during",
})  # fmt: skip
_HIM = frozenset({"him", "her", "them"})
DIRECTOR = frozenset({"director", "filmmaker", "directors", "filmmakers", "duo", "brothers", "sisters"})
_THE = frozenset({"the", "two", "this"})
_ACTORS = frozenset({"actor", "actress", "comedian"})
# What whoever does it is rather a director than the actor named last.
_DIRECTING = frozenset({"directed", "directs", "filmed", "films", "signed", "signs", "shot", "made"})
# "The documentary filmmaker", "the young director": whoever made the film all the same.
_CALLED = frozenset({"documentary", "young", "two", "actor", "film"})


@dataclass(frozen=True, slots=True)
class Group:
    """Titles or people that stand in a row."""

    letter: str
    ends: tuple[End, ...]
    first: int
    last: int


def duo(word: str, directors: dict[str, list[End]]) -> tuple[End, ...]:
    """Give the directors whose surnames a word puts together: "the Holm-Lund duo"."""
    parts = [directors.get(part, []) for part in fold(word).split("-")]
    return tuple(chain.from_iterable(parts)) if len(parts) > 1 and all(parts) else ()


def ahead(line: Names, at: int, directors: dict[str, list[End]], cast: dict[str, list[End]]) -> bool:
    """Tell whether a capital stands before the full name of somebody of the film."""
    if at + 1 >= line.n or not line.capital[at + 1]:
        return False
    start = line.tokens.starts[at + 1]
    text = line.tokens.document.text
    return any(
        isinstance(person.what, Mention) and text.startswith(person.what.name, start)
        for people in (*directors.values(), *cast.values())
        for person in people
    )


def in_full(line: Names, at: int, people: dict[str, dict[str, list[End]]]) -> tuple[str, tuple[End, ...], int] | None:
    """Give whose full name, as page prints it above, stands at a token: letter, person, where it ends."""
    tokens = line.tokens
    start = tokens.starts[at]
    for letter, named in people.items():
        for person in chain.from_iterable(named.values()):
            name = person.what.name if isinstance(person.what, Mention) else ""
            if not name or not tokens.document.text.startswith(name, start):
                continue
            end = next((i + 1 for i in range(at, line.n) if tokens.ends[i] == start + len(name)), None)
            if end:
                return letter, (End(Mention("Person", name), start, start + len(name)),), end
    return None


def fits(name: str, full: str) -> bool:
    """Tell whether a name is a person's, in full or by surname alone, be the given name spelt in another way."""
    return " " not in name or fold(name)[0] == fold(full)[0]


def meant_by(
    lower: tuple[str, ...], at: int, last: str, directors: dict[str, list[End]], groups: list[Group]
) -> tuple[str, tuple[End, ...]] | None:
    """Give whom "he" or "the director" means: letter and people."""
    word, before = lower[at], lower[at - 1] if at else ""
    behind = lower[at + 1] if at + 1 < len(lower) else ""
    if word == "her" and behind.isalpha() and behind not in _BEHIND_HER:
        return None  # "her name", "her first film"
    if word in _HIM and before in _DIRECTS:
        star = next((group for group in reversed(groups) if group.letter == "A"), None)
        return ("A", star.ends) if star else None  # "they directed him in TITLE"
    own = tuple(chain.from_iterable(directors.values()))
    the = before in _THE or (before in _CALLED and at > 1 and lower[at - 2] in _THE)
    if word in DIRECTOR and the and behind not in ("of", "'s"):
        return "D", own
    if word in _HIM and any(group.letter == "D" for group in groups):
        return None  # "NAME had devoted a film to them": others than who does it
    if word in _HE and last == "D":
        return "D", own
    if word in _HIM and last == "A" and before in ("for", "with", "by"):
        return "D", own  # "NAME had already played for her"
    return None


def by_surname(people: Iterable[End]) -> dict[str, list[End]]:
    """Give people by their folded surnames, behind which the pages may number them: "NAME (II)"."""
    found: dict[str, list[End]] = {}
    for person in people:
        if isinstance(person.what, Mention):
            name = fold(re.sub(r"\s*\([IVX]+\)$", "", person.what.name))
            found.setdefault(name.split()[-1], []).append(person)
    return found


def means_star(lower: tuple[str, ...], at: int, last: str) -> bool:
    """Tell whether a word means the one actor whom the sentences before named last: "she", "in which the actor"."""
    if lower[at] in _ACTORS:
        # "The actor received …": whom the sentence before named.
        is_which = at == 1 or lower[at - 2 : at - 1] in (("which",), ("where",))
        return lower[at - 1 : at] == ("the",) and is_which
    return last == "A" and lower[at] in ("he", "she") and _DIRECTING.isdisjoint(lower[at : at + 4])
