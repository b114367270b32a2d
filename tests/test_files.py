"""Files appear whole or not at all, those of a set together, and what killed writers left is cleared away."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from kg.files import changing, exchange, publishing, sweep, unbroken, write_bytes, write_lines, writing
from kg.lock import locked


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def part(folder: Path) -> Path:
    """Give what a writer of `a` leaves that is killed."""
    path = folder / ".a.kg-part"
    path.write_bytes(b"torn")
    return path


def test_a_file_that_fails_midway_stays_as_it_was(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"old")
    with pytest.raises(TypeError), writing(tmp_path / "a") as stream:
        stream.writelines([b"new", "no bytes"])  # type: ignore[list-item]
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


def test_an_error_of_the_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.files.os.fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        write_lines(tmp_path / "a", ["line\n"])
    assert caught.value.filename == str(tmp_path / "a")


def test_the_next_writer_takes_the_place_of_a_killed_one(tmp_path: Path) -> None:
    part(tmp_path)
    write_bytes(tmp_path / "a", b"new")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"new")


def test_two_that_write_one_file_at_once_both_write_it_whole(tmp_path: Path) -> None:
    with writing(tmp_path / "a") as one:
        one.write(b"one")
        with writing(tmp_path / "a") as two:
            two.write(b"second")
        assert (tmp_path / "a").read_bytes() == b"second"
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"one")


def test_a_sweep_clears_away_what_killed_writers_left(tmp_path: Path) -> None:
    stray = part(tmp_path)
    (tmp_path / ".new.kg-part").mkdir()
    (tmp_path / ".new.kg-part" / "b").write_bytes(b"")
    assert sweep(tmp_path) == [stray, tmp_path / ".new.kg-part"]
    assert names(tmp_path) == []


def test_a_sweep_leaves_alone_what_is_being_written(tmp_path: Path) -> None:
    with writing(tmp_path / "a") as stream:
        stream.write(b"new")
        assert sweep(tmp_path) == []
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_sweep_clears_away_what_has_the_number_of_no_process(tmp_path: Path) -> None:
    (tmp_path / f".run.x.{2**22 + 1}.kg-part").write_bytes(b"")
    (tmp_path / f".run.x.{os.getpid()}.kg-part").write_bytes(b"")
    sweep(tmp_path)
    assert names(tmp_path) == [f".run.x.{os.getpid()}.kg-part"]


# ---- together ----------------------------------------------------------------------------------------------------


def test_files_that_belong_together_appear_when_all_are_made(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"old")
    with publishing(tmp_path, "a") as made:
        for name in ("a", "b"):
            write_bytes(made / name, b"new")
        assert (tmp_path / "a").read_bytes() == b"old"
    assert [(name, (tmp_path / name).read_bytes()) for name in names(tmp_path)] == [("a", b"new"), ("b", b"new")]


def test_the_file_that_vouches_for_the_others_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    with publishing(tmp_path, "b") as made:
        for name in ("a", "b", "c"):
            write_bytes(made / name, b"new")
        monkeypatch.setattr(Path, "replace", lambda self, _: order.append(self.name))
    assert order == ["a", "c", "b"]


def test_where_one_of_them_fails_none_appears(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"old")
    with pytest.raises(AttributeError), publishing(tmp_path, "b") as made:
        write_lines(made / "a", ["new", 1])  # type: ignore[list-item]
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


def test_what_a_killed_process_had_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / ".new.kg-part").mkdir()
    (tmp_path / ".new.kg-part" / "stale").write_bytes(b"")
    with publishing(tmp_path, "a") as made:
        write_bytes(made / "a", b"new")
    assert names(tmp_path) == ["a"]


def test_a_sweep_leaves_alone_files_that_are_being_made_together(tmp_path: Path) -> None:
    with publishing(tmp_path, "a") as made:
        write_bytes(made / "a", b"new")
        assert sweep(tmp_path) == []
    assert names(tmp_path) == ["a"]


def test_two_folders_take_one_anothers_names(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"of-{name}").touch()
    if not exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this system cannot exchange two folders in one step")
    assert (names(tmp_path / "a"), names(tmp_path / "b")) == (["of-b"], ["of-a"])


def test_what_is_not_there_is_exchanged_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert not exchange(tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_what_is_not_to_be_broken_has_ended(number: signal.Signals) -> None:
    came: list[Any] = []
    before = signal.signal(number, lambda each, _: came.append(each))
    try:
        with unbroken():
            signal.raise_signal(number)
            during = list(came)
    finally:
        signal.signal(number, before)
    assert (during, came) == ([], [number])


# ---- one at a time -----------------------------------------------------------------------------------------------


def test_a_file_that_is_changed_is_locked_meanwhile(tmp_path: Path) -> None:
    with changing(tmp_path / "a"), locked(tmp_path / "a", wait=False) as ours:
        assert not ours
    with locked(tmp_path / "a", wait=False) as ours:
        assert ours


def test_who_publishes_a_file_anew_still_holds_its_lock(tmp_path: Path) -> None:
    """Who opens the new file gets its lock, and finds all that was written before."""
    with changing(tmp_path / "a"):
        write_bytes(tmp_path / "a", b"new")
    with changing(tmp_path / "a"):
        assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_could_not_be_changed_is_not_there_afterwards(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), changing(tmp_path / "a"):
        raise RuntimeError
    assert names(tmp_path) == []


def test_an_empty_file_that_could_not_be_changed_stays(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(RuntimeError), changing(tmp_path / "a"):
        raise RuntimeError
    assert names(tmp_path) == ["a"]
