"""The endpoint takes the texts that the W3C calls SPARQL, and says of the others that they are not (400)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from manifest import ENGINE, local, params, read_tests

if TYPE_CHECKING:
    from manifest import Test
    from serving import Response, Served


def _of(*kinds: str) -> tuple[Test, ...]:
    return tuple(each for each in read_tests(*ENGINE) if each.kinds & set(kinds))


def _sent(endpoint: Served, test: Test) -> Response:
    path = local(test.action)
    text = path.read_text(encoding="utf-8")
    return endpoint.update(text) if path.suffix == ".ru" else endpoint.post(text)


@pytest.mark.parametrize("test", params(_of("PositiveSyntaxTest11", "PositiveUpdateSyntaxTest11")))
def test_it_is_taken(endpoint: Served, test: Test) -> None:
    answer = _sent(endpoint, test)
    # 403: what it asks for is not done here; 422: it cannot be carried out on a dataset that holds nothing.
    assert answer.status in (200, 204, 403, 422), answer.text


@pytest.mark.parametrize("test", params(_of("NegativeSyntaxTest11", "NegativeUpdateSyntaxTest11")))
def test_it_is_called_wrong(endpoint: Served, test: Test) -> None:
    answer = _sent(endpoint, test)
    assert answer.status == 400, answer.text
