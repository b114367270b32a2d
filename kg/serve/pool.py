"""The pool: worker processes that answer side by side, each of which can be killed, and is then replaced.

A worker answers one request at a time. Two are there from the start; more are started while all are busy, up to a
limit, so that a slow query stands in nobody's way. A query that takes too long loses its worker, and so does one that
takes too much memory or fells the engine: the next finds another. When a build has put a new store in place, workers
that look at the old one are replaced as they become free.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.errors import LimitError, UsageError
from kg.serve.frame import pack, receive_soon
from kg.serve.reply import Reply

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from kg.serve.limits import Limits, Source

__all__ = ["Pool"]

_READY = 30.0  # seconds in which a worker must have opened the store
_PATIENCE = 0.05  # seconds that a request waits for a busy worker before another one is started
_LOOK = 0.5  # seconds between looks at whether the store was replaced


class _Worker:
    def __init__(self, process: Process, version: object) -> None:
        self.process, self.version = process, version

    async def exchange(self, frame: bytes) -> Reply:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(frame)
        await self.process.stdin.drain()
        head, body = await receive_soon(self.process.stdout)
        return Reply(head["status"], head["headers"], body)

    async def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


class Pool:
    """Workers over one source. Use it within one event loop, between `start` and `stop`."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self._most = 1 if source.scratch else max(1, limits.workers)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._starting = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
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
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*(worker.end() for worker in (*self._idle, *self._busy)))
        self._idle.clear()

    async def request(self, head: dict[str, Any], body: bytes = b"") -> Reply:
        """Have a worker answer; raises LimitError where it takes too long, takes its worker down, or finds no place."""
        worker = await self._take()
        try:
            async with asyncio.timeout(self.limits.seconds):
                reply = await worker.exchange(pack(head, body))
        except TimeoutError:
            self._lose(worker)
            raise LimitError(
                f"it took more than {self.limits.seconds:g} seconds", do="ask for less, or ask more precisely"
            ) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            self._lose(worker)
            raise LimitError(
                "it took more memory than it may, or was too much for the engine", do="ask for less, or more simply"
            ) from None
        except BaseException:
            self._lose(worker)
            raise
        self._give_back(worker)
        return reply

    async def _take(self) -> _Worker:
        deadline = time.monotonic() + self.limits.seconds
        patience = _PATIENCE
        if len(self._waiting) >= self.limits.waiting:
            raise LimitError("too many are asking at once", do="ask again in a moment")
        while True:
            while self._idle:
                worker = self._idle.pop()
                if worker.process.returncode is None and worker.version == self._current():
                    self._busy.add(worker)
                    return worker
                self._lose(worker)
            here = len(self._busy) + self._starting
            if not here:
                self._grow()
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                async with asyncio.timeout(min(patience, deadline - time.monotonic())):
                    await future
            except TimeoutError:
                if time.monotonic() >= deadline:
                    raise LimitError("all workers are busy", do="ask again in a moment") from None
                if len(self._busy) + self._starting < self._most:
                    self._grow()
                patience *= 2
            finally:
                with contextlib.suppress(ValueError):
                    self._waiting.remove(future)

    def _give_back(self, worker: _Worker) -> None:
        self._busy.discard(worker)
        self._idle.append(worker)
        self._call_next()

    def _call_next(self) -> None:
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(None)
                return

    def _lose(self, worker: _Worker) -> None:
        """End a worker, and start another in its place."""
        self._busy.discard(worker)
        self._run(self._replace(worker))

    async def _replace(self, worker: _Worker) -> None:
        await worker.end()
        if not self._stopped and not self._idle and self._starting + len(self._busy) < self._most:
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
            self._idle.append(worker)
        finally:
            self._starting -= 1
            self._call_next()

    def _run(self, coroutine: Any) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _spawn(self) -> _Worker:
        version = self._current()
        source = asdict(self.source) | {"store": str(self.source.store)}
        settings = json.dumps({"source": source, "limits": asdict(self.limits)})
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", settings,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=1 << 20, start_new_session=True,
        )  # fmt: skip
        assert process.stdout
        try:
            async with asyncio.timeout(_READY):
                head, _ = await receive_soon(process.stdout)
        except (TimeoutError, asyncio.IncompleteReadError):
            head = {"what": "a worker could not open the store", "where": str(self.source.store)}
        except BaseException:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            raise
        if not head.get("ready"):
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise UsageError(head["what"], where=head.get("where", ""), do=head.get("do", "run `kg build`"))
        return _Worker(process, version)

    def _current(self) -> object:
        """Tell which store stands there: another folder than before, another version."""
        now = time.monotonic()
        if now - self._looked > _LOOK:
            self._looked = now
            with contextlib.suppress(OSError):  # between two renames of a build there is none for a moment
                found = self.source.store.stat()
                self._version = (found.st_dev, found.st_ino)
        return self._version
