"""The line of those who wait for a worker: who came first is first, and who waits too long is sent away."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import LimitError

if TYPE_CHECKING:
    from kg.serve.process import Lane

__all__ = ["Line", "Place"]


class Place(NamedTuple):
    """A place in the line: what will be given there, until when it is waited for, and whether nobody else may be there.

    `until` is on the clock of the event loop, in seconds.
    """

    lane: asyncio.Future[Lane]
    until: float
    alone: bool


class Line:
    """Places in the order in which they were taken; those of who has gone count for nothing."""

    def __init__(self, most: int, patience: float) -> None:
        """Let `most` wait at once, each for `patience` seconds."""
        self._most, self._patience = most, patience
        self._places: deque[Place] = deque()

    def __bool__(self) -> bool:
        """Tell whether somebody waits."""
        return self.has()

    def has(self, *, alone: bool = False) -> bool:
        """Tell whether somebody waits, or somebody who is to be alone."""
        return any(not place.lane.done() and place.alone >= alone for place in self._places)

    def join(self, *, alone: bool) -> Place:
        """Take a place; raises LimitError where too many wait."""
        if len(self._places) >= self._most:
            raise LimitError("too many are asking at once", do="ask again in a moment")
        loop = asyncio.get_running_loop()
        place = Place(loop.create_future(), loop.time() + self._patience, alone)
        self._places.append(place)
        return place

    def next(self, *, social: bool = False) -> Place | None:
        """Take who is to be alone out of the line, else who came first; none that is to be alone where it is social."""
        here = [place for place in self._places if not place.lane.done()]
        self._places = deque(here)
        lone = [] if social else [place for place in here if place.alone]
        for place in lone or (each for each in here if not each.alone):
            self._places.remove(place)
            return place
        return None

    def send_away(self, now: float) -> None:
        """Tell who has waited for too long."""
        while self._places and (self._places[0].lane.done() or self._places[0].until <= now):
            place = self._places.popleft()
            if not place.lane.done():
                place.lane.set_exception(LimitError("all workers are busy", do="ask again in a moment"))
