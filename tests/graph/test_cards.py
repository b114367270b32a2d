"""Cards and sheets, in memory and on disk."""

from __future__ import annotations

import gc
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import turtle as writer
from kg.graph.cards import Cards, Sheets
from kg.graph.namespace import RDF, Namespaces
from kg.graph.turtle import Said, trig, turtle
from kg.litter import uncollected

NAMES = Namespaces()
PREFIXES = NAMES.prefixes
IRIS = st.sampled_from(
    [NAMES.entity("film/kika"), NAMES.entity("film/é, a b"), NAMES.entity("person/a"), "<https://example.org/x,y#z>"]
)
PREDICATES = st.sampled_from([f"<{RDF}type>", NAMES.term("directed"), NAMES.term("position"), "<urn:x%20:p>"])
VALUES = IRIS | st.sampled_from(
    ['""', '"a, b ; c ."', '"a"@fr', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"' + "long " * 12 + '"']
)
TRIPLES = st.lists(st.tuples(IRIS, PREDICATES, VALUES), max_size=60)
GRAPHS = st.sampled_from([NAMES.document("a"), NAMES.document("a/b"), NAMES.document("ab")])


@settings(deadline=None)  # the first run loads numpy
@given(TRIPLES, st.integers(1, 7), st.integers(2, 4))
def test_cards_are_what_sorting_all_statements_gives(triples: list[tuple[str, str, str]], size: int, fan: int) -> None:
    with Cards(PREFIXES, size=size, fan=fan) as cards:
        for triple in triples:
            cards.add([triple])
        text = b"".join(cards.text()).decode()
        assert text == "".join(turtle(sorted(set(triples)), PREFIXES))
        assert cards.statements == len(set(triples))


@given(st.lists(st.tuples(GRAPHS, TRIPLES), max_size=12), st.integers(1, 40), st.integers(2, 4))
def test_sheets_are_what_sorting_all_statements_gives(
    parts: list[tuple[str, list[tuple[str, str, str]]]], size: int, fan: int
) -> None:
    parts = [(graph, triples) for graph, triples in parts if triples]
    with Sheets(PREFIXES, size=size, fan=fan) as sheets:
        for graph, triples in parts:
            sheets.add(graph, ((subject, _said(predicate, value)) for subject, predicate, value in triples))
        text = b"".join(sheets.text()).decode()
        quads = {(graph, *triple) for graph, triples in parts for triple in triples}
        assert text == "".join(trig(sorted(quads), PREFIXES))
        assert sheets.statements == len(quads)


def _said(predicate: str, value: str) -> Said:
    return {predicate: value}


def test_memory_does_not_grow_with_the_number_of_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_SHOWN", 1_000)

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            with Cards(PREFIXES, size=2_000, fan=4) as cards:
                cards.add((f"<urn:{(n * 7919) % count:09d}>", "<urn:p>", f'"{n}"') for n in range(count))
                assert sum(part.count(b" .\n") for part in cards.text()) > count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(60_000) < 1.5 * peak(15_000)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(enabled: bool) -> None:
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()
