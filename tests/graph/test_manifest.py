"""manifest.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kg.errors import BuildError
from kg.files import digest
from kg.graph.exports import write_exports
from kg.graph.manifest import MANIFEST, check_manifest, write_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from film_world import World


@pytest.fixture
def built(world: World, tmp_path: Path) -> Path:
    statements = write_exports(world.readings, world.resolution, tmp_path)
    (tmp_path / "claims.jsonl").write_text("{}\n", "utf-8")
    write_manifest(tmp_path, world.readings, world.resolution, statements, files=("claims.jsonl",))
    return tmp_path


def test_every_file_stands_under_its_digest(built: Path) -> None:
    files = json.loads((built / MANIFEST).read_text("utf-8"))["files"]
    assert set(files) == {"claims.jsonl", "evidence.trig", "film-graph.ttl"}
    assert all(entry["sha256"] == digest(built / name) for name, entry in files.items())


def test_counts_are_those_of_the_readings(built: Path, world: World) -> None:
    counts = json.loads((built / MANIFEST).read_text("utf-8"))["counts"]
    assert (counts["documents"], counts["items"], counts["claims"]) == (2, 2, len(world.claims))
    assert counts["predicates"]["directed"] == 2
    assert counts["certainty"] == {"inferred": 1, "stated": len(world.claims) - 1}
    assert counts["entities"]["Film"] == 1


def test_documents_are_listed_by_id_with_their_digests(built: Path, world: World) -> None:
    rows = json.loads((built / MANIFEST).read_text("utf-8"))["documents"]
    assert [row["id"] for row in rows] == sorted(document.id for document in world.documents)
    assert {row["sha256"] for row in rows} == {document.sha256 for document in world.documents}


def test_a_second_build_writes_the_same_manifest(built: Path, world: World) -> None:
    before = (built / MANIFEST).read_bytes()
    statements = write_exports(world.readings, world.resolution, built)
    write_manifest(built, reversed(world.readings), world.resolution, statements, files=("claims.jsonl",))
    assert (built / MANIFEST).read_bytes() == before


def test_what_was_built_fits(built: Path) -> None:
    assert check_manifest(built) == []


@pytest.mark.parametrize("name", ["claims.jsonl", "evidence.trig", "film-graph.ttl"])
def test_one_changed_byte_is_found(built: Path, name: str) -> None:
    data = bytearray((built / name).read_bytes())
    data[len(data) // 2] ^= 1
    (built / name).write_bytes(data)
    (fault,) = check_manifest(built)
    assert name in fault


def test_a_cut_file_is_found(built: Path) -> None:
    data = (built / "evidence.trig").read_bytes()
    (built / "evidence.trig").write_bytes(data[:-10])
    assert check_manifest(built) == [f"evidence.trig has {len(data) - 10} bytes, the manifest says {len(data)}"]


def test_a_missing_file_is_found(built: Path) -> None:
    (built / "claims.jsonl").unlink()
    assert check_manifest(built) == ["claims.jsonl is missing"]


def test_no_manifest_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="kg build"):
        check_manifest(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {"a": 1}}', '{"files": []}', "\x00"])
def test_what_is_no_manifest_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, "utf-8")
    with pytest.raises(BuildError, match="not a manifest"):
        check_manifest(tmp_path)
