"""The Graph Store Protocol of a scratch dataset: who may, what comes of it, and whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from serving import Response, Served

GRAPH = "http://example.org/graph"
ONE = b"<a:s> <a:p> 1 ."
TWO = b"<a:s> <a:p> 2 ."
BROKEN = b"<a:s> <a:p> 3 . <a:s> <a:p> 'no end ."
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def line(value: int) -> str:
    return f'<a:s> <a:p> "{value}"{INTEGER} .\n'


def whole(scratch: Served, graph: str = GRAPH) -> str:
    return "".join(sorted(scratch.graph("GET", graph).text.splitlines(keepends=True)))


# Reading and writing a graph


@pytest.mark.parametrize(("method", "status"), [("PUT", 201), ("POST", 201), ("GET", 404), ("HEAD", 404)])
def test_a_graph_that_is_not_there(scratch: Served, method: str, status: int) -> None:
    assert scratch.graph(method, GRAPH, ONE if method in ("PUT", "POST") else b"").status == status


@pytest.mark.parametrize(
    ("method", "status"), [("PUT", 204), ("POST", 204), ("GET", 200), ("HEAD", 200), ("DELETE", 204)]
)
def test_a_graph_that_is_there(scratch: Served, method: str, status: int) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    assert scratch.graph(method, GRAPH, ONE if method in ("PUT", "POST") else b"").status == status


def test_a_graph_that_is_not_there_cannot_be_deleted(scratch: Served) -> None:
    assert scratch.graph("DELETE", GRAPH).status == 404


def test_put_replaces_a_graph(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    scratch.graph("PUT", GRAPH, TWO)
    assert whole(scratch) == line(2)


def test_post_adds_to_a_graph(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    scratch.graph("POST", GRAPH, TWO)
    assert whole(scratch) == line(1) + line(2)


def test_delete_removes_a_graph(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    scratch.graph("DELETE", GRAPH)
    assert scratch.graph("GET", GRAPH).status == 404


def test_an_empty_graph_is_there(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH)
    assert scratch.graph("GET", GRAPH).status == 200


def test_delete_leaves_other_graphs(scratch: Served) -> None:
    scratch.graph("PUT", "", ONE)
    scratch.graph("PUT", GRAPH, TWO)
    scratch.graph("DELETE", GRAPH)
    assert whole(scratch, "") == line(1)


def test_the_default_graph_is_always_there(scratch: Served) -> None:
    scratch.graph("DELETE")
    assert scratch.graph("GET").status == 200


def test_head_of_a_graph_has_no_body(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    assert scratch.graph("HEAD", GRAPH).body == b""


def test_a_graph_is_read_in_the_form_that_is_asked_for(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    answer = scratch.send("GET", f"/store?graph={GRAPH}", headers={"Accept": "application/rdf+xml"})
    assert answer.headers["content-type"] == "application/rdf+xml"


def test_a_graph_in_no_such_form_is_406(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    assert scratch.send("GET", f"/store?graph={GRAPH}", headers={"Accept": "text/csv"}).status == 406


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/turtle", b"<a:s> <a:p> 1 ."),
        ("text/turtle; charset=utf-8", b"<a:s> <a:p> 1 ."),
        ("application/n-triples", line(1).encode()),
        ("application/trig", b"<a:s> <a:p> 1 ."),
        ("application/n-quads", line(1).encode()),
        ("application/ld+json", b'{"@id": "a:s", "a:p": [{"@value": 1}]}'),
        (
            "application/rdf+xml",
            b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="a:"><r:Description r:about="a:s">'
            b'<a:p r:datatype="http://www.w3.org/2001/XMLSchema#integer">1</a:p></r:Description></r:RDF>',
        ),
    ],
)
def test_a_graph_is_written_in_any_form(scratch: Served, media: str, body: bytes) -> None:
    scratch.graph("PUT", GRAPH, body, media)
    assert whole(scratch) == line(1)


@pytest.mark.parametrize("media", ["text/plain", "text/csv", "image/png", "turtle", "json", "application/sparql-query"])
def test_what_is_no_form_of_rdf_is_415(scratch: Served, media: str) -> None:
    assert scratch.graph("PUT", GRAPH, ONE, media).status == 415


def test_no_media_type_is_415(scratch: Served) -> None:
    assert scratch.send("PUT", f"/store?graph={GRAPH}", ONE, writes=True).status == 415


def test_relative_iris_are_those_of_the_graph(scratch: Served) -> None:
    scratch.graph("PUT", GRAPH, b"<#it> <part> <> .")
    assert whole(scratch) == f"<{GRAPH}#it> <http://example.org/part> <{GRAPH}> .\n"


def test_blank_nodes_of_two_bodies_are_not_one(scratch: Served) -> None:
    scratch.graph("POST", GRAPH, b"_:x <a:p> 1 .")
    scratch.graph("POST", GRAPH, b"_:x <a:p> 1 .")
    assert len(whole(scratch).splitlines()) == 2


def test_text_comes_back_as_it_was_sent(scratch: Served) -> None:
    said = '<a:s> <a:p> "Łódź \\" } DROP ALL \\\\ \\n \U0001f3ac"@pl .\n'
    scratch.graph("PUT", GRAPH, said.encode())
    assert whole(scratch) == said


def test_the_files_of_a_form_go_into_one_graph(scratch: Served) -> None:
    assert form(scratch, ONE, TWO).status == 201
    assert whole(scratch) == line(1) + line(2)


def test_a_post_to_the_store_itself_makes_a_graph(scratch: Served) -> None:
    made = scratch.send("POST", "/store", ONE, {"Content-Type": "text/turtle"}, writes=True)
    assert whole(scratch, made.headers["location"]) == line(1)


def test_a_graph_has_its_own_address(scratch: Served) -> None:
    scratch.send("PUT", "/store/films/kika", ONE, {"Content-Type": "text/turtle"}, writes=True)
    assert whole(scratch, f"{scratch.address}store/films/kika") == line(1)


@pytest.mark.parametrize(
    "path",
    ["/store", "/store?graph=relative", "/store?graph=a:b&default", "/store?graph=a:b&graph=a:c", "/store/x?default"],
)
def test_one_graph_must_be_named(scratch: Served, path: str) -> None:
    assert scratch.send("GET", path).status == 400


@pytest.mark.parametrize("graph", ["a:%20b", "a:%3E%20%7B%7D%20%7D%20%3B%20DROP%20ALL%20%23", "a:%0A", "a:%22"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_graph_that_is_no_iri_is_400(scratch: Served, method: str, graph: str) -> None:
    headers = {"Content-Type": "text/turtle"}
    assert scratch.send(method, f"/store?graph={graph}", ONE, headers, writes=True).status == 400


# Who may write


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("said", [{}, {"Authorization": "Bearer wrong"}], ids=["no token", "another token"])
def test_writing_needs_the_token(scratch: Served, method: str, said: dict[str, str]) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    answer = scratch.send(method, f"/store?graph={GRAPH}", TWO, {"Content-Type": "text/turtle", **said})
    assert (answer.status, whole(scratch)) == (401, line(1))


def test_reading_needs_no_token(scratch: Served) -> None:
    assert scratch.send("GET", "/store?default").status == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST", "DELETE"])
def test_a_built_graph_has_no_graph_store(served: Served, method: str) -> None:
    assert served.send(method, "/store?default", headers={"Content-Type": "text/turtle"}).status == 403


def test_other_methods_are_405(scratch: Served) -> None:
    assert scratch.send("PATCH", "/store?default", writes=True).status == 405


# Whole or not at all


def form(scratch: Served, *bodies: bytes) -> Response:
    parts = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: text/turtle\r\n\r\n' + body + b"\r\n"
        for body in bodies
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    return scratch.send("POST", f"/store?graph={GRAPH}", parts + b"--x--\r\n", headers, writes=True)


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_body_with_a_syntax_error_changes_nothing(scratch: Served, method: str) -> None:
    scratch.graph("PUT", GRAPH, ONE)
    assert scratch.graph(method, GRAPH, BROKEN).status == 400
    assert whole(scratch) == line(1)


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_body_with_a_syntax_error_makes_no_graph(scratch: Served, method: str) -> None:
    scratch.graph(method, GRAPH, BROKEN)
    assert scratch.graph("GET", GRAPH).status == 404


def test_one_file_with_a_syntax_error_keeps_out_all(scratch: Served) -> None:
    assert form(scratch, ONE, BROKEN).status == 400
    assert scratch.graph("GET", GRAPH).status == 404
