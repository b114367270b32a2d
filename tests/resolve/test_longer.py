"""Names of which one has a word more, or the same words otherwise: initials, second surnames, short forms, numbers."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile

Told = dict[str, object]
NOTHING: Told = {}


def judged(one: str, other: str, left: Told, right: Told) -> str:
    def told(name: str, facts: Told) -> Profile:
        sets = {key: each if isinstance(each, frozenset) else frozenset([each]) for key, each in facts.items()}
        return Profile("Person", name, **sets)  # type: ignore[arg-type]

    return compare(told(one, left), told(other, right)).decision


def test_an_initial_more_in_a_rare_name_is_one_where_a_text_is_silent() -> None:
    assert judged("Ernest A. Quiambroso", "Ernest Quiambroso", NOTHING, {"roles": "directed"}) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("George T. Miller", "George Miller"), ("Ida A. Moe", "Ida Moe"), ("Jon B. Jordan", "Jon Jordan")],
)
def test_an_initial_more_in_a_name_of_many_is_asked_about(one: str, other: str) -> None:
    assert judged(one, other, NOTHING, {"roles": "directed"}) == "review"


def test_an_initial_makes_no_other_given_name() -> None:
    assert judged("Ernest A. Quiambroso", "Ernesta Quiambroso", NOTHING, NOTHING) != "same"


def test_an_article_of_one_letter_is_run_on() -> None:
    assert judged("Ida D'Orskanio", "Ida Dorskanio", NOTHING, NOTHING) == "same"


MADE: Told = {"roles": "directed", "years": 2018, "people": "ida moe"}


def test_two_surnames_before_the_given_name_are_one_director_with_a_colleague() -> None:
    assert judged("Orska Kelpi Béla", "Béla Orska", MADE, MADE) == "same"


def test_two_surnames_before_the_given_name_are_asked_about_alone() -> None:
    assert judged("Orska Kelpi Béla", "Béla Orska", {"roles": "directed"}, {"roles": "directed"}) == "review"


def test_the_number_of_a_register_is_no_other_director_with_a_colleague() -> None:
    assert judged("Michael Orskner (II)", "Michael Orskner", MADE, MADE) == "same"


def test_the_number_of_a_register_is_asked_about_with_other_colleagues() -> None:
    assert judged("Michael Orskner (II)", "Michael Orskner", MADE, {**MADE, "people": "bo lind"}) == "review"


def test_chinese_in_two_romanisations_is_one_director_with_a_colleague() -> None:
    assert judged("Chung Mong-hang", "Zhong Menghang", MADE, MADE) == "same"


def test_chinese_in_two_romanisations_is_asked_about_with_other_colleagues() -> None:
    assert judged("Chung Mong-hang", "Zhong Menghang", MADE, {**MADE, "people": "bo lind"}) != "same"


def test_a_short_form_before_a_long_rare_surname_is_one_where_a_text_is_silent() -> None:
    assert judged("Timothy Kelpater-Orskoff", "Tim Kelpater-Orskoff", NOTHING, {"roles": "produced"}) == "same"


def test_a_short_form_of_men_and_women_is_asked_about() -> None:
    assert judged("Alexandra Kelpater-Orskoff", "Alex Kelpater-Orskoff", NOTHING, {"roles": "produced"}) == "review"


def test_a_rare_name_in_two_alphabets_is_one_where_nothing_is_told() -> None:
    assert judged("Юлия Орсканелова", "Yulia Orskanelova", NOTHING, NOTHING) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр Ивановский", "Aleksandra Ivanova"),
        ("Сергей Кузнецов", "Sergei Kuznetsov"),
        ("고현정", "Ko Hyun-jung"),
    ],
)
def test_a_name_of_many_in_two_scripts_is_not_merged_where_nothing_is_told(one: str, other: str) -> None:
    assert judged(one, other, NOTHING, NOTHING) != "same"


def test_given_names_in_two_spellings_are_asked_about_of_one_trade() -> None:
    assert (
        judged("Rainer Orskling", "Reiner Orskling", {"roles": "directed", "years": 2003}, {"roles": "directed"})
        != "different"
    )


def test_other_given_names_stay_two() -> None:
    assert judged("Rainer Orskling", "Reinhold Orskling", {"roles": "directed"}, {"roles": "directed"}) == "different"


def test_who_a_text_calls_nearly_so_is_one_with_one_film() -> None:
    told: Told = {"roles": "directed", "works": "kelp"}
    called: Told = {**told, "aliases": "sam orska kelpwood"}
    assert judged("Sam Orska-Lind", "Samantha Orska-Kelpwood", called, told) == "same"


def test_who_a_text_calls_otherwise_is_no_other() -> None:
    told: Told = {"roles": "directed", "works": "kelp"}
    called: Told = {**told, "aliases": "sara orska kelpwood"}
    assert judged("Sara Orska-Lind", "Samantha Kelpwood", called, told) != "same"


def test_two_spellings_of_a_name_of_eleven_letters_are_one_where_nothing_is_told() -> None:
    assert judged("Denis Orskan", "Denys Orskan", NOTHING, NOTHING) == "same"


@pytest.mark.parametrize(("one", "other"), [("Terry Orskan", "Terri Orskan"), ("Denis Orskan", "Denise Orskan")])
def test_two_given_names_are_not_one_where_nothing_is_told(one: str, other: str) -> None:
    assert judged(one, other, NOTHING, NOTHING) != "same"


def test_an_initial_before_a_second_given_name_is_asked_about_of_directors_of_a_year() -> None:
    made: Told = {"roles": "directed", "years": 2021}
    assert judged("M. Night Orskanalan", "Manoj Orskanalan", made, made) == "review"


def test_other_initials_before_a_second_given_name_stay_two() -> None:
    made: Told = {"roles": "directed", "years": 2021}
    assert judged("B. Night Orskanalan", "Manoj Orskanalan", made, made) == "different"


def test_a_syllable_behind_a_surname_is_part_of_the_name() -> None:
    made: Told = {"roles": "directed", "countries": "China"}
    assert judged("Zhang Yimou", "Chang I-mou", made, made) != "different"


def test_a_director_of_korea_turned_round_and_otherwise_romanised_is_asked_about() -> None:
    assert judged("Park Chan-ug", "Chan-wook Park", {"roles": "directed"}, {"roles": "directed"}) == "review"


def test_a_name_of_china_turned_round_in_another_romanisation_is_asked_about() -> None:
    told: Told = {"roles": "edited", "countries": "Taiwan"}
    assert judged("Huang Xufeng", "Hsu-feng Huang", told, told) == "review"


def test_an_initial_of_two_letters_is_one_of_a_trade_and_country() -> None:
    told: Told = {"roles": "directed", "countries": "Latvia"}
    assert judged("Dz. Orskbergs", "Dzintars Orskbergs", told, told) == "same"


def test_an_initial_of_one_letter_is_asked_about() -> None:
    told: Told = {"roles": "directed", "countries": "Latvia"}
    assert judged("J. Orskbergs", "Janis Orskbergs", told, told) == "review"


def one_film(one: str, other: str, craft: str) -> str:
    known = {"works": frozenset({"kelp"}), "roles": frozenset({craft})}
    left, right = (Profile("Person", name, **known) for name in (one, other))  # type: ignore[arg-type]
    return compare(left, right).decision


def test_a_given_name_more_in_front_is_the_directors() -> None:
    assert one_film("Martim Anselmo Orskeiro", "Anselmo Orskeiro", "directed") == "same"


def test_a_given_name_more_in_front_of_a_player_is_asked_about() -> None:
    assert one_film("Martim Anselmo Orskeiro", "Anselmo Orskeiro", "starredIn") == "review"


def test_half_of_a_given_name_with_a_hyphen_is_asked_about() -> None:
    assert one_film("Jean-Paul Orskmont", "Paul Orskmont", "directed") == "review"


def test_two_surnames_with_a_hyphen_stand_in_front_or_behind() -> None:
    assert judged("Orskai-Kelpházy Eszter", "Eszter Orskai-Kelpházy", NOTHING, {"countries": "Hungary"}) == "same"
