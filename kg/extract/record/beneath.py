"""Beneath and above: what the lines around a record's line are, a title above it or another title beneath."""

from __future__ import annotations

import re

__all__ = [
    "ALIAS_LINE",
    "BULLET",
    "DATELINE",
    "HEADING",
    "LONGEST_TITLE",
    "PIPED_LINE",
    "behind_alias",
    "next_line",
    "title_above",
]

ALIAS_LINE = re.compile(r"\s*\((?P<alias>[^()\n]{2,80})\)\s*")
LONGEST_TITLE = 80
# A heading of the block, and no title: "Production information".
HEADING = re.compile(
    r"(?:production|technical|film|project|further|more|key|full|contact|additional)?\s?(?:information|info|details|data|"
    r"credits|cast(?: and| &) crew|crew|cast|contacts?|fact ?sheet|sheet|synopsis|facts|profile|file|notes)\b.{0,12}",
    re.IGNORECASE,
)
# Where and when a page was written tells nothing of the film.
DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’' -]{2,24}, )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:19|20)\d\d|"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
)
# What opens the line of a list: a mark, a number.
BULLET = re.compile(r"\s*[-–•*·●▪]?\s*(?:\d{1,3}[.)]\s+)?")
# "Drama | France, Belgium | 2017 | 115 min" between a title and its fields.
PIPED_LINE = re.compile(r"\s*[^|:\n]{2,60}(?:\s*\|\s*[^|:\n]{1,60}){2,7}\s*")
_BLANK = re.compile(r"\s*")


def title_above(text: str, first: int) -> tuple[int, int] | None:
    """A short line without a stop right above, which may be the title of the record that goes on here."""
    end = text.rfind("\n", 0, first)
    start = text.rfind("\n", 0, max(end, 0)) + 1
    line = text[start : max(end, 0)]
    title = line.strip()
    if not title or len(title) > LONGEST_TITLE or title[-1] in ".:;)" or not (title[0].isupper() or title[0].isdigit()):
        return None
    begin = start + line.index(title)
    return begin, begin + len(title)


def next_line(text: str, at: int) -> int:
    """Where the next line that is not blank begins."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def behind_alias(text: str, at: int) -> int:
    """Where the next line begins that is not blank, nor another title in brackets."""
    start = next_line(text, at)
    end = text.find("\n", start)
    return next_line(text, end) if end >= 0 and ALIAS_LINE.fullmatch(text, start, end) else start
