"""Filmographies, a work a line: "2016 Low Tide (NO/SE, in post-production)", "Low Tide (2016, dir. Ida Holm), doc."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact, thing
from kg.extract.names import fold
from kg.extract.record.fields import stage_in
from kg.extract.record.origins import listed_origins
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between, people_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["filmography_facts", "filmography_titles"]

_RULE = "filmography-line"
_YEAR = r"(?:19|20)\d\d"
_KIND = r"(?:short|doc|documentary|feature|fiction|animation|series|tv|mini-?series)"
_MARK = r"\s*[-–•*·]?\s*"
_SHAPES = (
    re.compile(
        rf"{_MARK}{_YEAR}(?:\s*[/–-]\s*\d{{2,4}})?\s*[:|–-]?\s+(?P<title>[“\"«]?[^\W\d_a-zß-ÿ][^()\n]{{0,80}}?)"
        r"(?:\s*\((?P<inner>[^()\n]{2,90})\)(?P<rest>[,;–-][^\n]{0,90})?)?\s*"
    ),
    re.compile(
        rf"{_MARK}(?P<title>[“\"«]?[^\W_a-zß-ÿ][^()\n]{{0,80}}?)"
        rf"\s*\({_YEAR}(?:\s*[,;–-]\s*(?P<inner>[^()\n]{{2,90}}))?\)(?P<rest>[,;–-][^\n]{{0,90}})?\s*"
    ),
)
_PARTS = re.compile(r"\s*[,;]\s*")
_BY = re.compile(r"(?:dir(?:ected)?\b\.?(?: by)?|by|director)\s*:?\s*(?=[^\W\d_a-zß-ÿ])", re.IGNORECASE)
_IS_KIND = re.compile(rf"(?:{_KIND}s?\.?(?: film)?|\d+[’'´]?(?: ?min\.?)?)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:[–—:;,.]|\b(?:by|and|of|in|at|the|with|for))$|\b(?:[Pp]rize|[Aa]ward|[Ff]estival|Article)\b|: "
)
_FEWEST = 2


def filmography_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, of the works that a filmography lists."""
    return frozenset(fold(_title(hit)) for _, hit in _lines(document))


def filmography_facts(document: Document) -> list[Fact]:
    """Give what the lines of a filmography say of their works: countries, director, stage."""
    return [fact for first, hit in _lines(document) for fact in _facts(document, first, hit)]


def _facts(document: Document, start: int, hit: re.Match[str]) -> Iterator[Fact]:
    title = _title(hit)
    at = document.text.index(title, start)
    film = thing(title, "Film", at, at + len(title))
    line = (start, start + len(hit.group().rstrip()))
    for group in ("inner", "rest"):
        if hit[group] is not None:
            yield from _said(document, film, start + hit.start(group), start + hit.end(group), line)


def _said(document: Document, film: End, first: int, last: int, line: tuple[int, int]) -> Iterator[Fact]:
    at = first
    for part in _PARTS.split(document.text[first:last]):
        begin = document.text.index(part, at)
        at = end = begin + len(part)
        stage = stage_in(part)
        if not part or _IS_KIND.fullmatch(part):
            continue
        if places := countries_between(document, begin, end):
            yield from listed_origins(film, places, line, _RULE)
        elif by := _BY.match(document.text, begin, end):
            for person in people_between(document, by.end(), end):
                yield Fact(person, "directed", film, *line, _RULE, 4.0)
        elif stage:
            yield Fact(film, "stage", End(Value(stage), begin, end), *line, _RULE, 4.0)


def _title(hit: re.Match[str]) -> str:
    return hit["title"].strip(' “”"«»')


def _lines(document: Document) -> list[tuple[int, re.Match[str]]]:
    """Give the lines of filmographies with where they begin: two at least stand together."""
    read: list[tuple[int, re.Match[str] | None]] = []
    for number in range(1, document.line_count + 1):
        first, last = document.line_span(number)
        text = document.text[first:last]
        if not text.strip():
            continue
        hit = next((one for shape in _SHAPES if (one := shape.fullmatch(text))), None)
        read.append((first, hit if hit and _is_work(hit) else None))
    found: list[tuple[int, re.Match[str]]] = []
    for at, (first, hit) in enumerate(read):
        around = [read[near][1] for near in (at - 1, at + 1) if 0 <= near < len(read)]
        if hit and any(near is not None and near.re is hit.re for near in around):
            found.append((first, hit))
    return found if len(found) >= _FEWEST else []


def _is_work(hit: re.Match[str]) -> bool:
    """Tell whether a line names a work and nobody who won something, and no day of an archive."""
    title = _title(hit)
    words = title.split()
    is_person = len(words) == _FEWEST and is_given_name(fold(words[0])) and hit["inner"] is None
    return not (_NO_TITLE.search(title) or is_person)
