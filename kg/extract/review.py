"""Directors of reviews: a teaser tells what they do with the film without saying that they directed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.given import is_given_name
from kg.extract.language import language_of
from kg.extract.names import Known, Names
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.document import Document
    from kg.extract.names import Name
    from kg.extract.news import Sentence

__all__ = ["review_directors"]

_NEVER_DIRECT = frozenset({
    "is", "was", "are", "were", "plays", "play", "played", "stars", "star", "starred", "portrays", "embodies", "shines",
    "dazzles", "excels", "impresses", "in", "as", "and", "or", "of", "who", "whose", "with", "on", "at", "for", "to",
    "but", "from", "by", "that", "steals", "gives", "delivers",
})  # fmt: skip
_STARTS = frozenset({":", ",", "–", "-", "'s", ".", ";"})
# "under the gaze of NAME", "seen through the lens of NAME".
_INSTRUMENTS = frozenset({
    "gaze", "eye", "eyes", "lens", "camera", "hand", "hands", "direction", "watch", "guidance", "signature"
})  # fmt: skip
_DIRECTORS = frozenset({"director", "directors", "filmmaker", "filmmakers", "helmer", "auteur", "documentarian"})
_SHORT = 3
_TOLD_OF = frozenset({"of", "about", "novelist", "writer", "author", "actor", "actress", "star", "with", "and", "by"})
_WRITTEN = frozenset({"novel", "book", "play", "life", "bestseller", "story", "memoir", "career", "score", "music"})


def review_directors(document: Document, parts: Iterable[Sentence], known: Known, actors: Iterable[str]) -> list[Fact]:
    """Give whoever is the subject of a review's teaser, as the film's directors; [] where nobody surely is.

    Only people whose names begin with a given name count, and none of the actors that the teaser names.
    """
    excluded = {name.casefold() for name in actors}
    alone: dict[str, Fact] = {}
    for part in parts:
        tokens = tokenise(document, part.first, part.last)
        names = Names(tokens, known)
        for at in names.spots("people"):
            end, people, _, worth = max(names.candidates("people", at), key=lambda found: (found[0], found[3]))
            if worth < 1.0 or not any(_is_full(names, person) for person in people):
                continue
            if any(name.casefold() in excluded for name, _, _ in people):
                continue
            if _is_subject(names, at, end) or _is_instrument(names, at):
                return [_directed(names, (person,), at, end, "review-subject") for person in people]
            for person in people:
                if _is_full(names, person) and not _is_told_of(names, person):
                    alone.setdefault(person[0], _directed(names, (person,), person[1], person[2], "review-only-person"))
    return list(alone.values()) if len(alone) == 1 and language_of(document) == "en" else []


def _is_told_of(names: Names, person: Name) -> bool:
    """Tell whether a film is about somebody, or made after what somebody wrote, so far as the words around tell."""
    _, first, last = person
    lower, n = names.tokens.lower, names.n
    before = lower[first - 1] if first else ""
    after = lower[last + 1] if last + 1 < n and lower[last] == "'s" else lower[last] if last < n else ""
    return before in _TOLD_OF or after in _WRITTEN or after in ("is", "plays", "stars", "shines", "as")


def _directed(names: Names, people: Sequence[Name], at: int, end: int, rule: str) -> Fact:
    tokens = names.tokens
    name, first, last = people[0]
    person = thing(name, "Person", tokens.starts[first], tokens.ends[last - 1])
    return Fact(person, "directed", End("FILM"), tokens.starts[at], tokens.ends[end - 1], rule, 1.0)


def _is_full(names: Names, person: Name) -> bool:
    _, first, last = person
    return last - first > 1 and is_given_name(names.tokens.lower[first])


def _is_subject(names: Names, at: int, end: int) -> bool:
    """Tell whether a name begins a clause and a verb follows it."""
    lower, n = names.tokens.lower, names.n
    begins = at == 0 or lower[at - 1] in _STARTS or lower[at - 1] in _DIRECTORS
    if not begins or end >= n or names.capital[end] or not lower[end].isalpha() or lower[end] in _NEVER_DIRECT:
        return False
    return lower[end].endswith("s") or len(lower[end]) > _SHORT


def _is_instrument(names: Names, at: int) -> bool:
    lower = names.tokens.lower
    return at > 1 and lower[at - 1] == "of" and lower[at - 2] in _INSTRUMENTS
