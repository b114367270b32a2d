"""People of one trade of whom nothing else is told: what makes two spellings of a name one."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def judged(one: str, other: str, role: str = "directed", *, film: str = "saltmark", country: str = "") -> str:
    roles = frozenset({role})
    left = Profile("Person", one, roles=roles, works=frozenset({"kelpmark"}), years=frozenset({2021}),
                   countries=frozenset({"Chile"} if country else ()))  # fmt: skip
    right = Profile("Person", other, roles=roles, works=frozenset({film}),
                    countries=frozenset({country} if country else ()))  # fmt: skip
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erik Hallqvist", "Eric Hallkvist"),
        ("Mascha Brandshold", "Masha Brandshold"),
        ("Emanuel Orsku", "Emmanuel Orsku"),
    ],
)
def test_two_spellings_of_a_rare_name_of_one_trade_are_one(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Erik Larsen", "Eric Larsen"), ("Marc Weber", "Mark Weber"), ("Martina Wolffsen", "Marina Wolffsen"),
     ("Dardan Zogajani", "Dardana Zogajani"), ("Henrik Lindstrup", "Henrik Lundstrup")],
)  # fmt: skip
def test_names_of_many_and_of_kin_are_not_merged(one: str, other: str) -> None:
    assert judged(one, other) != "same"


def test_two_spellings_of_an_actors_name_are_asked_about() -> None:
    assert judged("Eryk Halqvist", "Eric Halqvist", "starredIn") != "same"


def test_a_short_given_name_before_a_rare_surname_is_one_director() -> None:
    assert judged("Ola Terpinesku", "Aleksandra Terpinesku") == "same"


def test_a_short_given_name_before_a_common_surname_is_asked_about() -> None:
    assert judged("Mike Johnson", "Michael Johnson") == "review"


def test_one_short_form_may_stand_for_another() -> None:
    assert judged("Thodoros Angelidakis", "Theo Angelidakis") == "same"


def test_a_name_in_georgian_letters_ends_in_i() -> None:
    assert judged("Levan Orskin", "ლევან ორსკინი") == "same"


def test_one_credit_is_one_also_where_a_text_names_another_country() -> None:
    assert judged("Ed Saltmann", "Edward Saltmann", "photographed", film="kelpmark", country="Peru") == "same"


def test_two_words_in_another_transcription_are_one_player_of_a_film() -> None:
    assert judged("Soheila Gulestaneh", "Suheila Golestaneh", "starredIn", film="kelpmark") == "same"


def test_players_of_one_surname_are_not_merged() -> None:
    assert judged("Soheil Golestaneh", "Soheila Golestaneh", "starredIn", film="kelpmark") != "same"


def test_a_letter_of_each_name_is_a_slip_in_one_credit() -> None:
    assert judged("Marguerite Desaunoy", "Margerite Desaunoys", "edited", film="kelpmark") == "same"


def test_a_longer_name_with_the_surname_first_is_asked_about() -> None:
    assert judged("Orsk László Jelesi", "László Orsk") == "review"
