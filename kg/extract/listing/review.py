"""Directors of reviews: a teaser tells what they do with the film without saying that they directed it.

Everybody whom the teaser names is weighed by the words around: whose film it is, who signs it, who is the subject of
its verbs; actors, and those of whom the film tells, weigh nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import Known, Names
from kg.extract.slot.given import is_given_name
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.document import Document
    from kg.extract.names import Name
    from kg.extract.news import Sentence

__all__ = ["review_directors"]

_NEVER_DIRECT = frozenset({
    "is", "was", "are", "were", "plays", "play", "played", "stars", "star", "starred", "portrays", "embodies", "shines",
    "dazzles", "excels", "impresses", "in", "as", "and", "or", "of", "who", "whose", "with", "on", "at", "for", "to",
    "but", "from", "by", "that", "steals", "gives", "delivers", "leads", "lead", "headlines", "toplines", "anchors",
    "carries", "fronts",
}) | words("names", "fictional")  # fmt: skip
_STARTS = frozenset({":", ",", "–", "-", "'s", ".", ";"})
# "under the gaze of NAME", "seen through the lens of NAME".
_INSTRUMENTS = frozenset({
    "gaze", "eye", "eyes", "lens", "camera", "hand", "hands", "direction", "watch", "guidance", "signature"
})  # fmt: skip
_DIRECTORS = frozenset({
    "director", "directors", "filmmaker", "filmmakers", "helmer", "auteur", "documentarian", "veteran", "maestro",
    "provocateur", "duo", "debutant", "debutante", "first-timer", "cineaste",
})  # fmt: skip
_SIGNED = frozenset(
    {"signed", "directed", "crafted", "helmed", "made", "delivered", "film", "debut", "feature", "work"}
)
_WORKS = words("leads", "works") | frozenset({"latest", "debut", "tale", "satire", "approach", "camera", "cinema"})
_SHORT = 3
_LONGEST_FILM = 13
_TOLD_OF = frozenset({"of", "about", "novelist", "writer", "author", "actor", "actress", "star", "with", "and", "by"})
_PLAYERS = frozenset({
    "lead", "leads", "star", "stars", "actor", "actress", "actors", "newcomer", "protagonist", "performance",
    "performances", "performer", "turn", "cast", "role", "played",
})  # fmt: skip
# What somebody's is in a film in which they play.
_PLAYED = frozenset({
    "stare", "face", "performance", "presence", "smile", "charisma", "turn", "portrayal", "interpretation", "role",
    "character", "glare", "body", "beauty",
})  # fmt: skip
_NEAR = 4
_WRITTEN = frozenset({"novel", "book", "play", "life", "bestseller", "story", "memoir", "career", "score", "music"})
_LEAST = 1.0

_REFLEXIVE = frozenset({"s'", "se"})  # "Ida Holm s’amuse de"


def review_directors(
    document: Document, parts: Iterable[Sentence], known: Known, actors: Iterable[str], *, least: float = 0.0
) -> list[Fact]:
    """Give whoever is the subject of a review's teaser, as the film's directors; [] where nobody surely is.

    Names that begin with a known given name count for more, and none of the actors that the teaser names count. With
    `least`, only words that weigh so much tell of somebody: one who is named alone has then nothing to show.
    """
    excluded = {name.casefold() for name in actors}
    alone: dict[str, Fact] = {}
    best: tuple[float, list[Fact]] = (0.0, [])
    for part in parts:
        tokens = tokenise(document, part.first, part.last)
        names = Names(tokens, known)
        for at in names.spots("people"):
            end, people, _, worth = max(names.candidates("people", at), key=lambda found: (found[0], found[3]))
            if any(name.casefold() in excluded for name, _, _ in people):
                continue
            full = any(_is_full(names, person) for person in people)
            weight = _weight(names, at, end, people) if worth >= 0.9 else 0.0
            if weight >= least and ((full and worth >= 1.0 and weight > 0) or weight >= _LEAST):
                weight += 0.5 * full
                if weight > best[0]:
                    rule = "maker-told" if least else "review-subject"
                    best = (weight, [_directed(names, (person,), at, end, rule) for person in people])
            for person in people:
                if worth >= 1.0 and full and _is_full(names, person) and not _is_told_of(names, person):
                    alone.setdefault(person[0], _directed(names, (person,), person[1], person[2], "review-only-person"))
    if best[1] or least:
        return best[1]
    return list(alone.values()) if len(alone) == 1 and language_of(document) == "en" else []


def _weight(names: Names, at: int, end: int, people: Sequence[Name]) -> float:
    """Say how much the words around somebody's name tell that they directed the film."""
    lower, n = names.tokens.lower, names.n
    if any(last - first < 2 or last - first > 4 for _, first, last in people) or names.tokens.words[at].isupper():
        return 0.0
    before = lower[at - 1] if at else ""
    if _is_instrument(names, at):
        return 1.5
    if before == "by" and at > 1 and not _SIGNED.isdisjoint(lower[max(0, at - 4) : at - 1]):
        return 1.5
    if not _DIRECTORS.isdisjoint(re.split(r"[-/]", before)) and "about" not in lower[max(0, at - 6) : at]:
        return 1.6
    if end + 1 < n and lower[end] == "'s":
        thing_of = next((i for i in range(end + 1, min(n, end + _LONGEST_FILM)) if _is_work(lower[i])), None)
        behind = lower[end + 1 : thing_of] if thing_of else ()
        is_film = thing_of is not None and not any(names.capital[i] for i in range(end + 1, thing_of))
        if (
            is_film
            and (_WRITTEN | _PLAYED).isdisjoint(behind)
            and before not in ("about", "on")
            and "and" not in behind[:1]
        ):
            return 1.4
        return 0.0
    return (
        (0.5 if _is_verb_of_fiction(lower[end]) else 1.2) if _is_subject(names, at, end, joint=len(people) > 1) else 0.0
    )


def _is_work(word: str) -> bool:
    """Tell whether a word calls something a film: "essay-documentary" does."""
    return word.rpartition("-")[-1] in _WORKS


def _is_verb_of_fiction(word: str) -> bool:
    return word in words("names", "fictional")


def _is_told_of(names: Names, person: Name) -> bool:
    """Tell whether a film is about somebody, or made after what somebody wrote, so far as the words around tell."""
    _, first, last = person
    lower, n = names.tokens.lower, names.n
    before = lower[first - 1] if first else ""
    after = lower[last + 1] if last + 1 < n and lower[last] == "'s" else lower[last] if last < n else ""
    if not _PLAYERS.isdisjoint(lower[max(0, first - _NEAR) : first]):
        return True  # "owes everything to its lead, NAME"
    return before in _TOLD_OF or after in _WRITTEN or after in ("is", "plays", "stars", "shines", "as")


def _directed(names: Names, people: Sequence[Name], at: int, end: int, rule: str) -> Fact:
    tokens = names.tokens
    name, first, last = people[0]
    person = thing(name, "Person", tokens.starts[first], tokens.ends[last - 1])
    return Fact(person, "directed", End("FILM"), tokens.starts[at], tokens.ends[end - 1], rule, 1.0)


def _is_full(names: Names, person: Name) -> bool:
    _, first, last = person
    return last - first > 1 and is_given_name(names.tokens.lower[first])


def _is_subject(names: Names, at: int, end: int, *, joint: bool) -> bool:
    """Tell whether a name begins a clause and a verb follows it; of several people ("use"), a short one may."""
    lower, n = names.tokens.lower, names.n
    begins = at == 0 or lower[at - 1] in _STARTS or lower[at - 1] in _DIRECTORS
    if lower[at - 1 : at] == ("'s",) and at > 1:
        begins = countries().code(names.tokens.words[at - 2]) is not None or names.capital[at - 2]
    if begins and end + 1 < n and lower[end] in _REFLEXIVE:
        return not names.capital[end + 1]
    if not begins or end >= n or names.capital[end] or not lower[end].isalpha() or lower[end] in _NEVER_DIRECT:
        ahead = lower[end + 1] if end + 1 < n else ""
        return begins and end < n and lower[end] in ("is", "are") and ahead in ("back", "in", "on", "at")
    return joint or lower[end].endswith("s") or len(lower[end]) > _SHORT


def _is_instrument(names: Names, at: int) -> bool:
    lower = names.tokens.lower
    return at > 1 and lower[at - 1] == "of" and lower[at - 2] in _INSTRUMENTS
