"""The pool: documents read by several processes of this machine, with the same readings as in one.

A process that dies (out of memory, a fault in a library) is found out: what it had in hand is read once more, then
document by document, and a document at which processes die is given up like one at which its extractor fails.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Self

from kg.extract import InTurn, certain_of, read_document, unread
from kg.extract.names import Known
from kg.extract.parcel import packed, unpacked
from kg.litter import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from kg.document import Document
    from kg.extract import Hands
    from kg.extract.reading import Reading

__all__ = ["CHUNK", "Pool", "processes_for", "reading_in"]

CHUNK = 200
"""Documents that a process gets at once: fewer cost more to hand over than to read."""
_ENOUGH = 2_000  # documents from which a pool saves more time than its processes take to start
_A_PROCESS = 1_000  # documents that a process is worth
_GRACE = 5.0  # seconds that a process has to end by itself
_DIED = "reading it ended the process that read it"


def processes_for(documents: int, wanted: int | None = None) -> int:
    """Give how many processes to read documents with: what is wanted, else what they are worth on this machine."""
    if wanted is not None:
        return max(1, wanted)
    if documents < _ENOUGH:
        return 1
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(there, documents // _A_PROCESS))


def reading_in(documents: int, wanted: int | None = None) -> AbstractContextManager[Hands]:
    """Give who reads so many documents: this process, or as many as `processes_for` says."""
    processes = processes_for(documents, wanted)
    return Pool(processes) if processes > 1 else nullcontext(InTurn())


@dataclass(slots=True)
class _Job:
    """Some documents, by the place of the first, that a process has in hand; `tried` counts those that died of it."""

    start: int
    documents: Sequence[Document]
    tried: int = 0


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    job: _Job | None = None


class Pool:
    """Processes that read; a context manager, at the end of which none of them is left, whatever happened.

    They begin afresh (`spawn`), so whoever calls this from a script keeps that behind `if __name__ == "__main__"`.
    """

    def __init__(
        self, processes: int, *, chunk: int = CHUNK, read: Callable[[Document, Known | None], Reading] = read_document
    ) -> None:
        """Read with some processes, which get `chunk` documents at once and read each with `read`."""
        self._count, self._chunk, self._read = processes, chunk, read
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Give itself; processes start when there is something for them to read."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        for worker in self._workers:
            self._end(worker)
        self._workers = []

    def first(self, documents: Sequence[Document]) -> Iterator[tuple[Reading, Known]]:
        """Read documents for the first time, and tell which names each reading makes certain."""
        if self._are_few(documents):
            yield from InTurn().first(documents)
            return
        for document, found in zip(documents, self._each(documents, None), strict=True):
            if found is None:
                yield unread(document, "failed", ((1, _DIED),)), Known()
            else:
                yield _unpacked(found[0], document), found[1]

    def again(self, documents: Sequence[Document], known: Known) -> Iterator[tuple[Known, Reading | None]]:
        """Tell which of the names that are certain stand in documents, and read those again that have any."""
        if self._are_few(documents):
            yield from InTurn().again(documents, known)
            return
        for document, found in zip(documents, self._each(documents, known), strict=True):
            if found is None:
                yield Known(), unread(document, "failed", ((1, _DIED),))
            else:
                yield found[1], _unpacked(found[0], document) if found[0] else None

    def _are_few(self, documents: Sequence[Document]) -> bool:
        """Tell whether documents, such as those of a build after a small change, are no work for several processes."""
        return len(documents) <= self._chunk and self._read is read_document

    # ---- handing out -------------------------------------------------------------------------------------------------

    def _each(self, documents: Sequence[Document], known: Known | None) -> Iterator[tuple[Any, Known] | None]:
        """Give what the processes found of each document, in order; None for one at which they died."""
        while len(self._workers) < self._count:
            self._workers.append(self._started())
        self._workers = [self._ready(worker, known) for worker in self._workers]
        todo = deque(_Job(at, documents[at : at + self._chunk]) for at in range(0, len(documents), self._chunk))
        found: dict[int, list[Any]] = {}
        at = 0
        while at < len(documents):
            self._hand_out(todo)
            for place in wait([worker.pipe for worker in self._workers if worker.job]):
                number, worker = next((n, w) for n, w in enumerate(self._workers) if w.pipe is place)
                job, worker.job = worker.job, None
                assert job is not None
                try:
                    with uncollected():
                        found[job.start] = worker.pipe.recv()
                except (EOFError, OSError):
                    self._end(worker)
                    self._workers[number] = self._ready(self._started(), known)
                    if not self._tried(job, todo):
                        found[job.start] = [None]
            # Nobody waits for what is next while what is there is unpacked.
            self._hand_out(todo)
            while at in found:
                ready = found.pop(at)
                at += len(ready)
                yield from ready

    def _hand_out(self, todo: deque[_Job]) -> None:
        for worker in self._workers:
            if todo and worker.job is None:
                worker.job = todo.popleft()
                _send(worker, list(worker.job.documents))

    def _tried(self, job: _Job, todo: deque[_Job]) -> bool:
        """Put what a process died of in line again, whole, then document by document; tell whether that makes sense."""
        job.tried += 1
        if job.tried == 1:
            todo.appendleft(job)
        elif len(job.documents) > 1:
            alone = (_Job(job.start + at, [document], job.tried) for at, document in enumerate(job.documents))
            todo.extendleft(reversed([*alone]))
        else:
            return False
        return True

    # ---- processes ---------------------------------------------------------------------------------------------------

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._read), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _ready(self, worker: _Worker, known: Known | None) -> _Worker:
        """Tell a process what is known; one that still reads what nobody waits for any more is replaced."""
        if worker.job is not None:
            self._end(worker)
            worker = self._started()
        _send(worker, known)
        return worker

    def _end(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.terminate()
        worker.process.join(_GRACE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.process.close()


def _send(worker: _Worker, message: Any) -> None:
    """Send to a process; that one is dead is found out where its answer is awaited."""
    try:
        worker.pipe.send(message)
    except OSError:
        return


def _unpacked(parcel: Any, document: Document) -> Reading:
    with uncollected():
        return unpacked(parcel, document)


def _work(pipe: Connection, read: Callable[[Document, Known | None], Reading]) -> None:
    """Read what comes until the other end is closed: lists of documents, and before them what is known."""
    # Whoever presses Ctrl-C means the build, which then ends its processes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    known: Known | None = None
    try:
        while True:
            message = pipe.recv()
            if isinstance(message, list):
                pipe.send(_answers(message, known, read))
            else:
                known = message
    except (EOFError, OSError):
        return


@uncollected()
def _answers(
    documents: Sequence[Document], known: Known | None, read: Callable[[Document, Known | None], Reading]
) -> list[tuple[Any, Known]]:
    return [_answer(document, known, read) for document in documents]


def _answer(
    document: Document, known: Known | None, read: Callable[[Document, Known | None], Reading]
) -> tuple[Any, Known]:
    if known is None:
        reading = read(document, None)
        return packed(reading), certain_of(reading)
    here = known.within(document.text)
    return packed(read(document, here)) if here != Known() else None, here
