"""The two data files of a build: film-graph.ttl (what is said) and evidence.trig (who says so)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_lines
from kg.graph.evidence import evidence
from kg.graph.mapping import film_graph
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.turtle import trig, turtle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.reading import Reading
    from kg.resolve.entity import Resolution

__all__ = ["EVIDENCE", "FILM_GRAPH", "write_exports"]

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
    readings = list(readings)
    names = Namespaces(base)
    claims = (claim for reading in readings for claim in reading.claims)
    triples = sorted(set(film_graph(claims, resolution, names)))
    quads = sorted(set(evidence(readings, resolution, names)))
    write_lines(Path(folder) / FILM_GRAPH, turtle(triples, names.prefixes))
    write_lines(Path(folder) / EVIDENCE, trig(quads, names.prefixes))
    return {FILM_GRAPH: len(triples), EVIDENCE: len(quads)}
