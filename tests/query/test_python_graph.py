"""The graph in Python: everything that can be opened gives the same answers."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kg
from kg.errors import BuildError, QueryError, SourceError, UsageError

if TYPE_CHECKING:
    from conftest import Service

    from kg.query.graph import Graph

LABEL = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?label { ?x rdfs:label ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def graph(seeds_built: Any) -> Graph:
    return kg.open(seeds_built.store)


def titles(graph: Graph) -> list[str]:
    return graph.query("films-of-actor", person="Thierry Lhermitte")["title"]


def test_a_store_is_opened(graph: Graph) -> None:
    assert titles(graph)[:2] == ["Fallait pas!…", "Happy Retirement"]


def test_exports_are_opened(graph: Graph, seeds_built: Any) -> None:
    assert titles(kg.open(str(seeds_built.out))) == titles(graph)


def test_a_turtle_file_is_opened(graph: Graph, seeds_built: Any) -> None:
    assert titles(kg.open(seeds_built.out / "film-graph.ttl")) == titles(graph)


@pytest.mark.parametrize("name", ["a.trig", "a.nq", "a.nt", "a.TTL"])
def test_other_files_of_rdf_are_opened(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "Kika" .')
    assert kg.open(tmp_path / name).query(LABEL)["label"] == ["Kika"]


def test_an_endpoint_is_opened(graph: Graph, service: Service) -> None:
    assert titles(kg.open(service.url)) == titles(graph)


def test_the_folder_of_a_build_is_opened(graph: Graph, seeds_built: Any) -> None:
    found = kg.open(seeds_built.out.parent)
    assert (titles(found), found.where) == (titles(graph), str(seeds_built.store))


def test_with_nothing_said_the_store_here_is_opened(
    graph: Graph, seeds_built: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds_built.out.parent)
    assert titles(kg.open()) == titles(graph)


def test_without_a_store_the_exports_here_are_opened(
    graph: Graph, seeds_built: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(seeds_built.out, tmp_path / "exports")
    monkeypatch.chdir(tmp_path)
    assert titles(kg.open()) == titles(graph)


def test_where_nothing_was_built_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BuildError, match="kg build"):
        kg.open()


def test_a_folder_with_nothing_of_the_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="neither a store nor exports"):
        kg.open(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        kg.open(tmp_path / "a.ttl")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rdf").write_text("<rdf/>")
    with pytest.raises(UsageError, match=r"\.trig"):
        kg.open(tmp_path / "a.rdf")


def test_a_torn_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b>")
    with pytest.raises(SourceError, match=r"a\.ttl:2:"):
        kg.open(tmp_path / "a.ttl")


def test_sparql_is_asked_with_our_prefixes_declared(graph: Graph) -> None:
    assert graph.query("ASK { film:kika kg:countryOfOrigin country:BE }").truth


def test_a_file_with_a_query_is_asked(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "my query.rq").write_text(LABEL)
    assert graph.query(tmp_path / "my query.rq")["label"] == graph.query(str(tmp_path / "my query.rq"))["label"]


def test_a_query_of_the_catalogue_is_asked(graph: Graph) -> None:
    query = next(each for each in graph.queries() if each.name == "country-pairs")
    assert graph.query(query)[0]["films"] == 7


def test_parameters_may_be_numbers_and_dates(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(
        "# What is given comes back\n# param: n integer - a number\n# param: d date - a day\n# param: b boolean - so\n"
        'SELECT ?n ?d ?b { VALUES ?n { 1 } VALUES ?d { "" } VALUES ?b { false } }'
    )
    given = {"n": 7, "d": date(2024, 9, 17), "b": True}
    assert list(graph.query(tmp_path / "q.rq", **given)) == [given]


def test_a_value_of_another_type_is_refused(graph: Graph) -> None:
    with pytest.raises(QueryError, match="person: list is no value"):
        graph.query("films-of-actor", person=["Thierry Lhermitte"])


def test_an_unknown_name_is_refused_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(QueryError, match="films-of-actor"):
        graph.query("films-of-actors")


def test_what_writes_or_reaches_out_is_refused(graph: Graph, service: Service) -> None:
    for each in (graph, kg.open(service.url)):
        with pytest.raises(QueryError, match="SERVICE"):
            each.query("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    assert service.queries == []


def test_a_closed_graph_says_so(seeds_built: Any) -> None:
    with kg.open(seeds_built.store) as opened:
        answer = opened.query("country-pairs")
    assert len(answer) == 6
    with pytest.raises(UsageError, match="closed"):
        opened.query("country-pairs")


def test_its_repr_says_where_it_is(graph: Graph, seeds_built: Any) -> None:
    assert repr(graph) == f"<Graph {seeds_built.store}: Oxigraph>"


def test_the_catalogue_shows_questions_and_parameters(graph: Graph) -> None:
    assert "Which films is a person in, under any spelling of the name? (person: Person)" in repr(graph.queries())


def test_the_example_of_the_readme_holds(seeds_built: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(kg.__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```pycon\n(>>> import kg\n.*?)```", text, re.DOTALL)[1]
    shutil.copytree(seeds_built.out, tmp_path / "exports")
    monkeypatch.chdir(tmp_path)
    lines = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner(verbose=False).run(lines) == (0, len(lines.examples))


def test_importing_kg_loads_no_engine() -> None:
    code = "import sys, kg; kg.open; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pyoxigraph", "rdflib", "pandas", "kg.query", "kg.resolve"} & set(loaded) == set()
