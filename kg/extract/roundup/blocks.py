"""Weekly release lists: films as blocks of fields, as prose under bare headings, or as paragraphs led by the title."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import lexicon
from kg.extract.roundup.openings import opening
from kg.extract.roundup.releases import LEAST, Entry, Line, ends_releases, title_alone
from kg.extract.slot.given import is_given_name

__all__ = ["field_blocks", "headed", "is_weekly", "led_paragraphs"]

_HEAD = 700
# "Director: NAME", "• Cast: NAME, NAME", "Directed by NAME" alone on a line.
_FIELD = re.compile(
    r"\s*(?:[•‣▪●◦*–-]\s*)?(?:(?P<field>[A-ZÀ-Þ][\w /&’'.-]{2,30}?)\s*:|"
    r"(?P<verb>(?i:(?:written and |co-)?directed by|starring)))\s*(?P<value>\S.*?)\s*"
)
_LONGEST_TITLE = 60
_SHORTEST_PROSE = 80
_LEAST_HEADED = 3
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_LEAST_NAME, _MOST_NAME = 2, 4
_JOINS = re.compile(r"\s*,\s*|\s+(?:and|&)\s+")
_WORDS_OF_TITLE = 9
# "With NAME, NAME and NAME." as a sentence of its own.
_CAST = re.compile(
    r"(?:^|(?<=[.!?”)]\s))(?:With|Also starring|Co-starring|Starring|Featuring)\s+"
    r"(?P<cast>[A-ZÀ-Þ][^.;:!?()]{2,40}(?:,|\sand\s)(?:[^.;:!?()]|(?<=\b[A-Z])\.){2,160}?)\s*(?:\.(?=\s|$)|…|$)"
)
# “TITLE” (PG-13). NAME and NAME …
_LED = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*)?[“\"‘](?P<title>[^“”\"‘\n]{1,60}?),?[”\"’]\s*"
    r"\((?:U|G|PG|PG-13|R|NC-17|NR|TV-\w+|12A?|15|18|[Nn]ot rated|[Uu]nrated)\)\s*[.:–—-]?\s+(?P<rest>\S.{60,})"
)


@cache
def _fields() -> dict[str, str]:
    """Fields of such lists that we read, and those that only belong to a block ("")."""
    own = {name.casefold(): "" for name in lexicon("release")["fields"]}
    return own | {name.casefold(): told for name, told in lexicon("records")["fields"].items() if told != "title"}


@cache
def _weekly() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('release')['weekly'])})\b", re.IGNORECASE)


@cache
def _section() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(lexicon('release')['sections'])})\W*", re.IGNORECASE)


def is_weekly(text: str) -> bool:
    """Tell whether the head of a page says that it goes through the films that come out."""
    return bool(_weekly().search(text, 0, _HEAD))


def field_blocks(text: str, lines: list[Line]) -> list[Entry]:
    """Give the entries whose credits stand in lines of fields, in any order, beneath the title or its synopsis."""
    found: list[Entry] = []
    at = after = 0
    while at < len(lines):
        if not _field(text, lines[at]):
            at += 1
            continue
        begin = at
        while begin > after and _field(text, lines[begin - 1]) == "":
            begin -= 1  # "Section: Competition", between the title and its director
        while at < len(lines) and _field(text, lines[at], inside=True):
            at += 1
        block = lines[begin:at]
        told = {_field(text, line) for line in block}
        if told & {"directed", "starredIn"} and (above := _title_above(text, lines[after:begin])):
            head, title, between = above
            entry = _block(text, block, Entry(head, title, plot=between))
            found.append(entry if entry.directors else _above_people(text, lines[after:begin], entry))
            after = at
        elif told - {""}:
            after = at
    return found if sum(1 for entry in found if entry.directors) >= LEAST else []


def _above_people(text: str, lines: list[Line], entry: Entry) -> Entry:
    """Where people stand alone between a title and its cast, they directed the film: TITLE, NAME, "Starring: NAME"."""
    at = lines.index(entry.line)
    title = title_alone(text, lines[at - 1]) if at and _is_people(text[slice(*entry.title)]) else None
    if title is None or _section().fullmatch(text, *title) or _is_people(text[slice(*title)]):
        return entry
    entry.credits, entry.directors = entry.line, entry.title
    entry.line, entry.title = lines[at - 1], title
    return entry


def _is_people(printed: str) -> bool:
    """Tell whether a line is names of people and no more: two to four capitals each, a given name among them."""
    names = [name.split() for name in _JOINS.split(printed)]
    return all(
        _LEAST_NAME <= len(name) <= _MOST_NAME and all(part[0].isupper() for part in name) for name in names
    ) and any(is_given_name(name[0]) for name in names)


def _block(text: str, block: list[Line], entry: Entry) -> Entry:
    for line in block:
        hit, told = _FIELD.fullmatch(text, line[1], line[2]), _field(text, line)
        if hit and told == "directed" and not entry.directors:
            entry.credits, entry.directors = line, hit.span("value")
        elif hit and told == "starredIn" and not entry.cast:
            entry.cast = hit.span("value")
        else:
            entry.fields.append(line)
    return entry


def _field(text: str, line: Line, *, inside: bool = False) -> str | None:
    """What a line of a field tells, "" where it tells nothing of who made the film; None where it is no field.

    Inside a block any short label is a field's; a label that we do not know begins none.
    """
    hit = _FIELD.fullmatch(text, line[1], line[2])
    if not hit:
        return None
    name = (hit["field"] or hit["verb"]).strip().replace("’", "'").casefold()
    return _fields().get(name, "" if inside else None)


def _title_above(text: str, lines: list[Line]) -> tuple[Line, tuple[int, int], list[Line]] | None:
    """The nearest line that looks like a title, above the synopsis that may stand between it and the fields."""
    between: list[Line] = []
    for line in reversed(lines):
        title = title_alone(text, line)
        if title and not _section().fullmatch(text, *title) and title[1] - title[0] <= _LONGEST_TITLE:
            return line, title, between
        between.insert(0, line)
    return None


def headed(text: str, lines: list[Line]) -> list[Entry]:
    """Give the entries whose title stands alone above paragraphs of prose, with nothing that marks it as one."""
    if not is_weekly(text):
        return []
    # "Directed by NAME, this drama follows …" is a sentence.
    lines = [line for line in lines if _field(text, line) is None or _is_prose(text, line)]
    found: list[Entry] = []
    for at, line in enumerate(lines):
        ahead = lines[at + 1] if at + 1 < len(lines) else None
        title = title_alone(text, line) if ahead and _is_prose(text, ahead) and text[: line[1]].strip() else None
        if title and (number := _NUMBER.match(text, *title)):
            title = number.end(), title[1]
        if title and _is_heading(text, *title):
            found.append(Entry(line, title))
        elif found and opening("trivia").match(text, line[1], line[2]):
            found[-1].trivia.append(line)
        elif found and ends_releases(text, line):
            break
        elif found and _is_prose(text, line):
            found[-1].prose.append(line)
            cast = _CAST.search(text, line[1], line[2])
            found[-1].cast = found[-1].cast or (cast.span("cast") if cast else None)
    return found if len(found) >= _LEAST_HEADED and all(entry.prose for entry in found) else []


def led_paragraphs(text: str, lines: list[Line]) -> list[Entry]:
    """Give the entries that are one paragraph each: “TITLE” (PG-13). Prose."""
    if not is_weekly(text):
        return []
    found = []
    for line in lines:
        if hit := _LED.fullmatch(text, line[1], line[2]):
            head = (line[0], line[1], hit.start("rest"))
            cast = _CAST.search(text, *hit.span("rest"))
            found.append(Entry(head, hit.span("title"), prose=[(line[0], *hit.span("rest"))]))
            found[-1].cast = cast.span("cast") if cast else None
    return found if len(found) >= LEAST else []


def _is_prose(text: str, line: Line) -> bool:
    printed = text[line[1] : line[2]]
    return len(printed) >= _SHORTEST_PROSE and any(mark in printed for mark in ".!?…")


def _is_heading(text: str, first: int, last: int) -> bool:
    printed = text[first:last]
    return (
        last - first <= _LONGEST_TITLE
        and len(printed.split()) <= _WORDS_OF_TITLE
        and not _section().fullmatch(printed)
        and not printed.isdigit()
        and not _weekly().search(printed)
    )
