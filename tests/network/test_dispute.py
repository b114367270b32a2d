"""Where documents disagree: the definition, and what the view graph keeps of it."""

from __future__ import annotations

from typing import Any

import pytest

from kg.graph.store import open_store
from kg.network import difference, view_graph


@pytest.fixture(scope="module")
def torn(torn_built: Any) -> Any:
    return view_graph(open_store(torn_built.store))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("a", "b", "disagreement"), ("ab", "bc", "disagreement"), ("ab", "a", "incomplete"), ("a", "ab", "incomplete"),
        ("ab", "ab", ""), ("", "a", ""), ("a", "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_two_documents_disagree_where_neither_says_all_that_the_other_does(one: str, other: str, wanted: str) -> None:
    assert difference(set(one), set(other)) == wanted


def test_each_side_is_a_document_with_all_that_it_says(torn: Any) -> None:
    (dispute,) = torn.nodes["film/the-salt-road"]["disputes"]
    assert (dispute.property, [(side.source.id, side.values) for side in dispute.sides]) == (
        "countryOfOrigin",
        [("pages/one.txt", ("Belgium", "France")), ("pages/two.txt", ("Belgium", "Netherlands"))],
    )


def test_a_side_has_the_sentences_that_say_so(torn: Any) -> None:
    (dispute,) = torn.nodes["film/quiet-harbour"]["disputes"]
    assert [[passage.exact for proof in side.evidence for passage in proof.passages] for side in dispute.sides] == [
        ["Quiet Harbour is a 2020 French comedy film directed by Otto Brandt"],
        ["Quiet Harbour is a 2020 French comedy film directed by Lena Moor"],
    ]


def test_a_document_that_leaves_something_out_is_no_side(torn: Any) -> None:
    (dispute,) = torn.nodes["film/the-salt-road"]["disputes"]
    assert "pages/three.txt" not in {side.source.id for side in dispute.sides}


def test_two_titles_are_sides_with_one_sentence_each(torn: Any) -> None:
    (dispute,) = torn.nodes["film/vinterfaergen"]["disputes"]
    assert (dispute.property, [(side.values, len(side.evidence)) for side in dispute.sides]) == (
        "name", [(("Winter Ferry",), 1), (("Vinterfærgen",), 1)],
    )  # fmt: skip


def test_what_one_document_alone_says_is_undisputed(torn: Any) -> None:
    assert torn.nodes["film/plain-sailing"]["disputes"] == ()
