"""Links: a projection of the columns as arrays, for networks of which networkx would take minutes.

Two things are linked where they share a work; the weight is the number of these works.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.graph.code import coded, decoded, distinct
from kg.network.projection import COMPANIES, WORKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.columns import Columns

__all__ = ["NETWORKS", "Links", "projection", "shared"]

NETWORKS = ("countries", "companies", "people")
"""The networks of which there is a projection."""


@dataclass(frozen=True)
class Links:
    """An undirected network without loops, its nodes 0…n-1.

    `things` gives the number of each node in the columns, ascending. `ones` and `others` are the ends of each link,
    the smaller first, sorted; `weights` how many works stand behind each (0 where a text links the two without one).
    """

    things: NDArray[np.uint32]
    ones: NDArray[np.int64]
    others: NDArray[np.int64]
    weights: NDArray[np.int64]

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.things)

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where the neighbours of each node begin in `neighbours`, and where the last ones end."""
        import numpy as np

        degrees = np.bincount(self.ones, minlength=len(self)) + np.bincount(self.others, minlength=len(self))
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(degrees)])

    @cached_property
    def _order(self) -> NDArray[np.int64]:
        import numpy as np

        heads, tails = np.concatenate([self.ones, self.others]), np.concatenate([self.others, self.ones])
        return np.argsort(heads * max(1, len(self)) + tails)

    @cached_property
    def neighbours(self) -> NDArray[np.int64]:
        """The neighbours of node 0, then of node 1 and so on, each ascending."""
        import numpy as np

        return np.concatenate([self.others, self.ones])[self._order]

    @cached_property
    def strengths(self) -> NDArray[np.int64]:
        """The weight of the link to each of `neighbours`."""
        import numpy as np

        return np.concatenate([self.weights, self.weights])[self._order]

    def graph(self, columns: Columns) -> nx.Graph[str]:
        """Give the same as a networkx graph, keyed and labelled as the projections of the view graph are."""
        import networkx as nx

        keys = [columns.key(thing) for thing in self.things.tolist()]
        made: nx.Graph[str] = nx.Graph()
        for key, thing in zip(keys, self.things.tolist(), strict=True):
            made.add_node(key, label=columns.labels[thing], type=columns.classes[columns.kinds[thing]])
        rows = zip(self.ones.tolist(), self.others.tolist(), self.weights.tolist(), strict=True)
        made.add_weighted_edges_from((keys[one], keys[other], weight) for one, other, weight in rows)
        return made


def projection(columns: Columns, network: str, *, stated: bool = False) -> Links:
    """Give a network of NETWORKS as `country_network` and `company_network` define it.

    Companies count public bodies too, share a work whatever they are to it, and may be linked by a text; companies
    without a link are part of it, countries and people are not. With `stated`, countries that are said to co-produce
    are linked without a work. Raises UsageError for another network.
    """
    import numpy as np

    alone, direct = np.empty(0, np.int64), list[str]()
    match network:
        case "countries":
            kind = columns.are("Country")
            members = columns.pairs("countryOfOrigin")
            direct = ["coProducedWith"] if stated else []
        case "companies":
            kind = columns.are(*COMPANIES)
            members = _roles(columns, kind)
            direct, alone = list(columns.predicates), np.flatnonzero(kind)
        case "people":
            kind = columns.are("Person")
            members = _roles(columns, kind)
        case _:
            raise UsageError(f"no network {network!r}", do=", ".join(NETWORKS))
    codes, weights = shared(members)
    return _links(codes, weights, _direct(columns, direct, kind), alone)


def shared(members: tuple[NDArray[np.uint32], NDArray[np.uint32]]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Give all pairs of members that share a work, and how many works each pair shares.

    `members` are works and members, each pair once, sorted by work, then member. Pairs come coded (`kg.graph.code`),
    the smaller member first, and sorted.
    """
    import numpy as np

    works, people = members
    if not len(works):
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    new = np.flatnonzero(np.concatenate([np.ones(1, bool), works[1:] != works[:-1]]))
    sizes = np.diff(np.append(new, len(works)))
    # How many members of the same work come after each one.
    after = np.repeat(new + sizes, sizes) - np.arange(len(works)) - 1
    total = int(after.sum())
    within = np.arange(total) - np.repeat(np.cumsum(after) - after, after)
    first = np.repeat(np.arange(len(works)), after)
    codes = coded(people[first], people[first + within + 1])
    codes.sort()
    return _counted(codes)


def _counted(codes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Give the distinct ones of sorted numbers, and how often each comes."""
    import numpy as np

    if not len(codes):
        return codes, np.empty(0, np.int64)
    new = np.flatnonzero(np.concatenate([np.ones(1, bool), codes[1:] != codes[:-1]]))
    return codes[new], np.diff(np.append(new, len(codes)))


def _roles(columns: Columns, kind: NDArray[np.bool_]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Give works, and the things of a kind that are something to them, by whichever predicate."""
    import numpy as np

    work = columns.are(*WORKS)
    parts = [np.empty(0, np.uint64)]
    for predicate in columns.predicates:
        by, of = columns.pairs(predicate)
        chosen = kind[by] & work[of]
        parts.append(coded(of[chosen], by[chosen]))
    return decoded(distinct(np.concatenate(parts)))


def _direct(columns: Columns, predicates: Iterable[str], kind: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Give the pairs of a kind that a predicate links, the smaller number first."""
    import numpy as np

    parts = [np.empty(0, np.uint64)]
    for predicate in predicates:
        by, of = columns.pairs(predicate)
        chosen = kind[by] & kind[of] & (by != of)
        parts.append(coded(np.minimum(by, of)[chosen], np.maximum(by, of)[chosen]))
    return np.concatenate(parts)


def _links(
    codes: NDArray[np.uint64], weights: NDArray[np.int64], direct: NDArray[np.uint64], alone: NDArray[np.int64]
) -> Links:
    """Put links with and without works together, and number the nodes."""
    import numpy as np

    if len(direct):
        every = distinct(np.concatenate([codes, direct]))
        found = np.zeros(len(every), np.int64)
        found[np.searchsorted(every, codes)] = weights
        codes, weights = every, found
    ones, others = decoded(codes)
    highest = max((int(each.max()) for each in (ones, others, alone) if len(each)), default=-1)
    there = np.zeros(highest + 1, bool)
    for each in (ones, others, alone):
        there[each] = True
    place = np.cumsum(there) - 1
    return Links(np.flatnonzero(there).astype(np.uint32), place[ones], place[others], weights)
