"""Memory: what earlier builds made of names, so that only what is new is searched for look-alikes and compared.

Beside each name stand numbers of all that look-alikes share with it: a new name is held against few others.
Which names look alike depends on the two alone. A verdict depends on what is known of the two and on how common some
of their words are: it holds as long as these are the same. The file is a cache: a damaged one is begun anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kg.program import program
from kg.resolve.block import blocks
from kg.resolve.candidate import candidates
from kg.resolve.compare import compare
from kg.resolve.rarity import Rarity
from kg.resolve.variant import prints, variants
from kg.resolve.verdict import Decision, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set
    from pathlib import Path

    from kg.resolve.profile import Profile

__all__ = ["Memory", "read_memory", "write_memory"]

_TABLES = """
CREATE TABLE IF NOT EXISTS program (digest TEXT PRIMARY KEY) WITHOUT ROWID;
DROP TABLE IF EXISTS name;
DROP TABLE IF EXISTS spelling;
CREATE TABLE IF NOT EXISTS print (
    family TEXT, name TEXT, keys BLOB, mark BLOB, PRIMARY KEY (family, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS apart (family TEXT, one TEXT, other TEXT, PRIMARY KEY (family, one, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pair (family TEXT, one TEXT, other TEXT, PRIMARY KEY (family, one, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS verdict (
    pair BLOB PRIMARY KEY, decision TEXT, score REAL, pattern TEXT, reasons TEXT, asked TEXT
) WITHOUT ROWID;
"""
# What the rules are made of; a change in these makes all of it stale.
_PROGRAM = ("resolve", "vocabulary", "extract/lexicon/given.toml")
_NOBODY = Rarity()
_NO_MARKS: Mapping[str, bytes] = {}
_DIFFERENT = Verdict("different", 0.0, "")

_Row = tuple[Decision, float, str, str, str]
_Pair = tuple[str, str, str]
_Name = TypeVar("_Name")


@dataclass(slots=True)
class Memory:
    """What earlier builds found: names that were held against one another, pairs that looked alike, and verdicts.

    `scored` counts the names that were new to the last search, `compared` the pairs that no earlier verdict was of.
    """

    names: dict[str, dict[str, bytes]] = field(default_factory=dict)
    pairs: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    apart: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    marks: dict[str, dict[str, bytes]] = field(default_factory=dict)
    verdicts: dict[bytes, _Row] = field(default_factory=dict)
    scored: int = 0
    compared: int = 0
    _new_names: set[tuple[str, str]] = field(default_factory=set)
    _old_names: set[tuple[str, str]] = field(default_factory=set)
    _new_pairs: set[_Pair] = field(default_factory=set)
    _old_pairs: set[_Pair] = field(default_factory=set)
    _new_apart: set[_Pair] = field(default_factory=set)
    _old_apart: set[_Pair] = field(default_factory=set)
    _dropped: set[bytes] = field(default_factory=set)
    _wanted: set[bytes] = field(default_factory=set)
    _new: set[bytes] = field(default_factory=set)

    def search(self, family: str, names: set[str], marks: Mapping[str, bytes] = _NO_MARKS) -> Set[tuple[str, str]]:
        """Give the pairs of `names` of which one may be the other: as they look alike, or in another print.

        Only names that were not there before are searched for, among those that have a key in common with one. `marks`
        stand for what is known of names: pairs that are apart (`set_apart`) are left out as long as both are the same.
        """
        known, pairs = self.names.setdefault(family, {}), self.pairs.setdefault(family, set())
        apart, before = self.apart.setdefault(family, set()), self.marks.setdefault(family, {})
        fresh, gone = names - known.keys(), known.keys() - names
        changed = {name for name, mark in before.items() if marks.get(name, b"") != mark}
        if changed and apart:
            self._move(family, {pair for pair in apart if pair[0] in changed or pair[1] in changed}, back=True)
        for name in gone:
            del known[name]
        self._new_names -= (old := {(family, name) for name in gone})
        self._old_names |= old
        if gone:
            lost = {pair for pair in pairs if pair[0] in gone or pair[1] in gone}
            pairs -= lost
            self._new_pairs -= (without := {(family, *pair) for pair in lost})
            self._old_pairs |= without
        if fresh:
            keys = {name: _keys(family, name) for name in fresh}
            some = fresh | _near(known, keys) if known else fresh
            found = set(candidates(family, some, fresh if known else None))
            found |= {pair for pair in variants(family, some) if pair[0] in fresh or pair[1] in fresh}
            pairs |= found
            self._new_pairs |= {(family, *pair) for pair in found}
            known |= keys
        self._new_names |= {(family, name) for name in fresh | (changed & names)}
        self.marks[family] = {name: marks.get(name, b"") for name in known}
        self.scored += len(fresh)
        return pairs

    def set_apart(self, family: str, pairs: Mapping[tuple[str, str], bytes]) -> None:
        """Leave out pairs of names that are different, whatever words are common, until more is told of one.

        Each comes with the marks by which its verdict is kept, which nobody asks for any more.
        """
        known = self.pairs.get(family)
        if not known:
            return  # a search that keeps no pairs has none to leave out
        firm = {
            pair: mark
            for pair, mark in pairs.items()
            if pair in known and (row := self.verdicts.get(mark)) is not None and row[0] == "different" and not row[4]
        }
        self._move(family, set(firm), back=False)
        for mark in firm.values():
            del self.verdicts[mark]
            if mark not in self._new:
                self._dropped.add(mark)
            self._new.discard(mark)

    def _move(self, family: str, pairs: set[tuple[str, str]], *, back: bool) -> None:
        """Put pairs apart, or back among those that are looked at."""
        rows = {(family, *pair) for pair in pairs}
        if back:
            self.apart[family] -= pairs
            self.pairs[family] |= pairs
        else:
            self.pairs[family] -= pairs
            self.apart[family] |= pairs
        came, went = (self._new_pairs, self._new_apart) if back else (self._new_apart, self._new_pairs)
        gone = self._old_apart if back else self._old_pairs
        came |= rows
        went -= rows
        gone |= rows

    def judge_all(
        self,
        pairs: Iterable[tuple[_Name, _Name]],
        mark_of: Callable[[_Name], bytes],
        profile_of: Callable[[_Name], Profile],
        rarity: Rarity,
    ) -> Iterator[Verdict]:
        """Give the verdict on each pair, in their order; `mark_of` stands for all that is known of a name."""
        verdicts, wanted = self.verdicts, self._wanted
        for left, right in pairs:
            pair = mark_of(left) + mark_of(right)
            row = verdicts.get(pair)
            if row is not None and row[0] == "different" and not row[4]:  # most are, whatever words are common
                wanted.add(pair)
                yield _DIFFERENT
            else:
                yield self.verdict(pair, profile_of, left, right, rarity)

    def verdict(
        self, pair: bytes, profile_of: Callable[[_Name], Profile], left: _Name, right: _Name, rarity: Rarity = _NOBODY
    ) -> Verdict:
        """Give the verdict on two names: the earlier one if nothing that it rests on has changed.

        `pair` stands for all that is known of the two, as `Knowledge.mark` gives it; `profile_of` is asked where there
        is no earlier verdict. Reasons why two are different are not kept.
        """
        self._wanted.add(pair)
        row = self.verdicts.get(pair)
        if row is not None and _holds(row[4], rarity):
            if row[0] == "different":
                return _DIFFERENT
            return Verdict(row[0], row[1], row[2], tuple(json.loads(row[3])))
        asked: dict[str, bool] = {}
        found = compare(profile_of(left), profile_of(right), _Overheard(rarity.names, rarity.total, asked))
        self.compared += 1
        self._new.add(pair)
        self.verdicts[pair] = (
            found.decision, found.score, found.pattern, json.dumps(found.reasons, ensure_ascii=False),
            "\n".join(f"{answer:d}{word}" for word, answer in asked.items()),
        )  # fmt: skip
        return found


def _keys(family: str, name: str) -> bytes:
    """Give numbers of all by which another name may be found to look like one; another key may have the same."""
    every = (*(f"={key}" for key in blocks(family, name)), *(f"~{each}" for each in prints(family, name)))
    return array("I", sorted({zlib.crc32(each.encode("utf-8", "surrogatepass")) for each in every})).tobytes()


def _near(known: Mapping[str, bytes], fresh: Mapping[str, bytes]) -> set[str]:
    """Give the known names that share a key with a fresh one, and perhaps a few more."""
    import numpy as np

    ends = np.cumsum(np.fromiter(map(len, known.values()), np.int64, len(known)) // 4)
    wanted = np.unique(np.frombuffer(b"".join(fresh.values()), np.uint32))
    shared = np.isin(np.frombuffer(b"".join(known.values()), np.uint32), wanted)
    rows = np.searchsorted(ends, np.flatnonzero(shared), side="right")
    names = list(known)
    return {names[row] for row in np.unique(rows).tolist()}


@dataclass(frozen=True, slots=True)
class _Overheard(Rarity):
    """A Rarity that keeps what it was asked and what it said: "=word" for common, "+word" for established."""

    asked: dict[str, bool] = field(default_factory=dict)

    def common(self, word: str) -> bool:
        answer = self.asked[f"={word}"] = Rarity.common(self, word)
        return answer

    def established(self, word: str) -> bool:
        answer = self.asked[f"+{word}"] = Rarity.established(self, word)
        return answer


def _holds(asked: str, rarity: Rarity) -> bool:
    """Tell whether words are as common as they were when a verdict was made."""
    return not asked or all(
        (rarity.common(word[2:]) if word[1] == "=" else rarity.established(word[2:])) is (word[0] == "1")
        for word in asked.split("\n")
    )


def read_memory(path: Path) -> Memory:
    """Read what earlier builds found; an empty memory where there is no file, a damaged one, or another program's."""
    memory = Memory()
    if not path.exists():
        return memory
    try:
        with closing(sqlite3.connect(path)) as store:
            if store.execute("SELECT digest FROM program").fetchall() != [(_program(),)]:
                return memory
            names = store.execute("SELECT family, name, keys, mark FROM print").fetchall()
            pairs = store.execute("SELECT family, one, other FROM pair").fetchall()
            apart = store.execute("SELECT family, one, other FROM apart").fetchall()
            verdicts = {row[0]: row[1:] for row in store.execute("SELECT * FROM verdict")}
    except sqlite3.DatabaseError:
        return memory
    for family, name, keys, mark in names:
        memory.names.setdefault(family, {})[name] = keys
        memory.marks.setdefault(family, {})[name] = mark
    for rows, found in ((pairs, memory.pairs), (apart, memory.apart)):
        for family, one, other in rows:
            found.setdefault(family, set()).add((one, other))
    memory.verdicts = verdicts
    return memory


def write_memory(path: Path, memory: Memory) -> None:
    """Put what was found into the file, in one transaction: what is new in, what is gone out."""
    stale = (memory.verdicts.keys() - memory._wanted) | memory._dropped
    lists = (("pair", memory._old_pairs, memory._new_pairs), ("apart", memory._old_apart, memory._new_apart))
    changes = (memory._new_names, memory._old_names, memory._new, stale, *(rows for _, *both in lists for rows in both))
    if path.exists() and not any(changes):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(_opened(path)) as store, store:
        if store.execute("SELECT digest FROM program").fetchall() != [(_program(),)]:
            for table in ("program", "print", "pair", "apart", "verdict"):
                store.execute(f"DELETE FROM {table}")  # noqa: S608 - one of five
            store.execute("INSERT INTO program VALUES (?)", (_program(),))
        store.executemany("DELETE FROM print WHERE family = ? AND name = ?", memory._old_names)
        store.executemany(
            "INSERT OR REPLACE INTO print VALUES (?, ?, ?, ?)",
            (
                (family, name, memory.names[family][name], memory.marks[family][name])
                for family, name in memory._new_names
            ),
        )
        for table, old, new in lists:
            store.executemany(f"DELETE FROM {table} WHERE family = ? AND one = ? AND other = ?", old)  # noqa: S608
            store.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", new)  # noqa: S608
        store.executemany("DELETE FROM verdict WHERE pair = ?", ((pair,) for pair in stale))
        store.executemany(
            "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?)",
            ((pair, *memory.verdicts[pair]) for pair in memory._new),
        )


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file to write; a damaged one goes."""
    with suppress(sqlite3.DatabaseError):
        return _with_tables(path)
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink(missing_ok=True)
    return _with_tables(path)


def _with_tables(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path)
    try:
        store.executescript(_TABLES)
        store.execute("SELECT count(*) FROM program").fetchone()
    except sqlite3.DatabaseError:
        store.close()
        raise
    return store


def _program() -> str:
    return program(*_PROGRAM)
