"""What the endpoint answers to the queries of the W3C's tests is what the W3C expects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from comparison import (
    MEDIA,
    RS,
    SUFFIXES,
    read_graph,
    read_graph_file,
    read_table,
    same_graphs,
    same_tables,
    table_in_graph,
)
from dataset import fill
from manifest import ENGINE, MF, QT, local, params, prologue, read_tests
from rdflib import RDF

if TYPE_CHECKING:
    from comparison import Table
    from manifest import Test
    from rdflib import Graph
    from serving import Served

_KINDS = frozenset(("QueryEvaluationTest", "CSVResultFormatTest"))
_EVALUATED = tuple(each for each in read_tests(*ENGINE) if each.kinds & _KINDS)
_LAST_ORDER = re.compile(r"ORDER\s+BY[^}]*\Z", re.IGNORECASE)


@pytest.mark.parametrize("test", params(_EVALUATED))
def test_the_answer_is_the_expected_one(endpoint: Served, test: Test) -> None:
    fill(endpoint, test.graph, test.action)
    iri = test.one(MF.action, QT.query)
    query = prologue(iri) + local(iri).read_text(encoding="utf-8")
    said = test.one(MF.result)
    path = local(said)
    if path.suffix == ".ttl":
        graph = read_graph_file(path, str(said))
        if (None, RDF.type, RS.ResultSet) not in graph:
            assert_graphs(endpoint, query, graph)
            return
        expected = table_in_graph(graph)
    else:
        expected = read_table(path.read_bytes(), SUFFIXES[path.suffix])
    assert_tables(endpoint, query, expected, SUFFIXES[path.suffix])


def assert_graphs(endpoint: Served, query: str, expected: Graph) -> None:
    """Ask in each way for another form of a graph."""
    for answer in (
        endpoint.get(query, "text/turtle"),
        endpoint.form(query, "application/n-triples"),
        endpoint.post(query, "application/rdf+xml"),
    ):
        assert answer.status == 200, answer.text
        assert same_graphs(read_graph(answer.body, MEDIA[answer.media]), expected), answer.text


def assert_tables(endpoint: Served, query: str, expected: Table, form: str) -> None:
    """Ask in each way for JSON or XML; where the test is about CSV or TSV, for that alone."""
    ordered = bool(_LAST_ORDER.search(query))
    forms = {"csv": "text/csv", "tsv": "text/tab-separated-values"}
    for answer in (
        (endpoint.get(query, forms[form]),)
        if form in forms
        else (
            endpoint.get(query, "application/sparql-results+json"),
            endpoint.form(query, "application/sparql-results+xml"),
            endpoint.post(query),
        )
    ):
        assert answer.status == 200, answer.text
        assert same_tables(read_table(answer.body, MEDIA[answer.media]), expected, ordered=ordered), answer.text
