"""The two data files of a build: film-graph.ttl (what is said) and evidence.trig (who says so).

Statements go onto cards, reading by reading, and from there into the files, so memory does not grow with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.files import writing
from kg.graph.cards import Cards, Sheets
from kg.graph.evidence import cards
from kg.graph.mapping import entity_statements, fact, stated
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.runs import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.reading import Reading
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
        prefixes = self._names.prefixes
        self._graph, self._evidence = Cards(prefixes, folder, size=size), Sheets(prefixes, folder, size=size)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what was held on disk."""
        self._graph.close()
        self._evidence.close()

    def add_entities(self, resolution: Resolution) -> None:
        """Take what is said of entities, whoever speaks of them; what is taken twice stands once."""
        self._graph.add(entity_statements(resolution, self._names))

    def add(self, reading: Reading, resolution: Resolution) -> list[Triple]:
        """Take what a document says, and that it says so; give the first. Raises as `write_exports` does."""
        names = self._names
        facts = [fact(claim, resolution, names) for claim in reading.claims]
        said = [triple for each in facts for triple in stated(each, resolution, names)]
        self._graph.add(said)
        self._evidence.add(names.document(reading.document.id), cards(reading, facts, resolution, names))
        return said

    def write(self) -> dict[str, int]:
        """Write both files; give the number of statements of each by file name. Raises as the file system does."""
        for name, made in ((FILM_GRAPH, self._graph), (EVIDENCE, self._evidence)):
            with writing(self._folder / name) as stream:
                stream.writelines(made.text())
        return {FILM_GRAPH: self._graph.statements, EVIDENCE: self._evidence.statements}
