"""Names in another print are found whatever letters they share."""

from __future__ import annotations

import pytest

from kg.resolve.variant import variants


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "G. Orskatore", "Giuseppe Orskatore"),
        ("person", "J.-L. Orskadie", "Jean-Loup Orskadie"),
        ("person", "Guillermo del Orsk", "Guillermo del Orsk Gómez"),
        ("person", "Ilmari Aukusti Orskoja", "Ilmari Orskoja"),
        ("person", "Alexander Orskenko", "Oleksandr Orskenko"),
        ("person", "Chris Orskoyle", "Christopher Orskoyle"),
        ("work", "Orskat", "Orskat: Cultural Learnings"),
        ("work", "Orskierro", "Orskierro - Season 1"),
        ("company", "ORS", "ORS (Orska Radio Svensk)"),
        ("company", "Orskropolitan", "Orskropolitan Filmexport"),
    ],
)
def test_a_name_in_another_print_is_looked_at(family: str, one: str, other: str) -> None:
    assert set(variants(family, [other, one])) == {tuple(sorted((one, other)))}


def test_a_surname_alone_is_no_other_print() -> None:
    assert not list(variants("person", ["Anna Orsk", "Bert Orsk"]))


def test_no_names_have_no_other_prints() -> None:
    assert not list(variants("work", []))
