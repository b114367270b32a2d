"""Buyers’ slates: an article on what a distributor has bought for a country tells of each film without saying so again.

"Tarn Releasing has picked up five titles for the UK and Ireland. Leading the pack is NAME’s TITLE, …"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS, End, Fact, thing
from kg.extract.news import main_ends
from kg.extract.slot.namelists import countries_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.claim import Qualifier
    from kg.document import Document

__all__ = ["bought_by_one", "with_bought_lists"]

_NAME = r"[A-ZÀ-Þ0-9][\w&’'.+-]*(?: (?:[A-ZÀ-Þ0-9&][\w&’'.+-]*|de|of|the)){0,4}"
_BUYS = (
    r"(?:pick(?:s|ed|ing)? up|acquir(?:es?|ed|ing)|b(?:uys|ought|uying)|nab(?:s|bed|bing)?|snap(?:s|ped|ping)? up|"
    r"secur(?:es?|ed|ing)|tak(?:es|en|ing)|grab(?:s|bed|bing)?|scoop(?:s|ed|ing)? up)"
)
_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|"
    r"a (?:raft|slate|string|trio|pair|quartet|handful) of)"
)
_SPREE = re.compile(
    rf"(?:(?:[Dd]istributors?|[Bb]uyers?|[Ll]abel|[Cc]ompany|[Oo]utfit) )?(?P<buyer>{_NAME}) (?:has |have |is )?"
    r"(?:also |just )?"
    rf"(?:[^.;]{{0,60}}?[, ])?{_BUYS} (?:(?:up|rights to|all rights to|the rights to|on) )?(?:[\w-]+ )?{_COUNT} "
    r"(?:[\w’'-]+ ){0,3}(?:films|titles|features|documentaries|pictures|movies|dramas|comedies)\b"
    r"(?:[^.;]{0,60}?\bfor (?:the )?(?P<lands>[A-ZÀ-Þ][^.;()]{1,60}))?"
)
_FILMS = r"(?:[\w’'-]+ ){0,3}(?:films|titles|features|documentaries|pictures|movies|works)"
# A list behind a colon: "has acquired the Italian rights to five films: A; B", "four films were bought by NAME: A; B".
_LIST = re.compile(
    rf"(?P<buyer>{_NAME}) (?:has |have )?(?:also |just )?{_BUYS} (?:the |all )?(?:(?P<nation>[A-ZÀ-Þ][a-z]+) )?"
    rf"(?:(?:distribution|theatrical|all) )*(?:rights (?:to|for|on|of) )?(?:the )?{_COUNT} {_FILMS}: |"
    rf"(?i:\b{_COUNT}) {_FILMS} (?:were|was|have been|are) (?:also )?{_BUYS} by (?P<by>{_NAME}): "
)
# What a sentence about one of these films says of how it was bought, or where it stands among them.
_OF_SLATE = re.compile(
    r"\b(?:bought|acquired|acquires|picked up|snapped up|nabbed|taken|secured|rights|deal|negotiated|"
    r"leading the (?:pack|way)|rounding out|rounds out|completing|completes|slate|line-?up|spree|haul|package|joining|"
    r"joins|also (?:on|new|among)|topping|heading|latest acquisitions?|among (?:the|them))\b",
    re.IGNORECASE,
)
_FIRST_LINES = 4
_RULE, _SCORE = "bought-by-one", 2.4


def bought_by_one(document: Document, lines: list[tuple[int, int, int]], facts: list[Fact]) -> Iterator[Fact]:
    """Give who distributes the films of such an article, in each country for which they were bought."""
    found = next((hit for _, first, last in lines[:_FIRST_LINES] for hit in _spree(document, first, last)), None)
    if found is None:
        return
    buyer = thing(found["buyer"], "Company", *found.span("buyer"))
    places = _lands(document, *found.span("lands")) if found["lands"] else []
    territories: list[dict[str, End | Qualifier]] = [{"territory": place} for place in places] or [{}]
    told = {(fact.object.what, _land(fact)) for fact in facts if fact.predicate == "distributed"}
    seen = {thing(found["buyer"].split()[0], kind, 0, 0).what for kind in WORKS}
    for film in _films(facts):
        if film.what in seen or film.first < found.end() or not _is_bought(document, film):
            continue
        seen.add(film.what)
        extent = document.sentence(film.first, film.last)
        made = [
            Fact(buyer, "distributed", film, *extent, _RULE, _SCORE, qualifiers=qualifiers)
            for qualifiers in territories
        ]
        yield from (fact for fact in made if (film.what, _land(fact)) not in told)


def with_bought_lists(document: Document, facts: list[Fact], named: list[Fact]) -> list[Fact]:
    """Add who distributes the films of a list of what a company has bought, in the country of the rights if told.

    Brackets in such a list name nobody who brings the film out, but who made it, or what else.
    """
    told = {(fact.object.what, fact.subject.what) for fact in facts if fact.predicate == "distributed"}
    for hit in _LIST.finditer(document.text):
        name = "buyer" if hit["buyer"] else "by"
        buyer = thing(hit[name], "Company", *hit.span(name))
        code = countries().code_of_demonym(hit["nation"]) if hit["nation"] else None
        place = End(Mention("Country", countries().name(code)), *hit.span("nation")) if code else None
        qualifiers: dict[str, End | Qualifier] = {"territory": place} if place else {}
        _, last = document.sentence(hit.end() - 2, hit.end())
        facts = [
            fact
            for fact in facts
            if not (fact.rule == "brackets-distributor" and hit.end() < fact.subject.first < last)
        ]
        for film in _films([*facts, *named]):
            is_of_list = hit.end() <= film.first < last and not _in_brackets(document, hit.end(), film.first)
            if is_of_list and (film.what, buyer.what) not in told:
                told.add((film.what, buyer.what))
                facts.append(
                    Fact(buyer, "distributed", film, hit.start(), film.last, _RULE, _SCORE, qualifiers=qualifiers)
                )
    return facts


def _in_brackets(document: Document, start: int, at: int) -> bool:
    """Tell whether an offset lies in brackets: somebody's earlier work."""
    return document.text.rfind("(", start, at) > document.text.rfind(")", start, at)


def _land(fact: Fact) -> object:
    place = fact.qualifiers.get("territory")
    return getattr(place, "what", None)


def _spree(document: Document, first: int, last: int) -> Iterator[re.Match[str]]:
    yield from _SPREE.finditer(document.text, first, last)


def _lands(document: Document, first: int, last: int) -> list[End]:
    """Give the countries of "UK and Ireland", as far as they go."""
    text = document.text[first:last]
    for end in [len(text), *(hit.start() for hit in reversed(list(re.finditer(r",? (?!and\b)[a-z]", text))))]:
        if lands := countries_between(document, first, first + len(text[:end].rstrip(" ,"))):
            return lands
    return []


def _films(facts: list[Fact]) -> list[End]:
    ends = {end for fact in facts for end in main_ends(fact)}
    named = [end for end in ends if isinstance(end.what, Mention) and end.what.type in WORKS and end.last]
    return sorted(named, key=lambda end: end.first)


def _is_bought(document: Document, film: End) -> bool:
    """Tell whether the sentence that names a film, or the next, speaks of a purchase."""
    first, last = document.sentence(film.first, film.last)
    _, after = document.sentence(min(last + 2, len(document.text) - 1), min(last + 3, len(document.text)))
    return _OF_SLATE.search(document.text, first, max(last, after)) is not None
