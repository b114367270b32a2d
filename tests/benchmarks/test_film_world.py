"""The made-up world: the same for the same numbers, provable like a real one, and drawn like a real one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.film_graph import graph_of
from benchmarks.film_names import company_name, person_name, title
from benchmarks.film_world import world
from kg.claim import Mention
from kg.extract.reading import Reading
from kg.graph.exports import write_exports
from kg.graph.store import load_store
from kg.network import view_graph
from kg.resolve import Ledger, resolve
from kg.resolve.name import loose
from kg.vocabulary import check

if TYPE_CHECKING:
    import networkx as nx


def test_the_same_numbers_give_the_same_world() -> None:
    assert list(world(25, 3)) == list(world(25, 3))


def test_another_seed_gives_another_world() -> None:
    assert list(world(25, 3)) != list(world(25, 4))


def test_a_smaller_world_is_the_beginning_of_a_larger_one() -> None:
    assert list(islice(world(100_000), 3)) == list(world(30))


def test_pages_at_distances_are_pages_of_the_world() -> None:
    assert list(world(100, every=4)) == list(world(100))[::4]


def test_every_span_is_in_its_text() -> None:
    assert all(page.document.holds(span) for page in world(200) for claim in page.claims for span in claim.spans)


def test_every_claim_fits_the_vocabulary() -> None:
    for page in world(200):
        for claim in page.claims:
            check(claim)


def test_every_name_of_a_claim_stands_in_its_words() -> None:
    for page in world(50):
        for claim in page.claims:
            words = {span.exact for span in claim.spans}
            assert {end.name for end in (claim.subject, claim.object) if isinstance(end, Mention)} - words in (
                set(), {claim.subject.name} if claim.predicate in ("countryOfOrigin", "coProducedWith") else set(),
            )  # fmt: skip


@pytest.mark.parametrize("name", [title, company_name, person_name])
@given(numbers=st.sets(st.integers(0, 10**7), min_size=2, max_size=2))
def test_two_numbers_have_two_names(name: Any, numbers: set[int]) -> None:
    assert len({loose(name(number)) for number in numbers}) == 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph[str]:
    """The graph that a build draws of forty films."""
    pages = list(world(40))
    readings = [Reading(page.document, "world", 1.0, "world/1", page.items, page.claims, ()) for page in pages]
    claims = [claim for page in pages for claim in page.claims]
    out = tmp_path_factory.mktemp("world")
    write_exports(readings, resolve(claims, (), Ledger()), out)
    return view_graph(load_store(out))


def test_its_graph_has_the_nodes_that_a_build_would_draw(built: nx.MultiDiGraph[str]) -> None:
    assert list(graph_of(world(40)).nodes(data=True)) == list(built.nodes(data=True))


def test_its_graph_has_the_edges_that_a_build_would_draw(built: nx.MultiDiGraph[str]) -> None:
    assert list(graph_of(world(40)).edges(keys=True, data=True)) == list(built.edges(keys=True, data=True))
