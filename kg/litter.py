"""Litter: what the garbage collector looks for, and where it need not."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["uncollected"]


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Do without the garbage collector: it looks through all that is held again and again, and none of it is a cycle.

    What is let go of is freed all the same, as it is counted.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
