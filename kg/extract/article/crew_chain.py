"""Chains of producers and their companies: "produced by Ana Roth through Field Film, Jo Berg of Sund (Norway)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["producer_chains", "producers_behind", "producers_in_brackets", "without_chained"]

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
_PARTICLE = r"(?:de|del|della|van|von|der|den|da|di|do|dos|du|la|le|el|al|bin|ben|af|ter|ten|y)"
_PERSON = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}|{_CAPITAL})){{1,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_PERSON}){{0,4}}"
_FIRM = r"[A-ZÀ-ÞĀ-Ž0-9][^\s,;()]*(?:\s(?:[A-ZÀ-ÞĀ-Ž0-9&+][^\s,;()]*|films?\b|de|du|des|la|le|et|of|the))*"
# Whose the company is: "Croatia’s", "Oslo-based", "the Danish outfit".
_OWNER = (
    r"(?:(?:the\s|(?:his|her|their|its)\s(?:own\s|new\s)?)?"
    r"(?:[A-ZÀ-Þ][\w.-]*(?:\s[A-ZÀ-Þ][\w.-]*)?[’']s?\s|[A-ZÀ-Þ][\w-]*-based\s|[A-ZÀ-Þ][a-z]+\s(?=[a-z]))"
    r"(?:(?:production\s)?(?:company|outfit|house|banner|firm|label|shingle|studio)\s)?)?"
)
_ASIDE = r"(?P<aside>\s?\([^()]{2,60}\))?"
# "Norway’s NAME", "one of Denmark’s busiest producers, NAME".
_WHOSE = (
    r"(?:(?:[A-ZÀ-Þ][\w.-]*(?:\s[A-ZÀ-Þ][\w.-]*)?[’'](?:s\s|\s)|one\sof\s[^,.;()]{5,60},\s|"
    r"(?:(?:the|[a-z-]+|[A-Z][a-z]+(?=\s[a-z]))\s){0,3}producers?\s)(?=[A-ZÀ-Þ]))?"
)
# "NAME and NAME of COMPANY (Country)".
_THROUGH = re.compile(
    rf"{_WHOSE}(?P<people>{_PEOPLE})(?:\s\([^()]{{2,60}}\))?,?\s"
    rf"(?:of|from|at|through|via|for|on behalf of|representing)\s{_OWNER}(?:the\s)?"
    rf"(?P<firm>{_FIRM}){_ASIDE}"
)
# "NAME (COMPANY, Country)".
_BEHIND = re.compile(
    rf"{_WHOSE}(?P<people>{_PERSON})\s\((?P<firm>{_FIRM})(?:,\s(?P<land>[^(),]{{2,30}}))?\)(?P<aside>)"
)
# "COMPANY in France".
_PLACED = re.compile(
    rf"{_OWNER}(?P<firm>{_FIRM})\s(?:in|from)\s(?P<land>(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL})?)(?P<aside>)"
)
_LAST = re.compile(rf"{_OWNER}(?:the\s)?(?P<firm>{_FIRM})(?P<aside>\s\([^()]{{2,40}}\))?(?=\s*(?:[.;]|$))")
# "COMPANY (Country)", among pairs of people and companies.
_WITH_LAND = re.compile(rf"{_OWNER}(?:the\s)?(?P<firm>{_FIRM})(?P<aside>\s\([^()]{{2,60}}\))(?=,|\sand\s|;|\s&\s)")
# "COMPANY", "Norway’s COMPANY" or "NAME" among such pairs.
_BARE = re.compile(rf"{_OWNER}(?:the\s)?(?P<firm>{_FIRM})(?P<aside>)(?=,\s|\sand\s|;|\sas well as\s)")
# "NAME for COMPANY, SURNAME, and NAME for COMPANY"
_ALONE = re.compile(rf"(?P<people>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})(?=,\s|\sand\s)")
_NEXT = re.compile(r"\s?(?:;|,(?:\sand)?|\sand|\sas well as|,?\salong with|,?\stogether with)\s(?:by\s)?")
_OPENINGS = re.compile(
    r"\b(?P<co>(?:co-?produc(?:ed|tion|ers?|ing)|minority producers?|associate producers?)"
    r"(?:\sof the film)?(?:\s(?:by|with|are|is|include|includes|were))|joined as co-?producers by|with co-?producers)"
    r"\s|\b(?P<exec>[Ee]xec(?:utive)?\sproducers?\s(?:are|include|is|were))\s|\b(?P<main>produced\s(?:jointly\s|(?:for|in)\s(?:the\s)?[A-Z]\w+\s(?:[A-Z]\w+\s)?)?by|(?<!xecutive\s)(?<!xec\s)(?:lead\s|main\s)?[Pp]roducers?\s(?:are|is|include|were)|"
    r"[Pp]roducing(?:\s(?:the\sfilm|on\sthe\s\w+\sside))?\s(?:are|is)|the producers?:?)\s"
)
# "TITLE by NAME (Czech producers NAME of COMPANY and NAME of COMPANY)".
_IN_BRACKET = re.compile(r"\s\((?:[A-ZÀ-Þ][\w-]+ )?(?P<co>[Cc]o-?)?[Pp]roducers?:? (?P<inner>[^()]{5,160})\)")
# A company may be spelt without a capital where nothing else can stand.
_OF_SMALL = re.compile(rf"(?P<people>{_PEOPLE})\s(?:of|from|at)\s(?P<firm>[^\W\d_][^\s,;()]*)(?P<aside>)")
# "Sund Film (Ana Roth)".
_NAME_BEHIND = re.compile(rf"\s\((?P<name>{_PEOPLE})\)")
_MAKING = frozenset({"produced", "coProduced"})
_STOPS = ".,"
_LEAST = 2


def producer_chains(document: Document, part: Sentence) -> list[Fact]:
    """Give who produced "the film" where a sentence names at least two pairs of producers and their companies."""
    facts: list[Fact] = []
    for opening in _OPENINGS.finditer(document.text, part.first, part.last):
        predicate = "coProduced" if opening["co"] else "executiveProduced" if opening["exec"] else "produced"
        facts += _placed(document, opening, part.last, predicate) if not opening["exec"] else []
        units = list(_units(document.text, opening.end(), part.last, may_be_alone=bool(opening["exec"])))
        pairs = [found for found in units if found.re in (_THROUGH, _BEHIND)]
        people = [people_between(document, *found.span("people")) for found in pairs]
        if (
            len(pairs) + sum(found.re in (_WITH_LAND, _BARE) for found in units) < _LEAST
            or not pairs
            or not all(people)
        ):
            continue
        last = units[-1].end()
        alone = [people_between(document, *found.span("people")) for found in units if found.re is _ALONE]
        named = [person for group in [*people, *alone] for person in group]
        # Whoever backs a film names one of its executive producers: the company itself is none.
        named += [_firm(document, found) for found in units if found.re is not _ALONE] if not opening["exec"] else []
        facts += [
            Fact(agent, predicate, End("FILM"), opening.start(), last, "producer-chain", 4.0)
            for agent in named
            if isinstance(agent.what, Mention) and not _is_place(agent.what.name)
        ]
    return facts


def _is_place(name: str) -> bool:
    """Tell whether a name is that of a country, a region or a city, which say where a company is."""
    return countries().code(name) is not None or fold(name) in words("names", "cities") | words("trade", "regions")


def producers_in_brackets(document: Document, part: Sentence, found: list[Fact]) -> list[Fact]:
    """Give who produced each film of a sentence that names its producers in brackets behind it or its director."""
    facts: list[Fact] = []
    films = sorted(
        {end.first: end for fact in found for end in [fact.object, *main_ends(fact)] if _is_film(end)}.items()
    )
    for bracket in _IN_BRACKET.finditer(document.text, part.first, part.last):
        before = [film for first, film in films if first < bracket.start()]
        first, last = bracket.span("inner")
        units = list(_units(document.text, first, last)) or [
            unit for unit in [_OF_SMALL.fullmatch(document.text, first, last)] if unit
        ]
        if not before or not units or units[-1].end() != last:
            continue
        film, predicate = before[-1], "coProduced" if bracket["co"] else "produced"
        persons = [unit.span("people") for unit in units if "people" in unit.re.groupindex]
        people = [person for span in persons for person in people_between(document, *span)]
        firms = [_firm(document, unit) for unit in units]
        facts += [
            Fact(one, predicate, film, film.first, last, "producers-in-brackets", 4.0) for one in [*people, *firms]
        ]
    return facts


def producers_behind(document: Document, found: list[Fact]) -> list[Fact]:
    """Give who produced a film for a company that a sentence names with its producer in brackets: "FIRM (NAME)"."""
    brackets = [(fact, bracket) for fact in found if (bracket := _bracket_behind(document, fact))]
    if not any(is_given_name(fold(bracket["name"].split()[0])) for _, bracket in brackets):
        return []  # one of them vouches for the others
    return [
        replace(fact, subject=one, rule="producer-behind-firm", main="")
        for fact, bracket in brackets
        for one in people_between(document, *bracket.span("name"))
    ]


def _bracket_behind(document: Document, fact: Fact) -> re.Match[str] | None:
    """Give the bracket behind a company that makes a film, where it may hold somebody's full name."""
    firm = fact.subject.what
    if fact.predicate not in _MAKING or not isinstance(firm, Mention) or firm.type == "Person":
        return None
    bracket = _NAME_BEHIND.match(document.text, fact.subject.last)
    if not bracket or " " not in bracket["name"] or is_company_name(bracket["name"]):
        return None
    return None if countries().code(bracket["name"]) else bracket


def _is_film(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type in ("Film", "Series") and end.last > end.first


def _placed(document: Document, opening: re.Match[str], last: int, predicate: str) -> list[Fact]:
    """Give the companies of a list that has a country for each: "with Sund in Norway and Lux Film in Spain"."""
    at, units = opening.end(), []
    while found := _PLACED.match(document.text, at, last):
        land = found["land"].rstrip(_STOPS)
        if not (countries().code(land) or land.casefold() in words("trade", "regions")):
            break
        units.append(found)
        ahead = _NEXT.match(document.text, found.end(), last)
        if not ahead:
            break
        at = ahead.end()
    if len(units) < _LEAST:
        return []
    return [
        Fact(_firm(document, unit), predicate, End("FILM"), opening.start(), units[-1].end(), "producer-chain", 4.0)
        for unit in units
    ]


def without_chained(found: list[Fact], chained: list[Fact]) -> list[Fact]:
    """Leave out what was read of who produced the film where the whole chain of producers was."""
    extents = {(fact.first, fact.last) for fact in chained}

    def is_within(fact: Fact) -> bool:
        ends = (fact.subject.first, fact.object.first if fact.main == "object" else fact.subject.first)
        return any(first <= end < last for first, last in extents for end in ends)

    return [fact for fact in found if not is_within(fact)] if extents else found


def _units(text: str, at: int, last: int, *, may_be_alone: bool = False) -> Iterator[re.Match[str]]:
    """Give the parts of a chain that begins at an offset, as far as it goes; it may close with a bare company."""
    while True:
        found = (
            _with_land(text, at, last)
            or _BEHIND.match(text, at, last)
            or _THROUGH.match(text, at, last)
            or (_ALONE if may_be_alone else _BARE).match(text, at, last)
        )
        if not found:
            if closing := _LAST.match(text, at, last):
                yield closing
            return
        yield found
        ahead = _NEXT.match(text, found.end(), last)
        if not ahead:
            return
        at = ahead.end()


def _with_land(text: str, at: int, last: int) -> re.Match[str] | None:
    """Match a company with its country behind, which else looks like somebody with a company's name behind."""
    found = _WITH_LAND.match(text, at, last)
    is_placed = found and countries().code(found["aside"].strip(" ()"))
    return found if is_placed and not _THROUGH.fullmatch(text, at, found.end()) else None  # type: ignore[union-attr]


def _firm(document: Document, found: re.Match[str]) -> End:
    first, last = found.span("firm")
    name = document.text[first:last].rstrip(_STOPS)
    if found.re is _BARE and is_given_name(fold(name.split()[0])) and not is_company_name(name):
        return next(iter(people_between(document, first, last)), thing(name, "Company", first, first + len(name)))
    return thing(name, "Company", first, first + len(name))
