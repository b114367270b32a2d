"""Glosses: the bracket behind a title that gives another one of the film, "TITLE (“Its Name in English”)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import WORKS, End, Fact
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.section import named_section
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import edition_at, known_festival, sections
from kg.extract.slot.foreign import FOREIGN
from kg.extract.slot.given import is_given_name
from kg.extract.token import LINKS, tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document

__all__ = ["GLOSS", "glossed"]

_CALLED = (
    r"(?:lit(?:erally|\.)?|a\.?k\.?a\.?|also known as|(?:original|English|international|French|working) title|"
    r"in English|originally)"
)
GLOSS = re.compile(
    rf"[”\"’]?\s*[(\[](?:(?:{_CALLED})[:,]?\s+)?[“\"‘](?P<alias>[A-ZÀ-Þ0-9][^“”\"()\[\]\n]{{1,60}}?),?[”\"’]\s*"
    r"(?:[-–—,;]\s*(?P<rest>[^()\[\]\n]{3,120}))?[)\]]"
)
# Another title without marks, "TITLE (Titre d’un film)", and what goes on behind it.
_UNMARKED = re.compile(
    r"[”\"’]?\s*\((?P<alias>[A-ZÀ-Þ][^()\[\]\d“”\",;:/€$£–—|.\n]{2,60})\)(?=,|\s(?:by|is|was|will|has)\b|\s?[–—]|\s\[)"
)
_LEAST = 2
# A bracket with English words in it is more likely a remark.
_ENGLISH = words("names", "plain") - FOREIGN
_COMPANY_ENDS = words("names", "company_ends")


def glossed(document: Document, told: Iterable[Fact], again: Iterable[tuple[int, int]] = ()) -> list[Fact]:
    """Give what a bracket right behind a title says: (“Its Name in English” - Critics' Week at Cannes 2014).

    The bracket may follow the title where one of the stretches `again` names it once more.
    """
    ends = (end for fact in told for end in (fact.subject, fact.object))
    films = {end: None for end in ends if isinstance(end.what, Mention) and end.what.type in WORKS}
    films |= dict.fromkeys(place for span in again for place in _named_again(document.text, span, list(films)))
    facts = []
    for film in films:
        links = LINKS.match(document.text, film.last) or LINKS.match(document.text, film.last + 1)
        hit = GLOSS.match(document.text, links.end() if links else film.last)
        if not hit:
            facts += _foreign_title(document, film, links.end() if links else film.last)
            continue
        facts.append(
            Fact(film, "alsoKnownAs", End(Value(hit["alias"]), *hit.span("alias")), film.first, hit.end(), "gloss", 3.0)
        )
        if hit["rest"] and (place := _edition(document, *hit.span("rest"))):
            section = named_section(document, *hit.span("rest"))
            said = {"section": section} if section else {}
            facts.append(Fact(film, "screenedAt", place, film.first, hit.end(), "gloss", 3.0, qualifiers=dict(said)))
    return facts


def _foreign_title(document: Document, film: End, at: int) -> list[Fact]:
    """Give a title in another language that stands in a bracket without marks: "TITLE (Ano de Sal), the second …".

    Of a bracket that stands between a title and the page's links to its own page any name will do.
    """
    hit = _UNMARKED.match(document.text, at)
    inner = hit["alias"].split() if hit else []
    small = {word for word in inner if word[0].islower()}
    is_linked = bool(hit and LINKS.match(document.text, hit.end() + 1)) and not is_given_name(fold(inner[0]))
    is_foreign = bool((small | {inner[0].casefold()}) & FOREIGN) and bool(small) if inner else False
    if not hit or inner[-1].casefold() in _COMPANY_ENDS or not small.isdisjoint(_ENGLISH):
        return []
    if not is_linked and (len(inner) < _LEAST or not is_foreign or is_company_name(hit["alias"])):
        return []
    if hit["alias"].casefold() in sections() or countries().code(hit["alias"]) or known_festival(hit["alias"]):
        return []
    return [
        Fact(film, "alsoKnownAs", End(Value(hit["alias"]), *hit.span("alias")), film.first, hit.end(), "gloss", 3.0)
    ]


def _named_again(text: str, span: tuple[int, int], films: list[End]) -> Iterator[End]:
    """Give where a stretch names one of the films right before such a bracket."""
    if not films or (text.find("(", *span) < 0 and text.find("[", *span) < 0):
        return
    for hit in GLOSS.finditer(text, *span):
        before = text[span[0] : hit.start()].rstrip()
        for film in films:
            if isinstance(film.what, Mention) and before.endswith(film.what.name):
                first = span[0] + len(before) - len(film.what.name)
                yield replace(film, first=first, last=span[0] + len(before))


def _edition(document: Document, first: int, last: int) -> End | None:
    """Give the first edition of a festival that a stretch names with its year."""
    tokens = tokenise(document, first, last)
    for at in range(len(tokens)):
        for _, names, year, _ in edition_at(tokens, at):
            if year:
                name, one, other = names[0]
                return End(Mention("FestivalEdition", name), tokens.starts[one], tokens.ends[other - 1])
    return None
