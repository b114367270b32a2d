"""The roster: what an index of names has to know of a store, gathered in one pass over each predicate.

Names go into a table on disk as they come; what is kept in memory of a thing and of a statement is a few numbers.
Things are numbered by weight, the heaviest first, then by name, so that the first of any list are the best.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DCTERMS, RDF, RDFS
from kg.resolve.name import loose
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.survey import Survey

__all__ = ["CLASSES", "FACT", "NEWS", "RELEASED", "ROLES", "Roster", "role_of"]

CLASSES: tuple[str, ...] = ("", *vocabulary().classes)
"""The classes by number; 0 is none of ours."""
_PREDICATES: tuple[str, ...] = (
    *(name for name, row in vocabulary().predicates.items() if row.literal is None),
    "festival",  # of an edition; made by the mapping, not said by claims
)
ROLES: tuple[str, ...] = tuple(role for name in _PREDICATES for role in (name, f"^{name}"))
"""What a thing can be to another: a predicate, or after ^ the inverse of one."""
RELEASED, NEWS = 254, 255
"""Beside the roles: the year that a work was released in, and a year in which it was written about."""
FACT = [("role", "u1"), ("count", "<u2"), ("other", "<u4")]
"""One fact of a thing as it is kept: how many there are of its role, and the number of one, or a year."""
_MOST = 3  # facts of a role that are kept
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")

_NUMBERS = {role: number for number, role in enumerate(ROLES)}


def role_of(number: int) -> str:
    """Give the name of a role."""
    return ROLES[number]


@dataclass(slots=True)
class Roster:
    """The things of a store by number: weights, classes and facts as arrays, names in the table `draft.label`.

    `rows` gives for each thing the row of its label there; `aliases` holds rows of `draft.alias`.
    """

    store: Any
    ontology: str
    survey: Survey
    marks: NDArray[np.int64] = field(init=False)
    _things: NDArray[np.int64] = field(init=False)
    kinds: NDArray[np.uint8] = field(init=False)
    weights: NDArray[np.int64] = field(init=False)
    facts: list[NDArray[Any]] = field(init=False)

    def gather(self, db: sqlite3.Connection) -> NDArray[np.int64]:
        """Read the store; give the rows of `draft.label` in the order of the things' numbers."""
        import numpy as np

        db.execute("CREATE TABLE draft.label (n INTEGER PRIMARY KEY, iri TEXT, label TEXT, fold TEXT)")
        first = self._labels(db)
        self.kinds = self._kinds()
        heads, roles, tails = self._statements()
        order = self._order(db, first)
        place = np.empty(len(order), np.uint32)
        place[order] = np.arange(len(order), dtype=np.uint32)
        self._things = place.astype(np.int64)
        self.kinds, self.weights = self.kinds[order], self.weights[order]
        others = np.where(
            roles >= RELEASED, tails, place[np.where(roles >= RELEASED, 0, tails)] if len(place) else tails
        )
        self.facts = [place[heads] if len(place) else heads, roles.astype(np.uint32), others.astype(np.uint32)]
        return first[order]

    def aliases(self) -> Iterator[tuple[int, str]]:
        """Give (number of a thing, other name) for all other names."""
        kept = array("q")
        names: list[str] = []

        def given() -> Iterator[tuple[int, str]]:
            for at, name in zip(self._numbers(kept), names, strict=True):
                if at >= 0:
                    yield int(self._things[at]), name

        for thing, name in self._pairs(f"<{self.ontology}alsoKnownAs>"):
            kept.append(hash(thing))
            names.append(name)
            if len(kept) == 65_536:
                yield from given()
                kept, names = array("q"), []
        yield from given()

    def facts_between(self, first: int, end: int) -> list[bytes]:
        """Give the facts of the things from `first` to before `end`, the three best of each role, as bytes."""
        import numpy as np

        heads, roles, others = self.facts
        chosen = (heads >= first) & (heads < end)
        head, role, other = heads[chosen] - first, roles[chosen], others[chosen]
        order = np.lexsort((other, role, head))
        head, role, other = head[order], role[order], other[order]
        group = head.astype(np.int64) * 256 + role
        new = np.ones(len(group), bool)
        new[1:] = group[1:] != group[:-1]
        starts = np.flatnonzero(new)
        counts = np.diff(np.append(starts, len(group)))
        within = np.arange(len(group)) - np.repeat(starts, counts)
        kept = within < _MOST
        if len(group):  # the last year of a row of years stands beside the first ones
            kept |= (role == NEWS) & np.append(new[1:], True)
        made = np.empty(int(kept.sum()), dtype=FACT)
        made["role"], made["other"] = role[kept], other[kept]
        made["count"] = np.minimum(np.repeat(counts, counts)[kept], 65_535)
        ends = np.searchsorted(head[kept], np.arange(end - first + 1))
        return [made[a:b].tobytes() for a, b in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)]

    # ---- reading the store -------------------------------------------------------------------------------------------

    def _rows(self, pattern: str) -> Iterable[Any]:
        found: Iterable[Any] = self.store.query(pattern)
        return found

    def _pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        for one, other in self._rows(f"SELECT ?a ?b WHERE {{ ?a {predicate} ?b }}"):
            yield one.value, other.value

    def _labels(self, db: sqlite3.Connection) -> NDArray[np.int64]:
        """Put the labels into a table; give the row of each thing's first one, in the order of the things' marks."""
        import numpy as np

        marks = array("q")

        def rows() -> Iterator[tuple[int, str, str, str]]:
            replaced = {hash(iri) for iri, _ in self._pairs(f"<{DCTERMS}isReplacedBy>")}
            for iri, label in self._pairs(f"<{RDFS}label>"):
                mark = hash(iri)
                if mark not in replaced:
                    marks.append(mark)
                    yield len(marks) - 1, iri, label, loose(label)

        db.executemany("INSERT INTO draft.label VALUES (?, ?, ?, ?)", rows())
        self.marks, first = np.unique(np.frombuffer(marks, np.int64), return_index=True)
        self.weights = np.zeros(len(self.marks), np.int64)
        return first.astype(np.int64)

    def _numbers(self, marks: array[int] | NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the places of marks among those of the things; -1 for what has no name."""
        import numpy as np

        wanted = np.frombuffer(marks, np.int64) if len(marks) else np.empty(0, np.int64)
        if not len(self.marks):
            return np.full(len(wanted), -1, np.int64)
        at = np.minimum(np.searchsorted(self.marks, wanted), len(self.marks) - 1)
        return np.where(self.marks[at] == wanted, at, -1)

    def _kinds(self) -> NDArray[np.uint8]:
        """Give the most special class of each thing: a class below another counts after it."""
        import numpy as np

        table = vocabulary()
        kinds = np.zeros(len(self.marks), np.uint8)
        for name in sorted(table.classes, key=lambda each: (len(table.ancestors(each)), CLASSES.index(each))):
            at = self._numbers(self.survey.of_class(name))
            kinds[at[at >= 0]] = CLASSES.index(name)
        return kinds

    def _statements(self) -> tuple[NDArray[np.uint32], NDArray[np.uint8], NDArray[np.uint32]]:
        """Give all facts: whose, which role, and the other thing (or year); count what is said of each thing."""
        import numpy as np

        heads, roles, tails = [np.empty(0, np.uint32)], [np.empty(0, np.uint8)], [np.empty(0, np.uint32)]

        def keep(whose: NDArray[np.int64], role: int, others: NDArray[np.int64]) -> None:
            both = (whose >= 0) & (others >= 0)
            heads.append(whose[both].astype(np.uint32))
            tails.append(others[both].astype(np.uint32))
            roles.append(np.full(int(both.sum()), role, np.uint8))

        for name, row in vocabulary().predicates.items():
            if row.literal is not None:
                self._weigh(self._numbers(self.survey.subjects(name)))
        for name in _PREDICATES:
            subjects, objects = map(self._numbers, self.survey.pairs(name))
            self._weigh(subjects)
            keep(subjects, _NUMBERS[name], objects)
            if name not in vocabulary().predicates or not vocabulary().predicates[name].symmetric:
                self._weigh(objects)
                keep(objects, _NUMBERS[f"^{name}"], subjects)
        keep(*self._years(f"SELECT ?a ?b WHERE {{ ?a <{self.ontology}releasedOn> ?b }}", RELEASED))
        said = next(iter(self.store.named_graphs()), None) is not None
        for end in ("subject", "object") if said else ():
            query = (
                # The dates of a work are few, what is said of it is much.
                f"SELECT DISTINCT ?a ?b WHERE {{ GRAPH ?g {{ ?c <{RDF}{end}> ?a ; <{self.ontology}asOf> ?b }} "
                f"?a <{RDF}type> <{self.ontology}Work> }}"
            )
            keep(*self._years(query, NEWS))
        return np.concatenate(heads), np.concatenate(roles), np.concatenate(tails)

    def _years(self, query: str, role: int) -> tuple[NDArray[np.int64], int, NDArray[np.int64]]:
        """Give the years of dates, each once a thing."""
        import numpy as np

        marks, years = array("q"), array("q")
        for thing, date in self._rows(query):
            if year := _YEAR.match(date.value):
                marks.append(hash(thing.value))
                years.append(int(year[0]))
        at = self._numbers(marks)
        both = np.unique(at[at >= 0] * 10_000 + np.frombuffer(years, np.int64)[at >= 0]) if len(at) else at
        return both // 10_000, role, both % 10_000

    def _weigh(self, things: NDArray[np.int64]) -> None:
        import numpy as np

        self.weights += np.bincount(things[things >= 0], minlength=len(self.weights))

    def _order(self, db: sqlite3.Connection, first: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the things by weight, then by folded name, which the database sorts on disk."""
        import numpy as np

        query = "SELECT n FROM draft.label ORDER BY fold, iri"
        rows = np.fromiter((row[0] for row in db.execute(query)), np.int64)
        by_name = np.empty(len(rows), np.int64)
        by_name[rows] = np.arange(len(rows))
        order: NDArray[np.int64] = np.lexsort((by_name[first], -self.weights))
        return order
