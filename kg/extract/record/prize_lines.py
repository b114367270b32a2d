"""Entries in lists of prizes that go to people: "Best Director:" above "NAME for TITLE (Poland)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.record.origins import listed_origins
from kg.extract.slot.namelists import countries_between, people_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["is_for_people", "read_prize"]

_RULE = "prize-line"
_SCORE = 4.0
_ROLES = tuple(
    (role, re.compile(rf"\bbest (?:[\w-]+ ){{0,2}}(?:{spelt})\b", re.IGNORECASE))
    for role, spelt in (
        ("directed", "director|directors|direction|directing|filmmaker"),
        ("wrote", "script|screenplay|screenwriter|screenwriting|writing"),
        ("starredIn", "actor|actors|actress|actresses|performance|performances|acting"),
        ("photographed", "cinematography|cinematographer|camera|photography|dop"),
        ("composed", "score|music|composer|soundtrack"),
        ("edited", "editing|editor|montage"),
    )
)
_LABEL = re.compile(r"(?P<label>[^\n:]{4,90}):\s*")
_ENTRY = re.compile(
    r"[-–•*]?\s*(?P<who>[A-ZÀ-ÞĀ-Ž][^()\n:]{3,80}?)(?:\s\([^()]{2,40}\))?,?\s"
    r"(?:(?:for (?:his|her|their) (?:roles?|performances?|parts?|work) )?(?:in|for)|[-–—])\s"
    r"[“\"‘]?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿#][^()\n“”\"]{0,80}?)[”\"’]?\s*(?:\((?P<inner>[^()]{2,80})\))?"
    r"(?:,?\s(?:directed )?by (?P<by>[A-ZÀ-ÞĀ-Ž][^()\n:.]{3,60}?))?\s*"
)
# How far above an entry the prize may stand that it shares with others: "Best Actress (ex-aequo):".
_FAR = 6
_LONGEST = 170


def read_prize(document: Document, first: int, last: int, focus: dict[str, End]) -> list[Fact]:
    """Read a line as what won somebody a prize, or give nothing where the prize is none for people."""
    text = document.text
    if last - first > _LONGEST or text[last - 1] == ".":
        return []
    label = _LABEL.match(text, first, last)
    own = _role(label["label"]) if label else None
    is_inline = label is not None and own is not None and label.end() < last
    start = label.end() if label and is_inline else first
    role = own if is_inline else _role_above(text, first)
    entry = _ENTRY.fullmatch(text, start, last) if role else None
    people = people_between(document, *entry.span("who")) if entry else []
    if entry is None or role is None or not people:
        return []
    film = thing(entry["title"].strip(), "Film", *entry.span("title"))
    facts = [Fact(person, role, film, start, last, _RULE, _SCORE, main="object") for person in people]
    if entry["by"]:
        facts += [
            Fact(person, "directed", film, start, last, _RULE, _SCORE)
            for person in people_between(document, *entry.span("by"))
        ]
    places = countries_between(document, *entry.span("inner")) if entry["inner"] else []
    facts += listed_origins(film, places, (start, last), _RULE, _SCORE)
    focus["FILM"] = film
    return facts


def is_for_people(label: str) -> bool:
    """Tell whether a prize is one for what somebody did: "Best Director", "Best Actress"."""
    return _role(label) is not None


def _role(label: str) -> str | None:
    """Say what those did whom a prize is for."""
    return next((role for role, spelt in _ROLES if spelt.search(label)), None)


def _role_above(text: str, first: int) -> str | None:
    """Say what those did whom the prize right above is for, with entries of its own between."""
    end = first
    for _ in range(_FAR):
        while end and text[end - 1].isspace():
            end -= 1
        start = text.rfind("\n", 0, end) + 1
        if not end:
            return None
        if text[end - 1] == ":":
            return _role(text[start:end])
        end = start
    return None
