"""Run-on fields: "Director: NAME | Cast: NAME, NAME | Sales: FIRM" on one line, with bars, or with no mark at all.

Pages lose the breaks between the fields of a record, or set them in one line for want of room. Such a line is cut
before each of its labels, and then read as the lines that it was. Labels without a colon, "Director NAME Screenplay
NAME Cast NAME", count only where several stand together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.record.fields import bare_label, labels

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["split_fields"]

_LONGEST = 4_000
_FEWEST = 3
_FEWEST_BARE = 4
_FEWEST_BARRED = 2
# "Dir: NAME. Prod: NAME, FIRM." needs no third field; bars and semicolons part a review's line of credits.
_PAIR = 2
_DIRECTS = re.compile(r"(?:\w+\s?/\s?)?(?:Dir|Director|Directed by)\.?(?:\s?/\s?\w+)?\s?:", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–•*·●▪]?\s*")
# "Total budget", "Italian distribution".
_WHOSE = r"(?:Total|Main|Key|Lead|Principal|Expected|Planned|Confirmed|[A-Z][a-z]+(?:an|ish|ese|ch|ic|ek))"
# "Dir: NAME. Prod: NAME": a full stop, and none of "Jr." and "Ltd.".
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_BETWEEN = " \t|;,•·/–-"


def split_fields(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Cut lines that are nothing but fields, one behind the other, before each of them."""
    cut: list[tuple[int, int, int]] = []
    for number, first, last in lines:
        text = document.text
        starts = _starts(text, first, last) if last - first <= _LONGEST else [first]
        ends = [*starts[1:], last]
        for start, end in zip(starts, ends, strict=True):
            field = text[start:end].rstrip() if end == last else _STOP.sub("", text[start:end].rstrip(_BETWEEN))
            cut.append((number, start, start + len(field)))
    return cut


def _starts(text: str, first: int, last: int) -> list[int]:
    """Give where the fields of a line begin; of a line of another kind, where it begins itself."""
    start = _BULLET.match(text, first, last)
    at = start.end() if start else first
    for expression, fewest in ((_labelled(), _FEWEST), (_barred(), _FEWEST_BARRED), (_bare(), _FEWEST_BARE)):
        if not expression.match(text, at, last):
            continue
        found = [hit.start() for hit in expression.finditer(text, at, last)]
        depth = [text.count("(", first, one) - text.count(")", first, one) for one in found]
        is_pair = len(found) == _PAIR and _DIRECTS.match(text, at, last) and text[at : found[1]].rstrip().endswith(".")
        if (len(found) >= fewest or is_pair) and not any(depth):
            return [first, *found[1:]]
    return [first]


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\s|;,•·])(?=[A-ZÀ-Þ])(?:{_WHOSE} )?(?i:{labels()})(?:\s?/\s?(?i:{labels()}))?\s*:\s+(?=\S)"
    )


@cache
def _barred() -> re.Pattern[str]:
    """Match labels without a colon between semicolons or bars: "Writer NAME; Director NAME"."""
    return re.compile(rf"(?:(?<=[;|] )|(?<![^\n])){bare_label()}")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){bare_label()}")
