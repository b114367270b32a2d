"""Memory: which names were held against one another before, so that only what is new is searched for look-alikes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_lines
from kg.resolve.candidate import candidates
from kg.resolve.compare import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity
    from kg.resolve.verdict import Verdict

__all__ = ["Memory", "read_memory", "write_memory"]

# What decides which names look alike; a change in these makes all of it stale.
_PROGRAM = (
    "block.py",
    "candidate.py",
    "name.py",
    "spelling.py",
    "title.py",
    "words.py",
    "words.toml",
    "languages.toml",
    "../extract/lexicon/given.toml",
)


@dataclass(slots=True)
class Memory:
    """What earlier builds found: the names that were held against one another, and the pairs that looked alike.

    Which names look alike depends on the two alone, so nothing of it goes stale. `scored` counts the names that were
    new to the last search.
    """

    names: dict[str, set[str]] = field(default_factory=dict)
    pairs: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    scored: int = 0
    changed: bool = False

    def search(self, family: str, names: set[str]) -> list[tuple[str, str]]:
        """Give the pairs of `names` that look alike; only those that were not there before are searched for."""
        before = self.names.get(family, set())
        fresh = names - before
        pairs = self.pairs.setdefault(family, set())
        if fresh:
            pairs |= set(candidates(family, names, fresh if before else None))
        self.scored += len(fresh)
        gone = before - names
        if gone:
            pairs -= {pair for pair in pairs if pair[0] in gone or pair[1] in gone}
        self.names[family] = names
        self.changed = self.changed or bool(fresh or gone)
        return sorted(pairs)

    def compare(self, pairs: Iterable[tuple[Profile, Profile]], rarity: Rarity) -> Iterator[Verdict]:
        """Give the verdict on each pair, in their order: nothing of it is remembered, as it rests on all documents."""
        return (compare(left, right, rarity) for left, right in pairs)


def read_memory(path: Path) -> Memory:
    """Read what earlier builds found; an empty memory where there is no file, a damaged one, or another program's."""
    names: dict[str, set[str]] = {}
    pairs: dict[str, set[tuple[str, str]]] = {}
    try:
        with path.open(encoding="utf-8") as lines:
            head = json.loads(next(lines))
            if head["program"] != _program():
                return Memory()
            for line in lines:
                row = json.loads(line)
                names.setdefault(row["family"], set()).add(row["name"])
                pairs.setdefault(row["family"], set()).update((row["name"], other) for other in row.get("like", ()))
            whole = sum(map(len, names.values())) == head["names"]
    except (OSError, StopIteration, ValueError, KeyError, TypeError):
        return Memory()
    return Memory(names, pairs) if whole else Memory()


def write_memory(path: Path, memory: Memory) -> None:
    """Publish what was found, if anything was new or is gone."""
    if memory.changed:
        write_lines(path, _lines(memory))
        memory.changed = False


def _lines(memory: Memory) -> Iterator[str]:
    yield json.dumps({"program": _program(), "names": sum(map(len, memory.names.values()))}) + "\n"
    for family in sorted(memory.names):
        like: dict[str, list[str]] = {}
        for one, other in sorted(memory.pairs.get(family, ())):
            like.setdefault(one, []).append(other)
        for name in sorted(memory.names[family]):
            row = {"family": family, "name": name} | ({"like": like[name]} if name in like else {})
            yield json.dumps(row, ensure_ascii=False) + "\n"


@cache
def _program() -> str:
    digest = hashlib.sha256()
    for name in _PROGRAM:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()[:32]
