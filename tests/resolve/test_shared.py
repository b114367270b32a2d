"""Shared: names of two contexts are one but for a slip, whichever way that is worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import shared as module
from kg.resolve.likeness import align
from kg.resolve.name import skeleton
from kg.resolve.shared import (
    consonants_heard,
    in_another_language,
    one_house,
    one_person,
    one_title,
    perhaps_one_person,
    shared,
)

WORDS = st.text("abhkt", min_size=1, max_size=5)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(tuple)


@given(NAMES, NAMES)
def test_the_quick_ways_give_the_likeness_that_partners_give(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    letters, bare = align(one, other), align(tuple(map(skeleton, one)), tuple(map(skeleton, other)))
    best = [max(first.likeness, second.likeness) for first, second in zip(letters.pairs, bare.pairs, strict=True)]
    mean = sum(best) / max(len(one), len(other))
    assert module._likeness(one, other) == (mean if min(best) >= module._WORST else 0.0)


@given(WORDS, WORDS, WORDS)
def test_surnames_too_far_apart_make_no_one_person(given_name: str, one: str, other: str) -> None:
    if one != other and module._surnames_apart(one, other):
        assert module._likeness((given_name, one), (given_name, other)) < module._SURE


@given(st.frozensets(WORDS, max_size=4), st.frozensets(WORDS, max_size=4))
def test_what_both_have_letter_for_letter_is_shared(one: frozenset[str], other: frozenset[str]) -> None:
    assert shared(one, other) >= one & other


def test_a_title_a_slip_apart_is_shared() -> None:
    assert shared(frozenset({"the winter orchard"}), frozenset({"the winter orchrad"})) == {"the winter orchard"}


def test_nothing_is_shared_with_nothing() -> None:
    assert not shared(frozenset({"kika"}), frozenset())


def test_another_part_is_another_title() -> None:
    assert not one_title("lanterns part 2", "lanterns part 3")


@pytest.mark.parametrize(
    ("one", "other"),
    [("bouli lanners", "bouli laners"), ("tanabe hiroshi", "hiroshi tanabe"), ("anke maria doorn", "anke doorn")],
)
def test_a_slip_another_order_or_a_middle_name_leaves_one_person(one: str, other: str) -> None:
    assert one_person(one, other)


def test_one_given_name_alone_makes_no_one_person() -> None:
    assert not one_person("maria kowalska", "maria benedetti")


def test_two_transcriptions_are_perhaps_one_person() -> None:
    assert perhaps_one_person("sergei loznitsa", "serguei losnitza")


def test_a_legal_form_makes_no_other_house() -> None:
    assert one_house("halvard pictures", "halvard films gmbh")


def test_a_director_by_initials_is_the_one_in_full() -> None:
    assert one_person("f w orskau", "ferdinand wilhelm orskau")


def test_other_initials_are_somebody_else() -> None:
    assert not one_person("f k orskau", "ferdinand wilhelm orskau")


def test_a_film_in_another_language_is_the_same_film() -> None:
    assert in_another_language(frozenset({"afternoons of solitude"}), frozenset({"tardes de soledad"}))


def test_a_word_alone_is_no_film_in_another_language() -> None:
    assert not in_another_language(frozenset({"snow"}), frozenset({"neige"}))


def test_what_is_revisited_is_another_film() -> None:
    assert not one_title("the kelp road", "the kelp road revisited")


def test_a_director_is_looked_up_with_and_without_vowels() -> None:
    assert consonants_heard("mahmoud roskabagh") == consonants_heard("mhmwd rskbgh")


def test_a_director_of_other_consonants_is_looked_up_elsewhere() -> None:
    assert consonants_heard("mahmoud roskabar") != consonants_heard("mhmwd rskbgh")


def test_a_given_name_of_another_language_before_a_long_surname_is_one_person() -> None:
    assert one_person("giorgi orskadze", "george orskadze")


def test_a_given_name_of_another_language_before_a_short_surname_is_another() -> None:
    assert not one_person("giorgi orsk", "george orsk")


def test_a_name_in_letters_of_arabic_is_one_in_as_many_words_or_run_on() -> None:
    assert one_person("an mary rskasr", "annemarie roskacir")


def test_other_consonants_in_letters_of_arabic_are_another() -> None:
    assert not one_person("an mary rskasr", "annemarie roskabir")
