"""Indexes of news: day after day of "Production – Belgium/France" with the headline alone beneath."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.listing.tagline import Part, TagLine, countries_of
from kg.extract.months import MONTHS
from kg.extract.slot.festival import categories, edition_name

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["index_tag", "index_tags"]

_LEAST = 3
_TAG = re.compile(
    r"\s*(?P<kinds>[A-ZÀ-Þ][\w-]*(?: [\w-]+){0,2}(?: ?/ ?[A-ZÀ-Þ][\w-]*(?: [\w-]+){0,2})*)\s+[–-]\s+"
    r"(?P<where>[A-ZÀ-Þ][\w .'’/&-]{1,80}?)\s*"
)
_EDITION = re.compile(r"\s*(?P<edition>[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,4} (?:19|20)\d\d)\s*")
_OF_REVIEW = re.compile(r"\s+[A-ZÀ-Þ0-9¿¡][^\n:,]{0,50}(?:: [A-Z][^\n]{10,}|, (?:a|an) [a-z][^\n]{8,})(?=\n|$)")
_DAY = re.compile(r"\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]+)\s+(?P<year>(?:19|20)\d\d)\s*")
# Under these the country is where a film is shown, though on other pages' tag lines it is the film's.
_NOT_MADE = frozenset({"promotion"})
_NO_COUNTRIES = words("trade", "regions") | {"europe", "nordic countries", "world", "international"}


# Whoever recognises a page asks, and then whoever lays it out.
@lru_cache(maxsize=2)
def index_tags(document: Document) -> dict[int, TagLine]:
    """Give the tag above each headline of an index of news, by where its line begins; {} where a page is none."""
    found: dict[int, TagLine] = {}
    alone: dict[int, TagLine] = {}
    if "–" not in document.text and " - " not in document.text:
        return found
    date: str | None = None
    for number in range(1, document.line_count + 1):
        first, last = document.line_span(number)
        if day := _DAY.fullmatch(document.text, first, last):
            date = _date(day) or date
        elif tag := index_tag(document, first, last, date):
            found[first] = tag
        elif tag := _edition_alone(document, first, last, date):
            alone[first] = tag
    return dict(sorted((found | alone).items())) if len(found) >= _LEAST else {}


def _edition_alone(document: Document, first: int, last: int, date: str | None) -> TagLine | None:
    """Read a line that is a festival's edition and nothing else: "Malaga 2017"."""
    hit = _EDITION.fullmatch(document.text, first, last)
    edition = edition_name(hit["edition"]) if hit else None
    if hit is None or edition is None:
        return None
    # "Alba, a youth overcome by pain", "Selfie: A happy world": reviews say so of the film that they name first.
    is_review = _OF_REVIEW.match(document.text, last) is not None
    return TagLine(
        date, ("reviews",) if is_review else (), (), Part(edition, *hit.span("edition")), None, False, first, last
    )


def index_tag(document: Document, first: int, last: int, date: str | None = None) -> TagLine | None:
    """Read "Production / Funding – Belgium/France" or "Awards – Europe"; None where a line is neither."""
    hit = _TAG.fullmatch(document.text, first, last)
    if not hit:
        return None
    kinds = [kind.strip().casefold() for kind in hit["kinds"].split("/")]
    origin, news = categories("origin"), categories("news", "neutral")
    edition = edition_name(hit["kinds"])
    if not edition and not all(kind in origin | news for kind in kinds):
        return None
    start, end = hit.span("where")
    places = countries_of(document.text, start, end)
    if not places and not edition and hit["where"].casefold() not in _NO_COUNTRIES:
        return None
    shown = Part(edition, *hit.span("kinds")) if edition else None
    is_origin = bool(places) and bool(set(kinds) & origin - _NOT_MADE)
    return TagLine(date, tuple(kinds), places, shown, None, is_origin, first, last)


def _date(day: re.Match[str]) -> str | None:
    month = day["month"].casefold()
    return f"{day['year']}-{MONTHS.index(month) + 1:02d}-{int(day['day']):02d}" if month in MONTHS else None
