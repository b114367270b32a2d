"""Once: a property that is worked out when it is first asked for, and then kept.

`functools.cached_property` does the same, but before Python 3.12 it takes a lock each time, which costs more than most
of what a reader asks of a line. Readers share no lines between threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["once"]

_T = TypeVar("_T")


class once(Generic[_T]):  # noqa: N801 - it reads as a decorator does
    """Keep what a method without arguments gives, in its object, under its own name."""

    def __init__(self, work: Callable[..., _T]) -> None:
        """Wrap a method."""
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, holder: None, kind: object) -> Self: ...
    @overload
    def __get__(self, holder: object, kind: object) -> _T: ...
    def __get__(self, holder: object, kind: object) -> Self | _T:
        """Work it out; from then on the object has it itself, and nobody comes by here."""
        if holder is None:
            return self
        found = holder.__dict__[self.name] = self.work(holder)
        return found
