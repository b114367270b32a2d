"""Cells and columns: a table as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cell", "Column"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field: its words, where they lead, and for things the kind."""

    text: str = ""
    href: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as shown; `things` where its cells are entities, `label` the column of their names that is in it."""

    name: str
    number: bool = False
    things: bool = False
    label: str = ""
