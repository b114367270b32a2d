"""Several at work at once, in processes of their own: builds that share a folder, and people who judge."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from builds import document
from kills import KG
from stage import BUILD, pages_in
from states import places_of, state_of, strays_in

from kg.build import build
from kg.lock import working_on
from kg.resolve import read_judgements

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("fcntl")
FOLDERS = {"store": ".kg", "out": "exports", "identity": "identity"}


def start(folder: Path, *command: str, program: str = KG) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *command],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def never(path: Path) -> None:
    pytest.fail(f"{path} is taken")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages_in(tmp_path)
    for name in FOLDERS.values():
        (tmp_path / name).mkdir()
    (tmp_path / ".kg" / "lock").touch()
    return tmp_path


def _lock(folder: Path, shared: str) -> Path:
    return folder / FOLDERS[shared] / ("lock" if shared == "store" else "")


@pytest.mark.parametrize("shared", list(FOLDERS))
def test_a_second_build_over_one_of_the_folders_says_so_and_leaves(folder: Path, shared: str) -> None:
    with working_on((_lock(folder, shared),), never):
        second = start(folder, *BUILD)
        printed, messages = second.communicate(timeout=300)
    assert (second.returncode, printed) == (1, "")
    assert messages.startswith(f"kg: {FOLDERS[shared]}: another build is at work")
    assert "--wait" in messages


@pytest.mark.parametrize("shared", list(FOLDERS))
def test_a_second_build_that_waits_says_so_and_then_builds(folder: Path, shared: str) -> None:
    with working_on((_lock(folder, shared),), never):
        second = start(folder, *BUILD, "--wait")
        assert second.stderr
        said = second.stderr.readline()
    printed, _ = second.communicate(timeout=300)
    assert said.startswith(f"kg: {FOLDERS[shared]}: another build is at work; waiting")
    assert (second.returncode, "3 documents" in printed) == (0, True)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_waits_can_be_left(folder: Path, number: signal.Signals, code: int) -> None:
    with working_on((folder / "exports",), never):
        second = start(folder, *BUILD, "--wait")
        assert second.stderr
        second.stderr.readline()
        second.send_signal(number)
        _, messages = second.communicate(timeout=300)
    assert (second.returncode, "stopped" in messages, "Traceback" in messages) == (code, True, False)


def test_builds_at_once_that_wait_give_what_one_gives(folder: Path) -> None:
    """Two with stores of their own and one `out`, two with folders of their own and one `identity`."""
    document(folder)
    own = [("--store", f"{n}/store", "--out", "exports" if n < 2 else f"{n}/exports") for n in range(4)]
    running = [start(folder, "build", "pages", "--identity", "identity", *options, "--wait") for options in own]
    ended: list[Any] = [(*each.communicate(timeout=300), each.returncode) for each in running]
    assert [code for *_, code in ended] == [0] * 4, ended
    found = state_of(folder)
    single = folder / "single"
    pages_in(single)
    document(single)
    build(places_of(single))
    wanted = state_of(single)
    assert {name: found[name] for name in ("ledger", "film-graph.ttl", "evidence.trig", "manifest.json")} == {
        name: wanted[name] for name in ("ledger", "film-graph.ttl", "evidence.trig", "manifest.json")
    }
    assert strays_in(folder) == []


_JUDGING = """
import sys
from pathlib import Path
from kg.resolve.judgement import Judged, Judgement, add_judgements
who = sys.argv[1]
for number in range(30):
    left, right = (Judged("Person", f"{name} {number}") for name in ("Ana Ruiz", "Anna Ruiz"))
    made = Judgement("different", left, right, None, who, "2026-11-21", "x" * 5000, 0)
    add_judgements(Path("decisions.jsonl"), [made] * 2)
"""


def test_of_judgements_made_at_once_none_is_lost_and_none_torn(tmp_path: Path) -> None:
    running = [start(tmp_path, str(who), program=_JUDGING) for who in range(4)]
    for each in running:
        _, messages = each.communicate(timeout=300)
        assert each.returncode == 0, messages
    found = read_judgements(tmp_path / "decisions.jsonl")
    for who in range(4):
        names = [each.left.name for each in found if each.who == str(who)]
        assert names == [f"Ana Ruiz {number}" for number in range(30) for _ in range(2)]
    assert [found[at].who for at in range(0, len(found), 2)] == [found[at].who for at in range(1, len(found), 2)]
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.jsonl"]


def test_a_judgement_made_during_a_build_is_for_the_next(folder: Path) -> None:
    """The build may have read the judgements already: it must not be taken for one that has seen this one."""
    places = places_of(folder)
    build(places)
    document(folder)

    def judge(step: str) -> None:
        if step == "drawing":
            done = start(folder, "split", "Ana Ruiz", "Mia Holt", "--who", "editor")
            _, messages = done.communicate(timeout=300)
            assert done.returncode == 0, messages

    build(places, judge)
    assert json.loads(places.decisions.read_text("utf-8"))["who"] == "editor"
    assert build(places).fresh
    assert not build(places).fresh


def test_a_page_that_changes_during_a_build_is_for_the_next(folder: Path) -> None:
    places = places_of(folder)

    def change(step: str) -> None:
        if step == "drawing":
            document(folder)

    assert build(places, change).counts["documents"] == 3
    assert build(places).counts["documents"] == 4
