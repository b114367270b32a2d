"""Projections: smaller networks made from the view graph, each edge with the statements that it rests on."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

__all__ = [
    "COMPANIES",
    "WORKS",
    "backbone",
    "collaborators",
    "company_network",
    "country_network",
    "home_countries",
    "neighbourhood",
]

WORKS = ("Film", "Series", "Work")
COMPANIES = ("Company", "PublicBody")
# Nearly every two films meet in a country, so a walk through one tells nothing.
_ENDS = ("Country", "Place")

Statement = tuple[str, str, str]


def country_network(graph: nx.MultiDiGraph[str], *, stated: bool = False) -> nx.Graph[str]:
    """Give the countries that co-produce: `weight` of an edge = number of distinct works of both countries.

    Each edge carries `works` (their keys, sorted), `proofs` (the countryOfOrigin statements as (source, target,
    key) of the view graph) and `direct`. With `stated`, pairs that a text says to co-produce without naming a
    work are edges too: `direct` holds those statements, `weight` is 0 where no work is known. Countries without
    a partner are not part of it.
    """
    origins: dict[str, dict[str, list[Statement]]] = {}
    for work, country, key in _statements(graph, ("countryOfOrigin",)):
        origins.setdefault(work, {}).setdefault(country, []).append((work, country, key))
    network = _shared(graph, origins)
    if stated:
        for source, target, key in _statements(graph, ("coProducedWith",)):
            if (
                _are(graph, (source, target), ("Country",))
                and graph.edges[source, target, key]["certainty"] == "stated"
            ):
                _direct(graph, network, (source, target, key))
    return _sorted(network)


def company_network(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Give all companies and public bodies, linked where they work on the same work or a text links them.

    Edges are as in `country_network`; `proofs` are the statements between the two and their works.
    """
    roles: dict[str, dict[str, list[Statement]]] = {}
    for source, target, key in _statements(graph):
        if _are(graph, (source,), COMPANIES) and _are(graph, (target,), WORKS):
            roles.setdefault(target, {}).setdefault(source, []).append((source, target, key))
    network = _shared(graph, roles)
    _add(network, graph, (key for key, node in graph.nodes(data=True) if node["type"] in COMPANIES))
    for source, target, key in _statements(graph):
        if _are(graph, (source, target), COMPANIES):
            _direct(graph, network, (source, target, key))
    return _sorted(network)


def collaborators(graph: nx.MultiDiGraph[str], centre: str) -> nx.Graph[str]:
    """Give a person, company or country and all of its kind who share a work with it.

    Edges (also among these) are as in `country_network`. Raises KeyError where the graph has no such node.
    """
    group = _group(graph, centre)
    roles: dict[str, dict[str, list[Statement]]] = {}
    for work in sorted({*graph.successors(centre), *graph.predecessors(centre)}):
        if graph.nodes[work]["type"] in WORKS:
            for source, target, key in (*graph.in_edges(work, keys=True), *graph.out_edges(work, keys=True)):
                other = source if target == work else target
                if graph.nodes[other]["type"] in group:
                    roles.setdefault(work, {}).setdefault(other, []).append((source, target, key))
    network = _shared(graph, roles)
    _add(network, graph, [centre])
    for source, target, key in sorted((*graph.in_edges(centre, keys=True), *graph.out_edges(centre, keys=True))):
        stated = graph.edges[source, target, key]["certainty"] == "stated"
        if _are(graph, (source, target), group) and (stated or "Country" not in group):
            _direct(graph, network, (source, target, key))
    return _sorted(network)


def _group(graph: nx.MultiDiGraph[str], node: str) -> tuple[str, ...]:
    kind = graph.nodes[node]["type"]
    return COMPANIES if kind in COMPANIES else (kind,)


def neighbourhood(
    graph: nx.MultiDiGraph[str], centre: str, *, steps: int = 2, limit: int = 300
) -> nx.MultiDiGraph[str]:
    """Give what lies within `steps` links of `centre`, at most `limit` nodes, and all links among it.

    Countries and places are reached but not walked through, except as the centre. Nearer nodes come first, then
    those with more links, then the smaller key. Raises KeyError where the graph has no such node.
    """
    if centre not in graph:
        raise KeyError(centre)
    reached, edge = {centre: 0}, [centre]
    for step in range(1, steps + 1):
        around = {
            other
            for node in edge
            if node == centre or graph.nodes[node]["type"] not in _ENDS
            for other in (*graph.successors(node), *graph.predecessors(node))
            if other not in reached
        }
        edge = sorted(around)
        reached.update(dict.fromkeys(edge, step))
    kept = sorted(reached, key=lambda node: (reached[node], -graph.degree(node), node))[:limit]
    return graph.subgraph(kept).copy()


def _statements(graph: nx.MultiDiGraph[str], predicates: tuple[str, ...] = ()) -> Iterable[Statement]:
    return (edge for edge in sorted(graph.edges(keys=True)) if not predicates or edge[2] in predicates)


def _are(graph: nx.MultiDiGraph[str], nodes: Iterable[str], types: tuple[str, ...]) -> bool:
    return all(graph.nodes[node]["type"] in types for node in nodes)


def _add(network: nx.Graph[str], graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> None:
    for node in nodes:
        if node not in network:
            network.add_node(node, **graph.nodes[node])


def _shared(graph: nx.MultiDiGraph[str], joins: dict[str, dict[str, list[Statement]]]) -> nx.Graph[str]:
    """Link all pairs that share a work; `joins` gives a work's members, each with the statements that say so."""
    import networkx as nx

    network: nx.Graph[str] = nx.Graph()
    for work in sorted(joins):
        members = joins[work]
        for first, second in combinations(sorted(members), 2):
            _add(network, graph, (first, second))
            edge = _edge(network, first, second)
            edge["works"] += (work,)
            edge["weight"] += 1
            edge["proofs"] += tuple(dict.fromkeys(members[first] + members[second]))
    return network


def _direct(graph: nx.MultiDiGraph[str], network: nx.Graph[str], statement: Statement) -> None:
    source, target, _ = statement
    _add(network, graph, (source, target))
    if source != target:
        _edge(network, source, target)["direct"] += (statement,)


def _edge(network: nx.Graph[str], first: str, second: str) -> dict[str, Any]:
    if not network.has_edge(first, second):
        network.add_edge(first, second, weight=0, works=(), proofs=(), direct=())
    edge: dict[str, Any] = network.edges[first, second]
    return edge


def _sorted(network: nx.Graph[str]) -> nx.Graph[str]:
    import networkx as nx

    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    ordered.add_edges_from(sorted((min(u, v), max(u, v), data) for u, v, data in network.edges(data=True)))
    return ordered


def backbone(network: nx.Graph[str], *, links: int = 2) -> nx.Graph[str]:
    """Give a projection with only its heavier edges: a maximum spanning forest, and the first `links` of each node.

    Where nearly everything is linked with everything, this is what a layout can show.
    """
    import networkx as nx

    kept = nx.Graph()
    kept.add_nodes_from(network.nodes(data=True))
    kept.add_edges_from((u, v) for u, v, _ in nx.maximum_spanning_edges(network, data=True))
    for node in network:
        heaviest = sorted(network[node], key=lambda other: (-network.edges[node, other]["weight"], other))
        kept.add_edges_from((node, other) for other in heaviest[:links])
    return kept


def home_countries(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Give each node its one country, for colouring a large picture: {node: country}; those without are left out.

    A work has the country that is listed first (the smallest key where no order is given); people and companies
    the most frequent one of their works, the overall more frequent one where several are; a country has itself.
    """
    home: dict[str, str] = {}
    for work, country, key in _statements(graph, ("countryOfOrigin",)):
        qualifiers = graph.edges[work, country, key]["qualifiers"]
        first = any(("position", "1") in each for each in qualifiers)
        if first or work not in home:
            home[work] = country
    known = Counter(home.values())
    counted: dict[str, Counter[str]] = {}
    for source, target in graph.edges():
        for node, work in ((source, target), (target, source)):
            if work in home and node not in home and graph.nodes[node]["type"] not in WORKS:
                counted.setdefault(node, Counter())[home[work]] += 1
    for node, countries in counted.items():
        home[node] = min(countries, key=lambda country: (-countries[country], -known[country], country))
    return home | {node: node for node, kind in graph.nodes(data="type") if kind == "Country"}
