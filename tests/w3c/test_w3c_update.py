"""What an update of the W3C's tests leaves in the dataset is what the W3C expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from comparison import same_graphs
from dataset import described, fill, held
from manifest import ENGINE, MF, UT, local, params, prologue, read_tests

if TYPE_CHECKING:
    from manifest import Test
    from serving import Served

_EVALUATED = tuple(each for each in read_tests(*ENGINE) if "UpdateEvaluationTest" in each.kinds)


@pytest.mark.parametrize("test", params(_EVALUATED))
def test_the_dataset_is_the_expected_one(endpoint: Served, test: Test) -> None:
    fill(endpoint, test.graph, test.action)
    iri = test.one(MF.action, UT.request)
    answer = endpoint.update(prologue(iri) + local(iri).read_text(encoding="utf-8"))
    assert answer.status == 204, answer.text
    expected, found = described(test.graph, test.one(MF.result)), held(endpoint)
    assert sorted(found) == sorted(expected)
    different = [name for name, graph in expected.items() if not same_graphs(found[name], graph)]
    assert different == []
