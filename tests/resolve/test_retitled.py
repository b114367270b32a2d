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


def test_a_director_of_several_films_a_year_proves_nothing() -> None:
    maker = frozenset({"hong sang soo"})
    left, right = film("Geu-hu", "South Korea", maker=maker), film("Claire's Camera", "South Korea", maker=maker)
    assert compare(left, right).decision == "review"
