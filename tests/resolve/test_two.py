"""What makes two of what has one name, or nearly one: trades, countries, years, colleagues, rows of films."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile

Told = dict[str, object]


def told(kind: str, name: str, **facts: object) -> Profile:
    sets = {key: facts[key] if isinstance(facts[key], frozenset) else frozenset([facts[key]]) for key in facts}
    return Profile(kind, name, **sets)  # type: ignore[arg-type]


def judged(kind: str, one: str, other: str, left: Told, right: Told) -> str:
    return compare(told(kind, one, **left), told(kind, other, **right)).decision


def of_one_name(left: Told, right: Told) -> str:
    return judged("Person", "Karin Foxdahl", "Karin Foxdahl", left, right)


FIRST: Told = {"countries": "Norway", "years": 2014, "roles": "directed", "works": "the story"}


def test_who_directs_a_film_and_who_produces_another_are_asked_about() -> None:
    assert of_one_name(FIRST, {**FIRST, "roles": "produced", "works": "night courier"}) == "review"


def test_who_directs_a_film_and_writes_another_is_one() -> None:
    assert of_one_name(FIRST, {**FIRST, "roles": "wrote", "works": "night courier"}) == "same"


def test_a_title_of_everyday_years_apart_does_not_vouch_for_other_trades() -> None:
    assert (
        of_one_name({**FIRST, "works": "home"}, {**FIRST, "works": "home", "years": 2021, "roles": "starredIn"})
        == "review"
    )


def test_one_film_of_one_year_vouches_for_other_trades() -> None:
    assert of_one_name(FIRST, {**FIRST, "roles": "produced"}) == "same"


def test_a_film_of_other_countries_years_apart_does_not_vouch() -> None:
    assert of_one_name(FIRST, {**FIRST, "years": 2022, "countries": "Chile"}) == "review"


def test_a_company_in_common_does_not_vouch_for_other_trades() -> None:
    other = {**FIRST, "works": "tide", "years": 2018, "roles": "starredIn", "companies": "orsk tv"}
    assert of_one_name({**FIRST, "companies": "orsk tv"}, other) == "review"


def test_a_colleague_in_common_does_not_vouch_for_other_trades_abroad() -> None:
    other = {**FIRST, "works": "tide", "roles": "starredIn", "countries": "Chile", "people": "bo lind"}
    assert of_one_name({**FIRST, "people": "bo lind"}, other) == "review"


def test_an_initial_is_not_merged_where_a_brother_has_it_too() -> None:
    brother = {**FIRST, "people": "jonas halvardsen"}
    assert judged("Person", "J. Halvardsen", "Johan Halvardsen", brother, FIRST) == "review"


def test_an_initial_is_merged_where_no_other_colleague_has_it() -> None:
    colleague = {**FIRST, "people": "bo halvardsen"}
    assert judged("Person", "J. Halvardsen", "Johan Halvardsen", colleague, FIRST) == "same"


def test_who_is_told_to_work_with_the_other_is_somebody_else() -> None:
    brother = {**FIRST, "people": "mathias orland"}
    assert judged("Person", "Mattis Orland", "Mathias Orland", brother, FIRST) != "same"


def test_who_works_with_others_is_one_misprinted() -> None:
    colleague = {**FIRST, "people": "bo lind"}
    assert judged("Person", "Mattis Orland", "Matthis Orland", colleague, FIRST) == "same"


def test_a_house_that_works_with_the_other_is_another() -> None:
    facts: Told = {"countries": "Norway", "works": "tide"}
    assert judged("Company", "Orskan Film", "Orskann Film", {**facts, "companies": "orskann film"}, facts) != "same"


@pytest.mark.parametrize(("one", "other"), [("Mond Film", "Mondfilm"), ("Licht Film", "Lichtfilm")])
def test_a_word_of_everyday_run_into_film_is_asked_about(one: str, other: str) -> None:
    assert judged("Company", one, other, {"countries": "Germany"}, {"countries": "Germany"}) == "review"


def test_a_rare_word_run_into_film_is_one() -> None:
    assert judged("Company", "Orskan Film", "Orskanfilm", {"countries": "Germany"}, {"countries": "Germany"}) == "same"


def test_a_word_of_everyday_run_into_film_is_one_with_one_film() -> None:
    facts: Told = {"countries": "Germany", "works": "tide"}
    assert judged("Company", "Licht Film", "Lichtfilm", facts, facts) == "same"


def test_other_kinds_of_house_abroad_are_asked_about_although_a_film_is_shared() -> None:
    facts: Told = {"works": "tide"}
    found = judged(
        "Company",
        "Sombra Film",
        "Sombra Producciones",
        {**facts, "countries": "Brazil"},
        {**facts, "countries": "Chile"},
    )
    assert found == "review"


def of_one_director(one: str, other: str, left: Told, right: Told) -> str:
    both: Told = {"directors": "ida moe"}
    return judged("Film", one, other, {**both, **left}, {**both, **right})


def test_a_film_that_another_presents_is_asked_about() -> None:
    told_so: Told = {"aliases": "the ferry presents islet", "years": 2013}
    assert of_one_director("The Ferry", "Islet", {"years": 2012}, told_so) == "review"


def test_a_name_that_a_text_gives_years_later_is_asked_about() -> None:
    assert of_one_director("Kelp", "Islet", {"years": 2012}, {"aliases": "kelp", "years": 2016}) == "review"


def test_a_name_that_a_text_gives_at_that_time_is_the_same_film() -> None:
    assert of_one_director("Kelp", "Islet", {"years": 2012}, {"aliases": "kelp", "years": 2013}) == "same"


def test_two_films_of_one_trilogy_are_asked_about() -> None:
    row: Told = {"aliases": "the quay trilogy"}
    assert of_one_director("Kelp", "Storm", {**row, "years": 2012}, {**row, "years": 2013}) == "review"


def test_a_number_of_a_register_in_brackets_is_no_other_title() -> None:
    assert judged("Film", "Tide (I)", "Tide (II)", {"years": 2015}, {"years": 2015}) != "same"


def test_a_title_again_with_other_people_years_later_is_asked_about() -> None:
    first, later = {"years": 2009, "people": "liv aune"}, {"years": 2013, "people": "tor berge"}
    assert of_one_director("Skerry", "Skerry", first, later) == "review"


def test_a_title_again_with_one_colleague_is_one_film() -> None:
    first, later = {"years": 2009, "people": "liv aune"}, {"years": 2013, "people": "liv aune"}
    assert of_one_director("Skerry", "Skerry", first, later) == "same"


def of_one_film(one: str, other: str, craft: str = "starredIn") -> str:
    facts: Told = {"roles": craft, "works": "kelp", "years": 2019}
    return judged("Person", one, other, facts, facts)


@pytest.mark.parametrize(
    ("one", "other"), [("Chen Yinan", "Chen Yinyan"), ("Kang Hoon", "Kang Hun-ju"), ("Wang Orsu", "Wang Orsun")]
)
def test_a_letter_or_a_syllable_more_is_another_given_name_of_east_asia(one: str, other: str) -> None:
    assert of_one_film(one, other) != "same"


def of_one_year(one: str, other: str) -> str:
    facts: Told = {"roles": "directed", "countries": "China", "years": 2019}
    return judged("Person", one, other, facts, facts)


@pytest.mark.parametrize(("one", "other"), [("Hou Xiaoxian", "Hou Xiaoshan"), ("Wang Xiaoshuai", "Wang Xiaoshi")])
def test_other_vowels_are_another_given_name_of_china(one: str, other: str) -> None:
    assert of_one_year(one, other) != "same"


def test_the_same_vowels_are_one_given_name_of_china() -> None:
    assert of_one_year("Hou Xiaoxuan", "Hou Hsiao-hsuan") == "same"


@pytest.mark.parametrize(("one", "other"), [("Fien Orskan", "Finn Orskan"), ("Carl Orskan", "Carla Orskan")])
def test_two_short_given_names_of_one_year_are_not_merged(one: str, other: str) -> None:
    assert of_one_year(one, other) != "same"


@pytest.mark.parametrize("craft", ["produced", "distributed"])
def test_a_house_of_a_word_of_everyday_abroad_is_asked_about(craft: str) -> None:
    facts: Told = {"works": "tide", "roles": craft}
    found = judged(
        "Company", "Mond Film", "Mondfilm", {**facts, "countries": "Germany"}, {**facts, "countries": "Chile"}
    )
    assert found == "review"
