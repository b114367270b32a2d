"""Candidates: the same pairs in memory and on disk, of all names and of new ones."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import candidate
from kg.resolve.block import blocks
from kg.resolve.candidate import candidates, in_memory, on_disk
from kg.resolve.spelling import spellings

# Few letters and words, so that many names share blocks.
WORDS = st.text("abhinos", min_size=1, max_size=6)
NAMES = st.sets(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=12)
FAMILIES = st.sampled_from(["person", "work", "company"])


@given(FAMILIES, NAMES)
@settings(max_examples=30, deadline=None)
def test_an_index_on_disk_gives_what_one_in_memory_gives(family: str, names: set[str]) -> None:
    assert on_disk(family, names) == in_memory(family, names)


@given(FAMILIES, NAMES, st.data())
@settings(max_examples=60, deadline=None)
def test_a_search_for_new_names_gives_the_pairs_with_one_of_them(
    family: str, names: set[str], data: st.DataObject
) -> None:
    fresh = set(data.draw(st.lists(st.sampled_from(sorted(names)), max_size=4))) if names else set()
    every = in_memory(family, names)
    assert in_memory(family, names, fresh) == [pair for pair in every if fresh & set(pair)]


@given(FAMILIES, NAMES, NAMES)
@settings(max_examples=60, deadline=None)
def test_other_names_make_no_difference_to_a_pair(family: str, names: set[str], others: set[str]) -> None:
    both = in_memory(family, names | others)
    assert in_memory(family, names) == [pair for pair in both if names >= set(pair)]


@given(FAMILIES, NAMES)
@settings(max_examples=60, deadline=None)
def test_candidates_are_the_pairs_of_one_block_whose_letters_are_alike(family: str, names: set[str]) -> None:
    ordered = sorted(names)
    known = spellings(family, ordered)
    rows = {name: row for row, name in enumerate(ordered)}
    expected = []
    for one, other in combinations(ordered, 2):
        pair = ([rows[one]], [rows[other]])
        if blocks(family, one) & blocks(family, other) and known.alike(*map(_column, pair))[0]:
            expected.append((one, other))
    assert in_memory(family, ordered) == expected


def _column(rows: list[int]) -> object:
    import numpy

    return numpy.array(rows, dtype=numpy.int64)


@given(FAMILIES, NAMES)
@settings(max_examples=60, deadline=None)
def test_the_quick_look_at_letters_loses_no_pair_that_is_alike(family: str, names: set[str]) -> None:
    ordered = sorted(names)
    known = spellings(family, ordered)
    pairs = list(combinations(range(len(ordered)), 2))
    ones, others = _column([one for one, _ in pairs]), _column([other for _, other in pairs])
    assert (known.near(ones, others) >= known.alike(ones, others)).all()


def test_pairs_looked_at_a_few_at_a_time_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [
        f"{given} {surname}" for given in ("Anna", "Hanna", "Anne", "Ana") for surname in ("Noha", "Nohas", "Noah")
    ]
    whole = in_memory("person", names)
    monkeypatch.setattr(candidate, "_PAIRS", 1)
    monkeypatch.setattr(candidate, "_NAMES", 2)
    assert in_memory("person", names) == whole != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bouli Laners", "Bouli Lanners"),
        ("Marek Wysocki", "Marek Wysokci"),
        ("Zoe Brandt", "Zoé Brandt"),
        ("Hiroshi Tanabe", "Tanabe Hiroshi"),
    ],
)
def test_a_misspelt_name_is_a_candidate(one: str, other: str) -> None:
    assert candidates("person", [other, one]) == [(one, other)]


def test_the_initials_of_a_company_are_a_candidate() -> None:
    assert candidates("company", ["NFDC", "National Film Development Corporation"])


def test_the_initials_of_a_person_are_none() -> None:
    assert not candidates("person", ["NFDC", "Nina Frida Dora Carlsen"])


def test_names_of_one_surname_alone_are_no_candidates() -> None:
    assert not candidates("person", ["Bouli Lanners", "Ingrid Lanners"])


def test_a_name_is_no_candidate_for_itself() -> None:
    assert not candidates("person", ["Bouli Lanners", "Bouli Lanners"])


def test_no_names_have_no_candidates() -> None:
    assert candidates("work", []) == []


def test_names_without_letters_have_no_candidates() -> None:
    assert candidates("work", ["…", "!"]) == []


def test_many_names_are_searched_in_memory_where_duckdb_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> list[tuple[str, str]]:
        raise ImportError

    monkeypatch.setattr(candidate, "_MANY", 1)
    monkeypatch.setattr(candidate, "on_disk", missing)
    assert candidates("person", ["Zoe Brandt", "Zoé Brandt"]) == [("Zoe Brandt", "Zoé Brandt")]
