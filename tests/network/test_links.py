"""Projections, PageRank, betweenness and communities of the columns equal those of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_world import columns_of, statements, store_of
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

from kg.errors import UsageError
from kg.graph.columns import Columns
from kg.graph.store import open_store
from kg.network import (
    Links,
    betweenness,
    communities,
    company_network,
    components,
    country_network,
    measures,
    modularity,
    pagerank,
    projection,
    survey,
    view_graph,
)

if TYPE_CHECKING:
    from kg.build import Places

made = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
edges = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda edge: edge[0] < edge[1]), st.integers(1, 5)
)


def links_of(weights: dict[tuple[int, int], int], nodes: int = 12) -> Links:
    ends = sorted(weights)
    one, other = (np.array([edge[side] for edge in ends], np.int64) for side in (0, 1))
    return Links(np.arange(nodes, dtype=np.uint32), one, other, np.array([weights[edge] for edge in ends], np.int64))


def graph_of(weights: dict[tuple[int, int], int], nodes: int = 12) -> Any:
    graph: Any = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((*edge, weight) for edge, weight in weights.items())
    return graph


def weights_of(network: Any) -> tuple[set[str], dict[tuple[str, str], int]]:
    found = {tuple(sorted(edge)): weight for *edge, weight in network.edges(data="weight")}
    return set(network), found


# ---- projections -------------------------------------------------------------------------------------------------


def check_projections(store: Any, columns: Columns) -> None:
    graph = view_graph(store)
    for name, network in (("countries", country_network(graph)), ("companies", company_network(graph))):
        assert weights_of(projection(columns, name).graph(columns)) == weights_of(network)


def test_the_networks_of_the_seeds_are_those_of_the_view_graph(seeds_built: Places) -> None:
    check_projections(open_store(seeds_built.store), Columns.open(seeds_built.store))


@made
@given(statements)
def test_the_networks_of_any_graph_are_those_of_the_view_graph(said: Any) -> None:
    store = store_of(said)
    check_projections(store, columns_of(store))


@pytest.mark.parametrize("name", ["countries", "countries, stated", "companies"])
def test_the_measures_of_the_seeds_are_those_of_the_view_graph(seeds_built: Places, name: str) -> None:
    columns, graph = Columns.open(seeds_built.store), view_graph(open_store(seeds_built.store))
    stated = name.endswith("stated")
    wanted = company_network(graph) if name == "companies" else country_network(graph, stated=stated)
    assert measures(projection(columns, name.partition(",")[0], stated=stated).graph(columns)) == measures(wanted)


def test_people_are_linked_by_the_works_that_they_share() -> None:
    said = [(("person", "directed", "film"), 0, 0), (("person", "starredIn", "film"), 1, 0)]
    said += [(("person", "wrote", "film"), 0, 1), (("person", "wrote", "film"), 1, 1)]
    columns = columns_of(store_of(said))
    assert weights_of(projection(columns, "people").graph(columns))[1] == {("person/0", "person/1"): 2}


def test_another_network_is_refused() -> None:
    with pytest.raises(UsageError, match="no network 'films'"):
        projection(columns_of(store_of([])), "films")


# ---- measures ----------------------------------------------------------------------------------------------------


@made
@given(edges)
def test_pagerank_is_that_of_networkx(weights: dict[tuple[int, int], int]) -> None:
    wanted = _pagerank_python(graph_of(weights), tol=1e-12, max_iter=1000)
    assert pagerank(links_of(weights), tolerance=1e-12) == pytest.approx([wanted[node] for node in range(12)], abs=1e-9)


@made
@given(edges)
def test_betweenness_is_that_of_networkx(weights: dict[tuple[int, int], int]) -> None:
    wanted = nx.betweenness_centrality(graph_of(weights))
    assert betweenness(links_of(weights)) == pytest.approx([wanted[node] for node in range(12)], abs=1e-12)


@made
@given(edges)
def test_components_are_those_of_networkx(weights: dict[tuple[int, int], int]) -> None:
    wanted = {node: min(part) for part in nx.connected_components(graph_of(weights)) for node in part}
    assert components(links_of(weights)).tolist() == [wanted[node] for node in range(12)]


@made
@given(edges)
def test_modularity_is_that_of_networkx(weights: dict[tuple[int, int], int]) -> None:
    links = links_of(weights)
    found = communities(links)
    parts = [set(np.flatnonzero(found == number).tolist()) for number in range(int(found.max()) + 1)]
    wanted = nx.community.modularity(graph_of(weights), parts) if weights else 0
    assert modularity(links, found) == pytest.approx(wanted, abs=1e-12)


@made
@given(edges)
def test_no_community_reaches_beyond_a_component(weights: dict[tuple[int, int], int]) -> None:
    links = links_of(weights)
    pairs = set(zip(communities(links).tolist(), components(links).tolist(), strict=True))
    assert len(pairs) == len({community for community, _ in pairs})


def test_a_sample_of_all_nodes_is_the_whole() -> None:
    links = links_of({(node, node + 1): 1 for node in range(11)})
    assert betweenness(links, sample=12).tolist() == betweenness(links).tolist()


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    links = links_of({(node, node + 1): 1 for node in range(11)})
    assert betweenness(links, sample=4, seed=7).tolist() == betweenness(links, sample=4, seed=7).tolist()


def test_a_sample_estimates_the_whole() -> None:
    graph = nx.barabasi_albert_graph(400, 3, seed=2)
    links = links_of({(min(edge), max(edge)): 1 for edge in graph.edges}, 400)
    found, wanted = betweenness(links, sample=200), betweenness(links)
    assert np.corrcoef(found, wanted)[0, 1] > 0.98


def test_communities_are_the_cliques_of_a_ring_of_cliques() -> None:
    graph = nx.ring_of_cliques(8, 6)
    found = communities(links_of({(min(edge), max(edge)): 1 for edge in graph.edges}, 48))
    assert found.tolist() == [node // 6 for node in range(48)]


def test_communities_are_about_as_good_as_those_of_networkx() -> None:
    graph = nx.connected_watts_strogatz_graph(600, 8, 0.1, seed=3)
    links = links_of({(min(edge), max(edge)): 1 for edge in graph.edges}, 600)
    wanted = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1))
    assert modularity(links, communities(links)) > 0.97 * wanted


def test_the_largest_community_is_the_first() -> None:
    sizes = np.bincount(communities(links_of({(0, 1): 1, (3, 4): 1, (4, 5): 1, (3, 5): 1})))
    assert sizes.tolist() == sorted(sizes, reverse=True)


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_networks_without_links_have_measures_too(nodes: int) -> None:
    links = links_of({}, nodes)
    assert (betweenness(links).sum(), len(communities(links)), modularity(links, communities(links))) == (0, nodes, 0)


# ---- what is told of a large network -----------------------------------------------------------------------------


def test_a_survey_tells_who_stands_out_by_pagerank() -> None:
    said = [(("person", "directed", "film"), person, work) for person, work in ((0, 0), (1, 0), (0, 1), (2, 1))]
    columns = columns_of(store_of(said))
    links = projection(columns, "people")
    found = survey(columns, links, most=1)
    assert [(figure.measure, figure.of) for figure in found][-5:] == [
        (name, columns.labels[columns.number("person/0")])
        for name in ("degree", "weighted degree", "pagerank", "community", "betweenness")
    ]


def test_a_survey_of_nothing_tells_that_nothing_is_there() -> None:
    columns = columns_of(store_of([]))
    figures = {figure.measure: figure.value for figure in survey(columns, projection(columns, "people"))}
    assert (figures["nodes"], figures["edges"], figures["communities"]) == (0, 0, 0)
