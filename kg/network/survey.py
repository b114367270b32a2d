"""A survey of a large network: what can be measured of it in seconds, and who stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.network.betweenness import betweenness
from kg.network.community import communities, modularity
from kg.network.measure import Measure
from kg.network.rank import pagerank

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.columns import Columns
    from kg.network.links import Links

__all__ = ["LARGE", "components", "survey"]

LARGE = 5_000
"""Above so many nodes exact betweenness and all triangles take minutes, and nobody reads a table of all nodes."""
_FEW_DIGITS, _DIGITS = 3, 6


def survey(columns: Columns, links: Links, *, most: int = 20, sample: int = 100, seed: int = 1) -> list[Measure]:
    """Give size, density, components and communities, and figures of the `most` nodes that stand out by PageRank.

    Of these come degree, weighted degree, PageRank, the number of the community (0 is the largest) and betweenness, as
    estimated from the ways from `sample` nodes, which are drawn with `seed`.
    """
    import numpy as np

    nodes, edges = len(links), len(links.ones)
    found = communities(links)
    sizes = np.bincount(found)
    figures = [
        Measure("nodes", "", nodes),
        Measure("edges", "", edges),
        Measure("density", "", round(2 * edges / (nodes * (nodes - 1)), _DIGITS) if nodes > 1 else 0),
        Measure("components", "", len(np.unique(components(links)))),
        Measure("communities", "", len(sizes)),
        Measure("largest community", "", int(sizes.max(initial=0))),
        Measure("modularity", "", round(modularity(links, found), _FEW_DIGITS)),
    ]
    rank, between = pagerank(links), betweenness(links, sample=sample, seed=seed)
    degree = np.diff(links.starts)
    weight = np.bincount(links.ones, links.weights, nodes) + np.bincount(links.others, links.weights, nodes)
    # Equal ranks differ in their last bits from machine to machine; rounded, the numbers of the things decide.
    for node in np.argsort(-rank.round(12), kind="stable")[:most].tolist():
        label = columns.labels[int(links.things[node])]
        figures.append(Measure("degree", label, int(degree[node])))
        figures.append(Measure("weighted degree", label, int(weight[node])))
        figures.append(Measure("pagerank", label, round(float(rank[node]), _DIGITS)))
        figures.append(Measure("community", label, int(found[node])))
        figures.append(Measure("betweenness", label, round(float(between[node]), _DIGITS)))
    return figures


def components(links: Links) -> NDArray[np.int64]:
    """Give for each node the smallest node that it is connected with, itself where that is the smallest."""
    import numpy as np

    least = np.arange(len(links))
    ones, others = links.ones, links.others
    while len(ones):
        low = np.minimum(least[ones], least[others])
        np.minimum.at(least, least[ones], low)
        np.minimum.at(least, least[others], low)
        while (shorter := least[least] != least).any():
            least[shorter] = least[least[shorter]]
        apart = least[ones] != least[others]
        ones, others = ones[apart], others[apart]
    return least
