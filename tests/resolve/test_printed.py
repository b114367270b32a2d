"""What print does to a person's name beside misspelling it."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.printed import as_called, as_printed, one_print, one_scanned, run_on, two_called, unscanned
from kg.resolve.profile import Profile


def person(name: str, role: str = "starredIn", *, year: int = 1955, country: str = "Germany") -> Profile:
    return Profile(
        "Person", name, roles=frozenset([role]), years=frozenset([year]), countries=frozenset([country])
    )  # fmt: skip


def test_a_nickname_in_quotes_gives_two_names() -> None:
    assert two_called('Giuseppe "Beppe" Fiorello') == ("Giuseppe Fiorello", "Beppe Fiorello")


@pytest.mark.parametrize("name", ["Vincent D'Onofrio", "Peter O'Toole", "Beppe Fiorello", "N'Guessan Kouadio"])
def test_an_apostrophe_is_no_nickname(name: str) -> None:
    assert two_called(name) == ()


def test_a_person_with_a_nickname_is_put_as_the_other_name_is_printed() -> None:
    left, _ = as_called(Profile("Person", 'William "Bill" Pope'), Profile("Person", "Bill Pope"))
    assert left.name == "Bill Pope"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goran Đorđević", "Goran Djordjevic"),
        ("Želimir Žilnik", "Zhelimir Zhilnik"),
        ("Ruben Östlund", "Ruben Oestlund"),
        ("Michał Kwieciński", "Micha? Kwieci?ski"),
    ],
)
def test_letters_lost_or_written_with_others_are_the_same_print(one: str, other: str) -> None:
    assert one_print(one, other)
    assert one_print(other, one)


def test_another_letter_is_another_print() -> None:
    assert not one_print("Marić", "Maria")


def test_an_article_run_on_is_taken_off_where_the_other_name_has_it_apart() -> None:
    assert run_on(("hiam", "alsabbagh"), ("hiyam", "sabbagh"), ("hiyam", "al", "sabbagh")) == ("hiam", "sabbagh")


def test_a_name_that_begins_like_an_article_is_left_alone() -> None:
    assert run_on(("olga", "delon"), ("olga", "marin"), ("olga", "de", "marin")) == ("olga", "delon")


def test_digits_inside_a_word_are_letters_badly_scanned() -> None:
    assert unscanned(("fausto", "t0zzi", "2")) == ("fausto", "tozzi", "2")


def test_rn_is_m_for_a_scanner() -> None:
    assert one_scanned(("gerrnaine", "darnar"), ("germaine", "damar"))


def test_a_scanned_name_of_one_trade_and_year_is_merged() -> None:
    assert compare(person("Germaine Damar"), person("Gerrnaine Darnar")).decision == "same"


def test_two_given_names_are_no_scan_of_one_another() -> None:
    assert compare(person("Marion Hänsel"), person("Marlon Hänsel")).decision != "same"


def test_a_scanned_name_of_another_country_is_not_merged() -> None:
    other = person("Gerrnaine Darnar", country="France")
    assert compare(person("Germaine Damar"), other).decision != "same"


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert as_printed(Profile("Person", "Greta Orskhaus's")).name == "Greta Orskhaus"


def test_a_stop_of_breath_is_no_end_of_a_word() -> None:
    assert as_printed(Profile("Person", "Ts'ao Li-hua")).name == "Tsao Li-hua"


def test_an_apostrophe_of_ireland_stays() -> None:
    assert as_printed(Profile("Person", "Ida O'Orska")).name == "Ida O'Orska"
