"""Builds that are killed, over what an earlier one left, while readers look on."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kills import Moment, run
from stage import BUILD, Scene, built, pages_in, until_killed
from states import FILES, STORE, Watcher, names_in, places_of, state_of, strays_in

from kg.build import build, unchanged
from kg.errors import FilmgraphError
from kg.graph.manifest import check_manifest
from kg.read import read_sources
from kg.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Build", "decide", "document"]

_NEW = "Plain Sailing is a 2018 Danish-Swedish drama film directed by Mia Holt. It stars Clara Voss and Ana Ruiz."
_DECISION = {
    "judgement": "different",
    "left": {"type": "Person", "name": "Ana Ruiz"},
    "right": {"type": "Person", "name": "Anna Ruiz"},
    "who": "editor",
    "when": "2026-11-21",
    "why": "Two people, whom the rules take for one.",
}


@dataclass
class Build(Scene):
    """A build over what an earlier one left, while readers look on."""

    change: Callable[[Path], None]
    first: bool = False
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        clean = self.folder / "clean"
        self._ready(clean)
        self.old = state_of(clean)
        self.trace = run(clean, BUILD)
        assert self.trace.code == 0, self.trace.messages
        self.new = state_of(clean)
        self.names = names_in(clean)
        assert self.old != self.new
        self.watcher = Watcher()

    def _ready(self, folder: Path) -> None:
        if self.first:
            pages_in(folder)
        else:
            shutil.copytree(built(self.folder.parent / "built"), folder)
            # A copy has other times, by which a build tells what has changed.
            (folder / ".kg" / "build.json").unlink()
        self.change(folder)

    def kill(self, moment: Moment, number: int) -> str:
        del number
        folder = self.folder / "killed"
        seen: list[dict[str, list[str]]] = []

        @contextlib.contextmanager
        def watched(folder: Path) -> Iterator[None]:
            with self.watcher.on(folder) as found:
                yield
            seen.append(found)

        trace = until_killed(self._ready, folder, BUILD, moment, self.trace, watched=watched)
        for each in seen:
            self._none_torn(each)
        self._told(folder)
        self._made_good(folder)
        return trace.where

    def _none_torn(self, seen: dict[str, list[str]]) -> None:
        assert seen.pop("errors", []) == []
        for name, digests in seen.items():
            torn = set(digests) - {self.old[name], self.new[name]}
            assert not torn, f"{name} was seen neither as it was nor as it was to be"

    def _told(self, folder: Path) -> None:
        """Of what stands there now: the set is old, or new, or `kg verify` tells that it is neither."""
        now = state_of(folder)
        self._none_torn({name: [digest] for name, digest in now.items()})
        out = places_of(folder).out
        data = [name for name in FILES if not name.endswith(".html")]
        one = [all(now[name] == each[name] for name in data) for each in (self.old, self.new)]
        try:
            told = bool(check_manifest(out))
        except FilmgraphError:
            told = True
        assert told or any(one), "a set of two builds, and the manifest does not tell"
        if any(now[name] != self.old[name] for name in (*data, STORE)):
            assert now["ledger"] == self.new["ledger"], "an IRI was to be seen before it was issued"

    def _made_good(self, folder: Path) -> None:
        places = places_of(folder)
        build(places)
        assert state_of(folder) == self.new, "the next build does not give what an unkilled one gives"
        assert strays_in(folder) == []
        assert names_in(folder) == self.names
        assert unchanged(places) is not None
        verdict = verify(read_sources(places.sources), places.out)
        assert (verdict.proven, verdict.faults) == (verdict.claims, ())

    def end(self) -> None:
        self.watcher.end()


def document(folder: Path) -> None:
    (folder / "pages" / "four.txt").write_text(_NEW + "\n", encoding="utf-8")


def decide(folder: Path) -> None:
    (folder / "identity" / "decisions.jsonl").write_text(json.dumps(_DECISION) + "\n", encoding="utf-8")
