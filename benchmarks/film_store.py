"""The made-up film world as a store on disk: what the server's and the store's benchmarks ask.

Statements are written as N-Quads, page by page, and loaded as a build loads its exports. Run as

    python -m benchmarks.film_store FILMS --out FOLDER [--evidence]

to have FOLDER/store and FOLDER/graph.nq; what is there already for the same world is kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.film_entity import resolved
from benchmarks.film_world import world
from kg.extract.reading import Reading
from kg.graph.evidence import evidence
from kg.graph.labels import LABELS, write_labels
from kg.graph.mapping import film_graph
from kg.graph.namespace import Namespaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.entity import Resolution


__all__ = ["film_store", "readings", "statements"]

_NAMES = Namespaces()


def statements(films: int, seed: int = 1, *, told: bool = False) -> Iterator[str]:
    """Give the statements of a world as lines of N-Quads, once a page; with `told`, who tells them too."""
    for reading, resolution in readings(films, seed):
        yield from (f"{s} {p} {o} .\n" for s, p, o in sorted(set(film_graph(reading.claims, resolution, _NAMES))))
        if told:
            yield from (f"{s} {p} {o} {g} .\n" for g, s, p, o in sorted(set(evidence([reading], resolution, _NAMES))))


def readings(films: int, seed: int = 1, *, every: int = 1) -> Iterator[tuple[Reading, Resolution]]:
    """Give each page of a world as a reading, or each so-manieth, with what its names stand for."""
    for page in world(films, seed, every=every):
        yield Reading(page.document, "listing", 1.0, "world/1", page.items, page.claims, ()), resolved(page)


def film_store(films: int, folder: Path, seed: int = 1, *, told: bool = False) -> Path:
    """Make the store of a world in `folder`, unless it is there; give its path."""
    from pyoxigraph import RdfFormat, Store

    store, lines = folder / "store", folder / "graph.nq"
    mark, made = folder / "made.txt", f"{films} {seed} {told}\n"
    if mark.exists() and mark.read_text(encoding="utf-8") == made:
        return store
    folder.mkdir(parents=True, exist_ok=True)
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(statements(films, seed, told=told))
    filled = Store(str(store))
    filled.bulk_load(path=str(lines), format=RdfFormat.N_QUADS)
    filled.optimize()
    filled.flush()
    write_labels(filled, store / LABELS)
    mark.write_text(made, encoding="utf-8")
    return store


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("films", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--evidence", action="store_true")
    asked = parser.parse_args()
    print(film_store(asked.films, asked.out, told=asked.evidence))


if __name__ == "__main__":
    main()
