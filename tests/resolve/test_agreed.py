"""Names that differ by more than a slip, and what has to be said of both for one person."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile

DIRECTED = frozenset({"directed"})
PLAYED = frozenset({"starredIn"})


def decision(one: str, other: str, left: dict[str, Any], right: dict[str, Any]) -> str:
    return compare(Profile("Person", one, **left), Profile("Person", other, **right)).decision


def of_film(roles: frozenset[str]) -> dict[str, Any]:
    return {"roles": roles, "works": frozenset({"kelp"})}


def of_year(year: int, *lands: str) -> dict[str, Any]:
    return {"roles": DIRECTED, "years": frozenset({year}), "countries": frozenset(lands)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jennifer Lopatka", "Gennifer Lopatka"),
        ("Hristo Danailov", "Khristo Danailov"),
        ("Grand Corps Malade", "Grand Corp Malade"),
        ("Ayten Kadri", "Aiten Qadri"),
    ],
)
def test_one_credit_of_one_film_is_one_persons(one: str, other: str) -> None:
    assert decision(one, other, of_film(DIRECTED), of_film(DIRECTED)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Takashi Ueno", "Takeshi Ueno"),
        ("Jana Kesik", "Hana Kesik"),
        ("Martin Koolen", "Martijn Koolen"),
        ("Kim Ji-hye", "Kim Ji-hee"),
        ("Joachim Engel", "Jochen Engel"),
    ],
)
def test_children_of_one_house_who_share_a_credit_are_for_a_person_to_judge(one: str, other: str) -> None:
    assert decision(one, other, of_film(DIRECTED), of_film(DIRECTED)) == "review"


def test_actors_of_one_film_are_not_merged_by_a_given_name_transcribed() -> None:
    assert decision("Hristo Danailov", "Khristo Danailov", of_film(PLAYED), of_film(PLAYED)) == "review"


def test_a_letter_of_a_long_surname_is_a_slip_in_one_trade_and_year() -> None:
    assert decision("Akaki Popkhadze", "Akaki Popchadze", of_year(2024, "France"), of_year(2024)) == "same"


def test_a_letter_of_a_long_surname_is_asked_about_in_one_trade_of_no_time() -> None:
    assert decision("Arnaud Dufeys", "Arnaud Dufays", of_year(2025), {"roles": DIRECTED}) == "review"


def test_a_letter_of_a_long_surname_makes_two_in_two_countries() -> None:
    assert decision("Arnaud Dufeys", "Arnaud Dufays", of_year(2025, "Belgium"), of_year(2025, "Chile")) == "different"


def test_a_doubled_letter_needs_no_more_than_a_trade() -> None:
    assert decision("Francesco Sossai", "Francesco Sosai", of_year(2025, "Italy"), {"roles": DIRECTED}) == "same"


def test_surname_first_needs_nothing_more_where_the_words_are_rare() -> None:
    assert decision("Takamatsu Ryohei", "Ryohei Takamatsu", {}, {"roles": DIRECTED}) == "same"


def test_two_given_names_turned_round_are_asked_about() -> None:
    assert decision("Paul Martin", "Martin Paul", {}, {"roles": DIRECTED}) == "review"


def test_a_middle_initial_is_one_trade_and_country_apart_from_its_name() -> None:
    land = frozenset({"Portugal"})
    left = {"roles": frozenset({"produced"}), "countries": land, "years": frozenset({2015})}
    right = {"roles": frozenset({"produced"}), "countries": land}
    assert decision("Ana Isabel Strindberg", "Ana I. Strindberg", left, right) == "same"


def test_a_vowel_exchanged_makes_another_surname() -> None:
    assert decision("Anna Lindström", "Anna Lundström", of_year(2018, "Sweden"), of_year(2018, "Sweden")) == "review"
