"""Entries in lists of prizes that go to people: "Best Director:" above "NAME for TITLE (Poland)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.names import fold
from kg.extract.record.origins import listed_origins
from kg.extract.slot.given import is_given_name
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
# Prizes for films, behind which the trades put who directed them; those for the best film go to producers as well.
_OF_FILMS = re.compile(
    r"\bbest (?:[\w-]+ ){0,2}(?:shorts?|documentary|animation|debut)\b|"
    r"\bbest (?:[\w-]+ ){0,2}(?:short|documentary|animated|first|debut|foreign|european) (?:film|feature|work)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[^\n:]{4,90}):\s*")
_ENTRY = re.compile(
    r"[-–•*]?\s*(?P<who>[A-ZÀ-ÞĀ-Ž][^()\n:]{3,80}?)(?:\s\([^()]{2,40}\))?,?\s"
    r"(?:(?:for (?:his|her|their) (?:roles?|performances?|parts?|work) )?(?:in|for)|[-–—])\s"
    r"[“\"‘]?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿#][^()\n“”\"]{0,80}?)[”\"’]?\s*(?:\((?P<inner>[^()]{2,80})\))?"
    r"(?:,?\s(?:directed )?by (?P<by>[A-ZÀ-ÞĀ-Ž][^()\n:.]{3,60}?))?\s*"
)
# "TITLE (Other Title) – NAME", "NAME, TITLE": a given name tells which of the two is somebody.
_SIDE = r"[A-ZÀ-ÞĀ-Ž0-9¡¿#][^()\n“”\":]{1,80}?"
_DASHED, _LISTED = (
    re.compile(
        rf"[-–•*]?\s*[“\"‘]?(?P<one>{_SIDE})[”\"’]?\s*(?:\([^()]{{2,80}}\)\s*)?{mark}\s+[“\"‘]?(?P<two>{_SIDE})[”\"’]?"
        r"(?:\s\([^()]{2,80}\))?\s*"
    )
    for mark in (r"(?<=\s)[-–—]", ",")
)
_HEAD = re.compile(r"(?:Best|BEST)\s[^\n–—:]{4,70}")
_MAY_BE_NAME = re.compile(
    r"(?!(?:The|A|An|L[ea]s?|Un|Une|El|Il|Der|Die|Das)\s)[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'.-]+){1,2}"
)
_NAMES = re.compile(r"\s*,\s*|\s+(?:and|&|et)\s+")
# How far above an entry the prize may stand that it shares with others: "Best Actress (ex-aequo):".
_FAR = 6
_LONGEST = 170
_LONGEST_NAME = 6
_AGAIN = 2


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
    made = role or _made_above(text, start if is_inline else first)
    if made and (facts := _paired(document, start, last, made)):
        focus["FILM"] = facts[0].object
        return facts
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


def _paired(document: Document, first: int, last: int, role: str) -> list[Fact]:
    """Give what a title and names on both sides of a mark tell, where only one side can be names."""
    pair = _DASHED.fullmatch(document.text, first, last)
    is_listed = pair is None
    pair = pair or _LISTED.fullmatch(document.text, first, last)
    if pair is None:
        return []
    sides = {side: _are_people(pair[side]) for side in ("one", "two")}
    if sides["one"] == sides["two"]:  # given names tell nothing
        sides = {side: not sides["one"] and bool(_MAY_BE_NAME.fullmatch(pair[side])) for side in sides}
    if sides["one"] == sides["two"] or (is_listed and sides["two"]):
        return []
    who, title = ("one", "two") if sides["one"] else ("two", "one")
    if is_listed and _MAY_BE_NAME.fullmatch(pair[title]) and document.text.count(pair[title]) < _AGAIN:
        return []  # "NAME, Given Surname" are two people
    film = thing(pair[title].strip(), "Film", *pair.span(title))
    people = people_between(document, *pair.span(who))
    return [Fact(person, role, film, first, last, _RULE, _SCORE, main="object") for person in people]


def _are_people(printed: str) -> bool:
    """Tell whether words are names of people: capitals, each with a given name that is known before."""
    names = [name.split() for name in _NAMES.split(printed)]
    return all(
        1 < len(name) < _LONGEST_NAME
        and name[-1][0].isupper()
        and name[0][0].isupper()
        and is_given_name(fold(name[0]))
        for name in names
    )


def is_for_people(label: str) -> bool:
    """Tell whether a prize is one for what somebody did: "Best Director", "Best Actress"."""
    return _role(label) is not None


def _role(label: str) -> str | None:
    """Say what those did whom a prize is for."""
    return next((role for role, spelt in _ROLES if spelt.search(label)), None)


def _made_above(text: str, first: int) -> str | None:
    """Say what those did who stand behind the films of a prize right above: they directed a short, a documentary."""
    head = text[:first].rstrip().rpartition("\n")[2].strip(" :")
    return "directed" if _HEAD.fullmatch(head) and _OF_FILMS.search(head) else None


def _role_above(text: str, first: int) -> str | None:
    """Say what those did whom the prize right above is for, with entries of its own between."""
    end = first
    for _ in range(_FAR):
        while end and text[end - 1].isspace():
            end -= 1
        start = text.rfind("\n", 0, end) + 1
        if not end:
            return None
        if text[end - 1] == ":" or _HEAD.fullmatch(text, start, end):
            return _role(text[start:end])
        end = start
    return None
