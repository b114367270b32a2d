"""Origins told of whole lists: "Danish cinema is represented by …", "From Sweden come …"; and behind titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.news import main_ends
from kg.extract.slot.namelists import countries_between
from kg.extract.token import past_links
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["told_origins"]

_BRACKETS = re.compile(r"[”\"’']?\s\((?P<inner>[A-ZÀ-Þ][^()\d]{1,80}?)(?:,?\s(?:19|20)\d\d)?\)")
# The same behind a block of links, which a line break may end.
_BRACKETS_BEHIND = re.compile(_BRACKETS.pattern.replace(r"\s", r"\s*", 1))
# A bracket that has countries first and then who co-produces: "(Croatia/Belgium, co-produced by COMPANY)".
_LANDS_FIRST = re.compile(r"[”\"’']?\s\((?P<inner>[A-ZÀ-Þ][^(),;\d]{1,80}),\s(?:co-?)?produced\b")
_LAND = r"(?:the )?(?P<land>[A-ZÀ-Þ][\w.-]+(?: (?:and )?[A-ZÀ-Þ][\w-]+){0,2}?)"
_OPENS = (
    re.compile(
        r"(?P<demonym>[A-ZÀ-Þ][\w-]+) (?:cinema|films?|filmmaking|productions?|titles?) (?:is|are|will be) (?:also )?"
        r"(?:represented|present)\b"
    ),
    re.compile(rf"From {_LAND},? (?:come|comes|hails?|we have|there (?:is|are)|arrives?)\b"),
    re.compile(
        rf"{_LAND} (?:is|are|will be|has|have)?\s?(?:also )?(?:represented (?:by|with|in)|takes? part with|"
        r"(?:is )?present with|competes? with|participates? with|sends|sent)\b"
    ),
)
# "Two other Danish films – NAME’s TITLE and NAME’s TITLE", "the Swedish titles TITLE by NAME and TITLE by NAME".
_LIST = re.compile(
    r"(?<![\w-])(?P<demonym>[A-ZÀ-Þ][a-zß-ÿ]+) (?:films|titles|features|documentaries|debuts|entries|dramas|comedies)"
    r"(?:,? (?:such as|like|including|are|were)|:| [-–—])? (?=[“\"‘]?[A-ZÀ-Þ0-9])"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+")
_ELSE = re.compile(r"[.;]|\b(?:as well as|plus|alongside|but|while|whereas|after|behind|before|than|ahead of|from)\b")
_LIST_FAR = 130
_RULES = frozenset({"directed", "describedIn", "stage", "produced"})


def told_origins(document: Document, part: Sentence, found: list[Fact]) -> list[Fact]:
    """Give where the films of a sentence are from that says so at its beginning, or in brackets behind their titles."""
    films = {end.what: end for fact in found for end in main_ends(fact) if fact.predicate in _RULES and _is_film(end)}
    told = {
        fact.subject.what for fact in found if fact.predicate == "countryOfOrigin" and fact.rule != "title-countries"
    }
    origins: list[Fact] = []
    nation = _nation(document, part)
    for film in films.values():
        if film.what in told:
            continue
        hit = _BRACKETS.match(document.text, film.last, part.last) if film.last else None
        if film.last and not hit and (behind := past_links(document.text, film.last)) != film.last:
            hit = _BRACKETS_BEHIND.match(document.text, behind, part.last)
        places = countries_between(document, *hit.span("inner")) if hit else []
        if not places and (lands := _LANDS_FIRST.match(document.text, film.last, part.last)):
            places = countries_between(document, *lands.span("inner"))
        if not places and nation and film.first > nation.last:
            places = [nation]
        if not places and (land := _of_list(document, part, film)):
            places = [land]
        several = len(places) > 1
        origins += [
            Fact(film, "countryOfOrigin", place, min(film.first, place.first), max(film.last, place.last),
                 "told-origin", 1.8, qualifiers={"position": n} if several else {})
            for n, place in enumerate(places, 1)
        ]  # fmt: skip
    return origins


def _of_list(document: Document, part: Sentence, film: End) -> End | None:
    """Give the nation of a list that a film stands in, "the Swedish titles A by NAME and B by NAME"; None in no list.

    Another nation between the two, or another kind of film, begins something else.
    """
    lists = list(_LIST.finditer(document.text, part.first, film.first))
    if not lists:
        return None
    between = document.text[lists[-1].end() : film.first]
    code = countries().code_of_demonym(lists[-1]["demonym"])
    others = any(countries().code_of_demonym(word) for word in _CAPITALS.findall(between))
    if code is None or others or len(between) > _LIST_FAR or _ELSE.search(between):
        return None
    return End(Mention("Country", countries().name(code)), *lists[-1].span("demonym"))


def _is_film(end: End) -> bool:
    return isinstance(end.what, Mention) and end.last > end.first


def _nation(document: Document, part: Sentence) -> End | None:
    """Give the nation whose films a sentence says from its first words on that it tells."""
    for opens in _OPENS:
        hit = opens.match(document.text, part.first, part.last)
        if hit is None:
            continue
        name = "demonym" if "demonym" in hit.groupdict() else "land"
        code = countries().code_of_demonym(hit[name]) if name == "demonym" else countries().code(hit[name])
        if code:
            return End(Mention("Country", countries().name(code)), *hit.span(name))
    return None
