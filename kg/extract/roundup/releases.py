"""Release round-ups without questions: titles under bullets, or above a line of credits, each with prose beneath."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = [
    "LEAST",
    "Entry",
    "Line",
    "bullets",
    "credited",
    "ends_releases",
    "marked_heading",
    "quoted",
    "run_together",
    "title_alone",
]

Line = tuple[int, int, int]

# "• TITLE (DISTRIBUTOR)" or "TITLE (DISTRIBUTOR/DISTRIBUTOR, reissue)" alone on a line.
_BULLET = re.compile(
    r"\s*[•‣▪●◦*–-]\s+(?P<title>[^()]{1,80}?)\s*\((?P<inner>[^()]{2,70}?)"
    r"(?:\s*[,~–-]?\s*~?\d{1,4} (?:copies|prints|screens|theat(?:re|er)s|cinemas|salles))?\)\s*:?\s*(?P<rest>\S.*)?"
)
# What reviewers print behind a title: certificate, stars, running time, country and year.
_BEHIND = re.compile(
    r"(?:\s*(?:[★☆⭐*]{1,6}|\((?:U|PG|PG-13|R|NC-17|12A?|15|18|TBC|cert\.? ?\w+)(?:, [^()]{1,20})?\)|"
    r"\((?:19|20)\d\d\)|\[[^\]]{1,12}\]|\d/\d|\d{2,3} ?min(?:s|utes)?\.?|[,|–-]))+\s*$"
)
_CREDITS = re.compile(
    r"\s*(?P<field>dir(?:\.|ector|ectors|ected by)?|a (?:film|movie) (?:by|of|from)|"
    r"réal(?:\.|isateur|isatrice|isation)?|de|director/writer|"
    r"written and directed by)"
    r"\s*[:.]?\s+(?P<directors>[^\W\d_](?:[^.;|:]|(?<=\b[A-Z])\.){2,80}?)"
    r"(?:\s*$|(?:\s*(?:(?<!\b[A-Z])\.|[;|/–])\s*|,?\s+)(?P<with>with|starring|stars?|cast|featuring|avec)\s*[:.]?\s+"
    r"(?P<cast>[^.;|]{3,200}).*|\s*(?:(?<!\b[A-Z])\.|[;|/–])\s*.*)",
    re.IGNORECASE,
)
# “TITLE”, by NAME, alone on a line.
_QUOTED = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*)?[“\"«]\s?(?P<title>[^“”\"«»]{1,80}?),?\s?[”\"»]\s*[,:–-]?\s*(?:by|of|from|de|d['’])\s*"
    r"(?P<directors>[^\W\d_][^.;|:()]{2,80}?)\s*(?:[:(].{0,80})?",
    re.IGNORECASE,
)
# "1. TITLE – NAME", numbered and alone on a line.
_NUMBERED = re.compile(
    r"\s*\d{1,2}\s?[.)/–-]\s*(?P<title>[^()\n]{1,80}?)\s*(?:\s[-–—]\s+|,?\s+(?:by|directed by|de)\s+)"
    r"(?P<directors>[^\W\d_][^.;|:()–—]{2,60}?)\s*(?:\([^()]{2,40}\))?\s*",
)
# "TITLE , dramatic comedy by NAME, 1h50", alone on a line.
_TIMED = re.compile(
    r"\s*[“\"«]?(?P<title>[^\W_a-zß-ÿ][^“”\"«»\n]{0,79}?)[”\"»]?\s?,\s(?:[a-zà-ÿ-]+\s){1,4}(?:by|of|from|de)\s"
    r"(?P<directors>[^\W\d_][^.;|:()–—\n]{2,80}?),\s\d\s?[h:]\s?\d{0,2}(?:\s?min)?\s*"
)
# "(With A, B, C. 1h48)" behind the prose.
_CAST_AT_END = re.compile(
    r"\((?:with|avec|starring)\s+(?P<cast>[^().;]{3,200})(?:[.;][^()]{0,40})?\)\s*$", re.IGNORECASE
)
# "Real.: NAME. With A, B." inside a paragraph.
_CREDITS_INSIDE = re.compile(
    r"\b(?:real(?:\.|isation|isateur)?|réal(?:\.|isation|isateur|isatrice)?|dir(?:\.|ectors?)?|directed by|by)\s*:\s*"
    r"(?P<directors>[^\W\d_](?:[^.;|:]|(?<=\b[A-Z])\.){2,80})[.;]"
    r"(?:\s*(?:with|avec|starring|cast)\s*:?\s+(?P<cast>(?:[^.;|]|(?<=\b[A-Z])\.){3,200})[.;…])?",
    re.IGNORECASE,
)
# "TITLE" with the genre in capitals behind it, often without a space: "KurskDRAMA. ".
_TITLE_GENRE = re.compile(
    r"\s*(?P<title>\S.{0,79}?)\s*(?:[-–—|:.]\s*)?(?:\b|(?<=[a-zà-ÿ0-9!?…]))"
    r"[A-ZÀ-Þ]{4}[A-ZÀ-Þ' -]*[.:]\s"
)
# "Belgium, Luxembourg, 2018, 1h57."
_COUNTRIES_YEAR = re.compile(
    r"(?:(?<=[.!?…*★☆ ])|^)\s*(?P<countries>[A-ZÀ-Þ][\w .'’-]+(?:[,/] ?[A-ZÀ-Þ][\w .'’-]+)*), "
    r"(?:19|20)\d\d, [^.]{2,20}\.?\s*$"
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
# A bullet, a number, and what a heading says of the release before the title.
_LEAD = re.compile(
    r"\s*(?:[•‣▪●◦■►▶]\s*)?(?:(?:re-?release|reissue|new release|also out|reprise|ressortie)\s*:\s*)?", re.IGNORECASE
)
_LONGEST_TITLE = 80
_OPEN, _CLOSE = tuple('“‘"«'), tuple('”’"»')
LEAST = 2
"""How many entries make a layout."""


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
    countries: tuple[int, int] | None = None
    fields: list[Line] = field(default_factory=list)
    plot: list[Line] = field(default_factory=list)
    trivia: list[Line] = field(default_factory=list)


def marked_heading(text: str, heading: Line) -> tuple[Line, tuple[int, int] | None]:
    """Give a heading without its bullet and label, and where its distributor stands: "• TITLE (DISTRIBUTOR)".

    Without a bullet a bracket is somebody's number, "NAME (II)", or another title.
    """
    number, first, last = heading
    hit = _BULLET.fullmatch(text, first, last)
    bare = _LEAD.match(text, first, last)
    start = bare.end() if bare else first
    if hit is None or hit["rest"] or " by " in hit["title"]:
        return (number, start, last), None
    return (number, start, hit.end("title")), hit.span("inner")


def bullets(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries that begin with "• TITLE (DISTRIBUTOR)"."""
    text = document.text
    hits = {line: hit for line in lines if (hit := _BULLET.fullmatch(text, line[1], line[2]))}
    heads = {line: hit for line, hit in hits.items() if _may_distribute(hit["inner"])}
    found: list[Entry] = []
    # Where prose stands behind the bracket of each, what follows on lines of its own is what the film is about.
    says_all = all(hit["rest"] for hit in heads.values())
    for line in lines:
        hit = heads.get(line)
        if hit:
            head, rest = (line[0], line[1], text.index(")", hit.end("inner")) + 1), (line[0], *hit.span("rest"))
            found.append(Entry(head, hit.span("title"), hit.span("inner"), prose=[rest] if hit["rest"] else []))
        elif found and ends_releases(text, line):
            break
        elif found:
            (found[-1].plot if says_all else found[-1].prose).append(line)
    return found


def _may_distribute(inner: str) -> bool:
    """Tell whether brackets may name who releases a film: no lists of countries, and no "working title"."""
    several = inner.count("/") and all(countries().code(land.strip()) for land in inner.split("/"))
    return not several and not ASIDE.fullmatch(f"({inner})")


def quoted(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries that begin with “TITLE”, by NAME, with a number, TITLE – NAME, or as "TITLE, drama by NAME, 2h".

    The cast stands in brackets at the end of the prose.
    """
    text = document.text
    found: list[Entry] = []
    for line in lines:
        forms = (form.fullmatch(text, line[1], line[2]) for form in (_QUOTED, _NUMBERED, _TIMED))
        hit = next((form for form in forms if form), None)
        if hit:
            found.append(Entry(line, hit.span("title"), None, line, hit.span("directors")))
        elif found and ends_releases(text, line):
            break
        elif found and (cast := _CAST_AT_END.search(text, line[1], line[2])) and not found[-1].cast:
            found[-1].cast = cast.span("cast")
            found[-1].prose.append((line[0], line[1], cast.start()))
        elif found and line[2] - line[1] > _LONGEST_TITLE:
            found[-1].prose.append(line)
    return found


def run_together(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries that are one paragraph each: TITLE, GENRE, prose, countries, "Real.: NAME. With NAMES."."""
    text = document.text
    found: list[Entry] = []
    for at, line in enumerate(lines):
        hit = _CREDITS_INSIDE.search(text, line[1], line[2])
        head = _TITLE_GENRE.match(text, line[1], line[2]) if hit else None
        above = lines[at - 1] if at and (not found or lines[at - 1][0] != found[-1].line[0]) else None
        title = head.span("title") if head else title_alone(text, above) if hit and above else None
        if not hit or title is None:
            continue
        where = _COUNTRIES_YEAR.search(text, line[1], hit.start())
        prose = (line[0], head.end() if head else line[1], where.start() if where else hit.start())
        cast = hit.span("cast") if hit["cast"] else None
        entry = Entry(line, title, None, (line[0], *hit.span()), hit.span("directors"), cast, [prose])
        entry.countries = where.span("countries") if where else None
        found.append(entry)
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
        title = title_alone(text, line)
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
        if found and ends_releases(text, line):
            break
        if found:
            found[-1].prose.append(line)
        at += 1
    return found


def title_alone(text: str, line: Line) -> tuple[int, int] | None:
    """Give the extent of a short line without a stop, certificate, stars and quotation marks left out; else None."""
    first, last = line[1], line[2]
    behind = _BEHIND.search(text, first, last)
    last = behind.start() if behind else last
    if text[first : first + 1] in _OPEN and text[last - 1 : last] in _CLOSE:
        first, last = first + 1, last - 1
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


def ends_releases(text: str, line: Line) -> bool:
    """Tell whether a line ends the films that come out: what follows is still showing, or comes next week."""
    return bool(_END.fullmatch(text, line[1], line[2]))
