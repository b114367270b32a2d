"""Blocks of an export are found by name, and the file is written anew with some changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.blocks import claim_blocks, graph_blocks, opened, subject_blocks, write_edited
from kg.graph.exports import EVIDENCE, FILM_GRAPH
from kg.graph.namespace import Namespaces
from kg.graph.runs import Runs
from kg.graph.turtle import described_trig, described_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from film_world import World

PREFIXES = Namespaces().prefixes
NAMES = st.sampled_from(["film/a", "film/a-2", "film/ab", "person/x", "company/y%C3%A9", "document/p/1.txt", "film/é"])
IRIS = NAMES.map("<https://w3id.org/filmkg/{}>".format)
VALUES = st.text(max_size=200).map(lambda text: Namespaces().entity(text or "x")) | st.sampled_from(['"x"', '"a } b"'])


def turtle_of(said: list[tuple[str, str, str]]) -> bytes:
    with Runs() as runs:
        runs.add("", said)
        return "".join(described_turtle(runs.described(), PREFIXES)).encode()


def trig_of(said: list[tuple[str, str, str, str]]) -> bytes:
    with Runs() as runs:
        for graph, *triple in said:
            runs.add(graph, [tuple(triple)])  # type: ignore[list-item]
        return "".join(described_trig(runs.described(), PREFIXES)).encode()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(IRIS, IRIS, VALUES), max_size=30), IRIS)
def test_what_is_said_of_a_subject_is_cut_out_of_a_file_as_if_it_stood_alone(
    said: list[tuple[str, str, str]], subject: str
) -> None:
    start, end = subject_blocks(data := turtle_of(said), PREFIXES).place(subject)
    alone = turtle_of([each for each in said if each[0] == subject])
    assert turtle_of([]) + data[start:end] == alone


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(IRIS, IRIS, VALUES), max_size=30), IRIS)
def test_a_subject_that_is_not_there_has_its_place_in_order(said: list[tuple[str, str, str]], subject: str) -> None:
    others = [each for each in said if each[0] != subject]
    start, end = subject_blocks(data := turtle_of(others), PREFIXES).place(subject)
    new = turtle_of([(subject, subject, '"x"')]).removeprefix(turtle_of([]))
    assert data[:start] + new + data[end:] == turtle_of([*others, (subject, subject, '"x"')])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(IRIS, IRIS, IRIS, VALUES), max_size=30), IRIS)
def test_a_graph_is_cut_out_of_a_file_as_if_it_stood_alone(said: list[tuple[str, str, str, str]], graph: str) -> None:
    start, end = graph_blocks(data := trig_of(said), PREFIXES).place(graph)
    alone = trig_of([each for each in said if each[0] == graph])
    assert trig_of([]) + data[start:end] == alone


def test_the_claims_of_a_document_stand_together(world: World) -> None:
    claims = sorted((claim for reading in world.readings for claim in reading.claims), key=lambda claim: claim.order)
    data = "".join(claim.to_json() + "\n" for claim in claims).encode()
    document = world.readings[1].document.id
    start, end = claim_blocks(data).place(document)
    own = [claim.to_json() for claim in claims if claim.document == document]
    assert data[start:end].decode().splitlines() == own


def test_a_file_without_claims_has_a_place_for_the_first() -> None:
    assert claim_blocks(b"").place("a/1") == (0, 0)


@pytest.mark.parametrize("name", [FILM_GRAPH, EVIDENCE])
def test_a_file_written_without_changes_is_the_same(exports: Path, name: str) -> None:
    before = (exports / name).read_bytes()
    with opened(exports / name) as data:
        write_edited(exports / name, data, [])
    assert (exports / name).read_bytes() == before


def test_changes_stand_where_they_should(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one two three")
    with opened(path) as data:
        write_edited(path, data, [(0, 0, b"zero "), (4, 8, b""), (13, 13, b" four")])
    assert path.read_bytes() == b"zero one three four"


def test_an_empty_file_is_opened_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with opened(tmp_path / "file") as data:
        assert len(data) == 0
