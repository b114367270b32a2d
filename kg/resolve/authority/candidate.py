"""Candidates: what a service says that one of our films, people or companies may be.

A candidate is never more than that. It is made anew from the answers that are kept, and becomes something only when a
person accepts it (`kg.resolve.authority.match`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.claim import Mention, Value
from kg.resolve.name import loose
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.claim import Claim
    from kg.resolve.authority.service import Answer, Query, Service
    from kg.resolve.authority.settings import Settings
    from kg.resolve.entity import Entity, Resolution

__all__ = ["CLASSES", "Candidate", "Facts", "candidates", "entities_of", "facts_of", "make_query"]

CLASSES: Mapping[str, str] = {"film": "Film", "person": "Person", "company": "Company"}
"""The class of our vocabulary for each kind that can be asked for; classes below it count too."""

Facts = dict[str, dict[str, tuple[str, ...]]]
"""What is known of each entity, by its IRI: director, year, country, … with their values, sorted."""

# Predicate, whether the entity is its subject, the name of the fact.
_FACTS: tuple[tuple[str, bool, str], ...] = (
    ("directed", False, "director"),
    ("wrote", False, "writer"),
    ("starredIn", False, "actor"),
    ("produced", False, "company"),
    ("releasedOn", True, "year"),
    ("countryOfOrigin", True, "country"),
    ("companyCountry", True, "country"),
    ("nationality", True, "country"),
)
_MOST_VALUES = 3  # of one fact: more make a query slow and none better


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing of a service that an entity of ours may be, with where and when that was said.

    `entity` is our IRI, `label` and `type` our name and class; `service` the endpoint, `query` what was asked
    (canonical JSON) and `asked` when (ISO 8601, UTC); `id` to `match` are the service's words; `judgement` is ours:
    `likely` where the names are the same but for capitals and accents, else `possible`.
    """

    entity: str
    label: str
    type: str
    service: str
    query: str
    id: str
    name: str
    description: str
    types: tuple[tuple[str, str], ...]
    score: float
    match: bool
    asked: str
    judgement: Literal["likely", "possible"]


def entities_of(resolution: Resolution, kind: str) -> list[Entity]:
    """Give the entities of a kind ("film", "person", "company"), by label."""
    table = vocabulary()
    found = [each for each in resolution.entities if table.is_a(each.type, CLASSES[kind])]
    return sorted(found, key=lambda entity: (loose(entity.label), entity.iri))


def facts_of(claims: Iterable[Claim], resolution: Resolution) -> Facts:
    """Gather from claims what can go along with a query."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    wanted = {predicate: (is_subject, name) for predicate, is_subject, name in _FACTS}
    for claim in claims:
        if claim.predicate not in wanted:
            continue
        is_subject, name = wanted[claim.predicate]
        own, other = (claim.subject, claim.object) if is_subject else (claim.object, claim.subject)
        if not isinstance(own, Mention):
            continue
        if isinstance(other, Value):
            value = other.value[:4]  # the year of a date
        else:
            entity = resolution.entity(claim.document, other)
            if name == "company" and not vocabulary().is_a(entity.type, "Company"):
                continue  # a producer who is a person
            value = entity.label
        found[resolution.entity(claim.document, own).iri][name].add(value)
    return {iri: {name: tuple(sorted(values)) for name, values in facts.items()} for iri, facts in found.items()}


def make_query(entity: Entity, kind: str, facts: Facts, settings: Settings, limit: int) -> Query:
    """Make the query for an entity: its name, the service's type for it, and what the service takes of its facts."""
    query: Query = {"query": entity.label, "limit": limit}
    if kind in settings.types:
        query["type"] = settings.types[kind]
    known = facts.get(entity.iri, {})
    properties = [
        {"pid": pid, "v": values[0] if len(values) == 1 else list(values)}
        for fact, pid in sorted(settings.properties.get(kind, {}).items())
        if (values := known.get(fact, ())[:_MOST_VALUES])
    ]
    return {**query, "properties": properties} if properties else query


def candidates(entity: Entity, service: Service, answer: Answer, asked: str) -> tuple[Candidate, ...]:
    """Give the candidates in an answer, in the service's order."""
    ours = {loose(name) for name in (entity.label, *entity.aliases)}
    return tuple(
        Candidate(
            entity=entity.iri,
            label=entity.label,
            type=entity.type,
            service=service.endpoint,
            query=answer.query,
            id=each["id"],
            name=each["name"],
            description=each.get("description", ""),
            types=tuple((t, "") if isinstance(t, str) else (t["id"], t.get("name", "")) for t in each.get("type", ())),
            score=float(each["score"]),
            match=each.get("match", False),
            asked=asked,
            judgement="likely" if loose(each["name"]) in ours else "possible",
        )
        for each in answer.candidates
    )
