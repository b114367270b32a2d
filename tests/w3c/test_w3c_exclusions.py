"""The list of exclusions is short, and names tests that there are."""

from __future__ import annotations

import pytest
from manifest import ENGINE, ROOT, WHY_NOT, excluded, read_tests


def test_at_most_ten_are_excluded() -> None:
    assert len(excluded()) <= 10


@pytest.mark.skipif(not ROOT, reason=WHY_NOT)
@pytest.mark.parametrize("name", sorted(excluded()))
def test_an_exclusion_names_a_test(name: str) -> None:
    assert name in {each.name for each in read_tests(*ENGINE)}
