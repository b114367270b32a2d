"""Names put into another language as if they were words."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.variant import variants


def judged(one: str, other: str, craft: str = "directed", films: tuple[str, str] = ("kelp", "kelp")) -> str:
    left, right = (
        Profile("Person", name, roles=frozenset({craft}), works=frozenset({film}), years=frozenset({2014}))
        for name, film in zip((one, other), films, strict=True)
    )
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guillermo Orskanau", "William Orskanau"),
        ("Paz Orskega", "Peace Orskega"),
        ("Moritz Orskanau", "Maurice Orskanau"),
    ],
)
def test_a_given_name_in_another_language_is_one_director_of_a_film(one: str, other: str) -> None:
    assert judged(one, other) == "same"


def test_a_given_name_in_another_language_is_asked_about_of_players() -> None:
    assert judged("Wilhelm Orskanau", "Guillermo Orskanau", "starredIn") == "review"


def test_a_given_name_in_another_language_is_asked_about_with_other_films() -> None:
    assert judged("Wilhelm Orskanau", "William Orskanau", films=("kelp", "tide")) == "review"


def test_surnames_that_mean_one_thing_are_asked_about() -> None:
    assert judged("Orska Wolf", "Orska Lobo", "starredIn") == "review"


def test_brothers_of_nearly_one_given_name_are_not_merged() -> None:
    assert judged("Matthias Orskanau", "Matthew Orskanau") == "review"


@pytest.mark.parametrize(("one", "other"), [("Marco Orskanau", "Marc Orskanau"), ("Rosa Orskanau", "Rose Orskanau")])
def test_names_that_parents_may_give_to_two_children_are_asked_about(one: str, other: str) -> None:
    assert judged(one, other) == "review"


def test_a_given_name_in_another_language_is_looked_up() -> None:
    names = ["William Orskanau", "Guillermo Orskanau"]
    assert set(variants("person", names)) == {tuple(sorted(names))}


def of_one_country(one: str, other: str, craft: str = "starredIn") -> str:
    left, right = (
        Profile("Person", name, roles=frozenset({craft}), works=frozenset({film}), countries=frozenset({"Spain"}))
        for name, film in ((one, "kelp"), (other, "tide"))
    )
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Blanca Orskes Kelpo", "White Orskes Kelpo"),
        ("Orska Flores del Campo", "Orska Flowers of the Field"),
        ("Stefan Schneider-Orskang", "Stefan Tailor-Orskang"),
        ("Надежда Орскелева", "Hope Orskeleva"),
    ],
)
def test_words_of_a_name_in_another_language_are_asked_about_in_one_country(one: str, other: str) -> None:
    assert of_one_country(one, other) == "review"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Blanca Orskes Kelpo", "Green Orskes Kelpo"), ("Orska Flores del Campo", "Orska Flowers of the Sea")],
)
def test_words_that_mean_something_else_stay_two(one: str, other: str) -> None:
    assert of_one_country(one, other) == "different"


def test_a_surname_that_means_one_thing_is_one_director_of_a_film() -> None:
    assert judged("Orska Lobo Kelpi", "Orska Wolf Kelpi") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Blanca Orskes Kelpo", "White Orskes Kelpo"), ("Orska Flores del Campo", "Orska Flowers of the Field")],
)
def test_names_put_into_words_are_looked_at(one: str, other: str) -> None:
    assert (one, other) in set(variants("person", [one, other]))


def test_a_given_name_abroad_before_a_long_surname_is_asked_about_in_one_country() -> None:
    assert of_one_country("Pierre Orskadonchamps", "Peter Orskadonchamps") == "review"


def test_a_given_name_abroad_before_a_short_surname_stays_two_in_one_country() -> None:
    assert of_one_country("Pierre Orska", "Peter Orska") == "different"


def test_a_surname_in_front_that_a_machine_took_for_a_word_is_asked_about() -> None:
    assert judged("Agnes Orskis", "Carriage Agnes") == "review"


def test_another_given_name_behind_a_word_is_another_director() -> None:
    assert judged("Agnes Orskis", "Carriage Ida") == "different"
