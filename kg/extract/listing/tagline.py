"""Tag lines: "19/09/2024 | Production | Funding | Belgium/France", the last line of a listing's item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.slot.festival import categories, edition_name, is_market, section_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["TAG_LINE", "Part", "TagLine", "countries_of", "read_tag_line"]

TAG_LINE = re.compile(r"\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>(?:19|20)\d\d))?(?=\s*(?:\||$))(?P<rest>.*)")

# What a film is says nothing of its countries where the news is of something else: "Industry | Series | Norway".
_WHAT_KIND = frozenset({"series", "shorts"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the tag line that names something, with its offsets."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TagLine:
    """What a tag line says. `is_origin` tells whether its countries are those of the film, or of the news."""

    date: str | None
    categories: tuple[str, ...]
    countries: tuple[Part, ...]
    edition: Part | None
    section: Part | None
    is_origin: bool
    first: int
    last: int


def read_tag_line(document: Document, first: int, last: int, year: int | None = None) -> TagLine | None:
    """Read a line as a tag line, or give None where it is none; `year` fills in a date printed without one."""
    found = TAG_LINE.fullmatch(document.text, first, last)
    if not found:
        return None
    day, month = int(found["day"]), int(found["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    printed = int(found["year"]) if found["year"] else year
    date = f"{printed:04d}-{month:02d}-{day:02d}" if printed else None
    named: list[str] = []
    origin: tuple[Part, ...] = ()
    edition = section = None
    leading_slash = False
    for text, start, end in _parts(document.text, found.start("rest"), last):
        places = countries_of(document.text, start, end)
        folded = text.casefold()
        if places:
            origin, leading_slash = places, text.startswith("/")
        elif folded in categories("origin", "news", "neutral"):
            named.append(folded)
        elif edition is None and edition_name(text):
            edition = Part(edition_name(text) or "", start, end)
        elif edition is not None and section is None:
            head, _, tail = text.rpartition("/")
            if head and tail.strip().casefold() in categories("news"):
                named.append(tail.strip().casefold())
                end = start + len(head.rstrip())
            section, more = _section(document.text, start, end)
            origin = origin or more
            if section is None and is_market(document.text[start:end]):
                named.append("market")  # "Cannes 2021 | Marché du Film"
        elif is_market(text):
            named.append("industry")
        else:
            named.append(folded)
    known = set(named)
    is_origin = bool(origin) and (
        bool(known & categories("origin"))
        or leading_slash
        or not known
        or (edition is not None and not known & categories("news"))
    )
    if known & (categories("news") | {"industry"}) and known & categories("origin") <= _WHAT_KIND:
        is_origin = False
    return TagLine(date, tuple(named), origin, edition, section, is_origin, first, last)


def _parts(text: str, first: int, last: int) -> list[tuple[str, int, int]]:
    parts = []
    at = first
    for piece in text[first:last].split("|"):
        start = at + len(piece) - len(piece.lstrip())
        end = at + len(piece.rstrip())
        if end > start:
            parts.append((text[start:end], start, end))
        at += len(piece) + 1
    return parts


def countries_of(text: str, first: int, last: int) -> tuple[Part, ...]:
    """Read "Belgium/France" whole as countries, in order, each once; one unknown name and it is none."""
    found: list[Part] = []
    at = first
    for piece in text[first:last].split("/"):
        start = at + len(piece) - len(piece.lstrip())
        code = countries().code(piece) if piece.strip() else None
        if piece.strip() and code is None:
            return ()
        if code and all(part.name != countries().name(code) for part in found):
            found.append(Part(countries().name(code), start, start + len(piece.strip())))
        at += len(piece) + 1
    return tuple(found)


def _section(text: str, first: int, last: int) -> tuple[Part | None, tuple[Part, ...]]:
    """Read "Competition" or, on older pages, "Competition/Belgium"."""
    printed = text[first:last]
    head, slash, tail = printed.partition("/")
    places = countries_of(text, first + len(head) + 1, last) if slash and tail.strip() else ()
    name = section_name(head if places else printed)
    end = first + len(head.rstrip()) if places else last
    return (Part(name, first, end) if name else None), places
