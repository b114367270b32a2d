"""Likeness: which words of two names are partners, and how like they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.likeness import INITIAL, align, differing, initial, likeness, pair_of

NAMES = st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=4).map(tuple)


def test_the_same_words_are_partners_in_any_order() -> None:
    assert [(pair.left, pair.right) for pair in align(("ada", "noor"), ("noor", "ada")).pairs] == [
        ("ada", "ada"),
        ("noor", "noor"),
    ]


def test_partners_in_another_order_are_not_ordered() -> None:
    assert not align(("ada", "noor"), ("noor", "ada")).ordered


def test_the_words_of_the_longer_name_that_find_no_partner_are_left_over() -> None:
    assert align(("ada", "noor"), ("ada", "maria", "noor")).left_over == ("maria",)


def test_the_likest_word_is_the_partner() -> None:
    (pair,) = align(("lanners",), ("mira", "laners")).pairs
    assert pair.right == "laners"


@given(NAMES, NAMES)
def test_every_word_of_the_shorter_name_has_a_partner(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(align(one, other).pairs) == min(len(one), len(other))


@given(NAMES, NAMES)
def test_no_word_is_the_partner_of_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    aligned = align(one, other)
    longer = one if len(one) > len(other) else other
    partners = [pair.left if longer is one else pair.right for pair in aligned.pairs]
    assert sorted([*partners, *aligned.left_over]) == sorted(longer)


@given(NAMES)
def test_a_name_is_wholly_like_itself(name: tuple[str, ...]) -> None:
    assert align(name, name).worst == 1.0


@given(NAMES, NAMES)
def test_words_that_are_the_same_are_counted_the_same_whichever_name_is_first(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert len(align(one, other).differing) == len(align(other, one).differing)


def test_beyond_twelve_words_the_order_counts() -> None:
    name = tuple("abcdefghijklm")
    assert align(name, name[::-1]).pairs[0].right == "m"


def test_the_one_place_at_which_two_names_differ_is_found() -> None:
    assert differing(("ada", "noor"), ("ada", "moor")) == 1


def test_a_word_that_stands_elsewhere_in_the_other_name_is_no_plain_difference() -> None:
    assert differing(("ada", "ada"), ("ada", "noor")) is None


def test_names_that_differ_in_two_places_have_no_one_place() -> None:
    assert differing(("ada", "noor"), ("ida", "moor")) is None


def test_a_letter_is_the_initial_of_a_word_that_it_begins() -> None:
    assert initial("thomas", "t")


def test_two_letters_are_the_initial_of_a_long_word() -> None:
    assert initial("th", "thomas")


def test_a_word_is_no_initial_of_itself() -> None:
    assert not initial("t", "t")


def test_an_initial_is_nearly_as_good_as_the_word() -> None:
    assert likeness("t", "thomas") == pair_of("t", "thomas").likeness == INITIAL


@given(st.text("abc", min_size=1, max_size=5), st.text("abc", min_size=1, max_size=5))
def test_likeness_is_that_of_the_pair(one: str, other: str) -> None:
    assert likeness(one, other) == pair_of(one, other).likeness


def test_two_letters_swapped_are_one_edit() -> None:
    assert pair_of("wysocki", "wysokci").edits == 1


def test_a_letter_dropped_is_a_slip() -> None:
    assert pair_of("heldenbergh", "heldenberg").slip


def test_a_letter_exchanged_is_no_slip() -> None:
    assert not pair_of("bergmann", "bengmann").slip


def test_an_ending_is_no_slip() -> None:
    assert pair_of("nowicki", "nowicka").ending


def test_doubled_letters_are_another_spelling() -> None:
    assert pair_of("matthieu", "mathieu").spelling
