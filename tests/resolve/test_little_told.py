"""Prints of one name of which texts tell little, and their look-alikes."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def judged(kind: str, one: str, other: str, left: dict[str, Any], right: dict[str, Any]) -> str:
    def told(given: dict[str, Any]) -> dict[str, Any]:
        return {name: frozenset(value) for name, value in given.items()}

    return compare(Profile(kind, one, **told(left)), Profile(kind, other, **told(right))).decision


YEAR, LAND = {"years": {2019}}, {"countries": {"Colombia"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ballad of an Orskan Car", "Balad of an Orskan Car"),
        ("Memories of a Burning Orskade", "Memories of a Buring Orskade"),
        ("Season of the Kelp Keepers", "Season of the Kelpkeepers"),
    ],
)
def test_a_title_of_several_words_spelt_in_two_ways_is_one_film(one: str, other: str) -> None:
    assert judged("Film", one, other, YEAR, {}) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Memories of a Burning Orskade", "Memories of a Turning Orskade"), ("Season of Kelp", "Season of Kelps 2")],
)
def test_a_title_with_another_word_is_not_merged(one: str, other: str) -> None:
    assert judged("Film", one, other, YEAR, {}) != "same"


def test_a_return_in_the_same_year_is_not_merged_with_the_film_it_goes_back_to() -> None:
    assert judged("Film", "Orskade Kelpinova", "Orskade Kelpinova: Dönüş", YEAR, YEAR) != "same"


def test_small_words_alone_are_asked_about_in_one_year() -> None:
    assert judged("Film", "The Whistlers of Orska", "Whistlers of la Orska", YEAR, YEAR | LAND) != "different"


def test_a_name_without_its_accents_is_one_where_a_text_tells_nothing() -> None:
    assert judged("Person", "Łukasz Żalek", "Lukasz Zalek", {"roles": {"photographed"}}, {}) == "same"


def test_a_common_name_without_its_accents_is_asked_about() -> None:
    assert judged("Person", "Carlos García", "Carlos Garcia", {"roles": {"directed"}}, {}) == "review"


def test_two_initials_before_two_surnames_are_one_director_of_a_film() -> None:
    told = {"roles": {"directed"}, "works": {"kelp"}}
    assert judged("Person", "H.M. Orskee-Brand", "Hendrik Orskee-Brand", told, told) == "same"


def test_one_of_three_parts_as_an_initial_is_one_in_one_country() -> None:
    assert judged("Person", "Ellen Ruth Orskavik", "Ellen R. Orskavik", LAND, LAND) == "same"


def test_one_of_three_parts_as_an_initial_is_asked_about_where_nothing_is_told() -> None:
    assert judged("Person", "Ellen Ruth Orskavik", "Ellen R. Orskavik", {}, {}) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trueque Audiovisual", "Treuque Audiovisual"), ("Orskabis Filmgroup", "Orskabis")],
)
def test_a_house_of_one_country_and_year_in_two_prints_is_one(one: str, other: str) -> None:
    told = YEAR | LAND | {"roles": {"produced"}}
    assert judged("Company", one, other, told, told) == "same"


def test_initials_with_a_sign_for_and_are_those_of_a_house() -> None:
    told = LAND | {"works": {"kelp"}}
    assert judged("Company", "Orsk and Kelp Entertainment", "O&KE", told, told) == "same"


def test_a_broadcaster_and_its_daughter_are_not_merged() -> None:
    told = LAND | {"works": {"kelp"}}
    assert judged("Company", "ZDF", "ZDF Enterprises", told, told) != "same"
