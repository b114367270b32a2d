"""Alike names of one film: what is a slip, and what may be a brother or a sister."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.kin import one_given, scanned
from kg.resolve.likeness import pair_of
from kg.resolve.profile import Profile


def judged(one: str, other: str, craft: str = "starredIn", their_craft: str = "") -> str:
    known = {"works": frozenset({"kelp"}), "years": frozenset({2020}), "countries": frozenset({"France"})}
    left = Profile("Person", one, roles=frozenset({craft}), **known)  # type: ignore[arg-type]
    right = Profile("Person", other, roles=frozenset({their_craft or craft}), **known)  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eliina Orskent", "Elina Orskent"),
        ("Orskano Claude", "Orskano Claudie"),
        ("Katarina Orskholm", "Katrina Orskholm"),
        ("Jovan Orskić", "Jova Orskić"),
        ("Marc Orskaney", "Mark Orskaney"),
        ("Wang Xiaomin", "Wang Xiaoming"),
        ("Terri Orskolan", "Terry Orskolan"),
        ("Murat Can Orskın", "Murat Orskın"),
    ],
)
def test_alike_given_names_of_one_cast_are_asked_about(one: str, other: str) -> None:
    assert judged(one, other) == "review"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emmanuelle Orskot", "Emmanuele Orskott"),
        ("Saoirse Orskan", "Saorise Orskan"),
        ("Ricardo Orskín", "Rlcardo Orskín"),
        ("Rebecca Orskall", "Rwbecca Orskall"),
        ("Song Kang-ho", "Song Gang-ho"),
        ("Orska Lanners", "Orska Laners"),
    ],
)
def test_slips_that_make_no_other_name_are_merged(one: str, other: str) -> None:
    assert judged(one, other, "directed") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olga Orskova", "Olga Orskovna"), ("Tom Barker", "Tom Baker"), ("Julie Laurens", "Julie Laurent")],
)
def test_alike_surnames_of_one_cast_are_asked_about(one: str, other: str) -> None:
    assert judged(one, other) != "same"


def test_alike_names_of_two_crafts_are_asked_about() -> None:
    assert judged("Jan Orsker", "Jan Orske", "produced", "starredIn") != "same"


def test_two_given_names_the_other_way_round_are_asked_about() -> None:
    assert judged("Thomas Martin", "Martin Thomas") == "review"


def test_a_digit_is_a_misread_letter() -> None:
    assert scanned(pair_of("a1bert", "albert"))


def test_the_same_word_is_not_misread() -> None:
    assert not scanned(pair_of("albert", "albert"))


def test_i_and_y_are_one_letter_of_a_given_name() -> None:
    assert one_given(pair_of("ilia", "ilya"), alone=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Elliott Orskhov", "Elliot Orskhov"), ("Mathilde Orskier", "Matilde Orskier"), ("Phillip Orsky", "Philip Orsky")],
)
def test_letters_that_nobody_hears_make_no_other_given_name_in_a_cast(one: str, other: str) -> None:
    assert judged(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zuzana Orská", "Zuzanna Orská"), ("Leonard Orsks", "Leonhard Orsks"), ("Noé Orsk", "Noée Orsk")],
)
def test_letters_that_make_another_given_name_in_a_cast_are_asked_about(one: str, other: str) -> None:
    assert judged(one, other) == "review"


def test_a_given_name_in_v_or_w_is_one_persons() -> None:
    assert judged("Yaniv Orskevitz", "Yaniw Orskevitz", "directed") == "same"


def test_a_slavic_diminutive_of_one_credit_is_its_bearer() -> None:
    assert judged("Natalia Orskolskaya", "Natasha Orskolskaya", "directed") == "same"


def test_a_slavic_diminutive_in_a_cast_is_asked_about() -> None:
    assert judged("Natalia Orskolskaya", "Natasha Orskolskaya") == "review"


def test_a_short_given_name_of_the_alps_is_its_bearer() -> None:
    assert judged("Ruedi Orskhalden", "Rudolf Orskhalden", "directed") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul Korskisch", "Paula Korskisch"),
        ("Louis Korskcroix", "Louise Korskcroix"),
        ("Kim Orsk-jun", "Kim Orsk-jung"),
        ("Eva Orskgren", "Eva Orskberg"),
    ],
)
def test_brothers_sisters_and_near_names_of_one_cast_are_two(one: str, other: str) -> None:
    assert judged(one, other) == "different"


def test_a_letter_in_a_long_surname_of_one_cast_is_asked_about() -> None:
    assert judged("Ida O'Orskonner", "Ida O'Orskonnor") != "different"


def test_brothers_who_direct_one_film_are_asked_about() -> None:
    assert judged("Louis Orskacroix", "Louise Orskacroix", "directed") == "review"
