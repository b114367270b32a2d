from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kg.query.blank import relabelled
from kg.query.order import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.term import Triple

TERMS = st.sampled_from(["<urn:a>", "<urn:b>", "<urn:c>", "_:x", "_:y", "_:z"])
TRIPLES = st.lists(st.tuples(TERMS, st.sampled_from(["<urn:p>", "<urn:q>"]), TERMS | st.sampled_from(['"a b"', '"é"'])))


@given(TRIPLES, st.integers(1, 4))
def test_runs_on_disk_give_what_sorting_in_memory_gives(triples: list[Triple], batch: int) -> None:
    assert tuple(in_order(triples, batch)) == relabelled(triples)


def test_memory_does_not_grow_with_the_number_of_triples() -> None:
    def many(count: int) -> Iterator[Triple]:
        for number in range(count):
            yield f"<urn:{(number * 7919) % count:09d}>", "<urn:p>", f'"{number}"'

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            assert sum(1 for _ in in_order(many(count), 5_000)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few = peak(10_000)
    assert peak(100_000) < 2 * few
