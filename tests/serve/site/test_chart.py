"""Charts: drawn where names are counted, and nowhere else."""

from __future__ import annotations

import pytest

from kg.serve.site.cell import Cell, Column
from kg.serve.site.chart import chart_of

NAME, COUNT = Column("country"), Column("films", number=True)


def rows(*pairs: tuple[str, str]) -> list[tuple[Cell, Cell]]:
    return [(Cell(name), Cell(number)) for name, number in pairs]


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    chart = chart_of((NAME, COUNT), rows(("Belgium", "8"), ("France", "2")))
    assert chart is not None
    assert [bar.size for bar in chart.bars] == [100.0, 25.0]


def test_years_stand_in_their_order() -> None:
    chart = chart_of((Column("year"), COUNT), rows(("2021", "1"), ("2019", "4"), ("2020", "2")))
    assert chart is not None
    assert (chart.upright, [bar.name for bar in chart.bars]) == (True, ["2019", "2020", "2021"])


def test_two_things_and_a_number_are_a_pair() -> None:
    columns = (Column("one", things=True), Column("other", things=True), COUNT)
    chart = chart_of(
        columns, [(Cell("Belgium"), Cell("France"), Cell("7")), (Cell("Italy"), Cell("France"), Cell("1"))]
    )
    assert chart is not None
    assert chart.bars[0].name == "Belgium – France"


def test_a_year_of_which_nothing_is_counted_keeps_its_room() -> None:
    chart = chart_of((Column("year"), COUNT), rows(("2017", "1"), ("2020", "4")))
    assert chart is not None
    assert [(bar.name, bar.size > 0) for bar in chart.bars] == [
        ("2017", True), ("2018", False), ("2019", False), ("2020", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ((NAME, COUNT), rows(("Belgium", "8"))),
        ((NAME, COUNT), rows(*((f"c{at}", "1") for at in range(51)))),
        ((NAME, COUNT), rows(("Belgium", "-8"), ("France", "2"))),
        ((NAME, COUNT), rows(("Belgium", "0"), ("France", "0"))),
        ((NAME, COUNT), rows(("Belgium", "1"), ("Belgium", "2"))),
        ((NAME, COUNT), rows(("Belgium", ""), ("France", "2"))),
        ((NAME, NAME), rows(("a", "b"), ("c", "d"))),
        ((COUNT, COUNT), rows(("1", "2"), ("3", "4"))),
    ],
)
def test_what_is_no_count_of_names_is_not_drawn(columns: tuple[Column, ...], cells: list[tuple[Cell, Cell]]) -> None:
    assert chart_of(columns, cells) is None
