"""Terms as text."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import Graph

from kg.errors import BuildError
from kg.graph import term as terms
from kg.graph.namespace import XSD

HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(HOSTILE)
@example('a "quoted" \\ title\r\n\twith 🎬 \u202eesrever\u2028 \x00\x1b\x7f\x85\ufeff\uffff')
def test_any_text_comes_back_from_its_literal(text: str) -> None:
    assert terms.split_literal(terms.string(text)) == (text, None, None)


@given(HOSTILE)
def test_a_literal_is_one_line_without_controls(text: str) -> None:
    assert len(terms.string(text).splitlines()) == 1
    assert not any(ord(char) < 32 for char in terms.string(text))


@given(HOSTILE)
@example("\r")
@example("\x85\u2028\x00")
def test_oxigraph_and_rdflib_read_the_same_text(text: str) -> None:
    line = f"<http://e/s> <http://e/p> {terms.string(text)} .\n"
    (triple,) = ox.parse(line.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    graph = Graph(bind_namespaces="none").parse(data=line, format="turtle")
    assert triple.object.value == text
    assert [str(value) for value in graph.objects()] == [text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2024", "gYear"), ("2024-09", "gYearMonth"), ("2024-09-17", "date"), ("2024-02-29", "date")],
)
def test_a_date_is_as_exact_as_it_is_known(text: str, kind: str) -> None:
    assert terms.date(text) == f'"{text}"^^<{XSD}{kind}>'


@pytest.mark.parametrize(
    "text", ["2024-02-31", "2023-02-29", "2022-W29", "0000", "20240917", "٢٠٢٤", "soon", "2024-13"]
)
def test_what_is_no_date_stays_a_text(text: str) -> None:
    assert terms.date(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("number", "text"),
    [(30, "30"), (30.0, "30"), (12.50, "12.5"), (1e-7, "0.0000001"), (-0.0, "0"), (1e21, "1" + "0" * 21)],
)
def test_a_decimal_is_minimal(number: float, text: str) -> None:
    assert terms.decimal(number) == f'"{text}"^^<{XSD}decimal>'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), "thirty"])
def test_no_number_is_no_decimal(number: float | str) -> None:
    with pytest.raises(BuildError):
        terms.decimal(number)


def test_language_tags_are_lower_case() -> None:
    assert terms.literal("x", language="fr-BE") == '"x"@fr-be'


def test_the_datatype_of_strings_is_left_out() -> None:
    assert terms.literal("x", XSD + "string") == '"x"'


@pytest.mark.parametrize(
    "term",
    [
        terms.date("2024-09-17"),
        terms.date("2024-09"),
        terms.year(2024),
        terms.integer(-7),
        terms.decimal(12.5),
        terms.decimal(30),
        terms.boolean(True),
        terms.literal("x", language="fr-BE"),
    ],
)
def test_every_kind_of_literal_survives_a_store_and_rdflib(term: str) -> None:
    text, datatype, language = terms.split_literal(term)
    line = f"<http://e/s> <http://e/p> {term} .\n"
    store = ox.Store()
    store.load(line.encode(), format=ox.RdfFormat.N_TRIPLES)
    (quad,) = store
    (value,) = Graph(bind_namespaces="none").parse(data=line, format="nt").objects()
    assert (quad.object.value, quad.object.language) == (text, language)
    assert (str(value), value.language) == (text, language)
    assert datatype is None or quad.object.datatype.value == str(value.datatype) == datatype
