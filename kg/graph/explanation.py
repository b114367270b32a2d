"""Explanations: a claim laid out for a person, with its sentences and what was concluded from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.claim import Claim
    from kg.document import Document

__all__ = ["Explanation", "Passage", "Step", "WhyNot", "lines", "passages", "why_not_lines"]

_INDENT = "    "
# A sentence of a page without stops can be the whole page; this much is shown on either side of the words.
_AROUND = 300
# Text from anywhere may carry what a terminal obeys: escape sequences, and controls that turn the line around.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that a claim rests on, `marks` the (start, end) of the words in it; `cut` where it is not whole.

    `line` and `column` (from 1) are those of the first marked word in the document.
    """

    line: int
    column: int
    sentence: str
    marks: tuple[tuple[int, int], ...]
    cut: bool = False

    def marked(self, opening: str = "»", closing: str = "«") -> str:
        """Give the sentence on one line with the marked words between two signs."""
        parts, at = [], 0
        for start, end in self.marks:
            parts += [self.sentence[at:start], opening, self.sentence[start:end], closing]
            at = end
        return " ".join("".join([*parts, self.sentence[at:]]).split())


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim: what it says (entities by label), who says it where, the rule that read it, and judgements used."""

    subject: str
    predicate: str
    object: str
    qualifiers: tuple[tuple[str, str], ...]
    claim: str
    document: str
    publisher: str | None
    as_of: str | None
    passages: tuple[Passage, ...]
    certainty: str
    rule: str
    judgements: tuple[str, ...]
    premises: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain, worded in the direction in which it is walked, with a claim that makes it."""

    start: str
    predicate: str
    end: str
    by: Explanation


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is known of two names: how many claims of each kind, what links them, and otherwise the way round."""

    names: tuple[str, str]
    known: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]
    links: tuple[Explanation, ...]
    path: tuple[Step, ...]


def passages(claim: Claim, document: Document) -> tuple[Passage, ...]:
    """Give the sentences that a claim rests on, in the order of the text, each once with all words marked.

    Raises BuildError for a span that the document does not bear out.
    """
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for span in sorted(claim.spans):
        if not document.holds(span):
            raise BuildError(
                f"claim {claim.id} rests on {span.exact[:40]!r}, which is not at {span.start}:{span.end}",
                where=document.id,
                do="the document has changed: run `kg build`",
            )
        marks = found.setdefault(document.sentence(span.start, span.end), [])
        if marks and span.start <= marks[-1][1]:
            marks[-1] = marks[-1][0], max(marks[-1][1], span.end)
        else:
            marks.append((span.start, span.end))
    return tuple(_passage(document, bounds, marks) for bounds, marks in found.items())


def _passage(document: Document, bounds: tuple[int, int], marks: list[tuple[int, int]]) -> Passage:
    first, last = max(bounds[0], marks[0][0] - _AROUND), min(bounds[1], marks[-1][1] + _AROUND)
    line, column = document.position(marks[0][0])
    inside = tuple((start - first, end - first) for start, end in marks)
    return Passage(line, column, document.text[first:last], inside, (first, last) != bounds)


def lines(explanation: Explanation, indent: str = "") -> Iterator[str]:
    """Give an explanation as lines of text; the words that the claim rests on stand between » and «."""
    return _harmless(_lines(explanation, indent))


def _lines(explanation: Explanation, indent: str) -> Iterator[str]:
    said = ", ".join(f"{key} {value}" for key, value in explanation.qualifiers)
    qualified = f"  [{said}]" if said else ""
    yield f"{indent}{explanation.subject} — {explanation.predicate} — {explanation.object}{qualified}"
    for passage in explanation.passages:
        yield f"{indent}{_INDENT}{explanation.document}:{passage.line}:{passage.column}"
        yield f"{indent}{_INDENT}  {'… ' if passage.cut else ''}{passage.marked()}{' …' if passage.cut else ''}"
    told = [explanation.certainty, f"rule {explanation.rule}"]
    if explanation.publisher:
        told.append(explanation.publisher)
    if explanation.as_of:
        told.append(f"as of {explanation.as_of}")
    yield f"{indent}{_INDENT}{', '.join(told)}"
    for judgement in explanation.judgements:
        yield f"{indent}{_INDENT}judgement: {judgement}"
    for premise in explanation.premises:
        yield f"{indent}{_INDENT}follows from:"
        yield from _lines(premise, indent + _INDENT * 2)


def why_not_lines(found: WhyNot) -> Iterator[str]:
    """Give an answer to "why not" as lines of text."""
    return _harmless(_why_not_lines(found))


def _why_not_lines(found: WhyNot) -> Iterator[str]:
    for name, known in zip(found.names, found.known, strict=True):
        told = ", ".join(f"{count} × {predicate}" for predicate, count in known) or "no claim"
        yield f"{name}: {told}"
    if found.links:
        yield f"They are linked, by {len(found.links)} claim{'' if len(found.links) == 1 else 's'}:"
        for explanation in found.links:
            yield from _lines(explanation, "  ")
        return
    yield "No claim links the two."
    if not found.path:
        yield "Nor does any chain of claims."
        return
    yield "The shortest way round:"
    for step in found.path:
        at = step.by.passages[0] if step.by.passages else None
        place = f"  ({step.by.document}:{at.line}:{at.column})" if at else ""
        yield f"{_INDENT}{step.start} — {step.predicate} — {step.end}{place}"


def _harmless(told: Iterable[str]) -> Iterator[str]:
    return (_OBEYED.sub("\ufffd", line.replace("\n", " ")) for line in told)
