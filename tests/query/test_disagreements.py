"""Where two sources disagree, and where one leaves something out: made-up pages, and small graphs, one fact a test."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.store import open_store
from kg.network import view_graph
from kg.query import find_query
from kg.query.engine import ENGINES, open_engine, run

PREFIXES = """
@prefix kg: <https://w3id.org/filmkg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix film: <https://w3id.org/filmkg/film/> .
@prefix person: <https://w3id.org/filmkg/person/> . @prefix country: <https://w3id.org/filmkg/country/> .
film:salt a kg:Film, kg:Work ; rdfs:label "Salt Road" ; kg:alsoKnownAs "Route du sel", "Saltvejen" .
film:series a kg:Series, kg:Work ; rdfs:label "Series" .
"""
LABELS = "".join(f'country:{name} a kg:Country ; rdfs:label "{name}" .\n' for name in ("BE", "FR", "NL")) + "".join(
    f'person:{name} a kg:Person ; rdfs:label "{name}" ; kg:directed film:salt, film:series .\n'
    for name in ("ana", "bo")
)
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
KG = "https://w3id.org/filmkg/ontology#"

# What a document says: (property, value), with the work and the certainty.
Said = list[tuple[str, str]]


def claims(document: str, said: Said, *, work: str = "film:salt", certainty: str = "stated") -> str:
    lines = []
    for number, (name, value) in enumerate(said):
        ends = {
            "country": f"rdf:predicate kg:countryOfOrigin ; rdf:subject {work} ; rdf:object country:{value}",
            "director": f"rdf:predicate kg:directed ; rdf:subject person:{value} ; rdf:object {work}",
            "name": f"rdf:predicate kg:genre ; rdf:subject {work} ; rdf:object 'drama' ; kg:workName '{value}'",
            "known": f"rdf:predicate kg:alsoKnownAs ; rdf:subject {work} ; rdf:object '{value}' ;"
            f" kg:workName 'Salt Road', '{value}'",
        }[name]
        here = f"<urn:{document}:{number}>"
        lines.append(f'{here} a kg:Claim ; {ends} ; kg:certainty "{certainty}" ; prov:wasQuotedFrom <{here[1:-1]}:s> .')
        lines.append(f'<{here[1:-1]}:s> oa:exact "so says {value}" .')
    return f"<urn:{document}> {{ <urn:{document}> a kg:Document . {' '.join(lines)} }}\n"


def store_of(*documents: str) -> Any:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(input=(PREFIXES + LABELS + "".join(documents)).encode(), format=RdfFormat.TRIG)
    return store


def rows(graph: Any, name: str, *columns: str) -> list[tuple[str, ...]]:
    result = run(find_query(name).text, graph, name)
    places = [result.columns.index(column) for column in columns]
    return sorted({tuple(str(row[place].value if row[place] else "") for place in places) for row in result.rows})


@pytest.fixture(scope="module", params=ENGINES)
def torn(request: pytest.FixtureRequest, torn_built: Any) -> Any:
    return open_engine(request.param, torn_built.store, torn_built.out)


def test_every_value_comes_with_its_document_and_its_words(torn: Any) -> None:
    page = "https://w3id.org/filmkg/document/pages/"
    assert rows(torn, "disagreements", "title", "property", "value", "document", "words") == sorted(
        [
            ("Quiet Harbour", KG + "directed", "Lena Moor", page + "three.txt", "directed by Lena Moor"),
            ("Quiet Harbour", KG + "directed", "Otto Brandt", page + "four.txt", "directed by Otto Brandt"),
            ("The Salt Road", KG + "countryOfOrigin", "Belgium", page + "one.txt", "a 2021 Belgian-French drama"),
            ("The Salt Road", KG + "countryOfOrigin", "Belgium", page + "two.txt", "a 2021 Belgian-Dutch drama"),
            ("The Salt Road", KG + "countryOfOrigin", "France", page + "one.txt", "a 2021 Belgian-French drama"),
            ("The Salt Road", KG + "countryOfOrigin", "Netherlands", page + "two.txt", "a 2021 Belgian-Dutch drama"),
            ("Vinterfærgen", LABEL, "Vinterfærgen", page + "six.txt", "Vinterfærgen"),
            ("Vinterfærgen", LABEL, "Winter Ferry", page + "five.txt", "Winter Ferry"),
        ]
    )


def test_what_is_left_out_comes_with_the_words_of_the_other(torn: Any) -> None:
    assert rows(torn, "incomplete", "title", "value", "words") == [
        ("The Salt Road", "France", "a 2021 Belgian-French drama"),
        ("The Salt Road", "Netherlands", "a 2021 Belgian-Dutch drama"),
        ("The Salt Road", "Pim Haas", "directed by Ana Ruiz and Pim Haas"),
    ]


def test_a_director_more_is_no_disagreement() -> None:
    store = store_of(claims("a", [("director", "ana")]), claims("b", [("director", "ana"), ("director", "bo")]))
    assert rows(store, "disagreements", "value") == []
    assert rows(store, "incomplete", "value", "document", "other") == [("bo", "urn:a", "urn:b")]


def test_what_was_inferred_contradicts_nobody() -> None:
    store = store_of(claims("a", [("country", "BE")]), claims("b", [("country", "FR")], certainty="inferred"))
    assert rows(store, "disagreements", "value") == []


def test_the_directors_of_a_series_are_not_compared() -> None:
    one, other = (claims(name, [("director", who)], work="film:series") for name, who in (("a", "ana"), ("b", "bo")))
    assert rows(store_of(one, other), "disagreements", "value") == []


def test_one_document_does_not_disagree_with_itself() -> None:
    assert rows(store_of(claims("a", [("director", "ana"), ("director", "bo")])), "disagreements", "value") == []


def test_other_names_in_two_documents_are_a_disagreement() -> None:
    store = store_of(claims("a", [("name", "Salt Road")]), claims("b", [("name", "Route du sel")]))
    assert rows(store, "disagreements", "property", "value") == [(LABEL, "Route du sel"), (LABEL, "Salt Road")]


def test_a_third_that_knows_both_names_settles_it() -> None:
    two = [claims("a", [("name", "Salt Road")]), claims("b", [("name", "Route du sel")])]
    assert rows(store_of(*two, claims("c", [("known", "Route du sel")])), "disagreements", "value") == []


def test_a_third_that_knows_another_name_does_not() -> None:
    two = [claims("a", [("name", "Salt Road")]), claims("b", [("name", "Route du sel")])]
    found = rows(store_of(*two, claims("c", [("known", "Saltvejen")])), "disagreements", "value", "document")
    assert [each for each in found if each[1] == "urn:a"] == [("Salt Road", "urn:a")]


_VALUES = [
    *(("country", value) for value in ("BE", "FR", "NL")),
    *(("director", value) for value in ("ana", "bo")),
    *(("name", value) for value in ("Salt Road", "Route du sel", "Saltvejen")),
    *(("known", value) for value in ("Route du sel", "Saltvejen")),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(_VALUES), max_size=4), min_size=2, max_size=4))
def test_the_query_and_the_views_find_the_same(documents: list[set[tuple[str, str]]]) -> None:
    store = store_of(*(claims(f"d{number}", sorted(said)) for number, said in enumerate(documents)))
    asked = {"countryOfOrigin": KG + "countryOfOrigin", "directed": KG + "directed", "name": LABEL}
    drawn = {
        (asked[dispute.property], value, side.source.id)
        for dispute in view_graph(store).nodes["film/salt"]["disputes"]
        for side in dispute.sides
        for value in side.values
    }
    assert set(rows(store, "disagreements", "property", "value", "document")) == drawn


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.sampled_from(_VALUES[:5]), max_size=4), min_size=2, max_size=3))
def test_each_pair_disagrees_is_incomplete_or_agrees(documents: list[set[tuple[str, str]]]) -> None:
    from kg.network import difference

    store = store_of(*(claims(f"d{number}", sorted(said)) for number, said in enumerate(documents)))
    wanted = {
        (lesser, greater)
        for kind in ("country", "director")
        for pair in combinations(range(len(documents)), 2)
        for lesser, greater in (pair, pair[::-1])
        for less, more in [[{value for name, value in documents[each] if name == kind} for each in (lesser, greater)]]
        if difference(less, more) == "incomplete" and less < more
    }
    assert set(rows(store, "incomplete", "document", "other")) == {(f"urn:d{a}", f"urn:d{b}") for a, b in wanted}


def test_the_store_of_a_build_shows_the_same_in_its_views(torn_built: Any) -> None:
    graph = view_graph(open_store(torn_built.store))
    assert {node for node, found in graph.nodes(data="disputes") if found} == {
        "film/the-salt-road", "film/quiet-harbour", "film/vinterfaergen",
    }  # fmt: skip
