"""Release round-ups without questions: titles under bullets, or above a line of credits, each with prose beneath."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import lexicon

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["Entry", "bullets", "credited", "entries"]

Line = tuple[int, int, int]

# "• TITLE (DISTRIBUTOR)" or "TITLE (DISTRIBUTOR/DISTRIBUTOR, reissue)" alone on a line.
_BULLET = re.compile(r"\s*[•‣▪●◦*–-]\s+(?P<title>[^()]{1,80}?)\s*\((?P<inner>[^()]{2,70})\)\s*:?\s*(?P<rest>\S.*)?")
# What reviewers print behind a title: certificate, stars, running time, country and year.
_BEHIND = re.compile(
    r"(?:\s*(?:[★☆⭐*]{1,6}|\((?:U|PG|PG-13|R|NC-17|12A?|15|18|TBC|cert\.? ?\w+)(?:, [^()]{1,20})?\)|"
    r"\((?:19|20)\d\d\)|\[[^\]]{1,12}\]|\d/\d|\d{2,3} ?min(?:s|utes)?\.?|[,|–-]))+\s*$"
)
_CREDITS = re.compile(
    r"\s*(?P<field>dir(?:\.|ector|ectors|ected by)?|réal(?:\.|isateur|isatrice|isation)?|de|director/writer|"
    r"written and directed by)"
    r"\s*[:.]?\s+(?P<directors>[^\W\d_][^.;|:]{2,80}?)"
    r"(?:\s*$|(?:\s*[.;|/–]\s*|,?\s+)(?P<with>with|starring|stars?|cast|featuring|avec)\s*[:.]?\s+"
    r"(?P<cast>[^.;|]{3,200}).*|\s*[.;|/–]\s*.*)",
    re.IGNORECASE,
)
# What stands below the director: "Stars: NAMES", and fields that tell nothing of people.
_MORE_CREDITS = re.compile(
    r"\s*(?:(?:with|starring|stars?|cast|featuring|avec)\s*[:.]\s*(?P<cast>[^|]{3,200}?)|"
    r"(?:running time|run time|duration|length|durée|certificate|rating|genre|language|year)\s*:.{1,60})\s*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:still (?:showing|in cinemas|playing)|also (?:released|out|showing|in cinemas)|"
    r"next (?:week|wednesday|friday|thursday)|"
    r"share this|coming soon|toujours à l.affiche|la semaine prochaine|à suivre|et aussi)\b.*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80
_LEAST = 2
_HEAD = 700


@dataclass(slots=True)
class Entry:
    """One film of such a round-up: its title, who distributes it, its credits (groups of a match), and the prose."""

    line: Line
    title: tuple[int, int]
    distributors: tuple[int, int] | None = None
    credits: Line | None = None
    directors: tuple[int, int] | None = None
    cast: tuple[int, int] | None = None
    prose: list[Line] = field(default_factory=list)


def entries(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries of whichever layout the page has; none where it has neither, or has it only once."""
    if not _releases().search(document.text, 0, _HEAD):
        return []
    found = bullets(document, lines) or [entry for entry in credited(document, lines) if entry.cast or entry.prose]
    return found if len(found) >= _LEAST else []


@cache
def _releases() -> re.Pattern[str]:
    """The words at the head of a page that say that it is about films coming out."""
    return re.compile(rf"\b(?:{'|'.join(lexicon('release')['page'])})\b", re.IGNORECASE)


def bullets(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries that begin with "• TITLE (DISTRIBUTOR)"."""
    text = document.text
    heads = {line: hit for line in lines if (hit := _BULLET.fullmatch(text, line[1], line[2]))}
    found: list[Entry] = []
    for line in lines:
        hit = heads.get(line)
        if hit:
            head, rest = (line[0], line[1], hit.end("inner") + 1), (line[0], *hit.span("rest"))
            found.append(Entry(head, hit.span("title"), hit.span("inner"), prose=[rest] if hit["rest"] else []))
        elif found and _END.fullmatch(text, line[1], line[2]):
            break
        elif found:
            found[-1].prose.append(line)
    return found


def credited(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries whose title stands alone above a line "Director: NAME. Starring: NAMES"."""
    text = document.text
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        ahead = lines[at + 1] if at + 1 < len(lines) else None
        credit = _CREDITS.fullmatch(text, ahead[1], ahead[2]) if ahead else None
        title = _title(text, line)
        if ahead and credit and title and not _CREDITS.fullmatch(text, line[1], line[2]):
            cast = credit.span("cast") if credit["cast"] else None
            found.append(Entry(line, title, None, ahead, credit.span("directors"), cast))
            at += 2
            while at < len(lines) and (more := _MORE_CREDITS.fullmatch(text, lines[at][1], lines[at][2])):
                found[-1].cast = more.span("cast") if more["cast"] else found[-1].cast
                at += 1
            continue
        if found and title and _BEHIND.search(text, line[1], line[2]):
            found.append(Entry(line, title))
            at += 1
            continue
        if found and _END.fullmatch(text, line[1], line[2]):
            break
        if found:
            found[-1].prose.append(line)
        at += 1
    return found


def _title(text: str, line: Line) -> tuple[int, int] | None:
    """A short line without a stop, with certificate and stars left out."""
    first, last = line[1], line[2]
    behind = _BEHIND.search(text, first, last)
    last = behind.start() if behind else last
    printed = text[first:last]
    if (
        "(" in printed
        or not printed
        or len(printed) > _LONGEST_TITLE
        or printed.endswith((".", ":", ";", ","))
        or not printed[0].isalnum()
    ):
        return None
    return first, last
