from __future__ import annotations

import contextlib
import time

import pytest

from kg.errors import QueryError
from kg.query import catalogue, guard
from kg.query.guard import Permit


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "select * { service silent <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://localhost:9/> { ?s ?p ?o }",
        "LOAD <http://localhost:9/>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "SELECT * { ?s ?p '\\'' . SERVICE <http://localhost:9/> { } }",
        "SELECT * { \\u005Cu0053ERVICE <http://localhost:9/> { } }",
        "SELECT * { \\u00000053ERVICE <http://localhost:9/> { } }",
        "SELECT * { FILTER(?a<2)SERVICE#>\n<http://localhost:9/> { } }",
        "SELECT * { FILTER(?a<'b>') SERVICE <http://localhost:9/> { ?s ?p '' } }",
        "SELECT * { FILTER(?a<#>'''\n2) SERVICE <http://localhost:9/> { } #'''\n }",
        "SELECT * { ?s ?p a:.SERVICE <http://localhost:9/> { } }",
        "PREFIX : <http://localhost:9/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://localhost:9/> { } }",
        "SELECT * { ?s ?p 1e5SERVICE <http://localhost:9/> { } }",
        "SELECT * { \u017fervice <http://localhost:9/> { } }",
        "ASKFROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { # \r'''\n SERVICE <http://localhost:9/> { } # '''\n }",
        "SELECT * { ?s ?p 'unended }",
        "SELECT * FROM <file:///etc/passwd> { ?s :wasQuotedFrom ?o }",
        "SELECT * FROM:wasQuotedFrom { ?s :wasQuotedFrom ?o }",
        "ASK { ?s :wasQuotedFrom ?o . SERVICE <http://localhost:9/> { } }",
    ],
)
def test_what_reaches_out_or_writes_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        guard(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE FROM LOAD" }',
        "SELECT * { ?s ?p ?service } # SERVICE",
        "SELECT * { ?s <http://example.org/SERVICE> ?o }",
        "SELECT * { ?s load:from ?o }",
        "SELECT * { ?s prov:wasQuotedFrom ?o }",
        'SELECT * { ?s ?p """a "quoted" INSERT""" }',
        "SELECT * { ?s ?p <http://example.org/The_Party's_Over_(film)#from> }",
        "PREFIX : <#> BASE <http://example.org/> SELECT * { ?s a :x . :y ?p <relative/iri>, <urn:isbn:1> }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o <= 2) }",
        "SELECT * { ?s ?p ?o } # a comment\r\n",
    ],
)
def test_the_same_words_inside_strings_names_and_comments_pass(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_the_catalogue_passes(query: object) -> None:
    guard(query.text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 5000 + "}" * 5000,
        "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 600) + " }",
        "SELECT * { FILTER(" + "!" * 200 + "true) }",
        "SELECT * { ?s ?p ?o } #" + "x" * 300_000,
        "ASK { FILTER(1" + "+1" * 10_000 + ") }",
        "ASK { FILTER(1" + "&&1" * 10_000 + ") }",
        "ASK { ?s <a:>" + "/<a:>" * 10_000 + " ?o }",
        "ASK { " + "OPTIONAL{}" * 10_000 + " }",
        "ASK { " + "BIND(1 AS ?a)" * 5_000 + " }",
        "ASK { " + "?a<a:>?b." * 20_000 + " }",
        "ASK { ?a <a:> (" + "1 " * 40_000 + ") }",
        "ASK { VALUES ?x { 1 } ?a <a:> (" + "1 " * 40_000 + ") }",
        "ASK { FILTER(1<" + "(" * 50_000 + "1>0" + ")" * 50_000 + ") }",
    ],
)
def test_what_could_fell_a_parser_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        guard(text)


def test_the_refusal_says_where() -> None:
    with pytest.raises(QueryError, match=r"q\.rq:2:3: SERVICE"):
        guard("SELECT * {\n  SERVICE <a:b> { } }", "q.rq")


def test_an_escaped_surrogate_is_refused() -> None:
    with pytest.raises(QueryError, match="no character"):
        guard("SELECT * { ?s ?p '\\uD800' }")


def test_a_long_list_of_values_passes() -> None:
    text = "ASK { VALUES ?x { " + "1.5 true <http://example.org/x> 'a' " * 5000 + "} }"
    assert guard(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { <#me> ?p <page?x=1#o>, [ ?p <#o> ] FILTER EXISTS { ?s ?p <#o> } }",
        "INSERT { ?s ?p <#o> } WHERE { ?s ?p ?o }",
    ],
)
def test_a_relative_iri_with_a_fragment_passes_outside_parentheses(text: str) -> None:
    assert guard(text, permit=Permit(updates=True)) == text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { FILTER(?a <#b> '''\n 1) SERVICE <http://localhost:9/> { } #'''\n }",
        "SELECT * { FILTER(:a <?b> '1') }",
        "SELECT * { <<#o> '''\n ?s ?p ?o >> ?p ?o . SERVICE <http://localhost:9/> { } #'''\n }",
        "SELECT * { { ?s ?p ?o } FILTER(EXISTS { ?s ?p <#o> } && ?a <#b> '''\n 1) #'''\n }",
    ],
)
def test_it_does_not_where_a_comparison_could_stand(text: str) -> None:
    with pytest.raises(QueryError, match="two ways"):
        guard(text)


@pytest.mark.parametrize("before", ["", "SELECT * { ?s ?p ", "VALUES ?x { "])
@pytest.mark.parametrize("piece", [".", "-", "a.", "1.1.", "_.", "..a", "é.", "a-", ":a."])
def test_names_run_together_are_read_in_linear_time(before: str, piece: str) -> None:
    began = time.process_time()
    with contextlib.suppress(QueryError):
        guard(before + piece * (250_000 // len(piece.encode())))
    assert time.process_time() - began < 3


def test_a_prefix_of_200_characters_is_read() -> None:
    assert guard(f"PREFIX {'a' * 200}: <http://a.example/> ASK {{ ?s {'a' * 200}:b ?o }}")


def test_a_longer_name_is_refused() -> None:
    with pytest.raises(QueryError, match="200 characters"):
        guard(f"PREFIX {'a' * 201}: <http://a.example/> ASK {{ ?s {'a' * 201}:b ?o }} # '")
