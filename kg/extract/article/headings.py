"""Headings within an article: a film's title that stands alone above what is told of the film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.festival import is_market, known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["headings", "shown_heading"]

_LINE = re.compile(
    r"[•*·]?\s*(?:\d{1,2}[.)]\s+)?[“\"‘«']?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿][^\n()|:]{0,70}?)[,]?[”\"’»']?\s*"
    r"(?:\((?:[^()]{2,50})\))?\s*\.?"
)
_NO_TITLE_END = re.compile(r"[.;:…,)]$")
_MOST_WORDS = 11
# What follows is told in prose, or in a field: "Producer: NAME".
_PROSE = 70
_FIELD = re.compile(
    r"[A-ZÀ-Þ][\w /&'’.-]{2,40}?\s*:\s*\S|(?:Dirs?|Directors?|Scr|Prods?)\.?\s[A-ZÀ-Þ]|(?:[Dd]irected )?[Bb]y [A-ZÀ-Þ]"
)
# What can only be said of the film that the line above names: "A feature-length film produced by", "Produced by".
_OF_A_FILM = re.compile(
    r"(?:(?:This|A|An|The)\s)?(?:[A-ZÀ-Þ]?[a-z-]+\s){0,3}?(?:[Ff]ilm|[Ff]eature|[Dd]ocumentary|[Ss]eries|[Ss]hort|[Mm]iniseries),?\s"
    r"(?:(?:destined|intended|commissioned|made)\s(?:for|by)\s[A-ZÀ-Þ][^\s,]*(?:\s[A-ZÀ-Þ][^\s,]*){0,2},?\sand\s)?(?:is\s)?(?:(?:co-?)?produced|directed|written|created)\b|"
    r"(?:[Cc]o-?)?(?:Produced|Directed|Written and directed|Written|Created) by\s[A-ZÀ-Þ]"
)
# "Drama, 105 min.", above the fields of a record.
_FORMAT = re.compile(r"(?:[\w’/ -]{2,40}, )?(?:\d{4}, )?\d{1,3} ?(?:min\.?|mins\.?|minutes|[’']|x ?\d{1,3} ?min\.?)")
_DIRECTOR = re.compile(r"(?:Directors?|Directed by|Written and directed by|Writer[/-]director)\s*:")
_LEAST = 2
_FAR = 6
_BODY_WORDS = words("names", "body_words")
_COMPANY_ENDS = words("names", "company_ends")
_PLAIN_HEADS = words("headings", "plain")


def headings(document: Document, lines: list[tuple[int, int, int]]) -> dict[int, End]:
    """Give the films of the lines of an article that are headings, by where those lines begin.

    What follows must name the film in the same words; without that, two headings in capitals vouch for one another. A
    title that is told again in other letters is spelt as there.
    """
    found: dict[int, End] = {}
    shouted: dict[int, End] = {}
    for at in range(1, len(lines) - 1):
        _, first, last = lines[at]
        span = _title(document.text, first, last)
        below = (
            lines[at + 2]
            if at + 2 < len(lines) and _FORMAT.fullmatch(document.text, *lines[at + 1][1:])
            else lines[at + 1]
        )
        if span is None or not _is_told(document.text, below):
            continue
        film = thing(document.text[slice(*span)], "Film", *span)
        if (
            _DIRECTOR.match(document.text, *below[1:])
            and document.text.find(document.text[slice(*span)], 0, first) >= 0
        ):
            found[first] = film
            continue
        again = _again(document, lines[at + 1 : at + 1 + _FAR], document.text[slice(*span)])
        if again:
            found[first] = again
        elif _OF_A_FILM.match(document.text, *lines[at + 1][1:]):
            found[first] = film
        elif document.text[slice(*span)].isupper() and " " in document.text[slice(*span)]:
            shouted[first] = film
    if len(shouted) + sum(document.text[slice(*_extent(lines, first))].isupper() for first in found) >= _LEAST:
        found |= shouted
    return found


def _extent(lines: list[tuple[int, int, int]], at: int) -> tuple[int, int]:
    return next((first, last) for _, first, last in lines if first == at)


def _title(text: str, first: int, last: int) -> tuple[int, int] | None:
    hit = _LINE.fullmatch(text, first, last)
    if hit is None:
        return None
    title = hit["title"]
    lower = fold(title).split()
    is_person = 2 <= len(lower) <= 3 and is_given_name(lower[0]) and not title.isupper()
    if (
        _NO_TITLE_END.search(title)
        or len(lower) > _MOST_WORDS
        or fold(title) in _PLAIN_HEADS
        or is_person
        or fold(title) in sections()
        or known_festival(title)
        or is_market(title)
        or countries().code(title)
        or not set(lower).isdisjoint(_BODY_WORDS)
        or lower[-1] in _COMPANY_ENDS
        or title.isdigit()
    ):
        return None
    return hit.span("title")


def _is_told(text: str, line: tuple[int, int, int]) -> bool:
    _, first, last = line
    return last - first >= _PROSE or bool(_FIELD.match(text, first, last))


def _again(document: Document, lines: list[tuple[int, int, int]], title: str) -> End | None:
    """Give the title as one of the next lines prints it within a sentence, in the same letters or not all capitals."""
    spelt = re.sub(r"['’]", "['’]", re.escape(title))
    pattern = re.compile(rf"(?<![\w-]){spelt}(?![\w-])", re.IGNORECASE)
    for _, first, last in lines:
        if last - first < _PROSE:
            continue
        for hit in pattern.finditer(document.text, first, last):
            if hit[0][0].isupper() or hit[0][0].isdigit():
                return thing(hit[0], "Film", *hit.span())
    return None


# "SALT – Panorama (world premiere)": a film, and where a festival shows it.
_SHOWN = re.compile(
    r"[“\"‘«]?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿][^\n–—]{0,80}?)[”\"’»]?\s+[–—-]\s+(?P<section>[^()\n–—]{3,40}?)\s*"
    r"(?:\([^()]*\b(?:premiere|screening|debut)\))?"
)


def shown_heading(document: Document, first: int, last: int) -> End | None:
    """Give the film of a line that is its title, a dash, a festival's section and perhaps how new it is; else None."""
    found = _SHOWN.fullmatch(document.text, first, last)
    if found is None or found["section"].casefold() not in sections():
        return None
    return thing(found["title"], "Film", *found.span("title"))
