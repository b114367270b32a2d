"""Lists of names and nothing else, as records print them: people, countries, companies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, thing
from kg.extract.language import language_of
from kg.extract.lexicon import lexicon
from kg.extract.names import Names, fold
from kg.extract.slot.people import person_worth
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["companies_between", "countries_between", "makers_between", "people_between"]

_FROM_WHERE = re.compile(r"\s*\((?P<land>[^()]{2,40})\)$")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%\s+(?=[A-ZÀ-Þ])")
_MONEY = re.compile(r"^[€$£]?\s*[\d.,]+.*|.*[€$£].*")
_COMMAS = re.compile(r"\s*[,/;]\s*")
_LIST = re.compile(r"\s*(?:,|/|;|&|\band\b|\bet\b|(?<=\s)(?:en|und|och|og)(?=\s))\s*")
# "NAME & Fils": one company.
_FIRMS = re.compile(
    r"\s*(?:,|/|;|&(?!\s*(?:cie|co|company|fils|sons?|daughters?|söhne|figli|hijos|partners|associ\w+)\b)|"
    r"\band\b(?! sons\b)|\bet\b(?! (?:cie|fils)\b))\s*",
    re.IGNORECASE,
)
# In English the French "and" is part of a name: "Chien et Loup".
_FIRMS_OF_ENGLISH = re.compile(_FIRMS.pattern.replace(r"|\bet\b(?! (?:cie|fils)\b)", ""), re.IGNORECASE)
_OVER = re.compile(r"[^\W\d_]{5,}\.$")
_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]*)\)")
# Behind somebody's name in a list of credits: "NAME (Earlier Work)".
_ASIDE = re.compile(r"\s*\([^()]{2,60}\)$")
# "(COMPANY, SK)", "(COMPANY, Norway)": where the company is.
_WITH_LAND = re.compile(r",\s(?:[A-Z]{2,3}|[A-ZÀ-Þ][a-z]+(?: [A-ZÀ-Þ][a-z]+)?)$")
_LONGEST_FIRM = 40
_ARTICLE = re.compile(r"the (?=[A-ZÀ-Þ])")
# "NAME, NAME for COMPANY", "NAME of Chile’s COMPANY".
_FOR_FIRM = re.compile(
    r"(?P<people>.+?)\s(?:for|of|at|through|via|from)\s"
    r"(?:(?:the )?[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)?[’']s?\s)?(?P<firm>[A-ZÀ-Þ0-9].*?)(?:\sfor\s.*)?"
)
# "NAME, for Finland’s COMPANY, with NAME, for Norway’s COMPANY".
_FOR_FIRM_WITH = re.compile(r"(?P<one>.+?\sfor\s.+?),? with (?P<other>.+?\sfor\s.+)")
_THROUGH = re.compile(r"[A-ZÀ-Þ].+?\s(?:through|via)\s(?:the )?[A-ZÀ-Þ0-9].*")


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = lexicon("records")["codes"]
    return table


def people_between(document: Document, first: int, last: int) -> list[End]:
    """Give the people of a list of names and nothing else; [] where any part of it is no name."""
    found: list[End] = []
    for name, start, end in _pieces(document.text, first, last):
        where = _FROM_WHERE.search(name)
        if where and countries().code(where["land"]):
            name, end = name[: where.start()], start + where.start()  # "Director: NAME (Croatia)"
        if aside := _ASIDE.search(name):
            name, end = name[: aside.start()], start + aside.start()
        tokens = tokenise(document, start, end)
        names = Names(tokens)
        if not len(tokens) or names.run(0) < len(tokens) or len(tokens) > 6:
            return []
        if person_worth(names, 0, len(tokens)) < 0.4:
            return []
        found.append(End(Mention("Person", name), start, end))
    return found


def countries_between(document: Document, first: int, last: int) -> list[End]:
    """Give the countries of a list, money aside; [] where any part of it is no country."""
    found: list[End] = []
    for name, start, end in _country_pieces(document.text, first, last):
        if share := _SHARE.match(name):  # "84% French/16% Belgian"
            start, name = start + share.end(), name[share.end() :]
        elif _MONEY.fullmatch(name):
            continue
        code = countries().code(name) or (countries().code_of_demonym(name) if share else None)
        if code:
            found.append(End(Mention("Country", countries().name(code)), start, end))
            continue
        # "Belgium-France", "Greek-Italian"
        at = start
        parts = re.split(r"\s*[-–]\s*", name)
        for part in parts:
            code = countries().code(part) or _codes().get(part)
            code = code or (countries().code_of_demonym(part) if len(parts) > 1 else None)
            if code is None:
                return []
            at = document.text.index(part, at)
            found.append(End(Mention("Country", countries().name(code)), at, at + len(part)))
    return found


def _country_pieces(text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Cut at commas and slashes, and at "and" only where it is no part of a country's name."""
    at = first
    for mark in [*_COMMAS.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        name = text[at:end].strip(' –—-“”"')
        if countries().code(name):
            start = text.index(name, at)
            yield name, start, start + len(name)
        else:
            yield from _pieces(text, at, end)
        at = mark.end() if mark else last


def companies_between(document: Document, first: int, last: int, *, joined: bool = True) -> list[End]:
    """Give the companies of a list; amounts, countries and words in small letters are left out.

    Where nothing is `joined` by "and" or "&", these stand within the names: "NAME & Sons/NAME".
    """
    found: list[End] = []
    joins = _joins_of_firms(document, first, last) if joined else _COMMAS
    for name, start, _ in _pieces(document.text, first, last, joins=joins):
        if article := _ARTICLE.match(name):
            name, start = name[article.end() :], start + article.end()  # "the Polish Film Institute"
        inner = _BRACKETS.search(name)
        plain = name[: inner.start()].strip() if inner else _without_land(name)
        if _MONEY.fullmatch(plain) or countries().code(plain) or (not plain[:1].isupper() and not plain[:1].isdigit()):
            continue
        if plain.casefold().split()[-1] in ("documentary", "animation", "fiction") or fold(plain).isdigit():
            continue
        if _OVER.search(plain):
            plain = plain[:-1]  # the stop of "Distribution: Kestrel Films."
        found.append(thing(plain, "Company", start, start + len(plain)))
    return found


def _without_land(name: str) -> str:
    """Take from a company the country behind a dash or "from": "COMPANY – Slovakia"."""
    for mark in (" – ", " from "):
        firm, found, land = name.rpartition(mark)
        if found and countries().code(land):
            return firm
    return name


def _joins_of_firms(document: Document, first: int, last: int) -> re.Pattern[str]:
    """Give what joins the companies of a list: an "and" before a comma stands within a name, "A and B, C"."""
    inside = re.search(r"(?:\band\b|&)[^,]*,", document.text[first:last])
    if inside:
        return _COMMAS
    return _FIRMS_OF_ENGLISH if language_of(document) == "en" else _FIRMS


def _pieces(text: str, first: int, last: int, joins: re.Pattern[str] = _LIST) -> list[tuple[str, int, int]]:
    pieces = []
    at = first
    closed = [hit.span() for hit in _BRACKETS.finditer(text, first, last)]
    for mark in [*joins.finditer(text, first, last), None]:
        if mark and any(start <= mark.start() < end for start, end in closed):
            continue  # "NAME (TITLE, TITLE), NAME"
        end = mark.start() if mark else last
        name = text[at:end].strip(' –—-“”"')
        if name:
            start = text.index(name, at)
            pieces.append((name, start, start + len(name)))
        at = mark.end() if mark else last
    return pieces


def makers_between(document: Document, first: int, last: int, predicate: str) -> list[End]:
    """Give who made, sold or showed a film by a list: companies, people, or people and the company they do it for."""
    is_making = predicate in ("produced", "coProduced")
    several = [(at, end) for _, at, end in _pieces(document.text, first, last)] if is_making else []
    if len(several) > 1 and all(_THROUGH.fullmatch(document.text, *span) for span in several):
        return [end for span in several for end in makers_between(document, *span, predicate)]
    if is_making and (both := _FOR_FIRM_WITH.fullmatch(document.text, first, last)):
        return [end for half in ("one", "other") for end in makers_between(document, *both.span(half), predicate)]
    hit = _FOR_FIRM.fullmatch(document.text, first, last) if is_making else None
    people = people_between(document, *hit.span("people")) if hit else []
    if hit and (people or hit["people"].endswith(",")):
        return [*people, *companies_between(document, *hit.span("firm"))]
    firms = companies_between(document, first, last)
    if predicate in ("produced", "coProduced") and (people := people_between(document, first, last)):
        firms += _firms_behind(document, people, first, last)
    return firms


def _firms_behind(document: Document, people: list[End], first: int, last: int) -> list[End]:
    """Give the companies in brackets behind each of several producers: "NAME (COMPANY), NAME (COMPANY)"."""
    inner = [hit for hit in _BRACKETS.finditer(document.text, first, last) if not countries().code(hit["inner"])]
    firms = [(hit.start("inner"), _WITH_LAND.sub("", hit["inner"])) for hit in inner]
    is_each = len(inner) == len(people) and all(_is_firm(name) for _, name in firms)
    return [thing(name, "Company", start, start + len(name)) for start, name in firms] if is_each else []


def _is_firm(name: str) -> bool:
    """Tell whether words may be a company's name: they begin with a capital or a digit, and are no list."""
    return bool(name) and (name[0].isupper() or name[0].isdigit()) and "," not in name and len(name) < _LONGEST_FIRM
