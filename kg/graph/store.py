"""The Oxigraph store on disk: filled beside its place, put there by renaming, and opened to read only.

A build that dies leaves the store as it was. Linux exchanges two folders in one step. Elsewhere two renames are
needed, as a folder cannot be renamed over another; should a build die between them, the retired folder is still whole,
is what readers open, and is put back by the next build. Facts are in the default graph, evidence in a named
graph a document.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError, UsageError
from kg.files import digest, exchange, is_running, write_bytes
from kg.graph.exports import EVIDENCE, FILM_GRAPH
from kg.graph.namespace import DEFAULT_BASE, Namespaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Store
    from rdflib import Dataset

__all__ = [
    "HELD",
    "digests_of",
    "fill_store",
    "finish_store",
    "folder_of_store",
    "load_exports",
    "load_store",
    "open_dataset",
    "open_store",
    "replacing",
    "sweep_stores",
]

HELD = "exports.json"
"""The name of the file in the folder of a store that says which exports it holds, by their digests."""

# Bytes of exports (1,000 films have 10 million) from which joins gain more by one sorted table than it costs: measured
# at 10,000 films, provenance is found in three quarters of the time, and loading takes a sixth longer.
_LARGE = 20_000_000
_BESIDE = re.compile(r"\.(?P<name>.+)\.(?P<process>[0-9]+)\.kg-(?P<kind>new|old)")


def fill_store(exports: Path, store: Path, finish: Callable[[Path], None] = lambda _: None) -> int:
    """Load film-graph.ttl and evidence.trig of `exports` into a fresh store at `store`; give its number of quads.

    The index of names (`kg.graph.labels`) and the columns (`kg.graph.columns`) stand in the same folder. `finish` is
    called with that folder when all is in it, and before it takes its place.

    Raises BuildError where an export is missing or does not parse, OSError as the file system does, and UsageError
    where something else than a store stands at `store`; in each case what stood there stays in place.
    """
    with replacing(Path(store), finish) as fresh:
        return load_exports(fresh, Path(exports))


@contextlib.contextmanager
def replacing(store: Path, finish: Callable[[Path], None] = lambda _: None) -> Iterator[Path]:
    """Give a place for the successor of a store, which is put in the store's place when the block ends well.

    `finish` is called with that place in between. Raises UsageError where something else than a store stands there,
    OSError as the file system does; what stood there then stays in place.
    """
    if store.exists() and not _is_store(store) and not (store.is_dir() and not any(store.iterdir())):
        raise UsageError("this is no store, and would be lost", where=str(store), do="name another place for the store")
    store.parent.mkdir(parents=True, exist_ok=True)
    sweep_stores(store)
    fresh = _beside(store, "new")
    try:
        with _telling(store):
            yield fresh
        finish(fresh)
        _swap(fresh, store)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def load_exports(folder: Path, exports: Path) -> int:
    """Make a store of the exports in `folder`, with what goes beside its data; give its number of quads.

    Nobody holds its lock afterwards, as that goes with the last reference: the folder may be moved.
    """
    from pyoxigraph import Store

    filled = Store(folder)
    _load(filled, exports)
    if sum((exports / name).stat().st_size for name in (FILM_GRAPH, EVIDENCE)) >= _LARGE:
        filled.optimize()
    finish_store(filled, folder, exports)
    return len(filled)


def finish_store(filled: Store, folder: Path, exports: Path) -> None:
    """Put beside the data of a store what goes with it: the index of names, the columns, and which exports it holds."""
    from kg.graph.survey import write_beside

    filled.flush()
    # RocksDB leaves files alone whose names are not its own; so these go where the data goes.
    write_beside(filled, folder)
    write_bytes(folder / HELD, json.dumps(digests_of(exports)).encode())


def digests_of(exports: Path) -> dict[str, str]:
    """Give the digests of the two exports that a store holds, by file name."""
    return {name: digest(exports / name) for name in (FILM_GRAPH, EVIDENCE)}


def load_store(exports: Path) -> Store:
    """Give the exports of a folder as a store in memory; raises BuildError as `fill_store` does."""
    from pyoxigraph import Store

    store = Store()
    _load(store, Path(exports))
    return store


def open_store(path: Path) -> Store:
    """Open the store on disk to read only; it may be replaced meanwhile, this one stays what it was.

    Raises UsageError where there is none.
    """
    from pyoxigraph import Store

    path = Path(path)
    while True:
        folder = folder_of_store(path)
        if not _is_store(folder):
            raise UsageError("there is no store", where=str(path), do="run `kg build`")
        before = _which(folder)
        try:
            opened = Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:  # RocksDB reports damage as the latter
            if _which(folder) == before:
                raise UsageError(f"not a readable store: {error}", where=str(path), do="run `kg build`") from error
            continue
        # Its files are opened one after the other: replaced meanwhile, they may be of two stores.
        if _which(folder) == before:
            return opened


def folder_of_store(path: Path) -> Path:
    """Give the folder in which a store stands: its own, or the retired one where a build died while replacing it."""
    return next((folder for folder in (path, *_retired(path)) if _is_store(folder)), path)


def open_dataset(path: Path, *, base: str = DEFAULT_BASE) -> Dataset:
    """Open the store on disk as an rdflib Dataset, with the prefixes of the exports and no others.

    The default graph holds the facts, each named graph the evidence of one document. Raises UsageError where there
    is no store.
    """
    from oxrdflib.store import OxigraphStore
    from rdflib import Dataset, Namespace
    from rdflib.namespace import NamespaceManager

    dataset = Dataset(store=OxigraphStore(store=open_store(path)))
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    for prefix, namespace in Namespaces(base).prefixes.items():
        dataset.bind(prefix, Namespace(namespace))
    return dataset


def sweep_stores(path: Path) -> list[Path]:
    """Clear up what killed builds left beside a store, after putting a retired one back where none stands.

    What a process that still runs is working on is left alone. Gives the folders removed.
    """
    path = Path(path)
    gone = []
    for folder, process, kind in _neighbours(path):
        if process != os.getpid() and is_running(process):
            continue
        if kind == "old" and not path.exists():
            folder.rename(path)
            continue
        shutil.rmtree(folder, ignore_errors=True)
        gone.append(folder)
    return gone


def _is_store(folder: Path) -> bool:
    """Tell whether RocksDB, in which Oxigraph keeps its data, has a database here."""
    return (folder / "CURRENT").is_file() and any(folder.glob("MANIFEST-*"))


def _load(store: Store, exports: Path) -> None:
    from pyoxigraph import RdfFormat

    formats: dict[str, Any] = {FILM_GRAPH: RdfFormat.TURTLE, EVIDENCE: RdfFormat.TRIG}
    for name, format_ in formats.items():
        path = exports / name
        try:
            store.bulk_load(path=str(path), format=format_)
        except FileNotFoundError as error:
            raise BuildError("there is no such export", where=str(path), do="run `kg build`") from error
        except SyntaxError as error:
            raise BuildError(f"cannot be parsed: {error}", where=str(path), do="run `kg build`") from error


def _beside(store: Path, kind: str) -> Path:
    return store.with_name(f".{store.name}.{os.getpid()}.kg-{kind}")


@contextlib.contextmanager
def _telling(store: Path) -> Iterator[None]:
    """Say where it was that RocksDB failed, which says no more than what it was at."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise BuildError(f"cannot be filled: {error}", where=str(store), do="is the disk full?") from error


def _which(folder: Path) -> tuple[int, ...]:
    """Tell a folder from another one of the same name."""
    try:
        found = folder.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino


def _swap(fresh: Path, store: Path) -> None:
    if store.exists() and exchange(fresh, store):
        return  # what was there has the other name now, and goes
    retired = _beside(store, "old")
    if store.exists():
        store.rename(retired)
    try:
        fresh.rename(store)
    except BaseException:
        if retired.exists() and not store.exists():
            retired.rename(store)
        raise
    shutil.rmtree(retired, ignore_errors=True)


def _neighbours(store: Path) -> Iterator[tuple[Path, int, str]]:
    folders = sorted(store.parent.glob(".*.kg-*")) if store.parent.is_dir() else []
    for folder in folders:
        match = _BESIDE.fullmatch(folder.name)
        if match and match["name"] == store.name:
            yield folder, int(match["process"]), match["kind"]


def _retired(store: Path) -> list[Path]:
    return [folder for folder, _, kind in _neighbours(store) if kind == "old"]
