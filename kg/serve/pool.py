"""The pool: worker processes that answer side by side, each of which can be killed, and is then replaced.

A few are there from the start; more are started, up to a limit, when none has become free for a while, so that slow
queries stand in nobody's way, and many quick ones do not crowd the machine. A worker answers one question at a time,
but where others wait behind questions that are neither quick nor slow, several at once: they unpack the same parts of
the store, and together do it once. A query that takes too long loses its worker, and so does one that takes too much
memory or fells the engine: the next finds another, and who was in its company is asked again, alone. A worker that
dies or is stopped from outside as it takes a question costs that question nothing. When a build has put a new store
in place, workers that look at the old one are replaced as they become free. What several ask in the same words at
once is answered once, and costs no more where it is too much.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from kg.errors import LimitError, UsageError
from kg.serve.frame import pack
from kg.serve.line import Line
from kg.serve.process import TELLS, CrowdedError, LostError, StoppedError, start_worker
from kg.serve.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.serve.frame import Frame
    from kg.serve.limits import Limits, Source
    from kg.serve.process import Lane, Worker

__all__ = ["Pool"]

_FIRST = 2  # workers from the start: while one is being told what to do, another works
_LANES = 32  # questions that one worker answers at once
_HEAVY = 0.02  # seconds of work from which a question is worth company,
_SLOW = 1.0  # and seconds of work from which its company may be too much for others
_PATIENCE = 0.05  # seconds in which some worker must become free, or another one is started,
_LONG = 0.25  # and where there are already more workers than processors, which would only crowd one another
_GLANCE = 0.5  # seconds after which a worker that has not answered is looked at: it may have been stopped
_SUDDEN = 0.1  # seconds: a worker that is lost sooner was most likely not felled by the question
_AT_ONCE = 2  # workers that start side by side
_MOST_HELD = 512 << 20  # bytes of answers that wait to be fetched
_OF_CHANCE = re.compile(rb"rand|uuid|now|bnode", re.IGNORECASE)  # functions of which each asker wants a value
_LOOK = 0.5  # seconds between looks at whether the store was replaced


class Pool:
    """Workers over one source. Use it within one event loop, between `start` and `stop`."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self._processors = os.cpu_count() or 1
        self._most = 1 if source.scratch else max(1, limits.workers)
        self._lanes = 1 if source.scratch else _LANES
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._starting = self._ending = 0
        self._line = Line(limits.waiting, limits.patience)
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
        self._idle.append(await self._spawned())
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
        alone = again = False
        while True:
            lane = await self._take(alone=alone)
            began = time.monotonic()
            try:
                return await self._ask(lane, frame)
            except CrowdedError:
                alone = True
            except LostError as error:
                if lane.shared:  # it need not have been this question that felled the worker
                    alone = True
                    continue
                # Asked once more, a question does no harm; a change might, of which nobody knows whether it was made.
                sudden = isinstance(error, StoppedError) or time.monotonic() - began < _SUDDEN
                if again or not sudden or self.source.scratch:
                    break
                again = True
                await self._sound()
        what = "it took more memory than it may, or was too much for the engine"
        raise LimitError(what, do="ask for less, or more simply")

    async def _ask(self, lane: Lane, frame: bytes) -> Reply:
        answer = lane.receive()
        soon = min(_GLANCE, self.limits.seconds)
        lane.clock = asyncio.get_running_loop().call_later(soon, self._glance, lane, answer, soon)
        try:
            lane.send(frame)
            said, data = await answer
        except TimeoutError:
            self._lose(lane.worker)
            what = f"it took more than {self.limits.seconds:g} seconds"
            raise LimitError(what, do="ask for less, or ask more precisely") from None
        except BaseException:
            self._lose(lane.worker)
            raise
        finally:
            if lane.clock:
                lane.clock.cancel()
        work, lane.worked = said["worked"] - lane.worked, said["worked"]
        shared = lane.shared
        self._give_back(lane, heavy=work > _HEAVY)
        if said["short"] and shared:
            raise CrowdedError
        return Reply(said["status"], said["headers"], data)

    # ---- who asks whom -------------------------------------------------------------------------------------------

    async def _take(self, *, alone: bool = False) -> Lane:
        while self._idle and (alone or not self._line):
            worker = self._idle.pop()
            if self._good(worker):
                if not self._idle:
                    self._watch()
                return self._begin(worker, alone=alone)
        place = self._line.join(alone=alone)
        if not self._busy and not self._starting:
            self._grow()
        self._watch()
        try:
            return await place.lane
        except asyncio.CancelledError:
            if place.lane.done() and not place.lane.cancelled() and not place.lane.exception():
                self._give_back(place.lane.result())
            raise

    def _begin(self, worker: Worker, *, alone: bool = False) -> Lane:
        """Give a lane of a worker to somebody: the first that is free."""
        lane = next(each for each in worker.lanes if not each.busy)
        others = [each for each in worker.lanes if each.busy]
        for each in others:
            each.shared = True
        lane.busy, lane.shared, lane.began = True, bool(others), asyncio.get_running_loop().time()
        worker.alone = alone
        self._busy.add(worker)
        return lane

    def _give_back(self, lane: Lane, *, heavy: bool = False) -> None:
        worker = lane.worker
        lane.busy = False
        self._freed = asyncio.get_running_loop().time()
        if worker.given_up:
            return
        if not worker.busy:
            self._busy.discard(worker)
            if self._good(worker):
                self._idle.append(worker)
        # After a quick question the next in line takes any free worker. Heavy ones go where others of their kind are:
        # one takes the place of the one that has answered, and one comes besides.
        if self._idle and not (heavy and self._room() and not self._line.has(alone=True)):
            self._hand()
        for _ in range(2 if heavy else 0):
            self._share()

    def _hand(self) -> None:
        """Have a free worker take who is to be alone, or else who has waited longest, if anybody does."""
        while self._line and self._idle:
            worker = self._idle.pop()
            if self._good(worker):
                place = self._line.next()
                if place is not None:
                    place.lane.set_result(self._begin(worker, alone=place.alone))
                return

    def _share(self, *, slow: bool = False) -> None:
        """Have one more of those who wait answered in company: all in one worker, which then reads for all of them."""
        room = self._room(slow=slow)
        if room is not None and room.busy < len(room.lanes):
            place = self._line.next(social=True)
            if place is not None:
                place.lane.set_result(self._begin(room))

    def _room(self, *, slow: bool = False) -> Worker | None:
        """Give the worker in which most are at work; where it need not be a slow one, none that has such a question."""
        social = [worker for worker in self._busy if not worker.alone and (slow or self._sociable(worker))]
        return max(social, key=lambda worker: worker.busy, default=None)

    def _sociable(self, worker: Worker) -> bool:
        """Tell whether no question in a worker is slow or hungry, and the worker not of yesterday."""
        now = asyncio.get_running_loop().time()
        aged = [lane for lane in worker.lanes if lane.busy and now - lane.began > _SLOW]
        slow = any(work is None or work - lane.worked > _SLOW for lane in aged for work in [lane.work()])
        return not slow and worker.held() < self.limits.memory / 2 and worker.version == self._current()

    def _watch(self) -> None:
        if self._clock is None and not self._stopped:
            self._clock = asyncio.get_running_loop().call_later(_PATIENCE, self._tick)

    def _tick(self) -> None:
        """Look after those who wait."""
        self._clock = None
        now = asyncio.get_running_loop().time()
        self._line.send_away(now)
        if not self._idle:
            self._relieve(now - self._freed)
        elif now - self._freed > _LONG:
            self._hand()
        if self._line or (self._busy and not self._idle):
            self._watch()

    def _relieve(self, since: float) -> None:
        """Do something for who waits, or for who comes next, where nobody has become free for so many seconds."""
        if since <= _PATIENCE:
            return
        here = len(self._busy) + self._starting
        if here < self._processors or (here < self._most and self._line.has(alone=True)):
            self._grow()
        elif self._room():
            self._share()
        elif since > _LONG and here < self._most:
            self._grow()
        elif since > _LONG:  # all are slow: better in their company than not at all
            self._share(slow=True)

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
                await self._ask(await self._take(alone=True), pack({"task": "ping"}))
                return

    def _lose(self, worker: Worker) -> None:
        """End a worker, and start another in its place."""
        self._busy.discard(worker)
        if not worker.given_up:
            worker.given_up = True
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
            worker = await self._spawned()
        except (UsageError, OSError) as error:
            print(f"kg: {error}", file=sys.stderr)  # noqa: T201 - nobody waits for this worker alone
            await asyncio.sleep(0.5)
        else:
            self._idle.append(worker)
            self._hand()
        finally:
            self._starting -= 1

    async def _spawned(self) -> Worker:
        return await start_worker(self.source, self.limits, self._current(), self._lanes)

    def _run(self, coroutine: Any) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _glance(self, lane: Lane, answer: asyncio.Future[Frame], waited: float) -> None:
        """Give up a worker that somebody has stopped; let others work for as long as they may."""
        if answer.done():
            return
        if lane.worker.stopped():
            answer.set_exception(StoppedError())
            return
        lane.clock = asyncio.get_running_loop().call_later(self.limits.seconds - waited, self._expire, lane, answer)

    def _expire(self, lane: Lane, answer: asyncio.Future[Frame]) -> None:
        """End a query that has worked for as long as it may; one that waited for the processor gets more time."""
        if answer.done():
            return
        loop, work = asyncio.get_running_loop(), lane.work()
        left = _GLANCE if TELLS else 0.0  # the thread has just ended, and who waits will hear of it
        if work is not None:
            left = self.limits.seconds - (work - lane.worked)
        waited = loop.time() - lane.began - self.limits.seconds
        if left < 0.05 * self.limits.seconds or waited > self.limits.patience:
            answer.set_exception(TimeoutError())
            return
        lane.clock = loop.call_later(left, self._expire, lane, answer)

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
