"""Sections of the festival that a page's tag names: "OSLO 2031 Market" above "NAME’s Panorama entry TITLE".

News from a festival says of films in which of its sections they are, and not each time at which festival and when.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.lines import parts_of
from kg.extract.article.mentioned import MENTIONED
from kg.extract.article.pagetag import EventTag
from kg.extract.facts import WORKS, End, Fact
from kg.extract.lexicon import lexicon
from kg.extract.news import main_ends
from kg.extract.slot.festival import known_festival, sections
from kg.extract.token import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["implied_event", "in_own_sections"]

_RULE = "in-own-section"
# What a film in a section is called before its title: "the Panorama entry TITLE".
_ENTRY = (
    r"(?:[’']s)?(?: (?:section|sidebar|strand))?[ -](?:entry|entries|titles?|contenders?|selections?|player|hopeful|"
    r"films?|features?|competitors?|opener|closer|winner|candidates?|participant|premiere|pick|slot)[,:]? [“\"‘]?$"
)
# What is told of a film before its section.
_SHOWN = (
    r"\b(?:present|screen|select|premier|unveil|show|compet|play|bow|unspool|open|clos|part|running|vying|receiv|"
    r"discover|reveal|berth|slot|includ|award|prize|won|win|projected|programm|invit|chosen|tapped|due|set|"
    r"candidate|contender)\w*\b[^.;()]{0,60}?\b(?:in|at|for|to|of|within|from|by) (?:(?:the|its|this|year[’']s|"
    r"official|"
    r"prestigious|parallel) ){0,3}$"
)
# Between a section and the first of the films that it has.
_HAS = re.compile(
    r"(?:[’']s)?(?: (?:section|sidebar|line-?up|selection|programme|strand|agenda|slate|bill)){0,2}"
    r"(?:,? (?:in the form of|with|namely|comprising|including|includes?|features?|comprises|we find|are|is|will be|"
    r"welcomes|opens with|boasts|presents|hosts)\s|[:,]\s| –\s| \()(?:[\w’'-]+ ){0,4}[“\"‘]?"
)
# Between two films of a list.
_NEXT = re.compile(r"[^.;:]{0,60}?(?:,|\band|;|\bas well as)[^.;:]{0,60}")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|sold|bought|acquired|by the)\b")
_YEAR_AHEAD = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?: [A-ZÀ-Þ][\w’'-]*){0,3} $")
# Where somebody was before, or what this one has been elsewhere, is another year's.
_BEFORE = re.compile(
    r"\b(?:whose|previous(?:ly)?|last year|earlier|already|formerly|once|after|following|since|(?:19|20)\d\d)\b"
)
_SMALL = frozenset({"competition", "official competition", "out of competition", "official selection"})
_BRACKET = re.compile(r"\s?\((?P<inner>[^()]{4,80})\)")
_BEHIND = 30
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|du|de|d['’][A-Z]\w+)){0,3}")

_Section = tuple[str, int, int]


def in_own_sections(
    document: Document, lines: list[tuple[int, int, int]], event: EventTag, facts: list[Fact], named: list[Fact]
) -> list[Fact]:
    """Give an article's facts with the screenings, at the festival of its tag, of films named with a section."""
    told = {
        fact.subject.what
        for fact in facts
        if fact.predicate == "screenedAt" and fact.object.what == event.edition.what and "section" in fact.qualifiers
        if fact.rule != "line-up"
    }
    works = _works([*facts, *named])
    found: dict[object, Fact] = {}
    for _, first, last in lines[1:]:
        for part in parts_of(document, first, last):
            said = ASIDE.sub(lambda hit: " " * len(hit.group()), document.text[part.first : part.last])
            here = [film for film in works if part.first <= film[0] < part.last]
            for film, (section, start, end) in _shown(said, part.first, here, event):
                if film.what not in told and film.what not in found:
                    found[film.what] = Fact(
                        film, "screenedAt", event.edition, min(film.first, start), max(film.last, end), _RULE, 2.2,
                        qualifiers={"section": section},
                    )  # fmt: skip
    kept = [
        fact
        for fact in facts
        if not (
            fact.predicate == "screenedAt" and fact.subject.what in found and fact.object.what == event.edition.what
        )
    ]
    return kept + list(found.values())


def implied_event(document: Document, lines: list[tuple[int, int, int]], date: str | None) -> EventTag | None:
    """Give the festival of this year that a text means by "NAME’s Directors’ Fortnight title TITLE", naming no other.

    Such a text is from the market beside the festival, or from the weeks before it.
    """
    if not date:
        return None
    homes: dict[str, tuple[tuple[int, int, int], int, int]] = {}
    for line in lines:
        for hit in _entries().finditer(document.text, *line[1:]):
            home = _homes()[hit["section"].replace("'", "’")]
            homes.setdefault(home, (line, *hit.span("section")))
    if len(homes) != 1:
        return None
    [(home, (line, first, last))] = homes.items()
    return EventTag(line, End(Mention("FestivalEdition", f"{home} {date[:4]}"), first, last), None)


@cache
def _homes() -> dict[str, str]:
    table: dict[str, str] = lexicon("festivals")["sidebars"]
    return {name: home for name, home in table.items() if " " in name}


@cache
def _entries() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace("’", "[’']") for name in sorted(_homes(), key=len, reverse=True))
    return re.compile(rf"(?<!last year[’']s )(?P<section>{names})(?=(?: section| sidebar)?{_ENTRY.rstrip('$')})")


def _works(facts: list[Fact]) -> list[tuple[int, int, End]]:
    """Give the films of an article where they stand, each with where its director's name behind it ends."""
    works: dict[int, tuple[int, End]] = {}
    for fact in facts:
        for end in [*main_ends(fact), *([fact.object] if fact.predicate == "directed" else [])]:
            if end.last > end.first and isinstance(end.what, Mention) and end.what.type in WORKS:
                is_behind = fact.predicate == "directed" and end == fact.object and fact.subject.first > end.last
                last = fact.subject.last if is_behind else end.last
                held = works.get(end.first)
                if held is None or (held[0] < last and fact.rule != MENTIONED):
                    works[end.first] = last, end
    return sorted((first, last, end) for first, (last, end) in works.items())


def _shown(
    said: str, offset: int, films: list[tuple[int, int, End]], event: EventTag
) -> Iterator[tuple[End, _Section]]:
    """Give the films of a sentence that are said to be in a section."""
    named = list(_sections(said, offset, event)) if films else []
    taken: End | None = None
    lead: _Section | None = None
    for at, (first, last, film) in enumerate(films):
        before_it = films[at - 1][1] if at else offset
        ahead = films[at + 1][0] if at + 1 < len(films) else offset + len(said)
        before = [one for one in named if before_it <= one[1] and one[2] <= first]
        behind = [one for one in named if last <= one[1] and one[2] <= ahead]
        if before and re.search(_ENTRY, said[before[-1][2] - offset : first - offset]):
            lead = None
            yield film, before[-1]
            continue
        if own := _own(said, offset, last, behind, event):
            lead = None
            yield film, own
            continue
        opens = before and _HAS.fullmatch(said, before[-1][2] - offset, first - offset)
        between = said[before_it - offset : first - offset]
        goes_on = lead and taken and not before and _goes_on(between)
        lead = before[-1] if opens and not _is_past(said, before[-1], offset) else lead if goes_on else None
        taken = film
        if lead:
            yield film, lead


def _own(said: str, offset: int, last: int, behind: list[_Section], event: EventTag) -> _Section | None:
    """Give the section that stands behind a film: in brackets, or told of it in its own clause."""
    bracket = _BRACKET.match(said, last - offset)
    for section in behind:
        start, end = section[1] - offset, section[2] - offset
        gap = said[last - offset : start]
        if bracket and bracket.start() < start and end <= bracket.end():
            return None if _is_other(bracket["inner"], event) else section
        after = said[end : end + _BEHIND]
        if re.search(_SHOWN, gap) and not _BEFORE.search(gap) and ";" not in gap and not _is_other(gap + after, event):
            return section
    return None


def _goes_on(between: str) -> bool:
    """Tell whether a list of films goes on over what stands between two of them."""
    between = " ".join(between.split())
    return bool(
        _NEXT.fullmatch(between)
        and not (_VERB.search(between) or _BEFORE.search(between))
        and between.count("(") == between.count(")")
    )


def _is_past(said: str, section: _Section, offset: int) -> bool:
    start = section[1] - offset
    return _BEFORE.search(said, max(0, start - _BEHIND), start) is not None


def _is_other(text: str, event: EventTag) -> bool:
    """Tell whether words name another festival or another year."""
    years = re.findall(r"\b(?:19|20)\d\d\b", text)
    if any(year != event.year for year in years):
        return True
    names = (known_festival(hit.group()) for hit in _NAMED.finditer(text))
    return any(name and name[:4] != event.festival[:4] for name in names)


def _sections(said: str, offset: int, event: EventTag) -> Iterator[_Section]:
    """Give the sections that a sentence names, and that the festival may have."""
    homes: dict[str, str] = lexicon("festivals")["sidebars"]
    for hit in _spelt().finditer(said):
        plain = hit.group().casefold()
        name = sections()[plain]
        home = homes.get(name)
        is_small = hit.group()[0].islower()
        told = _YEAR_AHEAD.search(said[: hit.start()])
        if told and told["year"] != event.year:
            continue  # "her 2018 Cannes Critics’ Week entry"
        if (is_small and plain not in _SMALL) or (home and home != known_festival(event.festival)):
            continue
        if plain == "competition" and said[: hit.start()].casefold().endswith(("out of ", "main ")) and is_small:
            name = sections()["out of competition"] if said[: hit.start()].casefold().endswith("out of ") else name
        yield name, offset + hit.start(), offset + hit.end()


@cache
def _spelt() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(sections(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)
