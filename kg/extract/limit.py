"""The time that one document may take: a page made to exhaust a reader must not hold up the others.

An alarm of the system interrupts what runs, a loop in Python and a search of the regular expressions alike. There is
one only in the main thread of a process, on POSIX: elsewhere nothing is limited. Builds, pools and the Python workers
of Spark read in their main threads.
"""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

__all__ = ["SECONDS", "OvertimeError", "within_seconds"]

# The slowest page of the trade press takes a tenth of a second; a busy machine is ten times slower.
SECONDS = 60.0
"""What a document may take to be read once."""
# An exception that falls into a finalizer is lost, so the alarm rings again.
_AGAIN = 1.0
T = TypeVar("T")


class OvertimeError(BaseException):
    """The time is over. No handler of an extractor may take it for a fault of its own, so it is no Exception."""


def within_seconds(seconds: float, work: Callable[[], T]) -> T:
    """Give what `work` gives; raises OvertimeError where that takes longer than `seconds`."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        return work()
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise OvertimeError
