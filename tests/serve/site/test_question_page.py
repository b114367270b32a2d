"""Named questions over HTTP: forms, names for IRIs, faults beside their fields, answers."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from kg.query.catalogue import catalogue
from kg.serve.site.question import groups


def test_every_question_stands_under_one_heading() -> None:
    listed = [query.name for group in groups() for query in group.questions]
    assert sorted(listed) == sorted(query.name for query in catalogue())


def test_the_first_page_leads_to_every_question(site: Any) -> None:
    text = site.get("/").text
    assert [query.name for query in catalogue() if f'href="/questions/{query.name}"' not in text] == []


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_every_question_is_answered_with_its_defaults(site: Any, name: str) -> None:
    answer = site.get(f"/questions/{name}")
    assert answer.status == 200
    assert any(said in answer.text for said in ("/sparql?query=", "/sparql?format=csv", "Nothing in the graph fits"))


def test_the_default_is_in_the_field_by_its_name(site: Any) -> None:
    assert 'value="Thierry Lhermitte"' in site.get("/questions/films-of-actor").text


@pytest.mark.parametrize(
    "value", ["Valéry Rosier", "valery rosier", "person/valery-rosier", "https://w3id.org/filmkg/person/valery-rosier"]
)
def test_a_parameter_takes_a_name_or_an_iri(site: Any, value: str) -> None:
    answer = site.get(f"/questions/connection-of-two-directors?one={quote(value)}")
    assert answer.status == 200


def test_a_name_that_nothing_has_is_a_fault_beside_its_field_with_what_is_near(site: Any) -> None:
    answer = site.get("/questions/films-of-actor?person=Thiery+Lhermite")
    assert (answer.status, 'aria-describedby="f-person"' in answer.text) == (400, True)
    assert "person=https%3A//w3id.org/filmkg/person/thierry-lhermitte" in answer.text


def test_what_was_typed_stays_in_the_field(site: Any) -> None:
    assert 'value="&lt;b&gt;nobody"' in site.get("/questions/films-of-actor?person=%3Cb%3Enobody").text


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("films-of-many-countries?least=many", "whole number"),
        ("films-by-stage?month=September", "month such as"),
        ("country-network?stated=maybe", "yes or no"),
        ("films-of-actor?person=", "Say something"),
    ],
)
def test_a_value_that_its_type_does_not_allow_is_a_fault(site: Any, address: str, fault: str) -> None:
    answer = site.get(f"/questions/{address}")
    assert (answer.status, fault in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("films-of-many-countries", 'name="least" type="number" value="3"'),
        ("films-by-stage", 'name="month" type="month" value="2024-09"'),
        ("country-network", '<select id="p-stated"'),
        ("films-of-actor", 'data-kind="Person"'),
    ],
)
def test_a_field_is_of_the_kind_of_its_parameter(site: Any, address: str, field: str) -> None:
    assert field in site.get(f"/questions/{address}").text


def test_an_answer_without_rows_says_so_in_words(site: Any) -> None:
    assert "Nothing in the graph fits." in site.get("/questions/films-of-many-countries?least=99").text


def test_counted_pairs_have_a_chart_and_a_network(site: Any) -> None:
    text = site.get("/questions/country-pairs").text
    assert ("<desc " in text, 'action="/picture"' in text) == (True, True)


def test_a_name_closes_no_query(site: Any) -> None:
    answer = site.get("/questions/films-of-actor?person=" + quote("x> } SERVICE <http://x/> { ?a ?b ?c"))
    assert answer.status == 400


def test_an_unknown_question_is_not_found(site: Any) -> None:
    assert site.get("/questions/why").status == 404


def test_a_parameter_that_it_does_not_have_changes_nothing(site: Any) -> None:
    assert site.get("/questions/country-pairs?utm_source=x").status == 200
