"""An endpoint elsewhere is asked as the SPARQL 1.1 Protocol says, and what it answers is not trusted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import QueryError, ServiceError, UsageError
from kg.query.catalogue import find_query
from kg.query.endpoint import Endpoint
from kg.query.engine import open_engine, run
from kg.query.graph import Graph
from kg.query.result import Node

if TYPE_CHECKING:
    from conftest import Service

JSON = "application/sparql-results+json"


def said(service: Service, *bindings: dict[str, Any], columns: tuple[str, ...] = ("x",)) -> None:
    body = {"head": {"vars": columns}, "results": {"bindings": bindings}}
    service.said = (200, JSON, json.dumps(body).encode())


def asked(service: Service, text: str = "SELECT ?x { ?x ?p ?o }", **limits: Any) -> Any:
    return run(text, Endpoint(service.url, **limits))


@pytest.mark.parametrize("name", ["country-pairs", "disagreements", "cast-of"])
def test_a_named_query_gives_the_answer_of_the_store(name: str, service: Service, seeds_built: Any) -> None:
    text = find_query(name).text
    assert asked(service, text) == run(text, open_engine("oxigraph", seeds_built.store, seeds_built.out))


@pytest.mark.parametrize("text", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s <https://schema.org/name> ?o }"])
def test_other_forms_give_the_answer_of_the_store(text: str, service: Service, seeds_built: Any) -> None:
    assert asked(service, text) == run(text, open_engine("oxigraph", seeds_built.store, seeds_built.out))


def test_a_short_query_goes_by_get_and_a_long_one_by_post(service: Service) -> None:
    texts = ["ASK { }", "ASK { } #" + "x" * 3000]
    for text in texts:
        asked(service, text)
    assert (service.methods, service.queries) == (["GET", "POST"], texts)


def test_what_stands_in_the_address_already_is_kept(service: Service) -> None:
    run("ASK { }", Endpoint(service.url + "?graph=films"))
    assert service.queries == ["ASK { }"]


def test_tables_are_asked_for_in_json_and_graphs_in_ntriples(service: Service) -> None:
    asked(service, "# CONSTRUCT\nPREFIX construct: <urn:describe> ASK { }")
    asked(service, "PREFIX a: <urn:a>\nCONSTRUCT { } WHERE { }")
    assert [each.partition(",")[0] for each in service.accepts] == [JSON, "application/n-triples"]


def test_a_label_is_looked_up_by_a_query_for_it(service: Service) -> None:
    Graph.open(service.url).query("films-of-actor", person="Thierry Lhermitte")
    assert len(service.queries) == 2
    assert "Thierry Lhermitte" in service.queries[0]


def test_a_label_spelt_otherwise_is_found_among_all(service: Service) -> None:
    assert len(Graph.open(service.url).query("films-of-actor", person="thierry lhermitte")) == 7


def test_an_unknown_label_is_refused_with_the_nearest(service: Service) -> None:
    with pytest.raises(QueryError, match=r"near: .*Thierry Lhermitte"):
        Graph.open(service.url).query("films-of-actor", person="Thierry Lermite")


def test_an_iri_is_not_looked_up(service: Service) -> None:
    person = "https://w3id.org/filmkg/person/thierry-lhermitte"
    assert len(Graph.open(service.url).query("films-of-actor", person=person)) == 7
    assert len(service.queries) == 1


def test_turtle_is_read_too(service: Service) -> None:
    service.said = (200, "text/turtle", b'@prefix : <urn:> . :a :p [ :q "x" ] .')
    assert asked(service, "CONSTRUCT WHERE { ?s ?p ?o }").triples == (
        ("<urn:a>", "<urn:p>", "_:b0"),
        ("_:b0", "<urn:q>", '"x"'),
    )


def test_typed_literals_of_older_servers_are_literals(service: Service) -> None:
    said(service, {"x": {"type": "typed-literal", "value": "1", "datatype": "urn:t"}})
    assert asked(service).rows == ((Node("literal", "1", "urn:t"),),)


def test_any_label_of_a_blank_node_becomes_a_plain_one(service: Service) -> None:
    said(service, {"x": {"type": "bnode", "value": "nodeID://b1"}})
    assert asked(service).rows == ((Node("bnode", "nodeIDx3axx2fxx2fxb1"),),)


def test_half_a_character_becomes_the_replacement_character(service: Service) -> None:
    said(service, {"x": {"type": "literal", "value": "a\ud800"}})
    assert asked(service).rows == ((Node("literal", "a\ufffd"),),)


@pytest.mark.parametrize(
    "term",
    [
        {"type": "triple", "value": {}},
        {"type": "literal", "value": 3},
        {"type": "literal", "value": "x", "xml:lang": "fr\n"},
        {"type": "literal", "value": "x", "datatype": "urn:a> <urn:b"},
        {"value": "x"},
        "x",
    ],
)
def test_a_term_that_is_none_is_refused(term: Any, service: Service) -> None:
    said(service, {"x": term})
    with pytest.raises(ServiceError, match="no SPARQL results in JSON"):
        asked(service)


ODD_NAME = b'{"head":{"vars":["\\u001b[31m"]},"results":{"bindings":[]}}'


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"head": {}}', b"[" * 100_000, ODD_NAME])
def test_what_is_no_result_is_refused(body: bytes, service: Service) -> None:
    service.said = (200, JSON, body)
    with pytest.raises(ServiceError, match=f"{service.url}: no SPARQL results in JSON"):
        asked(service)


def test_columns_without_end_are_refused(service: Service) -> None:
    said(service, *[{}] * 10_000, columns=tuple(f"c{number}" for number in range(5_000)))
    with pytest.raises(ServiceError, match="more than 20000000 values"):
        asked(service)


def test_a_web_page_is_no_answer(service: Service) -> None:
    service.said = (200, "text/html", b"<h1>Welcome</h1>")
    with pytest.raises(ServiceError, match=r"gives text/html, not SPARQL results in JSON \(give the address"):
        asked(service)


def test_triples_that_cannot_be_read_are_refused(service: Service) -> None:
    service.said = (200, "application/n-triples", b"<urn:a> <urn:b>")
    with pytest.raises(ServiceError, match="triples cannot be read"):
        asked(service, "CONSTRUCT WHERE { ?s ?p ?o }")


def test_what_the_server_says_of_a_bad_query_is_shown_on_one_line(service: Service) -> None:
    service.said = (400, "text/plain", b"Unknown function\n\x1b[31m ex:f\n" + b"x" * 9000)
    with pytest.raises(QueryError, match=rf"{service.url}: .*400 Bad Request: Unknown function \[31m ex:f x+ \(mend"):
        asked(service)


def test_the_title_of_a_problem_is_what_is_shown(service: Service) -> None:
    service.said = (422, "application/problem+json", b'{"title": "failed: no such function", "status": 422}')
    with pytest.raises(QueryError, match=r"422 [A-Za-z ]+: failed: no such function \(mend the query\)"):
        asked(service)


@pytest.mark.parametrize(("headers", "cut"), [({}, "the endpoint gives a part of it"), ({"Filmkg-Cut": "a"}, "a")])
def test_an_answer_in_part_says_so(headers: dict[str, str], cut: str, service: Service) -> None:
    said(service, {"x": {"type": "uri", "value": "urn:a"}})
    service.said = (206, *service.said[1:])
    service.headers = headers
    found = asked(service)
    assert (len(found.rows), found.cut) == (1, cut)


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "refuses"), (403, "refuses"), (503, "busy"), (404, "Not Found"), (500, "Internal Server Error")],
)
def test_an_error_names_the_address_and_what_is_wrong(status: int, words: str, service: Service) -> None:
    service.said = (status, "text/html", b"<h1>no</h1>")
    with pytest.raises(ServiceError, match=f"{service.url}: .*{words}"):
        asked(service)
    assert len(service.queries) == 1


def test_an_endpoint_that_does_not_answer_is_left_in_time(service: Service) -> None:
    service.held = True
    with pytest.raises(ServiceError, match=f"{service.url}: no answer within 0.2 seconds"):
        asked(service, timeout=0.2)


def test_a_larger_answer_than_wanted_is_refused(service: Service) -> None:
    with pytest.raises(ServiceError, match="larger than 100 bytes"):
        asked(service, "SELECT * { ?s ?p ?o }", largest=100)


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(ServiceError, match=r"http://127\.0\.0\.1:9/sparql: it cannot be reached"):
        run("ASK { }", Endpoint("http://127.0.0.1:9/sparql"))


def test_no_proxy_stands_before_this_machine(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert asked(service, "ASK { ?s ?p ?o }").truth


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "sparql", "https://me:secret@a.example/"]
)
def test_only_an_address_of_the_web_without_password_is_one(address: str) -> None:
    with pytest.raises(UsageError):
        Endpoint(address)
