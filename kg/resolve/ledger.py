"""Ledger: IRIs once issued, never reused.

`identity/iris.jsonl` has one line for each IRI, in the order of issue: the key that it was issued to, and a document in
which it then stood, so that it stays with those mentions when a namesake comes. A readable slug is taken by the first
key in sorted order; a clash takes the next free number, a name without any letter its key's hash.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.files import write_lines

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Issued", "Ledger", "read_ledger", "slug"]

_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Issued:
    """One IRI, local to the base ("film/kika"): whose it is, and its `number` in the order of issue."""

    number: int
    iri: str
    key: str
    document: str | None = None


@dataclass(slots=True)
class Ledger:
    """The IRIs issued so far, in the order of issue."""

    issued: list[Issued] = field(default_factory=list)
    changed: bool = False
    _by_key: dict[str, list[Issued]] = field(default_factory=lambda: defaultdict(list))
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.issued:
            self._by_key[each.key].append(each)
            self._taken.add(each.iri)

    def of(self, key: str) -> list[Issued]:
        """Give what was issued to a key: several where it means several things."""
        return self._by_key.get(key, [])

    def issue(self, key: str, room: str, name: str, document: str | None = None) -> Issued:
        """Issue a new IRI to a key, in `room` ("film", "person"), made from a name."""
        stem = f"{room}/{slug(name) or hashlib.sha256(key.encode()).hexdigest()[:10]}"
        iri, number = stem, self._numbers.get(stem, 1)
        while iri in self._taken:
            number += 1
            iri = f"{stem}-{number}"
        self._numbers[stem] = number
        new = Issued(len(self.issued), iri, key, document)
        self.issued.append(new)
        self._by_key[key].append(new)
        self._taken.add(iri)
        self.changed = True
        return new

    def write(self, path: Path) -> None:
        """Publish the ledger, if anything was issued since it was read."""
        if self.changed:
            write_lines(path, (_line(each) for each in self.issued))
            self.changed = False


def _line(issued: Issued) -> str:
    document = {"document": issued.document} if issued.document else {}
    return json.dumps({"iri": issued.iri, "key": issued.key, **document}, ensure_ascii=False) + "\n"


def slug(name: str) -> str:
    """Give a readable name for IRIs: lower-case ASCII letters and digits, hyphens between."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:_LONGEST_SLUG].strip("-")


def read_ledger(path: Path) -> Ledger:
    """Read the ledger; an empty one where the file does not exist.

    Raises BuildError that names file and line for a torn line or an IRI issued twice.
    """
    issued: list[Issued] = []
    lines: dict[str, int] = {}
    if path.exists():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where, do = f"{path}:{number}", "restore it from version control"
            try:
                row = json.loads(line)
                one = Issued(len(issued), str(row["iri"]), str(row["key"]), row.get("document"))
            except (ValueError, KeyError, TypeError) as error:
                raise BuildError(f"not an issued IRI: {error!r}", where=where, do=do) from error
            if one.iri in lines:
                raise BuildError(f"{one.iri!r} is issued twice (line {lines[one.iri]})", where=where, do=do)
            lines[one.iri] = number
            issued.append(one)
    return Ledger(issued)
