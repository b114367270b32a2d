"""Numbered titles: "Low Tide 2" is the sequel of "Low Tide", where the trivia beneath name that film too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import Fact, thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.news import News, Sentence

__all__ = ["numbered"]

_NUMBERED = re.compile(r"(?P<stem>.+?)\s+(?P<number>[2-9]|I{2,3}|IV|V)(?:\s*[:–-]\s.*)?")
_NUMBERS = {"II": 2, "III": 3, "IV": 4, "V": 5}
_BEGINS = re.compile(r"(?:\A\s*|[.!?…”\"»]\s+)$")
_SCORE = 2.0


def numbered(document: Document, part: Sentence, news: News) -> list[Fact]:
    """Give of which film that a stretch of trivia names a film is the sequel, by the number in its title."""
    return [
        fact for film in news.films if isinstance(film.what, Mention) for fact in _sequel(document, part, film.what)
    ]


def _sequel(document: Document, part: Sentence, film: Mention) -> Iterator[Fact]:
    found = _NUMBERED.fullmatch(film.name)
    if not found:
        return
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    earlier = found["stem"] if number == 2 else f"{found['stem']} {number - 1}"
    if number > 2 and found["number"] in _NUMBERS:
        return  # Roman numbers are rarely printed twice alike
    yield from _sequel_to(document, part, film, earlier)
    if number > 2 and " " in found["stem"]:
        yield from _sequel_to(document, part, film, found["stem"])


def _sequel_to(document: Document, part: Sentence, film: Mention, earlier: str) -> Iterator[Fact]:
    # Not what another number, or a word with a capital, goes on with.
    printed = re.compile(rf"(?<![\w’']){re.escape(earlier)}(?!\w|\s+(?:\d|[IVX]+\b|[A-ZÀ-Þ])|\s*[:–-]\s)")
    for hit in printed.finditer(document.text, part.first, part.last):
        if " " not in earlier and _BEGINS.search(document.text[part.first : hit.start()]):
            continue  # "Rain fell for three weeks"
        work = thing(earlier, "Film", *hit.span())
        yield Fact(thing(film.name, "Film", part.first, part.first), "sequelOf", work, *hit.span(), "numbered", _SCORE)
        return
