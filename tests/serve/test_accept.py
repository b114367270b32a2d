"""Content negotiation: which form an answer takes for which Accept header, or `?format=`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.serve.accept import GRAPHS, TABLES, form_of, named_form

if TYPE_CHECKING:
    from serving import Served

SELECT = "SELECT ?x { VALUES ?x { 1 } }"
ASK = "ASK {}"
CONSTRUCT = "CONSTRUCT { <a:s> <a:p> 1 } WHERE {}"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv; charset=utf-8"
TSV = "text/tab-separated-values; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"
TRIPLES = "application/n-triples; charset=utf-8"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, "", JSON),
        (SELECT, "*/*", JSON),
        (SELECT, "application/*", JSON),
        (SELECT, "text/*", CSV),
        (SELECT, "text/json", JSON),
        (SELECT, "text/csv;q=0.5, application/json", JSON),
        (SELECT, "application/json", JSON),
        (SELECT, "application/sparql-results+json", JSON),
        (SELECT, "application/sparql-results+xml", XML),
        (SELECT, "application/xml", XML),
        (SELECT, "text/csv", CSV),
        (SELECT, "TEXT/CSV; charset=utf-8", CSV),
        (SELECT, "text/tab-separated-values", TSV),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", XML),
        (SELECT, "text/csv;q=0.9, application/sparql-results+xml;q=0.5", CSV),
        (SELECT, "application/sparql-results+json;q=0, */*", XML),
        (SELECT, "application/sparql-results+json;q=0.1, */*;q=0.2", XML),
        (SELECT, "text/html, text/csv;q=0.1", CSV),
        (SELECT, "text/turtle, */*;q=0.1", JSON),
        (SELECT, BROWSER, XML),
        (SELECT, "text/csv;q=much, text/tab-separated-values;q=0.1", TSV),
        (SELECT, ", ;, text/csv,", CSV),
        (ASK, "", JSON),
        (ASK, "application/sparql-results+xml", XML),
        (ASK, "text/csv", CSV),
        (CONSTRUCT, "", TURTLE),
        (CONSTRUCT, "*/*", TURTLE),
        (CONSTRUCT, "text/turtle", TURTLE),
        (CONSTRUCT, "text/n3", TURTLE),
        (CONSTRUCT, "application/x-turtle", TURTLE),
        (CONSTRUCT, "application/n-triples", TRIPLES),
        (CONSTRUCT, "text/plain", TRIPLES),
        (CONSTRUCT, "application/n-quads", "application/n-quads; charset=utf-8"),
        (CONSTRUCT, "application/trig", "application/trig; charset=utf-8"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/rdf+xml;q=0.8, application/n-triples;q=0.9", TRIPLES),
        (CONSTRUCT, "application/sparql-results+json, text/turtle;q=0.1", TURTLE),
    ],
)
def test_an_accept_header_gets_its_form(served: Served, query: str, accept: str, expected: str) -> None:
    assert served.get(query, accept).headers["content-type"] == expected


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (SELECT, "text/turtle"),
        (SELECT, "image/png"),
        (SELECT, "*/*;q=0"),
        (SELECT, "image/*"),
        (SELECT, "nonsense"),
        (CONSTRUCT, "text/csv"),
        (CONSTRUCT, "application/sparql-results+json"),
    ],
)
def test_what_cannot_be_had_is_406(served: Served, query: str, accept: str) -> None:
    assert served.get(query, accept).status == 406


def test_406_says_what_can_be_had(served: Served) -> None:
    assert "text/csv" in served.get(SELECT, "image/png").json()["detail"]


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        (SELECT, "json", JSON),
        (SELECT, "xml", XML),
        (SELECT, "csv", CSV),
        (SELECT, "TSV", TSV),
        (SELECT, "text/csv", CSV),
        (SELECT, "srx", XML),
        (CONSTRUCT, "turtle", TURTLE),
        (CONSTRUCT, "ttl", TURTLE),
        (CONSTRUCT, "n3", TURTLE),
        (CONSTRUCT, "nt", TRIPLES),
        (CONSTRUCT, "rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "xml", "application/rdf+xml"),
        (CONSTRUCT, "json", "application/ld+json"),
        (CONSTRUCT, "json-ld", "application/ld+json"),
        (CONSTRUCT, "application/n-triples", TRIPLES),
    ],
)
def test_a_format_gets_its_form(served: Served, query: str, name: str, expected: str) -> None:
    assert served.get(query, format=name).headers["content-type"] == expected


def test_a_plus_in_a_format_need_not_be_escaped(served: Served) -> None:
    answer = served.send("GET", "/sparql?query=CONSTRUCT%20WHERE%20%7B%7D&format=application/rdf+xml")
    assert answer.media == "application/rdf+xml"


def test_a_format_overrules_the_accept_header(served: Served) -> None:
    assert served.get(SELECT, "application/sparql-results+xml", format="csv").headers["content-type"] == CSV


@pytest.mark.parametrize(("query", "name"), [(SELECT, "turtle"), (SELECT, "pdf"), (CONSTRUCT, "csv")])
def test_an_unknown_format_is_406(served: Served, query: str, name: str) -> None:
    assert served.get(query, format=name).status == 406


def test_a_format_in_a_form_counts(served: Served) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = served.send("POST", "/sparql", b"query=ASK%20%7B%7D&format=xml", form)
    assert answer.headers["content-type"] == XML


def test_an_answer_says_that_it_varies(served: Served) -> None:
    assert served.get(SELECT).headers["vary"] == "Accept"


@pytest.mark.parametrize("form", [*TABLES, *GRAPHS], ids=lambda form: form.name)
def test_each_form_is_had_by_its_name_and_its_media_type(form: object) -> None:
    forms = TABLES if form in TABLES else GRAPHS
    assert named_form(form.name, forms) is form_of(form.media, forms) is form


@pytest.mark.parametrize("forms", [TABLES, GRAPHS])
def test_no_name_stands_for_two_forms(forms: tuple[object, ...]) -> None:
    names = [name for form in forms for name in (form.name, form.media, *form.also, *form.names)]
    assert len(names) == len(set(names))


def test_only_a_hundred_ranges_are_read() -> None:
    assert form_of("image/png," * 100 + "text/csv", TABLES) is None
