"""Films under review: the heading with a title above a line of credits, or with the film's year behind the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.names import fold
from kg.extract.record.credits_line import read_credits
from kg.extract.record.fields import is_field_line
from kg.extract.record.title_credits import begins_with_title
from kg.extract.slot.festival import edition_name, known_festival, sections
from kg.extract.slot.namelists import countries_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["Heading", "Reviews", "is_review", "review_of", "reviewed", "shown_at"]

Line = tuple[int, int, int]

_LABEL = re.compile(
    r"(?:[\w’'& ]{0,40}\b)?(?i:(?:film |movie |series |dvd |blu-ray |first |short )?reviews?|film of the week|critique)"
    r"\s*[:|–-]\s+"
)
_YEAR = re.compile(r"\s*[\[(](?:[^()\[\]]{2,40},\s*)?(?P<year>(?:19|20)\d\d)[)\]]")
_ALIAS = re.compile(r"\s*[\[(](?P<alias>[^()\[\]]*[^\W\d_][^()\[\]]*)[)\]]$")
# What stands behind a title in a heading: stars, and that this is a review.
_TAIL = re.compile(
    r"\s*(?:[*★☆✩½]+|\d(?:[.,]\d)?\s?/\s?(?:5|10)|[|–—:-]+\s.*\b(?i:review)\b.*|[|–—-]+\s+[^|–—]*\b(?:19|20)\d\d|\((?i:review)\)|"
    r"\b(?i:(?:film |movie )?review)\b)\s*$"
)
_EDITION = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'&. -]{2,50}?)[\s,(]+(?P<year>(?:19|20)\d\d)\b")
# What the menu of a page leads to besides its reviews.
_MENU = re.compile(
    r"\b(?:home|news|interviews|features|festivals|industry|trailers|videos?|podcasts?|box office)\b", re.I
)
_MENUS = 2
_REVIEW = re.compile(r"\breview(?:s|ed)?\b|\bcritique\b|[★☆✩]", re.IGNORECASE)
_DATELINE = re.compile(
    r"[-–\s]*(?:\d{1,2}[/.]\d{1,2}[/.]\d{4}\s[-–]\s)?(?P<name>[A-ZÀ-Þ][\w’'. -]{2,40}?) (?P<year>(?:19|20)\d\d):\s"
)
_HEAD_LINES = 6
# Of a film there is one such field.
_OF_A_FILM = re.compile(r"\s*(?:Stage|Director|Directors|Production compan(?:y|ies))\s*:", re.IGNORECASE)
# "TITLE review – …", "‘TITLE’: Berlin Review", "Review: TITLE", "Berlin Review: TITLE, …".
_NAMING = tuple(
    re.compile(pattern)
    for pattern in (
        r"[“\"‘'](?P<title>[^“”\"\n]{1,80}?)[”\"’']\s*(?:[:–—|-]\s*)?(?:[\w’' ]{0,40}\s)?(?i:review)\b.*",
        r"(?P<title>[^\W_][^\n:|]{0,80}?)\s*[:|–—]\s*(?:(?i:film|movie) )?(?i:review)\s*",
        r"(?P<title>[^\W_][^\n:|]{0,80}?)\s+(?:(?i:film|movie) )?(?i:review)\s*(?:[:–—|-].*)?",
        r"(?:[\w’' ]{0,40}\s)?(?i:review)\s*[:–—|-]\s*(?P<title>[^\W_][^\n|–—:]{0,80}?)(?:\s*[:–—|].*|\s\(.*|, .*)?",
    )
)
_GENERIC = re.compile(
    r"(?:(?:film|movie|series|book|the|first|dvd|blu-ray|our|in|capsule|festival|short)\s?)+|.*\b(?:festival|19\d\d|20\d\d)",
    re.IGNORECASE,
)
_QUOTES = "“”\"‘’'«» "
_LONGEST = 90
_FEW = 3
_NO_END = (".", ";", ":", ",", "…")


class Heading(NamedTuple):
    """The heading of a review: the number of its line, the film, and what it says of the film."""

    number: int
    film: End
    facts: tuple[Fact, ...]


class Reviews(NamedTuple):
    """What reviews print around their text: the headings, and what the lines of credits say, by the lines' numbers."""

    headings: list[Heading]
    credits: dict[int, list[Fact]]

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the films, folded."""
        films = [heading.film.what for heading in self.headings]
        return frozenset(fold(film.name) for film in films if isinstance(film, Mention))

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the headings' lines."""
        return frozenset(heading.number for heading in self.headings)

    @property
    def people(self) -> frozenset[str]:
        """The people of the credits, folded."""
        people = [fact.subject.what for facts in self.credits.values() for fact in facts]
        return frozenset(fold(who.name) for who in people if isinstance(who, Mention) and who.type == "Person")

    def from_heading(self, lines: list[Line]) -> list[Line]:
        """Leave out what a page with one review prints above its heading."""
        at = next((at for at, line in enumerate(lines) if line[0] == self.headings[0].number), 0)
        return lines[at:]


def reviewed(document: Document, lines: list[Line]) -> Reviews:
    """Give the lines of credits, and the headings that stand above them, in their order."""
    found = Reviews([], {})
    if language_of(document) != "en":
        return found
    if sum(bool(_OF_A_FILM.match(document.text, first, last)) for _, first, last in lines) > 1:
        return found  # records of several films have fields of their own
    used = 0
    for at, (number, first, last) in enumerate(lines):
        facts = [] if begins_with_title(document, first, last) else read_credits(document, first, last)
        if not facts:
            continue
        found.credits[number] = facts
        above = [lines[back] for back in range(at - 1, max(used, at - _FEW) - 1, -1)]
        dated = [one for line in above if (one := _heading(document, line, need_year=True))]
        plain = [one for line in above[:1] if (one := _heading(document, line, need_year=False))]
        found.headings.extend((dated or plain)[:1])
        used = at + 1
    return found


def is_review(document: Document, lines: list[Line]) -> bool:
    """Tell whether the first lines of an article call it a review."""
    return any(
        _REVIEW.search(document.text, first, last) and len(_MENU.findall(document.text, first, last)) < _MENUS
        for _, first, last in lines[:_FEW]
    )


def review_of(document: Document, lines: list[Line]) -> End | None:
    """Give the film that the headline of a review names, where the text names it again: "TITLE review – …"."""
    if language_of(document) != "en":
        return None
    text = document.text
    for _, first, last in lines[:_FEW]:
        for pattern in _NAMING:
            hit = pattern.fullmatch(text, first, last)
            title = hit["title"].strip(_QUOTES) if hit else ""
            if not hit or not _is_title(title) or _GENERIC.fullmatch(title):
                continue
            again = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", 0 if not title.isupper() else re.IGNORECASE)
            if found := again.search(text, last):
                return thing(found.group(), "Film", *found.span())
    return None


def shown_at(document: Document, lines: list[Line], film: End) -> list[Fact]:
    """Give the festival that the dateline of a review or interview names: "17/05/2016 - CANNES 2016: NAME talks"."""
    for _, first, last in lines[:_HEAD_LINES]:
        hit = _DATELINE.match(document.text, first, last)
        edition = edition_name(f"{hit['name']} {hit['year']}") if hit and known_festival(hit["name"]) else None
        if hit and edition:
            shown = End(Mention("FestivalEdition", edition), hit.start("name"), hit.end("year"))
            return [Fact(film, "screenedAt", shown, shown.first, shown.last, "review-dateline", 3.0)]
    return []


def _heading(document: Document, line: Line, *, need_year: bool) -> Heading | None:
    number, first, last = line
    text = document.text
    if is_field_line(document, first, last):
        return None
    label = _LABEL.match(text, first, last)
    start = label.end() if label else first
    year = _YEAR.search(text, start, last)
    if need_year and year is None:
        return None
    end = year.start() if year else last
    while not year and (tail := _TAIL.search(text, start, end)) and tail.start() > start:
        end = tail.start()
    alias = _ALIAS.search(text, start, end)
    stop = alias.start() if alias else end
    if alias and not year and countries_between(document, *alias.span("alias")):
        return None  # "TITLE (Spain, Italy)" above "Directed by": an entry of a list
    title = text[start:stop].strip(_QUOTES)
    if not title or (not year and title.endswith(_NO_END)) or stop - start > _LONGEST or not _is_title(title):
        return None
    at = text.index(title, start)
    again = _again(text, last, title) if title.isupper() else None
    film = thing(text[slice(*again)], "Film", *again) if again else thing(title, "Film", at, at + len(title))
    facts = []
    for hit in _EDITION.finditer(text, year.end() if year else end, last):
        name = hit["name"].rsplit(" - ", 1)[-1].strip(" |–—-")
        edition = edition_name(f"{name} {hit['year']}") if known_festival(name) or "festival" in fold(name) else None
        if edition:
            shown = End(Mention("FestivalEdition", edition), *hit.span())
            facts.append(Fact(film, "screenedAt", shown, first, last, "review-heading", 4.0))
    return Heading(number, film, tuple(facts))


def _again(text: str, at: int, title: str) -> tuple[int, int] | None:
    """Give where a title in capitals is printed in other letters."""
    spelt = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE)
    return next(
        (hit.span() for hit in spelt.finditer(text, at) if hit.group() != title and hit.group()[0].isupper()), None
    )


def _is_title(title: str) -> bool:
    first = title.lstrip("¡¿#…")[:1]
    is_name = known_festival(title) or fold(title) in sections() or countries().code(title)
    return (first.isupper() or first.isdigit()) and not is_name and not title.startswith(("By ", "Posted ", "Photo"))
