"""Killed between two renames, a build leaves exports of two builds: `kg verify` tells, and the next build mends."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from builds import document
from kills import KG, Moment, run
from stage import BUILD, pages_in
from states import places_of, state_of

from kg.build import build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages_in(tmp_path / "clean")
    build(places_of(tmp_path / "clean"))
    document(tmp_path / "clean")
    clean = run(tmp_path / "clean", BUILD)
    assert clean.code == 0, clean.messages
    pages_in(tmp_path / "mixed")
    build(places_of(tmp_path / "mixed"))
    document(tmp_path / "mixed")
    at = clean.acts.index("os.rename film-graph.ttl")
    killed = run(tmp_path / "mixed", BUILD, Moment((at + 0.5) / len(clean.acts), timed=False), clean)
    assert (killed.killed, killed.acts[-1]) == (True, "os.rename film-graph.ttl")
    return tmp_path


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KG, "verify", "pages", "--out", "exports", "--identity", "identity"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def test_exports_of_two_builds_are_told(folder: Path) -> None:
    done = verify(folder / "mixed")
    assert (done.returncode, "evidence.trig has" in done.stdout) == (1, True), done.stdout
    assert "film-graph.ttl" not in done.stdout


def test_the_next_build_makes_one_set_of_them(folder: Path) -> None:
    assert build(places_of(folder / "mixed")).fresh
    assert state_of(folder / "mixed") == state_of(folder / "clean")
    assert verify(folder / "mixed").returncode == 0
