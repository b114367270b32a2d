"""Labelled lines: "TITLE (Spain) – dir: NAME – prod: FIRM", a whole record on one line, whatever divides its parts.

Labels are the fields and the abbreviations of credits that the lexicons know, in any language, alone or joined
("auteur-réalisateur"). What stands before the first one is the title, with what says by itself what it is: countries,
a sum, a kind of film.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon
from kg.extract.names import fold
from kg.extract.pieces import pieces
from kg.extract.record.beneath import BULLET
from kg.extract.record.cells import A_SUM
from kg.extract.record.columns import COLUMN_RECORD, Row
from kg.extract.record.fields import labels, predicate_called
from kg.extract.record.origins import listed_origins
from kg.extract.record.segments import IGNORED, PROSE
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between, makers_between, people_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["labelled_lines"]

_SCORE = 3.5
_LONGEST, _LONGEST_TITLE = 400, 90
_FEWEST = 2
_OF_FIRMS = frozenset({"produced", "coProduced", "sold", "distributed"})
_READ = _OF_FIRMS | {"directed", "wrote", "starredIn"}
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[|;()\[\]]\s*|,\s+|\s+/\s+|:\s+")
_LANDS_BEHIND = re.compile(r"\s\((?P<inner>[^()]{2,60})\)\.?$")
_JOINS = re.compile(r"\s*(?:/|&|-|\band\b|\bet\b)\s*")
# "In the minority line, €150,000 each went to the Hungarian film TITLE, directed by …": a sentence.
_TOLD = re.compile(r"\b(?:went|goes|go) to\b|\b(?:was|were|are|has been|have been) [a-z]+ed\b")
_AROUND = " \t–—-,;:|(/[·•"
_BEHIND = " \t–—-,;:|([)].·•/"


def labelled_lines(document: Document, lines: list[tuple[int, int, int]]) -> dict[int, Row]:
    """Read the lines that are records with two labels at least, one of them of who directs, by where they begin."""
    rows: dict[int, Row] = {}
    for _, first, last in lines[1:]:
        if last - first <= _LONGEST and (row := _read(document, first, last)):
            rows[first] = row
    return rows


def _read(document: Document, first: int, last: int) -> Row | None:
    text = document.text
    found = _label().finditer(text, first, last)
    hits = [(hit, roles) for hit in found if (roles := _roles(hit["marked"] or hit["plain"]))]
    told = {role for _, roles in hits for role in roles}
    if len(hits) < _FEWEST or "directed" not in told or told <= {"directed", "wrote"}:
        return None
    if _goes_on(text, first, hits[0][0].start(), last):
        return None
    film, facts = _head(document, first, hits[0][0].start())
    if film is None:
        return None
    ends = [hit.start() for hit, _ in hits[1:]] + [last]
    # All that the head tells is where the film is from; else the end of the line may.
    lands = [] if facts else _lands_behind(document, last, *hits[-1])
    facts += listed_origins(film, lands, (first, last), COLUMN_RECORD, _SCORE)
    for (hit, roles), end in zip(hits, ends, strict=True):
        end = hit.end() + len(text[hit.end() : end].rstrip(_BEHIND))
        end += text[hit.end() : end].count("(") > text[hit.end() : end].count(")") and text[end : end + 1] == ")"
        for role in roles:
            facts += [
                Fact(one, role, film, first, last, COLUMN_RECORD, _SCORE, main="object" if role == "directed" else "")
                for one in _named(document, hit.end(), end, role)
            ]
    return Row(film, facts)


def _goes_on(text: str, first: int, at: int, last: int) -> bool:
    """Tell whether a line goes on behind the bracket of its labels: "TITLE (dir: NAME) receives a grant"."""
    is_inside = text.count("(", first, at) > text.count(")", first, at)
    closing = text.rfind(")", at, last)
    return is_inside and closing >= 0 and bool(text[closing + 1 : last].strip(_BEHIND))


def _lands_behind(document: Document, last: int, label: re.Match[str], roles: tuple[str, ...]) -> list[End]:
    """Give the countries that close a line behind its last label, which are the film's, but for a company's."""
    found = _LANDS_BEHIND.search(document.text, label.end(), last)
    if not found or (_OF_FIRMS.intersection(roles) and is_company_name(document.text[label.end() : found.start()])):
        return []
    return countries_between(document, *found.span("inner"))


def _named(document: Document, first: int, last: int, role: str) -> list[End]:
    """Give whom a label names, without what the line says of other things behind: "NAME – first work"."""
    stop = re.search(r"\s+[–—|;]\s+|;\s|\.\s+(?=[A-ZÀ-Þ])|\s–\s", document.text[first:last])
    last = first + stop.start() if stop else last
    if role in _OF_FIRMS:
        return makers_between(document, first, last, role)
    return people_between(document, first, last)


def _head(document: Document, first: int, last: int) -> tuple[End | None, list[Fact]]:
    """Give the film that a line begins with, and the countries beside its title."""
    text = document.text
    bullet = BULLET.match(text, first, last)
    first = bullet.end() if bullet else first
    last = first + len(text[first:last].rstrip(_AROUND))
    if first >= last or PROSE.search(text, first, last) or _TOLD.search(text, first, last):
        return None, []
    title: tuple[int, int] | None = None
    lands: list[End] = []
    others = 0
    for start, end in pieces(text, first, last, _PARTS):
        piece = text[start:end]
        if not piece.strip() or IGNORED.fullmatch(piece) or A_SUM.search(piece) or _is_kind(piece):
            continue
        if places := countries_between(document, start, end):
            lands += places
        elif title is None:
            title = start, end
        else:
            others += 1
    if title is None or others > 1:
        return None, []
    name = text[slice(*title)].strip(' “”"«»‘’')
    if not name or len(name) > _LONGEST_TITLE or not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#"):
        return None, []
    if len(name.split()) in (2, 3) and is_given_name(fold(name.split()[0])) and text[title[1] : title[1] + 1] in ",":
        return None, []
    begin = text.index(name, title[0])
    film = thing(name, "Film", begin, begin + len(name))
    return film, listed_origins(film, lands, (first, last), COLUMN_RECORD, _SCORE)


def _is_kind(piece: str) -> bool:
    """Tell whether a part is a kind of film, in small letters: "long-métrage de fiction"."""
    return piece[:1].islower() and not any(word[0].isupper() for word in piece.split())


def _roles(label: str) -> tuple[str, ...]:
    """Give what a label, or each of several that are joined, says; nothing for one that says nothing of who made it."""
    plain = label.casefold().strip(" .")
    said = _called(plain)
    if not said:
        said = [role for part in _JOINS.split(plain) for role in _called(part) or ("",)]
    return tuple(dict.fromkeys(said)) if _READ.issuperset(said) else ()


def _called(name: str) -> list[str]:
    credited: list[str] = lexicon("credits")["labels"].get(name, [])
    return credited or [predicate for predicate in [predicate_called(name)] if predicate]


@cache
def _label() -> re.Pattern[str]:
    one = rf"(?:{labels()}|{'|'.join(map(re.escape, sorted(lexicon('credits')['labels'], key=len, reverse=True)))})s?"
    joined = rf"(?:{one})(?:\s?(?:/|&|-|\band\b|\bet\b)\s?(?:{one}))*"
    short = r"(?:co-?)?(?:dirs?|prods?|scr|dist|réal|prod co)"
    marked = rf"(?<![\w’'/-])(?P<marked>(?i:{joined})(?=\s?:)|(?i:{short})(?=\.))\s?[.:]+\s*(?=[^\s])"
    # Without a colon only behind a mark: "TITLE - writer/director NAME, producer NAME".
    plain = rf"(?:(?<=[-–—,;/|] )|(?<=\())(?P<plain>(?i:{joined}))\s+(?=[A-ZÀ-ÞĀ-Ž])"
    return re.compile(f"{marked}|{plain}")
