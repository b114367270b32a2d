"""Kept: what was read of documents, one file for all, so that a build after one new document reads one.

Readings are put in and taken out one by one: no more than a few are ever in memory. Beside each stands what can be
asked of it without opening it. The file is a cache: a damaged one is begun anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections import Counter
from dataclasses import astuple, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from kg.claim import Claim
from kg.document import Item, Metadata, Span
from kg.extract.names import Known
from kg.extract.reading import Reading
from kg.program import program

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.document import Document

__all__ = ["About", "Kept", "Memo", "source_of", "stamp_of"]

_TABLES = """
DROP TABLE IF EXISTS reading;
CREATE TABLE IF NOT EXISTS page (
    document TEXT PRIMARY KEY, source TEXT NOT NULL, certain TEXT NOT NULL, relevant TEXT, stamp TEXT NOT NULL,
    about TEXT NOT NULL, glance BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS body (document TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""
_PARTS = ("people", "titles", "companies")
_METADATA = tuple(each.name for each in fields(Metadata))
# What the readings, and what is kept beside them, are made by; whatever changes in these may change every one.
_PROGRAM = (
    "claim.py", "document.py", "extract", "read", "vocabulary", "resolve/told.py", "resolve/key.py", "resolve/name.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Memo:
    """What is kept beside a reading: what it was read from, the names that it makes certain and those it has.

    `relevant` is None where the document was read once only, and which names it has was not looked up.
    """

    source: str
    certain: Known
    relevant: Known | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What can be told of a reading without opening it; `predicates` and `certainty` count its claims."""

    kind: str
    extractor: str
    items: int
    claims: int
    predicates: Mapping[str, int]
    certainty: Mapping[str, int]
    remarks: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, reading: Reading) -> About:
        """Look a reading over."""
        return cls(
            reading.kind,
            reading.extractor,
            len(reading.items),
            len(reading.claims),
            dict(sorted(Counter(claim.predicate for claim in reading.claims).items())),
            dict(sorted(Counter(claim.certainty for claim in reading.claims).items())),
            reading.remarks,
        )


class Kept:
    """The file of kept readings; use it as a context manager. What is put in stays, whatever happens afterwards."""

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
                store.executescript(_TABLES)
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
            rows = self._store.execute("SELECT document, source, certain, relevant FROM page")
            return {row[0]: Memo(row[1], _known(row[2]), _known(row[3]) if row[3] else None) for row in rows}
        return {}

    def stamps(self) -> dict[str, str]:
        """Give a digest of each reading with what it was read from, by document id."""
        return dict(self._store.execute("SELECT document, stamp FROM page"))

    def abouts(self) -> dict[str, About]:
        """Give what can be told of each reading, by document id."""
        return {row[0]: _about(row[1]) for row in self._store.execute("SELECT document, about FROM page")}

    def glances(self, documents: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """Give the text that was put in beside each reading, by document id, in the order of ids."""
        if documents is None:
            rows: Iterable[tuple[str, bytes]] = self._store.execute(
                "SELECT document, glance FROM page ORDER BY document"
            )
        else:
            query = "SELECT document, glance FROM page WHERE document = ?"
            rows = (row for each in sorted(documents) for row in self._store.execute(query, (each,)))
        for document, glance in rows:
            yield document, zlib.decompress(glance).decode()

    def reading(self, document: Document) -> Reading | None:
        """Give the reading of a document as it was put in, without its lines; None where it cannot be read."""
        row = self._store.execute("SELECT body FROM body WHERE document = ?", (document.id,)).fetchone()
        try:
            return _reading(document, json.loads(zlib.decompress(row[0])))
        except (TypeError, ValueError, KeyError, zlib.error):
            return None

    def bodies(self) -> set[str]:
        """Give the ids of documents whose readings are there."""
        return {row[0] for row in self._store.execute("SELECT document FROM body")}

    def keep(self, readings: Iterable[tuple[Reading, Memo, str]], gone: Iterable[str] = ()) -> None:
        """Put in readings, each with a text to keep beside it, and forget documents that are gone; all or nothing."""
        pages, bodies = [], []
        for reading, memo, glance in readings:
            body = _body(reading)
            pages.append(
                (
                    reading.document.id, memo.source, _packed(memo.certain),
                    _packed(memo.relevant) if memo.relevant is not None else None, _stamp(memo.source, body),
                    json.dumps(astuple(About.of(reading)), ensure_ascii=False), zlib.compress(glance.encode(), 1),
                )
            )  # fmt: skip
            bodies.append((reading.document.id, zlib.compress(body, 1)))
        with self._store:
            for each in gone:
                self._store.execute("DELETE FROM page WHERE document = ?", (each,))
                self._store.execute("DELETE FROM body WHERE document = ?", (each,))
            self._store.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", pages)
            self._store.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", bodies)

    def settle(self, memos: Iterable[tuple[str, Known]]) -> None:
        """Note which certain names documents have, of readings that these leave as they are."""
        with self._store:
            self._store.executemany(
                "UPDATE page SET relevant = ? WHERE document = ?", ((_packed(known), each) for each, known in memos)
            )


def stamp_of(reading: Reading) -> str:
    """Give a digest of a reading with what it was read from, as `Kept.stamps` has it."""
    return _stamp(source_of(reading.document), _body(reading))


def _stamp(source: str, body: bytes) -> str:
    return hashlib.blake2b(source.encode() + body, digest_size=16).hexdigest()


def _about(text: str) -> About:
    kind, extractor, items, claims, predicates, certainty, remarks = json.loads(text)
    told = tuple((number, what) for number, what in remarks)
    return About(kind, extractor, items, claims, predicates, certainty, told)


def source_of(document: Document) -> str:
    """Give a digest of all that the first reading of a document depends on."""
    about = [getattr(document.metadata, name) for name in _METADATA]
    told = repr((document.id, document.sha256, about, _program()))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """Give a digest of the program that reads, and of the versions of packages that add extractors."""
    from importlib.metadata import entry_points

    digest = hashlib.sha256(program(*_PROGRAM).encode())
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
    return json.dumps(row, ensure_ascii=False).encode()


def _reading(document: Document, row: dict[str, Any]) -> Reading:
    items = tuple(
        Item(document.id, n, headline, kind, date, tuple(Span(*span) for span in spans))
        for n, headline, kind, date, spans in row["items"]
    )
    claims = tuple(Claim.from_json(line) for line in row["claims"])
    remarks = tuple((number, what) for number, what in row["remarks"])
    return Reading(document, row["kind"], row["confidence"], row["extractor"], items, claims, (), remarks)
