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


def silent(one: str, other: str, **told: object) -> str:
    return compare(Profile("Person", one), Profile("Person", other, **told)).decision  # type: ignore[arg-type]


def test_two_spellings_of_which_no_text_says_more_are_one() -> None:
    assert silent("Lubna Orskabal", "Loubna Orskabal") == "same"


def test_two_spellings_of_a_rare_name_are_one_where_one_text_says_nothing() -> None:
    assert silent("Kirill Orskebrennikov", "Kiril Orskebrenikov", roles=frozenset({"directed"})) == "same"


def test_two_spellings_of_a_name_of_some_are_asked_about_where_one_text_says_nothing() -> None:
    assert silent("Emir Orskazin", "Emir Orskasin", roles=frozenset({"directed"})) == "review"


def test_surnames_that_families_write_in_two_ways_are_asked_about_where_nothing_is_told() -> None:
    assert silent("Vivianne Orskersson", "Vivianne Orskerson") == "review"


def test_an_initial_behind_the_given_name_is_asked_about_where_one_text_says_nothing() -> None:
    assert silent("Shane Orsuth", "Shane M. Orsuth", roles=frozenset({"directed"})) == "review"


def test_a_syllable_of_korea_is_no_particle() -> None:
    assert judged("Lee Do-hyeon", "Lee Hyeon", "starredIn") == "review"


def test_a_given_name_of_korea_with_a_syllable_like_a_particle_is_romanised_as_others() -> None:
    assert judged("Jeon Do-yeon", "Chun Do Yun", "starredIn") == "same"


def test_two_romanisations_of_a_vowel_of_korea_are_one() -> None:
    assert judged("Yoon Ga-eun", "Yun Ka-ŭn") == "same"


def test_a_surname_in_capitals_stands_first() -> None:
    assert silent("ORSKO Dan", "Dan Orsko", roles=frozenset({"directed"})) == "same"


def test_a_short_given_name_behind_the_surname_is_the_same() -> None:
    assert judged("Orskanyi Bence", "Benedek Orskanyi") == "same"


def test_another_given_name_behind_the_surname_is_not() -> None:
    assert judged("Orskanyi Bela", "Benedek Orskanyi") != "same"


def test_a_given_name_in_other_letters_is_one_photographer_of_a_country() -> None:
    told = {"countries": frozenset({"Greece"}), "roles": frozenset({"photographed"})}
    left = Profile("Person", "Yiorgos Orskanitis", years=frozenset({2004}), works=frozenset({"kelp"}), **told)
    right = Profile("Person", "Giorgos Orskanitis", years=frozenset({1988}), works=frozenset({"tide"}), **told)
    assert compare(left, right).decision == "same"


def test_a_second_surname_of_a_long_name_is_left_out_where_one_text_says_nothing() -> None:
    assert silent("Rigoberto Orskezcano Bautista", "Rigoberto Orskezcano", roles=frozenset({"directed"})) == "same"


def test_a_second_surname_of_a_player_is_asked_about_where_one_text_says_nothing() -> None:
    assert silent("Ana Beatriz Orskides", "Ana Orskides", roles=frozenset({"starredIn"})) == "review"


def test_a_name_of_vietnam_loses_a_part_when_it_is_turned() -> None:
    assert judged("Nguyen-Vo Orskiem-Minh", "Minh Nguyen-Vo") == "same"


def test_two_given_names_turned_round_are_one_director_of_a_year_and_country() -> None:
    told = {"works": frozenset(), "countries": frozenset({"France"})}
    assert judged("Arnaud Claude", "Claude Arnaud", **told) == "same"  # type: ignore[arg-type]


def test_two_given_names_turned_round_are_asked_about_without_a_country() -> None:
    assert judged("Arnaud Claude", "Claude Arnaud", works=frozenset()) == "review"
