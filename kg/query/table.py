"""Tables as people read them: aligned on a terminal, or in Markdown. A table is held whole, as widths depend on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.namespace import XSD, Namespaces
from kg.graph.turtle import shortener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.query.result import Node

__all__ = ["markdown", "numeric", "shower", "terminal"]

_NUMBERS = (XSD + "integer", XSD + "decimal", XSD + "double")


def shower() -> Callable[[Node | None], str]:
    """Give a function that shows a term: prefixed names, plain values, control characters made visible."""
    show = shortener(Namespaces().prefixes)

    def shown(node: Node | None) -> str:
        if node is None:
            return ""
        text = show(f"<{node.value}>").strip("<>") if node.kind == "uri" else node.value
        text = f"_:{text}" if node.kind == "bnode" else text
        return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)

    return shown


def numeric(columns: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> list[bool]:
    """Tell of each column whether all that it holds are numbers; an empty one holds none."""
    return [
        any(row[place] for row in rows) and all(_is_number(row[place]) for row in rows) for place in range(len(columns))
    ]


def _is_number(node: Node | None) -> bool:
    return node is None or node.datatype in _NUMBERS


def _shown(rows: Iterable[Sequence[Node | None]]) -> list[list[str]]:
    show = shower()
    return [[show(node) for node in row] for row in rows]


def terminal(columns: Sequence[str], found: Iterable[Sequence[Node | None]]) -> Iterator[str]:
    """Align columns by what is printed wide (accents take no place, East Asian letters two); numbers to the right."""
    from rich.cells import cell_len

    held = list(found)
    right = numeric(columns, held)
    rows = [list(columns), *_shown(held)]
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(columns))]
    for index, row in enumerate(rows):
        cells = [
            (" " * (width - cell_len(cell)) + cell) if is_right else (cell + " " * (width - cell_len(cell)))
            for cell, width, is_right in zip(row, widths, right, strict=True)
        ]
        yield "  ".join(cells).rstrip() + "\n"
        if index == 0:
            yield "  ".join("─" * width for width in widths) + "\n"


def markdown(columns: Sequence[str], found: Iterable[Sequence[Node | None]]) -> Iterator[str]:
    """Give a table of GitHub's Markdown; what would be markup in it is escaped."""
    held = list(found)
    yield "| " + " | ".join(columns) + " |\n"
    yield "|" + "|".join(" ---: " if number else " --- " for number in numeric(columns, held)) + "|\n"
    for row in _shown(held):
        yield "| " + " | ".join(map(_escaped, row)) + " |\n"


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
