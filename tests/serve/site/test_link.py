"""Links: our IRIs lead here, those of the web there, and nothing else leads anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.namespace import DEFAULT_BASE
from kg.serve.site.link import address_of, is_elsewhere


@pytest.mark.parametrize(
    ("iri", "address"),
    [
        (DEFAULT_BASE + "film/kika", "/film/kika"),
        (DEFAULT_BASE + "ontology#directed", "/ontology#directed"),
        (DEFAULT_BASE + "document/a.txt#3", "/document/a.txt#3"),
        ("https://www.wikidata.org/entity/Q42", "https://www.wikidata.org/entity/Q42"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("urn:isan:0000", ""),
        (DEFAULT_BASE + "/evil.example", ""),
        (DEFAULT_BASE, ""),
        ("//evil.example/x", ""),
    ],
)
def test_an_iri_leads_only_where_it_may(iri: str, address: str) -> None:
    assert address_of(iri, DEFAULT_BASE) == address


@given(st.text())
def test_no_text_leads_to_a_scheme_of_its_own(text: str) -> None:
    for iri in (text, DEFAULT_BASE + text):
        address = address_of(iri, DEFAULT_BASE)
        assert not address or address.startswith(("https://", "http://")) == is_elsewhere(address)
        assert not address.startswith(("//", "/\\"))
