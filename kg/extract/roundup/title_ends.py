"""Where titles end in translated trivia: before a place, with words of another language, before who made the film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.slot.foreign import FOREIGN, FOREIGN_ARTICLES
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = ["before_foreign", "before_maker", "before_place", "is_couple", "past_foreign"]

_SHOOTING = frozenset({"shooting", "filming", "shot", "filmed"})
_MOST_FOREIGN = 4
_BEFORE_PLACES = frozenset({"from", "in", "of", "at", "near"})
# "The Hidden Well of Ida Holm": translations keep the French "de" as "of".
_OF_MAKER = re.compile(r"(?P<title>.*[\w!?…]) of (?P<given>[A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’-]+){1,2}")
# What is somebody's in a title: "The Story of Ida Holm" is a whole one.
_OF_SOMEBODY = re.compile(
    r"\b(?:story|stories|life|lives|case|diary|diaries|book|tale|tales|legend|adventures?|trial|death|deaths|ballad|"
    r"passion|return|secrets?|portrait|fall|rise|loves?|memoirs|memories|house|hands|eyes|dreams?|mystery|murder|"
    r"assassination|chronicles?|confessions?|disappearance|education|journey|travels?|voyage|night|nights|day|days|"
    r"world|worlds|ghosts?|son|sons|daughter|wife|husband|mother|father|trials|songs?|search|shadow|name|times?|"
    r"misadventures|exploits|tragedy|history|biography|autobiography|letters|women|men|children|count|duke|queen|"
    r"king|lady|knight|importance|miracle|silence|temptation|curse|last|treasure|saga)\b",
    re.IGNORECASE,
)


def before_place(line: Names, at: int, end: int) -> int:
    """Give where a title ends before the place where it was shot: "shooting TITLE in PLACE"."""
    lower = line.tokens.lower
    if not at or lower[at - 1] not in _SHOOTING:
        return end
    return next((i for i in range(at + 1, end - 1) if lower[i] == "in"), end)


def before_foreign(line: Names, at: int) -> bool:
    """Tell whether a place stands before a title of another language: "on the homeless of Paris Au bord de la nuit"."""
    lower = line.tokens.lower
    if not at or at + 1 >= line.n or lower[at - 1] not in _BEFORE_PLACES or lower[at] in FOREIGN | FOREIGN_ARTICLES:
        return False
    return line.capital[at + 1] and lower[at + 1] in FOREIGN_ARTICLES | {"au", "aux", "à", "du", "en"}


def is_couple(line: Names, at: int) -> bool:
    """Tell whether a given name and another name make a title: "the series Grace and Florence"."""
    lower = line.tokens.lower
    names = lower[at : at + 3 : 2]
    apart = lower[at + 1 : at + 2] == ("and",) and not (at + 3 < line.n and line.capital[at + 3])
    return apart and len(names) > 1 and any(map(is_given_name, names)) and line.capital[at + 2]


def past_foreign(line: Names, end: int) -> int:
    """Give the end of a title that goes on in small words of another language: "Donde nace el viento which"."""
    lower, n = line.tokens.lower, line.n
    stop = end
    while (
        stop < n and stop - end < _MOST_FOREIGN and line.tokens.words[stop].islower() and lower[stop] not in line.plain
    ):
        stop += 1
    closed = stop < n and (lower[stop] in line.plain or not lower[stop][0].isalnum())
    return stop if stop > end and closed and lower[end] in FOREIGN else end


def before_maker(title: str) -> str:
    """Give a title without the name of whoever made it: "The Hidden Well of Ida Holm"."""
    found = _OF_MAKER.fullmatch(title)
    if not found or not is_given_name(fold(found["given"])) or _OF_SOMEBODY.search(found["title"]):
        return title
    return found["title"]
