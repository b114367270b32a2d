"""Why an edge is there, and why not: the claims about one name, or those that link two."""

from __future__ import annotations

import difflib
from collections import Counter, deque
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention
from kg.errors import BuildError, UsageError
from kg.graph.explanation import Explanation, Step, WhyNot, passages
from kg.graph.mapping import entity_of_qualifier
from kg.graph.namespace import DEFAULT_BASE
from kg.resolve.key import key_of
from kg.resolve.name import loose
from kg.resolve.verdict import RECIPE
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.document import Document
    from kg.resolve.entity import Entity, Resolution
    from kg.resolve.judgement import Judgement

__all__ = ["why", "why_not"]


@dataclass
class _Knowledge:
    """Claims with the entities that they are about; documents by id; judgements."""

    claims: list[Claim]
    resolution: Resolution
    documents: dict[str, Document]
    judgements: Sequence[Judgement] = ()

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Claims by id, for the premises of derived ones."""
        return {claim.id: claim for claim in self.claims}

    def ends(self, claim: Claim) -> list[Entity]:
        """Give the entities at the two ends of a claim; an item or a literal is none."""
        return [
            self.resolution.entity(claim.document, end)
            for end in (claim.subject, claim.object)
            if isinstance(end, Mention) and end.type != "Item"
        ]

    def iris(self, claim: Claim) -> set[str]:
        """Give the IRIs of the entities that a claim is about, those that its qualifiers name too."""
        named = (
            entity_of_qualifier(claim.document, key, value, self.resolution) for key, value in claim.qualifiers.items()
        )
        return {entity.iri for entity in (*self.ends(claim), *named) if entity is not None}


def why(
    claims: Iterable[Claim],
    resolution: Resolution,
    documents: Iterable[Document],
    *names: str,
    judgements: Sequence[Judgement] = (),
) -> list[Explanation]:
    """Explain the claims about one name, or those that link several (either way round, or by a qualifier).

    Names are labels or aliases, capitals and accents aside, or IRIs. Raises UsageError that gives the nearest names
    for one that the graph does not have, BuildError where a document is not what the claims were read from.
    """
    if not names:
        raise UsageError("no name given", do='as in `kg why "Parkings" "Valéry Rosier"`')
    known = _Knowledge(list(claims), resolution, {d.id: d for d in documents}, judgements)
    wanted = [_find(known, name) for name in names]
    return [_explain(known, claim) for claim in _about(known, wanted)]


def why_not(
    claims: Iterable[Claim],
    resolution: Resolution,
    documents: Iterable[Document],
    one: str,
    other: str,
    *,
    judgements: Sequence[Judgement] = (),
) -> WhyNot:
    """Say what is known of two names and that nothing links them; or what does; and the shortest way round.

    Raises as `why` does.
    """
    known = _Knowledge(list(claims), resolution, {d.id: d for d in documents}, judgements)
    first, second = _find(known, one), _find(known, other)
    links = _about(known, [first, second])
    return WhyNot(
        (first[0].label, second[0].label),
        (_counts(known, first), _counts(known, second)),
        tuple(_explain(known, claim) for claim in links),
        () if links else _way_round(known, first, second),
    )


def _find(known: _Knowledge, name: str) -> list[Entity]:
    """Give every entity that a name may mean, the one with that very label first."""
    names: dict[str, dict[str, Entity]] = {}
    for entity in known.resolution.entities:
        for each in {loose(each) for each in (entity.label, *entity.aliases)}:
            names.setdefault(each, {})[entity.iri] = entity
    iri = name.strip("<>").removeprefix(DEFAULT_BASE)
    found = names.get(loose(name)) or {each.iri: each for each in known.resolution.entities if each.iri == iri}
    if not found:
        near = difflib.get_close_matches(loose(name), names, 3, 0.6)
        labels = list(dict.fromkeys(entity.label for each in near for entity in names[each].values()))
        do = f"did you mean {' or '.join(map(repr, labels))}?" if labels else "`kg query` lists what there is"
        raise UsageError(f"nothing in the graph is called {name!r}", do=do)
    return sorted(found.values(), key=lambda entity: (entity.label != name, entity.iri))


def _about(known: _Knowledge, wanted: list[list[Entity]]) -> list[Claim]:
    """Give the claims that are about an entity of each list, in reading order."""
    sets = [{entity.iri for entity in entities} for entities in wanted]
    found = []
    for claim in known.claims:
        iris = known.iris(claim)
        if all(iris & each for each in sets):
            found.append(claim)
    return sorted(found, key=lambda claim: claim.order)


def _counts(known: _Knowledge, entities: list[Entity]) -> tuple[tuple[str, int], ...]:
    rows = vocabulary().predicates
    counted = Counter(rows[claim.predicate].label for claim in _about(known, [entities]))
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _way_round(known: _Knowledge, first: list[Entity], second: list[Entity]) -> tuple[Step, ...]:
    """Give the shortest chain of claims; one through a country or place only if there is no other.

    Nearly every two films meet in a country, so such a chain tells little.
    """
    sides = {entity.iri for entity in (*first, *second)}
    table = vocabulary()
    for passable in (False, True):
        steps: dict[str, dict[str, tuple[Claim, bool]]] = {}
        labels: dict[str, str] = {}
        for claim in sorted(known.claims, key=lambda claim: claim.order):
            ends = known.ends(claim)
            if len(ends) < 2 or not all(
                passable or end.iri in sides or not table.is_a(end.type, "Place") for end in ends
            ):
                continue
            subject, target = ends
            labels |= {subject.iri: subject.label, target.iri: target.label}
            steps.setdefault(subject.iri, {}).setdefault(target.iri, (claim, True))
            steps.setdefault(target.iri, {}).setdefault(subject.iri, (claim, False))
        chain = _shortest(steps, sorted(e.iri for e in first), {e.iri for e in second})
        if chain:
            return tuple(_step(known, *steps[a][b], labels[a], labels[b]) for a, b in pairwise(chain))
    return ()


def _shortest(steps: dict[str, dict[str, tuple[Claim, bool]]], starts: list[str], goals: set[str]) -> list[str]:
    """Give the nodes of a shortest chain, the smallest IRIs first among equals; [] where there is none."""
    came: dict[str, str | None] = dict.fromkeys(starts)
    queue = deque(starts)
    while queue:
        at: str | None = queue.popleft()
        if at in goals:
            chain = []
            while at is not None:
                chain.append(at)
                at = came[at]
            return chain[::-1]
        for following in sorted(steps.get(at or "", ())):
            if following not in came:
                came[following] = at
                queue.append(following)
    return []


def _step(known: _Knowledge, claim: Claim, forward: bool, start: str, end: str) -> Step:
    row = vocabulary().predicates[claim.predicate]
    return Step(start, row.label if forward else row.inverse or row.label, end, _explain(known, claim))


def _explain(known: _Knowledge, claim: Claim, above: frozenset[str] = frozenset()) -> Explanation:
    document = known.documents.get(claim.document)
    if document is None:
        raise BuildError("this document is not among the sources", where=claim.document, do="run `kg build`")
    above |= {claim.id}
    # A claim that rests on itself is no proof; the guard keeps a damaged file from going round for ever.
    premises = [known.by_id[each] for each in claim.rests_on if each in known.by_id and each not in above]
    return Explanation(
        subject=_shown(known, claim, claim.subject),
        predicate=vocabulary().predicates[claim.predicate].label,
        object=_shown(known, claim, claim.object) if isinstance(claim.object, Mention) else claim.object.value,
        qualifiers=tuple((key, str(value)) for key, value in sorted(claim.qualifiers.items())),
        claim=claim.id,
        document=claim.document,
        publisher=document.metadata.publisher,
        as_of=claim.as_of,
        passages=passages(claim, document),
        certainty=claim.certainty,
        rule=claim.rule,
        judgements=tuple(_judgements(known, claim)),
        premises=tuple(_explain(known, premise, above) for premise in premises),
    )


def _shown(known: _Knowledge, claim: Claim, mention: Mention) -> str:
    return mention.name if mention.type == "Item" else known.resolution.entity(claim.document, mention).label


def _judgements(known: _Knowledge, claim: Claim) -> Iterator[str]:
    """Say, for each name that is not the entity's own, which judgement makes it so."""
    for end in (claim.subject, claim.object):
        if not isinstance(end, Mention) or end.type == "Item":
            continue
        entity = known.resolution.entity(claim.document, end)
        if end.name == entity.label:
            continue
        for judgement in known.judgements:
            named = {judgement.left.name, judgement.right.name if judgement.right else judgement.name}
            if end.name in named and judgement.kind in ("same", "preferred"):
                yield f"{end.name!r} is {entity.label!r}: {judgement.why} ({judgement.who}, {judgement.when})"
                break
        else:
            yield f"{end.name!r} is {entity.label!r}: {_by_rule(known, end)}"


def _by_rule(known: _Knowledge, mention: Mention) -> str:
    """Say by which rule a name that is not the entity's own is one with it."""
    key = key_of(mention)
    for bond in known.resolution.identity.merged.bonds if known.resolution.identity else ():
        if bond.look_alike is not None and key in (bond.left.key, bond.right.key):
            verdict = bond.look_alike.verdict
            because = "; ".join((verdict.pattern, *verdict.reasons))
            return f"{because} (rule {RECIPE}, score {verdict.score:.2f})"
    return "the same name but for capitals, accents or punctuation"
