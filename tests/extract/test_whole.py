"""A name is looked for as whole words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.slot.whole import stands_in, where


def test_a_name_stands_in_a_text_that_prints_it_between_marks() -> None:
    assert stands_in("Low Tide", "Her debut, “Low Tide”, is out")


def test_a_name_within_a_longer_word_does_not_count() -> None:
    assert not stands_in("Tide", "The Tideland runs for two hours")


def test_a_later_place_counts_where_the_first_is_within_a_word() -> None:
    assert list(where("Tide", "Tideland, Tide and Undertide_Tide")) == [10]


@given(st.text("Ab_é1 ’.", min_size=1, max_size=4), st.text("Ab_é1 ’.", max_size=30))
def test_it_stands_where_a_pattern_would_find_it(name: str, text: str) -> None:
    assert stands_in(name, text) == bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
