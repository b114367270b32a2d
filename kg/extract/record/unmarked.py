"""Unmarked lists: "Ana Holm Low Tide (Spain/France)", a director and a title that nothing divides but their lines do.

Which of the two comes first is the same on all lines of a list: the given names that begin them, or stand before their
last words, tell it. Where a name ends is told by particles and given names.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.record.beneath import BULLET
from kg.extract.record.columns import COLUMN_RECORD, Row
from kg.extract.record.origins import listed_origins
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["unmarked_lists"]

_SCORE = 3.0
_FEWEST = 3
_LINE = re.compile(
    r"(?P<words>[^()\n:;,–—|/“”\"«»]{5,80}(?:, [a-zß-ÿ][^()\n:;–—|/]{3,60})?)\s\((?P<inner>[^()]{2,80})\)\.?\s*"
)
_WORD = re.compile(r"\S+")
_PARTICLES = words("names", "particles")
# Words that no line of such a list has: it says by whom, and so divides itself.
_DIVIDED = re.compile(r"\s(?:by|from|de|with|for)\s[A-ZÀ-ÞĀ-Ž]|\s-\s")
_LEAST_PART = 0.6
_PAIR = 2

_Line = tuple[int, int, int]
_Hit = tuple[_Line, re.Match[str]]


def unmarked_lists(document: Document, lines: list[_Line]) -> dict[int, Row]:
    """Read the lists whose lines are names and titles side by side, by where the lines begin."""
    blocks: list[list[_Hit]] = [[]]
    for line in lines[1:]:
        hit = _read(document, line)
        if hit:
            blocks[-1].append((line, hit))
        elif blocks[-1]:
            blocks.append([])
    if max(map(len, blocks)) < _FEWEST:
        return {}
    return _of_list(document, [hit for block in blocks if len(block) >= _PAIR for hit in block])


def _read(document: Document, line: _Line) -> re.Match[str] | None:
    text = document.text
    bullet = BULLET.match(text, *line[1:])
    hit = _LINE.fullmatch(text, bullet.end() if bullet else line[1], line[2])
    if not hit or _DIVIDED.search(hit["words"]) or len(hit["words"].split()) <= _PAIR:
        return None
    return hit if countries_between(document, *hit.span("inner")) else None


def _of_list(document: Document, block: list[_Hit]) -> dict[int, Row]:
    """Read the lines of a list where most of them begin, or most of them end, with somebody's name."""
    parts = [_WORD.findall(hit["words"]) for _, hit in block]
    if 2 * sum(len(some) > _FEWEST for some in parts) < len(parts):
        return {}  # people alone: the members of a jury
    leads = sum(is_given_name(fold(some[0])) for some in parts)
    trails = sum(is_given_name(fold(some[-2])) and some[-1][0].isupper() for some in parts)
    if max(leads, trails) < _LEAST_PART * len(block) or leads == trails:
        return {}
    found = {}
    for line, hit in block:
        if (row := _row(document, hit, is_first=leads > trails)) is not None:
            found[line[1]] = row
    return found


def _row(document: Document, hit: re.Match[str], *, is_first: bool) -> Row | None:
    places = [(at.group(), hit.start("words") + at.start(), hit.start("words") + at.end())
              for at in _WORD.finditer(hit["words"])]  # fmt: skip
    size = _size([word for word, *_ in places]) if is_first else _size_behind([word for word, *_ in places])
    if not 0 < size < len(places):
        return None
    cut = size if is_first else len(places) - size
    halves = ((places[0][1], places[cut - 1][2]), (places[cut][1], places[-1][2]))
    who, title = halves if is_first else halves[::-1]
    text = document.text
    if not text[title[0]].isupper() and not text[title[0]].isdigit():
        return None
    film = thing(text[slice(*title)], "Film", *title)
    person = End(Mention("Person", text[slice(*who)]), *who)
    facts = [Fact(person, "directed", film, *hit.span(), COLUMN_RECORD, _SCORE, main="object")]
    facts += listed_origins(film, countries_between(document, *hit.span("inner")), hit.span(), COLUMN_RECORD, _SCORE)
    return Row(film, facts)


def _size(parts: list[str]) -> int:
    """Give of how many words the name is that a line begins with: given names, particles, and a surname."""
    if not parts[0][0].isupper():
        return 0
    at = 1
    while at < len(parts) - 1 and (
        parts[at].casefold() in _PARTICLES or (is_given_name(fold(parts[at])) and _is_named(parts, at + 1))
    ):
        at += 1
    return at + 1 if at < len(parts) and parts[at][0].isupper() else 0


def _is_named(parts: list[str], at: int) -> bool:
    """Tell whether a surname and a title have words enough left behind a second given name."""
    return at < len(parts) - 1 and parts[at][0].isupper() and fold(parts[at]) not in words("names", "articles")


def _size_behind(parts: list[str]) -> int:
    """Give of how many words the name is that a line ends with."""
    if not parts[-1][0].isupper():
        return 0
    size = _PAIR
    for before, word in pairwise(reversed(parts)):
        if before is parts[-1]:
            if word.casefold() in _PARTICLES:
                size += 1
            continue
        if word.casefold() in _PARTICLES or is_given_name(fold(word)):
            size += 1
            continue
        break
    return size
