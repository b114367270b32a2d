"""Ledger: IRIs once issued, never reused.

`identity/iris.jsonl` has one line for each key of an entity, in the order of issue. A readable slug is taken by the
first key in sorted order; a clash takes the next free number, a name without any letter its key's hash.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.files import write_lines

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Ledger", "read_ledger", "slug"]

_LONGEST_SLUG = 80


@dataclass(slots=True)
class Ledger:
    """The IRIs issued so far: `by_key` maps an entity's key to its local IRI, in the order of issue."""

    by_key: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    changed: bool = False

    def __post_init__(self) -> None:
        self._taken |= set(self.by_key.values())

    def issue(self, key: str, room: str, name: str) -> str:
        """Give the IRI of a key: the one that it has, or a new one in `room` ("film", "person") made from its name."""
        if key in self.by_key:
            return self.by_key[key]
        stem = f"{room}/{slug(name) or hashlib.sha256(key.encode()).hexdigest()[:10]}"
        iri, number = stem, 1
        while iri in self._taken:
            number += 1
            iri = f"{stem}-{number}"
        self.assign(key, iri)
        return iri

    def assign(self, key: str, iri: str) -> None:
        """Record that a key has an IRI; the first record stands."""
        if key not in self.by_key:
            self.by_key[key] = iri
            self._taken.add(iri)
            self.changed = True

    def write(self, path: Path) -> None:
        """Publish the ledger, if anything was issued since it was read."""
        if self.changed:
            write_lines(
                path,
                (json.dumps({"key": key, "iri": iri}, ensure_ascii=False) + "\n" for key, iri in self.by_key.items()),
            )
            self.changed = False


def slug(name: str) -> str:
    """Give a readable name for IRIs: lower-case ASCII letters and digits, hyphens between."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:_LONGEST_SLUG].strip("-")


def read_ledger(path: Path) -> Ledger:
    """Read the ledger; an empty one where the file does not exist.

    Raises BuildError that names file and line for a torn line or a key issued twice.
    """
    by_key: dict[str, str] = {}
    if path.exists():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                key, iri = str(row["key"]), str(row["iri"])
            except (ValueError, KeyError, TypeError) as error:
                raise BuildError(
                    f"not an issued IRI: {error!r}", where=f"{path}:{number}", do="restore it from version control"
                ) from error
            if key in by_key:
                raise BuildError(
                    f"{key!r} is issued twice", where=f"{path}:{number}", do="restore it from version control"
                )
            by_key[key] = iri
    return Ledger(by_key)
