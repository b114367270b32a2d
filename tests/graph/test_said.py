"""What is remembered of exports between builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.graph.said import Said, mark_of, row_of

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER, THIRD = ("<a>", "<p>", '"1"'), ("<a>", "<p>", '"2"'), ("<b>", "<p>", '"1"')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "exports.sqlite"
    with Said(path) as said:
        said.put("d/1", "s1", row_of([ONE, OTHER]))
        said.put("d/2", "s2", row_of([OTHER, THIRD]))
        said.commit({"base": "b"}, ({}, {("film|x", ""): "film/x"}), ({}, {"<a>": -5}))
    return path


def test_a_statement_of_another_document_is_still_said(path: Path) -> None:
    with Said(path) as said:
        still = said.still_said([mark_of(*ONE), mark_of(*OTHER)], but={"d/1"})
    assert still == {mark_of(*OTHER)}


def test_the_subjects_of_a_document_are_remembered(path: Path) -> None:
    with Said(path) as said:
        assert dict(said.rows(["d/2"]))["d/2"].subjects == ("<a>", "<b>")


def test_names_and_things_that_changed_are_replaced_and_those_that_went_are_forgotten(path: Path) -> None:
    with Said(path) as said:
        said.commit({}, (said.meant(), {("film|y", "d/2"): "film/y"}), (said.things(), {"<c>": 7}))
    with Said(path) as said:
        assert (said.meant(), said.things(), said.made()) == ({("film|y", "d/2"): "film/y"}, {"<c>": 7}, {})


def test_what_was_not_committed_is_as_it_was(path: Path) -> None:
    with Said(path) as said:
        said.clear()
        said.put("d/3", "s3", row_of([ONE]))
    with Said(path) as said:
        assert said.stamps() == {"d/1": "s1", "d/2": "s2"}


def test_a_damaged_file_is_begun_anew(path: Path) -> None:
    path.write_bytes(b"\x00 torn")
    with Said(path) as said:
        assert (said.made(), said.stamps()) == ({}, {})


def test_a_statement_said_twice_has_one_mark() -> None:
    assert len(row_of([ONE, ONE]).marks) == 1
