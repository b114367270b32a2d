"""Presumed titles: headlines of shoots that begin with somebody and end in a film, whatever stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import Candidate, Known, Names, fold
from kg.extract.news import read_whole
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import KINDS
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block

__all__ = ["ACTS", "ends_in_film", "is_place", "is_title", "named_in", "presumed_title", "who_opens"]

# What a run of words must be worth to be somebody's name beyond doubt.
_SOMEBODY = 1.4
_LEAST = 0.4
_LONGEST = 9
_SHORT = 3
_CUES = frozenset({"for", "in", "with", "on"})
_PLACES = frozenset({"in", "at"})
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_ARTICLES = words("names", "articles")
# Small words that titles have inside, besides those that join names.
_INSIDE = words("names", "title_joins") | frozenset({
    "till", "until", "about", "against", "through", "behind", "beyond", "near", "not", "be", "up", "down", "out", "off",
    "than", "that", "this", "so", "who", "what", "when", "where", "how", "if", "we", "you", "me", "us", "all",
})  # fmt: skip
_JOINS = _INSIDE - _CUES
_DIRECTS = re.compile(
    r"\b(?:the|this|these)\s(?:[\w’'-]+\s){0,2}(?:director|filmmaker|helmer|film-maker|directors|filmmakers|duo)\b|"
    r"\b(?:his|her|their)\s(?:[\w’'-]+\s){0,2}(?:feature|debut|film|documentary|movie|opus|comedy|drama|thriller)\b",
    re.IGNORECASE,
)
# A teaser that speaks of a film of somebody's, and gives no title.
_UNNAMED = re.compile(
    r"(?:\b(?:his|her|their)|[’']s)\s(?:[\w-]+\s){0,4}?(?:film|feature|debut|drama|comedy|thriller|movie|documentary|"
    r"biopic|opus|picture)\b(?! (?:industry|festival|fund|institute|centre))"
)
_OF_SHOOTS = frozenset({
    "feature", "features", "movie", "movies", "debut", "shoot", "shoots", "shooting", "film", "films", "filming",
    "shot", "set", "production", "cameras", "project", "projects", "funding", "support", "grants", "festival",
    "market", "forum", "location", "locations",
})  # fmt: skip
# What a teaser calls somebody who acts.
ACTS = re.compile(
    r"\b(?:the|this)\s(?:[\w’'-]+\s){0,2}(?:actress|actor|star|comedian|comic|singer|performer|thesp|model|rapper)\b|"
    r"\b(?:la|le|l['’])\s?(?:[\w’'-]+\s){0,2}(?:actrice|acteur|comédienne|comédien|interprète|vedette|humoriste|chanteuse|chanteur|star)\b",
    re.IGNORECASE,
)


def presumed_title(document: Document, headline: tuple[int, int], block: Block, known: Known) -> list[Fact]:
    """Give the film in which a production headline ends, and what its first words' person does in it.

    "NAME settles in PLACE for TITLE": the teaser tells whether this is the director or an actress; where it tells
    neither, only the film is given.
    """
    if not block.is_in_the_making:
        return []
    if language_of(document) != "en":
        return read_whole(document, "presumed", *headline, known)
    names = Names(tokenise(document, *headline), known, headline=True)
    found = who_opens(names)
    if found is None:
        return []
    teaser = block.told(document)
    told = f"{document.text[slice(*headline)]} {teaser}"
    does = "starredIn" if ACTS.search(teaser) else "directed" if _DIRECTS.search(told) else ""
    if not does and not (found[-1] >= _SOMEBODY and any(is_given_name(name.split()[0]) for name, _, _ in found[1])):
        return []
    first = _title(names, found[0])
    if first is None:
        return []
    film, people = named_in(names, first, found)
    start, end = film.first, film.last
    facts = [Fact(film, "describedIn", End("ITEM"), start, end, "presumed-title", 1.5, main="subject")]
    if does:
        facts = [Fact(end, does, film, *headline, "presumed-title", 1.5, main="object") for end in people]
    return facts


def ends_in_film(document: Document, headline: tuple[int, int], block: Block, known: Known) -> list[Fact]:
    """Give the film in which a production headline that is a sentence ends, where the teaser leaves it without a name.

    "Old wounds reopen in COUSINS" above "The filmmaker has wrapped her second feature". A headline that speaks of
    films or of shooting ends in a place as well.
    """
    if not block.is_in_the_making or not _UNNAMED.search(block.told(document)):
        return []
    names = Names(tokenise(document, *headline), known, headline=True)
    lower, n = names.tokens.lower, names.n
    at = next((at for at in range(n - 1, 2, -1) if not names.capital[at] and lower[at] not in _JOINS), 0) + 1
    at = next((i for i in range(at - 1, n) if lower[i] in _CUES and not names.capital[i]), n) + 1
    if not 2 < at < n or not names.capital[at] or sum(not capital for capital in names.capital[:at]) < _SHORT + 1:
        return []
    if not _OF_SHOOTS.isdisjoint(lower[:at]) or is_place(names, at) or not is_title(names, at):
        return []
    printed = names.tokens.text(at, n)
    is_name = n - at > 1 and is_given_name(lower[at])
    if is_name or re.search(rf"(?:\w |in |-){re.escape(printed.split()[-1])}\b", block.told(document)):
        return []
    start, end = names.tokens.starts[at], names.tokens.ends[n - 1]
    film = thing(document.text[start:end], "Film", start, end)
    return [Fact(film, "describedIn", End("ITEM"), start, end, "ends-in-film", 1.5, main="subject")]


def who_opens(names: Names) -> Candidate | None:
    """Give whoever a headline begins with; None where that is nobody."""
    found = max(names.candidates("people", 0), key=lambda each: each[-1], default=None)
    return found if found is not None and found[-1] >= _LEAST else None


def named_in(names: Names, first: int, people: Candidate) -> tuple[End, list[End]]:
    """Give the film whose title a headline ends in from a token on, and the people that it begins with."""
    tokens = names.tokens
    start, end = tokens.starts[first], tokens.ends[names.n - 1]
    film = thing(tokens.document.text[start:end], "Film", start, end)
    return film, [thing(name, "Person", tokens.starts[at], tokens.ends[last - 1]) for name, at, last in people[1]]


def _title(names: Names, first: int) -> int | None:
    """Give where the title begins with which a headline ends; None where it ends in none."""
    lower, n = names.tokens.lower, names.n
    if first >= n or names.capital[first] or not lower[first].isalpha():
        return None
    for at in range(first + 1, n - 1):
        is_cue = lower[at] in _CUES or (lower[at] == "," and lower[at - 1] in KINDS)
        if not is_cue or names.capital[at] or n - at - 1 > _LONGEST:
            continue
        if lower[at] in _PLACES and is_place(names, at + 1):
            continue
        if is_title(names, at + 1):
            return at + 1
    return None


def is_place(names: Names, first: int) -> bool:
    """Tell whether one or two capitals and then another cue follow: "in Vilnius for …"."""
    end = first
    while end < names.n and names.capital[end] and end - first < _SHORT:
        end += 1
    return first < end < names.n and names.tokens.lower[end] in _CUES


def is_title(names: Names, first: int) -> bool:
    """Tell whether all words of a headline from one on may be a film's title, and are no name of anything else."""
    tokens, lower, n = names.tokens, names.tokens.lower, names.n
    printed = tokens.text(first, n)
    if not (names.capital[first] or lower[first][0].isdigit()) or not (names.capital[n - 1] or lower[n - 1].isdigit()):
        return False
    if any(not (names.capital[at] or lower[at] in _INSIDE or not lower[at].isalpha()) for at in range(first, n)):
        return False
    if lower[first:n] == (lower[first],) and (lower[first] in names.plain or lower[first].isdigit()):
        return False
    if countries().code(printed) or known_festival(printed) or printed.casefold() in sections():
        return False
    if (
        lower[n - 1] in _COMPANY_ENDS
        or not _BODY_WORDS.isdisjoint(lower[first:n])
        or fold(printed) in names.known.people
    ):
        return False
    is_name = n - first <= _SHORT and is_given_name(lower[first]) and all(names.capital[first:n]) and n - first > 1
    return not is_name or lower[first] in _ARTICLES
