"""The questions of more data, from text to answer: made-up pages are built, and asked on both engines."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.build import Places, build
from kg.graph.store import load_store
from kg.query import catalogue
from kg.query.engine import ENGINES, labels_of, load_dataset, run
from kg.query.parameter import bind

HERE = Path(__file__).parent
QUESTIONS = tomllib.loads((HERE.parent / "gold" / "corpus-questions.toml").read_text(encoding="utf-8"))
QUERIES = {query.name: query for query in catalogue()}


@pytest.fixture(scope="module")
def corpus_built(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The pages of tests/query/corpus, built into a folder of their own."""
    folder = tmp_path_factory.mktemp("corpus")
    places = Places((HERE / "corpus",), folder / "exports", folder / ".kg" / "store", folder / "identity")
    build(places)
    return places


@pytest.fixture(scope="module", params=ENGINES)
def graph(request: pytest.FixtureRequest, corpus_built: Places) -> Any:
    """The build with the shares, which no text gives, added to it."""
    from pyoxigraph import RdfFormat

    if request.param == "oxigraph":
        store: Any = load_store(corpus_built.out)
        store.load(path=HERE / "shares.ttl", format=RdfFormat.TURTLE)
        return store
    dataset = load_dataset(corpus_built.out)
    dataset.default_graph.parse(HERE / "shares.ttl", format="turtle")
    return dataset


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_what_a_reader_of_the_pages_finds(name: str, graph: Any) -> None:
    wanted = QUESTIONS[name]
    query = QUERIES[wanted.get("query", name)]
    text = bind(query, wanted.get("params", {}), lambda kind: labels_of(graph, kind))
    result = run(text, graph, name)
    places = [result.columns.index(column) for column in wanted["columns"]]
    rows = [[row[place].value if row[place] else "" for place in places] for row in result.rows]
    if not wanted.get("ordered"):
        rows, wanted["rows"] = sorted(rows), sorted(wanted["rows"])
    assert rows == wanted["rows"]


def test_every_question_of_more_data_is_asked_of_the_pages() -> None:
    asked = {QUERIES[wanted.get("query", name)].number for name, wanted in QUESTIONS.items()}
    assert asked >= set(range(33, 43)) - {41}
