"""Names that a text gives otherwise: numbers in brackets, initials in front, a generation left out, a machine's ear."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile

FILM, SPAIN = frozenset({"saltmark"}), frozenset({"Spain"})


def judged(one: str, other: str, role: str = "directed", *, film: bool = True, year: int = 2019) -> str:
    works = FILM if film else frozenset()
    left, right = (
        Profile("Person", name, years=frozenset({year}), countries=SPAIN, roles=frozenset({role}), works=works)
        for name in (one, other)
    )
    return compare(left, right).decision


def untold(one: str, other: str) -> str:
    return compare(Profile("Person", one), Profile("Person", other)).decision


def test_a_number_in_brackets_that_one_text_leaves_out_is_nobody_else_in_one_film() -> None:
    assert judged("Ida Moe (II)", "Ida Moe", "starredIn") == "same"


def test_a_number_in_brackets_without_a_film_is_asked_about() -> None:
    assert judged("Ida Moe (V)", "Ida Moe", "starredIn", film=False) == "review"


def test_two_numbers_in_brackets_are_two_people() -> None:
    assert judged("Ida Moe (II)", "Ida Moe (III)", "starredIn") == "different"


def test_a_generation_left_out_is_one_director_of_a_film() -> None:
    assert judged("Caio Orskonça", "Caio Orskonça Filho") == "same"


def test_a_generation_left_out_may_be_the_father_of_a_player() -> None:
    assert judged("Caio Orskonça", "Caio Orskonça Filho", "starredIn") == "review"


def test_two_generations_are_never_merged() -> None:
    assert judged("Caio Orskonça Neto", "Caio Orskonça Filho") != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P. Valakandra Orskan", "Valakandra Orskan"),
        ("L. Scott Halvorsholm", "Laverne Scott Halvorsholm"),
        ("M. Night Orskyalan", "Madoj Nelliyattu Orskyalan"),
        ("Lukasz Orskal", "Lukas Orskal"),
    ],
)
def test_two_prints_of_one_credit_are_one(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ewan Orskregor", "Aqin Orskregor"), ("Joaquin Orskenix", "Zoakin Orskenix")],
)
def test_a_given_name_that_is_none_is_asked_about_in_one_film(one: str, other: str) -> None:
    assert judged(one, other, "starredIn") == "review"


@pytest.mark.parametrize(
    ("one", "other"), [("Joaquin Orskenix", "Raoul Orskenix"), ("Joaquin Orskenix", "Hoakin Brandvik")]
)
def test_two_known_given_names_or_two_surnames_are_two(one: str, other: str) -> None:
    assert judged(one, other, "starredIn") == "different"


def test_a_given_name_written_back_from_another_script_is_one() -> None:
    assert judged("Joaquin Orskenix", "Hoakin Orskenix") == "same"


def test_who_wrote_and_who_directed_are_one_of_a_rare_name() -> None:
    one = Profile("Person", "Lucía Orskibaldi Otero", countries=SPAIN, roles=frozenset({"wrote"}))
    other = Profile("Person", "Lucía Orskibaldi", countries=SPAIN, roles=frozenset({"directed"}), works=FILM)
    assert compare(one, other).decision == "same"


def test_a_name_of_three_words_turned_round_is_one() -> None:
    assert untold("Nguyễn Trinh Orsk", "Trinh Orsk Nguyen") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Waldemar Krzystrsk", "Waldemar Krystrsk"),
        ("Fionnuala Halligan-Orsk", "Finnuala Halligan-Orsk"),
        ("Aleksandr Orskurov", "Alexander Orskurov"),
    ],
)
def test_a_letter_lost_in_a_rare_name_of_which_nothing_is_told_is_a_slip(one: str, other: str) -> None:
    assert untold(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Magnus Pettersson", "Magnus Petersson"),
        ("Orla Backey", "Orla Backie"),
        ("Ludovic Brandmann", "Ludovic Brandman"),
        ("Waldemar Lindstromska", "Waldemar Lundstromska"),
        ("Christine Halligan", "Christina Halligan"),
    ],
)
def test_surnames_written_in_two_ways_are_not_merged_where_nothing_is_told(one: str, other: str) -> None:
    assert untold(one, other) != "same"


@pytest.mark.parametrize(
    ("one", "other"), [("W. Earl Orskon", "William Earl Orskon"), ("Andy Orskis", "Andrew Orskis")]
)
def test_a_short_print_of_which_one_text_says_little_is_asked_about(one: str, other: str) -> None:
    left = Profile("Person", one, roles=frozenset({"starredIn"}))
    assert compare(left, Profile("Person", other)).decision == "review"


def test_two_words_alike_in_two_scripts_make_the_third_one_too() -> None:
    left, right = (
        Profile("Person", name, years=frozenset({2014}), roles=frozenset({"directed"}), works=frozenset({film}))
        for name, film in (("Nuri Bilge Orskylan", "winter"), ("Нури Бильге Орскжлан", "zimnyaya"))
    )
    assert compare(left, right).decision == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bohdan Orsk?ma", "Bohdan Orskłma"),
        ("Bohdan Ors?áma", "Bohdan Orskáma"),
        ("R. van Orsk", "Ruben Rosmalen van Orsk"),
        ("Yim Soon-ok", "Soon-ok Lim"),
    ],
)
def test_a_lost_letter_an_initial_or_another_order_of_one_credit_is_one(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"), [("Ewa Orska-Lechowa", "Ewa Lechowa"), ("Anne-Lise Orsk-Bo", "Anne-Lise Bo")]
)
def test_a_surname_more_with_a_hyphen_is_one_in_a_film(one: str, other: str) -> None:
    assert judged(one, other, "starredIn") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ewa Maria Lechowa", "Ewa Lechowa"), ("Choi Seo-yeon", "Choi Seo-yoon"), ("Bohdan O?s?á?a", "Bohdan Orskáma")],
)
def test_a_second_given_name_or_a_sister_in_a_film_is_not_merged(one: str, other: str) -> None:
    assert judged(one, other, "starredIn") != "same"


def test_a_rare_name_of_two_players_with_a_letter_doubled_is_one() -> None:
    one, other = (
        Profile("Person", name, roles=frozenset({"starredIn"}), works=frozenset({film}))
        for name, film in (("Annamaria Vartolorsk", "kelp"), ("Anamaria Vartolorsk", "varech"))
    )
    assert compare(one, other).decision == "same"


def test_a_credit_in_two_scripts_and_two_countries_is_one() -> None:
    one, other = (
        Profile("Person", name, roles=frozenset({"directed"}), works=FILM, countries=frozenset({country}))
        for name, country in (("Levan Orskin", "Sweden"), ("ლევან ორსკინი", "Georgia"))
    )
    assert compare(one, other).decision == "same"
