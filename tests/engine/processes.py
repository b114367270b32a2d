"""The processes that a test has started, and how to kill some of them while work goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LOOK = 0.02  # seconds between two looks
_PATIENCE = 300.0


def below(ancestor: int) -> dict[int, str]:
    """Give the command lines of all processes that descend from one, by number."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            number = int(folder.name)
            parents[number] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            commands[number] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    found: dict[int, str] = {}
    wave = {ancestor}
    while wave:
        wave = {number for number, parent in parents.items() if parent in wave} - found.keys()
        found |= {number: commands[number] for number in wave}
    return found


def executors() -> list[int]:
    """Give the numbers of the executors' JVMs."""
    return sorted(number for number, said in below(os.getpid()).items() if "CoarseGrainedExecutorBackend" in said)


def python_workers() -> list[int]:
    """Give the numbers of the Python workers: they are forked off a daemon and look like it."""
    daemons = [number for number, said in below(os.getpid()).items() if "pyspark.daemon" in said]
    return sorted({child for number in daemons for child in below(number)})


@contextlib.contextmanager
def killing(begun: Callable[[], bool], find: Callable[[], list[int]]) -> Iterator[list[int]]:
    """Kill one of the processes found as soon as work has begun; the list given then holds its number."""
    killed: list[int] = []
    over = threading.Event()

    def wait() -> None:
        for _ in range(int(_PATIENCE / _LOOK)):
            if over.wait(_LOOK):
                return
            found = find() if begun() else []
            if found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(found[0], signal.SIGKILL)
                    killed.append(found[0])
                    return

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()
