"""Review: what a person should judge, in the order of what a judgement is worth.

Worth is how many facts hang on it, how unsure the rules are, and how central the two are in the graph: one answer about
a busy actor spares more than ten about names that stand once.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.resolve.judgement import Judged, Judgement, Kind
from kg.resolve.key import Node, family_of, key_of
from kg.resolve.verdict import RECIPE, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.claim import Claim
    from kg.resolve.identity import Identity

__all__ = ["Question", "claims_of", "judge", "questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """Two names that may be one: where each stands, the rules' verdict, and what an answer is worth."""

    left: Judged
    right: Judged
    verdict: Verdict
    worth: float
    facts: tuple[int, int]

    @property
    def family(self) -> str:
        """Give what kind of thing it is about: "person", "work", "company"."""
        return family_of(self.left.type) or ""

    @property
    def batch(self) -> tuple[str, str]:
        """Give what it has in common with others to judge in one go: the family and the kind of difference."""
        return self.family, self.verdict.pattern


def questions(
    identity: Identity, claims: Iterable[Claim], judgements: Iterable[Judgement] = (), *, unsure: bool = False
) -> list[Question]:
    """Give all open questions, the one worth most first.

    `judgements` are all that were ever made: what somebody was unsure of is asked again only with `unsure`.
    """
    facts: Counter[str] = Counter()
    neighbours: dict[str, set[str]] = {}
    for claim in claims:
        ends = [end for end in (claim.subject, claim.object) if isinstance(end, Mention) and family_of(end.type)]
        keys = [key_of(end) for end in ends]
        facts.update(keys)
        if len(keys) == 2:
            neighbours.setdefault(keys[0], set()).add(keys[1])
            neighbours.setdefault(keys[1], set()).add(keys[0])
    asked = _asked(judgements, unsure=unsure)
    merged = identity.merged
    waiting = [each for each in identity.look_alikes if each.verdict.decision == "review"] + merged.undone
    found = []
    for each in waiting:
        if merged.root(each.left) == merged.root(each.right) or _known(identity, each.left, each.right):
            continue
        left, right = _judged(identity, each.left), _judged(identity, each.right)
        if (
            frozenset((left.place, right.place)) in asked
            or frozenset(((left.place[0], ""), (right.place[0], ""))) in asked
        ):
            continue
        counts = facts[each.left.key], facts[each.right.key]
        centre = len(neighbours.get(each.left.key, ())) + len(neighbours.get(each.right.key, ()))
        unsureness = 4 * each.verdict.score * (1 - each.verdict.score)
        worth = sum(counts) * (0.1 + 0.9 * unsureness) * (1 + math.log1p(centre))
        found.append(Question(left, right, each.verdict, round(worth, 2), counts))
    return sorted(found, key=lambda one: (-one.worth, one.left.place, one.right.place))


def _asked(judgements: Iterable[Judgement], *, unsure: bool) -> set[frozenset[tuple[str, str]]]:
    """Give the pairs of which somebody was unsure, and has not taken it back."""
    last = {judgement.pair: judgement.kind for judgement in judgements if judgement.right is not None}
    return set() if unsure else {pair for pair, kind in last.items() if kind == "unsure"}


def _known(identity: Identity, left: Node, right: Node) -> bool:
    """Tell whether a judgement keeps the groups of two nodes apart."""
    one, other = identity.merged.root(left), identity.merged.root(right)
    for first, second in identity.different:
        if {identity.merged.root(first), identity.merged.root(second)} == {one, other}:
            return True
    return False


def _judged(identity: Identity, node: Node) -> Judged:
    """Give a node as a judgement names it: by its most printed name and the first document in which it stands."""
    kind, name = identity.known.type_of(node.key), identity.known.name_of(node.key)
    return Judged(kind, name, min(identity.documents(node)))


def judge(question: Question, kind: Kind, *, who: str, when: str, why: str) -> Judgement:
    """Make the judgement that answers a question; `when` is an ISO date."""
    score = round(question.verdict.score, 4)
    return Judgement(kind, question.left, question.right, None, who, when, why, 0, score, RECIPE)


def claims_of(judged: Judged, claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims that name a mention, in its own document first."""
    key, document = judged.place
    found = [
        claim
        for claim in claims
        if any(
            isinstance(end, Mention) and family_of(end.type) and key_of(end) == key
            for end in (claim.subject, claim.object)
        )
    ]
    return sorted(found, key=lambda claim: (claim.document != document, claim.certainty != "stated", claim.order))
