"""Where the last of some words stands."""

from __future__ import annotations

from kg.extract.names import END, LastPlaces

LINE = ("ana", "and", "iria", "and", "otto", END)


def test_the_last_of_several_words_counts() -> None:
    assert LastPlaces(LINE, range(5, -1, -1))[frozenset({"ana", "and"})] == 3


def test_the_end_stands_behind_all_words() -> None:
    assert LastPlaces(LINE, range(5, -1, -1))[frozenset({"iria", END})] == 5


def test_words_that_stand_nowhere_have_no_place() -> None:
    assert LastPlaces(LINE, range(5, -1, -1))[frozenset({"holm"})] == -1


def test_only_the_places_given_count() -> None:
    assert LastPlaces(LINE, [1, 0])[frozenset({"and", "otto"})] == 1
