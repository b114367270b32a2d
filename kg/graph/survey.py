"""Surveys: what the index of names and the columns both ask of a store, asked once and kept in a file meanwhile.

An IRI stands there as its hash, which is the same all through one run of the program.
"""

from __future__ import annotations

import tempfile
from array import array
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DEFAULT_BASE, RDF, Namespaces

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Survey", "surveying", "write_beside"]


class Survey:
    """A store as it is asked; a context manager, as it holds a file. Raises OSError where the disk is full."""

    def __init__(self, store: Any, ontology: str) -> None:
        self._store, self._ontology = store, ontology
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with this
        self._kept: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Survey:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def of_class(self, name: str) -> NDArray[np.int64]:
        """Give the things of one of our classes."""
        return self.hashes(f"SELECT ?a WHERE {{ ?a <{RDF}type> <{self._ontology}{name}> }}", 1)[0]

    def subjects(self, name: str) -> NDArray[np.int64]:
        """Give the subjects of one of our predicates, each as often as it has it."""
        return self.hashes(f"SELECT ?a WHERE {{ ?a <{self._ontology}{name}> ?b }}", 1)[0]

    def pairs(self, name: str) -> list[NDArray[np.int64]]:
        """Give the subjects of one of our predicates, and beside each its object."""
        return self.hashes(f"SELECT ?a ?b WHERE {{ ?a <{self._ontology}{name}> ?b }}", 2)

    def hashes(self, query: str, columns: int) -> list[NDArray[np.int64]]:
        """Give the first columns of what a query finds; none of these may be empty in a row."""
        import numpy as np

        if query not in self._kept:
            found = _columns(self._store.query(query), columns)
            self._kept[query] = self._file.seek(0, 2), len(found[0])
            for column in found:
                column.tofile(self._file)
        start, rows = self._kept[query]
        self._file.seek(start)
        data = np.frombuffer(self._file.read(8 * rows * columns), np.int64)
        return [data[rows * number : rows * (number + 1)] for number in range(columns)]


def surveying(store: Any, ontology: str, shared: Survey | None) -> AbstractContextManager[Survey]:
    """Give the survey that others use too, which stays open; where there is none, one that is closed in the end."""
    return Survey(store, ontology) if shared is None else nullcontext(shared)


def write_beside(store: Any, folder: Path, *, base: str = DEFAULT_BASE) -> None:
    """Write the index of names and the columns of a store into a folder; raises as the two do."""
    from kg.graph.census import write_columns
    from kg.graph.columns import COLUMNS
    from kg.graph.labels import LABELS, write_labels

    with Survey(store, Namespaces(base).ontology) as survey:
        write_labels(store, folder / LABELS, base=base, survey=survey)
        write_columns(store, folder / COLUMNS, base=base, survey=survey)


def _columns(rows: Any, columns: int) -> list[array[int]]:
    marks = [array("q") for _ in range(columns)]
    if columns == 1:
        marks[0].extend(hash(row[0].value) for row in rows)
        return marks
    for row in rows:
        for number, column in enumerate(marks):
            column.append(hash(row[number].value))
    return marks
