"""Explanations: a claim laid out for a person, with its sentence and what was concluded from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Explanation", "Passage", "WhyNot", "lines", "why_not_lines"]

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that a claim rests on, in its sentence: the words before, the words themselves, the words after."""

    line: int
    column: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim: what it says (entities by label), who says it where, the rule that read it, and judgements used."""

    subject: str
    predicate: str
    object: str
    qualifiers: tuple[tuple[str, str], ...]
    document: str
    publisher: str | None
    as_of: str | None
    passages: tuple[Passage, ...]
    certainty: str
    rule: str
    judgements: tuple[str, ...]
    premises: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is known of two names: how many claims of each kind, whether something links them, and the way round."""

    names: tuple[str, str]
    known: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]
    links: tuple[Explanation, ...]
    path: tuple[tuple[str, str, str], ...]


def lines(explanation: Explanation, indent: str = "") -> Iterator[str]:
    """Give an explanation as lines of text; the words that the claim rests on stand between » and «."""
    said = ", ".join(f"{key} {value}" for key, value in explanation.qualifiers)
    yield f"{indent}{explanation.subject} — {explanation.predicate} — {explanation.object}" + (
        f"  [{said}]" if said else ""
    )
    for passage in explanation.passages:
        yield f"{indent}{_INDENT}{explanation.document}:{passage.line}:{passage.column}"
        yield f"{indent}{_INDENT}  {passage.before}»{passage.exact}«{passage.after}"
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
        yield from lines(premise, indent + _INDENT * 2)


def why_not_lines(found: WhyNot) -> Iterator[str]:
    """Give an answer to "why not" as lines of text."""
    for name, known in zip(found.names, found.known, strict=True):
        told = ", ".join(f"{count} × {predicate}" for predicate, count in known) or "no claim"
        yield f"{name}: {told}"
    if found.links:
        yield f"They are linked, by {len(found.links)} claims:"
        for explanation in found.links:
            yield from lines(explanation, "  ")
        return
    yield "No claim links the two."
    if found.path:
        yield "The shortest way round:"
        for start, predicate, end in found.path:
            yield f"{_INDENT}{start} — {predicate} — {end}"
    else:
        yield "Nor does any chain of claims."
