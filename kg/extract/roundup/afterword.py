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
    r"\s*(?:(?P<out>also (?:released|out|showing|opening|opens|in (?:cinemas|theaters|theatres)|on release|new|"
    r"discover|"
    r"on the (?:bill|program|programme)|playing|to (?:see|discover))|other releases|and also|et aussi|"
    r"aussi à l['’]affiche)|"
    r"next (?:week|wednesday|thursday|friday)|la semaine prochaine)\b[^:]{0,30}:\s*(?P<list>\S.*)",
    re.IGNORECASE,
)
_CAST = re.compile(r",?\s+(?:with|avec|starring)\s+(?P<cast>[^\W\d_a-zß-ÿ][^()]{3,160}?)\s*\.?\s*$")
_JOINS = re.compile(
    r"\s*;\s+|,\s+(?:and\s+|et\s+)?|\s+(?:and|et)\s+(?=(?:an?|the|une?|la) [\w ]{3,30} (?:of|de) |[A-ZÀ-Þ0-9])"
)
# Where semicolons part the films, commas and joins stand within what is said of each.
_SEMICOLONS = re.compile(r"\s*;\s+")
_AGAIN = re.compile(
    r"(?:and\s+|et\s+)?(?:(?:an?|the|une?|la)\s+(?:[\w-]+\s+){0,2}"
    r"(?:restoration|re-?release|reissue|reprise|version|print|copie)\s+(?:of\s+|de\s+|d['’])|"
    r"(?:the\s+|le\s+)?(?:documentary|documentaire|animation|comedy|drama|film)\s+(?=[“\"«A-ZÀ-Þ])|(?=[“\"«]))",
    re.IGNORECASE,
)
_FILM = re.compile(
    r"(?:(?!(?:The|A|An)\s|.*\sby\s)(?P<owner>[^\W\d_a-zß-ÿ][\w.’-]*(?: [^\W\d_][\w.’-]*){1,3})[’']s\s+)?"
    r"[“\"«]?\s?(?P<title>[A-ZÀ-Þ0-9][^()“”\"«»]{0,70}?)\s?[”\"»]?(?P<bracket>\s*\((?P<inner>[^()]{1,30})\))?"
    r"(?:,?\s+(?:by\s+|de\s+|d['’])(?P<directors>[^\W\d_a-zß-ÿ][^()]{2,60}?)"
    r"(?:\s*\((?P<firm>[A-ZÀ-Þ0-9][^()]{1,40})\))?)?\s*\.?\s*"
)
# What stands in a bracket behind a title and is no distributor: a rating, a year, a length.
_RATED = re.compile(
    r"(?:PG|U|X|R|A|G|TP|cert\.? )?-?\d*[A-Z]?(?:\s?(?:min|mins|ans|\+))?|(?:19|20)\d\d|[A-Z]{1,2}", re.IGNORECASE
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
    each_has_cast = bool(_SEMICOLONS.search(text, first, last))
    found: list[tuple[re.Match[str], re.Match[str] | None]] = []
    cast = None if each_has_cast else _CAST.search(text, first, last)
    pieces = list(_pieces(text, first, cast.start() if cast else last, _SEMICOLONS if each_has_cast else _JOINS))
    for start, end in pieces:
        own = _CAST.search(text, start, end) if each_has_cast else cast if (start, end) == pieces[-1] else None
        film = _FILM.fullmatch(text, start, own.start() if own and each_has_cast else end)
        if len(pieces) >= _FEW and not (film and (film["bracket"] or film["directors"] or film["owner"])):
            return []
        if film:
            found.append((film, own))
    return [fact for film, own in found for fact in _told(document, film, own, is_out=is_out)]


def _told(document: Document, hit: re.Match[str], cast: re.Match[str] | None, *, is_out: bool) -> Iterator[Fact]:
    """Give what a piece of a list says of its film."""
    film = thing(hit["title"], "Film", *hit.span("title"))
    if is_out:
        yield Fact(film, "stage", End(Value("released")), *hit.span(), "afterword", 3.0)
    for group in ("owner", "directors"):
        for person in people_between(document, *hit.span(group)) if hit[group] else ():
            yield Fact(person, "directed", film, *hit.span(), "afterword", 3.0)
    for group in ("inner", "firm"):
        if is_out and hit[group] and hit[group][0].isupper() and not _RATED.fullmatch(hit[group]):
            firm = thing(hit[group], "Company", *hit.span(group))
            yield Fact(firm, "distributed", film, *hit.span(), "afterword", 3.0)
    if cast:
        for one in cast_facts(document, (0, *cast.span("cast"))):
            yield Fact(one.subject, "starredIn", film, hit.start(), cast.end(), "afterword", 3.0)


def _pieces(text: str, first: int, last: int, joins: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = first
    for mark in [*joins.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        again = _AGAIN.match(text, at, end)
        at = again.end() if again else at
        if text[at:end].strip():
            yield at, end
        at = mark.end() if mark else last
