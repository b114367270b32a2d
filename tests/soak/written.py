"""Files that a command writes over earlier ones, and judgements that are added to a file: both killed midway."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kills import Moment, run
from stage import Scene, built, until_killed
from states import names_in

from kg.resolve import read_judgements

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Judge", "Publish"]


@dataclass
class Publish(Scene):
    """One file that a command writes over an earlier one."""

    command: tuple[str, ...]

    def __post_init__(self) -> None:
        clean = self.folder / "clean"
        self._ready(clean)
        self.old = (clean / self.command[-1]).read_bytes()
        self.trace = run(clean, self.command)
        assert self.trace.code == 0, self.trace.messages
        self.new = (clean / self.command[-1]).read_bytes()
        self.names = names_in(clean)

    def _ready(self, folder: Path) -> None:
        shutil.copytree(built(self.folder.parent / "built"), folder)
        (folder / self.command[-1]).write_bytes(b"as it was\n" * 1000)

    def kill(self, moment: Moment, number: int) -> str:
        del number
        folder = self.folder / "killed"
        trace = until_killed(self._ready, folder, self.command, moment, self.trace)
        assert (folder / self.command[-1]).read_bytes() in (self.old, self.new)
        again = run(folder, self.command)
        assert again.code == 0, again.messages
        assert (folder / self.command[-1]).read_bytes() == self.new
        assert names_in(folder) == self.names
        return trace.where


_JUDGING = """
from pathlib import Path
from kg.resolve.judgement import Judged, Judgement, add_judgements
for number in range(25):
    left, right = (Judged("Person", f"{name} {number}") for name in ("Ana Ruiz", "Anna Ruiz"))
    made = [Judgement("different", left, right, None, "editor", "2026-11-21", "x" * 9000, 0)] * (1 + number % 3)
    add_judgements(Path("identity/decisions.jsonl"), made)
    print(number, flush=True)
"""


@dataclass
class Judge(Scene):
    """Judgements that are added one after the other, as a review does; each is told once it is kept."""

    def __post_init__(self) -> None:
        clean = self.folder / "clean"
        self._ready(clean)
        self.trace = run(clean, (), program=_JUDGING)
        assert self.trace.code == 0, self.trace.messages

    def _ready(self, folder: Path) -> None:
        (folder / "identity").mkdir(parents=True)

    def kill(self, moment: Moment, number: int) -> str:
        del number
        folder = self.folder / "killed"
        trace = until_killed(self._ready, folder, (), moment, self.trace, _JUDGING)
        path = folder / "identity" / "decisions.jsonl"
        kept = [each.left.name for each in read_judgements(path)]
        told = len(trace.printed.splitlines())
        whole = [[f"Ana Ruiz {n}" for n in range(many) for _ in range(1 + n % 3)] for many in (told, told + 1)]
        assert kept in whole, f"{told} were acknowledged, of which {len(kept)} lines are there"
        again = run(folder, (), program=_JUDGING)
        assert again.code == 0, again.messages
        assert len(read_judgements(path)) == len(kept) + len(whole[0]) + sum(1 + n % 3 for n in range(told, 25))
        assert names_in(folder) == ["identity", "identity/decisions.jsonl"]
        return f"{'judging':<18} {trace.acts[-1].partition(' ')[0]}"
