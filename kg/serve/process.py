"""A worker's process as the server sees it: what is sent to it, what it answers, and how it fares."""

from __future__ import annotations

import asyncio
import contextlib
import os
from typing import TYPE_CHECKING, cast

from kg.serve.frame import Inbox

if TYPE_CHECKING:
    from kg.serve.frame import Frame

__all__ = ["LostError", "StoppedError", "Worker"]


class LostError(Exception):
    """The worker ended before it answered."""


class StoppedError(LostError):
    """The worker was stopped from outside, and would never answer."""


class Worker(asyncio.SubprocessProtocol):
    """A process, and the one answer that is awaited from it."""

    def __init__(self, version: object) -> None:
        self.version = version
        self.process: asyncio.SubprocessTransport | None = None
        self.worked = 0.0  # seconds of work when it last answered
        self.clock: asyncio.TimerHandle | None = None
        self.gone = asyncio.get_running_loop().create_future()
        self._inbox = Inbox()
        self._awaited: asyncio.Future[Frame] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the process."""
        self.process = cast("asyncio.SubprocessTransport", transport)

    def pipe_data_received(self, fd: int, data: bytes | str) -> None:
        """Take in what the worker says."""
        del fd
        frame = self._inbox.take(cast("bytes", data))
        if frame is not None and self._awaited and not self._awaited.done():
            self._awaited.set_result(frame)

    def process_exited(self) -> None:
        """Tell who waits that nothing will come."""
        if not self.gone.done():
            self.gone.set_result(None)
        if self._awaited and not self._awaited.done():
            self._awaited.set_exception(LostError())

    def receive(self) -> asyncio.Future[Frame]:
        """Await the next frame."""
        self._awaited = asyncio.get_running_loop().create_future()
        if self.gone.done():
            self._awaited.set_exception(LostError())
        return self._awaited

    def send(self, frame: bytes) -> None:
        """Have a frame written."""
        pipe = self.process.get_pipe_transport(0) if self.process else None
        try:
            if pipe is not None:
                cast("asyncio.WriteTransport", pipe).write(frame)
        except (OSError, RuntimeError):  # the pipe is closed, and the process soon to be reported gone
            if self._awaited and not self._awaited.done():
                self._awaited.set_exception(LostError())

    async def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        if self.process and not self.gone.done():
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.gone
        if self.process:
            self.process.close()

    def stopped(self) -> bool:
        """Tell whether somebody has stopped the process (SIGSTOP), where the system tells (Linux)."""
        return self._fields()[:1] in ([b"T"], [b"t"])

    def work(self) -> float | None:
        """Give the seconds that the process has worked, where the system tells (Linux)."""
        try:
            user, system = self._fields()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError):
            return None

    def _fields(self) -> list[bytes]:
        """Give what Linux says of a process, from its state on (proc(5)); nothing elsewhere."""
        try:
            pid = self.process.get_pid() if self.process else 0
            with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - no file, but a question to the system
                return file.read().rpartition(b")")[2].split()
        except OSError:
            return []
