"""Scorecard: an evaluation as lines of Markdown that read well as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.gold import text_of

if TYPE_CHECKING:
    from kg.extract.evaluate import Evaluation, FalseClaim

__all__ = ["render"]


def render(evaluation: Evaluation) -> list[str]:
    """Give the account as lines of Markdown that read well as plain text."""
    lines = [f"{tier.name}: {tier.found} of {tier.wanted} facts found" for tier in evaluation.tiers if tier.wanted]
    lines.append(f"false claims: {len(evaluation.false)}")
    if evaluation.derived:
        lines.append(f"derived claims: {evaluation.derived}, of them false: {len(evaluation.derived_false)}")
    lines += [f"not read: {seed}" for seed in evaluation.unread]
    rows = [*evaluation.predicates, *evaluation.kinds, evaluation.total]
    width = max(len(row.name) for row in rows)
    lines += ["", f"| {'':<{width}} | precision | recall |    F1 | true/claimed | found/wanted |"]
    lines.append(f"|{'-' * (width + 2)}|----------:|-------:|------:|-------------:|-------------:|")
    for row in rows:
        lines.append(
            f"| {row.name:<{width}} | {row.precision:9.3f} | {row.recall:6.3f} | {row.f1:5.3f} |"
            f" {f'{row.true}/{row.claimed}':>12} | {f'{row.found}/{row.wanted}':>12} |"
        )
    for tier in evaluation.tiers:
        if tier.misses:
            lines += ["", f"## Missed, {tier.name}", *(f"- {fact}" for fact in tier.misses)]
    for title, wrong in (("False", evaluation.false), ("Derived from what is false", evaluation.derived_false)):
        if wrong:
            lines += ["", f"## {title}", *(_line(one) for one in wrong)]
    return lines


def _line(wrong: FalseClaim) -> str:
    claim = wrong.claim
    place = claim.document if claim.item is None else f"{claim.document}#{claim.item}"
    words = " ".join(wrong.words.split())
    more = " ".join(f"{key}={value}" for key, value in sorted(claim.qualifiers.items()))
    said = f"{claim.subject.name} – {claim.predicate} – {text_of(claim.object)}{f' ({more})' if more else ''}"
    return f"- {place}: {said}; {wrong.reason}; {claim.rule}: “{words}”"
