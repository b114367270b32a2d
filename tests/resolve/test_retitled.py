"""One film under titles of two languages."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.tongue import looks_english

MAKER = frozenset({"ada kolb"})


def film(name: str, *lands: str, year: int = 2020, maker: frozenset[str] = MAKER) -> Profile:
    known: dict[str, Any] = {"years": frozenset({year}), "countries": frozenset(lands), "directors": maker}
    return Profile("Film", name, **known)


@pytest.mark.parametrize("title", ["Nightsiren", "The Ties That Bind Us", "Deaf", "Hunting the Crow"])
def test_letters_look_english(title: str) -> None:
    assert looks_english(title) is True


@pytest.mark.parametrize("title", ["Svetlonoc", "L'Attachement", "Boże Ciało", "Strichka chasu", "Гости"])
def test_letters_look_like_no_english(title: str) -> None:
    assert looks_english(title) is False


def test_an_english_title_is_another_of_the_same_director_year_and_country() -> None:
    assert compare(film("Svetlonoc", "Slovakia"), film("Nightsiren", "Slovakia")).pattern == "another language"


def test_one_text_may_tell_no_country() -> None:
    assert compare(film("Svetlonoc", "Slovakia"), film("Nightsiren")).decision == "same"


def test_another_year_is_for_a_person_to_judge() -> None:
    assert compare(film("Svetlonoc", "Slovakia"), film("Nightsiren", year=2021)).decision == "review"


def test_letters_alone_make_no_two_films_one() -> None:
    assert compare(film("La Llorona", "Guatemala"), film("Temblores")).decision != "same"


def test_a_director_of_several_films_a_year_proves_nothing() -> None:
    maker = frozenset({"hong sang soo"})
    left, right = film("Geu-hu", "South Korea", maker=maker), film("Claire's Camera", "South Korea", maker=maker)
    assert compare(left, right).decision == "review"


def test_titles_that_mean_the_same_need_no_year() -> None:
    known: dict[str, Any] = {"directors": MAKER}
    left = Profile("Film", "Den siste sommeren", years=frozenset({2019}), **known)
    assert compare(left, Profile("Film", "The Last Summer", **known)).decision == "same"


def test_titles_that_mean_the_same_are_asked_about_without_a_director() -> None:
    assert compare(film("Der Spatz im Kamin"), film("The Sparrow in the Chimney", maker=frozenset())).decision == (
        "review"
    )


def test_one_word_of_the_same_meaning_is_nothing_in_another_country() -> None:
    left, right = film("La cacería", "Chile"), film("The Hunt", "Denmark", year=2012, maker=frozenset({"lars holm"}))
    assert compare(left, right).decision == "different"


def test_other_titles_of_one_year_in_one_language_are_two() -> None:
    assert compare(film("Quiet Shore", "Ireland"), film("Loud Sea")).decision == "different"


def test_a_name_that_stands_in_the_other_title_is_asked_about() -> None:
    assert compare(film("Pamfir", "Ukraine"), film("Le Serment de Pamfir")).decision != "different"


def test_titles_that_lists_know_to_mean_something_else_are_asked_about() -> None:
    assert compare(film("O lobo e o rio", "Brazil"), film("The Wolf and the Sea", "Brazil")).decision == "review"


def test_titles_with_nothing_in_common_are_given_anew_in_another_language() -> None:
    assert compare(film("O lobo e o rio", "Brazil"), film("The Morning of the Soldiers", "Brazil")).decision == "same"


def untold(name: str, *lands: str, maker: frozenset[str] = MAKER) -> Profile:
    return Profile("Film", name, countries=frozenset(lands), directors=maker)


@pytest.mark.parametrize(
    ("one", "other"), [("L'Orskmine", "Courted"), ("Boże Kelpo", "Corpus Kelpi"), ("Akiplėša", "The Toxin")]
)
def test_titles_of_two_languages_are_asked_about_where_a_text_tells_no_year(one: str, other: str) -> None:
    assert compare(film(one, "Poland"), untold(other)).decision == "review"


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Kelp Keeper", "A Winter Bridge"), ("Le Quai noir", "La Rue blanche"), ("Nightsiren", "Deaf")],
)
def test_titles_of_one_language_stay_two_where_a_text_tells_no_year(one: str, other: str) -> None:
    assert compare(film(one, "Poland"), untold(other)).decision == "different"


def test_titles_of_two_languages_of_no_director_stay_two() -> None:
    none: frozenset[str] = frozenset()
    assert compare(film("Akiplėša", maker=none), untold("The Toxin", maker=none)).decision == "different"


def test_titles_that_mean_the_same_are_asked_about_in_one_country() -> None:
    none: frozenset[str] = frozenset()
    left, right = film("A torinói kulcs", "Hungary", maker=none), untold("The Turin Key", "Hungary", maker=none)
    assert compare(left, right).decision == "review"
