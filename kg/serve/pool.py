"""The pool: worker processes that answer side by side, each of which can be killed, and is then replaced.

A worker answers one request at a time. A few are there from the start; more are started, up to a limit, when none has
become free for a while, so that slow queries stand in nobody's way, and many quick ones do not crowd the machine. A
query that takes too long loses its worker, and so does one that takes too much memory or fells the engine: the next
finds another. A worker that dies or is stopped from outside as it takes a question costs that question nothing. When a
build has put a new store in place, workers that look at the old one are replaced as they become free. What several
ask in the same words at once is answered once, and costs no more where it is too much.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import sys
import time
from collections import deque
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from kg.errors import LimitError, UsageError
from kg.serve.frame import pack
from kg.serve.process import LostError, StoppedError, Worker
from kg.serve.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.serve.frame import Frame
    from kg.serve.limits import Limits, Source

__all__ = ["Pool"]

_FIRST = 2  # workers from the start: while one is being told what to do, another works
_READY = 30.0  # seconds in which a worker must have opened the store
_PATIENCE = 0.05  # seconds in which some worker must become free, or another one is started,
_LONG = 0.25  # and where there are already more workers than processors, which would only crowd one another
_GLANCE = 0.5  # seconds after which a worker that has not answered is looked at: it may have been stopped
_SUDDEN = 0.1  # seconds: a worker that is lost sooner was most likely not felled by the question
_AT_ONCE = 2  # workers that start side by side
_MOST_HELD = 512 << 20  # bytes of answers that wait to be fetched
_TURNS = 3  # times that a query which waited for the processor is given more time
_OF_CHANCE = re.compile(rb"rand|uuid|now|bnode", re.IGNORECASE)  # functions of which each asker wants a value
_LOOK = 0.5  # seconds between looks at whether the store was replaced


class Pool:
    """Workers over one source. Use it within one event loop, between `start` and `stop`."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self._processors = os.cpu_count() or 1
        self._most = 1 if source.scratch else max(1, limits.workers)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._starting = self._ending = 0
        self._waiting: deque[tuple[asyncio.Future[Worker], float]] = deque()
        self._clock: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._flights: dict[bytes, asyncio.Future[Reply]] = {}
        self._freed = 0.0
        self._held = 0
        self._looked = -_LOOK
        self._version: object = None
        self._stopped = False

    async def start(self) -> None:
        """Start the first workers; raises UsageError where the store cannot be opened."""
        self._idle.append(await self._spawn())
        for _ in range(min(_FIRST, self._most) - 1):
            self._grow()

    async def stop(self) -> None:
        """End all workers."""
        self._stopped = True
        if self._clock:
            self._clock.cancel()
        for task in self._tasks:
            task.cancel()
        for flight in self._flights.values():
            flight.cancel()
        await asyncio.gather(*(worker.end() for worker in (*self._idle, *self._busy)))
        self._idle.clear()

    @contextlib.contextmanager
    def holding(self, size: int) -> Iterator[None]:
        """Count the bytes of an answer while somebody fetches it: there is no asking while too many wait."""
        self._held += size
        try:
            yield
        finally:
            self._held -= size

    async def request(self, head: dict[str, Any], body: bytes = b"") -> Reply:
        """Have a worker answer; raises LimitError where it takes too long, takes its worker down, or finds no place."""
        if self._held > _MOST_HELD:
            raise LimitError("too many answers are still to be fetched", do="ask again in a moment")
        frame = pack(head, body)
        if self.source.scratch or _OF_CHANCE.search(frame):
            return await self._answer(frame)
        flight = self._flights.get(frame)
        if flight is None:
            flight = self._flights[frame] = asyncio.ensure_future(self._answer(frame))
            flight.add_done_callback(partial(self._landed, frame))
        return await asyncio.shield(flight)

    def _landed(self, frame: bytes, flight: asyncio.Future[Reply]) -> None:
        del self._flights[frame]
        if not flight.cancelled():
            flight.exception()  # whoever asked has it, or has gone

    async def _answer(self, frame: bytes) -> Reply:
        # Asked once more, a question does no harm; a change might, of which nobody knows whether it was made.
        for last in (self.source.scratch, True):
            worker = await self._take()
            began = time.monotonic()
            try:
                return await self._ask(worker, frame)
            except LostError as error:
                sudden = isinstance(error, StoppedError) or time.monotonic() - began < _SUDDEN
                if last or not sudden:
                    break
                await self._sound()
        what = "it took more memory than it may, or was too much for the engine"
        raise LimitError(what, do="ask for less, or more simply")

    async def _ask(self, worker: Worker, frame: bytes) -> Reply:
        answer = worker.receive()
        soon = min(_GLANCE, self.limits.seconds)
        worker.clock = asyncio.get_running_loop().call_later(soon, self._glance, worker, answer, soon)
        try:
            worker.send(frame)
            said, data = await answer
        except TimeoutError:
            self._lose(worker)
            what = f"it took more than {self.limits.seconds:g} seconds"
            raise LimitError(what, do="ask for less, or ask more precisely") from None
        except BaseException:
            self._lose(worker)
            raise
        finally:
            if worker.clock:
                worker.clock.cancel()
        worker.worked = said["worked"]
        self._give_back(worker)
        return Reply(said["status"], said["headers"], data)

    async def _take(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if self._good(worker):
                self._busy.add(worker)
                if not self._idle:
                    self._watch()
                return worker
        if len(self._waiting) >= self.limits.waiting:
            raise LimitError("too many are asking at once", do="ask again in a moment")
        loop = asyncio.get_running_loop()
        place: asyncio.Future[Worker] = loop.create_future()
        self._waiting.append((place, loop.time() + self.limits.patience))
        if not self._busy and not self._starting:
            self._grow()
        self._watch()
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and not place.exception():
                self._give_back(place.result())
            raise

    def _watch(self) -> None:
        if self._clock is None and not self._stopped:
            self._clock = asyncio.get_running_loop().call_later(_PATIENCE, self._tick)

    def _tick(self) -> None:
        """Start another worker where none has become free for a while; send away who has waited too long."""
        self._clock = None
        loop = asyncio.get_running_loop()
        now = loop.time()
        while self._waiting and (self._waiting[0][0].done() or self._waiting[0][1] <= now):
            place, _ = self._waiting.popleft()
            if not place.done():
                place.set_exception(LimitError("all workers are busy", do="ask again in a moment"))
        crowded = len(self._busy) + self._starting > self._processors
        if not self._idle and now - self._freed > (_LONG if crowded else _PATIENCE):
            self._grow()  # for who waits, or for who comes next
        if self._waiting or (self._busy and not self._idle):
            self._watch()

    def _good(self, worker: Worker) -> bool:
        """Tell whether a worker is there and looks at the store that stands there; replace it otherwise."""
        if not worker.gone.done() and worker.version == self._current():
            return True
        self._lose(worker)
        return False

    async def _sound(self) -> None:
        """See to it that who is asked next is well: where one was killed or stopped, others may be about to fall."""
        for worker in [each for each in self._idle if each.stopped()]:
            self._idle.remove(worker)
            self._lose(worker)
        for _ in range(self._most):
            with contextlib.suppress(LostError):
                await self._ask(await self._take(), pack({"task": "ping"}))
                return

    def _give_back(self, worker: Worker) -> None:
        self._busy.discard(worker)
        self._freed = asyncio.get_running_loop().time()
        if self._good(worker):
            self._hand(worker)

    def _hand(self, worker: Worker) -> None:
        """Give a free worker to who has waited longest, else keep it."""
        while self._waiting:
            place, _ = self._waiting.popleft()
            if not place.done():
                self._busy.add(worker)
                place.set_result(worker)
                return
        self._idle.append(worker)

    def _lose(self, worker: Worker) -> None:
        """End a worker, and start another in its place."""
        self._busy.discard(worker)
        self._run(self._replace(worker))

    async def _replace(self, worker: Worker) -> None:
        self._ending += 1
        try:
            await worker.end()
        finally:
            self._ending -= 1
        self._grow(_AT_ONCE)

    def _grow(self, at_once: int = 1) -> None:
        """Start another worker, where there may be more; so many may start side by side."""
        # A scratch dataset is locked until the worker that held it has ended.
        here = len(self._idle) + len(self._busy) + self._starting + (self._ending if self.source.scratch else 0)
        if here < self._most and self._starting < at_once and not self._stopped:
            self._starting += 1
            self._run(self._add())

    async def _add(self) -> None:
        try:
            worker = await self._spawn()
        except (UsageError, OSError) as error:
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

    async def _spawn(self) -> Worker:
        version = self._current()
        source = asdict(self.source) | {"store": str(self.source.store)}
        settings = json.dumps({"source": source, "limits": asdict(self.limits), "parent": os.getpid()})
        loop = asyncio.get_running_loop()
        _, worker = await loop.subprocess_exec(
            lambda: Worker(version), sys.executable, "-m", "kg.serve.worker", settings, stderr=None,
            start_new_session=True, env=os.environ | {"RUST_BACKTRACE": "0"},
        )  # fmt: skip
        try:
            async with asyncio.timeout(_READY):
                head, _ = await worker.receive()
        except (TimeoutError, LostError) as error:
            what = "ended" if isinstance(error, LostError) else f"took more than {_READY:g} seconds"
            head = {"what": f"a worker {what} before it had opened the store", "where": str(self.source.store)}
        except BaseException:
            await worker.end()
            raise
        if not head.get("ready"):
            await worker.end()
            raise UsageError(head["what"], where=head.get("where", ""), do=head.get("do", "run `kg build`"))
        worker.worked = head["worked"]
        return worker

    def _glance(self, worker: Worker, answer: asyncio.Future[Frame], waited: float) -> None:
        """Give up a worker that somebody has stopped; let others work for as long as they may."""
        if answer.done():
            return
        if worker.stopped():
            answer.set_exception(StoppedError())
            return
        left = self.limits.seconds - waited
        worker.clock = asyncio.get_running_loop().call_later(left, self._expire, worker, answer, 1)

    def _expire(self, worker: Worker, answer: asyncio.Future[Frame], turn: int) -> None:
        """End a query that has worked for as long as it may; one that mostly waited for others gets more time."""
        if answer.done():
            return
        work = worker.work()
        left = 0.0 if work is None else self.limits.seconds - (work - worker.worked)
        if turn > _TURNS or left < 0.05 * self.limits.seconds:
            answer.set_exception(TimeoutError())
            return
        worker.clock = asyncio.get_running_loop().call_later(left, self._expire, worker, answer, turn + 1)

    def _current(self) -> object:
        """Tell which store stands there: another folder than before, another version.

        The file system gives a number anew once it is free, so the time counts as well.
        """
        now = time.monotonic()
        if now - self._looked > _LOOK and not self.source.scratch:
            self._looked = now
            with contextlib.suppress(OSError):  # between two renames of a build there is none for a moment
                found = self.source.store.stat()
                self._version = (found.st_dev, found.st_ino, found.st_mtime_ns)
        return self._version
