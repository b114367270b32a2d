"""Writing the file of names: things in their order, their names in pages, and the lists of names by gram."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.graph.gram import grams_of_names, searchable
from kg.graph.name_file import COUNTRY, FORM, LABEL, OTHER, PAGE, VERSION, fold_mark
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.roster import CLASSES, ROLES, Roster
from kg.graph.survey import surveying
from kg.resolve.name import loose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyoxigraph import Store

    from kg.graph.survey import Survey

__all__ = ["write_labels"]

_ENTITIES = 65_536  # things whose facts are gathered at once
_DRAFT = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
ATTACH DATABASE '' AS draft;
PRAGMA draft.journal_mode = OFF;
CREATE TABLE draft.numbered (id INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE draft.alias (entity INTEGER, spelling TEXT, sort INTEGER);
"""


def write_labels(store: Store, path: Path, *, base: str = DEFAULT_BASE, survey: Survey | None = None) -> int:
    """Write the index of all names in a store's default graph to `path`, whole or not at all; give their number.

    Things are those with an rdfs:label; their other names are those under kg:alsoKnownAs, and of a country also its
    codes and its names in English and French. Raises BuildError where the file cannot be written.
    """
    names = Namespaces(base)
    try:
        with _writing(path) as db, surveying(store, names.ontology, survey) as asked:
            roster = Roster(store, names.ontology, asked)
            rows = roster.gather(db)
            db.executemany("INSERT INTO draft.numbered VALUES (?, ?)", enumerate(rows.tolist()))
            db.executemany(f"INSERT INTO draft.alias VALUES (?, ?, {OTHER})", roster.aliases())  # noqa: S608
            db.executemany(
                f"INSERT INTO draft.alias VALUES (?, ?, {COUNTRY})",  # noqa: S608
                _country_names(db, roster, base),
            )
            db.execute("CREATE INDEX draft.by_entity ON alias (entity, sort, spelling)")
            pages = _Pages(db)
            for name in _entities(db, roster):
                pages.add(*name)
            pages.close()
            db.execute("CREATE INDEX by_mark ON name (mark)")
            db.execute("CREATE INDEX by_iri ON entity (mark)")
            about = {
                "version": VERSION, "base": base, "classes": json.dumps(CLASSES), "roles": json.dumps(ROLES),
                "pages": str(pages.number), "names": str(pages.names), "entities": str(len(rows)),
            }  # fmt: skip
            db.executemany("INSERT INTO about_file VALUES (?, ?)", about.items())
    except sqlite3.Error as error:
        raise BuildError(
            f"the index of names cannot be written: {error}", where=str(path), do="is the disk full?"
        ) from error
    return pages.names


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    part = path.with_name(f".{path.name}.{os.getpid()}.kg-part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as db:
            db.executescript(FORM + _DRAFT)
            db.execute("BEGIN")
            yield db
            db.execute("COMMIT")
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _country_names(db: sqlite3.Connection, roster: Roster, base: str) -> Iterator[tuple[int, str]]:
    """Give what else a country of the graph is called: its codes, and the spellings that readers of text know."""
    country = CLASSES.index("Country")
    found = [number for number, kind in enumerate(roster.kinds.tolist()) if kind == country]
    if not found:
        return
    import pycountry
    from babel import Locale

    from kg.vocabulary import countries

    spellings: dict[str, set[str]] = {}
    for spelling, code in countries().by_name.items():
        spellings.setdefault(code, set()).add(spelling)
    query = "SELECT iri, label FROM draft.numbered JOIN draft.label USING (n) WHERE id = ?"
    for number in found:
        iri, label = db.execute(query, (number,)).fetchone()
        code = iri.removeprefix(f"{base}country/")
        known = spellings.get(code, set()) | {code}
        known |= {Locale(language).territories.get(code, code) for language in ("en", "fr")}
        entry = pycountry.countries.get(alpha_2=code) if len(code) == 2 else None
        if entry is not None:
            known |= {entry.alpha_3, entry.name}
        told = {loose(label)}
        # Spellings with capitals first: of two that fold alike, they are the ones to show.
        for spelling in sorted(known):
            if loose(spelling) not in told:
                told.add(loose(spelling))
                yield number, spelling


def _entities(db: sqlite3.Connection, roster: Roster) -> Iterator[tuple[int, str, str, int, int]]:
    """Write the things in their order, and give each of their names: thing, name, the same folded, sort, class."""
    query = (
        "SELECT iri, label, fold FROM draft.numbered JOIN draft.label USING (n) WHERE id >= ? AND id < ? ORDER BY id"
    )
    aliases = iter(db.execute("SELECT entity, spelling, sort FROM draft.alias ORDER BY entity, sort, spelling"))
    alias = next(aliases, None)
    total = len(roster.kinds)
    for first in range(0, total, _ENTITIES):
        end = min(total, first + _ENTITIES)
        kinds, weights = roster.kinds[first:end].tolist(), roster.weights[first:end].tolist()
        facts = roster.facts_between(first, end)
        rows = db.execute(query, (first, end)).fetchall()
        db.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (first + at, iri, label, kinds[at], weights[at], fold_mark(iri), facts[at])
                for at, (iri, label, _) in enumerate(rows)
            ),
        )
        for at, (_, label, fold) in enumerate(rows):
            number = first + at
            yield number, label, fold, LABEL, kinds[at]
            told = {label}
            while alias is not None and alias[0] == number:
                if alias[1] not in told:
                    told.add(alias[1])
                    yield number, alias[1], loose(alias[1]), alias[2], kinds[at]
                alias = next(aliases, None)


class _Pages:
    """Names as they come, and a page of them at a time the lists of those that have a gram."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db, self.number, self.names = db, 0, 0
        self._rows: list[tuple[int, int, str | None, int, int]] = []
        self._keys: list[str] = []
        self._kinds = bytearray()

    def add(self, entity: int, name: str, fold: str, sort: int, kind: int) -> None:
        self._rows.append((self.names, entity, None if sort == LABEL else name, sort, fold_mark(fold)))
        self._keys.append(searchable(name))
        self._kinds.append(kind)
        self.names += 1
        if len(self._rows) == PAGE:
            self._write()

    def close(self) -> None:
        if self._rows:
            self._write()

    def _write(self) -> None:
        import numpy as np

        self.db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", self._rows)
        marks, names = grams_of_names(self._keys)
        both = np.sort((marks << np.uint64(16)) | names)
        both = np.concatenate((both[:1], both[1:][both[1:] != both[:-1]]))
        names = both & np.uint64(0xFFFF)
        sizes = np.minimum(np.bincount(names.astype(np.int64), minlength=len(self._rows)), 255).astype(np.uint8)
        self.db.execute("INSERT INTO page VALUES (?, ?, ?)", (self.number, bytes(self._kinds), sizes.tobytes()))
        self.db.executemany("INSERT INTO gram VALUES (?, ?)", self._lists(both >> np.uint64(16), names.astype("<u2")))
        self._rows.clear()
        self._keys.clear()
        self._kinds.clear()
        self.number += 1

    def _lists(self, marks: Any, names: Any) -> Iterator[tuple[int, bytes]]:
        import numpy as np

        starts: Sequence[int] = (
            np.flatnonzero(np.append(np.ones(1, bool), marks[1:] != marks[:-1])).tolist() if len(marks) else []
        )
        ends: Sequence[int] = [*starts[1:], len(marks)]
        for start, end in zip(starts, ends, strict=True):
            yield (int(marks[start]) << 16) | self.number, names[start:end].tobytes()
