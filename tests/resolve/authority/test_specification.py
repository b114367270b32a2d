"""Manifests, query batches and result batches against the specification, one example file a test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.authority.specification import manifest_faults, parse_json, query_faults, result_faults, trouble

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parent / "examples"
CHECKS: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "manifest": manifest_faults,
    "reconciliation-query-batch": query_faults,
    "reconciliation-result-batch": result_faults,
}
# What the message of each invalid example begins with: the path, and what was wanted.
SAID = {
    "manifest/no-versions": "versions: is missing",
    "manifest/old-version-only": "versions: 0.2 is not among them",
    "manifest/no-name": "name: is missing",
    "manifest/array": "the whole: an object was wanted",
    "manifest/space-is-no-uri": "identifierSpace: a URI was wanted",
    "manifest/view-without-id": "view.url: {{id}} was wanted in it",
    "manifest/view-as-text": "view: an object was wanted",
    "manifest/types-as-strings": "defaultTypes[0]: an object was wanted",
    "manifest/same-type-twice": "defaultTypes: the same type stands twice",
    "manifest/batch-of-none": "batchSize: a positive integer was wanted",
    "manifest/preview-without-height": "preview.height: is missing",
    "manifest/setting-of-unknown-type": "extend.property_settings[0].type: one of number, text, checkbox, select",
    "manifest/select-without-choices": "extend.property_settings[0].choices: is missing",
    "manifest/flyout-without-id": "suggest.entity.flyout_service_path: ${id} was wanted in it",
    "manifest/unknown-authentication": "authentication.type: one of",
    "manifest/documentation-is-no-uri": "documentation: a URI was wanted",
    "reconciliation-query-batch/array": "the whole: an object was wanted",
    "reconciliation-query-batch/neither-query-nor-properties": "q0: query or properties was wanted",
    "reconciliation-query-batch/empty-properties": "q0: query or properties was wanted",
    "reconciliation-query-batch/empty-query": "q0.query: a string that is not empty was wanted",
    "reconciliation-query-batch/limit-zero": "q0.limit: a positive integer was wanted",
    "reconciliation-query-batch/limit-as-text": "q0.limit: a positive integer was wanted",
    "reconciliation-query-batch/unknown-field": "q0.year: no field of a query",
    "reconciliation-query-batch/property-without-value": "q0.properties[0].v: is missing",
    "reconciliation-query-batch/property-value-null": "q0.properties[0].v: a string, a number",
    "reconciliation-query-batch/entity-without-id": "q0.properties[0].v.id: is missing",
    "reconciliation-query-batch/strictness-unknown": "q0.type_strict: one of any, should, all was wanted",
    "reconciliation-query-batch/type-as-number": "q0.type: a string or an array of strings was wanted",
    "reconciliation-result-batch/array": "the whole: an object was wanted",
    "reconciliation-result-batch/no-result": "q0.result: is missing",
    "reconciliation-result-batch/result-as-object": "q0.result: an array was wanted",
    "reconciliation-result-batch/no-id": "q0.result[0].id: is missing",
    "reconciliation-result-batch/id-as-number": "q0.result[0].id: a string that is not empty was wanted",
    "reconciliation-result-batch/empty-id": "q0.result[0].id: a string that is not empty was wanted",
    "reconciliation-result-batch/no-name": "q0.result[0].name: is missing",
    "reconciliation-result-batch/no-score": "q0.result[0].score: is missing",
    "reconciliation-result-batch/score-as-text": "q0.result[0].score: a number was wanted",
    "reconciliation-result-batch/match-as-text": "q0.result[0].match: true or false was wanted",
    "reconciliation-result-batch/type-as-one-string": "q0.result[0].type: an array was wanted",
    "reconciliation-result-batch/type-without-id": "q0.result[0].type[0].id: is missing",
    "reconciliation-result-batch/description-null": "q0.result[0].description: a string was wanted",
    "reconciliation-result-batch/feature-without-value": "q0.result[0].features[0].value: is missing",
    "reconciliation-result-batch/feature-twice": "q0.result[0].features[1].id: stands twice",
    "reconciliation-result-batch/half-a-character": "q0.result[0].name: a string that is not empty was wanted",
    "reconciliation-result-batch/score-beyond-numbers": "q0.result[0].score: a number was wanted",
}


def faults(path: Path) -> tuple[str, ...]:
    return CHECKS[path.parent.parent.name](parse_json(path.read_text(encoding="utf-8")))


def name(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/valid/*.json")), ids=name)
def test_a_valid_example_has_no_fault(path: Path) -> None:
    assert faults(path) == ()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/invalid/*.json")), ids=name)
def test_the_first_fault_of_an_invalid_example_names_its_place(path: Path) -> None:
    assert faults(path)[0].startswith(SAID[name(path)])


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", '{"a": NaN}', "Infinity", "[" * 200_000, "1" * 10_000, "{} {}"])
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)


def test_a_key_with_controls_is_shown_escaped() -> None:
    assert result_faults({"q\x1b[31m": 1}) == ('["q\\x1b[31m"]: an object was wanted',)


def test_an_answer_of_a_million_faults_is_told_in_few_words() -> None:
    found = result_faults({str(number): 0 for number in range(100_000)})
    assert len(found) == 20
    assert len(trouble(found)) < 200


def test_types_nested_without_end_are_a_fault() -> None:
    kind: dict[str, Any] = {"id": "a", "name": "A"}
    for _ in range(100):
        kind = {"id": "a", "name": "A", "broader": [kind]}
    manifest = {
        "versions": ["0.2"],
        "name": "x",
        "identifierSpace": "x:y",
        "schemaSpace": "x:y",
        "defaultTypes": [kind],
    }
    assert any("nested too deep" in fault for fault in manifest_faults(manifest))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["q0", "result", "id", "name", "score", "type", "query", "properties", "v", "view", "versions"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(sorted(CHECKS)))
def test_no_value_breaks_a_check(value: Any, kind: str) -> None:
    assert all(isinstance(fault, str) for fault in CHECKS[kind](value))
