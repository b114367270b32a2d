"""Where things stand in the picture: whole numbers, the same for the same graph, kept as the graph grows.

Iterated floating point is not bit-equal on every machine, so `layout.json` is the promise: what stands in it
stays where it is, and only what is new is laid out.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from kg.errors import SourceError
from kg.files import write_lines
from kg.network.force import relax
from kg.network.stress import distances, majorize, scale_classically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import networkx as nx
    from numpy.typing import NDArray

__all__ = ["Places", "lay_out", "read_layout", "write_layout"]

Places = dict[str, tuple[int, int]]

# In the picture's own units: a link's usual length, the room a node and its name take, and the gap between parts.
_UNIT = 100.0
_ROOM = (118.0, 62.0)
_GAP = 130.0
_WIDTH_TO_HEIGHT = 1.3
# Beyond so many links a hub's ring grows no more: the picture would be all hub.
_RING = 40
# So many nodes that come to a large part find their places among those around them; the rest is not looked at.
_NEW = 400
_AROUND = 6.0
# Above this many nodes a component goes by forces instead of by all pairs' distances.
_LARGE = 450


def read_layout(path: Path) -> Places:
    """Read layout.json; {} where there is none. Raises SourceError for a file that is no layout."""
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): (int(x), int(y)) for key, (x, y) in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise SourceError(f"not a layout: {error}", where=str(path), do="delete it to have it made afresh") from error


def write_layout(path: Path, places: Mapping[str, tuple[int, int]]) -> None:
    """Write places as JSON, sorted, one node a line."""
    lines = [f"{json.dumps(key, ensure_ascii=False)}: [{x}, {y}]" for key, (x, y) in sorted(places.items())]
    write_lines(path, ["{\n", ",\n".join(lines), "\n}\n" if lines else "}\n"])


def lay_out(graph: nx.Graph[str], known: Mapping[str, tuple[int, int]] | None = None) -> Places:
    """Give each node of `graph` its place; nodes in `known` keep theirs, places of nodes no longer there go.

    Parts that hang together are laid out by themselves: those with a known node around it, the others packed in
    rows, the largest first, beneath what is there.
    """
    import networkx as nx
    import numpy as np

    kept: Places = {node: known[node] for node in sorted(graph) if node in known} if known else {}
    if len(kept) == len(graph):
        return kept
    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph))
    simple.add_edges_from(sorted((min(u, v), max(u, v)) for u, v in graph.edges() if u != v))
    parts = sorted((sorted(part) for part in nx.connected_components(simple)), key=lambda part: (-len(part), part))
    drawn: dict[str, NDArray[Any]] = {node: np.array(place, dtype=float) for node, place in kept.items()}
    loose = []
    for part in parts:
        if all(node in kept for node in part):
            continue
        if any(node in kept for node in part):
            drawn.update(zip(part, _draw(simple, part, kept), strict=True))
        else:
            loose.append((part, _upright(_draw(simple, part, {}))))
    _pack(loose, drawn)
    return {node: kept.get(node) or (round(float(x)), round(float(y))) for node, (x, y) in sorted(drawn.items())}


def _draw(graph: nx.Graph[str], part: list[str], kept: Places) -> NDArray[Any]:
    """Lay out one connected part, around its kept nodes where it has any."""
    import numpy as np

    if len(part) == 1:
        return np.array([kept.get(part[0], (0, 0))], dtype=float)
    number = {node: at for at, node in enumerate(part)}
    ends = np.array([(number[u], number[v]) for u, v in graph.subgraph(part).edges()])
    ends = ends[np.lexsort((ends.max(axis=1), ends.min(axis=1)))]
    degree = np.bincount(ends.ravel(), minlength=len(part))
    fixed = np.array([node in kept for node in part])
    if len(part) <= _LARGE:
        far = distances(len(part), ends, _lengths(degree, ends)) * _UNIT
        start = _start(part, kept, fixed, ends, lambda: scale_classically(far))
        places = majorize(start, far, fixed)
    else:
        spread = np.random.default_rng(1).normal(size=(len(part), 2)) * 10 * math.sqrt(len(part))
        start = _start(part, kept, fixed, ends, lambda: spread)
        if (~fixed).sum() <= _NEW and fixed.any():
            return _tucked_in(start, fixed)
        hub = degree[ends].max(axis=1) > max(25, 2 * math.sqrt(len(part)))
        places = relax(start, ends, np.where(hub, 0.05, 1.0), fixed)
        if not fixed.any():
            places = _even(places)
    return _spread(places, fixed)


def _tucked_in(start: NDArray[Any], fixed: NDArray[Any]) -> NDArray[Any]:
    """Find places for a few new nodes of a large part: where their links have them, pushed off what stands there."""
    import numpy as np

    new = np.flatnonzero(~fixed)
    room = np.array(_ROOM)
    near = ~fixed
    for place in start[new]:
        near |= (np.abs(start - place) / room).max(axis=1) < _AROUND
    some = np.flatnonzero(near)
    places = start.copy()
    places[some] = _spread(start[some], fixed[some])
    return places


def _lengths(degree: NDArray[Any], ends: NDArray[Any]) -> NDArray[Any]:
    """Links between well-linked nodes are longer: each needs room for its own around it, a hub a whole ring."""
    import numpy as np

    less, more = np.sort(degree[ends], axis=1).T
    ring = np.where(less > 1, np.minimum(more, _RING) * 0.75 / (2 * math.pi), 0.0)
    return np.asarray(np.maximum(0.62 + 0.30 * np.log2(less) + 0.14 * np.log2(more), ring))


def _start(part: list[str], kept: Places, fixed: NDArray[Any], ends: NDArray[Any], fresh: Any) -> NDArray[Any]:
    """Begin from a fresh picture, or where there are kept nodes beside these, spreading outward along links."""
    import numpy as np

    jitter = np.random.default_rng(7).normal(size=(len(part), 2)) * _UNIT * 0.05
    if not fixed.any():
        return np.asarray(fresh() + jitter)
    places = np.array([kept.get(node, (0, 0)) for node in part], dtype=float)
    placed = fixed.copy()
    around: list[list[int]] = [[] for _ in part]
    for a, b in ends.tolist():
        around[a].append(b)
        around[b].append(a)
    while not placed.all():
        now = [at for at in range(len(part)) if not placed[at] and any(placed[other] for other in around[at])]
        for at in now:
            beside = [other for other in around[at] if placed[other]]
            places[at] = places[beside].mean(axis=0) + jitter[at] * 10
        placed[now] = True
    return places


def _upright(places: NDArray[Any]) -> NDArray[Any]:
    """Turn a part so that its longest extent lies across: screens and names are wider than high."""
    import numpy as np

    if len(places) < 3:
        return places - places.mean(axis=0) if len(places) == 2 else places
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turn = axes[:, ::-1].T
    turned = centred @ turn.T
    at = np.abs(turned).argmax(axis=0)
    return np.asarray(turned * np.sign(turned[at, [0, 1]]))


def _even(places: NDArray[Any]) -> NDArray[Any]:
    """Draw far-flung nodes in, and scale so that a node has about the same room in a part of any size."""
    import numpy as np

    centred = places - np.median(places, axis=0)
    reach = float(np.percentile(np.abs(centred), 97)) or 1.0
    part = np.abs(centred) / reach
    drawn_in = np.where(part > 1, 1 + np.log(np.maximum(part, 1)) * 0.3, part)
    return np.asarray(np.sign(centred) * drawn_in * 45 * math.sqrt(len(places)))


def _spread(places: NDArray[Any], fixed: NDArray[Any], rounds: int = 40) -> NDArray[Any]:
    """Push apart nodes that stand in one another's room, which is wider than high because names are."""
    import numpy as np

    count = len(places)
    room = np.array(_ROOM)
    scaled = places / room
    share = np.where(fixed, 0.0, 0.5)
    for _ in range(rounds if count <= _LARGE else 12):
        first, second = _close(scaled)
        gap = scaled[first] - scaled[second]
        length = np.hypot(gap[:, 0], gap[:, 1])
        near = length < 1.0
        if not near.any():
            break
        first, second, gap, length = first[near], second[near], gap[near], length[near]
        still = length < 1e-6
        gap[still], length[still] = (0.6, 0.8), 1.0
        push = gap / length[:, None] * np.where(still, 1.0, 1.0 - length)[:, None] * 0.7
        for axis in (0, 1):
            scaled[:, axis] += np.bincount(first, push[:, axis], count) * share
            scaled[:, axis] -= np.bincount(second, push[:, axis], count) * share
    spread: NDArray[Any] = scaled * room
    return spread


def _close(scaled: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Give pairs of nodes that may be close: all of them in a small part, else neighbours in order of cells."""
    import numpy as np

    if len(scaled) <= _LARGE:
        return np.triu_indices(len(scaled), 1)
    cells = np.floor(scaled)
    order = np.lexsort((scaled[:, 1], cells[:, 1], cells[:, 0]))
    pairs = [(order[:-shift], order[shift:]) for shift in range(1, 5)]
    return np.concatenate([a for a, _ in pairs]), np.concatenate([b for _, b in pairs])


def _pack(loose: list[tuple[list[str], NDArray[Any]]], drawn: dict[str, NDArray[Any]]) -> None:
    """Put parts in rows beneath what is drawn, each row centred; the largest part of an empty picture comes first."""
    import numpy as np

    if loose and not drawn:
        part, places = loose.pop(0)
        drawn.update(zip(part, places, strict=True))
    if not loose:
        return
    sizes = [np.ptp(places, axis=0) + np.array([_GAP, _GAP * 0.8]) for _, places in loose]
    taken = np.array(list(drawn.values()))
    low, high = taken.min(axis=0), taken.max(axis=0)
    total = sum(float(size[0]) for size in sizes)
    area = sum(float(size[0] * size[1]) for size in sizes) + float(np.prod(high - low))
    width = max(float(high[0] - low[0]) + _GAP, math.sqrt(area * _WIDTH_TO_HEIGHT), float(sizes[0][0]))
    # Rows of about the same length look meant; a last row of one looks left over.
    width = max(total / math.ceil(total / width) + _GAP / 2, float(sizes[0][0]))
    down = float(high[1]) + _GAP
    for row in _rows([float(size[0]) for size in sizes], width):
        across = float(low[0] + high[0]) / 2 - sum(float(sizes[at][0]) for at in row) / 2
        for at in row:
            part, places = loose[at]
            drawn.update(zip(part, places - places.min(axis=0) + (across + _GAP / 2, down), strict=True))
            across += float(sizes[at][0])
        down += max(float(sizes[at][1]) for at in row)


def _rows(widths: list[float], most: float) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    used = 0.0
    for at, width in enumerate(widths):
        if rows[-1] and used + width > most:
            rows.append([])
            used = 0.0
        rows[-1].append(at)
        used += width
    return rows
