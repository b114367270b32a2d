"""The tag above an article: "PRODUCTION / FUNDING Greece/Cyprus/Bulgaria", "RELEASES France", "OSLO 2031 Market"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact
from kg.extract.record.lines import countries_between
from kg.extract.slot.festival import categories, edition_name, is_market, section_name, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["EventTag", "PageTag", "event_tag", "page_tag", "tag_facts"]

_TAG = re.compile(
    r"(?P<categories>[A-ZÀ-Þ][A-ZÀ-Þ -]+(?:\s*/\s*[A-ZÀ-Þ][A-ZÀ-Þ -]+)*)(?:\s+(?P<places>[A-ZÀ-Þ][^|]{2,100}))?"
)
_SEPARATOR = re.compile(r"\s*/\s*")
# Menus of many lines may stand above a tag; the first line of prose stands below it.
_HEAD, _PROSE = 60, 150
# What stands in a country's place and is none.
_REGIONS = frozenset(
    {"Europe", "World", "International", "Nordic countries", "Scandinavia", "Balkans", "Benelux", "USA"}
)
_RELEASES = frozenset({"releases", "release", "sorties", "sortie", "distribution"})
# "OSLO 2031 Market / Norway": a festival in capitals and its year, and what the news is about.
_EVENT = re.compile(
    r"(?P<edition>[A-ZÀ-Þ][A-ZÀ-Þ:’'-]{2,}(?: [A-ZÀ-Þ:’'-]{2,}){0,3} (?:19|20)\d\d)"
    r"(?:\s+(?:[|–-]\s+)?(?P<strand>[^.!?“”\"()\n/|]{2,50}?)(?:\s*[/|]\s*[^.!?“”\"()\n]{2,60})?)?"
)
_BOX_OFFICE = frozenset({"box office", "box-office"})


@dataclass(frozen=True, slots=True)
class PageTag:
    """What the tag of an article's page says: its line, its categories (casefolded) and its countries."""

    number: int
    categories: frozenset[str]
    countries: tuple[End, ...]

    @property
    def is_origin(self) -> bool:
        """Tell whether the countries are those of the film that the article is about, rather than of the news."""
        return bool(self.categories & categories("origin")) and len(self.countries) > 1

    @property
    def is_release(self) -> bool:
        """Tell whether the article is about films that come out."""
        return bool(self.categories & _RELEASES)

    @property
    def is_box_office(self) -> bool:
        """Tell whether the article is about what films take in cinemas: companies beside them distribute them."""
        return bool(self.categories & _BOX_OFFICE)

    @property
    def land(self) -> End | None:
        """Give the one country in which the films of a page about releases come out."""
        return self.countries[0] if self.is_release and len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class EventTag:
    """What the tag of a page of festival news says: its line, the festival's edition, and the section, if it is one."""

    line: tuple[int, int, int]
    edition: End
    section: str | None

    @property
    def festival(self) -> str:
        """The festival's name, without its year."""
        return self.edition.what.name[:-5] if isinstance(self.edition.what, Mention) else ""

    @property
    def year(self) -> str:
        """The year of the edition."""
        return self.edition.what.name[-4:] if isinstance(self.edition.what, Mention) else ""


def event_tag(document: Document, lines: list[tuple[int, int, int]]) -> EventTag | None:
    """Give the tag of festival news among the first lines of an article, or None where the page prints none."""
    for number, first, last in _above_text(lines[:-1]):
        found = _EVENT.fullmatch(document.text, first, last)
        name = edition_name(found["edition"]) if found else None
        if found is None or name is None or is_market(found["edition"]):
            continue
        strand = section_name(found["strand"] or "")
        section = sections().get(strand.casefold()) if strand else None
        edition = End(Mention("FestivalEdition", name), *found.span("edition"))
        return EventTag((number, first, last), edition, section)
    return None


def page_tag(document: Document, lines: list[tuple[int, int, int]]) -> PageTag | None:
    """Give the tag among the first lines of an article, or None where the page prints none."""
    for number, first, last in _above_text(lines):
        found = _TAG.fullmatch(document.text, first, last)
        if not found:
            continue
        named, start = _categories(document.text, *found.span("categories"))
        if not named:
            continue
        places = countries_between(document, start, last) if start < last else []
        if start < last and not places and document.text[start:last].strip() not in _REGIONS:
            continue
        return PageTag(number, frozenset(named), tuple(places))
    return None


def _above_text(lines: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Give the lines above the first one of prose."""
    return takewhile(lambda line: line[2] - line[1] < _PROSE, lines[:_HEAD])


def tag_facts(tag: PageTag, films: list[End], facts: list[Fact]) -> list[Fact]:
    """Give the countries of an article's one film, and that films are out where it is about releases."""
    found = []
    if tag.is_origin and len(films) == 1:
        found += [
            Fact(films[0], "countryOfOrigin", place, place.first, place.last, "page-tag", 3.0,
                 qualifiers={"position": n})
            for n, place in enumerate(tag.countries, 1)
        ]  # fmt: skip
    if tag.is_release:
        released = {
            fact.object.what: fact
            for fact in facts
            if fact.predicate == "distributed" and isinstance(fact.object.what, Mention) and not _is_deal(fact)
        }
        found += [
            Fact(fact.object, "stage", End(Value("released")), fact.first, fact.last, "release-tag", 2.0)
            for fact in released.values()
        ]
    return found


def _is_deal(fact: Fact) -> bool:
    """Tell whether a distributor has bought a film for somewhere, which does not say that it is out."""
    return fact.rule.startswith("territory") or "territory" in fact.qualifiers


def _categories(text: str, first: int, last: int) -> tuple[list[str], int]:
    """Give the known categories at the beginning of a tag, and where its countries begin."""
    known = categories("origin", "news", "neutral")
    named: list[str] = []
    at = first
    while at < last:
        longest = next(
            (
                name
                for name in sorted(known, key=lambda name: (-len(name), name))
                if text[at:last].casefold().startswith(name) and not text[at + len(name) : at + len(name) + 1].isalpha()
            ),
            None,
        )
        if longest is None:
            break
        named.append(longest)
        at += len(longest)
        joint = _SEPARATOR.match(text, at) or re.compile(r"\s+").match(text, at)
        at = joint.end() if joint else at
    return named, at
