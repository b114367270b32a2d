"""Afterwords of round-ups: "Also released this week: TITLE (12A) and a restoration of TITLE (1958), with NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact, thing
from kg.extract.record.lines import people_between
from kg.extract.roundup.cast_line import cast_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document

__all__ = ["afterword"]

_LINE = re.compile(
    r"\s*(?:(?P<out>also (?:released|out|showing|opening|opens|in cinemas|on release|new)|et aussi|"
    r"aussi à l['’]affiche)|"
    r"next (?:week|wednesday|thursday|friday)|la semaine prochaine)\b[^:]{0,30}:\s*(?P<list>\S.*)",
    re.IGNORECASE,
)
_CAST = re.compile(r",?\s+(?:with|avec|starring)\s+(?P<cast>[^\W\d_a-zß-ÿ][^()]{3,160}?)\s*\.?\s*$")
_JOINS = re.compile(
    r"\s*;\s+|,\s+(?:and\s+|et\s+)?|\s+(?:and|et)\s+(?=(?:an?|the|une?|la) [\w ]{3,30} (?:of|de) |[A-ZÀ-Þ0-9])"
)
_AGAIN = re.compile(
    r"(?:an?|the|une?|la)\s+(?:[\w-]+\s+){0,2}(?:restoration|re-?release|reissue|reprise|version|print|copie)\s+"
    r"(?:of\s+|de\s+|d['’])",
    re.IGNORECASE,
)
_FILM = re.compile(
    r"(?P<title>[A-ZÀ-Þ0-9][^()]{0,70}?)(?P<bracket>\s*\([^()]{1,30}\))?"
    r"(?:,?\s+(?:by\s+|de\s+|d['’])(?P<directors>[^\W\d_a-zß-ÿ][^()]{2,60}?)(?:\s*\((?P<firm>[A-ZÀ-Þ0-9][^()]{1,40})\))?)?\s*\.?\s*"
)
_FEW = 2


def afterword(document: Document, lines: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, list[Fact]]]:
    """Give the numbers of such lines, and what each says of the films that it names.

    "A and B" may be one title as well as two: without brackets behind the titles no such list is read.
    """
    for number, first, last in lines:
        hit = _LINE.fullmatch(document.text, first, last)
        if hit:
            yield number, _facts(document, *hit.span("list"), is_out=bool(hit["out"]))


def _facts(document: Document, first: int, last: int, *, is_out: bool) -> list[Fact]:
    text = document.text
    cast = _CAST.search(text, first, last)
    end = cast.start() if cast else last
    pieces = list(_pieces(text, first, end))
    found = [_FILM.fullmatch(text, *piece) for piece in pieces]
    if len(pieces) >= _FEW and not all(hit and (hit["bracket"] or hit["directors"]) for hit in found):
        return []
    facts: list[Fact] = []
    for hit in found:
        if not hit:
            continue
        film = thing(hit["title"], "Film", *hit.span("title"))
        if is_out:
            facts.append(Fact(film, "stage", End(Value("released")), *hit.span(), "afterword", 3.0))
        if hit["directors"]:
            people = people_between(document, *hit.span("directors"))
            facts += [Fact(person, "directed", film, *hit.span(), "afterword", 3.0) for person in people]
        if hit["firm"] and is_out:
            firm = thing(hit["firm"], "Company", *hit.span("firm"))
            facts.append(Fact(firm, "distributed", film, *hit.span(), "afterword", 3.0))
        if cast and hit is found[-1]:
            played = cast_facts(document, (0, *cast.span("cast")))
            facts += [Fact(one.subject, "starredIn", film, hit.start(), last, "afterword", 3.0) for one in played]
    return facts


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    at = first
    for mark in [*_JOINS.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        again = _AGAIN.match(text, at, end)
        at = again.end() if again else at
        if text[at:end].strip():
            yield at, end
        at = mark.end() if mark else last
