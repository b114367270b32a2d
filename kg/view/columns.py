"""Numbers as columns: what a page holds a hundred thousand of stands as little-endian bytes in base64.

A number costs 1.3, 2.7 or 5.3 characters this way, and a browser takes a whole column in one step.
"""

from __future__ import annotations

import base64
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Table", "chunks", "column"]

# A block of this many rows is parsed when one of them is first asked for.
_ROWS = 4000


@dataclass
class Table:
    """Distinct values in order of first use, each known by its number."""

    rows: list[Any] = field(default_factory=list)
    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, key: Any, row: Any = None) -> int:
        """Give the number of a value, adding it (or `row` in its place) at first use."""
        number = self.numbers.setdefault(key, len(self.rows))
        if number == len(self.rows):
            self.rows.append(key if row is None else row)
        return number


def column(values: Sequence[int]) -> str:
    """Give whole numbers as base64 of words of as many bytes as the largest needs.

    The first character tells the kind of word, as in Python's struct: B, H and I hold no negative numbers, i does.
    """
    least, most = min(values, default=0), max(values, default=0)
    kind = "h" if least < 0 and max(-least, most) < 1 << 15 else "i" if least < 0 else _unsigned(most)
    return kind + base64.b64encode(struct.pack(f"<{len(values)}{kind}", *values)).decode("ascii")


def _unsigned(most: int) -> str:
    return "B" if most < 1 << 8 else "H" if most < 1 << 16 else "I"


def chunks(rows: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    """Cut rows into blocks, each with the number of its first row."""
    for first in range(0, len(rows), _ROWS):
        yield first, rows[first : first + _ROWS]
