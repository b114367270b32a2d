"""The census: the columns of a store, gathered in one pass over each predicate and written as one file.

Names are sorted in runs on disk; what is kept in memory of a thing and of a statement is a few numbers.
"""

from __future__ import annotations

import heapq
import json
import re
import tempfile
from array import array
from contextlib import ExitStack
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.files import writing
from kg.graph.code import coded, decoded, distinct
from kg.graph.columns import MAGIC, TAIL, VERSION
from kg.graph.namespace import DEFAULT_BASE, RDFS, Namespaces
from kg.graph.survey import surveying
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.survey import Survey

__all__ = ["write_columns"]

_RUN = 262_144  # names that are sorted at once
_ALIGNED = 64  # bytes; numpy is quicker on arrays that begin on a cache line
_NAMELESS = ("Participation", "Screening", "StageReport")  # as many as all things together, and none has a label
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")


def write_columns(store: Any, path: Path, *, base: str = DEFAULT_BASE, survey: Survey | None = None) -> int:
    """Write the columns of a store's default graph to the file `path`, whole or not at all; give how many things.

    Things are those with an rdfs:label. Raises BuildError where the file cannot be written.
    """
    try:
        with writing(path) as stream, surveying(store, Namespaces(base).ontology, survey) as asked:
            return _Census(store, base, _File(stream), asked).write()
    except OSError as error:
        raise BuildError(f"the columns cannot be written: {error}", where=str(path), do="is the disk full?") from error


class _File:
    """The file while it is written: arrays one after the other, then where each is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._columns: dict[str, tuple[str, int, int]] = {}
        stream.write(MAGIC)

    def add(self, name: str, values: NDArray[Any]) -> None:
        kind = values.dtype.newbyteorder("<").str
        self._columns[name] = (kind, len(values), self._begin())
        self._stream.write(values.astype(kind, copy=False).tobytes())

    def add_bytes(self, name: str, blocks: Iterable[bytes]) -> None:
        """Add a column of bytes that come in blocks."""
        start = self._begin()
        length = sum(self._stream.write(block) for block in blocks)
        self._columns[name] = ("|u1", length, start)

    def close(self, about: dict[str, Any]) -> None:
        directory = json.dumps({"version": VERSION, **about, "columns": self._columns}, sort_keys=True).encode()
        start = self._begin()
        self._stream.write(directory + TAIL.pack(start, len(directory), MAGIC))

    def _begin(self) -> int:
        self._stream.write(bytes(-self._stream.tell() % _ALIGNED))
        return self._stream.tell()


class _Census:
    """One pass over a store; `_marks` are the sorted hashes of all IRIs, `_numbers` the things that they stand for."""

    def __init__(self, store: Any, base: str, file: _File, survey: Survey) -> None:
        self._store, self._base, self._file, self._survey = store, base, file, survey
        self._ontology = Namespaces(base).ontology
        self._classes = ("", *vocabulary().classes)

    def write(self) -> int:
        things = self._names()
        self._kinds(things)
        pairs = {name: self._predicate(name) for name, row in vocabulary().predicates.items() if row.literal is None}
        self._predicate("festival")  # of an edition; made by the mapping, not said by claims
        self._positions(*pairs["countryOfOrigin"])
        self._years(*pairs["screenedAt"])
        self._together()
        self._file.close({"base": self._base, "classes": self._classes})
        return things

    # ---- things ------------------------------------------------------------------------------------------------------

    def _names(self) -> int:
        """Write IRIs and labels in the order of the IRIs; give how many things there are."""
        import numpy as np

        marks, iri_ends, label_ends = array("q"), array("Q"), array("Q")
        with tempfile.TemporaryFile() as labels, ExitStack() as files:

            def iris() -> Iterator[bytes]:
                end = 0
                for iri, names in groupby(_sorted(self._rows(f"<{RDFS}label>"), files), key=lambda row: row[0]):
                    written = iri.encode()
                    end += len(written)
                    labels.write(next(names)[1].encode())
                    marks.append(hash(iri))
                    iri_ends.append(end)
                    label_ends.append(labels.tell())
                    yield written

            self._file.add_bytes("iri", iris())
            labels.seek(0)
            self._file.add_bytes("label", iter(lambda: labels.read(1 << 20), b""))
        self._file.add("iri ends", np.frombuffer(iri_ends, np.uint64))
        self._file.add("label ends", np.frombuffer(label_ends, np.uint64))
        hashes = np.frombuffer(marks, np.int64)
        order = np.argsort(hashes, kind="stable")
        self._marks, self._things = hashes[order], order.astype(np.uint32)
        if (self._marks[1:] == self._marks[:-1]).any():  # one in ten million builds of a million films
            raise BuildError("two IRIs have the same hash", do="build again: hashes differ from run to run")
        return len(order)

    def _kinds(self, things: int) -> None:
        """Write the most special class of each thing: a class below another counts after it."""
        import numpy as np

        table = vocabulary()
        kinds = np.zeros(things, np.uint8)
        named = [name for name in table.classes if name not in _NAMELESS]
        for name in sorted(named, key=lambda each: (len(table.ancestors(each)), self._classes.index(each))):
            known, found = self._numbers(self._survey.of_class(name))
            kinds[found[known]] = self._classes.index(name)
        self._file.add("kind", kinds)

    # ---- statements --------------------------------------------------------------------------------------------------

    def _predicate(self, name: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Write the pairs of a predicate in both orders; give them by subject."""
        (known, ones), (known_too, others) = map(self._numbers, self._survey.pairs(name))
        ones, others = _unique(ones[known & known_too], others[known & known_too])
        self._file.add(f"{name} subject", ones)
        self._file.add(f"{name} object", others)
        by, of = _unique(others, ones)
        self._file.add(f"{name} by object", by)
        self._file.add(f"{name} of object", of)
        return ones, others

    def _positions(self, works: NDArray[np.uint32], countries: NDArray[np.uint32]) -> None:
        import numpy as np

        role = f"<{self._ontology}countryOfOrigin>"
        (about, listed), places = self._gather(self._statements(role, "agent", "position"), 2, _integer)
        codes, wanted = coded(works, countries), coded(about, listed)
        found = np.full(len(codes), 255, np.uint8)
        at = np.minimum(np.searchsorted(codes, wanted), max(0, len(codes) - 1))
        there = codes[at] == wanted if len(codes) else np.zeros(0, bool)
        # Two documents may list a country at two places; the first of these counts.
        np.minimum.at(found, at[there], np.clip(places[there], 0, 254).astype(np.uint8))
        found[found == 255] = 0
        self._file.add("countryOfOrigin position", found)

    def _years(self, shown: NDArray[np.uint32], editions: NDArray[np.uint32]) -> None:
        import numpy as np

        parts = []
        for rows in (self._rows(f"<{self._ontology}releasedOn>"), self._statements("", "date")):
            (works,), years = self._gather(rows, 1, _year)
            parts.append((works[years > 0], years[years > 0]))
        (editions_dated,), years = self._gather(self._rows(f"<{self._ontology}year>"), 1, _year)
        of_edition = dict(zip(editions_dated.tolist(), years.tolist(), strict=True))
        held = np.array([of_edition.get(edition, 0) for edition in editions.tolist()], np.int64)
        parts.append((shown[held > 0], held[held > 0]))
        works, found = (np.concatenate(column) for column in zip(*parts, strict=True))
        works, found = _unique(works, found.astype(np.uint32))
        self._file.add("years work", works)
        self._file.add("years year", found)

    def _together(self) -> None:
        import numpy as np

        said = f"SELECT ?n ?a ?w WHERE {{ ?n <{self._ontology}role> <{self._ontology}coProducedWith> ; "
        said += f"<{self._ontology}agent> ?a ; <{self._ontology}work> ?w }}"
        nodes, *both = self._survey.hashes(said, 3)
        (known, agents), (known_too, works) = map(self._numbers, both)
        chosen = known & known_too
        nodes, agents, works = nodes[chosen], agents[chosen], works[chosen]
        order = np.lexsort((agents, works, nodes))
        nodes, agents, works = nodes[order], agents[order], works[order]
        rows = [np.empty((0, 3), np.uint32)]
        for apart in range(1, len(nodes)):  # each two partners of a node, which nearly always has two
            same = (nodes[apart:] == nodes[:-apart]) & (works[apart:] == works[:-apart])
            if not same.any():
                break
            same &= agents[apart:] != agents[:-apart]
            rows.append(np.stack([agents[:-apart][same], agents[apart:][same], works[apart:][same]], axis=1))
        table = np.unique(np.concatenate(rows), axis=0)
        for number, name in enumerate(("one", "other", "work")):
            self._file.add(f"together {name}", np.ascontiguousarray(table[:, number]))

    def _rows(self, predicate: str) -> Iterator[Any]:
        rows: Iterator[Any] = self._store.query(f"SELECT ?a ?b WHERE {{ ?a {predicate} ?b }}")
        return rows

    def _statements(self, role: str, *properties: str) -> Iterator[Any]:
        """Give the work and some properties of the nodes of a role; without a role, of reports of a stage."""
        kind = f"<{self._ontology}role> {role}" if role else f"a <{self._ontology}StageReport>"
        names = " ".join(f"?v{number}" for number in range(len(properties)))
        said = " ; ".join(f"<{self._ontology}{name}> ?v{number}" for number, name in enumerate(properties))
        rows: Iterator[Any] = self._store.query(
            f"SELECT ?w {names} WHERE {{ ?n {kind} ; <{self._ontology}work> ?w ; {said} }}"
        )
        return rows

    def _gather(self, rows: Iterable[Any], things: int, last: Any = None) -> tuple[Any, NDArray[np.int64]]:
        """Give the numbers of the first columns of rows, and the values of the last; rows of unknown things go."""
        import numpy as np

        marks = [array("q") for _ in range(things)]
        values = array("q")
        for row in rows:
            for number, column in enumerate(marks):
                column.append(hash(row[number].value))
            if last:
                values.append(last(row[things].value))
        found = [self._numbers(column) for column in marks]
        known = np.logical_and.reduce([each for each, _ in found])
        told = np.frombuffer(values, np.int64)[known] if last and len(values) else np.empty(0, np.int64)
        return [numbers[known] for _, numbers in found], told

    def _numbers(self, marks: array[int] | NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.uint32]]:
        """Tell which marks are of things, and of which."""
        import numpy as np

        wanted = np.frombuffer(marks, np.int64) if len(marks) else np.empty(0, np.int64)
        if not len(self._marks):
            return np.zeros(len(wanted), bool), np.zeros(len(wanted), np.uint32)
        at = np.minimum(np.searchsorted(self._marks, wanted), len(self._marks) - 1)
        return self._marks[at] == wanted, self._things[at]


def _integer(text: str) -> int:
    """Read a whole number, 0 where the text is none."""
    return int(text) if text.isdecimal() else 0


def _year(text: str) -> int:
    """Read the year of a date, a year and month, or a year; 0 where the text begins with none."""
    found = _YEAR.match(text)
    return int(found[0]) if found else 0


def _unique(ones: NDArray[Any], others: NDArray[Any]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:

    return decoded(distinct(coded(ones, others)))


def _sorted(rows: Iterable[Any], files: ExitStack) -> Iterator[tuple[str, str]]:
    """Give (IRI, text) of rows in order, sorted in runs of which all but the last are put on disk."""
    pairs = ((one.value, other.value) for one, other in rows)
    runs: list[Iterator[tuple[str, str]]] = []
    while len(run := sorted(islice(pairs, _RUN))) == _RUN:
        file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by `files`
        files.enter_context(file)
        file.writelines(json.dumps(row) + "\n" for row in run)
        file.seek(0)
        runs.append((line[0], line[1]) for line in map(json.loads, file))
    return heapq.merge(*runs, run) if runs else iter(run)
