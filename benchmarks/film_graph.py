"""The view graph of a made-up film world, made straight from its claims: what the views' benchmarks draw."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from benchmarks.film_world import world
from kg.claim import Claim, Mention
from kg.graph.festival import festival_and_year
from kg.network import Evidence, Fact, Passage, Source
from kg.resolve.ledger import slug
from kg.vocabulary import vocabulary
from kg.vocabulary.country import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from benchmarks.film_world import Page

__all__ = ["film_graph", "graph_of"]

_BASE = "https://w3id.org/filmkg/"
_ROOMS = {"FestivalEdition": "edition"}


def film_graph(nodes: int, seed: int = 1) -> nx.MultiDiGraph[str]:
    """Give a view graph (as kg.network.view_graph does) of at least so many nodes, up to the end of a page."""
    return graph_of(world(10**9, seed), nodes)


def graph_of(pages: Iterable[Page], nodes: int | None = None) -> nx.MultiDiGraph[str]:
    """Give the view graph of pages, or of as many of them as it takes to have so many nodes."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for page in pages:
        source = Source(page.document.id, page.document.metadata.title or "", page.document.metadata.publisher or "")
        for claim in page.claims:
            _add(graph, claim, page, source)
        if nodes is not None and len(graph) >= nodes:
            break
    return graph


def _add(graph: nx.MultiDiGraph[str], claim: Claim, page: Page, source: Source) -> None:
    subject = _node(graph, claim.subject)
    evidence = _evidence(claim, page, source)
    qualifiers = tuple(sorted((key, _text(value)) for key, value in claim.qualifiers.items()))
    if "territory" in claim.qualifiers:
        _node(graph, Mention("Country", str(claim.qualifiers["territory"])))
    predicate = vocabulary().predicates[claim.predicate]
    ends = [subject]
    if isinstance(claim.object, Mention):
        ends.append(_node(graph, claim.object))
        if predicate.symmetric:
            ends.sort(key=lambda key: graph.nodes[key]["label"])
        _edge(graph, ends, claim.predicate, qualifiers, evidence)
        if claim.object.type == "FestivalEdition":
            _festival(graph, claim.object, evidence)
    else:
        fact = Fact(claim.predicate, predicate.label, claim.object.value, (qualifiers,), claim.certainty, (evidence,))
        graph.nodes[subject]["facts"] += (fact,)
    for end in ends:
        years = {*graph.nodes[end]["years"], int((claim.as_of or "0")[:4])}
        graph.nodes[end]["years"] = tuple(sorted(years))


@lru_cache(maxsize=100_000)
def _key(mention: Mention) -> str:
    local = countries().code(mention.name) if mention.type == "Country" else slug(mention.name)
    return f"{_ROOMS.get(mention.type, mention.type.lower())}/{local}"


def _node(graph: nx.MultiDiGraph[str], mention: Mention) -> str:
    key = _key(mention)
    if key not in graph:
        empty: dict[str, Any] = dict.fromkeys(("aliases", "years", "stages", "genres", "ordinals", "facts"), ())
        graph.add_node(key, iri=_BASE + key, label=mention.name, type=mention.type, **empty)
    return key


def _edge(
    graph: nx.MultiDiGraph[str], ends: list[str], name: str, qualifiers: tuple[tuple[str, str], ...], evidence: Evidence
) -> None:
    if graph.has_edge(*ends, name):
        edge = graph.edges[*ends, name]
        edge["evidence"] += (evidence,)
        edge["qualifiers"] = tuple(sorted({*edge["qualifiers"], qualifiers} - {()}))
        return
    predicate = vocabulary().predicates[name]
    graph.add_edge(
        *ends,
        key=name,
        predicate=name,
        label=predicate.label,
        inverse=predicate.inverse or predicate.label,
        qualifiers=(qualifiers,) if qualifiers else (),
        certainty=evidence.certainty,
        evidence=(evidence,),
    )


def _festival(graph: nx.MultiDiGraph[str], edition: Mention, evidence: Evidence) -> None:
    parts = festival_and_year(edition.name)
    if parts:
        ends = [_node(graph, edition), _node(graph, Mention("Festival", parts[0]))]
        if not graph.has_edge(*ends, "festival"):
            _edge(graph, ends, "partOf", (), evidence)


def _evidence(claim: Claim, page: Page, source: Source) -> Evidence:
    passages: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for span in claim.spans:
        start, end = page.document.sentence(span.start, span.end)
        passages.setdefault((start, end), []).append((span.start - start, span.end - start))
    said = tuple(
        Passage(page.document.text[start:end], tuple(sorted(marks))) for (start, end), marks in passages.items()
    )
    headline = page.items[claim.item - 1].headline if claim.item else ""
    return Evidence(claim.id, source, headline, claim.as_of or "", said, claim.rule, claim.certainty)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
