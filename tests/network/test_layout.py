"""Places: whole numbers, the same each time, and kept as the graph grows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.network import lay_out, read_layout, write_layout

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.integers(0, 18).map("n{}".format)
GRAPHS = st.tuples(st.lists(NAMES), st.lists(st.tuples(NAMES, NAMES), max_size=40))


def graph_of(parts: Any) -> Any:
    graph: Any = nx.Graph()
    graph.add_nodes_from(parts[0])
    graph.add_edges_from(parts[1])
    return graph


@settings(max_examples=25, deadline=None)
@given(GRAPHS)
def test_every_node_has_a_place_of_its_own(parts: Any) -> None:
    graph = graph_of(parts)
    places = lay_out(graph)
    assert (set(places), len(set(places.values()))) == (set(graph), len(graph))


@settings(max_examples=25, deadline=None)
@given(GRAPHS)
def test_the_order_in_which_things_are_added_does_not_matter(parts: Any) -> None:
    assert lay_out(graph_of(parts)) == lay_out(graph_of([parts[0][::-1], [pair[::-1] for pair in parts[1][::-1]]]))


@settings(max_examples=25, deadline=None)
@given(GRAPHS, st.data())
def test_a_grown_graph_keeps_its_places(parts: Any, data: Any) -> None:
    graph = graph_of(parts)
    kept = {node: place for node, place in lay_out(graph).items() if data.draw(st.booleans())}
    grown = lay_out(graph, kept)
    assert {node: grown[node] for node in kept} == kept


def test_a_node_that_is_gone_loses_its_place() -> None:
    assert set(lay_out(graph_of([["a"], []]), {"a": (1, 2), "gone": (3, 4)})) == {"a"}


def test_neighbours_stand_nearer_than_strangers() -> None:
    places = lay_out(nx.path_graph([f"n{number}" for number in range(12)]))
    near, far = (
        (places["n0"][0] - places[other][0]) ** 2 + (places["n0"][1] - places[other][1]) ** 2 for other in ("n1", "n11")
    )
    assert near < far


def test_a_large_part_is_laid_out_by_forces_without_collapsing() -> None:
    places = lay_out(nx.relabel_nodes(nx.random_labeled_tree(600, seed=3), str))
    assert len(set(places.values())) > 590


def test_a_few_new_nodes_of_a_large_part_find_room_beside_what_they_are_linked_with() -> None:
    graph = nx.relabel_nodes(nx.random_geometric_graph(900, 0.08, seed=4), str)
    graph = graph.subgraph(max(nx.connected_components(graph), key=len)).copy()
    known = lay_out(graph)
    beside = sorted(graph)[100]
    graph.add_edges_from([("new", beside), ("newer", beside), ("newer", "new")])
    places = lay_out(graph, known)
    near = [math.dist(places[new], places[beside]) for new in ("new", "newer")]
    assert {node: places[node] for node in known} == known
    assert {places["new"], places["newer"]}.isdisjoint(known.values())
    assert max(near) < sorted(math.dist(places[beside], place) for place in known.values())[100]


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.tuples(st.integers(), st.integers())))
def test_a_layout_comes_back_from_its_file_whatever_the_names(tmp_path_factory: Any, places: Any) -> None:
    path = tmp_path_factory.mktemp("layout") / "layout.json"
    write_layout(path, places)
    assert read_layout(path) == places


def test_no_file_is_no_layout(tmp_path: Path) -> None:
    assert read_layout(tmp_path / "none.json") == {}


@pytest.mark.parametrize("junk", ["", "[]", '{"a": 1}', '{"a": ["x", 2]}', '{"a": [1, 2, 3]}'])
def test_a_file_that_is_no_layout_is_named(tmp_path: Path, junk: str) -> None:
    path = tmp_path / "layout.json"
    path.write_text(junk, encoding="utf-8")
    with pytest.raises(SourceError, match="not a layout") as caught:
        read_layout(path)
    assert "layout.json" in str(caught.value)
