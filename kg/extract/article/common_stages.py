"""Common stages: what a heading, or a sentence above a list, says of how far all of its films are.

"In post-production" stands above the films of which it is true, and "All the projects below are in development" is
said once. A film of which its own line or a sentence tells the stage needs none of this.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.lineup import RECORDS, film_of_record
from kg.extract.facts import End, Fact
from kg.extract.record.fields import stage_in

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["common_stages"]

_STAGE = (
    r"(?P<stage>(?:in |at )?(?:the )?(?:development|pre-production|production|shooting|post-?production)(?: stage)?)"
)
_HEADING = re.compile(
    rf"[-–•*·\s]*(?:(?:films?|projects?|titles?|features?|works?) )?(?:currently |now )?{_STAGE}[:\s]*", re.IGNORECASE
)
# Fields and kinds of grants are called so too: "Production", "Development".
_PLAIN = re.compile(r"[-–•*·\s]*(?:production|development)[:\s]*", re.IGNORECASE)
_ALL = re.compile(
    r"\b[Aa]ll (?:of )?(?:the |these |our |\w+ )?(?:selected )?"
    r"(?:films|projects|titles|features|works|documentaries|series)"
    rf"(?: [a-z]+){{0,4}}? are (?:currently |still |now )?{_STAGE}\b"
)
_FAR = 30
_RULE, _SCORE = "common-stage", 2.5


def common_stages(document: Document, lines: list[tuple[int, int, int]], facts: list[Fact]) -> list[Fact]:
    """Give the stages of the films of an article's lists, as far as headings or a sentence above them tell them."""
    told = {fact.subject.what for fact in facts if fact.predicate == "stage"}
    starts = [first for _, first, _ in lines]
    found: dict[object, Fact] = {}
    for fact in facts:
        film = film_of_record(fact)
        if fact.rule not in RECORDS or not isinstance(film.what, Mention) or film.what in told or film.what in found:
            continue
        if film.what.type in ("Film", "Series") and (
            stage := _above(document, lines, bisect_right(starts, film.first))
        ):
            found[film.what] = Fact(film, "stage", stage, stage.first, stage.last, _RULE, _SCORE)
    return list(found.values())


def _above(document: Document, lines: list[tuple[int, int, int]], at: int) -> End | None:
    """Give the stage that the nearest heading above a line tells, or else a sentence on all films."""
    for _, first, last in reversed(lines[max(1, at - _FAR) : max(0, at - 1)]):
        hit = _HEADING.fullmatch(document.text, first, last) or _ALL.search(document.text, first, last)
        if hit is None or _PLAIN.fullmatch(document.text, first, last):
            continue
        stage = stage_in(hit["stage"])
        return End(Value(stage), *hit.span("stage")) if stage else None
    return None
