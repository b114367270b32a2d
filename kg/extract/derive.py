"""Derived claims: pairs of countries and of companies that made one work together, per work within one document."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Span

__all__ = ["pairs"]


def pairs(claims: Iterable[Claim]) -> list[Claim]:
    """Give the `coProducedWith` claims that follow from countries of origin and from producing companies.

    Each stands once, with the smaller name as its subject, copies the spans of its premises and lists their ids;
    a pair that the document states itself is not derived again.
    """
    partners: dict[tuple[str, str], dict[Mention, Claim]] = {}
    stated: set[tuple[frozenset[Mention | object], object]] = set()
    for claim in claims:
        if claim.predicate == "coProducedWith":
            stated.add((frozenset({claim.subject, claim.object}), claim.qualifiers.get("work")))
        elif claim.predicate == "countryOfOrigin" and isinstance(claim.object, Mention):
            partners.setdefault(("country", claim.subject.name), {}).setdefault(claim.object, claim)
        elif claim.predicate in ("produced", "coProduced") and claim.subject.type != "Person":
            assert isinstance(claim.object, Mention)
            partners.setdefault(("company", claim.object.name), {}).setdefault(claim.subject, claim)
    derived = []
    for (kind, work), found in sorted(partners.items()):
        for one, other in combinations(sorted(found, key=lambda mention: mention.name), 2):
            if (frozenset({one, other}), work) in stated:
                continue
            first, second = found[one], found[other]
            derived.append(
                Claim(
                    document=first.document,
                    item=first.item,
                    subject=one,
                    predicate="coProducedWith",
                    object=other,
                    spans=_both(first.spans, second.spans),
                    extractor=first.extractor,
                    rule=f"{kind}-pair",
                    qualifiers={"work": work},
                    as_of=first.as_of,
                    certainty="inferred",
                    rests_on=tuple(sorted((first.id, second.id))),
                )
            )
    return derived


def _both(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted({*one, *other}))
