"""Slips of people's names: what one credit proves, and what it does not."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def judged(one: str, other: str, craft: str = "directed", **told: object) -> str:
    known = {"works": frozenset({"kelp"}), "roles": frozenset({craft}), "years": frozenset({2020}), **told}
    left, right = (Profile("Person", name, **known) for name in (one, other))  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lucas Orskt", "Lukas Orsk"),
        ("Emmanuelle Orskot", "Emmanuelle Orskct"),  # as scanners read
        ("Serhii Orskytsia", "Sergei Orskytsia"),
        ("Emir Orskazin", "Emir Orskazine"),
        ("Zhang Orimou", "Chang Ori-mou"),
        ("Lee Ors-kang", "Yi Ors-kang"),
        ("Yang Ors (Edward Orsk)", "Edward Orsk"),
        ("D'Orskrose Ricky", "Ricky D'Orskrose"),
    ],
)
def test_the_one_director_of_a_film_may_be_spelt_freely(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emil Orskand", "Emilie Orskand"),
        ("Nazareno Orskarra", "Nazarena Orskarra"),
        ("Martin Orskolen", "Martijn Orskolen"),
        ("Noé Orskita", "Noée Orskita"),
        ("Kim Ors-hyun", "Kim Ors-hyuk"),
        ("Sana Orskimi", "Sina Orskimi"),
    ],
)
def test_brothers_and_sisters_who_direct_together_are_never_merged(one: str, other: str) -> None:
    assert judged(one, other) != "same"


@pytest.mark.parametrize(("one", "other"), [("Chen Yi", "Chen Yu"), ("Li Min", "Li Ming"), ("Ben Orsk", "Ken Orsk")])
def test_short_names_of_one_cast_are_never_merged(one: str, other: str) -> None:
    assert judged(one, other, "starredIn") != "same"


def test_a_dropped_letter_of_an_actor_is_merged() -> None:
    assert judged("Gaspard Orskliel", "Gaspard Orsliel", "starredIn") == "same"


def test_a_doubled_letter_in_one_trade_country_and_time_is_merged_without_a_film() -> None:
    assert judged("Joachim Orskosse", "Joachim Orskose", works=frozenset(), countries=frozenset({"Belgium"})) == "same"


def test_a_surname_that_many_bear_is_not_merged_without_a_film() -> None:
    assert judged("Erik Hansen", "Erik Hanssen", works=frozenset(), countries=frozenset({"Norway"})) != "same"


def test_a_namesake_of_a_much_borne_surname_in_another_trade_is_asked_about() -> None:
    left = Profile("Person", "Kim Ors-hun", roles=frozenset({"directed"}), years=frozenset({2007}))
    right = Profile("Person", "Kim Ors-hun", roles=frozenset({"starredIn"}), years=frozenset({2021}))
    assert compare(left, right).decision == "review"


def test_a_slip_in_the_generation_is_no_other_generation() -> None:
    assert judged("Kleber Orsk Filho", "Kleber Orsk Filo") == "same"
