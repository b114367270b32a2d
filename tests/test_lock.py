"""Locks bind other processes and other threads, and go with who held them."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from kg.lock import free, locked, working_on

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("fcntl")


def never(path: Path) -> None:
    pytest.fail(f"{path} is taken")


def test_a_lock_is_held_against_others(tmp_path: Path) -> None:
    with locked(tmp_path / "a") as ours, locked(tmp_path / "a", wait=False) as theirs:
        assert (ours, theirs) == (True, False)


def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    program = "import os, sys, pathlib; from kg.lock import locked\nwith locked(pathlib.Path(sys.argv[1])): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "a")], check=False).returncode == 9
    with locked(tmp_path / "a", wait=False) as ours:
        assert ours


def test_who_waited_for_a_file_holds_the_one_that_took_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a"
    held = threading.Event()
    found: list[str] = []

    def wait() -> None:
        held.wait()
        with locked(path):
            found.append(path.read_text("utf-8"))

    thread = threading.Thread(target=wait)
    with locked(path):
        thread.start()
        held.set()
        (tmp_path / "b").write_text("new", "utf-8")
        (tmp_path / "b").replace(path)
    thread.join()
    assert found == ["new"]


def test_a_folder_is_free_until_somebody_works_on_it(tmp_path: Path) -> None:
    with free(tmp_path) as before:
        assert before
    with working_on((tmp_path,), never), free(tmp_path) as during:
        assert not during


def test_one_place_under_two_names_does_not_wait_for_itself(tmp_path: Path) -> None:
    (tmp_path / "b").symlink_to(tmp_path)
    with working_on((tmp_path, tmp_path / "b", tmp_path), never):
        pass


def test_who_finds_a_place_taken_may_leave(tmp_path: Path) -> None:
    def leave(path: Path) -> None:
        raise RuntimeError(str(path))

    with working_on((tmp_path,), never), pytest.raises(RuntimeError), working_on((tmp_path,), leave):
        pass


def test_who_leaves_lets_go_of_what_it_held_already(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()

    def leave(path: Path) -> None:
        raise RuntimeError(str(path))

    for taken, left in (folders, folders[::-1]):
        with working_on((taken,), never):
            with pytest.raises(RuntimeError), working_on(folders, leave):
                pass
            with free(left) as ours:
                assert ours
