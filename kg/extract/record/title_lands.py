"""Titles with countries behind a comma, above who directed: "LUZ (The Light), Spain/Malta", "directed by NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Value
from kg.extract.facts import End, Fact, thing
from kg.extract.record.beneath import next_line
from kg.extract.record.fields import BY
from kg.extract.record.origins import listed_origins
from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["read_title_lands"]

_TITLE = re.compile(
    r"(?:[-•*·]\s*)?[“\"«]?(?P<title>[^\W_a-zß-ÿ][^()“”\"]{0,80}?)[”\"»]?\s*(?:\((?P<alias>[^()]{2,60})\)\s*)?"
)
_COMMA = re.compile(r",\s+")
_LONGEST = 160
_RULE, _SCORE = "title-countries-record", 4.0


def read_title_lands(document: Document, first: int, last: int, focus: dict[str, End]) -> list[Fact]:
    """Read a line as a title, another one in brackets, a comma and countries; the film becomes the focus.

    Gives nothing where what is behind each comma is more than countries, or the next line is no "directed by".
    """
    text = document.text
    if last - first > _LONGEST or not BY.match(text, next_line(text, last)):
        return []
    for comma in _COMMA.finditer(text, first, last):
        lands = countries_between(document, comma.end(), last)
        found = _TITLE.fullmatch(text, first, comma.start()) if lands else None
        if found:
            film = thing(found["title"], "Film", *found.span("title"))
            focus["FILM"] = film
            facts = listed_origins(film, lands, (film.first, last), _RULE, _SCORE)
            if found["alias"]:
                alias = End(Value(found["alias"]), *found.span("alias"))
                facts.append(Fact(film, "alsoKnownAs", alias, film.first, found.end("alias") + 1, _RULE, _SCORE))
            return facts
    return []
