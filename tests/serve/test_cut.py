"""Answers of more rows than are allowed are cut, in each form, and say so; answers of just as many are whole."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from rdflib import Dataset, Graph
from rdflib.query import Result

if TYPE_CHECKING:
    from serving import Response, Served

TABLES = ["json", "xml", "csv", "tsv"]
GRAPHS = ["turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml"]
PARSERS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
# Values that look like the ends of rows where somebody counts rows carelessly.
NASTY = "'}},{\"', '<result>', 'a\\r\\nb', '\"', '# cut after 5 rows', '{}', '</result></results>', '\\t\\n,;'"


def table(count: int, values: str = "") -> str:
    return f"SELECT ?x {{ VALUES ?x {{ {values or ' '.join(map(str, range(count)))} }} }}"


def graph(count: int) -> str:
    return f"CONSTRUCT {{ <a:s> <a:p> ?x }} WHERE {{ VALUES ?x {{ {' '.join(map(str, range(count)))} }} }}"


def rows(answer: Response, form: str) -> int:
    """Count rows with a parser of somebody else's, without the note in the place of a last row."""
    body = answer.body
    note = answer.status == 206
    if form == "csv":
        return len(list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))) - 1 - note
    if form == "tsv":
        return body.count(b"\n") - 1 - note
    if form in TABLES:
        return len(Result.parse(io.BytesIO(body), format=form).bindings)
    if form in PARSERS:
        return len(Graph().parse(data=body, format=PARSERS[form]))
    return len(Dataset(default_union=True).parse(data=body, format=form))


@pytest.mark.parametrize("form", TABLES)
def test_a_table_of_too_many_rows_is_cut_to_as_many_as_are_allowed(narrow: Served, form: str) -> None:
    assert rows(narrow.get(table(6), format=form), form) == 5


@pytest.mark.parametrize("form", GRAPHS)
def test_a_graph_of_too_many_triples_is_cut_to_as_many_as_are_allowed(narrow: Served, form: str) -> None:
    assert rows(narrow.get(graph(6), format=form), form) == 5


@pytest.mark.parametrize("form", TABLES)
def test_a_cut_table_is_partial_content(narrow: Served, form: str) -> None:
    answer = narrow.get(table(6), format=form)
    assert (answer.status, answer.headers["content-range"]) == (206, "rows 0-4/*")


@pytest.mark.parametrize("form", GRAPHS)
def test_a_cut_graph_is_partial_content(narrow: Served, form: str) -> None:
    answer = narrow.get(graph(6), format=form)
    assert (answer.status, answer.headers["content-range"]) == (206, "triples 0-4/*")


@pytest.mark.parametrize("form", TABLES)
def test_a_cut_table_says_so_in_a_header(narrow: Served, form: str) -> None:
    assert narrow.get(table(6), format=form).headers["filmkg-cut"] == "after 5 rows"


@pytest.mark.parametrize("form", GRAPHS)
def test_a_cut_graph_says_so_in_a_header(narrow: Served, form: str) -> None:
    assert narrow.get(graph(6), format=form).headers["filmkg-cut"] == "after 5 triples"


@pytest.mark.parametrize("form", TABLES)
def test_a_cut_table_says_so_in_its_body(narrow: Served, form: str) -> None:
    assert re.search(r"cut\W.*after 5 rows", narrow.get(table(6), format=form).text) is not None


@pytest.mark.parametrize("form", GRAPHS)
def test_a_cut_graph_says_so_in_its_body(narrow: Served, form: str) -> None:
    assert re.search(r"cut\W.*after 5 triples", narrow.get(graph(6), format=form).text) is not None


def test_a_cut_table_of_json_says_so_in_its_head(narrow: Served) -> None:
    assert narrow.get(table(6)).json()["head"] == {"cut": "after 5 rows", "vars": ["x"]}


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_table_of_no_more_rows_than_allowed_is_whole(narrow: Served, form: str, count: int) -> None:
    answer = narrow.get(table(count), format=form) if count else narrow.get(table(0, " "), format=form)
    assert (answer.status, rows(answer, form), "filmkg-cut" in answer.headers) == (200, count, False)


@pytest.mark.parametrize("form", GRAPHS)
@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_graph_of_no_more_triples_than_allowed_is_whole(narrow: Served, form: str, count: int) -> None:
    answer = narrow.get(graph(count), format=form)
    assert (answer.status, rows(answer, form), "filmkg-cut" in answer.headers) == (200, count, False)


@pytest.mark.parametrize("form", ["json", "xml", "csv"])
@pytest.mark.parametrize(("count", "status"), [(5, 200), (6, 206)])
def test_rows_that_bind_nothing_count(narrow: Served, form: str, count: int, status: int) -> None:
    answer = narrow.get(table(count).replace("?x", "?y", 1), format=form)
    assert (answer.status, rows(answer, form)) == (status, 5)


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("first", range(4))
def test_values_that_look_like_rows_do_not_count(narrow: Served, form: str, first: int) -> None:
    five = " ".join(NASTY.split(", ")[first : first + 5])
    answer = narrow.get(table(5, five), format=form)
    assert (answer.status, rows(answer, form)) == (200, 5)


@pytest.mark.parametrize("form", ["json", "xml", "csv"])
@pytest.mark.parametrize("first", range(3))
def test_values_that_look_like_rows_survive_a_cut(narrow: Served, served: Served, form: str, first: int) -> None:
    six = " ".join(NASTY.split(", ")[first : first + 6])
    cut, whole = narrow.get(table(6, six), format="csv"), served.get(table(6, six), format="csv")
    one, other = (list(csv.reader(io.StringIO(each.text, newline="")))[1:6] for each in (cut, whole))
    assert one == other
    assert rows(narrow.get(table(6, six), format=form), form) == 5


def test_a_limit_in_the_query_makes_an_answer_whole(narrow: Served) -> None:
    assert narrow.get(table(6) + " LIMIT 5").status == 200


def test_a_truth_is_never_cut(narrow: Served) -> None:
    assert narrow.get("ASK { ?s ?p ?o }").status == 200


def test_a_cut_answer_has_no_body_for_head(narrow: Served) -> None:
    answer = narrow.send("HEAD", f"/sparql?query={table(6).replace(' ', '+').replace('?', '%3F')}")
    assert (answer.status, answer.body) == (206, b"")
