"""Stacks: lists whose every film takes several lines, a line a part: TITLE, below it NAME, below that "Spain | Peru".

Such a stack is the line of a list with its parts set one below the other, and is read by the same columns. Stacks are
found by blank lines around as many lines each, or, where none or all lines have blank ones between, by what comes
back after so many lines and says by itself what it is: a list of countries, a sum.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.record.beneath import DATELINE
from kg.extract.record.cells import A_SUM, Cell, Cells, cells_of
from kg.extract.record.fields import BY, field_in, is_field
from kg.extract.record.segments import PROSE
from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["stacks"]

_LONGEST = 90
_MOST, _FEWEST = 5, 3
_FAR = 6  # how many lines (headings, remarks) may stand between two stacks of a list
_Line = tuple[int, int, int]


def stacks(document: Document, lines: list[_Line]) -> Iterator[list[Cells]]:
    """Give the lists of an article whose films are stacks of two to five lines, at least three of them alike."""
    for found in (_by_blanks(document, lines), _by_return(document, lines)):
        held: dict[object, list[tuple[int, Cells]]] = {}
        for at, stack in found:
            line = _as_row(document, stack)
            if line is None:
                continue
            group = held.setdefault((len(stack), line.shape), [])
            if group and at - group[-1][0] > _FAR + len(stack):
                yield from _of_enough(group)
                group.clear()
            group.append((at, line))
        for group in held.values():
            yield from _of_enough(group)


def _of_enough(group: list[tuple[int, Cells]]) -> Iterator[list[Cells]]:
    if len(group) >= _FEWEST:
        yield [line for _, line in group]


def _by_blanks(document: Document, lines: list[_Line]) -> Iterator[tuple[int, list[_Line]]]:
    """Give the stacks that blank lines part, with the index of their first line."""
    stack: list[_Line] = []
    for at, line in enumerate([*lines[1:], (-1, 0, 0)], 1):
        if stack and line[0] != stack[-1][0] + 1:
            if 1 < len(stack) <= _MOST and all(_may_be_part(document, *each[1:]) for each in stack):
                yield at - len(stack), stack
            stack = []
        stack = [*stack, line]


def _by_return(document: Document, lines: list[_Line]) -> Iterator[tuple[int, list[_Line]]]:
    """Give the stacks that end with what says by itself what it is, where that comes back after as many lines."""
    plain = [at > 0 and _may_be_part(document, *line[1:]) for at, line in enumerate(lines)]
    ends = [at for at, line in enumerate(lines) if plain[at] and _says_itself(document, *line[1:])]
    sizes = Counter(end - before for before, end in pairwise(ends) if 1 < end - before <= _MOST)
    # A heading between two stacks makes the way longer.
    size = min((size for size, times in sizes.items() if times > 1), default=0)
    if not size:
        return
    for before, end in pairwise([-1, *ends]):
        first = end - size + 1
        if first > max(before, 0) and all(plain[first : end + 1]):
            yield first, lines[first : end + 1]


def _may_be_part(document: Document, first: int, last: int) -> bool:
    text = document.text[first:last]
    if len(text) > _LONGEST or text[-1] in ".!:;" or PROSE.search(text) or DATELINE.fullmatch(text):
        return False
    found = field_in(document.text, first, last)
    return not ((found and is_field(found["field"])) or BY.fullmatch(text))


def _says_itself(document: Document, first: int, last: int) -> bool:
    if A_SUM.fullmatch(document.text, first, last) or countries_between(document, first, last):
        return True
    own = cells_of(document, first, last)  # "Spain | Peru"
    return bool(own.groups) and not own.cells


def _as_row(document: Document, stack: list[_Line]) -> Cells | None:
    """Give a stack as the line of a list, None where one of its lines has parts of its own."""
    row = Cells(stack[0][1], stack[-1][2])
    for _, first, last in stack:
        if lands := countries_between(document, first, last):
            row.groups.append(lands)
            continue
        own = cells_of(document, first, last)
        if own.groups and not own.cells:
            row.groups.append([land for group in own.groups for land in group])
            continue
        if any(cell.mark != "slash" for cell in own.cells[1:]):
            return None
        row.groups += own.groups
        row.has_money = row.has_money or own.has_money
        row.cells += [Cell("stack", cell.first, cell.last, cell.role) for cell in own.cells[:1]]  # a slash: an alias
    return row if len(row.cells) > 1 else None
