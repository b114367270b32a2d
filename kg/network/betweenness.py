"""Betweenness: how many shortest ways between others lead through somebody, exactly or from a sample."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.network.links import Links

__all__ = ["betweenness"]


def betweenness(links: Links, *, sample: int | None = None, seed: int = 1) -> NDArray[np.float64]:
    """Give the betweenness of each node, from 0 to 1, over the ways from all nodes or from `sample` of these.

    Weights do not count. The sample is drawn with `seed`; what it gives is an estimate of the whole, as unbiased as
    the sample is. The algorithm is that of Brandes (2001), a level of the breadth-first search at a time.
    """
    import numpy as np

    nodes = len(links)
    through = np.zeros(nodes)
    if nodes < 3 or not len(links.ones):
        return through
    chosen = range(nodes)
    if sample is not None and sample < nodes:
        chosen = sorted(random.Random(seed).sample(range(nodes), sample))  # type: ignore[assignment]  # noqa: S311
    starts, neighbours = links.starts, links.neighbours
    # Where no way leads is 0 all the time, so these two are cleared a search and not made anew.
    level, ways = np.full(nodes, -1), np.zeros(nodes)
    for source in chosen:
        _add_ways(source, starts, neighbours, level, ways, through)
    return through * (nodes / len(chosen)) / ((nodes - 1) * (nodes - 2))


def _add_ways(
    source: int,
    starts: NDArray[np.int64],
    neighbours: NDArray[np.int64],
    level: NDArray[np.int64],
    ways: NDArray[np.float64],
    through: NDArray[np.float64],
) -> None:
    """Add to `through` each node's share of the shortest ways from a source."""
    import numpy as np

    level[source], ways[source] = 0, 1
    edge = np.array([source])
    steps: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    reached = [edge]
    while len(edge):
        sizes = starts[edge + 1] - starts[edge]
        within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        tails = neighbours[np.repeat(starts[edge], sizes) + within]
        onward = level[tails] < 0
        heads, tails = np.repeat(edge, sizes)[onward], tails[onward]
        edge, ways_there = _summed(tails, ways[heads], len(ways))
        level[edge] = len(steps) + 1
        ways[edge] = ways_there
        steps.append((heads, tails))
        reached.append(edge)
    depends = np.zeros(len(ways))
    for heads, tails in reversed(steps):
        if len(heads):
            nodes, sums = _summed(heads, ways[heads] / ways[tails] * (1 + depends[tails]), len(ways))
            depends[nodes] = sums
    depends[source] = 0
    met = np.concatenate(reached)
    through[met] += depends[met]
    level[met] = -1
    ways[met] = 0


def _summed(places: NDArray[Any], values: NDArray[Any], size: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Give the distinct places, ascending, and the sum of the values of each."""
    import numpy as np

    if len(places) * 16 > size:  # a table of all places is cheaper than sorting
        sums = np.bincount(places, values, size)
        found = np.flatnonzero(sums)
        return found, sums[found]
    found, at = np.unique(places, return_inverse=True)
    return found, np.bincount(at, values)
