"""How two things are connected: several short paths, the shortest first."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

__all__ = ["short_paths"]

# Nearly every two films meet in a country, so a path through one tells nothing.
_EVERYWHERE = ("Country", "Place")
# A path this much longer than the shortest one is no longer a short one.
_DETOUR = 2
# Of paths of one length, so many are looked at before the best are chosen: between hubs there are millions.
_TRIED = 4000


def short_paths(
    graph: nx.MultiDiGraph[str], source: str, target: str, *, most: int = 6, countries: bool = False, longest: int = 8
) -> list[tuple[str, ...]]:
    """Give up to `most` paths between two nodes, each as its nodes from `source` to `target`.

    Links count in either direction. Countries and places are left out as stations unless `countries` is true.
    Shorter paths come first, then those over things with fewer links, which say more, then by name. No path is
    longer than `longest` links. Raises KeyError where the graph has not the nodes.
    """
    for node in (source, target):
        if node not in graph:
            raise KeyError(node)
    if source == target:
        return [(source,)]

    @cache
    def around(node: str) -> list[str]:
        return sorted(
            other
            for other in {*graph.successors(node), *graph.predecessors(node)} - {node}
            if other == target or countries or graph.nodes[other]["type"] not in _EVERYWHERE
        )

    away = _distances(graph, target, around_source=source, limit=longest, countries=countries)
    if source not in away:
        return []
    found: list[tuple[str, ...]] = []
    for length in range(away[source], min(away[source] + _DETOUR, longest) + 1):
        paths = sorted(
            islice(_paths((source,), length, away, around, target), _TRIED),
            key=lambda path: (sum(graph.degree(node) for node in path[1:-1]), path),
        )
        found += paths[: most - len(found)]
        if len(found) >= most:
            break
    return found


def _distances(
    graph: nx.MultiDiGraph[str], target: str, *, around_source: str, limit: int, countries: bool
) -> dict[str, int]:
    away, edge = {target: 0}, [target]
    for step in range(1, limit + 1):
        found = {
            other
            for node in edge
            for other in (*graph.successors(node), *graph.predecessors(node))
            if other not in away
            and (other == around_source or countries or graph.nodes[other]["type"] not in _EVERYWHERE)
        }
        if not found:
            break
        edge = sorted(found)
        away.update(dict.fromkeys(edge, step))
    return away


def _paths(
    begun: tuple[str, ...], length: int, away: dict[str, int], around: Callable[[str], list[str]], target: str
) -> Iterator[tuple[str, ...]]:
    """All simple paths of just so many links that begin so; `away` cuts off what cannot arrive in time."""
    left = length - len(begun) + 1
    if begun[-1] == target:
        if left == 0:
            yield begun
        return
    for other in around(begun[-1]):
        if other not in begun and away.get(other, length) <= left - 1:
            yield from _paths((*begun, other), length, away, around, target)
