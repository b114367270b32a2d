"""Short paths: the shortest first, not through countries unless asked."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network import short_paths


def graph_of(*links: tuple[str, str]) -> nx.MultiDiGraph[str]:
    """Films f…, people p…, countries c… by the first letter of their key."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from(links)
    kinds = {"f": "Film", "p": "Person", "c": "Country"}
    nx.set_node_attributes(graph, {node: kinds[node[0]] for node in graph}, "type")
    return graph


def test_links_count_in_either_direction() -> None:
    assert short_paths(graph_of(("p1", "f1"), ("p2", "f1")), "p1", "p2") == [("p1", "f1", "p2")]


def test_a_country_is_no_station() -> None:
    assert short_paths(graph_of(("f1", "c1"), ("f2", "c1")), "f1", "f2") == []


def test_a_country_is_a_station_when_asked_for() -> None:
    assert short_paths(graph_of(("f1", "c1"), ("f2", "c1")), "f1", "f2", countries=True) == [("f1", "c1", "f2")]


def test_a_country_can_be_an_end() -> None:
    assert short_paths(graph_of(("f1", "c1"), ("p1", "f1")), "p1", "c1") == [("p1", "f1", "c1")]


def test_shorter_paths_come_first() -> None:
    graph = graph_of(("p1", "f1"), ("p2", "f1"), ("p1", "f2"), ("p3", "f2"), ("p3", "f3"), ("p2", "f3"))
    assert [len(path) for path in short_paths(graph, "p1", "p2")] == [3, 5]


def test_of_equal_paths_the_one_over_the_less_linked_comes_first() -> None:
    busy = [(f"p{number}", "f1") for number in range(3, 9)]
    graph = graph_of(("p1", "f1"), ("p2", "f1"), ("p1", "f2"), ("p2", "f2"), *busy)
    assert short_paths(graph, "p1", "p2")[0] == ("p1", "f2", "p2")


def test_nothing_is_passed_twice(small: Any) -> None:
    for path in short_paths(small, "film/salt", "film/well", countries=True):
        assert len(set(path)) == len(path)


def test_a_thing_is_connected_with_itself() -> None:
    assert short_paths(graph_of(("p1", "f1")), "p1", "p1") == [("p1",)]


def test_what_is_not_there_is_an_error(small: Any) -> None:
    with pytest.raises(KeyError):
        short_paths(small, "film/salt", "film/none")


@given(
    links=st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1), ends=st.tuples(*[st.integers(0, 9)] * 2)
)
def test_the_first_is_as_short_as_networkx_finds(links: set[tuple[int, int]], ends: tuple[int, int]) -> None:
    graph = graph_of(*((f"p{a}", f"f{b}") for a, b in links))
    source, target = f"p{ends[0]}", f"f{ends[1]}"
    if source not in graph or target not in graph:
        return
    found = short_paths(graph, source, target)
    plain = nx.Graph(graph)
    if not nx.has_path(plain, source, target):
        assert found == []
    elif nx.shortest_path_length(plain, source, target) <= 8:
        assert len(found[0]) - 1 == nx.shortest_path_length(plain, source, target)


def test_millions_of_ways_between_two_hubs_take_no_longer_than_a_few() -> None:
    films = [f"f{number}" for number in range(300)]
    graph = graph_of(*((person, film) for film in films for person in ("p1", "p2", "p3", "p4")))
    assert len(short_paths(graph, "p1", "p2")) == 6
