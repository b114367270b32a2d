"""Years of festivals that a text tells by the calendar: "premiered at Cannes last month" is of the article's year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anyascii import anyascii

from kg.claim import Mention
from kg.extract.lexicon import lexicon
from kg.extract.months import MONTHS
from kg.extract.names import fold
from kg.extract.slot.festival import known_festival

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["at_one_edition", "in_year_of"]

# Words by which a sentence places a festival in the year in which it was written.
_THIS_YEAR = re.compile(
    r"\bthis (?:year|month|week|spring|summer|fall|autumn|winter|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b|\bearlier this\b|\bthis past\b|"
    r"\b(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|tonight|yesterday|tomorrow)\b|"
    r"\b(?:fresh|straight) (?:from|off) its\b|\brecently (?:seen|shown|screened|unveiled)\b|"
    r"\b(?:just|recently) (?:had its |world[ -])?premiered\b|\bfollowing its (?:world |international )?premiere\b",
    re.IGNORECASE,
)
# These may lie beyond a new year.
_LAST = re.compile(r"\blast (?:month|week)\b", re.IGNORECASE)
# "at last year’s Toronto Film Festival", "at Toronto last year".
_LAST_YEARS = re.compile(r"\blast year\b(?:[’']s)?", re.IGNORECASE)
_NEAR = 20
_NEXT = re.compile(
    r"\bnext (?:month|week)\b|\bin the coming\b|"
    r"\bwill (?:have (?:its|their) )?(?:world[ -]|international |european )*premiere\b",
    re.IGNORECASE,
)
# What is still to come: the festival's next edition is meant.
_TO_COME = re.compile(
    r"\b(?:will|is to|are to|is set to|are set to|is due to|are due to|is slated to|is scheduled to) "
    r"(?:then |also |both |all |next |first |later )?(?:be |have (?:its|their) )?"
    r"(?:world |world-|international |european )*"
    r"(?:screen\w*|show\w*|premier\w*|present\w*|unveil\w*|compet\w*|bow|play|unspool\w*|open|close|debut|vie|"
    r"(?:in|at) competition|part of)\b",
    re.IGNORECASE,
)
# "bowed in Cannes in May", said later in the year.
_MONTH = re.compile(rf"\b(?:in|on|this|last) (?P<month>{'|'.join(map(str.title, MONTHS))})\b")
_FIRST_MONTH, _LAST_MONTH = 1, 12
_SELECTED = re.compile(
    r"\b(?:was|were|is|are|been|be) (?:also |all |both )?(?:selected|chosen|invited|picked) (?:for|to|by|in)\b"
)
# From here on a festival to come may be one of the next year.
_AUTUMN = 9
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_BEHIND = re.compile(r"\s+(?P<year>(?:19|20)\d\d)$")
# By these rules an item's tag line, or "FESTIVAL YEAR:" before its teaser or a review, says where its film was shown.
_OF_ITEM = frozenset({"festival-tag", "festival-teaser", "review-dateline"})
# Festivals that pages name in two ways, both of which stay as printed.
_ALIKE = {"berlinale": "berlin", "iffr": "rotterdam"}


def in_year_of(document: Document, fact: Fact, date: str | None) -> Fact | None:
    """Give a screening at a festival of no year with the year that its sentence means, or None where it tells none."""
    festival = fact.object.what
    if not isinstance(festival, Mention):
        return None
    start, end = document.sentence(fact.first, fact.first + 1)
    if own := _of_page(document.text, festival, document.text[start:end]):
        return replace(fact, object=replace(fact.object, what=_in_year(festival, own)))
    if not date:
        return None
    if _LAST_YEARS.search(document.text, max(start, fact.object.first - _NEAR), min(end, fact.object.last + _NEAR)):
        return replace(fact, object=replace(fact.object, what=_in_year(festival, int(date[:4]) - 1)))
    month = int(date[5:7])
    said = document.text[start:end]
    if _TO_COME.search(said) and not _ANY_YEAR.search(said):
        held = _held_in(festival.name)
        if held or month < _AUTUMN:
            is_next_year = held is not None and held < month
            return replace(fact, object=replace(fact.object, what=_in_year(festival, int(date[:4]) + is_next_year)))
    told = _MONTH.search(said)
    is_this = (
        (told and MONTHS.index(told["month"].casefold()) < month)
        or _THIS_YEAR.search(said)
        or (_LAST.search(said) and month > _FIRST_MONTH)
        or (_NEXT.search(said) and month < _LAST_MONTH)
    )
    if not is_this or _ANY_YEAR.search(said):
        return None
    return replace(fact, object=replace(fact.object, what=_in_year(festival, int(date[:4]))))


def _of_page(text: str, festival: Mention, said: str) -> int | None:
    """Give the year of the one edition of a festival that a page names, where a sentence tells what is selected for it.

    What was shown there before is another edition's.
    """
    if not _SELECTED.search(said) or _ANY_YEAR.search(said) or _LAST_YEARS.search(said):
        return None
    named = rf"\b{re.escape(festival.name)}\b(?: (?:International|Film|Festival|IFF))* (?P<year>(?:19|20)\d\d)\b"
    years = {hit["year"] for hit in re.finditer(named, text)}
    return int(years.pop()) if len(years) == 1 else None


def _held_in(festival: str) -> int | None:
    """Give the month in which a festival is held, where that is known."""
    months: dict[str, int] = lexicon("festivals")["months"]
    return months.get(known_festival(festival) or festival)


def _in_year(festival: Mention, year: int) -> Mention:
    return Mention("FestivalEdition", f"{festival.name} {year}")


def at_one_edition(facts: list[Fact]) -> list[Fact]:
    """Give the screenings of an item's film at the edition that the item names: "BERLIN 2018: … at the Berlinale"."""
    named = {
        (fact.subject.what, _festival(fact.object.what.name)): fact.object.what
        for fact in facts
        if fact.predicate == "screenedAt" and fact.rule in _OF_ITEM and isinstance(fact.object.what, Mention)
    }
    found = []
    for fact in facts:
        what = fact.object.what
        if fact.predicate == "screenedAt" and isinstance(what, Mention):
            edition = named.get((fact.subject.what, _festival(what.name)), what)
            year, own = (_YEAR_BEHIND.search(name) for name in (edition.name, what.name))
            if year and (own is None or own["year"] == year["year"]):
                fact = replace(fact, object=replace(fact.object, what=edition))
        found.append(fact)
    return found


def _festival(name: str) -> str:
    """Give a festival's name without its year, folded, one for all of its names."""
    name = fold(anyascii(_YEAR_BEHIND.sub("", name)))
    return _ALIKE.get(name, name)
