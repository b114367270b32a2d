"""Kept: what was read of documents before, so that a build after one new document reads one.

A document is read anew when its text, what is known of it from outside, or the program has changed, and when a name
that stands in it has become certain, or is so no more, by another document. The file is a cache: a damaged one is begun
anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg.claim import Claim
from kg.document import Item, Span
from kg.extract.names import Known
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document

__all__ = ["Kept", "Memo", "source_of"]

_TABLE = """
CREATE TABLE IF NOT EXISTS reading (
    document TEXT PRIMARY KEY, source TEXT NOT NULL, certain TEXT NOT NULL, relevant TEXT NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID
"""
_PARTS = ("people", "titles", "companies")
# What the readings are made by; whatever changes in these may change every reading.
_PROGRAM = ("claim.py", "document.py", "extract", "read", "vocabulary")


@dataclass(frozen=True, slots=True)
class Memo:
    """What is kept beside a reading: what it was read from, the names that it makes certain and those it has."""

    source: str
    certain: Known
    relevant: Known


class Kept:
    """The file of kept readings; use it as a context manager. Nothing is written before `keep`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = self._open()

    def __enter__(self) -> Self:
        """Give the file itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._store.close()

    def _open(self) -> sqlite3.Connection:
        for attempt in range(2):
            store = sqlite3.connect(self._path, timeout=10.0)
            try:
                store.execute("PRAGMA journal_mode=WAL")
                store.execute(_TABLE)
                return store
            except sqlite3.DatabaseError as error:
                store.close()
                # No room, or no right to write, is nothing that a new file mends.
                if attempt or isinstance(error, sqlite3.OperationalError):
                    raise
                for each in self._path.parent.glob(f"{self._path.name}*"):
                    each.unlink(missing_ok=True)
        raise AssertionError("not reached")

    def memos(self) -> dict[str, Memo]:
        """Give what is kept of all documents, by id; nothing where the file is damaged."""
        with contextlib.suppress(sqlite3.DatabaseError, ValueError, KeyError, TypeError):
            rows = self._store.execute("SELECT document, source, certain, relevant FROM reading").fetchall()
            return {row[0]: Memo(row[1], _known(row[2]), _known(row[3])) for row in rows}
        return {}

    def reading(self, document: Document) -> Reading | None:
        """Give the reading of a document as it was kept; None where it cannot be read."""
        row = self._store.execute("SELECT body FROM reading WHERE document = ?", (document.id,)).fetchone()
        try:
            return _reading(document, json.loads(zlib.decompress(row[0])))
        except (TypeError, ValueError, KeyError, zlib.error):
            return None

    def keep(self, readings: Iterable[tuple[Reading, Memo]], gone: Iterable[str]) -> None:
        """Keep new readings and forget documents that are gone, all in one transaction."""
        with self._store:
            self._store.executemany("DELETE FROM reading WHERE document = ?", [(each,) for each in gone])
            self._store.executemany(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)",
                (
                    (reading.document.id, memo.source, _packed(memo.certain), _packed(memo.relevant), _body(reading))
                    for reading, memo in readings
                ),
            )


def source_of(document: Document) -> str:
    """Give a digest of all that the first reading of a document depends on."""
    told = json.dumps([document.id, document.sha256, asdict(document.metadata), _program()], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """Give a digest of the program that reads, and of the versions of packages that add extractors."""
    from importlib.metadata import entry_points

    digest = hashlib.sha256()
    room = Path(__file__).parent.parent
    for name in _PROGRAM:
        place = room / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(room).as_posix().encode() + path.read_bytes())
    for entry in sorted(entry_points(group="filmkg.extractors")):
        version = entry.dist.version if entry.dist else ""
        digest.update(f"{entry.name}={entry.value}@{version}".encode())
    return digest.hexdigest()


def _known(text: str) -> Known:
    row = json.loads(text)
    people, titles, companies = (frozenset(row[part]) for part in _PARTS)
    return Known(people, titles, companies)


def _packed(known: Known) -> str:
    return json.dumps({part: sorted(getattr(known, part)) for part in _PARTS}, ensure_ascii=False)


def _body(reading: Reading) -> bytes:
    row = {
        "kind": reading.kind,
        "confidence": reading.confidence,
        "extractor": reading.extractor,
        "items": [
            [item.n, item.headline, item.kind, item.date, [[s.start, s.end, s.exact] for s in item.spans]]
            for item in reading.items
        ],
        "claims": [claim.to_json() for claim in reading.claims],
        "remarks": reading.remarks,
    }
    return zlib.compress(json.dumps(row, ensure_ascii=False).encode(), 1)


def _reading(document: Document, row: dict[str, Any]) -> Reading:
    items = tuple(
        Item(document.id, n, headline, kind, date, tuple(Span(*span) for span in spans))
        for n, headline, kind, date, spans in row["items"]
    )
    claims = tuple(Claim.from_json(line) for line in row["claims"])
    remarks = tuple((number, what) for number, what in row["remarks"])
    return Reading(document, row["kind"], row["confidence"], row["extractor"], items, claims, (), remarks)
