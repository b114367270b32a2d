"""Charts of an answer that counts: bars for names, columns for years, drawn here as SVG that needs no script.

Places across are in percent, so that a chart fits any width while its words keep their size.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.serve.site.cell import Cell, Column

__all__ = ["Bar", "Chart", "chart_of"]

MOST = 50
_LEAST = 2
_ROW = 26
_HEIGHT = 180
_WIDEST = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name and number in words, and where it is drawn, in percent of the room across or in pixels."""

    name: str
    number: str
    at: float
    size: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars lie (`upright` false) or stand; `height` is in pixels, `room` the height that standing bars have.

    `width` is that of a standing bar, or of the names beside lying ones, in percent.
    """

    title: str
    upright: bool
    bars: tuple[Bar, ...]
    height: int
    room: int
    width: float


def chart_of(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Chart | None:
    """Give a chart where there are two to fifty rows of one number, none below 0, and one name (or two things)."""
    numbers = [at for at, column in enumerate(columns) if column.number]
    names = [at for at, column in enumerate(columns) if not column.number]
    if not _LEAST <= len(rows) <= MOST:
        return None
    if len(numbers) == 2 and not names and _are_years(rows, numbers[0]):
        numbers, names = numbers[1:], numbers[:1]
    several = [at for at in names if columns[at].things]
    if len(numbers) != 1 or not (len(names) == 1 or (len(names) == 2 == len(several))):
        return None
    values = [_value(row[numbers[0]].text) for row in rows]
    told = [" – ".join(row[at].text for at in names) for row in rows]
    if any(value is None or value < 0 for value in values) or len(set(told)) < len(told):
        return None
    counted = [
        (name, row[numbers[0]].text, value or Decimal(0)) for name, row, value in zip(told, rows, values, strict=True)
    ]
    most = max(value for *_, value in counted)
    title = f"{columns[numbers[0]].name} by {' and '.join(columns[at].name for at in names)}"
    if not most:
        return None
    if len(names) == 1 and _are_years(rows, names[0]):
        return _columns(title, {int(name): (number, value) for name, number, value in counted}, most)
    bars = tuple(
        Bar(name, number, at * _ROW, round(float(value / most) * 100, 2))
        for at, (name, number, value) in enumerate(counted)
    )
    # A name of so many letters takes about so much of the width that a chart has on a wide screen.
    width = min(38.0, max(12.0, max(len(name) for name in told) + 1.0))
    return Chart(title, False, bars, len(bars) * _ROW, 0, width)


def _columns(title: str, counted: Mapping[int, tuple[str, Decimal]], most: Decimal) -> Chart:
    """Stand bars in the order of years, with room for the years that nothing is counted of."""
    years = range(min(counted), max(counted) + 1)
    shown = years if len(years) <= MOST else sorted(counted)
    room = 100 / len(shown)
    width = min(room * 0.7, _WIDEST)
    bars = tuple(
        Bar(str(year), number, round(at * room + (room - width) / 2, 3), round(float(value / most) * _HEIGHT, 1))
        for at, year in enumerate(shown)
        for number, value in [counted.get(year, ("", Decimal(0)))]
    )
    return Chart(title, True, bars, _HEIGHT + 44, _HEIGHT, round(width, 3))


def _are_years(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    return all(len(row[at].text) == 4 and row[at].text.isdecimal() and "1850" < row[at].text < "2100" for row in rows)


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
