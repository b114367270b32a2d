"""One name letter for letter: what is said of two bearers makes them one person, or two."""

from __future__ import annotations

from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def somebody(name: str, film: str = "", year: int = 0, role: str = "starredIn", *people: str) -> Profile:
    return Profile(
        "Person",
        name,
        years=frozenset({year} if year else ()),
        countries=frozenset({"Norway"}),
        roles=frozenset({role}),
        works=frozenset({film} if film else ()),
        people=frozenset(people),
    )


def judged(left: Profile, right: Profile) -> str:
    return compare(left, right).decision


def test_two_players_of_a_common_surname_some_years_apart_are_asked_about() -> None:
    assert judged(somebody("Ottilie Williams", "kelp", 2012), somebody("Ottilie Williams", "tide", 2016)) == "review"


def test_two_players_of_a_rare_surname_some_years_apart_are_one() -> None:
    assert judged(somebody("Ottilie Brandvik", "kelp", 2012), somebody("Ottilie Brandvik", "tide", 2016)) == "same"


def test_two_players_of_a_common_surname_with_other_colleagues_are_asked_about() -> None:
    one = somebody("Ottilie Williams", "kelp", 2012, "starredIn", "bo lind")
    other = somebody("Ottilie Williams", "tide", 0, "starredIn", "ida moe")
    assert judged(one, other) == "review"


def test_two_of_a_common_surname_of_whom_no_year_and_no_country_agree_are_asked_about() -> None:
    one, other = (
        Profile("Person", "Ottilie Williams", roles=frozenset({"photographed"}), works=frozenset({film}), **told)
        for film, told in (("kelp", {"countries": frozenset({"Norway"})}), ("tide", {"years": frozenset({2001})}))
    )
    assert judged(one, other) == "review"


def test_two_directors_of_a_common_surname_of_korea_some_years_apart_are_asked_about() -> None:
    one, other = (somebody("Kim Hyo-rin", film, year, "directed") for film, year in (("kelp", 2010), ("tide", 2014)))
    assert judged(one, other) == "review"


def test_two_directors_of_a_common_surname_of_one_year_are_one() -> None:
    one, other = (somebody("Kim Hyo-rin", film, 2010, "directed") for film in ("kelp", "tide"))
    assert judged(one, other) == "same"


def test_a_name_of_two_syllables_of_another_film_next_year_is_asked_about() -> None:
    one, other = (somebody("Li Bao", film, year, "directed") for film, year in (("kelp", 2010), ("tide", 2011)))
    assert judged(one, other) == "review"


def test_a_text_that_says_nothing_of_a_name_of_some_is_asked_about() -> None:
    assert judged(Profile("Person", "Bo Lindell"), somebody("Bo Lindell", "kelp", 2012, "edited")) == "review"


def test_a_text_that_says_nothing_of_a_rare_name_means_its_bearer() -> None:
    assert judged(Profile("Person", "Vivianne Skarsholt"), somebody("Vivianne Skarsholt", "kelp", 2012)) == "same"


def test_a_title_of_two_words_run_into_one_of_which_nothing_is_told_is_asked_about() -> None:
    assert judged(Profile("Film", "Sand Park"), Profile("Film", "Sandpark")) == "review"


def test_a_title_of_two_words_run_into_one_of_one_year_is_one_film() -> None:
    one, other = (Profile("Film", name, years=frozenset({2012}), directors=frozenset({"bo lind"}))
                  for name in ("Sand Park", "Sandpark"))  # fmt: skip
    assert judged(one, other) == "same"


def test_a_film_and_its_heir_years_later_make_no_one_of_two_trades() -> None:
    one, other = somebody("Bo Lindell", "kelp", 1980), somebody("Bo Lindell", "kelp revisited", 2018, "edited")
    assert judged(one, other) == "review"


def test_one_film_makes_no_one_of_two_trades_many_years_apart() -> None:
    one, other = somebody("Bo Lindell", "kelp", 1980), somebody("Bo Lindell", "kelp", 2018, "edited")
    assert judged(one, other) == "review"


def abroad(name: str, film: str, year: int, role: str) -> Profile:
    return Profile(
        "Person",
        name,
        years=frozenset({year}),
        countries=frozenset({"Portugal"}),
        roles=frozenset({role}),
        works=frozenset({film}),
    )


def test_an_editor_and_a_player_of_one_name_in_two_countries_are_two() -> None:
    one, other = somebody("Bo Lindell", "kelp", 2012, "edited"), abroad("Bo Lindell", "tide", 2013, "starredIn")
    assert judged(one, other) == "different"


def test_an_editor_and_a_player_of_a_rare_name_in_two_countries_are_asked_about() -> None:
    one, other = (
        somebody("Vivianne Skarsholt", "kelp", 2012, "edited"),
        abroad("Vivianne Skarsholt", "tide", 2013, "starredIn"),
    )
    assert judged(one, other) == "review"


def test_a_player_and_a_director_of_a_common_surname_in_two_countries_and_times_are_two() -> None:
    one, other = somebody("Ottilie Williams", "kelp", 2012), abroad("Ottilie Williams", "tide", 2019, "directed")
    assert judged(one, other) == "different"


def test_a_player_who_directs_abroad_next_year_is_asked_about() -> None:
    one, other = somebody("Ottilie Williams", "kelp", 2012), abroad("Ottilie Williams", "tide", 2013, "directed")
    assert judged(one, other) == "review"


def test_a_player_and_a_photographer_of_a_common_surname_are_two_at_home_too() -> None:
    one, other = (
        somebody("Ottilie Williams", "kelp", 2012),
        somebody("Ottilie Williams", "tide", 2013, "photographed"),
    )
    assert judged(one, other) == "different"


def test_a_player_and_a_director_of_fifty_years_later_are_two() -> None:
    one, other = somebody("Ottilie Brand", "kelp", 1966), somebody("Ottilie Brand", "tide", 2018, "directed")
    assert judged(one, other) == "different"


def test_a_player_and_a_director_whose_surnames_differ_in_a_letter_are_two() -> None:
    one, other = (
        somebody("Ottilie Mia Karhunda", "kelp", 2012),
        somebody("Ottilie Mia Kayhunda", "tide", 2013, "directed"),
    )
    assert judged(one, other) == "different"


def test_a_writer_and_a_director_whose_surnames_differ_in_a_letter_are_asked_about() -> None:
    one, other = (
        somebody("Ottilie Mia Karhunda", "kelp", 2012, "wrote"),
        somebody("Ottilie Mia Kayhunda", "tide", 2013, "directed"),
    )
    assert judged(one, other) == "review"


def test_two_given_names_of_two_trades_in_one_film_are_of_two() -> None:
    one, other = (
        somebody("Marko Brandvik", "kelp", 2012, "directed"),
        somebody("Mirko Brandvik", "kelp", 2012, "produced"),
    )
    assert judged(one, other) == "different"
