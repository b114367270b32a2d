"""Slates: who sells the films that an article on a market goes through."""

from __future__ import annotations

import pytest

from tests.extract.telling import pairs_of as told

MARKET = "Berlin: the buzz titles for buyers\n\nSellers are coming to the market with full bags.\n\n"
FESTIVAL = "Venice 2031 preview: what to see\n\nOur second look at the festival that begins in August.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ocean Sales launches Marta Lindqvist’s thriller Low Water.",
        "Ocean Sales kicks off sales on Marta Lindqvist’s Low Water, about a lighthouse.",
        "Ocean Sales’ line-up is headed by Marta Lindqvist’s Low Water.",
        "Ocean Sales, now in its tenth year, is pre-selling Marta Lindqvist’s Low Water.",
        "Ocean Sales’ CEO Tom Berger is introducing buyers to Marta Lindqvist’s drama Low Water.",
    ],
)
def test_whoever_opens_a_paragraph_on_a_market_sells_its_films(sentence: str) -> None:
    assert ("Ocean Sales", "Low Water") in told(MARKET + sentence + "\n", "sold")


def test_a_slate_goes_on_with_the_same_company() -> None:
    text = MARKET + "Ocean Sales has Marta Lindqvist’s Low Water. It also brings Ivo Brandt’s drama High Tide.\n"
    assert told(text, "sold") == {("Ocean Sales", "Low Water"), ("Ocean Sales", "High Tide")}


def test_a_short_name_is_that_of_the_company_named_before() -> None:
    text = (
        MARKET + "Ocean Sales has Marta Lindqvist’s Low Water.\n\nOcean’s slate also includes Ivo Brandt’s High Tide.\n"
    )
    assert ("Ocean Sales", "High Tide") in told(text, "sold")


def test_films_of_a_market_are_not_all_shown_at_the_festival() -> None:
    text = "Cannes 2031: buzz titles from Spain\n\nOcean Sales launches Marta Lindqvist’s Low Water.\n"
    assert told(text, "screenedAt") == set()


def test_what_a_film_is_launched_as_elsewhere_is_a_release() -> None:
    text = "Ocean Film has a busy spring\n\nOcean Film launches Marta Lindqvist’s Low Water on Friday.\n"
    assert told(text, "sold") == set()


def test_the_company_in_brackets_behind_a_festivals_title_sells_it() -> None:
    text = FESTIVAL + "French director Anne Morel’s Low Water (Ocean International) opens the section.\n"
    assert told(text, "sold") == {("Ocean International", "Low Water")}
    assert told(text, "produced") == set()


def test_a_section_in_brackets_sells_nothing() -> None:
    text = FESTIVAL + "French director Anne Morel’s Low Water (Orizzonti) is among the films to see.\n"
    assert told(text, "sold") == set()
