"""What people already ask SPARQL endpoints with gets its answers here: libraries and tools, against a real server."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pandas
import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDFS, XSD
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

if TYPE_CHECKING:
    from serving import Served

FILM = "https://w3id.org/filmkg/film/kika"
TITLE = f"SELECT ?title {{ <{FILM}> <{RDFS.label}> ?title }}"
COUNT = "SELECT (COUNT(?film) AS ?films) { ?film a <https://w3id.org/filmkg/ontology#Film> }"
ABOUT = f"CONSTRUCT {{ <{FILM}> ?p ?o }} WHERE {{ <{FILM}> ?p ?o }}"
needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="no curl on this machine")


def wrapped(served: Served, query: str, form: str, method: str = "GET") -> SPARQLWrapper:
    wrapper = SPARQLWrapper(f"{served.address}sparql")
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    wrapper.setMethod(method)
    return wrapper


# SPARQLWrapper


def test_sparqlwrapper_reads_json(served: Served) -> None:
    found = wrapped(served, TITLE, JSON).queryAndConvert()
    assert [row["title"]["value"] for row in found["results"]["bindings"]] == ["Kika"]


def test_sparqlwrapper_reads_json_by_post(served: Served) -> None:
    assert wrapped(served, TITLE, JSON, POST).queryAndConvert()["head"]["vars"] == ["title"]


def test_sparqlwrapper_posts_a_query_as_it_is(served: Served) -> None:
    wrapper = wrapped(served, TITLE, JSON, POST)
    wrapper.setRequestMethod(POSTDIRECTLY)
    assert wrapper.queryAndConvert()["head"]["vars"] == ["title"]


def test_sparqlwrapper_reads_xml(served: Served) -> None:
    document = wrapped(served, TITLE, XML).queryAndConvert()
    assert [node.firstChild.data for node in document.getElementsByTagName("literal")] == ["Kika"]


@pytest.mark.parametrize(("form", "mark"), [(CSV, b"\r\n"), (TSV, b"\n")])
def test_sparqlwrapper_reads_lines(served: Served, form: str, mark: bytes) -> None:
    assert wrapped(served, TITLE, form).queryAndConvert().count(mark) == 2


def test_sparqlwrapper_reads_a_truth(served: Served) -> None:
    assert wrapped(served, f"ASK {{ <{FILM}> ?p ?o }}", JSON).queryAndConvert()["boolean"] is True


@pytest.mark.parametrize(("form", "name"), [(TURTLE, "turtle"), (N3, "turtle")])
def test_sparqlwrapper_reads_turtle(served: Served, form: str, name: str) -> None:
    graph = Graph().parse(data=wrapped(served, ABOUT, form).queryAndConvert(), format=name)
    assert graph.value(URIRef(FILM), RDFS.label) == Literal("Kika")


@pytest.mark.parametrize("form", [RDFXML, JSONLD])
def test_sparqlwrapper_makes_a_graph(served: Served, form: str) -> None:
    graph = wrapped(served, ABOUT, form).queryAndConvert()
    assert graph.value(URIRef(FILM), RDFS.label) == Literal("Kika")


def test_sparqlwrapper_calls_a_bad_query_badly_formed(served: Served) -> None:
    with pytest.raises(QueryBadFormed):
        wrapped(served, "SELECT * {", JSON).query()


def test_sparqlwrapper_updates_a_scratch_dataset(scratch: Served) -> None:
    wrapper = wrapped(scratch, "INSERT DATA { <a:s> <a:p> 1 }", JSON, POST)
    wrapper.addCustomHttpHeader("Authorization", f"Bearer {scratch.token}")
    wrapper.query()
    assert scratch.get("ASK { <a:s> <a:p> 1 }").json()["boolean"] is True


# rdflib


@pytest.fixture
def remote(served: Served) -> Graph:
    return Graph(SPARQLStore(f"{served.address}sparql"))


def test_rdflib_queries_a_sparql_store(remote: Graph) -> None:
    assert [str(row.title) for row in remote.query(TITLE)] == ["Kika"]


def test_rdflib_reads_numbers_from_a_sparql_store(remote: Graph) -> None:
    ((count,),) = remote.query(COUNT)
    assert count.datatype == XSD.integer


def test_rdflib_walks_the_triples_of_a_sparql_store(remote: Graph) -> None:
    assert remote.value(URIRef(FILM), RDFS.label) == Literal("Kika")


def test_rdflib_counts_the_triples_of_a_sparql_store(remote: Graph, served: Served) -> None:
    count = served.get("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"]
    assert len(remote) == int(count)


def test_rdflib_asks_a_sparql_store_by_post(served: Served) -> None:
    graph = Graph(SPARQLStore(f"{served.address}sparql", method="POST"))
    assert [str(row.title) for row in graph.query(TITLE)] == ["Kika"]


def test_rdflib_reads_a_construct_from_a_sparql_store(remote: Graph) -> None:
    assert remote.query(ABOUT).graph.value(URIRef(FILM), RDFS.label) == Literal("Kika")


def test_rdflib_parses_an_answer_from_its_address(served: Served) -> None:
    graph = Graph().parse(f"{served.address}sparql?{urlencode({'query': ABOUT})}")
    assert graph.value(URIRef(FILM), RDFS.label) == Literal("Kika")


@pytest.fixture
def writable(scratch: Served) -> Dataset:
    address = f"{scratch.address}sparql"
    store = SPARQLUpdateStore(address, address, headers={"Authorization": f"Bearer {scratch.token}"})
    return Dataset(store, default_union=False)


def test_rdflib_adds_to_an_update_store(writable: Dataset, scratch: Served) -> None:
    writable.graph(URIRef("a:graph")).add((URIRef("a:s"), URIRef("a:p"), Literal("Łódź")))
    assert scratch.graph("GET", "a:graph").text == '<a:s> <a:p> "Łódź" .\n'


def test_rdflib_removes_from_an_update_store(writable: Dataset, scratch: Served) -> None:
    graph = writable.graph(URIRef("a:graph"))
    graph.add((URIRef("a:s"), URIRef("a:p"), Literal(1)))
    graph.remove((URIRef("a:s"), None, None))
    assert scratch.get("ASK { GRAPH ?g { ?s ?p ?o } }").json()["boolean"] is False


def test_rdflib_sends_an_update_to_an_update_store(writable: Dataset, scratch: Served) -> None:
    writable.update("INSERT DATA { <a:s> <a:p> 1 }")
    assert scratch.graph("GET").status == 200


# curl


def curl(*arguments: str) -> str:
    done = subprocess.run(["curl", "--silent", "--show-error", "--fail", *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@needs_curl
def test_curl_gets_csv(served: Served) -> None:
    found = curl("-G", "-H", "Accept: text/csv", "--data-urlencode", f"query={TITLE}", f"{served.address}sparql")
    assert found == "title\r\nKika\r\n"


@needs_curl
def test_curl_posts_a_form(served: Served) -> None:
    found = curl("-H", "Accept: text/csv", "--data-urlencode", f"query={TITLE}", f"{served.address}sparql")
    assert found == "title\r\nKika\r\n"


@needs_curl
def test_curl_posts_a_file(served: Served, tmp_path: Any) -> None:
    (tmp_path / "title.rq").write_text(TITLE, encoding="utf-8")
    query = ("-H", "Content-Type: application/sparql-query", "--data-binary", f"@{tmp_path / 'title.rq'}")
    assert curl(*query, f"{served.address}sparql?format=csv") == "title\r\nKika\r\n"


@needs_curl
def test_curl_puts_a_file_into_a_graph(scratch: Served, tmp_path: Any) -> None:
    (tmp_path / "one.ttl").write_text("<a:s> <a:p> 1 .", encoding="utf-8")
    said = ("-H", f"Authorization: Bearer {scratch.token}", "-H", "Content-Type: text/turtle")
    curl(*said, "-T", str(tmp_path / "one.ttl"), f"{scratch.address}store?graph=a:graph")
    assert scratch.get("ASK { GRAPH <a:graph> { <a:s> <a:p> 1 } }").json()["boolean"] is True


@needs_curl
def test_curl_sends_a_file_as_a_form(scratch: Served, tmp_path: Any) -> None:
    (tmp_path / "one.ttl").write_text("<a:s> <a:p> 1 .", encoding="utf-8")
    said = ("-H", f"Authorization: Bearer {scratch.token}", "-F", f"file=@{tmp_path / 'one.ttl'};type=text/turtle")
    curl(*said, f"{scratch.address}store?graph=a:graph")
    assert scratch.get("ASK { GRAPH <a:graph> { <a:s> <a:p> 1 } }").json()["boolean"] is True


# pandas, and Python alone


def test_pandas_reads_csv_from_the_address(served: Served) -> None:
    frame = pandas.read_csv(f"{served.address}sparql?{urlencode({'query': TITLE, 'format': 'csv'})}")
    assert frame.to_dict("list") == {"title": ["Kika"]}


def test_pandas_reads_numbers_as_numbers(served: Served) -> None:
    frame = pandas.read_csv(f"{served.address}sparql?{urlencode({'query': COUNT, 'format': 'csv'})}")
    assert frame["films"].dtype == "int64"


def test_urllib_gets_json_where_nothing_is_asked_for(served: Served) -> None:
    with urlopen(f"{served.address}sparql?{urlencode({'query': TITLE})}") as answer:  # noqa: S310 - loopback
        assert answer.headers["Content-Type"] == "application/sparql-results+json"
