"""Blocks: two spellings of a name share one, and what shares nothing shares none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.resolve.block import blocks, own_words

MISSPELT = [
    ("person", "Bouli Lanners", "Bouli Laners"),  # a letter dropped
    ("person", "Ingrid Solheim", "Ingrid Sollheim"),  # doubled
    ("person", "Marek Wysocki", "Marek Wysokci"),  # swapped
    ("person", "Zoé Brandt", "Zoe Brandt"),  # an accent
    ("person", "Hiroshi Tanabe", "Tanabe Hiroshi"),  # another order
    ("person", "Jean-Marc Oster", "Jean Marc Oster"),  # a hyphen
    ("work", "The Winter Orchard", "Winter Orchard"),  # an article
    ("work", "Lanterns of Oshima", "Lantrens of Oshima"),
    ("work", "Part Two", "Part 2"),  # a number
    ("company", "Zeyno Film", "Zeynofilm"),  # a space
    ("company", "Halvard Pictures GmbH", "Halvard Pictures"),  # a legal form
    ("company", "National Film Development Corporation", "NFDC"),  # initials
]


@pytest.mark.parametrize(("family", "one", "other"), MISSPELT)
def test_two_spellings_of_one_name_share_a_block(family: str, one: str, other: str) -> None:
    assert blocks(family, one) & blocks(family, other)


def test_unlike_names_of_one_given_name_share_no_block() -> None:
    assert not blocks("person", "Maria Kowalska") & blocks("person", "Maria Benedetti")


def test_works_with_a_common_word_alone_in_common_share_no_block() -> None:
    assert not blocks("work", "The House of Marlow") & blocks("work", "The House by Tervuren")


def test_a_name_without_letters_and_digits_has_no_block() -> None:
    assert blocks("work", "…!") == frozenset()


def test_capitals_and_accents_make_no_other_block() -> None:
    assert blocks("person", "ZOÉ BRANDT") == blocks("person", "Zoe Brandt")


def test_blocks_are_the_same_in_every_process() -> None:
    say = "from kg.resolve.block import blocks; print(sorted(blocks('person', 'Bouli Lanners')))"
    done = subprocess.run([sys.executable, "-c", say], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == str(sorted(blocks("person", "Bouli Lanners")))


def test_particles_are_not_a_persons_own_words() -> None:
    assert own_words("person", ("anke", "van", "doorn")) == ["anke", "doorn"]


def test_legal_forms_and_kinds_of_house_are_not_a_companys_own_words() -> None:
    assert own_words("company", ("halvard", "pictures", "gmbh")) == ["halvard"]


def test_numbers_in_titles_are_digits() -> None:
    assert own_words("work", ("part", "two")) == ["part", "2"]


def test_a_name_of_nothing_but_light_words_keeps_them() -> None:
    assert own_words("work", ("the",)) == ["the"]
