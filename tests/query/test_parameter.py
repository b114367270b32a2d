from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.labels import Named
from kg.query.catalogue import NamedQuery, Parameter, find_query
from kg.query.engine import run
from kg.query.parameter import bind, term_of

if TYPE_CHECKING:
    from collections.abc import Collection

PERSON = Parameter("person", "Person", "somebody")
KNOWN = [
    ("https://w3id.org/filmkg/person/noee-abita", "Noée Abita"),
    ("https://w3id.org/filmkg/person/jean-un", "Jean Un"),
    ("https://w3id.org/filmkg/person/jean-un-2", "Jean Un"),
]


def known(_: str) -> list[tuple[str, str]]:
    return KNOWN


def test_a_label_becomes_the_iri_that_it_names() -> None:
    assert term_of(PERSON, "noee abita", known) == "<https://w3id.org/filmkg/person/noee-abita>"


def test_an_iri_stays_an_iri() -> None:
    assert term_of(PERSON, "https://example.org/x", known) == "<https://example.org/x>"


def test_a_name_as_tables_show_it_is_its_iri() -> None:
    assert term_of(PERSON, "person:jean-un-2", known) == "<https://w3id.org/filmkg/person/jean-un-2>"


class Index:
    """Names as an index has them: `Noée Abita` of one person, `Jean Un` of two."""

    def named(self, value: str, kind: str) -> list[str]:
        assert kind == "Person"
        return sorted(iri for iri, label in KNOWN if label == value)

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> list[Named]:
        assert (text, kinds, limit) == ("Noee Abitta", ("Person",), 3)
        return [Named(KNOWN[0][0], KNOWN[0][1], "Person", 1, "")]


def test_an_index_of_names_finds_what_a_label_names() -> None:
    assert term_of(PERSON, "Noée Abita", Index()) == "<https://w3id.org/filmkg/person/noee-abita>"


def test_a_label_of_two_people_in_an_index_is_refused_with_both() -> None:
    with pytest.raises(QueryError, match="person/jean-un-2"):
        term_of(PERSON, "Jean Un", Index())


def test_a_label_that_is_in_no_index_is_refused_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="near: Noée Abita"):
        term_of(PERSON, "Noee Abitta", Index())


@pytest.mark.parametrize(
    ("kind", "value"), [("gYearMonth", "2024-13"), ("date", "2024-09-32"), ("integer", "٣"), ("boolean", "yes")]
)
def test_what_is_no_value_of_the_type_is_refused(kind: str, value: str) -> None:
    with pytest.raises(QueryError, match=kind):
        term_of(Parameter("n", kind, "any"), value, known)


def test_true_may_have_a_capital() -> None:
    assert term_of(Parameter("n", "boolean", "any"), "True", known).startswith('"true"^^')


def test_a_label_of_two_people_is_refused_with_both() -> None:
    with pytest.raises(QueryError, match="person/jean-un-2"):
        term_of(PERSON, "Jean Un", known)


def test_an_unknown_label_is_refused_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="Noée Abita"):
        term_of(PERSON, "Noee Abitta", known)


def test_a_number_must_be_one() -> None:
    with pytest.raises(QueryError, match="integer"):
        term_of(Parameter("n", "integer", "how many"), "3 }", known)


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(QueryError, match="no parameter"):
        bind(find_query("directors-of"), {"film": "x"}, known)


HOSTILE = st.lists(
    st.sampled_from(["\\", "u", "U", "0022", "00000022", "005C", "D800", '"', "'", "}", "{", ">", "#", "\n", "\r"])
    | st.sampled_from(["VALUES ?b { 1 }", " SERVICE <http://localhost:9/> { } ", "\x07", "é", "\u202e"])
).map("".join)  # fmt: skip
QUERY = NamedQuery(
    "q",
    "",
    None,
    (Parameter("a", "string", "any"), Parameter("b", "string", "any")),
    False,
    "SELECT ?a ?b { VALUES ?a { '}' } # VALUES ?b { 0 }\n VALUES ?b { 1 } }",
    "q",
)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def empty(request: pytest.FixtureRequest) -> object:
    from pyoxigraph import Store
    from rdflib import Dataset

    return Store() if request.param == "oxigraph" else Dataset()


@given(HOSTILE | st.text(st.characters(exclude_categories=["Cs"])), HOSTILE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_text_comes_back_as_data(empty: object, one: str, other: str) -> None:
    answer = run(bind(QUERY, {"a": one, "b": other}, known), empty)
    assert [[node.value for node in row] for row in answer.rows] == [[one, other]]


def test_a_row_in_a_comment_is_no_row() -> None:
    query = NamedQuery("q", "", None, QUERY.parameters[1:], False, "SELECT * { } # VALUES ?b { 0 }", "q.rq")
    with pytest.raises(QueryError, match="no VALUES row"):
        bind(query, {"b": "x"}, known)


@pytest.mark.parametrize("value", ["https://a/> } DROP ALL #", 'https://a/" }', "https://a/ b", "https://a/{x}"])
def test_what_could_end_an_iri_is_no_iri(value: str) -> None:
    with pytest.raises(QueryError):
        term_of(PERSON, value, known)
