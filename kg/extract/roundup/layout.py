"""Layouts of release round-ups: from lines to releases, each with its heading and what stands beneath it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.furniture import furniture
from kg.extract.lexicon import lexicon
from kg.extract.roundup.cast_line import credit_of
from kg.extract.roundup.entries import blocks, entries
from kg.extract.roundup.openings import FIELDS, answered, is_caption, opening, openings
from kg.extract.roundup.releases import marked_heading
from kg.extract.roundup.unglued import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.roundup.releases import Entry

__all__ = ["CREDITED", "Release", "lay_out", "numbered_lines", "remarks_on"]

_LONGEST_HEADING = 120
# A longer line that begins as an introduction does is a whole page that a copy glued.
_LONGEST_INTRO = 400
# "Documentaire" alone.
_KIND = re.compile(
    r"\s*(?:documentaire|documentary|drame|drama|comédie|comedy|thriller|animation|horreur|horror|action)\s*",
    re.IGNORECASE,
)
CREDITED = re.compile(
    r"\s*(?:(?:de|by|from|of|un film de|a film by|directed by|réalisé par)\s+|d['’]\s*)"
    r"(?P<names>[^\W\d_](?:.|\n(?=[a-zß-ÿ])){3,80})",
    re.IGNORECASE,
)
"""A line beneath a title that says by whom the film is: "De NAME"."""
_REST_OF_NAME = re.compile(
    r"(?:(?:de|di|da|du|van|von|del|della|dos|ter) )+(?:la |le |der |den )?[A-ZÀ-Þ][\w’' -]{2,40}"
)
# A run of small words, which no list of names has.
_IN_SMALL = re.compile(r"(?:\b[a-zà-ÿ]{2,}\b[ ,]+){5}")
_LISTED = re.compile(
    r"(?:[^\n:]{0,60}: )?(?P<title>[A-ZÀ-Þ0-9][^\n,:]{1,60}), [^\n:]{2,160}(?:\band more\b|…|\.\.\.)[^\n]*$"
)
_LONGEST_HEADING = 110
_SENTENCES = re.compile(r"[.?!] [A-ZÀ-Þ][^\n]{15,}")
_DAY = re.compile(
    r"\s*\((?:(?:on|from|out)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b[\s\d,]*(?:st|nd|rd|th)?[\s\d,]*\)\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Release:
    """A release: the lines, as (number, first, last), of its heading and of what stands beneath it.

    `cast` is the line of credits, `plot` what it is about, `trivia` what one should know of it; `prose`, `fields` and
    `entry` stand for these where a page has another layout, and `by` is a line of its own for who directed it.
    """

    heading: tuple[int, int, int]
    cast: tuple[int, int, int] | None = None
    plot: tuple[int, int, int] | None = None
    trivia: list[tuple[int, int, int]] | None = None
    prose: list[tuple[int, int, int]] | None = None
    entry: Entry | None = None
    fields: list[tuple[int, int, int]] | None = None
    by: tuple[int, int, int] | None = None
    # Where the heading names who distributes the film, in a bracket behind the title.
    distributors: tuple[int, int] | None = None
    # Whether other headings of the page say who directed the films.
    marked: bool = False


def lay_out(document: Document) -> tuple[list[Release], dict[int, str]]:
    """Cut the page into releases: each has one synopsis, with heading and cast line before it, trivia after it."""
    text = document.text
    lines = []
    rules: dict[int, str] = {}
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        raw = text[start:end]
        if not raw.strip():
            continue
        first, last = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        rule = furniture(raw)
        if rule:
            rules[number] = f"furniture: {rule}"
        elif is_caption(text, first, last):
            rules[number] = "furniture: caption"
        elif len(raw) <= _LONGEST_INTRO and any(
            re.fullmatch(intro, raw.strip(), re.IGNORECASE) for intro in lexicon("release")["intro"]
        ):
            rules[number] = "round-up introduction"
        else:
            line = (number, first, last)
            lines += [line] if credit_of(document, first, last) else pieces(text, line)
    lines = _unwrapped(text, lines)
    if found := blocks(document, lines):
        return [_entered(entry, rules) for entry in found], rules
    plot, trivia = openings(document.text)
    unmerged = lines
    lines, beneath = answered(text, lines)
    releases: list[Release] = []
    before: list[tuple[int, int, int]] = []
    for line in lines:
        number, first, last = line
        if not before and releases and _is_late_cast(text, releases[-1], line):
            releases[-1].cast = line
            rules[number] = "read: cast line"
        elif plot.match(text, first, last):
            release = _opened(document, before, rules)
            if release is None:
                rules[number] = "synopsis without a heading"
                continue
            release.plot = line
            releases.append(release)
            rules[number] = "synopsis (fiction)"
            before = []
        elif trivia.match(text, first, last) and (releases or before):
            # A page may leave out the synopsis: then the trivia follow the cast line.
            release = _opened(document, before, rules) if before and _is_cast_line(text, *before[-1][1:]) else None
            if release:
                releases.append(release)
                before = []
            if before or not releases:
                before.append(line)
                continue
            releases[-1].trivia = [*(releases[-1].trivia or []), line]
            rules[number] = "read: trivia"
        else:
            before.append(line)
    if releases and len(before) > 1 and opening("cast").match(text, *before[-1][1:]):
        # A page that breaks off behind a cast line still says who made the film and who is in it.
        release = _opened(document, before, rules)
        if release:
            releases.append(release)
            before = []
    if not releases:
        releases = [_entered(entry, rules) for entry in entries(document, unmerged)]
    for number, _, _ in before:
        rules.setdefault(number, "after the releases")
    rules.update({answer: rules[question] for question, answer in beneath.items() if question in rules})
    return releases, rules


def _unwrapped(text: str, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Give the lines with a cast line that breaks off at a comma, or a name at its particle, joined to what follows."""
    found: list[tuple[int, int, int]] = []
    for line in lines:
        above = found[-1] if found else None
        is_rest = line[2] - line[1] < _LONGEST_HEADING // 2 and text[line[1]].isupper()
        if above and CREDITED.fullmatch(text, *above[1:]) and _REST_OF_NAME.fullmatch(text, *line[1:]):
            found[-1] = (above[0], above[1], line[2])  # "by Flore" above "de Saint-Aubin"
        elif above and is_rest and text[above[2] - 1] == "," and opening("cast").match(text, *above[1:]):
            found[-1] = (above[0], above[1], line[2])
        else:
            found.append(line)
    return found


def numbered_lines(document: Document) -> Iterator[tuple[int, int, int]]:
    """Give all lines as (number, first, last), counted from 1."""
    for number in range(1, document.line_count + 1):
        yield (number, *document.line_span(number))


def _entered(entry: Entry, rules: dict[int, str]) -> Release:
    """Take an entry of a page that asks no questions for a release."""
    rules[entry.line[0]] = "read: heading"
    if entry.credits:
        rules[entry.credits[0]] = "read: credits"
    rules.update({number: "read: prose" for number, _, _ in entry.prose})
    rules.update({number: "read: fields" for number, _, _ in entry.fields})
    rules.update({number: "synopsis (fiction)" for number, _, _ in entry.plot})
    rules.update({number: "read: trivia" for number, _, _ in entry.trivia})
    return Release(entry.line, prose=entry.prose, entry=entry, fields=entry.fields, trivia=entry.trivia)


def remarks_on(document: Document, rules: dict[int, str]) -> Iterator[tuple[int, str]]:
    """A cast line or heading after the last synopsis, with no synopsis of its own, was cut off."""
    outside = [number for number, rule in rules.items() if rule == "after the releases"]
    for number in outside[:1]:
        start, end = document.line_span(number)
        heading = re.search(r"\sby\s+[^\W\d_]", document.text[start:end], re.IGNORECASE)
        if opening("cast").match(document.text, start, end) or (heading and end - start < _LONGEST_HEADING):
            yield number, "a release without a synopsis: the page seems cut off here"


def _first_of_list(text: str, lines: list[tuple[int, int, int]]) -> tuple[int, int, int] | None:
    """Give the first title of a headline that lists what a page is about, where no line is that title alone."""
    for number, first, last in reversed(lines):
        hit = _LISTED.match(text, first, last) if last - first < 2 * _LONGEST_HEADING else None
        if hit and f"\n{hit['title']}\n" not in text:
            return number, *hit.span("title")
    return None


def _opened(document: Document, before: list[tuple[int, int, int]], rules: dict[int, str]) -> Release | None:
    """Take heading and cast line from the lines before a synopsis: the cast line is the last one, if it is one."""
    text = document.text
    fields = [line for line in before if FIELDS.fullmatch(text, *line[1:])]
    before = [line for line in before if line not in fields]
    if len(before) > 1 and _KIND.fullmatch(text, *before[-1][1:]):
        fields.append(before.pop())
    if not before:
        return None
    rules.update({number: "read: fields" for number, _, _ in fields})
    cast = None
    heading = before[-1]
    if len(before) > 1 and (_is_cast_line(text, *before[-1][1:]) or credit_of(document, *before[-1][1:])):
        cast, heading = before[-1], before[-2]
        rules[cast[0]] = "read: cast line"
    if heading[2] - heading[1] > _LONGEST_HEADING and _SENTENCES.search(text, *heading[1:]):
        # Prose: what is told has lost its heading, and the page's own headline may have the title.
        own = _first_of_list(text, before[:-1])
        return Release(own, cast, fields=fields) if own else None
    by = None
    if cast and len(before) > 2 and not credit_of(document, *cast[1:]) and CREDITED.fullmatch(text, *heading[1:]):
        by, heading = heading, before[-3]  # TITLE, "By NAME", "With NAMES": a line each
    for number, _, _ in before[: before.index(heading)]:
        rules[number] = "outside the releases"
    rules[heading[0]] = "read: heading"
    above = before[: before.index(heading)]
    if above and _goes_on(text, above[-1], heading):
        rules[above[-1][0]] = "read: heading"
        heading = (above[-1][0], above[-1][1], heading[2])
    if cast is None and len(before) > 1 and CREDITED.fullmatch(text, *before[-1][1:]):
        by, heading = before[-1], before[-2]
    if by:
        rules[by[0]] = rules[heading[0]] = "read: heading"
    own, distributors = marked_heading(text, (heading[0], heading[1], _undated(text, *heading[1:])))
    return Release(own, cast, fields=fields, by=by, distributors=distributors)


def _goes_on(text: str, above: tuple[int, int, int], heading: tuple[int, int, int]) -> bool:
    """Tell whether a heading is the second line of one: small letters begin it, and the line above does not end."""
    first, last = above[1:]
    return (
        text[heading[1]].islower()
        and last - first < _LONGEST_HEADING // 2
        and not text[heading[1] : heading[2]].startswith("as ")
        and text[first].isupper()
        and text[last - 1].isalnum()
        and not CREDITED.search(text, first, last)
        and not _is_cast_line(text, first, last)
    )


def _is_late_cast(text: str, release: Release, line: tuple[int, int, int]) -> bool:
    """Tell whether a line names the cast of a release whose synopsis stands before it."""
    first, last = line[1:]
    return (
        release.cast is None
        and release.plot is not None
        and not release.trivia
        and bool(opening("cast").match(text, first, last))
        and _is_cast_line(text, first, last)
    )


def _undated(text: str, first: int, last: int) -> int:
    """Give the end of a heading before a day in brackets: "TITLE (June 12)"."""
    found = _DAY.search(text, first, last)
    return found.start() if found and found.start() > first else last


def _is_cast_line(text: str, first: int, last: int) -> bool:
    line = text[first:last]
    if " directed by " in line:
        return True
    if _IN_SMALL.search(line):
        return False  # a sentence of commas
    if opening("cast").match(text, first, last):
        return True
    return line.rstrip().endswith(("…", "...")) or line.count(",") >= 2 or (line.count(",") == 1 and " by " not in line)
