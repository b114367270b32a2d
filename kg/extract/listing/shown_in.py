"""Sections in which a teaser places films one by one: "Holm’s Low Tide will compete in Orizzonti, while Berg’s Echo …".

The festival is the one of the tag line, or the one that the headline or the teaser names.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.slot.festival import known_festival, sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document
    from kg.extract.listing.layout import Block, PageLine

__all__ = ["shown_in_sections"]

_RULE = "shown-in-section"
_SCORE = 2.6
_CAPITALS = r"[^\W\d_a-zß-ÿ][\w’-]*(?: [^\W\d_a-zß-ÿ][\w’-]*){0,2}"
_AT = re.compile(rf"\b(?:at|in|for|to|of|from)(?: the)? (?P<name>{_CAPITALS})|^(?P<first>{_CAPITALS})")
# Where the next film of a sentence begins to be told of.
_NEXT = re.compile(
    r"; |, (?:while|and|with|as|whereas|whilst) |\bwhile |\bwhereas |, [^\W\d_a-zß-ÿ][\w’-]* [^\W\d_a-zß-ÿ]"
)
_FILMS_AT = re.compile(
    r"\b(?:films?|titles?|features?|documentaries|productions?|co-productions|shorts|cinema|directors|filmmakers) "
    r"(?:(?:selected|invited|chosen|set|off|bound|heading|head|to|compete|be|screened|shown|play|go) ){0,3}"
    rf"(?:at|in|for|to)(?: the)? (?P<name>{_CAPITALS})"
)
# What tells of earlier works of those who made the films.
_IN_PASSING = frozenset(
    {"director-of", "works-behind-name", "since-works-somebody", "after-title", "earlier-work", "person-director-of"}
)
_FILMS = ("Film", "Work", "Series")
_YEAR = re.compile(r" (?P<year>(?:19|20)\d\d)\b")
_NO_SCREENING = frozenset({"industry", "market", "funding", "training"})


def shown_in_sections(document: Document, block: Block, facts: Iterable[Fact]) -> list[Fact]:
    """Give the screenings of films behind which a teaser names a section of the item’s festival."""
    tag = block.tag
    facts = list(facts)
    if tag is None or tag.section or _NO_SCREENING.intersection(tag.categories):
        return []
    where = _edition(document, block)
    if where is None:
        return []
    told_at = _are_at_festival(document, block)
    directed = {fact.object for fact in facts if fact.predicate == "directed" and fact.rule not in _IN_PASSING}
    placed = {fact.subject.what for fact in facts if fact.predicate == "screenedAt"}
    found = []
    for film in _films(facts):
        line = next((line for line in block.teasers if line.first <= film.first and film.last <= line.last), None)
        if line is None or film.what in placed:
            continue
        section = _section_behind(document, line, film)
        if section:
            name, first, last = section
            extent = min(film.first, first), last
            found.append(Fact(film, "screenedAt", where, *extent, _RULE, _SCORE, qualifiers={"section": name}))
            placed.add(film.what)
        elif told_at and len(directed) > 1 and film in directed:
            found.append(Fact(film, "screenedAt", where, film.first, film.last, _RULE, _SCORE))
            placed.add(film.what)
    return found


def _are_at_festival(document: Document, block: Block) -> bool:
    """Tell whether a headline says that films are at a festival: "Three Belgian films at Rotterdam"."""
    line = block.headlines[-1]
    hit = _FILMS_AT.search(document.text, line.first, line.last)
    return hit is not None and _longest(hit["name"]) is not None


def _films(facts: list[Fact]) -> Iterator[End]:
    seen = set()
    for fact in sorted(facts, key=lambda fact: fact.first):
        for end in (fact.subject, fact.object):
            if isinstance(end.what, Mention) and end.what.type in _FILMS and end.last and end not in seen:
                seen.add(end)
                yield end


def _section_behind(document: Document, line: PageLine, film: End) -> tuple[str, int, int] | None:
    text = document.text
    following = _NEXT.search(text, film.last, line.last)
    last = following.start() if following else line.last
    hit = _in_section().search(text, film.last, last)
    if hit is None:
        return None
    return hit["own"] or sections()[hit["section"].casefold()], hit.start(), hit.end()


@cache
def _in_section() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(sections(), key=len, reverse=True))
    # What has another name in front is not in it: "in Oslo’s Panorama" is said of one festival alone.
    own = rf"(?P<own>{_CAPITALS}) (?:section|sidebar|strand|programme)"
    return re.compile(rf"\b(?:in|into|as part of|within|at|for)(?: the| its)? (?:(?i:(?P<section>{names}))\b|{own}\b)")


def _edition(document: Document, block: Block) -> End | None:
    """Give the edition that an item is of: of its tag line, or the only festival that its headline or teasers name."""
    tag = block.tag
    if tag and tag.edition:
        return End(Mention("FestivalEdition", tag.edition.name), tag.edition.first, tag.edition.last)
    year = tag.date[:4] if tag and tag.date else None
    named: dict[str, tuple[int, int]] = {}
    said: set[str] = set()
    for line in (block.headlines[-1], *block.teasers):
        for hit in _AT.finditer(document.text, line.first, line.last):
            group = "name" if hit["name"] else "first"
            if place := _longest(hit[group]):
                named.setdefault(place[0], (hit.start(group), hit.start(group) + place[1]))
                if behind := _YEAR.match(document.text, hit.start(group) + place[1]):
                    said.add(behind["year"])
    if year is None or len(named) != 1:
        return None
    [(name, (first, last))] = named.items()
    year = said.pop() if len(said) == 1 else year  # "at Cannes 2006" in an item of another year
    return End(Mention("FestivalEdition", f"{name} {year}"), first, last)


def _longest(words: str) -> tuple[str, int] | None:
    """Give the festival with which some words begin, and how long it is printed."""
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        printed = " ".join(parts[:count]).removesuffix("’s")
        if name := known_festival(printed):
            return printed if "estival" not in printed else name, len(printed)
    return None
