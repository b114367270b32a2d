"""Queries hold on other data than the seeds: small graphs written by hand, one fact a test."""

from __future__ import annotations

from typing import Any

import pytest

from kg.query import find_query
from kg.query.engine import ENGINES, run

PREFIXES = """
@prefix kg: <https://w3id.org/filmkg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix x: <https://w3id.org/filmkg/> .
@prefix country: <https://w3id.org/filmkg/country/> . @prefix person: <https://w3id.org/filmkg/person/> .
x:film a kg:Film, kg:Work ; rdfs:label "Film" . x:series a kg:Series, kg:Work ; rdfs:label "Series" .
x:other a kg:Film, kg:Work ; rdfs:label "Other" .
x:one a kg:Company ; rdfs:label "One" . x:two a kg:Company ; rdfs:label "Two" .
country:BE a kg:Country ; rdfs:label "Belgium" . country:FR a kg:Country ; rdfs:label "France" .
"""
TAGGED = """
x:film kg:countryOfOrigin country:BE, country:FR .
x:p1 kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:BE ; kg:position 1 .
x:p2 kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:FR ; kg:position 2 .
"""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def answer(engine: str, name: str, column: str, turtle: str, evidence: str = "") -> list[str]:
    from pyoxigraph import DefaultGraph, RdfFormat, Store
    from rdflib import Dataset

    trig = f"{PREFIXES}{turtle}\nx:document {{ {evidence} }}"
    graph: Any
    if engine == "oxigraph":
        graph = Store()
        graph.load(trig.encode(), RdfFormat.TRIG)
        assert any(graph.quads_for_pattern(None, None, None, DefaultGraph()))
    else:
        graph = Dataset(default_union=False)
        graph.parse(data=trig, format="trig")
    result = run(find_query(name).text, graph, name)
    place = result.columns.index(column)
    return [row[place].value if row[place] else "" for row in result.rows]


def test_a_body_and_a_country_are_no_two_companies(engine: str) -> None:
    said = """x:c rdf:predicate kg:coProducedWith ; rdf:subject x:one ; rdf:object country:FR ;
        kg:certainty "stated" ; kg:statement x:s ."""
    name = "co-productions-by-tag-and-prose"
    assert answer(engine, name, "title", TAGGED + "x:s kg:work x:film .", said) == []


def test_two_companies_in_prose_make_a_co_production(engine: str) -> None:
    said = """x:c rdf:predicate kg:coProducedWith ; rdf:subject x:one ; rdf:object x:two ;
        kg:certainty "stated" ; kg:statement x:s ."""
    name = "co-productions-by-tag-and-prose"
    assert answer(engine, name, "title", TAGGED + "x:s kg:work x:film .", said) == ["Film"]


def test_what_was_inferred_is_not_what_the_prose_says(engine: str) -> None:
    said = """x:c rdf:predicate kg:coProducedWith ; rdf:subject x:one ; rdf:object x:two ;
        kg:certainty "inferred" ; kg:statement x:s ."""
    name = "co-productions-by-tag-and-prose"
    assert answer(engine, name, "title", TAGGED + "x:s kg:work x:film .", said) == []


def test_a_country_in_the_tag_alone_is_not_in_the_prose(engine: str) -> None:
    said = 'x:c rdf:predicate kg:countryOfOrigin ; rdf:subject x:film ; rdf:object country:FR ; kg:rule "country-tag" .'
    assert answer(engine, "co-productions-by-tag-and-prose", "title", TAGGED, said) == []


def test_partners_without_a_named_work_are_partners(engine: str) -> None:
    pair = "x:one kg:coProducedWith x:two . x:two kg:coProducedWith x:one ."
    assert answer(engine, "company-partners", "otherName", pair) == ["Two"]


def test_an_article_without_a_date_counts(engine: str) -> None:
    items = 'x:i1 a kg:Item ; kg:date "2024-09-10" . x:i2 a kg:Item .'
    found = answer(engine, "films-with-several-items", "dates", "x:film kg:describedIn x:i1, x:i2 .", items)
    assert [sorted(dates.split(", ")) for dates in found] == [["2024-09-10", "undated"]]


def test_a_series_is_no_film_without_country(engine: str) -> None:
    described = "x:film kg:describedIn x:i1 . x:series kg:describedIn x:i2 ."
    assert answer(engine, "films-without-country", "title", described) == ["Film"]


def test_a_country_listed_first_somewhere_is_not_listed_later(engine: str) -> None:
    again = (
        TAGGED
        + """
    x:p3 kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:FR ; kg:position 1 .
    x:p4 kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:BE ; kg:position 2 ."""
    )
    assert answer(engine, "lead-countries", "leadName", again) == []


def test_who_leads_is_counted_by_film(engine: str) -> None:
    led = TAGGED.replace("country:BE", "country:XX").replace("country:FR", "country:BE").replace("XX", "FR")
    assert answer(engine, "lead-countries", "films", led) == ["1"]


def test_no_film_is_listed_nought_times(engine: str) -> None:
    assert answer(engine, "country-listed-first-or-later", "later", "") == ["0"]


def test_a_film_that_both_made_connects_them(engine: str) -> None:
    made = "person:robin-sykes kg:directed x:film . person:fabrice-bracq kg:wrote x:film ."
    assert answer(engine, "connection-of-two-directors", "title", made) == ["Film"]


def test_somebody_in_a_film_of_each_connects_them(engine: str) -> None:
    made = """person:robin-sykes kg:directed x:film . person:fabrice-bracq kg:directed x:other .
    x:somebody a kg:Person ; rdfs:label "Somebody" ; kg:starredIn x:film, x:other ."""
    assert answer(engine, "connection-of-two-directors", "betweenName", made) == ["Somebody"]
