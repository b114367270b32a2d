"""The view graph of a made-up film world, made straight from its claims: what the views' benchmarks draw."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.film_entity import entity_of, resolved
from benchmarks.film_world import world
from kg.claim import Mention
from kg.graph.festival import festival_and_year
from kg.graph.mapping import PROPERTIES, statement_node
from kg.graph.namespace import Namespaces
from kg.network import Evidence, Fact, Passage, Source
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from benchmarks.film_world import Page
    from kg.claim import Claim, Qualifier
    from kg.document import Document, Span
    from kg.network import Qualifiers
    from kg.resolve.entity import Entity

__all__ = ["film_graph", "graph_of"]

_NAMES = Namespaces()


@dataclass(slots=True)
class _Statement:
    """What the claims that say one thing have to show for it, in reading order."""

    evidence: list[Evidence] = field(default_factory=list)
    qualifiers: set[Qualifiers] = field(default_factory=set)

    @property
    def certainty(self) -> str:
        return "inferred" if all(proof.certainty == "inferred" for proof in self.evidence) else "stated"


@dataclass(slots=True)
class _Reading:
    """What the claims say: entities by key, edges by (source, target, predicate), facts by (predicate, value)."""

    entities: dict[str, Entity] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], _Statement] = field(default_factory=dict)
    facts: dict[str, dict[tuple[str, str], _Statement]] = field(default_factory=dict)

    def add(self, mention: Mention) -> Entity:
        """Give the entity of a mention; raises ValueError where two names would have one IRI."""
        entity = entity_of(mention)
        if self.entities.setdefault(entity.iri, entity).label != entity.label:
            raise ValueError(f"{entity.label!r} and {self.entities[entity.iri].label!r} are both {entity.iri}")
        return entity


def film_graph(nodes: int, seed: int = 1) -> nx.MultiDiGraph[str]:
    """Give a view graph (as kg.network.view_graph does) of at least so many nodes, up to the end of a page."""
    return graph_of(world(10**9, seed), nodes)


def graph_of(pages: Iterable[Page], nodes: int | None = None) -> nx.MultiDiGraph[str]:
    """Give the view graph of pages in reading order, or of as many of them as it takes to have so many nodes.

    It is the one that view_graph reads out of a store of the same pages: nodes, edges, attributes and their order.
    Raises ValueError where two names would have one IRI.
    """
    reading = _Reading()
    with _uncollected():
        for page in pages:
            _read(reading, page)
            if nodes is not None and len(reading.entities) >= nodes:
                break
        return _drawn(reading)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold off the garbage collector, which would walk millions of lasting records again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


# ---- claims to statements ----------------------------------------------------------------------------------------


def _read(reading: _Reading, page: Page) -> None:
    source = Source(page.document.id, page.document.metadata.title or "", page.document.metadata.publisher or "")
    resolution = resolved(page, reading.add)
    sentences = _Sentences(page.document)
    # Evidence reads in the order of its words, then of its claims' ids.
    for claim, number in sorted(
        ((claim, claim.id) for claim in page.claims),
        key=lambda said: ([span.start for span in said[0].spans], said[1]),
    ):
        node = statement_node(claim, resolution, _NAMES)
        evidence = Evidence(
            _NAMES.claim(number)[1:-1],
            source,
            page.items[claim.item - 1].headline if claim.item else "",
            claim.as_of or "",
            sentences.passages(claim.spans),
            claim.rule,
            claim.certainty,
            node[0][1:-1] if node else "",
        )
        _add(reading, claim, evidence)


def _add(reading: _Reading, claim: Claim, evidence: Evidence) -> None:
    subject = entity_of(claim.subject)
    if isinstance(claim.object, Mention):
        target = entity_of(claim.object)
        if vocabulary().predicates[claim.predicate].symmetric:
            subject, target = sorted((subject, target), key=lambda entity: (entity.label, entity.iri))
        said = reading.edges.setdefault((subject.iri, target.iri, claim.predicate), _Statement())
        if target.type == "FestivalEdition":
            _festival(reading, target, evidence)
    else:
        facts = reading.facts.setdefault(subject.iri, {})
        said = facts.setdefault((claim.predicate, claim.object.value), _Statement())
    said.evidence.append(evidence)
    if claim.qualifiers:
        said.qualifiers.add(_shown(claim.qualifiers))


def _festival(reading: _Reading, edition: Entity, evidence: Evidence) -> None:
    parts = festival_and_year(edition.label)
    if parts:
        festival = reading.add(Mention("Festival", parts[0]))
        reading.edges.setdefault((edition.iri, festival.iri, "festival"), _Statement()).evidence.append(evidence)


def _shown(qualifiers: Mapping[str, Qualifier]) -> Qualifiers:
    return tuple(
        sorted(
            (PROPERTIES.get(key, key), str(value).lower() if isinstance(value, bool) else str(value))
            for key, value in qualifiers.items()
        )
    )


class _Sentences:
    """The sentences of one document; the last one is kept, because that is where the next span mostly stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.read: dict[tuple[Span, ...], tuple[Passage, ...]] = {}
        self.last = (0, 0, "")

    def passages(self, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
        """Give the sentences of some sorted spans that do not overlap, with the spans as marks."""
        if spans not in self.read:
            marks: dict[tuple[int, str], list[tuple[int, int]]] = {}
            for span in spans:
                start, text = self._sentence(span)
                marks.setdefault((start, text), []).append((span.start - start, span.end - start))
            self.read[spans] = tuple(Passage(text, tuple(found)) for (_, text), found in marks.items())
        return self.read[spans]

    def _sentence(self, span: Span) -> tuple[int, str]:
        start, end, text = self.last
        if not start <= span.start < span.end <= end:
            start, end = self.document.sentence(span.start, span.end)
            text = self.document.text[start:end]
            self.last = (start, end, text)
        return start, text


# ---- statements to a graph ---------------------------------------------------------------------------------------


def _drawn(reading: _Reading) -> nx.MultiDiGraph[str]:
    import networkx as nx

    years: dict[str, set[int]] = {}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key in sorted(reading.entities):
        graph.add_node(key, **_node(reading, reading.entities[key], years))
    for source, target, name in sorted(reading.edges):
        said = reading.edges[source, target, name]
        if name == "festival":
            said.evidence.sort(key=lambda proof: (proof.source.id, proof.claim))
        graph.add_edge(source, target, key=name, **_edge(name, said))
        found = _years(said.evidence)
        for end in (source, target):
            years.setdefault(end, set()).update(found)
    for key, all_of_it in years.items():
        graph.nodes[key]["years"] = tuple(sorted(all_of_it))
    return graph


def _node(reading: _Reading, entity: Entity, years: dict[str, set[int]]) -> dict[str, Any]:
    facts = sorted(
        (
            Fact(
                name,
                vocabulary().predicates[name].label,
                value,
                tuple(sorted(said.qualifiers)),
                said.certainty,
                tuple(said.evidence),
            )
            for (name, value), said in reading.facts.get(entity.iri, {}).items()
        ),
        key=lambda fact: (fact.label, fact.value),
    )
    found = years.setdefault(entity.iri, set())
    for fact in facts:
        found.update(_years(fact.evidence))
    parts = festival_and_year(entity.label) if entity.type == "FestivalEdition" else None
    if parts:
        found.add(parts[1])
    return {
        "iri": _NAMES.entity(entity.iri)[1:-1],
        "label": entity.label,
        "type": entity.type,
        "aliases": (),
        "stages": tuple(fact.value for fact in facts if fact.predicate == "stage"),
        "genres": tuple(fact.value for fact in facts if fact.predicate == "genre"),
        "ordinals": tuple(fact.value for fact in facts if fact.predicate == "ordinal"),
        "years": (),
        "facts": tuple(facts),
        "disputes": (),  # no two pages of the made-up world speak of one film
    }


def _edge(name: str, said: _Statement) -> dict[str, Any]:
    if name == "festival":
        # Not in the vocabulary, and inferred from a name whoever states the screening.
        label, inverse, certainty = "is an edition of", "had the edition", "inferred"
    else:
        predicate = vocabulary().predicates[name]
        label, inverse, certainty = predicate.label, predicate.inverse or predicate.label, said.certainty
    return {
        "predicate": name,
        "label": label,
        "inverse": inverse,
        "qualifiers": tuple(sorted(said.qualifiers)),
        "certainty": certainty,
        "evidence": tuple(said.evidence),
    }


def _years(evidence: Iterable[Evidence]) -> set[int]:
    return {int(proof.date[:4]) for proof in evidence if proof.date[:4].isdecimal()}
