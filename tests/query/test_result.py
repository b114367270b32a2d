from __future__ import annotations

import json

import pytest

from kg.errors import QueryError
from kg.graph.namespace import XSD
from kg.query.result import Node, Result, render

KIKA = Node("uri", "https://w3id.org/filmkg/film/kika")
TABLE = Result(
    ("film", "title", "n"),
    ((KIKA, Node("literal", 'a|b "c"'), Node("literal", "3", XSD + "integer")), (None, None, None)),
)


def test_a_table_shows_prefixed_names() -> None:
    assert render(TABLE, "table").splitlines()[2].startswith("film:kika")


def test_numbers_stand_to_the_right() -> None:
    assert (
        render(
            Result(("n",), ((Node("literal", "3", XSD + "integer"),), (Node("literal", "12", XSD + "integer"),))),
            "table",
        )
        == " n\n──\n 3\n12\n"
    )


def test_markdown_escapes_bars() -> None:
    assert 'a\\|b "c"' in render(TABLE, "markdown")


def test_csv_is_quoted_as_the_standard_says() -> None:
    assert render(TABLE, "csv") == 'film,title,n\r\nhttps://w3id.org/filmkg/film/kika,"a|b ""c""",3\r\n,,\r\n'


def test_tsv_writes_terms() -> None:
    assert render(TABLE, "tsv").splitlines()[1].split("\t")[2] == '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_json_leaves_out_what_is_not_bound() -> None:
    assert json.loads(render(TABLE, "json"))["results"]["bindings"][1] == {}


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_ask_is_true_or_false(form: str) -> None:
    assert render(Result(truth=False), form) == "false\n"


def test_ask_in_json_is_a_boolean() -> None:
    assert json.loads(render(Result(truth=True), "json")) == {"head": {}, "boolean": True}


def test_triples_are_turtle() -> None:
    triples = (("<https://w3id.org/filmkg/film/kika>", "<https://w3id.org/filmkg/ontology#stage>", '"shooting"'),)
    assert render(Result(triples=triples), "turtle").endswith('film:kika kg:stage "shooting" .\n')


def test_a_table_is_no_turtle() -> None:
    with pytest.raises(QueryError, match="table, csv"):
        render(TABLE, "turtle")


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="markdown"):
        render(TABLE, "xlsx")
