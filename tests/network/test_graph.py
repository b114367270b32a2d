"""The view graph: what is drawn of a store, and with which sentences."""

from __future__ import annotations

from typing import Any

import pytest

from kg.network import view_graph


def test_every_thing_is_a_node_under_its_short_key(small: Any) -> None:
    assert sorted(small) == [
        "company/nord", "company/solo", "company/sud", "country/BE", "country/FR", "country/LU", "country/PL",
        "edition/oslo-2024", "festival/oslo", "film/lone", "film/salt", "film/well", "person/ana",
    ]  # fmt: skip


def test_a_schema_double_is_no_edge(small: Any) -> None:
    assert [key for *_, key in small.out_edges("film/salt", keys=True)] == [
        "countryOfOrigin", "countryOfOrigin", "screenedAt",
    ]  # fmt: skip


def test_a_node_that_qualifies_a_statement_is_on_its_edge(small: Any) -> None:
    assert small.edges["film/salt", "country/BE", "countryOfOrigin"]["qualifiers"] == ((("position", "1"),),)


def test_a_symmetric_statement_stands_once_from_the_smaller_name(small: Any) -> None:
    pairs = [edge[:2] for edge in small.edges(keys=True) if edge[2] == "coProducedWith"]
    assert pairs == [("company/nord", "company/sud"), ("country/BE", "country/LU")]


def test_a_symmetric_statement_has_the_proofs_of_either_direction(small: Any) -> None:
    edge = small.edges["company/nord", "company/sud", "coProducedWith"]
    assert [proof.claim for proof in edge["evidence"]] == ["urn:c2"]


def test_what_is_only_inferred_says_so(small: Any) -> None:
    assert small.edges["company/nord", "company/sud", "coProducedWith"]["certainty"] == "inferred"


def test_spans_of_one_sentence_are_one_passage(small: Any) -> None:
    (proof,) = small.edges["person/ana", "film/salt", "directed"]["evidence"]
    assert [(passage.sentence, passage.marks) for passage in proof.passages] == [
        ("Ana shoots Salt Road", ((0, 3), (11, 20)))
    ]


def test_a_proof_names_its_document_headline_and_date(small: Any) -> None:
    (proof,) = small.edges["person/ana", "film/salt", "directed"]["evidence"]
    assert (proof.source.publisher, proof.source.title, proof.headline, proof.date) == (
        "The Paper", "One", "Ana Ruíz shoots", "2024-05-01",
    )  # fmt: skip


def test_years_are_those_of_the_items(small: Any) -> None:
    assert small.nodes["film/salt"]["years"] == (2024,)


def test_other_names_are_kept(small: Any) -> None:
    assert small.nodes["film/salt"]["aliases"] == ("Route du Sel",)


def test_an_edition_belongs_to_its_festival(small: Any) -> None:
    assert small.has_edge("edition/oslo-2024", "festival/oslo", "festival")


def test_an_empty_store_gives_an_empty_graph() -> None:
    from pyoxigraph import Store

    assert len(view_graph(Store())) == 0


@pytest.mark.parametrize("part", ["before", "exact", "after"])
def test_a_passage_falls_into_before_exact_and_after(small: Any, part: str) -> None:
    (passage,) = small.edges["person/ana", "film/salt", "directed"]["evidence"][0].passages
    assert getattr(passage, part) == {"before": "", "exact": "Ana shoots Salt Road", "after": ""}[part]
