"""The SPARQL Protocol in words, beside the W3C's requests: what each kind of request gets, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from serving import Response, Served


ASK = "ASK {}"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
TWO_GRAPHS = "INSERT DATA { <a:s> <a:p> 0 . GRAPH <a:one> { <a:s> <a:p> 1 } GRAPH <a:two> { <a:s> <a:p> 2 } }"
VALUES = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
NAMED = "SELECT ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o"


def post(served: Served, body: str | bytes, headers: dict[str, str], path: str = "/sparql") -> Response:
    return served.send("POST", path, body.encode() if isinstance(body, str) else body, headers)


def values(answer: Response) -> list[str]:
    """Give the values of a table of one column."""
    said = answer.json()
    return [row[said["head"]["vars"][0]]["value"] for row in said["results"]["bindings"]]


# Queries


def test_a_query_comes_by_get(served: Served) -> None:
    assert served.get(ASK).json() == {"head": {}, "boolean": True}


def test_a_query_comes_by_post_as_a_form(served: Served) -> None:
    assert served.form(ASK).json() == {"head": {}, "boolean": True}


def test_a_query_comes_by_post_as_it_is(served: Served) -> None:
    assert served.post(ASK).json() == {"head": {}, "boolean": True}


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf_8_may_be_said(served: Served, charset: str) -> None:
    headers = {"Content-Type": f"application/sparql-query; charset={charset}"}
    assert values(post(served, "SELECT ('Łódź' AS ?x) {}", headers)) == ["Łódź"]


def test_relative_iris_are_those_of_the_endpoint(served: Served) -> None:
    assert values(served.get("SELECT (STR(<here>) AS ?x) {}")) == [f"{served.address}here"]


def test_a_built_graph_knows_its_prefixes(served: Served) -> None:
    assert served.get("ASK { ?film a kg:Film ; schema:director ?person }").json()["boolean"] is True


def test_a_scratch_dataset_knows_none(scratch: Served) -> None:
    assert scratch.get("ASK { ?film a kg:Film }").status == 400


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * {", "nonsense", "ASK {} }", "\x00"])
def test_what_is_no_sparql_is_400(served: Served, text: str) -> None:
    assert served.get(text).status == 400


def test_a_syntax_error_is_placed(served: Served) -> None:
    assert served.get("ASK {\n ?s ?p }").json()["where"].startswith("query:2:")


def test_an_error_is_a_problem(served: Served) -> None:
    assert served.get("SELECT").headers["content-type"] == "application/problem+json"


def test_an_update_is_no_query(scratch: Served) -> None:
    assert scratch.get("DROP ALL").status == 403


def test_what_is_sparql_and_cannot_be_carried_out_is_422(served: Served) -> None:
    assert served.get("SELECT * { FILTER(<a:function>(1)) }").status == 422


def test_two_queries_are_400(served: Served) -> None:
    assert served.send("GET", f"/sparql?query={quote(ASK)}&query={quote(ASK)}").status == 400


def test_two_queries_in_a_form_are_400(served: Served) -> None:
    assert post(served, f"query={quote(ASK)}&query={quote(ASK)}", FORM).status == 400


def test_a_query_in_the_address_and_one_in_the_form_are_400(served: Served) -> None:
    assert post(served, f"query={quote(ASK)}", FORM, f"/sparql?query={quote(ASK)}").status == 400


def test_a_query_in_the_address_and_one_in_the_body_are_400(served: Served) -> None:
    assert post(served, ASK, QUERY, f"/sparql?query={quote(ASK)}").status == 400


def test_a_query_and_an_update_are_400(scratch: Served) -> None:
    assert post(scratch, f"query={quote(ASK)}&update=DROP%20ALL", FORM).status == 400


def test_a_form_with_neither_is_400(served: Served) -> None:
    assert post(served, "format=csv", FORM).status == 400


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "nonsense"])
@pytest.mark.parametrize("media", [FORM, QUERY, UPDATE], ids=lambda media: media["Content-Type"])
def test_another_charset_is_415(served: Served, media: dict[str, str], charset: str) -> None:
    headers = {"Content-Type": f"{media['Content-Type']}; charset={charset}"}
    assert post(served, ASK, headers).status == 415


@pytest.mark.parametrize("media", ["text/plain", "application/json", "text/html", "multipart/form-data"])
def test_another_media_type_is_415(served: Served, media: str) -> None:
    assert post(served, ASK, {"Content-Type": media}).status == 415


def test_no_media_type_is_415(served: Served) -> None:
    assert post(served, ASK, {}).status == 415


@pytest.mark.parametrize("headers", [FORM, QUERY], ids=["form", "query"])
def test_bytes_that_are_no_utf_8_are_400(served: Served, headers: dict[str, str]) -> None:
    assert post(served, b"query=ASK+{%ff}\xff", headers).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_405(served: Served, method: str) -> None:
    assert served.send(method, f"/sparql?query={quote(ASK)}").status == 405


def test_405_says_which_there_are(served: Served) -> None:
    assert served.send("PUT", "/sparql").headers["allow"] == "GET, HEAD, POST"


# HEAD


def test_head_has_no_body(served: Served) -> None:
    assert served.send("HEAD", f"/sparql?query={quote(ASK)}").body == b""


def test_head_has_the_headers_of_get(served: Served) -> None:
    path = f"/sparql?query={quote(ASK)}"
    of_head, of_get = (served.send(method, path).headers for method in ("HEAD", "GET"))
    for headers in (of_head, of_get):
        del headers["date"]
    assert of_head == of_get


def test_head_of_a_bad_query_is_400(served: Served) -> None:
    assert served.send("HEAD", "/sparql?query=nonsense").status == 400


# The dataset that a request names


def test_without_one_the_default_graph_stands_alone(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES)) == ["0"]


def test_a_default_graph_uri_stands_in_its_place(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"default-graph-uri": "a:one"})) == ["1"]


def test_several_default_graph_uris_are_merged(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"default-graph-uri": ["a:one", "a:two"]})) == ["1", "2"]


def test_a_named_graph_uri_leaves_the_default_graph_empty(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES, **{"named-graph-uri": "a:one"})) == []


def test_a_named_graph_uri_leaves_out_other_graphs(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(NAMED, **{"named-graph-uri": "a:two"})) == ["2"]


def test_a_request_overrules_from(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    query = VALUES.replace("{", "FROM <a:two> {", 1)
    assert values(scratch.get(query, **{"default-graph-uri": "a:one"})) == ["1"]


def test_from_names_a_graph_of_the_dataset(scratch: Served) -> None:
    scratch.update(TWO_GRAPHS)
    assert values(scratch.get(VALUES.replace("{", "FROM <a:two> {", 1))) == ["2"]


def test_a_graph_that_is_not_there_is_empty_in_a_scratch_dataset(scratch: Served) -> None:
    assert values(scratch.get(VALUES.replace("{", "FROM <a:nowhere> {", 1))) == []


def test_from_names_a_document_of_a_built_graph(served: Served) -> None:
    (graph,) = values(served.get("SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 1"))
    assert served.get(f"ASK FROM <{graph}> {{ ?s ?p ?o }}").json()["boolean"] is True


def test_from_fetches_nothing(served: Served) -> None:
    assert served.get(f"ASK FROM <{served.address}.well-known/void> {{ ?s ?p ?o }}").status == 403


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_what_is_no_iri_is_no_graph(served: Served, name: str) -> None:
    assert served.get(ASK, **{name: "no iri"}).status == 400


# Updates


@pytest.mark.parametrize("text", ["INSERT DATA { <a:s> <a:p> 1 }", "DROP ALL", "nonsense"])
def test_a_built_graph_is_not_updated(served: Served, text: str) -> None:
    assert post(served, text, UPDATE).status == 403


def test_an_update_without_the_token_is_401(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", UPDATE).status == 401


@pytest.mark.parametrize("said", ["Bearer wrong", "Bearer", "Bearer ", "Basic YTpi", "a-token-for-tests", "Bearer é"])
def test_an_update_with_another_token_is_401(scratch: Served, said: str) -> None:
    assert post(scratch, "DROP ALL", {**UPDATE, "Authorization": said}).status == 401


def test_401_says_what_is_wanted(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", UPDATE).headers["www-authenticate"] == "Bearer"


def test_a_wrong_token_changes_nothing(scratch: Served) -> None:
    scratch.update("INSERT DATA { <a:s> <a:p> 1 }")
    post(scratch, "DROP ALL", {**UPDATE, "Authorization": "Bearer wrong"})
    assert scratch.get("ASK { ?s ?p ?o }").json()["boolean"] is True


def test_the_word_bearer_may_be_written_small(scratch: Served) -> None:
    assert post(scratch, "DROP ALL", {**UPDATE, "Authorization": f"bearer {scratch.token}"}).status == 204


def test_an_update_comes_as_a_form(scratch: Served) -> None:
    headers = {**FORM, "Authorization": f"Bearer {scratch.token}"}
    assert post(scratch, "update=DROP%20ALL", headers).status == 204


def test_two_updates_are_400(scratch: Served) -> None:
    headers = {**FORM, "Authorization": f"Bearer {scratch.token}"}
    assert post(scratch, "update=DROP%20ALL&update=DROP%20ALL", headers).status == 400


def test_an_update_by_get_is_400(scratch: Served) -> None:
    assert scratch.send("GET", "/sparql?update=DROP%20ALL", writes=True).status == 400


def test_a_query_needs_no_token(scratch: Served) -> None:
    assert scratch.post(ASK).status == 200
