"""Whole blocks: fields that stand together make one record in whatever order, "Director: NAME" above "Title: TITLE".

A block ends where a line is no field, where its first field comes again, and where a second title does. Where none of
its fields is a title, the lines above it are its head: the title, and what is told in few words, "Norway – Spain,
105 min.", "Fiction / in development".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact, thing
from kg.extract.pieces import pieces
from kg.extract.record.beneath import BULLET, DATELINE, HEADING, PIPED_LINE
from kg.extract.record.cells import A_SUM
from kg.extract.record.fields import ORIGINAL_TITLE, field_in, is_field, predicate_of, stage_in
from kg.extract.record.lines import names_its_director
from kg.extract.record.origins import listed_origins
from kg.extract.record.segments import IGNORED, PROSE
from kg.extract.slot.festival import sections
from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.document import Document

__all__ = ["Head", "heads_of_blocks"]

_RULE, _SCORE = "record-head", 4.0
_MAKING = frozenset({"directed", "produced", "wrote", "coProduced"})
_FEWEST = 2
_MOST_ABOVE = 6
_FEW_WORDS = 4
_STOPS = (".", "…", ".”", '."')
_LONGEST_TITLE, _LONGEST_LINE = 90, 110
_PARTS = re.compile(r"\s*[,;|]\s+|\s+[-–—/|]\s+|\s*/\s*")
_PIPE = re.compile(r"\s*\|\s*")
_KIND = re.compile(
    r"(?:(?:feature|short|long|full|medium|length|live|action|animated|creative|debut|first|second|fiction|documentary|"
    r"animation|drama|comedy|thriller|film|series|tv|mini|family|children|youth|experimental|hybrid|co|production|"
    r"minority|majority|colou?r|b&w|hd|dcp|4k|genre|language|english|min|minutes|horror|western|musical|romance|romantic|"
    r"mystery|crime|sci|fi|science|war|histor(?:y|ical)|biopic|adventure|fantasy|satire|dark|black|psychological|social|"
    r"noir|period|completed|finished|wip|work|in|progress|working title|provisional title)s?(?:[\s,-]+|$))+",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:ca\.? |approx\.? )?\d{1,3}(?:\s?[x×]\s?\d{1,3})?\s?(?:[’'′]|mins?\.?|minutes|mn)?", re.IGNORECASE
)
_STAGE = re.compile(
    r"(?:in |under |currently in |at )?(?:\w+[ -]){0,2}(?:production|development|progress|stage|shooting|editing)"
)
# What calls a line a sheet of facts, before the title: a "fact sheet", a "project".
_SHEET = re.compile(
    r"(?:fact ?sheet|data ?sheet|project|film|dossier|press kit|press notes|case study)\s*[:–—-]\s+", re.IGNORECASE
)
_TITLE = re.compile(
    r"[“\"«]?(?P<title>[^\W_a-zß-ÿ][^()/“”\"«»]*?|[¡¿#][^()/“”\"«»]*?)[”\"»]?"
    r"(?:\s+/\s+[“\"«]?(?P<other>[^()/“”\"«»]{2,80}?)[”\"»]?)?\s*(?:\((?P<inner>[^()]{2,80})\))?"
    # Behind another title stands who distributes the film.
    r"(?:\s*\([^()]{2,60}\))?\s*"
)
_TAIL = re.compile(
    r"\s*\((?P<inner>[^()]{2,40})\)\s*\Z|,\s(?P<kind>[a-z][a-z -]{3,30})\Z|\s+(?:[–-]\s*)?"
    r"(?P<sum>(?:€|\$|£|[A-Z]{3}\s)\s?\d[\d\s.,]*[mk]?|\d[\d\s.,]{2,}\s?(?:€|EUR|euros?|[A-Z]{3}))\s*\Z"
)


@dataclass(slots=True)
class Head:
    """A line of a block's head, or its first field: the film of the block, and what the line says of it."""

    film: End
    facts: list[Fact] = field(default_factory=list)
    is_read: bool = True  # whether nothing else is to be read in the line


def heads_of_blocks(
    document: Document, lines: list[tuple[int, int, int]], rows: Container[int] = frozenset()
) -> dict[int, Head]:
    """Give the heads of an article's blocks, line by line, by where the lines begin; blocks without one have none.

    `rows` are where lines begin that a list's columns read: of these a block that names no director leaves it to them.
    """
    heads: dict[int, Head] = {}
    block: list[int] = []
    found: list[re.Match[str]] = []
    for at, (_, first, last) in enumerate([*lines, (0, 0, 0)]):
        one = field_in(document.text, first, last) if last else None
        is_one = one is not None and is_field(one["field"])
        is_next = bool(found) and is_one and one is not None and _begins_again(one, found)
        if found and (is_next or not is_one):
            heads |= _of_block(document, lines, block[0], found, heads, rows)
            found, block = [], []
        if is_one and one is not None:
            found.append(one)
            block.append(at)
    return heads


def _begins_again(one: re.Match[str], found: list[re.Match[str]]) -> bool:
    return one["field"] == found[0]["field"] or (_is_title(one) and any(map(_is_title, found)))


def _of_block(
    document: Document,
    lines: list[tuple[int, int, int]],
    at: int,
    found: list[re.Match[str]],
    heads: dict[int, Head],
    rows: Container[int],
) -> dict[int, Head]:
    """Give the head of one block, which begins with the line at an index."""
    first = lines[at][1]
    title = next((one for one in found if _is_title(one)), None)
    if title is not None:
        film = thing(title["value"].strip(' “”"«»'), "Film", *title.span("value"))
        return {} if title is found[0] else {first: Head(film, is_read=False)}
    predicates = {predicate_of(one) for one in found}
    original = predicate_of(found[0]) == ORIGINAL_TITLE
    is_its = original or _is_record(found, predicates)
    read = None if "directed" in predicates else rows
    above = _above(document, lines, at, heads, read, is_original=original) if is_its else None
    if above is not None:
        return {**above, first: Head(next(iter(above.values())).film, is_read=False)}
    if original:
        film = thing(found[0]["value"].strip(' “”"«»'), "Film", *found[0].span("value"))
        return {first: Head(film, is_read=False)}
    return {}


def _is_record(found: list[re.Match[str]], predicates: set[str]) -> bool:
    return len(found) >= _FEWEST and not predicates.isdisjoint(_MAKING)


def _above(
    document: Document,
    lines: list[tuple[int, int, int]],
    at: int,
    heads: dict[int, Head],
    rows: Container[int] | None,
    *,
    is_original: bool,
) -> dict[int, Head] | None:
    """Read the lines above a block, upwards as far as its title; None where there is none.

    Above paragraphs only a line with countries or another title in brackets is one, or any short line where the block
    begins with the film's original title (`is_original`).

    Nor is there one where the title has its director beside it, which `rows` or a record of one line read: a block
    that names the director has None of these.
    """
    told: list[tuple[int, int]] = []
    paragraphs = 0
    for index in range(at - 1, max(-1, at - 1 - _MOST_ABOVE), -1):
        number, first, last = lines[index]
        text = document.text[first:last]
        sheet = _SHEET.match(document.text, first, last)
        if not sheet and (index == 0 or field_in(document.text, first, last)):
            return None  # an article's headline, or a field
        over, *extent = lines[index - 1]
        is_inside = over == number - 1 and field_in(document.text, *extent) is not None  # of a block, and no head
        if is_inside or first in heads:
            return None
        if rows is not None and (first in rows or names_its_director(document, first, last)):
            return None
        if _is_told(document, first, last):
            told.append((first, last))
            continue
        if index and (len(text) > _LONGEST_LINE or (text.endswith(_STOPS) and len(text.split()) > _FEW_WORDS)):
            paragraphs += 1  # what the film tells may stand between its title and its fields
            continue
        start = BULLET.match(text)
        begin = first + (start.end() if start else 0)
        begin = sheet.end() if sheet else begin
        hit = _TITLE.fullmatch(document.text, begin, _end(document.text, begin, last))
        if hit is None or not _may_be_title(hit, document.text[begin:last]):
            return None
        head = _head(document, hit)
        if paragraphs and not head.facts and not is_original:
            return None  # any heading stands above paragraphs: this one has nothing that a film's has
        return {first: head, **{a: Head(head.film, _facts(document, head.film, a, b)) for a, b in reversed(told)}}
    return None


def _end(text: str, first: int, last: int) -> int:
    """Give where a title's line ends without what a fund gives and the kind of film, "TITLE €250,000 (documentary)"."""
    while hit := _TAIL.search(text, first, last):
        inner = hit["inner"] or hit["kind"] or hit["sum"]
        if not (A_SUM.fullmatch(inner.strip()) or _KIND.fullmatch(inner) or IGNORED.fullmatch(inner)):
            break
        last = hit.start()
    return last


def _may_be_title(hit: re.Match[str], text: str) -> bool:
    is_over = text[-1] in ".:;," and not text.endswith("...")
    return not (is_over or PROSE.search(text) or len(hit["title"]) > _LONGEST_TITLE or HEADING.fullmatch(text.strip()))


def _is_told(document: Document, first: int, last: int) -> bool:
    """Tell whether a line says by itself what it is: countries, a length, a kind of film, a stage."""
    if DATELINE.fullmatch(document.text, first, last):
        return True
    if PIPED_LINE.fullmatch(document.text, first, last):
        parts = pieces(document.text, first, last, _PIPE)
        return any(_is_told(document, at, end) for at, end in parts if document.text[at:end].strip())
    for at, end in pieces(document.text, first, last, _PARTS):
        piece = document.text[at:end].strip(" .")
        plain = _KIND.fullmatch(piece) or _LENGTH.fullmatch(piece) or IGNORED.fullmatch(piece)
        if piece and not (
            plain or (_STAGE.fullmatch(piece) and stage_in(piece)) or countries_between(document, at, end)
        ):
            return False
    return True


def _head(document: Document, hit: re.Match[str]) -> Head:
    title = hit["title"].strip()
    begin = hit.start("title")
    head = Head(thing(title, "Film", begin, begin + len(title)))
    for name in ("other", "inner"):
        if not hit[name] or IGNORED.fullmatch(hit[name]) or _KIND.fullmatch(hit[name]):
            continue
        if places := countries_between(document, *hit.span(name)):
            head.facts += listed_origins(head.film, places, hit.span(), _RULE, _SCORE)
        elif hit[name].strip().casefold() not in sections():
            other = End(Value(hit[name].strip()), *hit.span(name))
            head.facts.append(Fact(head.film, "alsoKnownAs", other, *hit.span(), _RULE, _SCORE))
    return head


def _facts(document: Document, film: End, first: int, last: int) -> list[Fact]:
    """Give the countries and the stage that a line of a head tells."""
    places: list[End] = []
    facts: list[Fact] = []
    for at, end in pieces(document.text, first, last, _PARTS):
        piece = document.text[at:end].strip(" .")
        if _STAGE.fullmatch(piece) and (stage := stage_in(piece)):
            facts.append(Fact(film, "stage", End(Value(stage), at, end), at, end, _RULE, _SCORE))
        elif piece:
            places += countries_between(document, at, end)
    return facts + listed_origins(film, places, (first, last), _RULE, _SCORE)


def _is_title(found: re.Match[str]) -> bool:
    return predicate_of(found) == "title"
