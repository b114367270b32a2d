"""Lines of a list that begin with a section or a prize: "Panorama: Low Tide – Ida Holm (Norway) / Echo – …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.record.prize_lines import is_for_people
from kg.extract.slot.festival import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["prize_titles", "split_sections"]

_LED = re.compile(r"\s*[-–•*·]?\s*(?P<section>[^:()]{3,45}?):\s+(?P<rest>\S.*\s[–—-]\s.*\S)\s*")
_CALLED = re.compile(
    r"\b(?:competition|section|panorama|sidebar|screenings|perspectives|showcase|shorts)$", re.IGNORECASE
)
# "Best Debut: Low Tide, dir. Ida Holm", "Audience Award: Echo".
_WON = re.compile(
    r"\s*[-–•*·]?\s*(?P<prize>(?:The )?(?:Best\b[^:.]{2,60}|[^:.]{2,50}? (?:Prize|Award|Mention|Prix|Trophy)))\s*:\s+"
    r"(?P<rest>[“\"‘«A-ZÀ-ÞĀ-Ž0-9].*\S)\s*"
)
_TITLE = re.compile(
    r"(?P<title>[^“”\"()–—;:]{2,70}?)(?:, (?:co-)?(?:directed|dir\b|helmed|produced|by|season)|, (?:an?|the) [a-z]| \(|"
    r" by (?=[A-ZÀ-Þ])| [–—-] )"
)
_NEXT = re.compile(r"(?<=\))\s*[/;|]\s+(?=[“\"«‘]?[^\W_a-zß-ÿ])")


def split_sections(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Give lines with the section or prize that leads a record as a line of its own, and each record behind it.

    A prize that goes to people is read with its line.
    """
    return [piece for line in lines for piece in _pieces(document, line)]


def prize_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, of the films to which an article says that prizes went, in lines of their own."""
    lines = (document.text[slice(*document.line_span(n))] for n in range(1, document.line_count + 1))
    won = [hit["rest"] for hit in map(_WON.fullmatch, lines) if hit and not is_for_people(hit["prize"])]
    return frozenset(fold(hit["title"]) for hit in map(_TITLE.match, won) if hit)


def _pieces(document: Document, line: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
    number, first, last = line
    won = _WON.fullmatch(document.text, first, last)
    if won and not is_for_people(won["prize"]):
        yield number, *won.span("prize")
        yield number, *won.span("rest")
        return
    found = _LED.fullmatch(document.text, first, last)
    if found is None or not _is_section(found["section"]):
        yield line
        return
    yield number, *found.span("section")
    start = found.start("rest")
    for bar in _NEXT.finditer(document.text, *found.span("rest")):
        yield number, start, bar.start()
        start = bar.end()
    yield number, start, found.end("rest")


def _is_section(name: str) -> bool:
    return name.casefold() in sections() or bool(_CALLED.search(name))
