"""Titles that a sentence only mentions: what it goes on to say of "the film" is of the one that it named last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.news import main_ends
from kg.extract.token import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["MENTIONED", "mentions"]

# The rule of a fact that says no more than that a sentence names a film.
MENTIONED = "mentioned"


def mentions(document: Document, part: Sentence, titles: Iterable[str], found: list[Fact]) -> list[Fact]:
    """Give a fact for each certain title in a sentence of which no other fact speaks; `titles` are folded."""
    spelt = [_pattern(title) for title in sorted(titles, key=lambda title: (-len(title), title))]
    if not spelt:
        return []
    any_title = re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)
    asides = [hit.span() for hit in ASIDE.finditer(document.text, part.first, part.last)]
    told = [(end.first, end.last) for fact in found for end in main_ends(fact)]
    named: list[Fact] = []
    for hit in any_title.finditer(document.text, part.first, part.last):
        first, last = hit.span()
        inside = any(start <= first < stop for start, stop in asides) or _in_brackets(document.text, part.first, first)
        if inside or not hit[0][0].isupper() or any(start < last and first < stop for start, stop in told):
            continue
        film = thing(hit[0], "Film", first, last)
        assert isinstance(film.what, Mention)
        named.append(Fact(film, "describedIn", End("ITEM"), first, last, MENTIONED, 1.0, main="subject"))
    return named


def _in_brackets(text: str, start: int, at: int) -> bool:
    """Tell whether an offset lies in a bracket: what stands there is somebody's earlier work, or another title."""
    return text.count("(", start, at) > text.count(")", start, at)


def _pattern(title: str) -> str:
    return re.escape(title).replace("'", "['’‘]").replace(r"\ ", r"\s")
