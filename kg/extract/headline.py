"""Titles in headlines: any words may belong to one, so each run is weighed by what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.award import is_award
from kg.extract.festival import known_festival
from kg.extract.lexicon import words
from kg.extract.names import Candidate, Names, bare, fold
from kg.extract.slots import COMPOUNDS
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KINDS", "LONGEST_TITLE", "QUOTES", "headline_titles", "is_nation", "only_a_kind"]

QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“"}
LONGEST_TITLE = 14
KINDS = words("leads", "works") | words("leads", "series") | words("leads", "companies") | words("names", "many_works")
_LEAST = -2.5
# How many words it takes to tell something again, and what that is worth.
_TOLD = 2
_AGAIN = 0.7
_JOINS = words("names", "title_joins")
_ARTICLES = words("names", "articles")
_FOREIGN = words("names", "foreign_joins")
_REGIONS = words("names", "regions")
_NO_TITLE_LEADS = words("names", "no_title_leads")
# What goes on with a title behind a comma in small letters: "Toi, moi, les autres".
_LIST_JOINS = frozenset({
    "the", "a", "and", "le", "la", "les", "et", "un", "une", "der", "die", "das", "el", "los", "il", "my",
    "moi", "toi"
})  # fmt: skip
# Small words that only English has: a title in another language does not go on over them.
_ENGLISH_JOINS = frozenset({
    "on", "the", "to", "of", "with", "from", "for", "at", "by", "and", "after", "as", "its", "his", "her",
    "their"
})  # fmt: skip
_EVENTS = frozenset({"competition", "festival", "lido", "croisette", "market", "line-up", "selection"})
_TO_PLACES = frozenset({"at", "in", "to", "the", "into", "for", "from"})
# Small words behind which a headline goes on, so that a new name may begin: "TITLE after The Other Title".
_GOES_ON = frozenset({
    "after", "with", "from", "for", "in", "on", "at", "to", "by", "before", "as", "like", "than"
})  # fmt: skip


def headline_titles(line: Names, at: int) -> Iterator[Candidate]:
    """Give the titles that may begin at a token of a headline, the longest first."""
    if is_award(line.tokens, at):
        return
    for end in range(min(line.n, at + LONGEST_TITLE), at, -1):
        worth = _worth(line, at, end)
        if worth > _LEAST:
            yield end, ((line.tokens.text(at, end), at, end),), "", worth


def _worth(line: Names, first: int, last: int) -> float:
    """Say how much tokens `first` to `last` look like a title."""
    tokens, lower = line.tokens, line.tokens.lower
    printed = tokens.text(first, last)
    if fold(printed) in line.known.titles:
        return 5.0
    if any(tokens.words[at] in QUOTES for at in range(first + 1, last)):
        return -9.0  # what stands in quotation marks further on is the title, or part of none
    if lower[last - 1] in (",", ":", "–", "-", ";", "(") and last - first > 1:
        return -9.0
    if line.has_quoted and not (first and tokens.words[first - 1] in QUOTES):
        return -4.0  # where a headline quotes a title, the rest of it is none
    head = tokens.words[first][0]
    if only_a_kind(line, first, last) or (last - first > 1 and lower[first + 1].endswith(COMPOUNDS)):
        return -4.0
    if last - first == 1 and lower[first] in line.plain:
        return -2.0 if line.capital[first] else -9.0  # "It", "Two"; "next"
    if lower[first] in _NO_TITLE_LEADS and not line.capital[first]:
        return -3.0
    inside = first > 1 and line.capital[first - 1] and lower[first - 1] in _JOINS
    worth = -1.2 * inside  # "Swimming With | Men": a small word with a capital stands within a title
    worth += 0.6 if head.isupper() or head.isdigit() or head in "¡¿#" else -1.6 if not first else -6.0
    never = words("names", "title_never_ends", line.language)
    if lower[last - 1] in never and last - first > 1 and not line.capital[last - 1]:
        worth -= 3
    if lower[last - 1] in _ARTICLES and last - first > 1:
        worth -= 1.5
    if last - first > 1 and last < line.n and lower[last - 1].endswith("ing") and not line.capital[last - 1]:
        worth -= 1.0  # "TITLE shaping | up to be"
    if lower[first] in (",", ".", ":", "'s", "-", "–", ")", "!", "?") or tokens.words[first] == "and":
        worth -= 4
    # ", selected in …" goes on with the sentence, ", The First King" with the title.
    asides = sum(
        1
        for at in range(first + 1, last - 1)
        if lower[at] == "," and tokens.words[at + 1].islower() and _is_aside(line, at + 1)
    )
    return worth - 1.2 * asides - _goes_on(line, first, last) + 0.04 * (last - first) + _told_again(line, first, last)


def _told_again(line: Names, first: int, last: int) -> float:
    """What the lines beneath name again in the same words is a title; what only begins so goes on too far."""
    around = line.known.around
    if not around or last - first < _TOLD:
        return 0.0
    if bare(line.tokens.text(first, last)) in around:
        return _AGAIN
    shorter = bare(line.tokens.text(first, first + _TOLD))
    return -_AGAIN if shorter in around and line.capital[first + 1] else 0.0


def _is_aside(line: Names, at: int) -> bool:
    """Tell whether what follows a comma in small letters is no part of a title: ", selected in", ", a crime drama"."""
    lower = line.tokens.lower
    if lower[at] in ("a", "an", "the") and at + 1 < line.n:
        return not line.capital[at + 1]
    return lower[at] not in _LIST_JOINS


def _goes_on(line: Names, first: int, last: int) -> float:
    """Say how much within a run looks like the rest of the headline: plain words, places, festivals, a new name."""
    lower, capital = line.tokens.lower, line.capital
    starts_elsewhere = first + 1 < last and (
        (is_nation(line, first) and not capital[first + 1] and lower[first + 1] not in _JOINS)
        or (lower[first + 1] == "'s" and countries().code(line.tokens.words[first]) is not None)
    )  # "Norwegian crime series TITLE", "Bulgaria’s older generation with TITLE"
    cost, capitals, foreign = 2.0 if starts_elsewhere else 0.0, 1, lower[first] in _FOREIGN
    for at in range(first + 1, last):
        if capital[at]:
            capitals += 1
            if lower[at] in _EVENTS and lower[at - 1] in ("the", "in"):
                cost += 1.2  # "TITLE to the Competition at PLACE"
            if lower[at - 1] in _TO_PLACES and at + 1 < line.n and lower[at + 1] == "'s" and is_nation(line, at):
                cost += 1.5  # "TITLE at Denmark’s prizes"
            if lower[at - 1] in _GOES_ON and not capital[at - 1]:
                if lower[at] in _ARTICLES and at + 1 < last:
                    cost += 1.0  # "TITLE after The Other Title"
                elif at + 1 < line.n and not capital[at + 1] and is_nation(line, at):
                    cost += 2.0  # "TITLE on Portuguese soil"
        elif lower[at] == "," and at + 2 < line.n and capital[at + 1] and capital[at + 2]:
            cost += 0.5 if lower[at + 1] not in _ARTICLES else 0.0  # "TITLE, Given Surname to lead the cast"
        elif lower[at] in _FOREIGN:
            foreign = True
        elif lower[at] in _JOINS:
            if foreign and line.language == "en" and lower[at] in _ENGLISH_JOINS and at + 1 < last:
                cost += 1.0
        elif lower[at] in line.plain:
            cost += 0.7
        elif lower[at].isalpha():
            foreign = True
            cost += 0.3 if capitals > 1 else 0.0  # a title in capitals has no word in small letters
    if any(
        capital[at]
        and at > first + 1
        and lower[at - 1] in _TO_PLACES
        and not capital[at - 1]
        and known_festival(line.tokens.words[at])
        for at in range(first + 2, last)
    ):
        cost += 1.5  # "NAME into the Cannes Competition"
    if any(
        first + 1 < spot < last and lower[spot - 1] in ("at", "in", "to", "of", "for", "the") and not capital[spot - 1]
        for spot in line.spots("festival")
    ):
        cost += 2.0
    return cost


def only_a_kind(line: Names, first: int, last: int) -> bool:
    """Tell whether words say what a film is, not how it is called: "Rwandan drama", "German channel"."""
    lower = line.tokens.lower
    rest = [at for at in range(first, last - 1) if not (is_nation(line, at) or lower[at].isdigit())]
    return not rest and not line.capital[last - 1] and (last - first > 1) and lower[last - 1] in KINDS


def is_nation(line: Names, at: int) -> bool:
    """Tell whether a token is a demonym, or says of which region something is."""
    word = line.tokens.words[at]
    return bool(countries().code_of_demonym(word)) or word.casefold() in _REGIONS
