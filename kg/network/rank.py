"""PageRank: who is linked with those who are linked with many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.network.links import Links

__all__ = ["pagerank"]

_MOST_ROUNDS = 1_000


def pagerank(links: Links, *, damping: float = 0.85, tolerance: float = 1e-6) -> NDArray[np.float64]:
    """Give the PageRank of each node, in sum 1: what a walker meets who follows links by weight.

    With the chance 1 - `damping` the walker goes anywhere, and so they do where no link has a weight. The rounds end
    where all changes together are below `tolerance`.
    """
    import numpy as np

    nodes = len(links)
    if not nodes:
        return np.empty(0)
    starts, neighbours, strengths = links.starts, links.neighbours, links.strengths.astype(np.float64)
    linked = np.flatnonzero(np.diff(starts))
    out = np.zeros(nodes)
    if len(linked):
        out[linked] = np.add.reduceat(strengths, starts[linked])
    alone = np.flatnonzero(out == 0)
    share = strengths / np.where(out == 0, 1, out)[neighbours]
    rank = np.full(nodes, 1 / nodes)
    for _ in range(_MOST_ROUNDS):
        fresh = np.full(nodes, (1 - damping + damping * rank[alone].sum()) / nodes)
        if len(linked):
            fresh[linked] += damping * np.add.reduceat(share * rank[neighbours], starts[linked])
        change = np.abs(fresh - rank).sum()
        rank = fresh
        if change < tolerance:
            break
    return rank
