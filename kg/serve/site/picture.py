"""Pictures of a part of the graph, drawn by the shell of kg.view: around a thing, of an answer, or of the whole."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import RDF, RDFS
from kg.network import WORKS, lay_out, view_graph
from kg.serve.site.asset import view_parts
from kg.serve.site.excerpt import Excerpt
from kg.view.about import ABOUT
from kg.view.page import Served, render
from kg.view.payload import Payload
from kg.view.single import around_view
from kg.view.whole import index_view
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

    from kg.graph.namespace import Namespaces

__all__ = ["answer_picture", "neighbourhood_excerpt", "thing_picture", "whole_picture"]

# What a picture holds: of a thing with more, what has the most links.
_NODES = 300
_NEAR = 120
_MET = 20_000
_LOOKED_AT = 3000
_AROUND = 60
_DEGREE = 40
_PROOFS = 4
_ANSWER = 1500
_WORKS, _WHOLE = 500, 2000

Link = tuple[str, str, str]
"""A row of an answer as a link: the IRI that it starts from, the words on it, the IRI that it leads to."""


def thing_picture(store: Any, names: Namespaces, iri: str) -> bytes:
    """Give the page that shows a thing and what lies within two links of it."""
    graph, left_out = neighbourhood_excerpt(store, names, iri)
    key = iri.removeprefix(names.base)
    served = _served((f"/{key}", "Its page"))
    return around_view(graph, key, served=served, left_out=left_out).page


def neighbourhood_excerpt(
    store: Any, names: Namespaces, iri: str, most: int = _NODES
) -> tuple[nx.MultiDiGraph[str], int]:
    """Give the view graph of a thing and at most so many others within two links, read by way of these links alone.

    Countries and places are reached but not walked through, except as the thing itself. Beside it stands how many
    things were met that are not in it.
    """
    from pyoxigraph import NamedNode

    excerpt, centre = Excerpt(store, names), NamedNode(iri)
    linked = {other for *_, other in _around(excerpt, centre, _MET)} - {centre}
    near = _ranked(excerpt, linked, min(most, _NEAR))
    kept = {centre: None, **dict.fromkeys(near)}
    further: dict[Any, int] = {}
    for one in near:
        if not one.value.startswith((f"{names.base}country/", f"{names.base}place/")):
            for *_, other in _around(excerpt, one, _AROUND):
                if other not in kept:
                    further[other] = further.get(other, 0) + 1
    ordered = sorted(further, key=lambda other: (-further[other], other.value))
    kept.update(dict.fromkeys(ordered[: most - len(near)]))
    left_out = len(linked | further.keys()) + 1 - len(kept)
    return _view_graph(excerpt, names, kept), left_out


def _around(excerpt: Excerpt, thing: Any, most: int) -> Iterable[tuple[Any, Any, Any]]:
    from pyoxigraph import NamedNode

    for statement in excerpt.statements(thing, most):
        other = statement[2] if statement[0] == thing else statement[0]
        if isinstance(other, NamedNode) and "#" not in other.value:
            yield statement[0], statement[1], other


def _ranked(excerpt: Excerpt, others: set[Any], most: int) -> list[Any]:
    """Give so many of some things, those of which most is said first; of very many, a part is looked at."""
    found = sorted(others, key=lambda other: other.value)[:_LOOKED_AT]
    if len(found) <= most:
        return found
    said = {
        other: sum(1 for _ in islice(excerpt.store.quads_for_pattern(other, None, None, None), _DEGREE))
        for other in found
    }
    return sorted(found, key=lambda other: (-said[other], other.value))[:most]


def _view_graph(excerpt: Excerpt, names: Namespaces, kept: Iterable[Any]) -> nx.MultiDiGraph[str]:
    kept = dict.fromkeys(kept)
    for thing in kept:
        excerpt.add(thing)
        for statement in excerpt.statements(thing, _AROUND * 5):
            if statement[0] in kept and statement[2] in kept:
                excerpt.add_statement(statement, _PROOFS)
        for statement in excerpt.facts(thing, _AROUND):
            excerpt.add_statement(statement, _PROOFS)
        if any(thing.value.startswith(f"{names.base}{kind.lower()}/") for kind in WORKS):
            excerpt.add_views_of(thing)
    return view_graph(excerpt.small, base=names.base)


def answer_picture(store: Any, names: Namespaces, links: Sequence[Link], title: str, back: str) -> bytes:
    """Give the page that shows an answer as a network: a link a row, with its sentences where the graph has it.

    At most so many things are drawn as kg.view draws in one picture; those with most links in the answer.
    """
    from pyoxigraph import NamedNode

    degree: dict[str, int] = {}
    for source, _, target in links:
        degree[source] = degree.get(source, 0) + 1
        degree[target] = degree.get(target, 0) + 1
    kept = {NamedNode(iri) for iri in sorted(degree, key=lambda iri: (-degree[iri], iri))[:_ANSWER]}
    found = _view_graph(Excerpt(store, names), names, sorted(kept, key=lambda one: one.value))
    graph = found.copy()
    graph.remove_edges_from(list(found.edges(keys=True)))
    for source, words, target in links:
        ends = source.removeprefix(names.base), target.removeprefix(names.base)
        if all(end in graph for end in ends):
            _link(graph, found, *ends, words)
    payload = Payload(graph)
    payload.left_out = max(0, len(degree) - len(kept))
    payload.add_part(graph)
    payload.add_view("all", "Answer", "The things of the answer; each line is a row of it.", places=lay_out(graph))
    payload.add_view("near", *ABOUT["near"])
    return render(payload, title, served=_served((back, "The answer")), view="all", colour="kind")


def _link(graph: nx.MultiDiGraph[str], found: nx.MultiDiGraph[str], source: str, target: str, words: str) -> None:
    """Draw one row: the statements between its two things, else a link that says what the row says."""
    known = [
        (*ends, key, data)
        for ends in ((source, target), (target, source))
        for key, data in (found.get_edge_data(*ends) or {}).items()
        if words in ("", key)
    ]
    for one, other, key, data in known:
        graph.add_edge(one, other, key=key, **data)
    if not known and source != target:
        predicate = vocabulary().predicates.get(words)
        said = predicate.label if predicate else words or "stands in one row with"
        back = (predicate.inverse if predicate else "") or said
        data = {"qualifiers": (), "certainty": "stated", "evidence": ()}
        graph.add_edge(source, target, key=said, predicate=words, label=said, inverse=back, **data)


def whole_picture(store: Any, names: Namespaces) -> bytes:
    """Give the page with all views: of the whole graph, or where that is large, of the works of which most is said."""
    from pyoxigraph import NamedNode

    count = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?thing <{RDFS}label> ?label }}")
    things = int(next(iter(count))["n"].value)
    if things <= _WHOLE:
        graph = view_graph(store, base=names.base)
    else:
        excerpt = Excerpt(store, names)
        kind = NamedNode(names.ontology + "Work")
        works = store.quads_for_pattern(None, NamedNode(RDF + "type"), kind, None)
        kept = dict.fromkeys(_ranked(excerpt, {quad.subject for quad in islice(works, _MET)}, _WORKS))
        for work in list(kept):
            kept.update(dict.fromkeys(other for *_, other in _around(excerpt, work, _AROUND)))
        graph = _view_graph(excerpt, names, kept)
    return index_view(graph, lay_out(graph), served=_served(), left_out=max(0, things - len(graph))).page


def _served(*back: tuple[str, str]) -> Served:
    style, *scripts = view_parts()
    return Served(style, tuple(scripts), (("/", "Film graph"), *back))
