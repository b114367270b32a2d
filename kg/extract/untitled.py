"""Untitled: whom a headline names as the maker of a film whose title only the teaser tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.facts import End, thing
from kg.extract.given import is_given_name
from kg.extract.names import Candidate, Names
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.names import Known

__all__ = ["maker_of_untitled", "of_new_work"]

# What a run of words must be worth to be somebody's name.
_SOMEBODY = 1.4
_NEW = frozenset({
    "new", "next", "latest", "upcoming", "forthcoming", "debut", "first", "second", "third", "fourth", "fifth",
    "sophomore", "follow-up",
})  # fmt: skip
_BEFORE_LAST = frozenset({"for", "on", "behind", "with", "by", "from"})


def maker_of_untitled(document: Document, first: int, last: int, known: Known) -> list[End]:
    """Give whoever a headline begins with, "NAME revisits her childhood", or ends in, "A new start for NAME"."""
    names = Names(tokenise(document, first, last), known, headline=True)
    found = _opens(names) or _ends(names)
    return _people(names, found) if found else []


def of_new_work(document: Document, first: int, last: int, known: Known) -> list[End]:
    """Give whose new work a headline speaks of, "NAME’s next film to shoot in May", if it begins with them."""
    names = Names(tokenise(document, first, last), known, headline=True)
    found = _opens(names)
    if found is None or names.lower[found[0]] != "'s":
        return []
    return _people(names, found) if names.lower[found[0] + 1] in _NEW else []


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


def _people(names: Names, found: Candidate) -> list[End]:
    tokens = names.tokens
    return [thing(name, "Person", tokens.starts[at], tokens.ends[end - 1]) for name, at, end in found[1]]
