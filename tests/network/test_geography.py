"""The map of dots: countries where they are."""

from __future__ import annotations

import pytest

from kg.network import country_map
from kg.vocabulary.country import countries


@pytest.mark.parametrize(("west", "east"), [("PT", "ES"), ("BE", "PL"), ("US", "FR"), ("BR", "ZA"), ("IN", "JP")])
def test_east_is_on_the_right(west: str, east: str) -> None:
    places = country_map([west, east])
    assert places[west][0] < places[east][0]


@pytest.mark.parametrize(("north", "south"), [("NO", "IT"), ("NL", "BE"), ("BE", "FR"), ("CA", "MX"), ("EG", "ZA")])
def test_north_is_above(north: str, south: str) -> None:
    places = country_map([north, south])
    assert places[north][1] < places[south][1]


def test_a_state_that_is_no_more_is_not_on_the_map() -> None:
    assert country_map(["country/YUCS"]) == {}


def test_nearly_every_country_is_on_the_map() -> None:
    living = [code for code in countries().names if len(code) == 2]
    assert len(country_map(living)) >= 0.97 * len(living)
