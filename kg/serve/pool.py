"""The pool: worker processes that answer side by side, each of which can be killed, and is then replaced.

A worker answers one request at a time. Two are there from the start; more are started, up to a limit, when none has
become free for a while, so that slow queries stand in nobody's way, and many quick ones do not crowd the machine. A
query that takes too long loses its worker, and so does one that takes too much memory or fells the engine: the next
finds another. When a build has put a new store in place, workers that look at the old one are replaced as they become
free.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import time
from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from kg.errors import LimitError, UsageError
from kg.serve.frame import Inbox, pack
from kg.serve.reply import Reply

if TYPE_CHECKING:
    from kg.serve.frame import Frame
    from kg.serve.limits import Limits, Source

__all__ = ["Pool"]

_READY = 30.0  # seconds in which a worker must have opened the store
_PATIENCE = 0.05  # seconds in which some worker must become free, or another one is started
_TURNS = 3  # times that a query which waited for the processor is given more time
_LOOK = 0.5  # seconds between looks at whether the store was replaced


class _LostError(Exception):
    """The worker ended before it answered."""


class _Worker(asyncio.SubprocessProtocol):
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
            self._awaited.set_exception(_LostError())

    def receive(self) -> asyncio.Future[Frame]:
        """Await the next frame."""
        self._awaited = asyncio.get_running_loop().create_future()
        if self.gone.done():
            self._awaited.set_exception(_LostError())
        return self._awaited

    def send(self, frame: bytes) -> None:
        """Have a frame written."""
        pipe = self.process.get_pipe_transport(0) if self.process else None
        if pipe is not None:
            cast("asyncio.WriteTransport", pipe).write(frame)

    async def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        if self.process and not self.gone.done():
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.gone
        if self.process:
            self.process.close()


class Pool:
    """Workers over one source. Use it within one event loop, between `start` and `stop`."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self._most = 1 if source.scratch else max(1, limits.workers)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._starting = 0
        self._waiting: deque[tuple[asyncio.Future[_Worker], float]] = deque()
        self._clock: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._freed = 0.0
        self._looked = 0.0
        self._version: object = None
        self._stopped = False

    async def start(self) -> None:
        """Start the first workers; raises UsageError where the store cannot be opened."""
        self._idle.append(await self._spawn())
        if self._most > 1:
            self._grow()

    async def stop(self) -> None:
        """End all workers."""
        self._stopped = True
        if self._clock:
            self._clock.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*(worker.end() for worker in (*self._idle, *self._busy)))
        self._idle.clear()

    async def request(self, head: dict[str, Any], body: bytes = b"") -> Reply:
        """Have a worker answer; raises LimitError where it takes too long, takes its worker down, or finds no place."""
        worker = await self._take()
        answer = worker.receive()
        worker.clock = asyncio.get_running_loop().call_later(self.limits.seconds, self._expire, worker, answer, 1)
        try:
            worker.send(pack(head, body))
            said, data = await answer
        except TimeoutError:
            self._lose(worker)
            what = f"it took more than {self.limits.seconds:g} seconds"
            raise LimitError(what, do="ask for less, or ask more precisely") from None
        except _LostError:
            self._lose(worker)
            what = "it took more memory than it may, or was too much for the engine"
            raise LimitError(what, do="ask for less, or more simply") from None
        except BaseException:
            self._lose(worker)
            raise
        finally:
            if worker.clock:
                worker.clock.cancel()
        worker.worked = said["worked"]
        self._give_back(worker)
        return Reply(said["status"], said["headers"], data)

    async def _take(self) -> _Worker:
        while self._idle:
            worker = self._idle.pop()
            if self._good(worker):
                self._busy.add(worker)
                return worker
        if len(self._waiting) >= self.limits.waiting:
            raise LimitError("too many are asking at once", do="ask again in a moment")
        loop = asyncio.get_running_loop()
        place: asyncio.Future[_Worker] = loop.create_future()
        self._waiting.append((place, loop.time() + self.limits.patience))
        if not self._busy and not self._starting:
            self._grow()
        if self._clock is None:
            self._clock = loop.call_later(_PATIENCE, self._tick)
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and not place.exception():
                self._give_back(place.result())
            raise

    def _tick(self) -> None:
        """Start another worker where none has become free for a while; send away who has waited too long."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        while self._waiting and (self._waiting[0][0].done() or self._waiting[0][1] <= now):
            place, _ = self._waiting.popleft()
            if not place.done():
                place.set_exception(LimitError("all workers are busy", do="ask again in a moment"))
        here = len(self._busy) + len(self._idle)
        if self._waiting and now - self._freed > _PATIENCE and not self._starting and here < self._most:
            self._grow()
        self._clock = loop.call_later(_PATIENCE, self._tick) if self._waiting else None

    def _good(self, worker: _Worker) -> bool:
        """Tell whether a worker is there and looks at the store that stands there; replace it otherwise."""
        if not worker.gone.done() and worker.version == self._current():
            return True
        self._lose(worker)
        return False

    def _give_back(self, worker: _Worker) -> None:
        self._busy.discard(worker)
        self._freed = asyncio.get_running_loop().time()
        if self._good(worker):
            self._hand(worker)

    def _hand(self, worker: _Worker) -> None:
        """Give a free worker to who has waited longest, else keep it."""
        while self._waiting:
            place, _ = self._waiting.popleft()
            if not place.done():
                self._busy.add(worker)
                place.set_result(worker)
                return
        self._idle.append(worker)

    def _lose(self, worker: _Worker) -> None:
        """End a worker, and start another in its place."""
        self._busy.discard(worker)
        self._run(self._replace(worker))

    async def _replace(self, worker: _Worker) -> None:
        await worker.end()
        if not self._stopped and not self._starting and len(self._idle) + len(self._busy) < self._most:
            self._grow()

    def _grow(self) -> None:
        self._starting += 1
        self._run(self._add())

    async def _add(self) -> None:
        try:
            worker = await self._spawn()
        except UsageError as error:
            print(f"kg: {error}", file=sys.stderr)  # noqa: T201 - nobody waits for this worker alone
            await asyncio.sleep(0.5)
        else:
            self._hand(worker)
        finally:
            self._starting -= 1

    def _run(self, coroutine: Any) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _spawn(self) -> _Worker:
        version = self._current()
        source = asdict(self.source) | {"store": str(self.source.store)}
        settings = json.dumps({"source": source, "limits": asdict(self.limits)})
        loop = asyncio.get_running_loop()
        _, worker = await loop.subprocess_exec(
            lambda: _Worker(version), sys.executable, "-m", "kg.serve.worker", settings, stderr=None,
            start_new_session=True,
        )  # fmt: skip
        try:
            async with asyncio.timeout(_READY):
                head, _ = await worker.receive()
        except (TimeoutError, _LostError):
            head = {"what": "a worker could not open the store", "where": str(self.source.store)}
        except BaseException:
            await worker.end()
            raise
        if not head.get("ready"):
            await worker.end()
            raise UsageError(head["what"], where=head.get("where", ""), do=head.get("do", "run `kg build`"))
        return worker

    def _expire(self, worker: _Worker, answer: asyncio.Future[Frame], turn: int) -> None:
        """End a query that has worked for as long as it may; one that mostly waited for others gets more time."""
        if answer.done():
            return
        pid = worker.process.get_pid() if worker.process else 0
        work = _work(pid)
        left = 0.0 if work is None else self.limits.seconds - (work - worker.worked)
        if turn > _TURNS or left < 0.05 * self.limits.seconds:
            answer.set_exception(TimeoutError())
            return
        worker.clock = asyncio.get_running_loop().call_later(left, self._expire, worker, answer, turn + 1)

    def _current(self) -> object:
        """Tell which store stands there: another folder than before, another version."""
        now = time.monotonic()
        if now - self._looked > _LOOK and not self.source.scratch:
            self._looked = now
            with contextlib.suppress(OSError):  # between two renames of a build there is none for a moment
                found = self.source.store.stat()
                self._version = (found.st_dev, found.st_ino)
        return self._version


def _work(pid: int) -> float | None:
    """Give the seconds that a process has worked, where the system tells (Linux)."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - no file, but a question to the system
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None
