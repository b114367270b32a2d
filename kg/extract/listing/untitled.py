"""Untitled: whom a headline names as the maker of a film whose title only the teaser tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.listing.presumed import ACTS
from kg.extract.names import Candidate, Names
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import KINDS
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block
    from kg.extract.names import Known
    from kg.extract.news import News

__all__ = ["maker_of_untitled", "untold_makers"]

# What a run of words must be worth to be somebody's name.
_SOMEBODY = 1.4
_NEW = frozenset({
    "new", "next", "latest", "upcoming", "forthcoming", "debut", "first", "second", "third", "fourth", "fifth",
    "sophomore", "follow-up",
})  # fmt: skip
_LONGEST_NAME = 8
# A teaser that begins with the director whom the headline ends in: "New project for NAME".
_MAKES_NEW = re.compile(
    r"(?:The|This)\s(?:[\w’'-]+\s){0,3}?(?:director|filmmaker|helmer|film-maker)s?\s[^.;:]{0,60}?"
    r"\b(?:his|her|their)\s(?:[\w’'-]+\s){0,3}?(?:film|feature|project|documentary|opus|movie|comedy|drama|thriller|debut)\b"
)
_FOR = frozenset({"for", "by", "from"})
_BEFORE_LAST = frozenset({"for", "on", "behind", "with", "by", "from", "pour"})


def maker_of_untitled(document: Document, first: int, last: int, known: Known) -> list[End]:
    """Give whoever a headline begins with, "NAME revisits her childhood", or ends in, "A new start for NAME"."""
    names = Names(tokenise(document, first, last), known, headline=True)
    found = _opens(names) or _ends(names)
    return _people(names, found) if found else []


def untold_makers(document: Document, headline: tuple[int, int], block: Block, known: Known, news: News) -> list[Fact]:
    """Give who directed the one film that a teaser names and nobody is said to have made, if the headline tells.

    "NAME’s next film to shoot in May" tells it; news of a shoot that begins with somebody who has no other part in
    the film, "NAME in Naples", does too.
    """
    film = news.films[0]
    if headline[0] <= film.first < headline[1]:
        return []
    names = Names(tokenise(document, *headline), known, headline=True)
    owner = _owner_of_new(names)
    found = owner or _opens(names)
    if found is None and (_is_work_for(names) or _MAKES_NEW.match(block.told(document))):
        found = _ends(names)
    if found is None:
        return []
    people = _people(names, found)
    is_owner = found is owner
    if not is_owner and names.lower[found[0]] == "'s":
        return []
    if not is_owner:
        busy = {fact.subject.what for fact in news.facts}
        is_given = all(is_given_name(names.lower[at]) for _, at, _ in found[1])
        if not (block.is_in_the_making and is_given) or ACTS.search(block.told(document)):
            return []
        if any(end.what in busy for end in people):
            return []
    return [Fact(end, "directed", film, end.first, end.last, "whose-new-work", 2.0) for end in people]


def _owner_of_new(names: Names) -> Candidate | None:
    """Give whose new work is spoken of anywhere: "Two bodies back NAME’s next film"."""
    for at in names.positions(frozenset({"'s"})):
        if at + 1 < names.n and names.lower[at + 1] in _NEW and not names.capital[at + 1]:
            for first in range(max(0, at - _LONGEST_NAME), at):
                is_inside = first and names.capital[first - 1]
                for found in names.candidates("people", first) if not is_inside else ():
                    if found[0] == at and found[-1] >= _SOMEBODY:
                        return found
    return None


def _opens(names: Names) -> Candidate | None:
    found = next(iter(names.candidates("people", 0)), None)
    if found is None or found[-1] < _SOMEBODY or found[0] >= names.n or names.capital[found[0]]:
        return None
    return found


def _ends(names: Names) -> Candidate | None:
    """Somebody of two or more words, the first a given name, behind "for", "on" or "with" at the end."""
    for at in range(1, names.n - 1):
        if names.lower[at] in _BEFORE_LAST and is_given_name(names.lower[at + 1]) and names.capital[at + 1]:
            for found in names.candidates("people", at + 1):
                if found[0] == names.n and found[-1] >= _SOMEBODY and all(b - a > 1 for _, a, b in found[1]):
                    return found
    return None


def _is_work_for(names: Names) -> bool:
    """Tell whether a headline speaks of somebody’s film without its name: "First feature for Ida Holm"."""
    at = next((at for at in range(1, names.n) if names.lower[at] in _FOR), 0)
    return at > 0 and names.lower[at - 1] in KINDS and not names.capital[at]


def _people(names: Names, found: Candidate) -> list[End]:
    tokens = names.tokens
    return [thing(name, "Person", tokens.starts[at], tokens.ends[end - 1]) for name, at, end in found[1]]
