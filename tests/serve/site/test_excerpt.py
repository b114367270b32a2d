"""A small store cut out of a large one says of its things what the large one says."""

from __future__ import annotations

from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.namespace import DEFAULT_BASE, OA, PROV, RDF, RDFS, Namespaces
from kg.graph.store import open_store
from kg.network import neighbourhood, view_graph
from kg.serve.site.picture import neighbourhood_excerpt
from kg.serve.site.thing import SHOWN, thing_record
from kg.serve.trusted import TRUSTED

NAMES = Namespaces()
FILMS = 5000


@pytest.mark.parametrize(
    "key", ["film/hannah", "person/thierry-lhermitte", "company/wrong-men", "edition/toronto-2024"]
)
def test_a_neighbourhood_is_that_of_the_whole_graph(seeds_store: Any, key: str) -> None:
    whole = neighbourhood(view_graph(seeds_store), key)
    part, _ = neighbourhood_excerpt(seeds_store, NAMES, NAMES.base + key)
    assert (set(part), set(part.edges(keys=True))) == (set(whole), set(whole.edges(keys=True)))


@pytest.mark.parametrize("key", ["film/hannah", "film/mr-k", "country/BE"])
def test_every_link_has_the_evidence_that_it_has_in_the_whole_graph(seeds_store: Any, key: str) -> None:
    whole = view_graph(seeds_store)
    part, _ = neighbourhood_excerpt(seeds_store, NAMES, NAMES.base + key)
    for edge in part.edges(keys=True):
        mine, all_of_it = part.edges[edge]["evidence"], whole.edges[edge]["evidence"]
        assert set(mine) <= set(all_of_it)
        assert len(mine) == min(len(all_of_it), 4)


def test_disputes_are_those_of_the_whole_graph(torn_built: Any) -> None:
    store = open_store(torn_built.store)
    whole = view_graph(store)
    for key, kind in whole.nodes(data="type"):
        part, _ = neighbourhood_excerpt(store, NAMES, NAMES.base + key)
        if kind == "Film":
            told = [(one.property, [side.values for side in one.sides]) for one in part.nodes[key]["disputes"]]
            wanted = [(one.property, [side.values for side in one.sides]) for one in whole.nodes[key]["disputes"]]
            assert told == wanted


@pytest.fixture(scope="module")
def hub() -> Store:
    """A country and a company of 5,000 films, each with its claims."""
    store, facts = Store(), DefaultGraph()
    quads = []

    def say(subject: str, predicate: str, value: str, graph: Any = facts) -> None:
        term = NamedNode(value) if value.startswith("http") else Literal(value)
        quads.append(Quad(NamedNode(subject), NamedNode(predicate), term, graph))

    base, kg = NAMES.base, NAMES.ontology
    for key, label, kinds in (("country/BE", "Belgium", ("Country", "Place")), ("company/big", "Big", ("Company",))):
        say(base + key, RDFS + "label", label)
        for kind in kinds:
            say(base + key, RDF + "type", kg + kind)
    for number in range(FILMS):
        film, graph = f"{base}film/f{number:04}", NamedNode(f"{base}document/d{number // 50}")
        say(film, RDFS + "label", f"Film {number:04}")
        say(film, RDF + "type", kg + "Film")
        say(film, RDF + "type", kg + "Work")
        for at, (one, name, other) in enumerate(
            ((film, "countryOfOrigin", base + "country/BE"), (base + "company/big", "produced", film))
        ):
            say(one, kg + name, other)
            claim, span = f"{base}claim/c{number}-{at}", f"{graph.value}#char={2 * number + at},{2 * number + at + 1}"
            for predicate, value in (
                (RDF + "type", kg + "Claim"), (RDF + "subject", one), (RDF + "predicate", kg + name),
                (RDF + "object", other), (kg + "certainty", "stated"), (PROV + "wasQuotedFrom", span),
            ):  # fmt: skip
                say(claim, predicate, value, graph)
            say(span, OA + "exact", f"film {number}", graph)
    store.bulk_extend(quads)
    return store


def test_the_neighbourhood_of_a_hub_is_small(hub: Store) -> None:
    part, left_out = neighbourhood_excerpt(hub, NAMES, NAMES.base + "country/BE")
    assert len(part) <= 301
    assert len(part) + left_out == FILMS + 2


def test_the_picture_of_a_hub_is_drawn(hub: Store) -> None:
    page = TRUSTED["picture"](hub, DEFAULT_BASE, NAMES.base + "company/big")
    assert (b"<h1" in page, len(page) < 200_000) == (True, True)


@pytest.mark.parametrize(("key", "link"), [("country/BE", "^countryOfOrigin"), ("company/big", "produced")])
def test_the_page_of_a_hub_shows_the_first_names_and_counts_all(hub: Store, key: str, link: str) -> None:
    (group,) = thing_record(hub, NAMES, NAMES.base + key)["groups"]
    assert (len(group["facts"]), group["total"], group["more"]) == (SHOWN, FILMS, [{"link": link, "total": FILMS}])
    assert [fact["value"] for fact in group["facts"][:2]] == ["Film 0000", "Film 0001"]
    assert all(fact["proofs"] for fact in group["facts"])


def test_the_last_page_of_a_hub_has_what_is_left(hub: Store) -> None:
    record = thing_record(hub, NAMES, NAMES.base + "country/BE", "^countryOfOrigin", FILMS - 3)
    assert [fact["value"] for fact in record["groups"][0]["facts"]] == ["Film 4997", "Film 4998", "Film 4999"]


def test_a_page_of_a_hub_reads_no_more_than_it_shows(hub: Store) -> None:
    class Counting:
        def __init__(self) -> None:
            self.read = 0

        def quads_for_pattern(self, *pattern: Any) -> Any:
            for quad in hub.quads_for_pattern(*pattern):
                self.read += 1
                yield quad

        def query(self, text: str) -> Any:
            return hub.query(text)

    counting = Counting()
    neighbourhood_excerpt(counting, NAMES, NAMES.base + "company/big")
    assert counting.read < len(hub) / 2
