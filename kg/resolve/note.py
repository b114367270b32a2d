"""Notes: what is odd about judgements and stops no build: said twice, said in a circle, of nobody who is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.judgement import Judgement
    from kg.resolve.knowledge import Knowledge

__all__ = ["Note", "odd_judgements"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the files of identity that somebody should know: what, in which line, and what to do."""

    what: str
    line: int
    do: str = ""


def odd_judgements(judgements: list[Judgement], holding: list[Judgement], known: Knowledge) -> Iterator[Note]:
    """Say which lines repeat others, go round in a circle, or name what is not there. Nothing is guessed for them."""
    before: dict[tuple[str, frozenset[tuple[str, str]], str | None], int] = {}
    for judgement in judgements:
        said = (judgement.kind, judgement.pair, judgement.name)
        if said in before and judgement.kind != "withdrawn":
            yield Note(f"says again what line {before[said]} says", judgement.line, "remove one of them")
        before[said] = judgement.line
    everything = {document for told in known.documents.values() for document in told}
    for judgement in holding:
        for each in (judgement.left, judgement.right):
            if each is None:
                continue
            key, document = each.place
            there = document in known.documents.get(key, ()) if document else key in known.documents
            # A document that is not among the sources today is nobody's fault: its judgement waits.
            if not there and (not document or document in everything):
                place = document or "any document"
                yield Note(
                    f"no {each.type} {each.name!r} in {place}", judgement.line, "mend the name, or remove the line"
                )
    yield from _circles(holding)


def _circles(holding: list[Judgement]) -> Iterator[Note]:
    """Say which "same" is already said by a chain of others."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(place: tuple[str, str]) -> tuple[str, str]:
        while place in parent:
            place = parent[place]
        return place

    for judgement in holding:
        if judgement.kind == "same" and judgement.right is not None:
            one, other = sorted((root(judgement.left.place), root(judgement.right.place)))
            if one == other:
                yield Note("says what other lines together say already", judgement.line, "it may stay or go")
            else:
                parent[other] = one
