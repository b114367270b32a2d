"""Picks: numbered films and series with where they can be seen, each above a paragraph: "2. The Tuner (MUBI)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import lexicon
from kg.extract.roundup.releases import Entry, ends_releases
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.roundup.releases import Line

__all__ = ["is_series_heading", "picks"]

_PICK = re.compile(
    r"\s*(?P<number>\d{1,2})\s?[.)]\s+[“\"«]?(?P<title>[^\W_a-zß-ÿ][^()\n“”\"«»]{0,79}?)[”\"»]?"
    r"(?P<season>,? (?:season|series|saison) \d{1,2})?\s*\((?P<inner>[^()\n]{2,80})\)\s*:?\s*"
)
_SERIES = re.compile(r"\b(?:(?:mini-?|web ?|docu)?series|seasons?|episodes?|\d{1,2} ?[x×] ?\d{2,3})\b", re.IGNORECASE)
_PROSE = 60
_FEWEST = 2


def picks(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries of a page that counts its films; in brackets stands a platform or who distributes them."""
    text = document.text
    found: list[Entry] = []
    for at, line in enumerate(lines):
        hit = _PICK.fullmatch(text, line[1], line[2])
        following = lines[at + 1] if at + 1 < len(lines) else None
        has_prose = following is not None and following[2] - following[1] > _PROSE
        if hit and has_prose and int(hit["number"]) == len(found) + 1:
            firm = hit.span("inner") if _is_firm(hit["inner"]) else None
            found.append(Entry(line, hit.span("title"), firm))
        elif found and ends_releases(text, line):
            break
        elif found and line[2] - line[1] > _PROSE:
            found[-1].prose.append(line)
    return found if len(found) >= _FEWEST else []


def is_series_heading(heading: str) -> bool:
    """Tell whether a pick is a series by what its heading says: "(series, 8 x 50', Arte)", ", season 2"."""
    hit = _PICK.fullmatch(heading)
    return hit is not None and bool(hit["season"] or _SERIES.search(hit["inner"]))


def _is_firm(inner: str) -> bool:
    """Tell whether brackets name one who releases a film in cinemas: no platform, country or format."""
    platforms: list[str] = lexicon("release")["platforms"]
    said = inner.casefold()
    is_platform = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in platforms)
    is_land = any(countries().code(part.strip()) for part in re.split(r"[/,]", inner))
    return not (is_platform or is_land or _SERIES.search(inner) or any(letter.isdigit() for letter in inner))
