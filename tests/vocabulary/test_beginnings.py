"""With which words the names of countries and their adjectives begin."""

from __future__ import annotations

from kg.vocabulary import countries


def test_a_name_begins_with_its_first_word() -> None:
    assert countries().begins_name("Czech")


def test_a_name_of_one_word_begins_with_it() -> None:
    assert countries().begins_name("Belgium")


def test_half_a_word_begins_no_name() -> None:
    assert not countries().begins_name("Belg")


def test_what_stands_before_a_hyphen_begins_an_adjective() -> None:
    assert countries().begins_demonym("South")


def test_half_a_word_begins_no_adjective() -> None:
    assert not countries().begins_demonym("Is")
