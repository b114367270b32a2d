"""Progress: what a long command is at, on a terminal: how much of how much, how fast, and how long it takes yet."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

__all__ = ["Progress"]

_QUIET = 2.0
"""Seconds for which nothing is shown: most commands are done by then."""


class Progress:
    """Shows steps and counts on standard error while the command runs, where that is a terminal; a context manager.

    `say` begins a step, `count` tells how much of how much of it is done. Nothing stays on the screen afterwards.
    """

    def __init__(self, *, terminal: bool | None = None) -> None:
        self._terminal = sys.stderr.isatty() if terminal is None else terminal
        self._bars: Bars | None = None
        self._step: TaskID | None = None
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Self:
        """Begin to wait for the moment from which on things are shown."""
        if self._terminal:
            self._bars = _bars()
            self._timer = threading.Timer(_QUIET, self._bars.start)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the screen of it."""
        if self._timer is not None and self._bars is not None:
            self._timer.cancel()
            self._timer.join()
            self._bars.stop()

    def say(self, step: str) -> None:
        """Begin a step."""
        if self._bars is None:
            return
        if self._step is not None:
            done = self._bars.tasks[-1].completed or 1
            self._bars.update(self._step, total=done, completed=done)
        self._step = self._bars.add_task(step, total=None)

    def count(self, done: int, of: int) -> None:
        """Tell how much of how much of the step is done."""
        if self._bars is not None and self._step is not None:
            self._bars.update(self._step, completed=done, total=of)


def _bars() -> Bars:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Shown
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed and task.total and task.total > 1 else "")

    return Shown(
        TextColumn("  {task.description}"), BarColumn(24), MofNCompleteColumn(), Rate(), TimeElapsedColumn(),
        TextColumn("left"), TimeRemainingColumn(), console=Console(stderr=True), transient=True,
    )  # fmt: skip
