"""Hops: who worked with whom, and with whom these worked, through shared works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.code import distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.columns import Columns

__all__ = ["MAKERS", "hops"]

MAKERS = ("directed", "starredIn", "wrote", "produced")
"""What links a person to a work, as in the query `connection-of-two-directors`."""


def hops(columns: Columns, person: int, steps: int = 2) -> dict[int, int]:
    """Give who is within some steps of a person, each with the fewest steps: {number: steps}, the person with 0.

    A step leads from a person to whoever made a work with them: directed, wrote, produced or played in it. Companies
    are no people, and nobody is reached through them. Raises IndexError where there is no such thing.
    """
    import numpy as np

    if not 0 <= person < len(columns):
        raise IndexError(person)
    is_person = columns.are("Person")
    edge = np.array([person], np.uint32)
    seen = np.zeros(len(columns), bool)
    done = np.zeros(len(columns), bool)
    seen[person] = True
    found = {person: 0}
    for step in range(1, steps + 1):
        works = _led(columns, edge, turned=False)
        works = works[~done[works]]
        done[works] = True
        people = _led(columns, works, turned=True)
        edge = people[is_person[people] & ~seen[people]]
        seen[edge] = True
        found.update(dict.fromkeys(edge.tolist(), step))
    return found


def _led(columns: Columns, things: NDArray[np.uint32], *, turned: bool) -> NDArray[np.uint32]:
    """Give what things lead to by any of the predicates, each once, ascending; `turned` the other way."""
    import numpy as np

    parts = [np.empty(0, np.uint32)]
    for predicate in MAKERS:
        heads, tails = columns.turned(predicate) if turned else columns.pairs(predicate)
        starts, ends = np.searchsorted(heads, things), np.searchsorted(heads, things, side="right")
        sizes = ends - starts
        within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        parts.append(tails[np.repeat(starts, sizes) + within])
    return distinct(np.concatenate(parts))
