"""Two titles of as many words, each alike."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.compare import compare
from kg.resolve.misprint import transcribed_title
from kg.resolve.profile import Profile

BOTH: dict[str, Any] = {"years": frozenset({2020}), "directors": frozenset({"ada kolb"})}


def decision(one: str, other: str, known: dict[str, Any] = BOTH, theirs: dict[str, Any] = BOTH) -> str:
    return compare(Profile("Film", one, **known), Profile("Film", other, **theirs)).decision


@pytest.mark.parametrize(
    ("one", "other"), [("Hysteria", "Hystérie"), ("Symphonie", "Symphony"), ("Metamorphosis", "Metamorphoses")]
)
def test_a_word_ends_otherwise_in_another_language(one: str, other: str) -> None:
    assert decision(one, other) == "same"


@pytest.mark.parametrize(("one", "other"), [("Les Voisins", "Les Voisines"), ("Roman", "Romana"), ("Baron", "Barons")])
def test_another_number_or_gender_is_no_other_language(one: str, other: str) -> None:
    assert decision(one, other) != "same"


def test_a_plural_is_asked_about_where_only_the_year_agrees() -> None:
    year = {"years": frozenset({2020})}
    assert decision("Une histoire de vagues", "Une histoire de vague", year, year) == "review"


def test_a_title_in_two_transcriptions_is_one_of_a_year_and_country() -> None:
    known = {"years": frozenset({2020}), "countries": frozenset({"Kazakhstan"})}
    assert decision("Bauryna salu", "Bauryna Saloo", known, known) == "same"


def test_short_titles_are_no_transcriptions() -> None:
    assert not transcribed_title(("mare",), ("mari",))
