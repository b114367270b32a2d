"""Cache: what services answered, kept in one SQLite file so that it can be asked again without a network.

Only answers that fit the specification are kept, each as the text that came. An answer that takes another's place
leaves it in the history. Each is kept whole or not at all, and two processes may read and write at once.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CACHE", "MANIFEST", "Cache", "Kept"]

CACHE = Path(".kg/authorities.sqlite")
"""Where the cache is, unless told otherwise."""
MANIFEST = "manifest"
"""Stands in the place of a query for a service's manifest."""

_APPLICATION = 0x6B676175  # "kgau": a file of our own
_VERSION = 1
_PATIENCE = 10.0  # seconds to wait for another process
_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    service TEXT NOT NULL, query TEXT NOT NULL, response TEXT NOT NULL, status INTEGER NOT NULL, asked TEXT NOT NULL,
    PRIMARY KEY (service, query)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS history (
    service TEXT NOT NULL, query TEXT NOT NULL, response TEXT NOT NULL, status INTEGER NOT NULL, asked TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS history_of ON history (service, query);
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer that was kept: `asked` is ISO 8601 in UTC, `response` the text as it came."""

    service: str
    query: str
    response: str
    status: int
    asked: str


class Cache:
    """The file of kept answers; use it as a context manager, or close it.

    Raises ServiceError, which says what to do, where the file is damaged, locked for long, or not ours.
    """

    def __init__(self, path: Path = CACHE) -> None:
        self.path = Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._telling():
            self._store = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            with self._telling():
                self._prepare()
        except BaseException:
            self._store.close()
            raise

    def _prepare(self) -> None:
        found = self._store.execute("PRAGMA application_id").fetchone()[0]
        version = self._store.execute("PRAGMA user_version").fetchone()[0]
        empty = self._store.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if not (empty or found == _APPLICATION):
            raise ServiceError("this is no cache of kg", where=str(self.path), do="name another file with --cache")
        if version > _VERSION:
            raise ServiceError("a later kg wrote this cache", where=str(self.path), do="use that one, or another file")
        if empty:
            with self._changing():
                for statement in _TABLES.split(";"):
                    self._store.execute(statement)
                self._store.execute(f"PRAGMA application_id={_APPLICATION}")
                self._store.execute(f"PRAGMA user_version={_VERSION}")
            with contextlib.suppress(sqlite3.OperationalError):  # another process is at it: then that one does it
                self._store.execute("PRAGMA journal_mode=WAL")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def get(self, service: str, query: str) -> Kept | None:
        """Give the latest answer to a query (canonical JSON, or MANIFEST), None where none is kept."""
        return next(self._rows("answers WHERE service = ? AND query = ?", service, query), None)

    def history(self, service: str, query: str) -> tuple[Kept, ...]:
        """Give the earlier answers to a query, oldest first."""
        return tuple(self._rows("history WHERE service = ? AND query = ? ORDER BY rowid", service, query))

    def answers(self, service: str) -> tuple[Kept, ...]:
        """Give the latest answers to all queries to a service, without its manifest, the latest asked first."""
        where = "answers WHERE service = ? AND query <> ? ORDER BY asked DESC, query"
        return tuple(self._rows(where, service, MANIFEST))

    def keep(self, kept: Kept) -> None:
        """Keep an answer; one that it takes the place of goes into the history."""
        row = (kept.service, kept.query, kept.response, kept.status, kept.asked)
        with self._telling(), self._changing():
            self._store.execute(
                "INSERT INTO history SELECT service, query, response, status, asked FROM answers"
                " WHERE service = ? AND query = ?",
                row[:2],
            )
            self._store.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def _rows(self, where: str, *values: str) -> Iterator[Kept]:
        with self._telling():
            found = self._store.execute(
                f"SELECT service, query, response, status, asked FROM {where}",  # noqa: S608 - our own words only
                values,
            ).fetchall()
        for row in found:
            yield Kept(*row)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Do all of a block or nothing of it, also where another process works on the file."""
        self._store.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._store.execute("ROLLBACK")
            raise
        self._store.execute("COMMIT")

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            do = "try again when no other kg works on it, or name another file with --cache"
            raise ServiceError(f"the cache cannot be used: {error}", where=str(self.path), do=do) from None
        except sqlite3.DatabaseError as error:
            do = "move the file away: it holds only what can be asked again"
            raise ServiceError(f"the cache is damaged: {error}", where=str(self.path), do=do) from None
