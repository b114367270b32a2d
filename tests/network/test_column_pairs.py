"""Counts from the columns equal the answers of SPARQL, on the seeds and on made-up graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from made_world import columns_of, statements, store_of

from benchmarks.peers import COMPANY_PAIRS, COUNTRIES_BY_YEAR, COUNTRY_MATRIX, hops_query
from kg.graph.columns import Columns
from kg.graph.store import open_store
from kg.network import company_pairs, company_partners, countries_by_year, country_matrix, hops
from kg.query import find_query
from kg.query.engine import run

if TYPE_CHECKING:
    from kg.build import Places

World = tuple[Any, Columns]
made = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def seeds(seeds_built: Places) -> World:
    return open_store(seeds_built.store), Columns.open(seeds_built.store)


def answer(store: Any, text: str, *wanted: str) -> list[tuple[str, ...]]:
    found = run(text, store)
    places = [found.columns.index(name) for name in wanted]
    return [tuple(cell.value if (cell := row[place]) else "" for place in places) for row in found.rows]


def named(name: str) -> str:
    return find_query(name).text


def matrix(columns: Columns, found: Any, *, years: bool = False) -> set[tuple[str, ...]]:
    """Give the cells above 0 as SPARQL would: the upper half of countries by countries, all of years by countries."""
    cells = set()
    for i, row in enumerate(found.rows.tolist()):
        for j, column in enumerate(found.columns.tolist()):
            if found.counts[i, j] and (years or i <= j):
                head = str(row) if years else columns.iris[row]
                cells.add((head, columns.iris[column], str(found.counts[i, j])))
    return cells


def check_country_pairs(world: World) -> None:
    store, columns = world
    wanted = answer(store, named("country-pairs"), "one", "other", "films")
    assert {cell for cell in matrix(columns, country_matrix(columns)) if cell[0] != cell[1]} == set(wanted)


def check_country_matrix(world: World) -> None:
    store, columns = world
    assert matrix(columns, country_matrix(columns)) == set(answer(store, COUNTRY_MATRIX, "one", "other", "films"))


def check_years(world: World) -> None:
    store, columns = world
    wanted = set(answer(store, COUNTRIES_BY_YEAR, "year", "country", "films"))
    assert matrix(columns, countries_by_year(columns), years=True) == wanted


def check_partners(world: World) -> None:
    store, columns = world
    found = [
        (columns.iris[row.one], columns.iris[row.other], "" if row.work is None else columns.iris[row.work])
        for row in company_partners(columns)
    ]
    assert found == answer(store, named("company-partners"), "one", "other", "work")


def check_company_pairs(world: World) -> None:
    store, columns = world
    found = [(columns.iris[pair.one], columns.iris[pair.other], str(pair.works)) for pair in company_pairs(columns)]
    assert found == answer(store, COMPANY_PAIRS, "one", "other", "works")


CHECKS = [check_country_pairs, check_country_matrix, check_years, check_partners, check_company_pairs]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_seeds_are_counted_as_sparql_counts_them(seeds: World, check: Any) -> None:
    check(seeds)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_any_graph_is_counted_as_sparql_counts_it(check: Any) -> None:
    @made
    @given(statements)
    def counted(said: Any) -> None:
        store = store_of(said)
        check((store, columns_of(store)))

    counted()


@made
@given(statements)
def test_the_best_pairs_of_companies_are_the_first_of_all(said: Any) -> None:
    columns = columns_of(store_of(said))
    every = company_pairs(columns)
    assert [company_pairs(columns, limit) for limit in range(5)] == [every[:limit] for limit in range(5)]


# ---- hops --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_who_is_within_some_steps_is_whom_sparql_finds(steps: int) -> None:
    @made
    @given(statements)
    def reached(said: Any) -> None:
        store = store_of(said)
        columns = columns_of(store)
        start = columns.number("person/0")
        wanted = {row[0] for row in answer(store, hops_query(columns.iris[start], steps), "person")}
        assert {columns.iris[person] for person in hops(columns, start, steps)} == wanted | {columns.iris[start]}

    reached()


def test_each_person_of_the_seeds_has_the_neighbours_that_sparql_finds(seeds: World) -> None:
    store, columns = seeds
    for person in columns.are("Person").nonzero()[0].tolist():
        wanted = {row[0] for row in answer(store, hops_query(columns.iris[person], 2), "person")}
        assert {columns.iris[each] for each in hops(columns, person, 2)} == wanted | {columns.iris[person]}


def test_steps_are_the_fewest() -> None:
    directed, starred = ("person", "directed", "film"), ("person", "starredIn", "film")
    columns = columns_of(store_of([(directed, 0, 0), (starred, 1, 0), (directed, 1, 1), (starred, 2, 1)]))
    found = hops(columns, columns.number("person/0"), 3)
    assert {columns.key(person): step for person, step in found.items()} == {
        "person/0": 0,
        "person/1": 1,
        "person/2": 2,
    }


def test_what_is_no_thing_has_no_steps(seeds: World) -> None:
    with pytest.raises(IndexError):
        hops(seeds[1], len(seeds[1]), 2)
