"""A build does its work once, in any order, and never leaves half of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kg.build import DATA_FILES, Places, build, unchanged
from kg.errors import BuildError

ROOT = Path(__file__).parent.parent


def places_in(folder: Path, *sources: Path) -> Places:
    return Places(sources, folder / "exports", folder / ".kg" / "store", folder / "identity")


@pytest.fixture
def small(tmp_path: Path) -> Places:
    (tmp_path / "pages").mkdir()
    for name in ("listing-country", "roundup"):
        shutil.copy(ROOT / "tests" / "golden" / name / "page.txt", tmp_path / "pages" / f"{name}.txt")
    return places_in(tmp_path, tmp_path / "pages")


def data(places: Places) -> dict[str, bytes]:
    return {name: (places.out / name).read_bytes() for name in (*DATA_FILES, "manifest.json")}


def test_a_rebuild_of_the_seeds_gives_the_committed_bytes(seeds_built: Places) -> None:
    committed = {name: (ROOT / "exports" / name).read_bytes() for name in (*DATA_FILES, "manifest.json")}
    assert data(seeds_built) == committed


def test_a_rebuild_issues_no_iri_twice(seeds_built: Places) -> None:
    assert seeds_built.ledger.read_bytes() == (ROOT / "identity" / "iris.jsonl").read_bytes()


def test_a_second_build_over_the_same_input_does_nothing(small: Places) -> None:
    build(small)
    assert not build(small).fresh


@pytest.mark.parametrize("name", ["film-graph.ttl", "index.html", "claims.jsonl"])
def test_an_export_that_was_changed_is_built_again(small: Places, name: str) -> None:
    build(small)
    before = (small.out / name).read_bytes()
    (small.out / name).write_bytes(b"tampered")
    build(small)
    assert (small.out / name).read_bytes() == before


def test_a_new_document_is_picked_up(small: Places) -> None:
    build(small)
    shutil.copy(ROOT / "tests" / "golden" / "article-fund" / "page.txt", small.sources[0] / "new.txt")
    assert build(small).counts["documents"] == 3


def test_a_missing_store_is_filled_again(small: Places) -> None:
    build(small)
    shutil.rmtree(small.store)
    assert unchanged(small) is None


def test_two_folders_give_the_same_in_either_order(tmp_path: Path) -> None:
    golden = ROOT / "tests" / "golden"
    one, other = golden / "roundup", golden / "listing-country"
    made = []
    for number, sources in enumerate([(one, other), (other, one)]):
        for source in sources:
            target = tmp_path / str(number) / source.name
            target.mkdir(parents=True)
            shutil.copy(source / "page.txt", target)
        places = places_in(tmp_path / str(number), *(tmp_path / str(number) / source.name for source in sources))
        build(places)
        made.append(data(places))
    assert made[0] == made[1]


def test_a_second_build_at_once_says_so_and_leaves(small: Places) -> None:
    fcntl = pytest.importorskip("fcntl")
    small.work.mkdir(parents=True)
    with (small.work / "lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(BuildError, match="another build is at work"):
            build(small)


def test_a_failure_midway_leaves_earlier_files_whole(small: Places, monkeypatch: Any) -> None:
    build(small)
    before = data(small)
    shutil.copy(ROOT / "tests" / "golden" / "article-fund" / "page.txt", small.sources[0] / "new.txt")

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.files.os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        build(small)
    assert data(small) == before


def test_a_build_killed_midway_is_made_good_by_the_next(small: Places) -> None:
    import os
    import signal
    import subprocess
    import sys

    command = [
        Path(sys.executable).with_name("kg"), "build", small.sources[0], "--out", small.out, "--store", small.store,
        "--identity", small.identity,
    ]  # fmt: skip
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while running.poll() is None and not (small.out / "claims.jsonl").exists():
        pass
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    build(small)
    strays = [path.name for path in small.out.iterdir() if path.name.startswith(".")]
    assert (strays, unchanged(small) is not None) == ([], True)
