"""The file of names: one SQLite database beside the data of a store, written once and then only read.

Names stand in it by weight, the heaviest first, in pages of 65,536. For each gram and page there is the list of the
names that have it, as two bytes each: whoever looks something up reads the best names first and stops when it has
enough. SQLite needs none of its extensions for this.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from queue import LifoQueue
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg.errors import UsageError
from kg.graph.gram import grams_of_query, searchable
from kg.graph.roster import CLASSES, ROLES
from kg.resolve.name import loose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["COUNTRY", "FORM", "LABEL", "OTHER", "PAGE", "VERSION", "Name", "NameFile", "fold_mark"]

VERSION = "1"
"""Of the file's form; a reader of another form asks for a build."""
PAGE = 65_536
"""Names in a page: as many as two bytes can number."""
LABEL, OTHER, COUNTRY = 0, 1, 2
"""What a name is: the label, another name in the graph, a known name of a country."""
FORM = """
PRAGMA page_size = 8192;
CREATE TABLE about_file (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (id INTEGER PRIMARY KEY, iri TEXT, label TEXT, kind INTEGER, weight INTEGER, mark INTEGER,
    facts BLOB);
CREATE TABLE name (id INTEGER PRIMARY KEY, entity INTEGER, spelling TEXT, sort INTEGER, mark INTEGER);
CREATE TABLE gram (id INTEGER PRIMARY KEY, names BLOB);
CREATE TABLE page (id INTEGER PRIMARY KEY, kinds BLOB, sizes BLOB);
"""
"""A spelling is NULL where it is the label; a gram's id is the gram times 65,536 and the number of the page."""

_READ = 64  # names looked at at once
_LIKE = 200  # look-alikes that are compared letter by letter
_LEAST_SHARED = 0.25  # of the grams of both, below which two names are not compared
_NAMESAKES = 500
_COLUMNS = "e.id, e.iri, e.label, e.kind, e.weight, e.facts"
_NAMES = "SELECT n.id, n.spelling, n.sort, " + _COLUMNS + " FROM name n JOIN entity e ON e.id = n.entity WHERE "  # noqa: S608
_THINGS = "SELECT -1, NULL, 0, " + _COLUMNS + " FROM entity e WHERE e.mark = ? AND e.iri = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its thing; `facts` are as the roster packs them."""

    id: int
    spelling: str
    is_label: bool
    entity: int
    iri: str
    label: str
    kind: int
    weight: int
    facts: bytes


class NameFile:
    """The file, open to read in several threads at once, each with a connection of its own.

    Raises UsageError where it is missing, of another version, or damaged.
    """

    def __init__(self, path: Path, connections: int) -> None:
        if not path.is_file():
            raise UsageError("there is no index of names", where=str(path), do="run `kg build`")
        # All are opened now: one opened later could find the file of another build.
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        try:
            for _ in range(connections):
                self._idle.put(_open(path))
            with self.reading() as db:
                told = dict(db.execute("SELECT key, value FROM about_file"))
        except sqlite3.Error as error:
            self.close()
            raise UsageError(f"no readable index of names: {error}", where=str(path), do="run `kg build`") from error
        ours = {"version": VERSION, "classes": json.dumps(CLASSES), "roles": json.dumps(ROLES)}
        if any(told.get(key) != value for key, value in ours.items()):
            self.close()
            raise UsageError("the index of names is of another version", where=str(path), do="run `kg build`")
        self.base: str = told["base"]
        self.names, self.entities, self._pages = (int(told[key]) for key in ("names", "entities", "pages"))
        self._arrays: dict[int, tuple[NDArray[Any], NDArray[Any]]] = {}

    def close(self) -> None:
        """Close all connections that nobody is reading with."""
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; waits until one is free."""
        db = self._idle.get()
        try:
            yield db
        finally:
            self._idle.put(db)

    def label(self, db: sqlite3.Connection, entity: int) -> str:
        """Give the label of a thing by its number."""
        row = db.execute("SELECT label FROM entity WHERE id = ?", (entity,)).fetchone()
        return str(row[0]) if row else ""

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        db = self._idle.get()
        try:
            yield db
        finally:
            self._idle.put(db)

    def of_iris(self, db: sqlite3.Connection, iris: Sequence[str]) -> list[Name]:
        """Give the things of some IRIs, each by its label."""
        return [_name(row) for iri in iris for row in db.execute(_THINGS, (fold_mark(iri), iri))]

    def same(self, db: sqlite3.Connection, text: str) -> list[Name]:
        """Give the names that fold alike."""
        fold = loose(text)
        rows = db.execute(f"{_NAMES} n.mark = ? ORDER BY n.id LIMIT {_NAMESAKES}", (fold_mark(fold),))
        return [name for name in map(_name, rows) if loose(name.spelling) == fold]

    def matching(
        self,
        db: sqlite3.Connection,
        grams: Sequence[int],
        wanted: frozenset[int] | None,
        fits: Callable[[str], bool],
    ) -> Iterator[Name]:
        """Give the names that have all of some grams and fit, the heaviest first."""
        for page in range(self._pages):
            ids = iter(self._having(db, page, grams, wanted))
            while some := list(islice(ids, _READ)):
                for name in self._names(db, some):
                    if fits(searchable(name.spelling)):
                        yield name

    def _having(
        self, db: sqlite3.Connection, page: int, grams: Sequence[int], wanted: frozenset[int] | None
    ) -> list[int]:
        import numpy as np

        lists = []
        for gram in grams:
            row = db.execute("SELECT names FROM gram WHERE id = ?", ((gram << 16) | page,)).fetchone()
            if row is None:
                return []
            lists.append(np.frombuffer(row[0], "<u2"))
        lists.sort(key=len)
        ids = lists[0]
        for other in lists[1:]:
            has = np.zeros(PAGE, bool)
            has[other] = True
            ids = ids[has[ids]]
        if wanted is not None:
            ids = ids[_chosen(wanted)[self._page(db, page)[0][ids]]]
        found: list[int] = (ids + np.int64(page * PAGE)).tolist()
        return found

    def alike(self, db: sqlite3.Connection, key: str, wanted: frozenset[int] | None) -> list[Name]:
        """Give the names that share most grams with a searchable one."""
        import numpy as np

        grams = grams_of_query(key)
        if not grams:
            return []
        shared = [np.zeros(PAGE, np.uint8) for _ in range(self._pages)]
        for gram in grams:
            first = gram << 16
            for at, names in db.execute("SELECT id, names FROM gram WHERE id BETWEEN ? AND ?", (first, first | 0xFFFF)):
                shared[at - first][np.frombuffer(names, "<u2")] += 1
        ids, parts = [], []
        for page, counts in enumerate(shared):
            kinds, sizes = self._page(db, page)
            counts = counts[: len(kinds)]
            some = np.flatnonzero(counts >= max(1, int(_LEAST_SHARED * len(grams) / 2)))
            if wanted is not None:
                some = some[_chosen(wanted)[kinds[some]]]
            part = 2.0 * counts[some] / (sizes[some].astype(np.float64) + len(grams))
            some, part = some[part >= _LEAST_SHARED], part[part >= _LEAST_SHARED]
            if len(some) > _LIKE:
                best = np.argpartition(-part, _LIKE)[:_LIKE]
                some, part = some[best], part[best]
            ids.append(some + page * PAGE)
            parts.append(part)
        everything, part = np.concatenate(ids or [np.empty(0, np.int64)]), np.concatenate(parts or [np.empty(0)])
        order = np.lexsort((everything, -part))[:_LIKE]
        return self._names(db, sorted(everything[order].tolist()))

    def _names(self, db: sqlite3.Connection, ids: Sequence[int]) -> list[Name]:
        marks = ", ".join("?" * len(ids))
        return [_name(row) for row in db.execute(f"{_NAMES} n.id IN ({marks}) ORDER BY n.id", ids)]

    def _page(self, db: sqlite3.Connection, number: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """Give the classes and the numbers of grams of the names in a page; kept, as they are a byte a name each."""
        import numpy as np

        if number not in self._arrays:
            kinds, sizes = db.execute("SELECT kinds, sizes FROM page WHERE id = ?", (number,)).fetchone()
            self._arrays[number] = (np.frombuffer(kinds, np.uint8), np.frombuffer(sizes, np.uint8))
        return self._arrays[number]


def fold_mark(text: str) -> int:
    """Give a number by which a folded name, or an IRI, is found; others may have the same one."""
    return zlib.crc32(text.encode("utf-8", "replace"))


def _open(path: Path) -> sqlite3.Connection:
    # The file is never changed in its place, so nothing need be locked or looked for.
    db = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
    )
    db.execute("PRAGMA mmap_size = 1073741824")
    db.execute("PRAGMA cache_size = -8192")
    return db


def _name(row: Sequence[Any]) -> Name:
    number, spelling, sort, entity, iri, label, kind, weight, facts = row
    return Name(number, label if spelling is None else spelling, sort == 0, entity, iri, label, kind, weight, facts)


def _chosen(wanted: frozenset[int]) -> NDArray[Any]:
    import numpy as np

    chosen = np.zeros(256, bool)
    chosen[list(wanted)] = True
    return chosen
