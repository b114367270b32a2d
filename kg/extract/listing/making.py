"""Headlines of films in the making: who they begin with makes the film that they end in, at the stage between.

"Ana Ruiz is at last shooting Low Tide", "Ana Ruiz finishes her genre-tinged flick Low Tide": so many ways there are of
saying so that what stands between is not read as a phrase. Its words are weighed, each for what it tells of the stage.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact
from kg.extract.lexicon import words
from kg.extract.listing.presumed import ACTS, is_place, is_title, named_in, who_opens
from kg.extract.names import Known, Names, fold
from kg.extract.slot.given import is_given_name
from kg.extract.slot.lookalikes import QUARTERS
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.document import Document
    from kg.extract.listing.layout import Block

__all__ = ["in_the_making", "stage_of"]

_RULE = "in-the-making"
_SCORE = 1.5
_LONGEST_BETWEEN = 14
_PARTICLES = words("names", "particles") | {"and", "&"}
_LONGEST_TITLE = 9
_PLACE_CUES = frozenset({"in", "at", "near", "around"})
_SHOOTS = frozenset({"shoot", "film", "direct", "helm", "lens", "start", "begin"})
# Two at the head of a headline are rather its actors, unless they are said to make films together.
_DUO = re.compile(
    r"\b(?:directors|filmmakers|helmers|duo|brothers|sisters|siblings|co-direct\w*|tandem)\b", re.IGNORECASE
)
# What a teaser says of people, and of no firm.
_OF_SOMEBODY = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:[\w’'-]+ ){0,3}(?:director|filmmaker|helmer|film-maker|actor|actress|auteur)\b|"
    r"\b(?:his|her|he|she)\b",
)
# What tells that an actress directs.
_BEHIND = re.compile(
    r"\b(?:behind the camera|directorial|direct(?:s|ed|ing)? (?:her|him)self|in the director[’']s chair|"
    r"as (?:a )?(?:director|filmmaker|helmer)|(?:he|she) (?:also )?directs)\b"
)


def stage_of(between: Sequence[str]) -> str | None:
    """Give the stage of which the words between somebody and a film's title tell; None where they tell of none.

    What is to come weighs more than what is done, and an end more than the work that ends.
    """
    said = frozenset(between)
    future = any(one == "to" and other in _SHOOTS for one, other in pairwise(between))
    if future or said & words("making", "pre-production"):
        return "pre-production"
    if said & words("making", "post-production"):
        return "post-production"
    if said & words("making", "ending"):
        return "wrapped" if said & (words("making", "shooting") | words("making", "wrapped")) else "post-production"
    return next((stage for stage in ("shooting", "development") if said & words("making", stage)), None)


def in_the_making(document: Document, headline: tuple[int, int], block: Block, known: Known) -> list[Fact]:
    """Give the film in which a headline on a film in the making ends, its stage, and who directs it.

    An empty list where the item is no news of a film in the making, where the headline begins with nobody or ends in
    no title, and where it tells no stage.
    """
    if not block.is_in_the_making:
        return []
    names = Names(tokenise(document, *headline), known, headline=True)
    people = who_opens(names)
    if people is None or not _are_people(names, people[1]):
        return []
    first = _title(names, people[0])
    if first is None:
        return []
    between = names.tokens.lower[people[0] : first]
    stage = stage_of(between)
    if stage is None or not words("making", "other").isdisjoint(between):
        return []
    film, makers = named_in(names, first, people)
    teaser = block.told(document)
    does = "starredIn" if ACTS.search(teaser) and not _BEHIND.search(teaser) else "directed"
    given = any(is_given_name(names.tokens.lower[at]) for _, at, _ in people[1])
    if not given and not _OF_SOMEBODY.search(teaser):
        return []  # "Sund Films has high hopes for LOW TIDE"
    if len(makers) > 1 and not _DUO.search(teaser):
        return [Fact(film, "stage", End(Value(stage)), *headline, _RULE, _SCORE, main="subject")]
    return [
        Fact(film, "stage", End(Value(stage)), *headline, _RULE, _SCORE, main="subject"),
        *(Fact(maker, does, film, *headline, _RULE, _SCORE, main="object") for maker in makers),
    ]


def _are_people(names: Names, people: Sequence[tuple[str, int, int]]) -> bool:
    """Tell whether names are of two words or more, or one of them begins with a given name."""
    lower = names.tokens.lower
    spelt = [word for _, first, last in people for word in names.tokens.words[first:last]]
    if any(word[0].islower() and fold(word) not in _PARTICLES for word in spelt if word[0].isalpha()):
        return False  # "Three sisters fall out in TITLE"
    return all(last - first > 1 for _, first, last in people) or any(
        is_given_name(lower[first]) and last - first > 1 for _, first, last in people
    )


def _title(names: Names, end: int) -> int | None:
    """Give where the title begins in which a headline ends: the first capital or digit from which all may be one."""
    lower, n = names.tokens.lower, names.n
    if end >= n or names.capital[end] or not lower[end].isalpha():
        return None
    for at in range(end + 1, min(n, end + _LONGEST_BETWEEN)):
        if not (names.capital[at] or lower[at][0].isdigit()) or n - at > _LONGEST_TITLE:
            continue
        printed = names.tokens.words[at]
        if n - at == 1 and lower[at] in QUARTERS and lower[at - 1] == "the":
            return None  # "prepares his return to the South"
        if lower[at - 1] in _PLACE_CUES and is_place(names, at):
            continue  # "shoots in Vilnius for …"
        if countries().code_of_demonym(printed) and at + 1 < n and not names.capital[at + 1]:
            continue  # "finishes her Belgian thriller …"
        if names.capital[at - 1]:
            continue
        if is_title(names, at):
            return at
    return None
