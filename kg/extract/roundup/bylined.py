"""Bylined releases: a title, "by NAME" beneath it, and beneath that country and length: "Polish film, 1 h 47".

A title with stars behind it needs no third line, and a heading of its own may stand there: "The essential".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.roundup.releases import Entry, Line, ends_releases, title_alone

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["bylined"]

_MARK = re.compile(r"[♦◆◇►▶•●■]+\s*")
_BY = re.compile(r"\s*(?i:by|de|d['’])\s*(?P<directors>[^\W\d_a-zß-ÿ][^.;|:()!?]{2,80}?)\s*")
# "French documentary, 1h50", "Franco-Belgian animated film, 1 h 13".
_LENGTH = re.compile(
    r"\s*(?P<nations>[A-ZÀ-Þ][\w-]+(?:(?: and |/|, |-)[A-ZÀ-Þ][\w-]+)*) (?:[\w-]+ ){0,2}?"
    r"(?:film|documentary|feature|animation|cartoon|movie|drama|comedy|thriller),? ?\(?\d ?h(?: ?\d{1,2})?\)?\.?\s*"
)


# What stands above the opinion of a page's own.
_RUBRIC = re.compile(
    r"\s*(?:the essentials?|l['’]essentiel|in (?:brief|short)|(?:the |our )?(?:verdict|opinion|review))\s*:?\s*",
    re.IGNORECASE,
)
_STARS = re.compile(r"[★☆⭐*]{1,6}\s*$")


def bylined(document: Document, lines: list[Line]) -> list[Entry]:
    """Give the entries headed by a title, a line "by NAME" and a line that tells country and length."""
    text = document.text
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        head = lines[at : at + 3]
        title, by, length = _heading(text, head) if len(head) == 3 else (None, None, None)
        is_rubric = len(head) == 3 and bool(_RUBRIC.fullmatch(text, *head[2][1:]))
        if title and by and (length or is_rubric or _STARS.search(text, *head[0][1:])):
            entry = Entry(head[0], title, credits=head[1], directors=by.span("directors"))
            entry.countries = length.span("nations") if length else None
            found.append(entry)
            at += 3 if length or is_rubric else 2
            continue
        if found and ends_releases(text, lines[at]):
            break
        if found:
            found[-1].prose.append(lines[at])
        at += 1
    return found


def _heading(text: str, head: list[Line]) -> tuple[tuple[int, int] | None, re.Match[str] | None, re.Match[str] | None]:
    number, first, last = head[0]
    mark = _MARK.match(text, first, last)
    title = title_alone(text, (number, mark.end() if mark else first, last))
    return title, _BY.fullmatch(text, *head[1][1:]), _LENGTH.fullmatch(text, *head[2][1:])
