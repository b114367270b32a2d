"""Verdict: what is made of two names, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["RECIPE", "Decision", "Verdict", "same_identifier"]

# Written beside every judgement: what decided, or what the score shown to somebody came from.
RECIPE = "identity/1"

Decision = Literal["same", "review", "different"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`same` is safe to merge by rule, `review` is for a person to say, `different` is left as it is.

    `score` (0 to 1) says how much speaks for one; `pattern` is the kind of difference, for judging many at once;
    `reasons` are phrases for people, of what is merged or asked; `different` may have none, as nobody is shown it.
    """

    decision: Decision
    score: float
    pattern: str
    reasons: tuple[str, ...] = ()


def same_identifier(score: float, reasons: tuple[str, ...]) -> Verdict:
    """One register knows both under one identifier: one thing, unless the names have nothing in common."""
    return Verdict("same" if score >= 0.5 else "review", max(0.9, score), "shared identifier", reasons)
