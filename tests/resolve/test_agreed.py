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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xavier Orskand", "Ksavier Orskan"),  # as French is heard, in both words
        ("Haifaa Orskour", "Haifa Orskour"),
        ("Jeff Orskols", "Jeffrey Alan Orskols"),
        ("Sergei Ivanovich Orskenko", "Sergey Orskenko"),
        ("Ira Tsang Kwok-leung", "Tsang Kwok-leung"),
        ("Sashko Orskenko", "Oleksandr Orskenko"),
        ("Natalka Orskenko", "Nataliya Orskenko"),
        ("Syota Orskasige", "Shota Orskashige"),
        ("Sion Orskono", "Orskono Shion"),
    ],
)
def test_another_print_of_who_made_one_film_is_merged(one: str, other: str) -> None:
    assert decision(one, other, of_film(DIRECTED), of_film(DIRECTED)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Luc Orskand", "Luc Orskan"),  # a surname alone, as others have it
        ("Justine Orskiet", "Justin Orskie"),  # two given names
        ("M. Night Orskalan", "Manoj Nelliyattu Orskalan"),
        ("Ota Orskichi", "Orskiti Ohta"),
    ],
)
def test_what_may_be_another_print_of_who_made_one_film_is_asked_about(one: str, other: str) -> None:
    year = {**of_film(DIRECTED), "years": frozenset({2019})}
    assert decision(one, other, year, year) in ("review", "same")


def test_a_producer_called_short_is_who_has_a_second_given_name() -> None:
    told = {**of_film(frozenset({"produced"})), "countries": frozenset({"Spain"})}
    assert decision("Patxi Orskeldia", "Francisco Javier Orskeldia", told, told) == "same"


def test_a_director_without_the_second_surname_is_one_where_nothing_speaks_against_it() -> None:
    left, right = (
        {"roles": DIRECTED, "years": frozenset({2019})},
        {"roles": DIRECTED, "countries": frozenset({"Mexico"})},
    )
    assert decision("Tatiana Orskezo Kelp", "Tatiana Orskezo", left, right) == "same"


def test_players_of_one_common_name_some_years_apart_are_asked_about() -> None:
    left, right = (
        {"roles": PLAYED, "years": frozenset({year}), "works": frozenset({f"w{year}"})} for year in (2003, 2022)
    )
    assert decision("Nina Williams", "Nina Williams", left, right) == "review"


def test_players_of_one_rare_name_some_years_apart_are_one() -> None:
    left, right = (
        {"roles": PLAYED, "years": frozenset({year}), "works": frozenset({f"w{year}"})} for year in (2003, 2022)
    )
    assert decision("Nina Orskovel", "Nina Orskovel", left, right) == "same"


def test_the_younger_one_is_the_younger_one_in_every_language() -> None:
    assert decision("Lev Orskin Jr.", "Лев Орскин-младший", of_film(DIRECTED), of_film(DIRECTED)) == "same"


def test_the_elder_one_is_not_the_younger_one() -> None:
    assert decision("Lev Orskin Jr.", "Лев Орскин-старший", of_film(DIRECTED), of_film(DIRECTED)) != "same"
