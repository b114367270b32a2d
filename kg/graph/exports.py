"""The two data files of a build: film-graph.ttl (what is said) and evidence.trig (who says so).

Statements go into sorted runs, reading by reading, and from there into the files, so memory does not grow with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.files import write_lines
from kg.graph.evidence import told
from kg.graph.mapping import entity_statements, fact, stated
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.runs import STATEMENTS, Runs
from kg.graph.turtle import described_trig, described_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.reading import Reading
    from kg.graph.runs import Described
    from kg.graph.term import Triple
    from kg.resolve.entity import Resolution

__all__ = ["EVIDENCE", "FILM_GRAPH", "Exports", "write_exports"]

FILM_GRAPH = "film-graph.ttl"
EVIDENCE = "evidence.trig"


def write_exports(
    readings: Iterable[Reading], resolution: Resolution, folder: Path, *, base: str = DEFAULT_BASE
) -> dict[str, int]:
    """Write film-graph.ttl and evidence.trig into `folder`; give the number of statements of each by file name.

    The order of readings and of claims in them changes nothing. Both are worked out before the first is written,
    and each appears whole or not at all. Raises BuildError and VocabularyError for what must not be published,
    OSError as the file system does.
    """
    with Exports(Path(folder), base=base) as exports:
        exports.add_entities(resolution)
        for reading in readings:
            exports.add(reading, resolution)
        return exports.write()


class Exports:
    """The two files in the making: takes readings one by one, then writes; a context manager, as it may hold files.

    What does not fit into memory waits in `folder`, where the files will be, and vanishes with the process.
    """

    def __init__(self, folder: Path, *, base: str = DEFAULT_BASE, size: int = STATEMENTS) -> None:
        """Hold up to `size` statements of each file in memory."""
        self._folder, self._names = folder, Namespaces(base)
        self._graph, self._evidence = Runs(folder, size=size), Runs(folder, size=size)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was held on disk."""
        self._graph.close()
        self._evidence.close()

    def add_entities(self, resolution: Resolution) -> None:
        """Take what is said of entities, whoever speaks of them; what is taken twice stands once."""
        self._graph.add("", entity_statements(resolution, self._names))

    def add(self, reading: Reading, resolution: Resolution) -> list[Triple]:
        """Take what a document says, and that it says so; give the first. Raises as `write_exports` does."""
        names = self._names
        facts = [fact(claim, resolution, names) for claim in reading.claims]
        said = [triple for each in facts for triple in stated(each, resolution, names)]
        self._graph.add("", said)
        self._evidence.add(names.document(reading.document.id), told(reading, facts, resolution, names))
        return said

    def write(self) -> dict[str, int]:
        """Write both files; give the number of statements of each by file name. Raises as the file system does."""
        counts = {FILM_GRAPH: 0, EVIDENCE: 0}

        def counted(runs: Runs, name: str) -> Iterator[Described]:
            for described in runs.described():
                counts[name] += len(described[2])
                yield described

        prefixes = self._names.prefixes
        write_lines(self._folder / FILM_GRAPH, described_turtle(counted(self._graph, FILM_GRAPH), prefixes))
        write_lines(self._folder / EVIDENCE, described_trig(counted(self._evidence, EVIDENCE), prefixes))
        return counts
