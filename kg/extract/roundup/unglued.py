"""Round-ups that a copy glued onto one line: where their headings, cast lines, synopses and trivia begin."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.roundup.openings import opening, openings

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["announced", "casts", "pieces"]

Line = tuple[int, int, int]

_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]*(?:[ \u00a0]+(?:[^\W\d_]['’])?[\w'’.-]+){0,4}"
_WITH = r"(?<!\S)(?:With|Avec|Starring)\s+(?:(?:the (?:voices?|participation) of|les voix de)\s+)?"
# "by NAME" right before what may be a question; whether it is one is looked at there.
_BY_NAME = rf"(?P<by>\s(?i:by|of|from|de)\s+{_NAME}(?:\s*(?:,|and|&)\s*{_NAME})?)"
_STOP = re.compile(r"[.!?…»”\"](?=\s)")
_TRAILER = re.compile(r".*\b(?:trailer|teaser|bande[- ]annonce)\s+(?:VF|VO\w*)\s+", re.IGNORECASE)
_LONGEST_HEADING = 160
_QUESTION_AFTER = re.compile(r"[.!?»”\"]\s+|(?:…|\.\.\.)\s*")
# A heading that announces the week's titles behind a colon, as far as an ellipsis.
_ANNOUNCED = re.compile(r"[^:\n]{0,90}?\s?:\s(?P<titles>[^\n]{3,160}?)\s*(?:…|\.\.\.|$)", re.MULTILINE)
_OF_CINEMA = re.compile(r"\b(?:cinemas?|films?|movies?|releases?|theat(?:er|re)s?|sorties?|week)\b", re.IGNORECASE)
_NOT_TITLE = re.compile(r"\s+(?:with|by|avec|de)\s+[^\W\d_a-zß-ÿ].*")


@cache
def _cast() -> re.Pattern[str]:
    """A cast list: names between commas and an ellipsis, or names as far as the question about the plot."""
    asked, told = opening("plot").pattern, opening("trivia").pattern
    return re.compile(
        rf"{_WITH}(?:(?:{_NAME}\s*,\s*){{1,5}}{_NAME}\s*(?:…|\.\.\.)|"
        rf"{_NAME}(?:\s*,\s*{_NAME}){{0,5}}(?:\s*(?:…|\.\.\.)\s*|\s+)(?=(?i:{asked})|(?i:{told})))"
    )


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"{_BY_NAME}\s+(?=(?i:{opening('plot').pattern}))")


def casts(text: str) -> int:
    """Count the cast lists that stand within lines: "… TITLE by NAME With NAME, NAME… did you know ? …"."""
    return sum(1 for found in _cast().finditer(text) if not _begins_line(text, found.start()))


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def pieces(text: str, line: Line) -> list[Line]:
    """Cut a line that holds several parts of a round-up into those parts; any other line is left whole."""
    number, first, last = line
    found = [hit for hit in _cast().finditer(text, first, last) if hit.start() > first]
    if not found:
        return [line]
    titles = announced(text)
    cuts = {first, last}
    for hit in found:
        cuts |= {
            _heading(text, max(first, hit.start() - _LONGEST_HEADING), hit.start(), titles),
            hit.start(),
            hit.end(),
        }
    cuts |= set(_questions(text, first, last))
    for asked in _unannounced(text, first, last, {hit.end() for hit in found}):
        cuts |= {_heading(text, max(first, asked - _LONGEST_HEADING), asked, titles), asked}
    ends = sorted(cut for cut in cuts if first <= cut <= last)
    return [(number, *_stripped(text, one, other)) for one, other in pairwise(ends) if text[one:other].strip()]


def _questions(text: str, first: int, last: int) -> Iterator[int]:
    """Give where a question of the page stands right behind a stop."""
    patterns = openings(text)
    for stop in _QUESTION_AFTER.finditer(text, first, last):
        if any(pattern.match(text, stop.end(), last) for pattern in patterns):
            yield stop.end()


def _unannounced(text: str, first: int, last: int, ends: set[int]) -> Iterator[int]:
    """Give where a question about the plot follows a heading at once: "TITLE by NAME what is it about ? …"."""
    for hit in _asked().finditer(text, first, last):
        if hit.end("by") not in ends:
            yield hit.end("by")


def _heading(text: str, first: int, cast: int, titles: frozenset[str]) -> int:
    """Give where the heading before a cast list begins: behind the last sentence, or at a title that was announced."""
    trailer = _TRAILER.match(text, first, cast)
    if trailer and text[trailer.end() : cast].strip():
        return trailer.end()
    stops = [hit.end() for hit in _STOP.finditer(text, first, cast)]
    start = stops[-1] if stops else first
    before = text[first:start].strip()
    for title in titles:
        if fold(before).endswith(title):
            start = max(first, first + text[first:start].casefold().rfind(title[:4]))
    return start


def _stripped(text: str, first: int, last: int) -> tuple[int, int]:
    raw = text[first:last]
    return first + len(raw) - len(raw.lstrip()), first + len(raw.rstrip(" ,\t\u00a0"))


def announced(text: str) -> frozenset[str]:
    """Give the folded titles that the page's own heading names: "The releases of the week: TITLE, TITLE …"."""
    found: set[str] = set()
    for line in [line for line in text[:1000].split("\n") if line.strip()][:3]:
        hit = _ANNOUNCED.match(line)
        if hit and _OF_CINEMA.search(line):
            parts = (_NOT_TITLE.sub("", part.strip()) for part in hit["titles"].split(","))
            found |= {fold(part) for part in parts if part[:1].isupper() or part[:1].isdigit()}
    return frozenset(found)
