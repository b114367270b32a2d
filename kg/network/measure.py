"""Measures of a network, as records for a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Measure", "measures"]

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: what is measured, of what ("" for the whole network), and the value."""

    measure: str
    of: str
    value: int | float


def measures(network: nx.Graph[str]) -> list[Measure]:
    """Give size, density, components, triangles, and for each node degree, weight and betweenness.

    Values are rounded to three digits; betweenness is normalised to 0…1. Triangles name their corners by label.
    Nodes come by betweenness, then degree, then label. The network's edges carry `weight`, its nodes `label`.
    """
    import networkx as nx

    label = {node: str(data.get("label", node)) for node, data in network.nodes(data=True)}
    between = nx.betweenness_centrality(network) if len(network) else {}
    triangles = sorted(
        ", ".join(sorted(label[node] for node in (*pair, corner))) for pair, corner in _triangles(network)
    )
    found = [
        Measure("nodes", "", network.number_of_nodes()),
        Measure("edges", "", network.number_of_edges()),
        Measure("density", "", round(nx.density(network), _DIGITS)),
        Measure("components", "", nx.number_connected_components(network)),
        Measure("triangles", "", len(triangles)),
        *(Measure("triangle", corners, 1) for corners in triangles),
    ]
    for node in sorted(network, key=lambda node: (-between[node], -network.degree(node), label[node])):
        found.append(Measure("degree", label[node], network.degree(node)))
        found.append(Measure("weighted degree", label[node], network.degree(node, weight="weight")))
        found.append(Measure("betweenness", label[node], round(between[node], _DIGITS)))
    return found


def _triangles(network: nx.Graph[str]) -> list[tuple[tuple[str, str], str]]:
    """Each triangle once: two neighbours of a corner that are linked, all in ascending order of their keys."""
    return [
        (pair, corner)
        for corner in sorted(network)
        for pair in combinations(sorted(node for node in network[corner] if node > corner), 2)
        if network.has_edge(*pair)
    ]
