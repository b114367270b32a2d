"""Billed: French headings of releases that say who made the film and who is in it, "TITLE de NAME avec NAME, NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.roundup.releases import Entry, Line, ends_releases

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["billed"]

_WORD = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_NAME = rf"{_WORD}(?: (?:(?:de|du|van|von|der|den|le|la|el|al|di|da|y) )*{_WORD}){{1,4}}"
# The title goes on to the last "de" that a full name follows: "Le Bal de Paris de Given Surname".
_HEADING = re.compile(
    rf"(?P<title>\S.{{0,80}})\s(?:de\s|d['’])(?P<directors>{_NAME}(?:(?:, | et ){_NAME}){{0,3}})"
    r"(?:\s?[,–-]?\s[Aa]vec\s(?P<cast>[^.;:!?]{3,200}?)(?:…|\.{1,3})?)?\s*"
)
_LONGEST = 400
_CAST = re.compile(r"\s*[Aa]vec\s(?P<cast>[^.;:!?]{3,200}?)(?:…|\.{1,3})?\s*")


def billed(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries headed by title, director and cast, the cast on the same line or beneath."""
    text = document.text
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        ahead = lines[at + 1] if at + 1 < len(lines) else None
        heading = _HEADING.fullmatch(text, line[1], line[2]) if line[2] - line[1] <= _LONGEST else None
        beneath = _CAST.fullmatch(text, ahead[1], ahead[2]) if ahead and heading and not heading["cast"] else None
        told = beneath or (heading if heading and heading["cast"] else None)
        if heading and told:
            found.append(Entry(line, heading.span("title"), None, line, heading.span("directors"), told.span("cast")))
            at += 2 if beneath else 1
            continue
        if found and ends_releases(text, line):
            break
        if found:
            found[-1].plot.append(line)
        at += 1
    return found
