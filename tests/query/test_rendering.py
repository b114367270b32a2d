"""What is written is what the W3C's recommendations say, and a stream gives the bytes of a result."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from kg.errors import QueryError
from kg.graph.gephi import xml_text
from kg.graph.namespace import XSD
from kg.query.rendering import pieces
from kg.query.result import Node, Result, render
from kg.query.stream import Stream

SPARQL = "{http://www.w3.org/2005/sparql-results#}"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NODES = st.one_of(
    st.none(),
    st.builds(Node, st.just("literal"), TEXT),
    st.builds(Node, st.just("literal"), TEXT, st.just(None), st.sampled_from(["fr", "en-gb"])),
    st.builds(Node, st.just("literal"), TEXT, st.just(XSD + "token")),
    st.builds(Node, st.just("uri"), st.sampled_from(["https://example.org/?a=1&b='", "urn:x"])),
    st.builds(Node, st.just("bnode"), st.just("b0")),
)
TABLES = st.lists(st.tuples(NODES, NODES), max_size=5).map(lambda rows: Result(("one", "other"), tuple(rows)))
TRIPLES = (("<urn:a>", "<urn:p>", '"1"'), ("<urn:a>", "<urn:p>", "<urn:b>"))


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "markdown"])
def test_a_stream_of_rows_is_written_as_a_result_is(form: str, every_kind: Result) -> None:
    stream = Stream(every_kind.columns, iter(every_kind.rows))
    assert "".join(pieces(stream, form)) == render(every_kind, form)


@pytest.mark.parametrize("form", ["turtle", "ntriples"])
def test_a_stream_of_triples_is_written_as_a_result_is(form: str) -> None:
    assert "".join(pieces(Stream(triples=iter(TRIPLES)), form)) == render(Result(triples=TRIPLES), form)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_a_row_is_written_before_the_next_is_asked_for(form: str) -> None:
    asked = 0

    def rows() -> object:
        nonlocal asked
        for number in range(1000):
            asked = number
            yield (Node("literal", str(number)),)

    text = ""
    for piece in pieces(Stream(("n",), rows()), form):
        text += piece
        assert asked == 0 or str(asked - 1) in text


@given(TABLES)
def test_csv_is_read_back_as_it_was_written(table: Result) -> None:
    rows = list(csv.reader(io.StringIO(render(table, "csv"), newline="")))
    plain = [["" if n is None else f"_:{n.value}" if n.kind == "bnode" else n.value for n in row] for row in table.rows]
    assert rows == [list(table.columns), *plain]


@given(TABLES)
def test_json_holds_every_term(table: Result) -> None:
    found = json.loads(render(table, "json"))
    assert [[name in row for name in table.columns] for row in found["results"]["bindings"]] == [
        [node is not None for node in row] for row in table.rows
    ]


@given(TABLES)
def test_xml_is_read_back_as_it_was_written(table: Result) -> None:
    root = ElementTree.fromstring(render(table, "xml"))  # noqa: S314 - our own
    found = [{each.get("name"): each[0].text or "" for each in row} for row in root.iter(f"{SPARQL}result")]
    assert found == [
        {name: xml_text(node.value) for name, node in zip(table.columns, row, strict=True) if node}
        for row in table.rows
    ]


@pytest.mark.parametrize("form", ["json", "tsv"])
@given(table=TABLES)
def test_oxigraph_reads_what_is_written(form: str, table: Result) -> None:
    from pyoxigraph import QueryResultsFormat, parse_query_results

    found = parse_query_results(render(table, form), format=getattr(QueryResultsFormat, form.upper()))
    assert [[term and term.value for term in row if not isinstance(term, BlankNode)] for row in found] == [
        [node and node.value for node in row if node is None or node.kind != "bnode"] for row in table.rows
    ]


def test_what_xml_cannot_hold_becomes_the_replacement_character() -> None:
    table = Result(("x",), ((Node("literal", "a\x00b\x1b\ufffe<&>\r\n"),),))
    root = ElementTree.fromstring(render(table, "xml"))  # noqa: S314 - our own
    assert root.find(f".//{SPARQL}literal").text == "a\ufffdb\ufffd\ufffd<&>\r\n"


def test_xml_says_language_and_datatype(every_kind: Result) -> None:
    root = ElementTree.fromstring(render(every_kind, "xml"))  # noqa: S314 - our own
    found = {each.get("name"): each[0] for each in root.iter(f"{SPARQL}binding")}
    assert found["tagged"].get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert found["whole"].get("datatype") == XSD + "integer"
    assert found["iri"].tag == f"{SPARQL}uri"


def test_ask_in_xml_is_a_boolean() -> None:
    root = ElementTree.fromstring(render(Result(truth=True), "xml"))  # noqa: S314 - our own
    assert root.find(f"{SPARQL}boolean").text == "true"


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_blank_node_keeps_its_mark(form: str) -> None:
    assert render(Result(("x",), ((Node("bnode", "b0"),),)), form).split()[1] == "_:b0"


def test_a_table_without_rows_is_json_all_the_same() -> None:
    assert json.loads(render(Result(("x",)), "json")) == {"head": {"vars": ["x"]}, "results": {"bindings": []}}


def test_a_format_that_does_not_fit_is_refused_before_anything_is_written() -> None:
    with pytest.raises(QueryError, match="turtle or ntriples"):
        pieces(Result(triples=TRIPLES), "csv")


def test_what_may_not_stand_in_an_iri_is_escaped_in_tsv() -> None:
    assert render(Result(("x",), ((Node("uri", "urn:a> <b\n"),),)), "tsv").splitlines()[1] == (
        "<urn:a\\u003E\\u0020\\u003Cb\\u000A>"
    )


def test_pandas_reads_the_csv_that_is_written(every_kind: Result) -> None:
    import pandas as pd

    frame = pd.read_csv(io.StringIO(render(every_kind, "csv")))
    assert list(frame.columns) == list(every_kind.columns)
    assert frame["text"][0] == "Noée"
    assert frame["whole"][0] == 7
