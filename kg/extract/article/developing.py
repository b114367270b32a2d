"""Films that a fund helps to develop: what a heading or an opening sentence says of all films that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact, is_work
from kg.extract.news import main_ends, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["developed"]

_HELP = r"(?:support|supports|grants?|funding|funds|aid|subsid(?:y|ies)|scheme|strand|category|financing|money|awards?)"
# "in receipt of development support", "obtained a grant for the development of", "Development:".
_DEVELOPMENT = re.compile(
    rf"\b(?:(?:development|scriptwriting|screenwriting|script) {_HELP}|"
    rf"{_HELP} (?:for|towards) (?:the )?(?:project |script )?(?:development|writing)|"
    r"(?:projects?|films?|titles|features|series|works|documentaries)\b[^.;:()]{0,30}? (?:at|in) (?:the |a )?"
    r"(?:[\w-]+ (?:or|and) )?(?:script|scriptwriting|screenwriting|development)(?: stages?| phase)?"
    r"(?= ?[,:;.]| (?:are|is|which|that|include)))"
    rf"|^\s*(?:(?:feature|film|project|script|documentary|animation|series) )*development\s*:?\s*$",
    re.IGNORECASE,
)
# Of the films that stand behind this the text goes on to something else.
_OTHER = re.compile(
    rf"\b(?:(?:co-?)?production|post-production|distribution|completion|promotion|exhibition) {_HELP}\b"
    rf"|\b{_HELP} (?:for|towards) (?:the )?(?:co-?)?(?:production|distribution|post-production)\b"
    r"|^\s*(?:[\w-]+ ){0,3}(?:co-?)?production\s*:?\s*$",
    re.IGNORECASE,
)
_HEADING = 60
_ENDS = (".", "!", "?", "”", '"')
_RULE = "development-support"


def developed(
    document: Document, lines: list[tuple[int, int, int]], facts: list[Fact], named: list[Fact]
) -> list[Fact]:
    """Give the stage of films named where the text tells of help to develop them.

    A short line that says so speaks of all below it until another one, a sentence of its paragraph from there on.
    `named` are facts that only say that a sentence is about a film.
    """
    films = {end.first: end for fact in (*facts, *named) for end in main_ends(fact) if is_work(end)}
    told = {fact.subject.what for fact in facts if fact.predicate == "stage"}
    found: dict[object, Fact] = {}
    places = sorted(films)
    headed = False
    read = {first for _, first, _ in lines[1:]}
    # A heading may be no line to read: "Production" is furniture elsewhere.
    for first, last in _lines(document):
        text = document.text[first:last]
        if last - first <= _HEADING and not text.endswith(_ENDS):
            headed = bool(_DEVELOPMENT.search(text)) or (headed and not _OTHER.search(text))
        if first not in read:
            continue
        is_told = headed
        for part in sentences(document, first, last):
            said = document.text[part.first : part.last]
            is_told = not _OTHER.search(said) and (is_told or bool(_DEVELOPMENT.search(said)))
            inside = places[bisect_left(places, part.first) : bisect_left(places, part.last)] if is_told else []
            for film in (films[at] for at in inside):
                if film.what not in told and film.what not in found:
                    found[film.what] = Fact(film, "stage", End(Value("development")), film.first, film.last, _RULE, 2.0)
    return list(found.values())


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Give where the lines of a document begin and end, without outer space."""
    for number in range(1, document.line_count + 1):
        first, last = document.line_span(number)
        line = document.text[first:last]
        if line.strip():
            yield first + len(line) - len(line.lstrip()), first + len(line.rstrip())
