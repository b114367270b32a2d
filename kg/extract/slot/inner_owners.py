"""Owners that a title has within itself: "The Harbour Pilot’s Son", "Devil’s Bridge" are nobody’s films."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.english import is_english
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = ["begins_behind_inner_owner", "owns_within_title"]

_ARTICLES = frozenset({"a", "an", "the", "my", "our", "her", "his"})
_OPENS = frozenset({".", ":", "!", "?", "“", '"', "‘", "•"})
_LONGEST = 5


def owns_within_title(line: Names, at: int) -> bool:
    """Tell whether the capitals at a token own what follows within one title.

    They do behind an article with a capital within a sentence, and where they are one word that is no surname known
    here but a given name or an English word: prose gives directors their full names first. A headline may give the
    surname alone, unless it is a word that hardly anybody is called ("Nobody’s Orchard").
    """
    lower = line.lower
    end = min(line.run(at), at + _LONGEST)
    if line.headline and lower[at + 1] == "'s" and lower[at] in words("names", "cities"):
        return lower[at] not in line.known.surnames  # "Istanbul’s meetings pick ten"
    if line.headline:
        is_first = at == 0 or not line.capital[at - 1]
        return (
            is_first
            and lower[at + 1] == "'s"
            and lower[at] in words("names", "never_surnames")
            and lower[at] not in line.known.surnames
        )
    if lower[end] != "'s" or line.capital[end + 1 : end + 2] != (True,):
        return False
    if line.known.titles and any(
        fold(line.tokens.text(at, stop)) in line.known.titles
        for stop in range(end + 2, min(line.n, end + _LONGEST) + 1)
    ):
        return True
    if at and lower[at - 1] in _ARTICLES and line.capital[at - 1]:
        return at > 1 and lower[at - 2] not in _OPENS and not is_given_name(lower[at])
    if end > at + 1 or lower[at] in line.known.surnames or (at and line.capital[at - 1]):
        return False
    if countries().code(line.tokens.words[at]) or known_festival(line.tokens.words[at]):
        return False
    return is_given_name(lower[at]) or is_english(lower[at])


def begins_behind_inner_owner(line: Names, at: int) -> bool:
    """Tell whether a title that began here would leave out its owner: "The Harbour Pilot’s | Son"."""
    if at < 2 or line.lower[at - 1] != "'s":
        return False
    start = at - 2
    while start and line.capital[start - 1] and at - start < _LONGEST and line.lower[start - 1] not in _ARTICLES:
        start -= 1
    return line.capital[start] and owns_within_title(line, start)
