"""Where films come out of which a page tells: "new in UK cinemas", "French screens", the tag "RELEASES France".

Also the countries and regions for which they are sold: "Australia/New Zealand", "Benelux".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End
from kg.extract.lexicon import words
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.facts import Fact

__all__ = ["beside_territory", "is_land", "listed_before", "out_in", "territory", "territory_of"]

_HEAD = 1200
_SCREENS = re.compile(
    r"\b(?P<land>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)?) (?:movie )?(?:cinemas|screens|theat(?:re|er)s)\b|"
    r"\b(?:cinemas|screens|theat(?:re|er)s) (?:in|across|of) (?:the )?(?P<where>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)?)"
)
# "UK and Irish cinemas": of two territories neither is said of one distributor.
_MORE = re.compile(r"(?:\band|[,/&-]) ?$")
# "Australia/New Zealand": the first of two that are one territory.
_BESIDE = re.compile(r"(?<![\w/])(?P<land>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){0,2})\s?/\s?$")


def territory(text: str) -> End | None:
    """Give the one country in whose cinemas the head of a page says that films come out; None where it says none."""
    found: dict[str, End] = {}
    for hit in _SCREENS.finditer(text, 0, _HEAD):
        group = "land" if hit["land"] else "where"
        printed = hit[group]
        code = countries().code(printed) or countries().code_of_demonym(printed)
        if code and _MORE.search(text, max(0, hit.start() - 5), hit.start()):
            return None
        if code:
            found.setdefault(code, End(Mention("Country", countries().name(code)), *hit.span(group)))
    return next(iter(found.values())) if len(found) == 1 else None


def out_in(facts: Iterable[Fact], land: End | None) -> list[Fact]:
    """Give facts with the territory of those that say who distributes a film, where they say none themselves."""
    return [
        replace(fact, qualifiers={**fact.qualifiers, "territory": land})
        if land and fact.predicate == "distributed" and "territory" not in fact.qualifiers
        else fact
        for fact in facts
    ]


def territory_of(land: str, first: int, last: int) -> End | None:
    """Give a country or a region for which a film is sold; None for what is no place, "airlines"."""
    if code := countries().code(land):
        return End(Mention("Country", countries().name(code)), first, last)
    name = land.removeprefix("the ").removeprefix("The ")
    is_region = name.casefold() in words("trade", "regions") and name.casefold() not in words("trade", "no_places")
    return End(Mention("Place", name), last - len(name), last) if is_region else None


def beside_territory(text: str, first: int, last: int) -> list[End]:
    """Give the territory that a slash joins to the one which begins at `last`, if there is one."""
    hit = _BESIDE.search(text, first, last)
    other = territory_of(hit["land"], *hit.span("land")) if hit else None
    return [other] if other else []


_COMMA_LAND = re.compile(r"(?:the )?(?P<land>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}), $")
_LONGEST = 60


def listed_before(text: str, first: int, at: int) -> list[End]:
    """Give the territories of a list that "and" closes before its buyer: "Germany, Austria and Italy (BUYER)"."""
    found: list[End] = []
    while hit := _COMMA_LAND.search(text, max(first, at - _LONGEST), at):
        place = territory_of(hit["land"], *hit.span("land"))
        if place is None:
            break
        found.append(place)
        at = hit.start()
    return found


def is_land(name: str) -> bool:
    """Tell whether a name is a country's or a region's: "the U.K.", "Benelux"."""
    plain = name.removeprefix("the ")
    return bool(countries().code(plain)) or plain.casefold() in words("trade", "regions")
