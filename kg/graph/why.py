"""Why an edge is there, and why not: the claims about one name, or those that link two."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention
from kg.errors import UsageError
from kg.graph.explanation import Explanation, Passage, WhyNot
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.document import Document
    from kg.resolve.entity import Entity, Resolution
    from kg.resolve.judgement import Judgement

__all__ = ["why", "why_not"]


@dataclass
class _Knowledge:
    """Claims with the entities at their ends; documents by id; judgements by the names that they are about."""

    claims: list[Claim]
    resolution: Resolution
    documents: dict[str, Document]
    judgements: Sequence[Judgement] = ()
    by_id: dict[str, Claim] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {claim.id: claim for claim in self.claims}

    def entities(self, claim: Claim) -> list[Entity]:
        """Give the entities that a claim is about, those of its qualifiers too."""
        found = [
            self.resolution.entity(claim.document, end)
            for end in (claim.subject, claim.object)
            if isinstance(end, Mention) and end.type != "Item"
        ]
        table = vocabulary()
        for key, value in claim.qualifiers.items():
            kind = table.qualifiers[key]
            if kind in table.classes:
                entity = self.resolution.by_mention.get((claim.document, kind, str(value)))
                found += [entity] if entity else []
        return found


def why(
    claims: Iterable[Claim],
    resolution: Resolution,
    documents: Iterable[Document],
    *names: str,
    judgements: Sequence[Judgement] = (),
) -> list[Explanation]:
    """Explain the claims about one name, or those that link two (either way round, or by a qualifier).

    Names are labels or aliases, capitals and accents aside. Raises UsageError that gives the nearest names for one
    that the graph does not have.
    """
    known = _Knowledge(list(claims), resolution, {d.id: d for d in documents}, judgements)
    wanted = [_find(known, name) for name in names]
    found = [claim for claim in known.claims if _about(known, claim, wanted)]
    return [_explain(known, claim) for claim in sorted(found, key=lambda claim: claim.order)]


def why_not(
    claims: Iterable[Claim], resolution: Resolution, documents: Iterable[Document], one: str, other: str
) -> WhyNot:
    """Say what is known of two names and that nothing links them; or what does; and the shortest way round."""
    known = _Knowledge(list(claims), resolution, {d.id: d for d in documents})
    first, second = _find(known, one), _find(known, other)
    links = [claim for claim in known.claims if _about(known, claim, [first, second])]
    path = () if links else _path(known, first, second)
    return WhyNot(
        (_label(first), _label(second)),
        (_counts(known, first), _counts(known, second)),
        tuple(_explain(known, claim) for claim in links),
        path,
    )


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _find(known: _Knowledge, name: str) -> list[Entity]:
    names: dict[str, list[Entity]] = {}
    for entity in known.resolution.entities:
        for each in {_fold(each) for each in (entity.label, *entity.aliases)}:
            names.setdefault(each, []).append(entity)
        names.setdefault(entity.iri, []).append(entity)
    found = names.get(_fold(name)) or names.get(name.rpartition("filmkg/")[2])
    if not found:
        labels = {_fold(entity.label): entity.label for entity in known.resolution.entities}
        near = [labels[each] for each in difflib.get_close_matches(_fold(name), labels, 3, 0.6)]
        raise UsageError(f"nothing here is called {name!r}", do=f"near: {', '.join(near)}" if near else "see the views")
    return found


def _label(entities: list[Entity]) -> str:
    return entities[0].label


def _about(known: _Knowledge, claim: Claim, wanted: list[list[Entity]]) -> bool:
    iris = {entity.iri for entity in known.entities(claim)}
    return all(any(entity.iri in iris for entity in entities) for entities in wanted)


def _counts(known: _Knowledge, entities: list[Entity]) -> tuple[tuple[str, int], ...]:
    counted = Counter(claim.predicate for claim in known.claims if _about(known, claim, [entities]))
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _path(known: _Knowledge, first: list[Entity], second: list[Entity]) -> tuple[tuple[str, str, str], ...]:
    """Give the shortest chain of claims, countries left out: nearly everything meets in a country."""
    steps: dict[str, list[tuple[str, str]]] = {}
    labels: dict[str, str] = {}
    for claim in known.claims:
        ends = [entity for entity in known.entities(claim) if entity.type != "Country"][:2]
        labels.update({entity.iri: entity.label for entity in ends})
        if len(ends) == 2:
            steps.setdefault(ends[0].iri, []).append((ends[1].iri, claim.predicate))
            steps.setdefault(ends[1].iri, []).append((ends[0].iri, claim.predicate))
    goal = {entity.iri for entity in second}
    came: dict[str, tuple[str, str] | None] = {entity.iri: None for entity in first}
    queue = deque(sorted(came))
    while queue:
        at = queue.popleft()
        if at in goal:
            chain: list[tuple[str, str, str]] = []
            while came[at] is not None:
                before, predicate = came[at] or ("", "")
                chain.append((labels[before], vocabulary().predicates[predicate].label, labels[at]))
                at = before
            return tuple(reversed(chain))
        for following, predicate in sorted(steps.get(at, ())):
            if following not in came:
                came[following] = (at, predicate)
                queue.append(following)
    return ()


def _explain(known: _Knowledge, claim: Claim) -> Explanation:
    document = known.documents[claim.document]
    return Explanation(
        subject=_shown(known, claim, claim.subject),
        predicate=vocabulary().predicates[claim.predicate].label,
        object=_shown(known, claim, claim.object) if isinstance(claim.object, Mention) else claim.object.value,
        qualifiers=tuple((key, str(value)) for key, value in sorted(claim.qualifiers.items())),
        document=claim.document,
        publisher=document.metadata.publisher,
        as_of=claim.as_of,
        passages=tuple(_passages(document, claim)),
        certainty=claim.certainty,
        rule=claim.rule,
        judgements=tuple(_judgements(known, claim)),
        premises=tuple(_explain(known, known.by_id[each]) for each in claim.rests_on if each in known.by_id),
    )


def _shown(known: _Knowledge, claim: Claim, mention: Mention) -> str:
    return mention.name if mention.type == "Item" else known.resolution.entity(claim.document, mention).label


def _passages(document: Document, claim: Claim) -> Iterable[Passage]:
    for span in claim.spans:
        first, last = document.sentence(span.start, span.end)
        line, column = document.position(span.start)
        text = document.text
        yield Passage(
            line,
            column,
            text[first : span.start].lstrip(),
            span.exact.replace("\n", " "),
            text[span.end : last].rstrip(),
        )


def _judgements(known: _Knowledge, claim: Claim) -> Iterable[str]:
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
