"""Finding a node by the name that a person types."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.network import find, phrase
from kg.resolve.name import loose


@pytest.mark.parametrize(
    "name", ["film/salt", "https://w3id.org/filmkg/film/salt", "Salt Road", "salt  ROAD", "route du sel"]
)
def test_a_film_is_found_by_key_iri_name_and_alias(small: Any, name: str) -> None:
    assert find(small, name) == "film/salt"


def test_accents_are_free(small: Any) -> None:
    assert find(small, "ana ruiz") == "person/ana"


def test_a_near_miss_is_named(small: Any) -> None:
    with pytest.raises(UsageError, match="no Film is called 'Salt Raod'") as caught:
        find(small, "Salt Raod", ("Film",))
    assert "Salt Road" in str(caught.value)


def test_a_name_of_another_type_is_not_found(small: Any) -> None:
    with pytest.raises(UsageError):
        find(small, "Salt Road", ("Person",))


def test_a_name_that_two_have_asks_which() -> None:
    graph: Any = nx.MultiDiGraph()
    for key in ("film/a", "film/b"):
        graph.add_node(key, iri="urn:" + key, label="Same", aliases=(), type="Film")
    with pytest.raises(UsageError, match="film/a, film/b"):
        find(graph, "Same")


@pytest.mark.parametrize(("name", "folded"), [("Noée  Abita", "noee abita"), ("d’Étoiles", "d'etoiles"), ("ß", "ss")])
def test_folding(name: str, folded: str) -> None:
    assert loose(name) == folded


@pytest.mark.parametrize(
    ("qualifiers", "said"),
    [
        ((), ""),
        ((("position", "2"),), "listed no. 2"),
        ((("approximate", "true"), ("count", "60")), "about 60 in number"),
        ((("territory", "Belgium"), ("territory", "France")), "in Belgium, France"),
        ((("partPlayed", "Kika"), ("season", "2")), "as Kika, season 2"),
        ((("open_list", "false"),), ""),
        ((("oddity", "x"),), "oddity x"),
    ],
)
def test_qualifiers_read_as_a_phrase(qualifiers: Any, said: str) -> None:
    assert phrase(qualifiers) == said
