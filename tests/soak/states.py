"""What stands in a folder: exports and store as digests, strays by their names; and a process that looks on and on."""

from __future__ import annotations

import contextlib
import hashlib
import json
import select
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.build import DATA_FILES, VIEW_FILES, Places
from kg.errors import UsageError
from kg.graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FILES", "STORE", "Watcher", "names_in", "places_of", "state_of", "strays_in"]

FILES = (*DATA_FILES, *VIEW_FILES, "manifest.json")
STORE = "the store"
_PARTS = (".kg-part", ".kg-new", ".kg-old")


def places_of(folder: Path) -> Places:
    return Places((folder / "pages",), folder / "exports", folder / ".kg" / "store", folder / "identity")


def state_of(folder: Path) -> dict[str, str]:
    """Give the digest of each export, of the ledger, of decisions, and of all that the store says; "" where none is."""
    places = places_of(folder)
    paths = {name: places.out / name for name in FILES}
    found = {
        name: _digest(path)
        for name, path in (*paths.items(), ("ledger", places.ledger), ("decisions", places.decisions))
    }
    return found | {STORE: _said(places.store)}


def strays_in(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob(".*") if path.name.endswith(_PARTS)]


def names_in(folder: Path) -> list[str]:
    """Give the names of all files; those of RocksDB, which counts them, are its own affair."""
    found = (path for path in folder.rglob("*") if ".kg/store/" not in path.as_posix() or path.suffix in (".bin",))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _said(store: Path) -> str:
    try:
        opened = open_store(store)
    except UsageError as error:
        if "there is no store" in str(error):
            return ""
        raise
    return hashlib.sha256("\n".join(sorted(map(str, opened))).encode()).hexdigest()


class Watcher:
    """A process that looks at a folder again and again, as readers do, and tells what it saw of each file."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    @contextlib.contextmanager
    def on(self, folder: Path) -> Iterator[dict[str, list[str]]]:
        """Look at a folder while the block runs; what was seen is in the dictionary at its end."""
        seen: dict[str, list[str]] = {}
        self._tell(str(folder))
        self._hear()  # it has begun
        try:
            yield seen
        finally:
            self._tell("")
            seen |= self._hear()

    def end(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def _tell(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _hear(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


def _watch() -> None:
    for line in sys.stdin:
        folder = Path(line.strip())
        seen: dict[str, set[str]] = {}
        print("{}", flush=True)  # noqa: T201 - the parent reads it
        while True:
            try:
                for name, digest in state_of(folder).items():
                    seen.setdefault(name, set()).add(digest)
            except Exception as error:
                seen.setdefault("errors", set()).add(f"{type(error).__name__}: {error}")
            if select.select([sys.stdin], [], [], 0)[0]:
                sys.stdin.readline()
                break
        print(json.dumps({name: sorted(each) for name, each in seen.items()}), flush=True)  # noqa: T201


if __name__ == "__main__":
    _watch()
