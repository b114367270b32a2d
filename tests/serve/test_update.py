"""Updates of a scratch dataset: whole or not at all, LOAD, and the dataset that a request names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError
from kg.serve.scratch import with_using, without_loads

if TYPE_CHECKING:
    from serving import Served

INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def line(value: int) -> str:
    return f'<a:s> <a:p> "{value}"{INTEGER} .\n'


def whole(scratch: Served, graph: str = "") -> str:
    return "".join(sorted(scratch.graph("GET", graph).text.splitlines(keepends=True)))


# Whole or not at all


def test_a_last_operation_that_fails_undoes_the_first(scratch: Served) -> None:
    assert scratch.update("INSERT DATA { <a:s> <a:p> 1 } ; DROP GRAPH <a:nowhere>").status == 422
    assert whole(scratch) == ""


def test_a_last_operation_that_is_no_sparql_undoes_the_first(scratch: Served) -> None:
    assert scratch.update("INSERT DATA { <a:s> <a:p> 1 } ; nonsense").status == 400
    assert whole(scratch) == ""


@pytest.mark.parametrize("load", ["LOAD <a:b>", "LOAD <a:b> INTO GRAPH <a:c>", "load a:b"])
def test_an_update_with_a_load_changes_nothing(scratch: Served, load: str) -> None:
    assert scratch.update(f"PREFIX a: <a:> INSERT DATA {{ <a:s> <a:p> 1 }} ; {load}").status == 403
    assert whole(scratch) == ""


# LOAD, which is never done


@pytest.mark.parametrize(
    "load", ["LOAD SILENT <a:b>", "load silent a:b", "LOAD SILENT <a:b> INTO GRAPH <a:c>", "LOAD\n#\nSILENT <a:b> ;"]
)
def test_a_silent_load_fails_in_silence(scratch: Served, load: str) -> None:
    assert scratch.update(f"PREFIX a: <a:> INSERT DATA {{ <a:s> <a:p> 1 }} ; {load}").status == 204
    assert whole(scratch) == line(1)


def test_a_silent_load_does_not_hide_a_loud_one(scratch: Served) -> None:
    assert scratch.update("LOAD SILENT <a:b> ; LOAD <a:b>").status == 403


@pytest.mark.parametrize(
    "text", ["LOAD", "LOAD ;", "LOAD SILENT", "LOAD 'a:b'", "LOAD <a:b> LOAD <a:c>", "LOAD <a:b> x"]
)
def test_a_load_that_is_no_sparql_is_400(scratch: Served, text: str) -> None:
    assert scratch.update(text).status == 400


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:LOAD> <a:p> 'LOAD <a:b>' } # LOAD <a:b>",
        "PREFIX load: <a:> INSERT DATA { load:s load:p load: }",
        "DELETE { ?load ?p ?o } WHERE { ?load ?p ?o }",
    ],
)
def test_the_word_elsewhere_is_no_load(text: str) -> None:
    assert without_loads(text) == (text, False)


# The dataset that a request names


def graphs(scratch: Served) -> None:
    scratch.graph("PUT", "", b"<a:s> <a:p> 1 .")
    scratch.graph("PUT", "a:g", b"<a:s> <a:p> 1, 2 .")


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
@pytest.mark.parametrize(
    "text",
    [
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } USING <a:g> WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p ?o } using named <a:g> WHERE { GRAPH ?g { ?s ?p ?o } }",
        "INSERT DATA { <a:s> <a:p> 3 } ; WITH <a:g> DELETE WHERE { ?s ?p ?o }",
        "INSERT DATA { <a:s> <a:p> 3 } ; WITH <a:g> INSERT { ?s ?p 3 } WHERE { ?s ?p ?o }",
    ],
)
def test_a_dataset_is_named_once(scratch: Served, text: str, name: str) -> None:
    graphs(scratch)
    assert scratch.update(text, **{name: "a:g"}).status == 400
    assert whole(scratch) == line(1)


def test_using_graph_uri_says_where_to_look(scratch: Served) -> None:
    graphs(scratch)
    scratch.update("INSERT { ?s ?p 3 } WHERE { ?s ?p 2 }", **{"using-graph-uri": "a:g"})
    assert whole(scratch) == line(1) + line(3)


def test_using_graph_uri_does_not_say_where_to_write(scratch: Served) -> None:
    graphs(scratch)
    scratch.update("INSERT { ?s ?p 3 } WHERE { ?s ?p 2 }", **{"using-graph-uri": "a:g"})
    assert whole(scratch, "a:g") == line(1) + line(2)


def test_several_using_graph_uris_are_merged(scratch: Served) -> None:
    graphs(scratch)
    scratch.graph("PUT", "a:h", b"<a:s> <a:p> 7 .")
    scratch.update("INSERT { GRAPH <a:n> { ?s ?p ?o } } WHERE { ?s ?p ?o }", **{"using-graph-uri": ["a:g", "a:h"]})
    assert whole(scratch, "a:n") == line(1) + line(2) + line(7)


def test_using_named_graph_uri_leaves_out_other_graphs(scratch: Served) -> None:
    graphs(scratch)
    scratch.graph("PUT", "a:h", b"<a:s> <a:p> 7 .")
    text = "INSERT { GRAPH <a:n> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    scratch.update(text, **{"using-named-graph-uri": "a:h"})
    assert whole(scratch, "a:n") == line(7)


def test_delete_where_looks_there_too(scratch: Served) -> None:
    graphs(scratch)
    scratch.graph("POST", "", b"<a:s> <a:p> 9 .")
    assert scratch.update("DELETE WHERE { ?s ?p ?o }", **{"using-graph-uri": "a:g"}).status == 204
    assert whole(scratch) == line(9)


def test_delete_where_of_a_graph_that_is_not_in_the_dataset_deletes_nothing(scratch: Served) -> None:
    graphs(scratch)
    scratch.update("DELETE WHERE { GRAPH <a:g> { ?s ?p ?o } }", **{"using-named-graph-uri": "a:h"})
    assert whole(scratch, "a:g") == line(1) + line(2)


def test_each_operation_looks_there(scratch: Served) -> None:
    graphs(scratch)
    text = "INSERT { ?s ?p 3 } WHERE { ?s ?p 2 } ; INSERT { ?s ?p 4 } WHERE { ?s ?p 2 }"
    scratch.update(text, **{"using-graph-uri": "a:g"})
    assert whole(scratch) == line(1) + line(3) + line(4)


def test_a_where_within_a_subquery_is_left_alone() -> None:
    text = "INSERT { ?s ?p 3 } WHERE { { SELECT * WHERE { ?s ?p 2 } } } # WHERE"
    assert with_using(text, ["USING <a:g>"]) == text.replace("} WHERE", "} USING <a:g> WHERE", 1)


def test_an_update_without_a_where_is_left_alone() -> None:
    text = "INSERT DATA { <a:where> <a:p> 'WHERE' }"
    assert with_using(text, ["USING <a:g>"]) == text


def test_with_beside_it_is_refused() -> None:
    with pytest.raises(QueryError, match="beside a dataset"):
        with_using("WITH <a:g> DELETE WHERE { ?s ?p ?o }", ["USING <a:g>"])


@pytest.mark.parametrize("iri", ["a:b> ; DROP ALL #", "a b", "", "<a:b>"])
def test_a_using_graph_uri_that_is_no_iri_is_400(scratch: Served, iri: str) -> None:
    graphs(scratch)
    assert scratch.update("DELETE WHERE { ?s ?p ?o }", **{"using-graph-uri": iri}).status == 400
    assert whole(scratch) == line(1)
