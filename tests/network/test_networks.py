"""The networks of the seeds, and their measures as a reader would work them out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from kg.graph.store import open_store
from kg.network import country_network, lay_out, measures, neighbourhood, read_layout, view_graph, write_layout


@pytest.fixture(scope="module")
def graph(seeds_built: Any) -> Any:
    return view_graph(open_store(seeds_built.store))


def figures(network: Any) -> dict[tuple[str, str], float]:
    return {(measure.measure, measure.of): measure.value for measure in measures(network)}


@pytest.mark.parametrize(
    ("stated", "wanted"), [(False, (6, 6, 0.4, 0.9)), (True, (7, 7, 0.333, 0.933))], ids=["listed", "stated too"]
)
def test_the_country_network_has_the_measures_worked_out_by_hand(graph: Any, stated: bool, wanted: Any) -> None:
    found = figures(country_network(graph, stated=stated))
    assert wanted == (
        found["nodes", ""], found["edges", ""], found["density", ""], found["betweenness", "Belgium"],
    )  # fmt: skip


def test_there_is_one_triangle_of_countries(graph: Any) -> None:
    found = figures(country_network(graph))
    assert [of for measure, of in found if measure == "triangle"] == ["Belgium, France, Italy"]


def test_a_symmetric_statement_is_one_edge(graph: Any) -> None:
    pairs = [
        {start, end}
        for start, end, key in graph.edges(keys=True)
        if key == "coProducedWith" and {start, end} == {"company/wrong-men", "company/10-15-productions"}
    ]
    assert len(pairs) == 1


def test_every_edge_shows_a_sentence(graph: Any) -> None:
    bare = [
        edge
        for *edge, data in graph.edges(keys=True, data=True)
        if edge[2] != "festival" and not any(proof.passages for proof in data["evidence"])
    ]
    assert bare == []


def test_a_neighbourhood_keeps_to_its_steps(graph: Any) -> None:
    around = neighbourhood(graph, "film/parkings", steps=1)
    assert set(around) == {"film/parkings", *graph.successors("film/parkings"), *graph.predecessors("film/parkings")}


def test_known_nodes_keep_their_places(graph: Any) -> None:
    places = lay_out(graph)
    kept = {key: place for key, place in places.items() if key != "film/kika"}
    again = lay_out(graph, kept)
    assert {key: again[key] for key in kept} == kept


def test_the_layout_is_the_same_twice(graph: Any) -> None:
    assert lay_out(graph) == lay_out(graph)


def test_a_layout_comes_back_from_its_file(graph: Any, tmp_path: Any) -> None:
    places = lay_out(graph)
    write_layout(tmp_path / "layout.json", places)
    assert read_layout(tmp_path / "layout.json") == places
