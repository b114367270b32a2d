"""The time that one document may take: a page made to exhaust a reader must not hold up the others.

An alarm of the system interrupts what runs, a loop in Python and a search of the regular expressions alike. It counts
the processor's time, so that a busy machine reads what an idle one reads; ten times as long by the clock is the end of
one that only waits. There is an alarm only in the main thread of a process, on POSIX: elsewhere nothing is limited.
Builds, pools and the Python workers of Spark read in their main threads.
"""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

__all__ = ["SECONDS", "OvertimeError", "within_seconds"]

# The slowest page of the trade press takes some tenths of a second.
SECONDS = 60.0
"""What a document may take to be read once, in seconds of the processor."""
_BY_THE_CLOCK = 10
# An exception that falls into a finalizer is lost, so the alarm rings again.
_AGAIN = 1.0
T = TypeVar("T")


class OvertimeError(BaseException):
    """The time is over. No handler of an extractor may take it for a fault of its own, so it is no Exception."""


def within_seconds(seconds: float, work: Callable[[], T]) -> T:
    """Give what `work` gives; raises OvertimeError where that takes more than `seconds` of the processor."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        return work()
    before = {number: signal.signal(number, _ring) for number in (signal.SIGPROF, signal.SIGALRM)}
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        signal.setitimer(signal.ITIMER_REAL, seconds * _BY_THE_CLOCK, _AGAIN)
        try:
            return work()
        finally:
            _silence()
    finally:
        _silence()  # once more: an alarm may have rung before the first was done
        for number, handler in before.items():
            signal.signal(number, handler)


def _silence() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise OvertimeError
