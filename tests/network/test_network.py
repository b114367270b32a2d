"""The graph as an object, for those who want networkx."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from kg.errors import FilmgraphError, UsageError
from kg.network import Network


@pytest.fixture(scope="module")
def network(seeds_built: Any) -> Network:
    return Network.open(seeds_built.store)


def test_it_opens_what_a_build_filled(network: Network) -> None:
    assert isinstance(network.graph, nx.MultiDiGraph)


def test_a_name_without_accents_finds_its_thing(network: Network) -> None:
    assert network.graph.nodes[network.find("noee abita")]["label"] == "Noée Abita"


def test_a_path_between_two_directors_goes_over_their_actor(network: Network) -> None:
    labels = [network.graph.nodes[node]["label"] for node in network.paths("Robin Sykes", "Fabrice Bracq")[0]]
    assert labels == ["Robin Sykes", "In the Game", "Thierry Lhermitte", "Happy Retirement 2", "Fabrice Bracq"]


def test_a_neighbourhood_holds_the_director(network: Network) -> None:
    assert "person/alexe-poukine" in network.around("Kika", steps=1)


def test_collaborators_are_linked_by_shared_works(network: Network) -> None:
    found = network.collaborators("Thierry Lhermitte")
    assert found.edges["person/michel-laroque", "person/thierry-lhermitte"]["weight"] >= 1


def test_countries_are_weighted_by_works(network: Network) -> None:
    assert network.countries().edges["country/BE", "country/FR"]["weight"] == 7


def test_companies_are_there_without_partners(network: Network) -> None:
    assert "company/artemis-productions" in network.companies()


def test_a_name_that_nothing_has_is_an_error(network: Network) -> None:
    with pytest.raises(UsageError, match="Kikka"):
        network.find("Kikka")


def test_a_store_that_is_not_there_is_an_error(tmp_path: Any) -> None:
    with pytest.raises(FilmgraphError):
        Network.open(tmp_path / "none")
