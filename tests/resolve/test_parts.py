"""Parts, second parts and shortened titles: what makes two of them one film where only the director is told."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.title import bare_title, count_in, in_two_languages, senses


def judged(one: str, other: str, *, year: int | None = None, director: str = "ana orsk") -> str:
    directors = frozenset({director} if director else ())
    left = Profile("Film", one, directors=directors, years=frozenset({2021}))
    right = Profile("Film", other, directors=directors, years=frozenset({year} if year else ()))
    return compare(left, right).decision


@pytest.mark.parametrize(
    "other", ["Kelpmark 2", "Kelpmark Part II", "Kelpmark, Teil 2", "Kelpmark: Chapter Two", "Kelpmark Vol. 2"]
)
def test_a_part_is_counted_in_many_ways(other: str) -> None:
    assert judged("Kelpmark: Part Two", other) == "same"


def test_another_part_is_another_film() -> None:
    assert judged("Kelpmark: Part Two", "Kelpmark 3") == "different"


def test_a_part_may_lack_its_subtitle() -> None:
    assert judged("Kelpmark 2: The Ebb", "Kelpmark 2") == "same"


def test_a_part_may_lack_its_number() -> None:
    assert judged("Kelpmark 2: The Ebb", "Kelpmark: The Ebb") == "same"


def test_two_subtitles_are_of_two_parts() -> None:
    assert judged("Kelpmark 2: The Ebb", "Kelpmark: The Flood") == "different"


def test_the_first_part_is_not_the_second_with_its_subtitle() -> None:
    assert judged("Kelpmark", "Kelpmark 2: The Ebb") != "same"


def test_a_second_part_that_says_what_is_told_makes_no_other_film() -> None:
    assert judged("Vardoe: A Northern Saga", "Vardoe") == "same"


def test_a_new_story_is_another_film() -> None:
    assert judged("Vardoe: A New Story", "Vardoe") != "same"


def test_a_tale_of_another_year_is_asked_about() -> None:
    assert judged("Vardoe: A Northern Saga", "Vardoe", year=2022) != "same"


def test_a_title_may_stand_without_the_name_before_it() -> None:
    assert judged("Ari Vardoe: The Long Ebb", "The Long Ebb") == "same"


def test_a_title_that_ends_in_dots_is_the_whole_one() -> None:
    assert judged("The Man Who Sold Kelp to…", "The Man Who Sold Kelp to the Sea", year=2021) == "same"


def test_a_short_beginning_is_not_the_whole_title() -> None:
    assert judged("The Last Kelp", "The Last Kelp Farmer", year=2021) != "same"


def test_a_scanned_title_is_one() -> None:
    assert judged("Der Orsk irn Winter", "Der Orsk im Winter", year=2021) == "same"


def test_an_s_in_a_title_of_some_length_is_a_slip() -> None:
    assert judged("Northern Drifter", "Northern Drifters") == "same"


def test_an_s_in_a_title_of_one_word_is_asked_about() -> None:
    assert judged("Drifter", "Drifters") == "review"


def test_an_s_in_a_title_of_two_years_is_asked_about_at_most() -> None:
    assert judged("Northern Drifter", "Northern Drifters", year=2026) != "same"


def test_an_s_of_which_nothing_more_is_said_is_asked_about() -> None:
    assert judged("Afternoons of Orskitude", "Afternoon of Orskitude", director="") == "review"


def test_another_first_letter_of_one_word_is_no_slip() -> None:
    assert judged("Saltar", "Altar") != "same"


def test_a_director_in_chinese_letters_has_no_spaces() -> None:
    left = Profile("Film", "風浪", directors=frozenset({"orzhanke"}), years=frozenset({2021}))
    right = Profile("Film", "Taken by the Waves", directors=frozenset({"or zhanke"}), years=frozenset({2021}))
    assert compare(left, right).decision != "different"


def test_one_film_of_two_countries_is_asked_about() -> None:
    told = {"directors": frozenset({"ana orsk"}), "years": frozenset({2021})}
    left = Profile("Film", "El orsko", countries=frozenset({"Spain"}), **told)  # type: ignore[arg-type]
    right = Profile("Film", "The Water", countries=frozenset({"Switzerland"}), **told)  # type: ignore[arg-type]
    assert compare(left, right).decision == "review"


def test_part_is_left_out_before_a_number() -> None:
    assert bare_title(("kelpmark", "part", "two")) == ("kelpmark", "2")


def test_part_is_kept_before_a_word() -> None:
    assert bare_title(("the", "kelp", "part", "song")) == ("kelp", "part", "song")


def test_v_inside_a_title_is_no_number() -> None:
    assert count_in(("noc", "v", "orsku")) == ()


def test_v_behind_a_title_is_a_number() -> None:
    assert count_in(("orskmark", "v")) == (5,)


def test_a_name_in_a_title_is_the_same_in_all_languages() -> None:
    assert senses("L'histoire de Souadine") & senses("Souadine's Story")


def test_titles_in_two_scripts_are_in_two_languages() -> None:
    assert in_two_languages("Orskomey", "Орскомея")
