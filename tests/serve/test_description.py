"""What the service says of itself: a service description at the endpoint, VoID about the graph."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, VOID
from serving import serving

from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from serving import Served

    from kg.build import Places

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.mark.parametrize("accept", ["", "text/turtle", "application/n-triples", "application/rdf+xml"])
def test_the_service_description_names_the_endpoint(served: Served, accept: str) -> None:
    answer = served.send("GET", "/sparql", headers={"Accept": accept} if accept else {})
    form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}[answer.media]
    graph = Graph().parse(data=answer.body, format=form)
    assert set(graph.objects(None, SD.endpoint)) == {URIRef(f"{served.address}sparql")}


def described(served: Served) -> Graph:
    return Graph().parse(data=served.send("GET", "/sparql").body, format="turtle")


def test_the_service_is_a_service(served: Served) -> None:
    assert set(described(served).subjects(RDF.type, SD.Service)) == {URIRef(f"{served.address}sparql")}


def test_a_built_graph_offers_queries_alone(served: Served) -> None:
    assert set(described(served).objects(None, SD.supportedLanguage)) == {SD.SPARQL11Query}


def test_a_scratch_dataset_offers_updates_too(scratch: Served) -> None:
    assert set(described(scratch).objects(None, SD.supportedLanguage)) == {SD.SPARQL11Query, SD.SPARQL11Update}


def test_without_services_there_is_no_federation(served: Served) -> None:
    assert set(described(served).objects(None, SD.feature)) == set()


def test_with_services_there_is(seeds_built: Places) -> None:
    with serving("--store", str(seeds_built.store), "--allow-service", "http://127.0.0.1:9/sparql") as running:
        assert set(described(running).objects(None, SD.feature)) == {SD.BasicFederatedQuery}


def test_each_form_of_results_is_one_that_is_known(served: Served) -> None:
    formats = {str(each) for each in described(served).objects(None, SD.resultFormat)}
    assert len(formats) == 10
    assert all(each.startswith("http://www.w3.org/ns/formats/") for each in formats)


def test_a_browser_is_sent_to_the_page_for_queries(served: Served) -> None:
    answer = served.send("GET", "/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status, answer.headers["location"]) == (303, "/query")


def manifest(built: Places) -> Any:
    return json.loads((built.out / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def void(served: Served) -> Graph:
    return Graph().parse(data=served.send("GET", "/.well-known/void").body, format="turtle")


@pytest.fixture(scope="module")
def whole(served: Served) -> URIRef:
    return URIRef(f"{served.address}.well-known/void#graph")


def test_void_counts_the_triples_of_the_manifest(void: Graph, whole: URIRef, seeds_built: Places) -> None:
    assert void.value(whole, VOID.triples) == Literal(manifest(seeds_built)["files"]["film-graph.ttl"]["statements"])


def test_void_counts_the_documents_of_the_manifest(void: Graph, whole: URIRef, seeds_built: Places) -> None:
    assert void.value(whole, VOID.documents) == Literal(manifest(seeds_built)["counts"]["documents"])


def test_void_counts_the_entities_of_the_manifest(void: Graph, whole: URIRef, seeds_built: Places) -> None:
    expected: Counter[str] = Counter()  # an entity is of its class, and of those that its class is a kind of
    for name, number in manifest(seeds_built)["counts"]["entities"].items():
        for kind in vocabulary().ancestors(name):
            expected[kind] += number
    found = {
        str(void.value(part, VOID["class"])).rpartition("#")[2]: void.value(part, VOID.entities).toPython()
        for part in void.objects(whole, VOID.classPartition)
    }
    assert {name: found.get(name) for name in expected} == expected


def test_void_names_the_endpoint(void: Graph, whole: URIRef, served: Served) -> None:
    assert void.value(whole, VOID.sparqlEndpoint) == URIRef(f"{served.address}sparql")


def test_void_has_a_title(void: Graph, whole: URIRef) -> None:
    assert void.value(whole, DCTERMS.title) == Literal("Film knowledge graph")
