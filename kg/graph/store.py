"""The store: Oxigraph on disk, filled from the exports, swapped in whole.

A fill loads into a fresh folder beside the target and renames it into place, so a killed build leaves the old store.
Facts stand in the default graph, each document's evidence in its own.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.graph.exports import EVIDENCE, FILM_GRAPH

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Dataset

__all__ = ["fill_store", "load_store", "open_dataset", "open_store"]

_FRESH, _OLD = ".fresh", ".old"


def fill_store(exports: Path, store: Path) -> int:
    """Fill the store at `store` with film-graph.ttl and evidence.trig of `exports`; give the number of quads.

    Raises BuildError for a file that does not parse, OSError as the file system does; the old store then stays.
    """
    from pyoxigraph import Store

    store = Path(store)
    store.parent.mkdir(parents=True, exist_ok=True)
    _sweep(store)
    fresh = store.with_name(f"{store.name}{_FRESH}.{os.getpid()}")
    try:
        filled = Store(str(fresh))
        _load(filled, exports)
        filled.optimize()
        filled.flush()
        count = len(filled)
        del filled
        _swap(fresh, store)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def load_store(exports: Path) -> Store:
    """Load the exports into a store in memory."""
    from pyoxigraph import Store

    filled = Store()
    _load(filled, exports)
    return filled


def open_store(store: Path) -> Store:
    """Open a filled store for reading: a snapshot, which a later build does not change.

    Raises BuildError where there is none.
    """
    from pyoxigraph import Store

    if not Path(store).is_dir():
        raise BuildError("no store here", where=str(store), do="run `kg build` first")
    try:
        return Store.read_only(str(store))
    except OSError as error:
        raise BuildError(f"not a store: {error}", where=str(store), do="run `kg build` to fill it afresh") from None


def open_dataset(exports: Path) -> Dataset:
    """Load the exports into an rdflib Dataset whose default graph is film-graph.ttl alone."""
    from rdflib import Dataset

    dataset = Dataset(default_union=False)
    dataset.default_graph.parse(Path(exports) / FILM_GRAPH, format="turtle")
    dataset.parse(Path(exports) / EVIDENCE, format="trig")
    return dataset


def _load(store: Store, exports: Path) -> None:
    from pyoxigraph import RdfFormat

    for name, form in ((FILM_GRAPH, RdfFormat.TURTLE), (EVIDENCE, RdfFormat.TRIG)):
        path = Path(exports) / name
        if not path.is_file():
            raise BuildError("not here", where=str(path), do="run `kg build` first")
        try:
            store.bulk_load(path=str(path), format=form)
        except SyntaxError as error:
            raise BuildError(f"does not parse: {error}", where=str(path), do="run `kg build` again") from error


def _swap(fresh: Path, store: Path) -> None:
    """Put the fresh folder in the old one's place; between the two renames `_sweep` knows how to go on."""
    old = store.with_name(f"{store.name}{_OLD}")
    if store.exists():
        store.rename(old)
    fresh.rename(store)
    shutil.rmtree(old, ignore_errors=True)


def _sweep(store: Path) -> None:
    """Clean up after a killed fill: bring the old store back if it was moved aside, remove half-filled ones."""
    old = store.with_name(f"{store.name}{_OLD}")
    if old.exists():
        if store.exists():
            shutil.rmtree(old)
        else:
            old.rename(store)
    for stray in store.parent.glob(f"{store.name}{_FRESH}.*"):
        shutil.rmtree(stray, ignore_errors=True)
