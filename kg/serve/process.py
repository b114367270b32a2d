"""A worker's process as the server sees it: what is sent to it, what it answers, and how it fares.

It answers on several lanes, each a thread and a socket of its own, so that those who ask alike at once read the store
together: what one has unpacked of it, the others find ready.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict
from functools import partial
from subprocess import DEVNULL
from typing import TYPE_CHECKING, cast

from kg.errors import UsageError
from kg.serve.frame import Inbox

if TYPE_CHECKING:
    from kg.serve.frame import Frame
    from kg.serve.limits import Limits, Source

__all__ = ["TELLS", "CrowdedError", "Lane", "LostError", "StoppedError", "Worker", "start_worker"]

TELLS = sys.platform == "linux"
"""Whether the system tells what each thread has worked."""
_READY = 30.0  # seconds in which a worker must have opened the store


class LostError(Exception):
    """The worker ended before it answered."""


class StoppedError(LostError):
    """The worker was stopped from outside, and would never answer."""


class CrowdedError(Exception):
    """There was no memory left for a question, which others at work in the same process may have taken."""


class Lane(asyncio.Protocol):
    """One thread of a worker, and the one answer that is awaited from it."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.thread = 0  # as the system numbers it
        self.busy = False
        self.shared = False  # others were at work in the same process while this question was
        self.began = 0.0  # when it was last given a question, on the clock of the event loop
        self.worked = 0.0  # seconds of work when it last answered
        self.clock: asyncio.TimerHandle | None = None
        self._inbox = Inbox()
        self._awaited: asyncio.Future[Frame] | None = None
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the socket."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Take in what the worker says."""
        frame = self._inbox.take(data)
        if frame is not None and self._awaited and not self._awaited.done():
            self._awaited.set_result(frame)

    def receive(self) -> asyncio.Future[Frame]:
        """Await the next frame."""
        self._awaited = asyncio.get_running_loop().create_future()
        if self.worker.gone.done():
            self._awaited.set_exception(LostError())
        return self._awaited

    def send(self, frame: bytes) -> None:
        """Have a frame written."""
        try:
            if self._transport is not None:
                self._transport.write(frame)
        except (OSError, RuntimeError):  # the socket is closed, and the process soon to be reported gone
            self.lose()

    def lose(self) -> None:
        """Tell who waits that nothing will come."""
        if self._awaited and not self._awaited.done():
            self._awaited.set_exception(LostError())

    def close(self) -> None:
        """Close the socket."""
        if self._transport is not None:
            self._transport.close()

    def work(self) -> float | None:
        """Give the seconds that the thread has worked, where the system tells (Linux)."""
        try:
            user, system = _fields(f"{self.worker.pid}/task/{self.thread}")[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError):
            return None


class Worker(asyncio.SubprocessProtocol):
    """A process and its lanes."""

    def __init__(self, version: object) -> None:
        self.version = version
        self.alone = False  # whoever asks is to have no company
        self.given_up = False
        self.lanes: list[Lane] = []
        self.gone = asyncio.get_running_loop().create_future()
        self._process: asyncio.SubprocessTransport | None = None

    @property
    def pid(self) -> int:
        """The number of the process; 0 before there is one."""
        return (self._process.get_pid() or 0) if self._process else 0

    @property
    def busy(self) -> int:
        """How many lanes are at work."""
        return sum(lane.busy for lane in self.lanes)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the process."""
        self._process = cast("asyncio.SubprocessTransport", transport)

    def process_exited(self) -> None:
        """Tell all who wait that nothing will come."""
        if not self.gone.done():
            self.gone.set_result(None)
        for lane in self.lanes:
            lane.lose()

    async def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        if self._process and not self.gone.done():
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self.gone
        if self._process:
            self._process.close()
        for lane in self.lanes:
            lane.close()

    def stopped(self) -> bool:
        """Tell whether somebody has stopped the process (SIGSTOP), where the system tells (Linux)."""
        try:
            return _fields(str(self.pid))[:1] in ([b"T"], [b"t"])
        except OSError:
            return False

    def held(self) -> int:
        """Give the bytes of memory that are the process's own, where the system tells (Linux), else 0."""
        try:
            with open(f"/proc/{self.pid}/statm", "rb") as file:  # noqa: PTH123 - no file, but a question to the system
                _, resident, shared, *_ = map(int, file.read().split())
        except (OSError, ValueError):
            return 0
        return (resident - shared) * os.sysconf("SC_PAGE_SIZE")


async def start_worker(source: Source, limits: Limits, version: object, lanes: int) -> Worker:
    """Start a worker of so many lanes over a store of this version; raises UsageError where it cannot open it."""
    worker = Worker(version)
    worker.lanes = [Lane(worker) for _ in range(lanes)]
    pairs = [socket.socketpair() for _ in range(lanes)]
    theirs = [pair[1] for pair in pairs]
    told = {
        "source": asdict(source) | {"store": str(source.store)},
        "limits": asdict(limits),
        "parent": os.getpid(),
        "lanes": [each.fileno() for each in theirs],
    }
    loop = asyncio.get_running_loop()
    try:
        ready = worker.lanes[0].receive()
        await loop.subprocess_exec(
            lambda: worker, sys.executable, "-m", "kg.serve.worker", json.dumps(told), stdin=DEVNULL, stdout=DEVNULL,
            stderr=None, pass_fds=told["lanes"], start_new_session=True, env=os.environ | {"RUST_BACKTRACE": "0"},
        )  # fmt: skip
        for lane, (ours, _) in zip(worker.lanes, pairs, strict=True):
            await loop.create_connection(partial(_same, lane), sock=ours)
        async with asyncio.timeout(_READY):
            head, _ = await ready
    except (TimeoutError, LostError) as error:
        what = "ended" if isinstance(error, LostError) else f"took more than {_READY:g} seconds"
        head = {"what": f"a worker {what} before it had opened the store", "where": str(source.store)}
    except BaseException:
        await worker.end()
        raise
    finally:
        for each in theirs:
            each.close()
    if not head.get("ready"):
        await worker.end()
        raise UsageError(head["what"], where=head.get("where", ""), do=head.get("do", "run `kg build`"))
    for lane, thread in zip(worker.lanes, head["ready"], strict=True):
        lane.thread = thread
    worker.lanes[0].worked = head["worked"]
    return worker


def _same(lane: Lane) -> Lane:
    return lane


def _fields(process: str) -> list[bytes]:
    """Give what Linux says of a process or of a thread, from its state on (proc(5)); raises OSError elsewhere."""
    with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123 - no file, but a question to the system
        return file.read().rpartition(b")")[2].split()
