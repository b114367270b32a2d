"""A disk that is full or read-only is told with its place; what was there stays whole, and the next run makes good."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from builds import document
from disks import Disk, small_disk
from server import ANYTHING, serve
from stage import BUILD, pages_in
from states import names_in, places_of, state_of, strays_in

from kg.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACES = {"out": "exports", "work": ".kg", "identity": "identity"}


def kg(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", "from kg.cli import main; main()", *command]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def whole(folder: Path) -> list[str]:
    """Give the names of all files but the one that fills the disk."""
    return [name for name in names_in(folder) if not name.endswith(".filler")]


@pytest.fixture(params=list(PLACES))
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def disk(tmp_path: Path, place: str) -> Iterator[Disk]:
    """A folder in which pages were built, one place of it on a small disk of its own; another page has come since."""
    pages_in(tmp_path)
    with small_disk(tmp_path / PLACES[place]) as found:
        build(places_of(tmp_path))
        document(tmp_path)
        yield found


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Disk]:
    pages_in(tmp_path)
    build(places_of(tmp_path))
    with small_disk(tmp_path / "disk") as found:
        yield found


def told(done: subprocess.CompletedProcess[str], what: str) -> None:
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert what in done.stderr
    assert "fault of kg" not in done.stderr


@pytest.mark.parametrize("free", [0, 1 << 16, 1 << 18])
def test_a_build_without_room_leaves_all_as_it_was(tmp_path: Path, disk: Disk, place: str, free: int) -> None:
    before = state_of(tmp_path)
    names = whole(tmp_path / "exports")
    disk.fill(free)
    done = kg(tmp_path, *BUILD)
    if done.returncode:  # what is made in this place may fit in
        told(done, PLACES[place])
        assert "space" in done.stderr or "full" in done.stderr
        assert state_of(tmp_path) == before
        assert whole(tmp_path / "exports") == names
    assert free or done.returncode
    disk.empty()
    done = kg(tmp_path, *BUILD)
    assert done.returncode == 0, done.stderr
    assert (places_of(tmp_path).out / "claims.jsonl").read_text("utf-8").count("Plain Sailing")
    assert strays_in(tmp_path) == []


def test_a_build_into_a_read_only_place_leaves_all_as_it_was(tmp_path: Path, disk: Disk, place: str) -> None:
    before = state_of(tmp_path)
    disk.writable(False)
    told(kg(tmp_path, *BUILD), "Read-only file system")
    assert state_of(tmp_path) == before
    disk.writable(True)
    assert kg(tmp_path, *BUILD).returncode == 0
    assert place
    assert strays_in(tmp_path) == []


@pytest.mark.parametrize("command", [("export", "nquads"), ("view", "countries")])
def test_a_file_without_room_stays_as_it_was(tmp_path: Path, other: Disk, command: tuple[str, str]) -> None:
    target = other.place / "file"
    target.write_bytes(b"as it was")
    other.fill()
    told(kg(tmp_path, *command, "--store", ".kg/store", "--out", str(target)), f"{target}: No space left")
    assert target.read_bytes() == b"as it was"
    assert strays_in(tmp_path) == []
    other.empty()
    assert kg(tmp_path, *command, "--store", ".kg/store", "--out", str(target)).returncode == 0


def test_a_judgement_without_room_is_not_told_as_kept(tmp_path: Path, other: Disk) -> None:
    command = ("split", "Ana Ruiz", "Mia Holt", "--identity", str(other.place), "--store", ".kg/store")
    assert kg(tmp_path, *command).returncode == 0
    before = (other.place / "decisions.jsonl").read_bytes()
    other.fill()
    done = kg(tmp_path, *command)
    told(done, "No space left")
    assert (done.stdout, (other.place / "decisions.jsonl").read_bytes()) == ("", before)


def test_a_scratch_dataset_without_room_answers_507_and_goes_on(other: Disk) -> None:
    rows = " ".join(f"<a:{row}> <a:is> '{'x' * 200}-{row}' ." for row in range(200))
    folder = str(other.place / "scratch")
    kept = 0
    with serve("--scratch", folder, seconds=30) as server:
        assert server.update("INSERT DATA { <a:a> <a:b> 1 }").status == 204
        other.fill(1 << 18)
        while (answer := server.update(f"INSERT DATA {{ GRAPH <g:{kept}> {{ {rows} }} }}")).status == 204:
            kept += 1
        assert (answer.status, answer.is_problem) == (507, True)
        assert server.put("<a:s> <a:p> 1 .", "text/turtle").status == 507
        assert server.ask(ANYTHING).status == 200
        assert server.count() == 1 + 200 * kept
        other.empty()
        assert server.update("INSERT DATA { <a:a> <a:b> 2 }").status == 204
        assert server.count() == 2 + 200 * kept
    with serve("--scratch", folder, seconds=30) as server:
        assert server.count() == 2 + 200 * kept
