"""Processes that are killed: at a moment of their time, or just before one of the things that they do to the disk."""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import subprocess
import sys
import time
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["KG", "Moment", "Trace", "run"]

# Tells through a pipe what the process is about to do to files (Python's audit events) and the steps of a build, and
# ends the process, as SIGKILL does, right before one of these: argv is the pipe, the number of that one, the program.
_TOLD = """
import os, sys
pipe, fatal, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
del sys.argv[1:4]
count = 0
def tell(what):
    global count
    count += 1
    os.write(pipe, (what.replace("\\n", " ") + "\\n").encode())
    if count == fatal:
        os.kill(os.getpid(), 9)
def watch(event, args):
    if event == "open":
        if isinstance(args[2], int) and args[2] & 3 and isinstance(args[0], str) and "__pycache__" not in args[0]:
            tell("open " + os.path.basename(args[0]))
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "sqlite3.connect"):
        tell(event + " " + os.path.basename(str(args[0])))
    elif event == "ctypes.dlsym" and args[1] == "renameat2":
        tell("exchange")
import kg.build
build = kg.build.build
def stepwise(places, say=lambda *_: None, *rest, **named):
    return build(places, lambda step, *more: (tell("step " + str(step)), say(step, *more)), *rest, **named)
kg.build.build = stepwise
sys.dont_write_bytecode = True
sys.addaudithook(watch)
exec(program)
"""
KG = "from kg.cli import main; main()"
"""The program that is the command itself."""
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: at a share (0 to 1) of the time from its first act to its last, or right before one of its acts.

    A share of time is looked up in a run to the end, as the time after an act: so it falls where it should also on a
    machine that is slower just now.
    """

    share: float
    timed: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """What a process told before its end, and after how many seconds, its exit code, and what it printed."""

    acts: tuple[str, ...]
    times: tuple[float, ...]
    code: int
    printed: str
    messages: str

    @property
    def killed(self) -> bool:
        return self.code == -signal.SIGKILL

    @property
    def where(self) -> str:
        """The step of a build, if it is one, and the last thing that it was about to do."""
        steps = [act.removeprefix("step ") for act in self.acts if act.startswith("step ")]
        last = self.acts[-1] if self.acts and not self.acts[-1].startswith("step ") else ""
        # Names of files with a number or a digest in them would make a row of the table each.
        verb, _, name = last.partition(" ")
        name = name if not any(letter.isdigit() for letter in name) else name.rpartition(".")[2]
        return f"{steps[-1] if steps else '':<18} {verb} {name}".rstrip()


def run(
    folder: Path, command: Sequence[str], moment: Moment | None = None, clean: Trace | None = None, program: str = KG
) -> Trace:
    """Run a program in a folder, and kill it at a moment, which `clean`, a run to its end, makes known."""
    fatal, last, after = 0, 0, _PATIENCE
    if moment and clean:
        if moment.timed:
            when = moment.share * clean.times[-1]
            last = bisect_right(clean.times, when)
            after = when - clean.times[last - 1]
        else:
            fatal = 1 + int(moment.share * len(clean.acts))
    ours, theirs = os.pipe()
    with (folder / ".printed").open("w+b") as printed, (folder / ".messages").open("w+b") as messages:
        process = subprocess.Popen(
            [sys.executable, "-c", _TOLD, str(theirs), str(fatal), program, *command],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=printed, stderr=messages, pass_fds=(theirs,),
        )  # fmt: skip
        os.close(theirs)
        try:
            acts, times = _listen(ours, last, after)
            if moment and moment.timed:
                process.kill()
            rest = _listen(ours, 0, _PATIENCE)
            code = process.wait(_PATIENCE)
        finally:
            os.close(ours)
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()
        printed.seek(0)
        messages.seek(0)
        said = printed.read().decode(), messages.read().decode()
    for name in (".printed", ".messages"):
        (folder / name).unlink()
    return Trace((*acts, *rest[0]), (*times, *rest[1]), code, *said)


def _listen(pipe: int, last: int, after: float) -> tuple[list[str], list[float]]:
    """Take in what is told until some seconds after so many acts, or to the end; give it with its times."""
    acts: list[str] = []
    times: list[float] = []
    torn = ""
    began, end = 0.0, math.inf
    while True:
        left = min(end - time.monotonic(), _PATIENCE)
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return acts, times
        piece = os.read(pipe, 1 << 16)
        if not piece:
            return acts, times
        began = began or time.monotonic()
        *whole, torn = (torn + piece.decode()).split("\n")
        acts += whole
        times += [time.monotonic() - began] * len(whole)
        if end == math.inf and len(acts) >= last:
            end = time.monotonic() + after
