"""Part files are whole or not at all, named by their content, and count only once they are on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.engine.part import LinePart, Part, publish_parts, read_parts
from kg.errors import SourceError
from kg.files import digest

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, *lines: str) -> Part:
    with LinePart(folder, "graph", ".nq") as part:
        part.add(lines)
        done = part.finish()
    assert done
    return done


def test_a_part_is_named_by_its_content(tmp_path: Path) -> None:
    part = written(tmp_path, "one\n", "two\n")
    assert part.rows == 2
    assert part.name == digest(tmp_path / "graph" / part.name)[:32] + ".nq"


def test_the_same_part_written_again_is_one_file(tmp_path: Path) -> None:
    assert written(tmp_path, "one\n") == written(tmp_path, "one\n")
    assert len(list((tmp_path / "graph").iterdir())) == 1


def test_a_part_that_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with LinePart(tmp_path, "graph", ".nq") as part:
        part.add(["one\n"])
    assert list((tmp_path / "graph").iterdir()) == []


def test_a_part_without_lines_is_none(tmp_path: Path) -> None:
    with LinePart(tmp_path, "graph", ".nq") as part:
        assert part.finish() is None
    assert list((tmp_path / "graph").iterdir()) == []


def test_what_is_not_on_the_list_is_removed_when_it_is_published(tmp_path: Path) -> None:
    old, new = written(tmp_path, "old\n"), written(tmp_path, "new\n")
    (tmp_path / "graph" / ".0123.kg-task").write_bytes(b"half")
    publish_parts(tmp_path, [new])
    assert [each.name for each in (tmp_path / "graph").iterdir()] == [new.name]
    assert read_parts(tmp_path) == [new]
    assert old != new


def test_files_that_are_not_ours_stay_beside_the_parts(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "notes.txt").write_text("mine", encoding="utf-8")
    publish_parts(tmp_path, [])
    assert (tmp_path / "graph" / "notes.txt").exists()


def test_a_folder_without_a_list_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no list of parts"):
        read_parts(tmp_path)
