"""Said: what is remembered of the exports of a build, so that the next one need only change what has changed.

For each document: of which reading its statements are, what they are about, and a mark of each, as a statement may go
only when no other document makes it. For names and things: digests of what they meant and of what was said of them.
The file is a cache: a damaged one, or one of other exports than those that are there, is begun anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.term import Triple

__all__ = ["Row", "Said", "mark_of", "row_of"]

_TABLES = """
CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, stamp TEXT, subjects BLOB, marks BLOB);
CREATE TABLE IF NOT EXISTS meant (key TEXT, document TEXT, state TEXT, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS thing (subject TEXT PRIMARY KEY, state INTEGER) WITHOUT ROWID;
"""
_AT_ONCE = 2_000
"""Documents whose marks are in memory together."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a document says: the subjects of its statements, and sorted marks of these."""

    subjects: tuple[str, ...]
    marks: NDArray[np.int64]


def mark_of(subject: str, predicate: str, value: str) -> int:
    """Give a number that stands for a statement: 64 bits, so that among a thousand million hardly two share one."""
    said = f"{subject}\t{predicate}\t{value}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little", signed=True)


def row_of(said: Iterable[Triple]) -> Row:
    """Give what is remembered of a document's statements."""
    import numpy as np

    distinct = set(said)
    marks = np.fromiter((mark_of(*triple) for triple in distinct), np.int64, len(distinct))
    return Row(tuple(sorted({subject for subject, _, _ in distinct})), np.sort(marks))


class Said:
    """The file of what exports said; use it as a context manager. All changes come about together, by `commit`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._store = _open(path)
        except sqlite3.DatabaseError:
            for each in path.parent.glob(f"{path.name}*"):
                each.unlink(missing_ok=True)
            self._store = _open(path)

    def __enter__(self) -> Self:
        """Give the file itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; what was not committed is as it was."""
        self._store.close()

    def made(self) -> dict[str, str]:
        """Give what was noted of the exports as a whole; nothing where the file is damaged."""
        with suppress(sqlite3.DatabaseError):
            return dict(self._store.execute("SELECT name, value FROM made"))
        return {}

    def stamps(self) -> dict[str, str]:
        """Give of which reading each document's statements are."""
        return dict(self._store.execute("SELECT id, stamp FROM document"))

    def meant(self) -> dict[tuple[str, str], str]:
        """Give the states of names: by key, and where it means several things by key and document."""
        return {(key, document): state for key, document, state in self._store.execute("SELECT * FROM meant")}

    def things(self) -> dict[str, int]:
        """Give the states of what is said of things whoever speaks of them, by subject."""
        return dict(self._store.execute("SELECT subject, state FROM thing"))

    def rows(self, documents: Iterable[str]) -> Iterator[tuple[str, Row]]:
        """Give what some documents said."""
        import numpy as np

        for each in documents:
            query = "SELECT subjects, marks FROM document WHERE id = ?"
            for subjects, marks in self._store.execute(query, (each,)):
                told = zlib.decompress(subjects).decode("utf-8", "surrogatepass")
                yield each, Row(tuple(told.split("\n")) if told else (), np.frombuffer(marks, np.int64))

    def still_said(self, marks: Iterable[int], but: set[str]) -> set[int]:
        """Give those of some marks that are of statements of any document but some."""
        import numpy as np

        wanted = np.array(sorted(set(marks)), np.int64)
        found = np.zeros(len(wanted), bool)
        rows = self._store.execute("SELECT id, marks FROM document")
        while some := rows.fetchmany(_AT_ONCE):
            said = [np.frombuffer(row[1], np.int64) for row in some if row[0] not in but]
            if said and len(wanted):
                every = np.concatenate(said)
                at = np.minimum(np.searchsorted(wanted, every), len(wanted) - 1)
                found[at[wanted[at] == every]] = True
        return set(wanted[found].tolist())

    # ---- changes ---------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget everything."""
        for table in ("made", "document", "meant", "thing"):
            self._store.execute(f"DELETE FROM {table}")  # noqa: S608 - one of four

    def put(self, document: str, stamp: str, row: Row) -> None:
        """Remember what a document says."""
        subjects = zlib.compress("\n".join(row.subjects).encode("utf-8", "surrogatepass"), 1)
        self._store.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)", (document, stamp, subjects, row.marks.tobytes())
        )

    def drop(self, documents: Iterable[str]) -> None:
        """Forget documents."""
        self._store.executemany("DELETE FROM document WHERE id = ?", ((each,) for each in documents))

    def commit(
        self,
        made: Mapping[str, str],
        meant: tuple[Mapping[tuple[str, str], str], Mapping[tuple[str, str], str]],
        things: tuple[Mapping[str, int], Mapping[str, int]],
    ) -> None:
        """Make all changes last, with states of names and things given as they were and as they are."""
        old, new = meant
        self._store.executemany("DELETE FROM meant WHERE key = ? AND document = ?", old.keys() - new.keys())
        self._store.executemany(
            "INSERT OR REPLACE INTO meant VALUES (?, ?, ?)",
            ((*key, state) for key, state in new.items() if old.get(key) != state),
        )
        before, after = things
        self._store.executemany(
            "DELETE FROM thing WHERE subject = ?", ((each,) for each in before.keys() - after.keys())
        )
        self._store.executemany(
            "INSERT OR REPLACE INTO thing VALUES (?, ?)",
            ((subject, state) for subject, state in after.items() if before.get(subject) != state),
        )
        self._store.execute("DELETE FROM made")
        self._store.executemany("INSERT INTO made VALUES (?, ?)", made.items())
        self._store.commit()


def _open(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, timeout=10.0)
    try:
        store.executescript(_TABLES)
        store.execute("SELECT count(*) FROM made").fetchone()
    except sqlite3.DatabaseError:
        store.close()
        raise
    return store
