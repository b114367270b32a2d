"""Answers as tables: things become links with their names, numbers are read, graphs are drawn."""

from __future__ import annotations

from typing import Any

import pytest
from name_list import Names

from kg.graph.namespace import DEFAULT_BASE, XSD
from kg.query.engine import run, with_prefixes
from kg.query.result import Node, Result
from kg.serve.site.answer import Answer, answer_of, links_of

KIKA = Node("uri", DEFAULT_BASE + "film/kika")


@pytest.fixture(scope="module")
def labels(seeds_store: Any) -> Names:
    return Names(seeds_store)


def ask(text: str, store: Any, labels: Names) -> Answer:
    query = with_prefixes(text)
    return answer_of(query, run(query, store), labels, DEFAULT_BASE)


def test_a_thing_and_the_column_of_its_name_become_one_link(seeds_store: Any, labels: Names) -> None:
    found = ask("SELECT ?film ?title WHERE { VALUES ?film { film:kika } ?film rdfs:label ?title }", seeds_store, labels)
    assert [(column.name, column.label) for column in found.columns] == [("film", "title")]
    assert (found.rows[0][0].text, found.rows[0][0].href, found.rows[0][0].kind) == ("Kika", "/film/kika", "film")


def test_a_thing_without_its_name_in_the_row_is_named_all_the_same(seeds_store: Any, labels: Names) -> None:
    found = ask("SELECT ?film WHERE { VALUES ?film { film:kika } }", seeds_store, labels)
    assert (found.rows[0][0].text, found.rows[0][0].href) == ("Kika", "/film/kika")


def test_a_column_that_names_something_else_stays_by_itself(seeds_store: Any, labels: Names) -> None:
    found = ask('SELECT ?film ?word WHERE { VALUES (?film ?word) { (film:kika "Parkings") } }', seeds_store, labels)
    assert [cell.text for cell in found.rows[0]] == ["Kika", "Parkings"]


def test_a_missing_value_is_an_empty_cell(labels: Names) -> None:
    found = answer_of("q", Result(("film", "n"), ((KIKA, None), (None, Node("literal", "x")))), labels, DEFAULT_BASE)
    assert [[cell.text for cell in row] for row in found.rows] == [["Kika", ""], ["", "x"]]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [("7", "integer", "7"), ("0.3333333333", "decimal", "0.3333"), ("2.50", "decimal", "2.5"), ("NaN", "double", "NaN"),
     ("1e3", "double", "1000")],
)  # fmt: skip
def test_a_number_is_shown_as_people_read_it(value: str, kind: str, shown: str, labels: Names) -> None:
    found = answer_of("q", Result(("n",), ((Node("literal", value, XSD + kind),),)), labels, DEFAULT_BASE)
    assert (found.columns[0].number, found.rows[0][0].text) == (True, shown)


def test_an_iri_that_is_not_of_the_web_is_no_link(labels: Names) -> None:
    found = answer_of("q", Result(("x",), ((Node("uri", "javascript:alert(1)"),),)), labels, DEFAULT_BASE)
    assert (found.rows[0][0].text, found.rows[0][0].href) == ("javascript:alert(1)", "")


def test_a_page_holds_a_thousand_rows_and_says_how_many_there_are(labels: Names) -> None:
    rows = tuple((Node("literal", str(at)),) for at in range(1500))
    found = answer_of("q", Result(("x",), rows), labels, DEFAULT_BASE)
    assert (len(found.rows), found.total) == (1000, 1500)


def test_files_are_links_until_the_query_is_too_long_for_an_address(labels: Names) -> None:
    found = [answer_of(query, Result(("x",), ()), labels, DEFAULT_BASE) for query in ("ASK {}", "#" + "x" * 7000)]
    assert [(each.posted, bool(each.files[0][2])) for each in found] == [(False, True), (True, False)]


def test_two_columns_of_things_are_links_to_draw(seeds_store: Any) -> None:
    result = run(with_prefixes("SELECT ?p ?f WHERE { VALUES ?f { film:kika } ?p kg:directed ?f }"), seeds_store)
    assert links_of(result, DEFAULT_BASE) == [(DEFAULT_BASE + "person/alexe-poukine", "", DEFAULT_BASE + "film/kika")]


def test_a_graph_is_links_with_their_words(seeds_store: Any) -> None:
    query = with_prefixes("CONSTRUCT { ?p kg:directed ?f } WHERE { VALUES ?f { film:kika } ?p kg:directed ?f }")
    found = links_of(run(query, seeds_store), DEFAULT_BASE)
    assert found == [(DEFAULT_BASE + "person/alexe-poukine", "directed", DEFAULT_BASE + "film/kika")]


def test_names_alone_are_nothing_to_draw() -> None:
    assert links_of(Result(("x",), ((Node("literal", "a"),),)), DEFAULT_BASE) == []
