"""Granted works: in a fund's list, "NAME’s TITLE (COMPANY – €n)" says whose film it is, however the title is spelt.

What stands between the owner, or the words for a kind of film, and a bracket with a sum is one title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.granted_titles import PEOPLE, is_one_title
from kg.extract.facts import End, Fact, is_work, thing
from kg.extract.slot.companies import is_company_name
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["granted_works"]

_OPENS = (
    r"(?:^[-–•*·]?\s*|[;:]\s(?:and\s(?:finally\s)?)?|\)(?:,\s(?:and\s)?|\sand\s)|\]\s+(?:and\s)?|"
    r"\b(?:compris(?:es?|ing)|are|is|includes?|including|namely|to|for|backs|supports|were|was|as\swell\sas)\s)"
)
_KIND = r"(?P<kind>(?:(?:[a-zß-ÿ][\w-]*|TV|[A-Z][a-z]+(?:-[A-Z][a-z]+)*(?=\s[a-z]))\s){0,6}?)"
_TITLE = r"(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿](?:(?!(?<!\.)\.\s)[^()\[\]/:;“”\"€$£\n]){0,70}?)"
_MONEY = r"(?:[€$£]\s?\d|\d\s?(?:€|EUR|euros|m(?:illion)?\b|[A-Z]{3}\b)|\b(?:NOK|SEK|DKK|CHF|PLN|CZK|EUR|HUF)\s?\d)"
_UNIT = re.compile(
    rf"{_OPENS}(?:(?P<owner>{PEOPLE})[’'](?:s\s|\s)(?:own\s)?)?{_KIND}{_TITLE}"
    rf"(?:,\s(?:(?:written\sand\s)?(?:co-)?(?:directed|helmed)\s)?by\s(?P<people>{PEOPLE}))?"
    rf"\s+\((?=[^()\n]{{0,120}}{_MONEY})"
)
_MADE = re.compile(
    r"\b(?:documentar(?:y|ies)|features?|films?|series|shorts?|animations?|dramas?|comed(?:y|ies)|thrillers?|debut)\s$"
)
_SERIES = re.compile(r"\bseries\s$")
_RULE, _SCORE = "granted-work", 3.0


def granted_works(
    document: Document, lines: list[tuple[int, int, int]], facts: list[Fact], named: list[Fact]
) -> tuple[list[Fact], list[Fact]]:
    """Give the facts of an article on grants with whose films its lists name, and what only names a film likewise.

    A fact about what only begins, or ends, as a title of such a list does is left out.
    """
    units = [unit for _, first, last in lines[1:] for unit in _units(document, first, last)]
    whole = [film for film, _ in units]
    facts = [
        fact for fact in facts if not any(_is_cut(film, end) for film in whole for end in (fact.subject, fact.object))
    ]
    named = [fact for fact in named if not any(_is_cut(film, fact.subject) for film in whole)]
    told = {(fact.subject.what, fact.object.what) for fact in facts if fact.predicate == "directed"}
    for film, owners in units:
        for owner in owners:
            if (owner.what, film.what) not in told:
                first, last = min(owner.first, film.first), max(owner.last, film.last)
                facts.append(Fact(owner, "directed", film, first, last, _RULE, _SCORE, main="object"))
        if not owners:
            named.append(Fact(film, "describedIn", End("ITEM"), film.first, film.last, _RULE, _SCORE, main="subject"))
    return facts, named


def _is_cut(film: End, end: End) -> bool:
    """Tell whether an end lies over a film's title without being it."""
    return (
        is_work(end)
        and end.first < film.last
        and film.first < end.last
        and (end.first, end.last) != (film.first, film.last)
    )


def _units(document: Document, first: int, last: int) -> Iterator[tuple[End, list[End]]]:
    """Give the films of a line's list of grants with those whose they are."""
    text = ASIDE.sub(lambda hit: " " * len(hit[0]), document.text[first:last])
    at = 0
    while hit := _UNIT.search(text, at):
        at = hit.start() + 1
        title, owners = hit["title"].strip(" ,"), hit["owner"] or hit["people"]
        if not _is_unit(hit, title, owners):
            continue
        at = hit.end() - 2
        start = first + hit.start("title")
        film = thing(title, "Series" if _SERIES.search(hit["kind"]) else "Film", start, start + len(title))
        group = "owner" if hit["owner"] else "people"
        yield film, list(_people(hit, group, first)) if owners else []


def _is_unit(hit: re.Match[str], title: str, owners: str | None) -> bool:
    if not is_one_title(title.split()):
        return False
    if owners is None:
        return bool(_MADE.search(hit["kind"])) and not re.search(r"[’']s\s", title)
    is_body = is_company_name(owners) or countries().code(owners) or countries().code_of_demonym(owners)
    return not is_body and not re.search(r"[’']s\s", title if hit["owner"] else "")


def _people(hit: re.Match[str], group: str, first: int) -> Iterator[End]:
    at = hit.start(group)
    for name in re.split(r",\s(?:and\s)?|\sand\s", hit[group]):
        start = hit.string.index(name, at)
        at = start + len(name)
        yield End(Mention("Person", name), first + start, first + at)
