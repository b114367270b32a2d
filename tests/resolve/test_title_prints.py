"""Titles that print gives otherwise: figures within a word, initials, a second title, "one", and slips of one year."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.shared import one_person

BO, CHILE = frozenset({"bo lind"}), frozenset({"Chile"})


def film(title: str, year: int = 0, director: bool = True, country: str = "", *people: str) -> Profile:
    return Profile(
        "Film",
        title,
        years=frozenset({year} if year else ()),
        directors=BO if director else frozenset(),
        countries=frozenset({country} if country else ()),
        people=frozenset(people),
    )


def of_bo(one: str, other: str) -> str:
    return compare(film(one, 2012), film(other, 2012)).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sil3nce", "Silence"),
        ("Thir13en Kelps", "Thirteen Kelps"),
        ("99 KPO", "99 kelps par orsk"),
        ("Il capotanto", "Io capotanto"),
        ("La La Orsk", "LaLaOrsk"),
        ("Auberge kelpine, L'", "L'Auberge kelpine"),
        ("Die Brandungen – Les Kelpables", "Les Kelpables"),
        ("Trois jours, une nuit", "Three Days, One Night"),
    ],
)
def test_two_prints_of_one_title_of_one_director_and_year_are_one(one: str, other: str) -> None:
    assert of_bo(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Room 13", "Room thirty"),
        ("Sil3nce", "Silver"),
        ("99 KPO", "98 kelps par orsk"),
        ("Orsk: Part One", "Orsk: Part Two"),
        ("Trois jours, une nuit", "Three Days, Two Nights"),
        ("La gare", "The Sea"),
    ],
)
def test_two_films_of_one_director_and_year_are_two(one: str, other: str) -> None:
    assert of_bo(one, other) != "same"


def test_a_second_title_behind_or_names_no_other_film_of_its_director() -> None:
    one = "Dr. Orskelove or: How I Learned to Stop Worrying"
    assert compare(film(one), film("Dr. Orskelove", 1964)).decision == "same"


def test_a_subtitle_behind_a_colon_may_be_the_next_film_of_its_director() -> None:
    assert compare(film("Orskatar: The Way of Kelp"), film("Orskatar", 1964)).decision == "review"


def test_a_title_of_one_meaning_by_one_director_in_one_year_is_one_film_of_two_countries() -> None:
    one, other = film("El agua", 2012, True, "Chile", "ida moe"), film("The Water", 2012, True, "Spain", "ana ruibal")
    assert compare(one, other).decision == "same"


def test_a_title_of_one_meaning_of_which_nothing_is_told_is_asked_about() -> None:
    assert compare(film("Water and Ash", 0, False), film("Agua y ceniza", 0, False)).decision == "review"


def test_a_title_of_one_meaning_of_another_year_is_another_film() -> None:
    assert compare(film("Water and Ash", 2019, False), film("Agua y ceniza", 2012, False)).decision == "different"


def test_a_title_of_one_meaning_with_one_player_is_one_film() -> None:
    one, other = film("Agua y ceniza", 2012, False, "", "ida moe"), film("Water and Ash", 0, False, "", "ida moe")
    assert compare(one, other).decision == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A Royal Orskair", "A Royal Orskir"),
        ("The Barbarians at the Gates of Kelp", "The Barbarians at the Gate of Kelp"),
    ],
)
def test_a_slip_in_a_title_of_some_length_of_one_year_is_one_film(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other, 2012, False)).decision == "same"


@pytest.mark.parametrize(("one", "other"), [("The Brothers", "The Brother"), ("A Royal Hunt", "A Royal Hurt")])
def test_a_letter_that_makes_another_word_is_no_slip_of_one_year(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other, 2012, False)).decision != "same"


@pytest.mark.parametrize(("one", "other"), [("Orskota", "Orskotta"), ("Kelpota", "Kelpotta")])
def test_a_rare_word_spelt_in_two_ways_is_asked_about_where_nothing_is_told(one: str, other: str) -> None:
    assert compare(film(one, 0, False), film(other, 0, False)).decision == "review"


def test_a_word_of_every_day_with_a_letter_more_is_not_asked_about_where_nothing_is_told() -> None:
    assert compare(film("Letter", 0, False), film("Later", 0, False)).decision == "different"


@pytest.mark.parametrize(
    ("one", "other", "same"), [("gimhyolin", "kim hyo rin", True), ("gimhyolin", "kim hyo jin", False)]
)
def test_a_director_in_letters_of_korea_is_one_with_the_romanised_name(one: str, other: str, same: bool) -> None:
    assert one_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le Promenadeur", "The Promenader"),  # a word of two languages
        ("Vredens dag", "Day of Wrath"),  # a word with the ending of its language
        ("Les Orskanges du lac", "The Orskanges of the Lake"),
    ],
)
def test_a_title_of_two_languages_alike_in_letters_or_meaning_is_one_film_of_its_director(one: str, other: str) -> None:
    assert compare(film(one), film(other, 2012)).decision == "same"


@pytest.mark.parametrize(("one", "other"), [("El pastor", "La pastora"), ("Le Promenadeur", "La Promenade")])
def test_another_gender_or_thing_is_no_other_language(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other, 2012)).decision != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I'm Not a Kelp", "I Am Not a Kelp"),
        ("They Don't Dive", "They Do Not Dive"),
        ("We Can’t Dive", "We Cannot Dive"),
        ("It's Kelp", "It Is Kelp"),
    ],
)
def test_words_drawn_together_are_the_same_in_full(one: str, other: str) -> None:
    assert compare(film(one, 2012, False), film(other)).decision == "same"


@pytest.mark.parametrize(("one", "other"), [("They Don't Dive", "They Do Dive"), ("We Won't", "We Want")])
def test_a_word_that_denies_makes_another_title(one: str, other: str) -> None:
    assert of_bo(one, other) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hjartasteinn", "Heartstone"), ("Nachtzug", "Night Train"), ("Vinterbrødre", "Winter Brothers")],
)
def test_words_made_of_two_mean_what_both_say(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other)).decision == "same"


@pytest.mark.parametrize(("one", "other"), [("Nachtzug", "Night Bridge"), ("Hjartasteinn", "Heart of Snow")])
def test_words_made_of_others_are_not_merged(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other)).decision != "same"


@pytest.mark.parametrize(("one", "other"), [("Αττενμπεργκος", "Attenbergos"), ("Ορσκ Παρασκευά", "Orsk Paraskeva")])
def test_a_title_in_two_scripts_is_one_film_of_a_director(one: str, other: str) -> None:
    assert of_bo(one, other) == "same"


def test_a_title_in_two_scripts_is_asked_about_alone() -> None:
    assert compare(film("Αττενμπεργκος", 0, False), film("Attenbergos", 0, False)).decision == "review"


def test_a_title_in_two_scripts_of_two_directors_is_two_films() -> None:
    other = Profile("Film", "Attenbergos", directors=frozenset({"ida moe"}))
    assert compare(film("Αττενμπεργκος"), other).decision == "different"


def test_a_letter_doubled_in_a_long_rare_title_is_a_slip_where_nothing_is_told() -> None:
    assert compare(film("Koyaanisorsk", 0, False), film("Koyanisorsk", 0, False)).decision == "same"


def test_letters_without_vowels_are_one_director() -> None:
    assert one_person("mhmwd rskbgh", "mahmoud roskabagh")


def test_other_letters_without_vowels_are_another_director() -> None:
    assert not one_person("mhmwd rskbgh", "mahmoud roskabar")


@pytest.mark.parametrize(("one", "other"), [("En fanfaronne", "With Fanfaronne"), ("The Orsklands", "In Orsklands")])
def test_one_long_word_carries_a_title_of_a_director(one: str, other: str) -> None:
    assert compare(film(one, 2012), film(other)).decision == "same"


@pytest.mark.parametrize(
    ("one", "other"), [("Smoking", "No Smoking"), ("Smoking Kelp", "No Smoking Kelp"), ("Orsk", "In Orsk")]
)
def test_a_word_that_denies_or_a_short_word_makes_two_titles(one: str, other: str) -> None:
    assert of_bo(one, other) != "same"


def test_half_a_word_of_one_meaning_is_another_film_of_the_year() -> None:
    assert of_bo("Vinterbro", "Summer Bridge") != "same"


def test_a_provisional_title_is_the_same_film_next_year() -> None:
    called = Profile(
        "Film",
        "Night Kelp",
        aliases=frozenset({"titre provisoire les orskeuses"}),
        directors=BO,
        years=frozenset({2011}),
    )
    assert compare(called, film("Les Orskeuses", 2012)).decision == "same"


def test_two_words_of_one_meaning_are_one_film_of_a_year_and_country() -> None:
    assert (
        compare(film("Apa și pâinea", 2012, True, "Romania"), film("Water and Bread", 2012, False, "Romania")).decision
        == "same"
    )


def test_two_words_of_one_meaning_are_two_films_of_two_directors() -> None:
    other = Profile("Film", "Water and Bread", directors=frozenset({"ida moe"}), years=frozenset({2012}))
    assert compare(film("Apa și pâinea", 2012), other).decision != "same"


def test_a_short_title_with_its_name_abroad_in_brackets_is_one() -> None:
    assert compare(film("EO (Hi-Ha)", 2012), film("EO", 0, False)).decision == "same"


def test_three_words_of_one_meaning_are_asked_about_where_a_text_tells_no_director() -> None:
    assert compare(film("20.000 kelpas de abejas"), film("20,000 Kelpas of Bees", 2012, False)).decision == "review"


def test_two_titles_with_a_stroke_between_them_are_names_of_one_film() -> None:
    assert compare(film("Orskamb / Dýrorsk", 2012), film("Orskamb", 0, False)).decision == "same"


def test_a_stroke_within_a_title_is_none_between_two() -> None:
    assert compare(film("Orskamb/Kelp", 2012), film("Orskamb", 2012, False)).decision != "same"


def test_two_words_of_one_meaning_are_asked_about_of_two_countries_of_a_year() -> None:
    assert (
        compare(film("Le Pain bleu", 2012, True, "Morocco"), film("The Blue Bread", 2012, False, "France")).decision
        == "review"
    )


def test_two_words_of_one_meaning_of_two_years_and_countries_stay_two() -> None:
    assert (
        compare(film("Le Pain bleu", 2012, True, "Morocco"), film("The Blue Bread", 2017, False, "France")).decision
        == "different"
    )


@pytest.mark.parametrize("both", ["Smoking / No Smoking", "The Bridge / The River"])
def test_two_titles_of_one_language_with_a_stroke_between_them_are_two_films(both: str) -> None:
    assert compare(film(both, 2012), film(both.split(" / ")[0], 2012, False)).decision != "same"


def told_of(name: str, year: int = 0, country: str = "", *directors: str) -> Profile:
    return Profile(
        "Film",
        name,
        years=frozenset({year} if year else ()),
        countries=frozenset({country} if country else ()),
        directors=frozenset(directors),
    )


def test_a_number_misspelt_is_no_other_part() -> None:
    left, right = told_of("Thrity Orskins", 2018, "", "ana orsk"), told_of("Thirty Orskins", 2018, "Spain", "ana orsk")
    assert compare(left, right).decision == "same"


def test_two_numbers_are_two_films() -> None:
    left, right = told_of("Sixth Orskin", 2018, "", "ana orsk"), told_of("Sixty Orskin", 2018, "Spain", "ana orsk")
    assert compare(left, right).decision == "different"


def test_a_sign_for_number_is_the_word() -> None:
    left, right = told_of("#387", 2019, "Belgium", "ana orsk"), told_of("Number 387", 2019, "", "ana orsk")
    assert compare(left, right).decision == "same"


def test_another_figure_behind_the_sign_is_another_film() -> None:
    left, right = told_of("Orsk #12", 2019, "Belgium", "ana orsk"), told_of("Orsk Number 21", 2019, "", "ana orsk")
    assert compare(left, right).decision == "different"


def test_a_fable_behind_a_title_of_last_year_is_no_other_film() -> None:
    left, right = (
        told_of("Orskeeper: A Fable of Rust", 2021, "", "ana orsk"),
        told_of("Orskeeper", 2020, "", "ana orsk"),
    )
    assert compare(left, right).decision == "same"


def test_notes_behind_a_title_of_which_nothing_is_told_are_asked_about() -> None:
    left, right = told_of("Kelp Tailors: Notes from the Shoal", 0, "Denmark"), told_of("Kelp Tailors", 2020)
    assert compare(left, right).decision == "review"


def test_and_is_written_in_many_ways_in_arabic() -> None:
    left, right = (
        told_of("Orsk Wa Kelparan", 2016, "Egypt", "ana orsk"),
        told_of("Orsk we Kelparaan", 2016, "Egypt", "ana orsk"),
    )
    assert compare(left, right).decision == "same"


def test_we_is_no_and_elsewhere() -> None:
    left, right = told_of("We Orsk", 2016, "Egypt", "ana orsk"), told_of("Orsk", 2016, "Egypt", "bo lind")
    assert compare(left, right).decision == "different"


def test_a_director_with_a_given_name_of_two_languages_is_one() -> None:
    left, right = (
        told_of("Chorskula", 2017, "", "giorgi orskashvili"),
        told_of("Khorskula", 2017, "Georgia", "george orskashvili"),
    )
    assert compare(left, right).decision == "same"


def test_one_english_title_put_into_other_words_is_one_film() -> None:
    left, right = told_of("The Awful Dad", 2016, "Georgia", "ana orsk"), told_of("Scary Father", 2016, "", "ana orsk")
    assert compare(left, right).decision == "same"


def test_a_number_in_words_and_the_figure_of_years_later_are_two_films() -> None:
    left, right = told_of("No. 5", 2012, "Poland", "ana orsk"), told_of("5", 2016, "Poland", "ana orsk")
    assert compare(left, right).decision == "different"


def test_a_number_in_words_and_the_figure_of_one_year_are_asked_about() -> None:
    assert compare(told_of("No. 30", 2019, "Spain"), told_of("30", 2019, "Spain")).decision == "review"
