"""What the scenes share: made-up pages, the command that builds them, and killing what works on them."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kills import KG, Moment, Trace, run
from states import places_of

from kg.build import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

__all__ = ["BUILD", "Scene", "built", "pages_in", "until_killed"]

# Made-up pages: films of a few countries, and people some of whose names look alike.
PAGES = {
    "one": "The Salt Road is a 2021 Belgian-French drama film directed by Ana Ruiz. It stars Bo Lind and Clara Voss.",
    "two": "Quiet Harbour is a 2020 French comedy film directed by Anna Ruiz. It stars Bo Lind.",
    "three": "Winter Ferry is a 2019 Danish drama film directed by Mia Holt. It stars Clara Voss and Tom Eck.",
}
BUILD = ("build", "pages", "--out", "exports", "--store", ".kg/store", "--identity", "identity")


@dataclass
class Scene:
    """One kind of work that is killed: `kill` gives where it was, and raises AssertionError for a broken promise."""

    folder: Path

    def kill(self, moment: Moment, number: int) -> str:
        raise NotImplementedError

    def end(self) -> None:
        """Let go of what was started for this scene."""


def pages_in(folder: Path) -> None:
    (folder / "pages").mkdir(parents=True)
    for name, text in PAGES.items():
        (folder / "pages" / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


def built(folder: Path) -> Path:
    """Give a folder in which the made-up pages were built."""
    if not folder.exists():
        pages_in(folder)
        build(places_of(folder))
    return folder


def until_killed(
    ready: Callable[[Path], None],
    folder: Path,
    command: tuple[str, ...],
    moment: Moment,
    clean: Trace,
    program: str = KG,
    watched: Callable[[Path], AbstractContextManager[object]] = contextlib.nullcontext,
) -> Trace:
    """Ready a folder, and kill what runs in it; where it was done before its time had come, do so again and earlier.

    How long a run takes varies with what else the machine does. `watched` looks on meanwhile.
    """
    share = moment.share
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        ready(folder)
        with watched(folder):
            trace = run(folder, command, Moment(share, moment.timed), clean, program)
        if trace.killed:
            return trace
        assert trace.code == 0, trace.messages
        share *= 0.7
