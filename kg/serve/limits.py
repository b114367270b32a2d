"""What one request may take, and where the graph stands that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Limits", "Source"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take; what goes beyond is ended, or cut and said to be cut.

    `seconds` of work, `memory` and `size` (of a result, of a body) in bytes, `rows` of a table or triples of a graph,
    `workers` that answer side by side, `waiting` requests that may stand in line for one; each may wait for `patience`
    seconds in the line, and as long for the processor.
    """

    seconds: float = 10.0
    patience: float = 60.0
    memory: int = 2 << 30
    rows: int = 10_000
    size: int = 64 << 20
    workers: int = 8
    waiting: int = 256


@dataclass(frozen=True, slots=True)
class Source:
    """A store on disk. A scratch dataset is written over the network, by one worker; a built store is only read."""

    store: Path
    base: str
    scratch: bool = False
    services: tuple[str, ...] = ()
