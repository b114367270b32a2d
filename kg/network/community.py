"""Communities: who works more with one another than with others, by the method of Louvain on arrays.

All is counted in whole numbers, so every machine finds the same communities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.network.links import Links

    Numbers = NDArray[np.int64]

__all__ = ["communities", "modularity"]

_TURNS = 8  # groups of nodes that move at once; of two neighbours that move at once both may miss one another
_MOST_SWEEPS = 40
_LEAST_GAIN = 1e-4  # of modularity; a sweep that gains less is the last one


@dataclass(frozen=True, slots=True)
class _Level:
    """A network of communities: ends and weights of links in both directions, sorted by head, and each one's weight.

    `degree` is the weight of all links of a node, those within it counted twice.
    """

    heads: Numbers
    tails: Numbers
    weights: Numbers
    degree: Numbers


def communities(links: Links) -> Numbers:
    """Give each node's community, 0 being the largest, the smaller first node deciding among equals.

    Links count by weight; a node without any is a community of its own.
    """
    import numpy as np

    nodes = len(links)
    heads = np.repeat(np.arange(nodes), np.diff(links.starts))
    real = links.strengths > 0
    heads, tails, weights = heads[real], links.neighbours[real], links.strengths[real]
    level = _Level(heads, tails, weights, _sums(heads, weights, nodes))
    found = np.arange(nodes)
    while True:
        moved = _moved(level)
        names, moved = np.unique(moved, return_inverse=True)
        if len(names) == len(level.degree):
            break
        found = moved[found]
        level = _merged(level, moved, len(names))
    return _by_size(found)


def modularity(links: Links, found: Numbers) -> float:
    """Give the modularity of communities, from -1/2 to 1: the share of weight within, less what chance would give."""
    import numpy as np

    total = 2 * int(links.weights.sum())
    if not total:
        return 0.0
    within = 2 * int(links.weights[found[links.ones] == found[links.others]].sum())
    degree = _sums(links.ones, links.weights, len(links)) + _sums(links.others, links.weights, len(links))
    sums = _sums(found, degree, int(found.max()) + 1).astype(np.float64)
    return within / total - float((sums / total) @ (sums / total))


def _moved(level: _Level) -> Numbers:
    """Let nodes move to the neighbouring community that gains most, turn by turn, until little is gained."""
    import numpy as np

    nodes = len(level.degree)
    total = int(level.degree.sum())
    found = np.arange(nodes)
    sums = level.degree.copy()
    # A node's turn is that of its number, mixed (Knuth's multiplicative hash), as numbers follow the alphabet.
    turn = ((np.arange(nodes, dtype=np.uint64) * np.uint64(2654435761)) >> np.uint64(11)) % np.uint64(_TURNS)
    at = [np.flatnonzero(turn[level.heads] == number) for number in range(_TURNS)]
    arcs = [(level.heads[own], level.tails[own], level.weights[own]) for own in at if len(own)]
    best, kept = _quality(level, found, total), found.copy()
    for _ in range(_MOST_SWEEPS):
        moves = 0
        for heads, tails, weights in arcs:
            nodes_moved, to = _better(heads, found[heads], found[tails], weights, level.degree, sums, total)
            np.subtract.at(sums, found[nodes_moved], level.degree[nodes_moved])
            np.add.at(sums, to, level.degree[nodes_moved])
            found[nodes_moved] = to
            moves += len(to)
        quality = _quality(level, found, total)
        gain = quality - best
        if gain > 0:
            best, kept = quality, found.copy()
        if not moves or gain < _LEAST_GAIN * total * total:
            break
    return kept


def _better(
    heads: Numbers, own: Numbers, other: Numbers, weights: Numbers, degree: Numbers, sums: Numbers, total: int
) -> tuple[Numbers, Numbers]:
    """Give nodes that gain by moving, and where each gains most; the smallest community among equals."""
    import numpy as np

    size = len(degree)
    # Its own community is among those that a node may choose, with a weight of 0 where no neighbour is in it.
    first = np.flatnonzero(np.concatenate([np.ones(1, bool), heads[1:] != heads[:-1]]))
    codes = np.concatenate([heads * size + other, heads[first] * size + own[first]])
    order = np.argsort(codes)
    codes = codes[order]
    new = np.flatnonzero(np.concatenate([np.ones(1, bool), codes[1:] != codes[:-1]]))
    weight = np.add.reduceat(np.concatenate([weights, np.zeros(len(first), np.int64)])[order], new)
    node, place = codes[new] // size, codes[new] % size
    home = place == np.repeat(own[first], np.diff(np.append(np.searchsorted(node, heads[first]), len(node))))
    # What a move gains, but for what is the same for all: w · 2m - k · (sum of the community without the node).
    gain = weight * total - degree[node] * (sums[place] - np.where(home, degree[node], 0))
    begin = np.searchsorted(node, heads[first])
    most = np.maximum.reduceat(gain, begin)
    lengths = np.diff(np.append(begin, len(node)))
    is_best = np.flatnonzero(gain == np.repeat(most, lengths))
    chosen = is_best[np.searchsorted(is_best, begin)]
    stays = gain[home] >= most
    return heads[first][~stays], place[chosen][~stays]


def _merged(level: _Level, place: Numbers, size: int) -> _Level:
    """Make each community one node."""
    import numpy as np

    heads, tails = place[level.heads], place[level.tails]
    between = heads != tails
    codes = heads[between] * size + tails[between]
    order = np.argsort(codes)
    codes = codes[order]
    degree = _sums(place, level.degree, size)
    if not len(codes):
        empty = np.empty(0, np.int64)
        return _Level(empty, empty, empty, degree)
    new = np.flatnonzero(np.concatenate([np.ones(1, bool), codes[1:] != codes[:-1]]))
    weights = np.add.reduceat(level.weights[between][order], new)
    return _Level(codes[new] // size, codes[new] % size, weights, degree)


def _quality(level: _Level, found: Numbers, total: int) -> int:
    """Give the modularity of communities, times the square of the weight of all links, less what never changes."""
    within = int(level.weights[found[level.heads] == found[level.tails]].sum())
    sums = _sums(found, level.degree, len(level.degree))
    return within * total - int(sums @ sums)


def _sums(places: Numbers, values: Numbers, size: int) -> Numbers:
    """Give the sum of the values of each place; exact, as whole numbers below 2⁵³ are."""
    import numpy as np

    return np.bincount(places, values, size).astype(np.int64)


def _by_size(found: Numbers) -> Numbers:
    import numpy as np

    if not len(found):
        return found
    _, first, place, sizes = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return rank[place]
