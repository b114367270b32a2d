"""What workers run on their store beside queries: functions of our own, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.description import count

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TRUSTED"]

TRUSTED: dict[str, Callable[..., bytes]] = {"count": count}
"""Name to function: it takes a pyoxigraph Store and texts, and gives bytes."""
