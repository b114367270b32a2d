"""Grants: where a fund's decisions are told, the brackets behind a film's director name who produces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.grant_brackets import read_bracket
from kg.extract.facts import End, Fact, thing
from kg.extract.news import main_ends
from kg.extract.record.columns import is_in_row, rows_of
from kg.extract.slot.companies import is_company_name
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.article.grant_brackets import Bracket

__all__ = ["makers_in_brackets", "makers_of_lands", "tells_grants"]

_FUND = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|grant(?:s|ed)?|supports?|backs|backing|aid|subsid(?:y|ies)|advances? on receipts|"
    r"film (?:institute|centre|center|foundation|commission)|"
    r"fonds|avance sur recettes|avances|soutien|soutiennent|soutenus?|aides|aidés?|(?:co-?)?subvention(?:s|nés?)|"
    r"fondo|apoyos?|apoya|ayudas?|subvenciones|sostegn[oi]|sostiene|contributi|finanziamenti|"
    r"(?:co-?)?financés?|financements?|financent)\b|[€$£]\d",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[”\"’]?,?\s?\((?P<inner>[^()\n]{2,200})\)")
_ASIDES = re.compile(rf"[\s\n]*(?:{ASIDE.pattern})", re.IGNORECASE)
# What may stand between a title and the bracket that says who makes it.
_OF_TITLE = re.compile(r"(?:lit\b|literally|aka\b|formerly|English title|[“\"‘«])", re.IGNORECASE)
_BETWEEN = re.compile(r"\bco-?production\s(?:between|of|uniting)\s")
_LAND_FIRM = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s)?(?:the\s)?(?P<land>[A-ZÀ-Þ][\w. ]{2,30}?)\s\((?P<inner>[^()\n]{2,80})\)"
)
_QUOTED_SUM = re.compile(
    r"[“\"«„](?P<title>[^“”\"«»„\n]{1,80}?),?[”\"»“](?=[^()\n]{0,60}?\s?\([^()\n]{2,80}?(?:[€$£]|\b[A-Z]{3})\s?\d|"
    r"[^()“”\"\n]{0,60}?\s?\([^()\n]{2,80}?\d\s?(?:€|EUR|euros?|[A-Z]{3})\))"
)
_SERIES = re.compile(r"\b(?:mini)?series\s$", re.IGNORECASE)
_NEAR = 30
# What a fund gives to those who bring films out, rather than to who makes them.
_RELEASE = re.compile(
    r"\b(?:theatrical releases?|distribution (?:support|funding|aid)|support for (?:the )?distribution)\b"
)
_MOST_BRACKETS = 3
_THEN_BY = re.compile(r",? (?:[–—-] )?(?:(?:a |an )?(?:new )?(?:[a-z-]+ ){0,2})?(?:directed )?by (?=[A-ZÀ-Þa-z])")
_ARTICLE = re.compile(r"(?:The|A|An) [A-ZÀ-Þ]")
_PARTNERS = frozenset({"coProduced", "executiveProduced"})


def tells_grants(document: Document, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether an article's headline is about a fund and its money."""
    return bool(lines) and bool(_FUND.search(document.text, *lines[0][1:]))


def makers_in_brackets(document: Document, facts: list[Fact], named: list[Fact]) -> list[Fact]:
    """Read what brackets say behind films, and behind their directors: "TITLE by NAME (COMPANY/COMPANY)".

    One bracket that is surely a company's speaks for all of the article.
    """
    rows = rows_of(facts)
    read = [
        (film, bracket, first, last)
        for film, at in _places(document, facts, named)
        for bracket, first, last in _behind(document, at)
        if not is_in_row(rows, first, last)
    ]
    with_makers = [bracket for _, bracket, _, _ in read if bracket.makers]
    # Where brackets have sums, one without may have something else.
    sure = any(bracket.has_company for bracket in with_makers) and (
        2 * sum(bracket.has_money for bracket in with_makers) < len(with_makers)
    )
    has_money = any(bracket.has_money for bracket in with_makers)
    plain = [bracket for bracket in with_makers if bracket.is_plain]
    sure = sure or (len(plain) > 1 and len(plain) == len(with_makers) and not has_money)
    money = {film.what for film, bracket, _, _ in read if bracket.has_money}
    told = {fact.subject.what for fact in facts if fact.predicate == "countryOfOrigin"}
    partners = {(fact.subject.what, fact.object.what) for fact in facts if fact.predicate in _PARTNERS}
    extents: list[tuple[int, int]] = []
    made: list[Fact] = []
    for film, bracket, first, last in read:
        is_meant = sure or bracket.is_sure or film.what in money
        released = "distributed" if _RELEASE.search(document.text, document.sentence(first, last)[0], first) else ""
        if bracket.makers and is_meant:
            extents.append((first, last))
            made += [
                Fact(
                    maker,
                    released or role,
                    film,
                    min(film.first, first),
                    last,
                    "grant-brackets",
                    3.0,
                )
                for role, maker in bracket.makers
                if (maker.what, film.what) not in partners
            ]
        if bracket.lands and film.what not in told and (len(bracket.lands) > 1 or bracket.makers):
            several = len(bracket.lands) > 1
            made += [
                Fact(film, "countryOfOrigin", land, film.first, last, "grant-brackets", 3.0,
                     qualifiers={"position": n} if several else {})
                for n, land in enumerate(bracket.lands, 1)
            ]  # fmt: skip
    return [fact for fact in facts if not _is_inside(fact, extents)] + made


def makers_of_lands(document: Document, facts: list[Fact], named: list[Fact]) -> list[Fact]:
    """Give the companies of "TITLE, a co-production between Spain (COMPANY) and France (COMPANY)"."""
    films = sorted(
        ((film.last, film) for fact in [*facts, *named] for film in main_ends(fact) if film.last),
        key=lambda one: one[0],
    )
    made: list[Fact] = []
    for hit in _BETWEEN.finditer(document.text):
        start, _ = document.sentence(hit.start(), hit.start() + 1)
        film = next((film for last, film in reversed(films) if start < last <= hit.start()), None)
        at = hit.end()
        while film and (unit := _LAND_FIRM.match(document.text, at)):
            bracket = read_bracket(document, *unit.span("inner")) if countries().code(unit["land"]) else None
            if bracket is None or not bracket.makers:
                break
            made += [
                Fact(maker, "produced", film, film.first, unit.end(), "makers-of-lands", 3.0)
                for _, maker in bracket.makers
            ]
            at = unit.end()
    return made


def _quoted_with_money(document: Document) -> Iterator[End]:
    """Give what stands in quotation marks before a bracket with a sum: however it is spelt, it is a title."""
    for hit in _QUOTED_SUM.finditer(document.text):
        is_series = _SERIES.search(document.text, max(0, hit.start() - _NEAR), hit.start()) is not None
        yield thing(hit["title"], "Series" if is_series else "Film", *hit.span("title"))


def _places(document: Document, facts: list[Fact], named: list[Fact]) -> list[tuple[End, int]]:
    """Give films with where a bracket of theirs may open: behind the title, or behind the director that follows it."""
    found: dict[int, End] = {}
    for fact in [*facts, *named]:
        for film in main_ends(fact):
            if isinstance(film.what, Mention) and film.what.type in ("Film", "Series") and film.last:
                found.setdefault(film.last, film)
    for film in _quoted_with_money(document):
        found.setdefault(film.last, film)
    for fact in facts:
        film, director = fact.object, fact.subject
        is_first = fact.predicate == "directed" and fact.main == "object" and 0 < film.last < director.first
        if is_first and not any(film.last < at < director.first for at in found):
            found.setdefault(director.last, film)
    return [(film, at) for at, film in sorted(found.items(), key=lambda entry: entry[0])]


def _behind(document: Document, at: int) -> Iterator[tuple[Bracket, int, int]]:
    """Read the brackets that follow an offset, one behind the other, links between them."""
    text = document.text
    for _ in range(_MOST_BRACKETS):
        while aside := _ASIDES.match(text, at):
            at = aside.end()
        hit = _OPENS.match(text, at)
        if hit is None:
            return
        bracket = read_bracket(document, *hit.span("inner"))
        if bracket and bracket.makers and _is_alias(text, hit):
            bracket = None  # "TITLE (Its Name in English) by NAME"
            at = hit.end()
            continue
        if bracket:
            yield bracket, *hit.span("inner")
        elif not _OF_TITLE.match(hit["inner"]):
            return
        at = hit.end()


def _is_alias(text: str, bracket: re.Match[str]) -> bool:
    """Tell whether a bracket gives a film's other title: who directed it follows, or it begins with an article."""
    name = bracket["inner"]
    return bool(_THEN_BY.match(text, bracket.end()) or _ARTICLE.match(name)) and not is_company_name(name)


def _is_inside(fact: Fact, extents: list[tuple[int, int]]) -> bool:
    return fact.predicate not in _PARTNERS and any(
        first <= end.first and end.last <= last
        for end in (fact.subject, fact.object)
        if end.last > end.first
        for first, last in extents
    )
