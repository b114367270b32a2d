"""The editor over HTTP: it answers, and says where a query went wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from served import ThreadDesk, make_app, serving


def ask(site: Any, query: str) -> Any:
    return site.get("/query?" + urlencode({"query": query}))


def test_our_prefixes_are_put_in(site: Any) -> None:
    answer = ask(site, "SELECT ?title WHERE { film:kika rdfs:label ?title }")
    assert (answer.status, "<bdi>Kika</bdi>" in answer.text) == (200, True)


def test_what_was_typed_is_shown_as_it_was(site: Any) -> None:
    assert "\nASK { film:kika a kg:Film }</textarea>" in ask(site, "ASK { film:kika a kg:Film }").text


def test_a_truth_is_a_word(site: Any) -> None:
    assert '<p class="truth">Yes</p>' in ask(site, "ASK { film:kika a kg:Film }").text


def test_a_graph_is_turtle(site: Any) -> None:
    text = ask(site, "CONSTRUCT { ?p kg:directed film:kika } WHERE { ?p kg:directed film:kika }").text
    assert "person:alexe-poukine kg:directed film:kika ." in text


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT ?x WHERE { ?x a kg:Film ; }}", "line 1, column 36"),
        ("SELECT ?x\nWHERE { ?x nope:y ?z }", "line 2, column"),
        ("SELECT ?x WHERE {\n  SERVICE <http://x/> { ?a ?b ?c }\n}", "line 2, column 3"),
    ],
)
def test_a_fault_has_its_place_in_what_was_typed(site: Any, query: str, place: str) -> None:
    answer = ask(site, query)
    assert (answer.status, place in answer.text) == (400, True)


def test_a_posted_query_is_answered(site: Any) -> None:
    answer = site.post("/query", "query=" + quote("ASK { film:kika a kg:Film }"))
    assert (answer.status, "Yes" in answer.text) == (200, True)


def test_line_ends_of_forms_are_those_of_the_text(site: Any) -> None:
    answer = site.post("/query", "query=" + quote("SELECT ?x WHERE {\r\n ?x nope:y ?z }"))
    assert "line 2, column" in answer.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [("x" * (1024 * 1024 + 1), "application/x-www-form-urlencoded", 413), ("{}", "application/json", 415)],
)
def test_what_is_no_form_or_too_large_is_refused(site: Any, body: str, kind: str, status: int) -> None:
    assert site.post("/query", body, kind).status == status


def test_words_to_offer_are_those_of_the_vocabulary(site: Any) -> None:
    terms = {row["term"]: row for row in json.loads(site.get("/query/terms.json").body)}
    assert {"kg:", "kg:Film", "kg:directed", "rdfs:label", "prov:"} <= set(terms)
    assert terms["kg:directed"]["about"] == "directed: Person → Work"


def test_an_answer_with_two_columns_of_things_is_drawn(site: Any) -> None:
    answer = site.get("/picture?" + urlencode({"query": "SELECT ?p ?f WHERE { ?p kg:directed ?f }"}))
    assert (answer.status, '"directed"' in answer.text, "film/kika" in answer.text) == (200, True, True)


def test_an_answer_without_things_is_not_drawn(site: Any) -> None:
    answer = site.get("/picture?" + urlencode({"query": "SELECT ?n WHERE { ?f rdfs:label ?n }"}))
    assert (answer.status, "no links to draw" in answer.text) == (400, True)


def test_an_answer_that_a_limit_cut_says_so(seeds_store: Any) -> None:
    class Cutting(ThreadDesk):
        async def ask(self, text: str) -> Any:
            return replace(await super().ask(text), cut="only 10,000 rows are given")

    with serving(make_app(seeds_store, Cutting(seeds_store))) as site:
        text = ask(site, "SELECT ?f WHERE { ?f a kg:Film }").text
    assert "This is not all: only 10,000 rows are given" in text


def test_years_that_are_counted_stand_as_columns(site: Any) -> None:
    query = "SELECT ?year (COUNT(?e) AS ?editions) WHERE { ?e kg:festival ?f ; kg:year ?year } GROUP BY ?year"
    assert site.get("/query?" + urlencode({"query": query})).text.count('class="year"') == 8
