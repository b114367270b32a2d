"""The SPARQL Protocol in words, beside the W3C's requests: what each kind of request gets, and what it does not."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, VOID
from serving import serving

from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from serving import Response, Served

    from kg.build import Places

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ASK = "ASK {}"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
TWO_GRAPHS = "INSERT DATA { <a:s> <a:p> 0 . GRAPH <a:one> { <a:s> <a:p> 1 } GRAPH <a:two> { <a:s> <a:p> 2 } }"
VALUES = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
NAMED = "SELECT ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o"


def post(served: Served, body: str | bytes, headers: dict[str, str], path: str = "/sparql") -> Response:
    return served.send("POST", path, body.encode() if isinstance(body, str) else body, headers)


def values(answer: Response) -> list[str]:
    """Give the values of a table of one column."""
    said = answer.json()
    return [row[said["head"]["vars"][0]]["value"] for row in said["results"]["bindings"]]


# Queries


def test_a_query_comes_by_get(served: Served) -> None:
    assert served.get(ASK).json() == {"head": {}, "boolean": True}


def test_a_query_comes_by_post_as_a_form(served: Served) -> None:
    assert served.form(ASK).json() == {"head": {}, "boolean": True}


def test_a_query_comes_by_post_as_it_is(served: Served) -> None:
    assert served.post(ASK).json() == {"head": {}, "boolean": True}


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf_8_may_be_said(served: Served, charset: str) -> None:
    headers = {"Content-Type": f"application/sparql-query; charset={charset}"}
    assert values(post(served, "SELECT ('Łódź' AS ?x) {}", headers)) == ["Łódź"]


def test_relative_iris_are_those_of_the_endpoint(served: Served) -> None:
    assert values(served.get("SELECT (STR(<here>) AS ?x) {}")) == [f"{served.address}here"]


def test_a_built_graph_knows_its_prefixes(served: Served) -> None:
    assert served.get("ASK { ?film a kg:Film ; schema:director ?person }").json()["boolean"] is True


def test_a_scratch_dataset_knows_none(scratch: Served) -> None:
    assert scratch.get("ASK { ?film a kg:Film }").status == 400


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * {", "nonsense", "ASK {} }", "\x00"])
def test_what_is_no_sparql_is_400(served: Served, text: str) -> None:
    assert served.get(text).status == 400


def test_a_syntax_error_is_placed(served: Served) -> None:
    assert served.get("ASK {\n ?s ?p }").json()["where"].startswith("query:2:")


def test_an_error_is_a_problem(served: Served) -> None:
    assert served.get("SELECT").headers["content-type"] == "application/problem+json"


def test_an_update_is_no_query(scratch: Served) -> None:
    assert scratch.get("DROP ALL").status == 403


def test_what_is_sparql_and_cannot_be_carried_out_is_422(served: Served) -> None:
    assert served.get("SELECT * { FILTER(<a:function>(1)) }").status == 422


def test_two_queries_are_400(served: Served) -> None:
    assert served.send("GET", f"/sparql?query={quote(ASK)}&query={quote(ASK)}").status == 400


def test_two_queries_in_a_form_are_400(served: Served) -> None:
    assert post(served, f"query={quote(ASK)}&query={quote(ASK)}", FORM).status == 400


def test_a_query_in_the_address_and_one_in_the_form_are_400(served: Served) -> None:
    assert post(served, f"query={quote(ASK)}", FORM, f"/sparql?query={quote(ASK)}").status == 400


def test_a_query_in_the_address_and_one_in_the_body_are_400(served: Served) -> None:
    assert post(served, ASK, QUERY, f"/sparql?query={quote(ASK)}").status == 400


def test_a_query_and_an_update_are_400(scratch: Served) -> None:
    assert post(scratch, f"query={quote(ASK)}&update=DROP%20ALL", FORM).status == 400


def test_a_form_with_neither_is_400(served: Served) -> None:
    assert post(served, "format=csv", FORM).status == 400


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "nonsense"])
@pytest.mark.parametrize("media", [FORM, QUERY, UPDATE], ids=lambda media: media["Content-Type"])
def test_another_charset_is_415(served: Served, media: dict[str, str], charset: str) -> None:
    headers = {"Content-Type": f"{media['Content-Type']}; charset={charset}"}
    assert post(served, ASK, headers).status == 415


@pytest.mark.parametrize("media", ["text/plain", "application/json", "text/html", "multipart/form-data"])
def test_another_media_type_is_415(served: Served, media: str) -> None:
    assert post(served, ASK, {"Content-Type": media}).status == 415


def test_no_media_type_is_415(served: Served) -> None:
    assert post(served, ASK, {}).status == 415


@pytest.mark.parametrize("headers", [FORM, QUERY], ids=["form", "query"])
def test_bytes_that_are_no_utf_8_are_400(served: Served, headers: dict[str, str]) -> None:
    assert post(served, b"query=ASK+{%ff}\xff", headers).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_405(served: Served, method: str) -> None:
    assert served.send(method, f"/sparql?query={quote(ASK)}").status == 405


def test_405_says_which_there_are(served: Served) -> None:
    assert served.send("PUT", "/sparql").headers["allow"] == "GET, HEAD, POST"


# HEAD


def test_head_has_no_body(served: Served) -> None:
    assert served.send("HEAD", f"/sparql?query={quote(ASK)}").body == b""


def test_head_has_the_headers_of_get(served: Served) -> None:
    path = f"/sparql?query={quote(ASK)}"
    of_head, of_get = (served.send(method, path).headers for method in ("HEAD", "GET"))
    for headers in (of_head, of_get):
        del headers["date"], headers["server-timing"]
    assert of_head == of_get


def test_head_of_a_bad_query_is_400(served: Served) -> None:
    assert served.send("HEAD", "/sparql?query=nonsense").status == 400


# The dataset that a request names


def test_without_one_the_default_graph_stands_alone(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES)) == ["0"]


def test_a_default_graph_uri_stands_in_its_place(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"default-graph-uri": "a:one"})) == ["1"]


def test_several_default_graph_uris_are_merged(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"default-graph-uri": ["a:one", "a:two"]})) == ["1", "2"]


def test_a_named_graph_uri_leaves_the_default_graph_empty(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"named-graph-uri": "a:one"})) == []


def test_a_named_graph_uri_leaves_out_other_graphs(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(NAMED, **{"named-graph-uri": "a:two"})) == ["2"]


def test_a_request_overrules_from(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    query = VALUES.replace("{", "FROM <a:two> {", 1)
    assert values(scratch.get(query, **{"default-graph-uri": "a:one"})) == ["1"]


def test_from_names_a_graph_of_the_dataset(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES.replace("{", "FROM <a:two> {", 1))) == ["2"]


def test_a_graph_that_is_not_there_is_empty_in_a_scratch_dataset(scratch: Served) -> None:
    assert values(scratch.get(VALUES.replace("{", "FROM <a:nowhere> {", 1))) == []


def test_from_names_a_document_of_a_built_graph(served: Served) -> None:
    (graph,) = values(served.get("SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 1"))
    assert served.get(f"ASK FROM <{graph}> {{ ?s ?p ?o }}").json()["boolean"] is True


def test_from_fetches_nothing(served: Served) -> None:
    assert served.get(f"ASK FROM <{served.address}.well-known/void> {{ ?s ?p ?o }}").status == 403


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_what_is_no_iri_is_no_graph(served: Served, name: str) -> None:
    assert served.get(ASK, **{name: "no iri"}).status == 400


# Updates


@pytest.mark.parametrize("text", ["INSERT DATA { <a:s> <a:p> 1 }", "DROP ALL", "nonsense"])
def test_a_built_graph_is_not_updated(served: Served, text: str) -> None:
    assert post(served, text, UPDATE).status == 403


def test_an_update_without_the_token_is_401(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", UPDATE).status == 401


@pytest.mark.parametrize("said", ["Bearer wrong", "Bearer", "Bearer ", "Basic YTpi", "a-token-for-tests", "Bearer é"])
def test_an_update_with_another_token_is_401(scratch: Served, said: str) -> None:
    assert post(scratch, "DROP ALL", {**UPDATE, "Authorization": said}).status == 401


def test_401_says_what_is_wanted(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", UPDATE).headers["www-authenticate"] == "Bearer"


def test_a_wrong_token_changes_nothing(scratch: Served) -> None:
    scratch.update("INSERT DATA { <a:s> <a:p> 1 }")
    post(scratch, "DROP ALL", {**UPDATE, "Authorization": "Bearer wrong"})
    assert scratch.get("ASK { ?s ?p ?o }").json()["boolean"] is True


def test_the_word_bearer_may_be_written_small(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", {**UPDATE, "Authorization": f"bearer {scratch.token}"}).status == 204


def test_an_update_comes_as_a_form(scratch: Served) -> None:
    headers = {**FORM, "Authorization": f"Bearer {scratch.token}"}
    assert post(scratch, "update=DROP%20ALL", headers).status == 204


def test_two_updates_are_400(scratch: Served) -> None:
    headers = {**FORM, "Authorization": f"Bearer {scratch.token}"}
    assert post(scratch, "update=DROP%20ALL&update=DROP%20ALL", headers).status == 400


def test_an_update_by_get_is_400(scratch: Served) -> None:
    assert scratch.send("GET", "/sparql?update=DROP%20ALL", writes=True).status == 400


def test_a_query_needs_no_token(scratch: Served) -> None:
    assert scratch.post(ASK).status == 200


# What the service says of itself


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
        kind: str | None = name
        while kind:
            expected[kind] += number
            kind = vocabulary().classes[kind].parent
    found = {
        str(void.value(part, VOID["class"])).rpartition("#")[2]: void.value(part, VOID.entities).toPython()
        for part in void.objects(whole, VOID.classPartition)
    }
    assert {name: found.get(name) for name in expected} == expected


def test_void_names_the_endpoint(void: Graph, whole: URIRef, served: Served) -> None:
    assert void.value(whole, VOID.sparqlEndpoint) == URIRef(f"{served.address}sparql")


def test_void_has_a_title(void: Graph, whole: URIRef) -> None:
    assert void.value(whole, DCTERMS.title) == Literal("Film knowledge graph")
