"""What two words keep for the ear."""

from __future__ import annotations

import pytest

from kg.resolve.likeness import align, pair_of
from kg.resolve.name import tokens
from kg.resolve.sound import closeness, is_short_form, one_romanised, romanised, two_given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhang Mou-yin", "Chang Mouyin"),  # Pinyin, Wade-Giles
        ("Kim Gi-yeong", "Gim Ki-young"),
        ("Jeon Do-yeon", "Jun Do-youn"),
        ("Orest Vasyanovych", "Orest Vasjanovič"),
        ("Rogozhkin Pyotr", "Rogojkin Piotr"),
    ],
)
def test_two_romanisations_of_one_name_are_heard_as_one(one: str, other: str) -> None:
    assert one_romanised(tokens(one), tokens(other))


def test_other_consonants_are_another_name() -> None:
    assert not one_romanised(tokens("Park Chan-ok"), tokens("Park Chan-wook"))


def test_a_name_of_few_consonants_tells_nothing() -> None:
    assert not one_romanised(tokens("Li Yu"), tokens("Li Yi"))


def test_german_and_english_hush_are_one_sound() -> None:
    assert romanised("schmidt") == romanised("shmidt")


def test_given_names_of_two_languages_are_nearly_the_same_word() -> None:
    assert closeness(align(("sergei", "orsk"), ("serhii", "orsk"))) > 0.98


def test_nothing_is_not_close() -> None:
    assert closeness(align((), ())) == 0.0


@pytest.mark.parametrize(
    ("short", "full"), [("bob", "robert"), ("paco", "francisco"), ("janek", "jan"), ("wm", "william")]
)
def test_short_forms_are_known_both_ways(short: str, full: str) -> None:
    assert (is_short_form(short, full), is_short_form(full, short)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"), [("martin", "martijn"), ("noe", "noee"), ("emil", "emile"), ("yuki", "yuka")]
)
def test_nearly_alike_given_names_are_two(one: str, other: str) -> None:
    assert two_given(pair_of(one, other))


def test_spellings_of_one_given_name_are_not_two() -> None:
    assert not two_given(pair_of("lucas", "lukas"))
