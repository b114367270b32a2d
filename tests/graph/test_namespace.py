"""IRIs under one base."""

from __future__ import annotations

from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.namespace import DEFAULT_BASE, Namespaces, is_iri

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
names = Namespaces()


@pytest.mark.parametrize(
    ("identifier", "iri"),
    [
        ("seeds/a b.txt", "document/seeds/a%20b.txt"),
        ("seeds/50% #2.txt", "document/seeds/50%25%20%232.txt"),
        ("seeds/é.txt", "document/seeds/%C3%A9.txt"),
        ("seeds/a<b>?c", "document/seeds/a%3Cb%3E%3Fc"),
        ("seeds/../x", "document/seeds/%2E%2E/x"),
    ],
)
def test_a_document_id_is_percent_encoded(identifier: str, iri: str) -> None:
    assert names.document(identifier) == f"<{DEFAULT_BASE}{iri}>"


@given(IDS)
def test_an_id_can_be_read_back_from_its_iri(identifier: str) -> None:
    assert unquote(names.document(identifier)[1:-1].removeprefix(DEFAULT_BASE + "document/")) == identifier


@given(IDS)
def test_every_iri_is_one_that_oxigraph_takes(identifier: str) -> None:
    for iri in (names.document(identifier), names.item(f"{identifier}#3"), names.span(identifier, 1, 2)):
        (triple,) = ox.parse(f"{iri} <http://e/p> {iri} .".encode(), format=ox.RdfFormat.N_TRIPLES)
        assert f"<{triple.subject.value}>" == iri


@given(IDS, IDS)
def test_two_ids_never_share_an_iri(one: str, other: str) -> None:
    assume(one != other)
    assert names.document(one) != names.document(other)


def test_an_item_is_a_fragment_of_its_document() -> None:
    assert names.item("seeds/a#b.txt#3") == f"<{DEFAULT_BASE}document/seeds/a%23b.txt#3>"


def test_a_span_names_its_code_points() -> None:
    assert names.span("seeds/a.txt", 3, 9) == f"<{DEFAULT_BASE}document/seeds/a.txt#char=3,9>"


@pytest.mark.parametrize("base", ["", "film", "https://e.org", "ftp://e.org/", "https://e.org/a b/", "https://e/<x>/"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(UsageError):
        Namespaces(base)


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(UsageError):
        names.expand("foaf:name")


@pytest.mark.parametrize("text", ["https://e.org/a", "http://e.org/é?x=1#y"])
def test_a_web_address_is_an_iri(text: str) -> None:
    assert is_iri(text)


@pytest.mark.parametrize(
    "text", ["e.org", "javascript:alert(1)", "https://e.org/a b", 'https://e.org/"', "https://e.org/\u2028"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_iri(text)


def test_what_is_hashed_does_not_depend_on_the_base() -> None:
    other = Namespaces("https://example.org/f/")
    assert names.local(names.entity("film/kika")) == other.local(other.entity("film/kika")) == "<film/kika>"
