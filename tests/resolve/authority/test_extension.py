"""Suggestions, proposals and data extension against the specification."""

from __future__ import annotations

from typing import Any

import pytest

from kg.resolve.authority.extension import (
    extension_faults,
    extension_query_faults,
    flyout_faults,
    proposal_faults,
    suggestion_faults,
)

CELLS = [{}, {"str": "a"}, {"int": 1}, {"float": 1.5}, {"date": "1998-05-01T00:00:00Z"}, {"id": "a", "name": "A"}]


@pytest.mark.parametrize("cell", CELLS)
def test_a_value_may_be_of_each_kind(cell: Any) -> None:
    assert extension_faults({"meta": [{"id": "p", "name": "P"}], "rows": {"x": {"p": [cell]}}}) == ()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ([], "the whole: an object"), ({"rows": {}}, "meta: is missing"), ({"meta": [], "rows": []}, "rows: an object"),
        ({"meta": [{"id": "p"}], "rows": {}}, "meta[0].name: is missing"),
        ({"meta": [{"id": "p", "name": "P", "type": {}}], "rows": {}}, "meta[0].type.id: is missing"),
        ({"meta": [], "rows": {"x": 1}}, "rows.x: an object"),
        ({"meta": [], "rows": {"x": {"p": 1}}}, "rows.x.p: an array"),
        ({"meta": [], "rows": {"x": {"p": ["a"]}}}, "rows.x.p[0]: an object"),
        ({"meta": [], "rows": {"x": {"p": [{"str": 1}]}}}, "rows.x.p[0].str: a string"),
        ({"meta": [], "rows": {"x": {"p": [{"str": "a", "int": 1}]}}}, "rows.x.p[0]: one of"),
        ({"meta": [], "rows": {"x": {"p": [{"date": "1998"}]}}}, "rows.x.p[0].date: a date with a time"),
        ({"meta": [], "rows": {"x": {"p": [{"id": "a"}]}}}, "rows.x.p[0].name: is missing"),
    ],
)  # fmt: skip
def test_the_first_fault_of_data_names_its_place(answer: Any, said: str) -> None:
    assert extension_faults(answer)[0].startswith(said)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"ids": ["a"], "properties": [{"id": "p", "settings": {}}]}, ""), ({"ids": ["a"]}, "properties: is missing"),
        ({"ids": [""], "properties": []}, "ids[0]: a string that is not empty"),
        ({"ids": [], "properties": [{}]}, "properties[0].id: is missing"),
        ({"ids": [], "properties": [{"id": "p", "settings": 1}]}, "properties[0].settings: an object"),
    ],
)  # fmt: skip
def test_the_first_fault_of_a_query_names_its_place(query: Any, said: str) -> None:
    assert "".join(extension_query_faults(query)[:1]).startswith(said)
    assert bool(extension_query_faults(query)) == bool(said)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"result": [{"id": "a", "name": "A", "notable": ["x", {"id": "y"}]}]}, ""), ({}, "result: is missing"),
        ({"result": [{"name": "A"}]}, "result[0].id: is missing"),
        ({"result": [{"id": "a"}]}, "result[0].name: is missing"),
        ({"result": [{"id": "a", "name": "A", "notable": [{}]}]}, "result[0].notable[0].id: is missing"),
    ],
)  # fmt: skip
def test_the_first_fault_of_suggestions_names_its_place(answer: Any, said: str) -> None:
    assert "".join(suggestion_faults(answer)[:1]).startswith(said)
    assert bool(suggestion_faults(answer)) == bool(said)


def test_a_flyout_has_id_and_html() -> None:
    assert flyout_faults({"id": "a", "html": ""}) == ()
    assert flyout_faults({"id": "a"}) == ("html: is missing",)


def test_a_proposal_has_type_and_properties() -> None:
    assert proposal_faults({"type": "Film", "properties": [{"id": "a", "name": "A"}]}) == ()
    assert proposal_faults({"type": "Film"}) == ("properties: is missing",)
