"""Every question of the catalogue is answered as a careful reader of the seeds would, on both engines."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.query import catalogue
from kg.query.engine import ENGINES, open_engine, run

QUESTIONS = tomllib.loads((Path(__file__).parents[1] / "gold" / "questions.toml").read_text(encoding="utf-8"))
QUERIES = {query.name: query for query in catalogue()}


@pytest.fixture(scope="module", params=ENGINES)
def graph(request: pytest.FixtureRequest, seeds_built: Any) -> Any:
    return open_engine(request.param, seeds_built.store, seeds_built.out)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_what_a_reader_finds(name: str, graph: Any) -> None:
    wanted = QUESTIONS[name]
    result = run(QUERIES[name].text, graph, name)
    places = [result.columns.index(column) for column in wanted["columns"]]
    rows = [[row[place].value if row[place] else "" for place in places] for row in result.rows]
    if not wanted.get("ordered"):
        rows, wanted["rows"] = sorted(rows), sorted(wanted["rows"])
    assert rows == wanted["rows"]


def test_the_catalogue_has_the_42_questions_once_each() -> None:
    assert sorted(query.number for query in QUERIES.values() if query.number) == list(range(1, 43))


def test_every_query_of_the_catalogue_has_an_answer_by_hand() -> None:
    assert {name: query.number for name, query in QUERIES.items()} == {
        name: wanted.get("number") for name, wanted in QUESTIONS.items()
    }


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_that_reads_evidence_says_so(name: str) -> None:
    assert ("GRAPH" in QUERIES[name].text) == QUERIES[name].needs_evidence
