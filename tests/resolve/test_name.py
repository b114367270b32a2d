"""Names: words, scripts and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.name import loose, plain, script, skeleton, tokens, ungarbled


def test_words_are_in_small_letters_without_accents() -> None:
    assert tokens("Zoé BRANDT") == ("zoe", "brandt")


def test_punctuation_parts_words() -> None:
    assert tokens("Jean-Marc O. Oster") == ("jean", "marc", "o", "oster")


@pytest.mark.parametrize("mark", ["'", "’", "‘", "´"])
def test_every_apostrophe_parts_alike(mark: str) -> None:
    assert tokens(f"D{mark}Onofrio") == ("d", "onofrio")


def test_other_scripts_are_written_in_latin_letters() -> None:
    assert tokens("Елена Бабич") == ("elena", "babich")


def test_wide_letters_are_plain_ones() -> None:
    assert tokens("Ｋｉｋａ") == ("kika",)


def test_a_name_without_letters_and_digits_has_no_words() -> None:
    assert tokens("… !") == ()


@given(st.text(max_size=30))
def test_words_are_of_small_latin_letters_and_digits_alone(name: str) -> None:
    assert all(word and set(word) <= set("abcdefghijklmnopqrstuvwxyz0123456789") for word in tokens(name))


@given(st.text(max_size=30))
def test_the_words_of_a_plain_name_are_those_of_the_name(name: str) -> None:
    assert not tokens(name) or tuple(plain(name).split()) == tokens(name)


def test_a_name_without_words_is_plain_as_it_stands() -> None:
    assert plain(" …! ") == "…!"


def test_a_typed_name_is_found_without_its_accents() -> None:
    assert loose("Noée  Abita") == loose("noee abita")


def test_the_script_is_that_of_the_first_letter() -> None:
    assert script("2 Елена") == "CYRILLIC"


def test_a_name_without_letters_has_no_script() -> None:
    assert script("1917") == ""


@pytest.mark.parametrize(
    ("one", "other"), [("matthieu", "mathieu"), ("filip", "philip"), ("erik", "eric"), ("kowalsky", "kowalski")]
)
def test_spellings_of_one_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_names_of_a_man_and_a_woman_keep_two_skeletons() -> None:
    assert skeleton("michel") != skeleton("michele")


@pytest.mark.parametrize(
    ("garbled", "meant"), [("FranÃ§ois", "François"), ("SmoczyÅ„ska", "Smoczyńska"), ("Ã‰ric", "Éric")]
)
def test_utf_8_read_as_windows_1252_is_put_right(garbled: str, meant: str) -> None:
    assert ungarbled(garbled) == meant


@pytest.mark.parametrize("name", ["Café“", "São Paulo", "Ãngela", "Ćośić"])
def test_a_name_that_was_not_garbled_stays(name: str) -> None:
    assert ungarbled(name) == name


def test_a_soft_sign_parts_no_word() -> None:
    assert tokens("Орскфильм") == ("orskfilm",)


def test_a_letter_for_breath_parts_no_word() -> None:
    assert tokens("კობერიძე") == ("koberidze",)


def test_two_letters_of_greek_are_one_sound() -> None:
    assert tokens("Μπούρσκας") == ("bourskas",)


def test_a_japanese_syllable_of_its_own_parts_no_word() -> None:
    assert tokens("Jun'ichi Orsk") == ("junichi", "orsk")
