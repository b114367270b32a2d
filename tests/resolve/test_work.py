"""Titles: what makes two of them one work."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def judged(one: str, other: str, *, kind: str = "Film", **told: object) -> str:
    known = {"directors": frozenset({"ana orsk"}), "years": frozenset({2019}), "countries": frozenset({"France"})}
    left, right = (Profile(kind, name, **{**known, **told}) for name in (one, other))  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orsk Baker's Son", "The Son of the Orsk Baker"),
        ("Twelve Orsk Men", "12 Orsk Men"),
        ("Orskmania: Volume II", "Orskmania Vol. 2"),
        ("Orskman or (The Virtue of Ignorance)", "Orskman"),
        ("L'Orskénement", "L'OrskÃ©nement"),
        ("Die Orskerin (The Kelp Reader)", "The Kelp Reader"),
    ],
)
def test_one_title_in_two_prints_is_merged(one: str, other: str) -> None:
    assert judged(one, other) == "same"


def test_parts_of_a_series_in_two_languages_are_asked_about() -> None:
    assert judged("Three Orskolours: White", "Trois Orskouleurs : Rouge") != "same"


def test_a_directors_remake_abroad_is_asked_about() -> None:
    left = Profile("Film", "Orsk", years=frozenset({1988}), countries=frozenset({"NL"}), directors=frozenset({"a b"}))
    right = Profile("Film", "Orsk", years=frozenset({1993}), countries=frozenset({"US"}), directors=frozenset({"a b"}))
    assert compare(left, right).decision == "review"


def test_a_season_is_no_other_series() -> None:
    assert judged("Orsk - Season 1", "Orsk", kind="Series", directors=frozenset()) == "same"


def test_a_season_without_a_number_makes_no_series() -> None:
    assert judged("The Orsk Season", "Orsk Season, The", directors=frozenset({"ana orsk"})) == "same"


def test_one_letter_of_a_directors_title_is_a_slip() -> None:
    assert judged("Orskmarino", "Orskmorino") == "same"


def test_two_words_that_titles_have_are_two_titles() -> None:
    assert judged("Summer of Orsk", "Winter of Orsk") != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Winter Sleep", "Kış Uykusu"), ("Human Capital", "Il capitale umano"), ("Under the Tree", "Undir trénu")],
)
def test_titles_of_two_languages_of_one_director_year_and_country_are_merged(one: str, other: str) -> None:
    assert judged(one, other) == "same"


def test_titles_of_two_languages_of_one_director_and_year_are_merged_without_a_country() -> None:
    assert judged("Winter Sleep", "Kış Uykusu", countries=frozenset()) == "same"


def test_titles_of_no_known_language_are_asked_about() -> None:
    assert judged("Orskie", "Orskuda") != "same"


def test_one_letter_of_a_director_s_title_is_a_slip() -> None:
    assert judged("Peter von Orskt", "Peter von Orst") == "same"


def test_the_same_words_turned_round_are_asked_about() -> None:
    assert judged("Mal orsker", "Orsker mal") == "review"


def test_a_subtitle_of_the_next_year_is_asked_about() -> None:
    left, right = (
        Profile("Film", name, directors=frozenset({"ana orsk"}), years=frozenset({year}))
        for name, year in (("The Orsk", 2013), ("The Orsk: Anarchy", 2014))
    )
    assert compare(left, right).decision == "review"


def _of_year(name: str, year: int = 2020, *, director: str = "ada kolb") -> Profile:
    return Profile("Film", name, years=frozenset({year}), directors=frozenset({director} if director else ()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Treinta y tres noches", "33 noches"),
        ("Cent vingt battements", "120 battements"),
        ("Sete Mares", "7 Mares"),
        ("Room Number Nine", "Room No. 9"),
        ("Sto dni", "100 dni"),
    ],
)
def test_numbers_are_the_same_in_words_and_figures(one: str, other: str) -> None:
    assert compare(_of_year(one), _of_year(other, director="")).decision == "same"


def test_other_numbers_in_words_are_another_film() -> None:
    assert compare(_of_year("Osm sester"), _of_year("Sedm sester")).decision == "different"


def test_the_second_part_of_a_title_stands_for_the_whole() -> None:
    left, right = _of_year("Ari – Der lange Abschied vom Sommer"), _of_year("Der lange Abschied vom Sommer")
    assert compare(left, right).decision == "same"


def test_a_second_part_that_says_what_the_film_is_names_no_other() -> None:
    right = Profile("Film", "Bergfahrt: A Documentary", directors=frozenset({"ada kolb"}))
    assert compare(_of_year("Bergfahrt"), right).decision == "same"


def test_letters_lost_in_print_make_no_other_title() -> None:
    assert compare(_of_year("Žabí prameny"), _of_year("�ab� prameny")).decision == "same"


def test_two_parts_named_in_brackets_behind_one_title_are_two() -> None:
    assert judged("Orskhood (Hard Times)", "Orskhood (Homecoming)") != "same"


def of(name: str, **told: object) -> Profile:
    return Profile(str(told.pop("kind", "Film")), name, **told)  # type: ignore[arg-type]


def test_a_year_in_brackets_is_when_a_film_was_made() -> None:
    maker = frozenset({"ana orsk"})
    assert compare(of("Orskadia (2019)", directors=maker), of("Orskadia", directors=maker)).decision == "same"


def test_another_year_in_brackets_is_another_film() -> None:
    left, right = of("Orskadia (1969)"), of("Orskadia", years=frozenset({2019}), countries=frozenset({"France"}))
    assert compare(left, right).decision != "same"


def test_series_of_one_title_and_two_countries_are_not_merged() -> None:
    left, right = (of("The Jetty", kind="Series", countries=frozenset({land})) for land in ("Denmark", "Canada"))
    assert compare(left, right).decision != "same"


def test_one_word_that_means_the_same_to_one_director_is_one_film() -> None:
    left, right = (of(name, directors=frozenset({"ana orsk"})) for name in ("Sestra", "The Sister"))
    assert compare(left, right).decision == "same"


def test_a_plural_of_one_language_is_no_translation() -> None:
    left, right = (of(name, directors=frozenset({"ana orsk"})) for name in ("Bird", "Birds"))
    assert compare(left, right).decision != "same"


def test_two_titles_that_say_the_same_with_one_actor_year_and_country_are_one() -> None:
    told = {"people": frozenset({"lia orsk"}), "years": frozenset({2019}), "countries": frozenset({"Austria"})}
    left, right = (of(name, **told) for name in ("Der letzte Winter", "The Last Winter"))
    assert compare(left, right).decision == "same"


def test_a_consonant_dropped_in_a_short_word_of_one_director_and_year_is_a_slip() -> None:
    assert judged("Grand Orsk", "Gran Orsk", countries=frozenset()) == "same"


def test_a_second_part_that_says_what_it_is_makes_no_other_film_of_its_year() -> None:
    left, right = (of(name, years=frozenset({2019})) for name in ("Nine Orsks: The Story of a Quay", "Nine Orsks"))
    assert compare(left, right).decision == "same"


def test_sentences_of_a_title_are_no_parts_of_several_films() -> None:
    assert judged("Kein Berg. So hoch.", "No Hill. So Steep.") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orskmental Value", "Orskmental Values"),
        ("Tge Orsk Counter", "The Orsk Counter"),
        ("Un sc d'orsks", "Un sac d'orsks"),
    ],
)
def test_a_letter_of_a_title_of_one_director_and_year_is_a_slip(one: str, other: str) -> None:
    assert judged(one, other, countries=frozenset()) == "same"


@pytest.mark.parametrize(("one", "other"), [("Orskermano", "Orskermana"), ("Love of Orsk", "Live of Orsk")])
def test_a_letter_that_makes_another_word_or_gender_is_no_slip(one: str, other: str) -> None:
    assert judged(one, other, countries=frozenset()) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Peak of Orsk Sorrow", "The Summit of Orsk Sadness"),
        ("Wet Ground", "Wet Earth"),  # as machines put it
    ],
)
def test_words_of_one_meaning_are_one_title(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orskø, June 2nd", "Orskø, 3 June"),
        ("Old Man", "Old Men"),
        ("Sorrow of the Sea", "Sadness of the Lake"),
        ("1,200 Orsk", "1,300 Orsk"),
    ],
)
def test_other_figures_and_meanings_are_no_one_title(one: str, other: str) -> None:
    assert judged(one, other) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They Call It Orskmar", "They Call It Orskmar: Lifting the Curtain"),
        ("They Call Us Orsk", "They Call Us Orsk: A Memoir"),
        ("Thou Wast Orsk and Lovely", "Though Wast Orsk and Lovely"),
        ("1001 Orsks", "1001 Orsk"),
    ],
)
def test_titles_of_which_little_is_told_are_asked_about(one: str, other: str) -> None:
    left, right = Profile("Film", one, years=frozenset({2012})), Profile("Film", other)
    assert compare(left, right).decision == "review"


def test_a_director_in_the_letters_of_korea_is_one_with_a_surname_of_one_letter() -> None:
    left = Profile("Film", "Orsk", directors=frozenset({"lee chang dong"}))
    right = Profile("Film", "Orsk", directors=frozenset({"ichangdong"}))
    assert compare(left, right).decision == "same"


def test_two_long_words_spelt_otherwise_are_one_title() -> None:
    left, right = Profile("Film", "Appropriate Orskaviour"), Profile("Film", "Apropriate Orskavior")
    assert compare(left, right).decision == "same"


def test_a_subtitle_of_one_year_behind_a_long_name_is_no_other_film() -> None:
    left, right = (
        Profile("Film", name, years=frozenset({2020}))
        for name in ("Orskat Subsequent Moviekelp", "Orskat Subsequent Moviekelp: Delivery of Bribe")
    )
    assert compare(left, right).decision == "same"


def test_a_subtitle_behind_everyday_words_is_asked_about() -> None:
    left, right = (
        Profile("Film", name, years=frozenset({2020})) for name in ("Night by Sea", "Night by Sea: The Return")
    )
    assert compare(left, right).decision == "review"


def test_a_date_is_one_in_either_order() -> None:
    left = Profile("Film", "Orskø, August 31st", directors=frozenset({"ana orsk"}))
    right = Profile("Film", "Orskø, 31 August", directors=frozenset({"ana orsk"}), years=frozenset({2011}))
    assert compare(left, right).decision == "same"
