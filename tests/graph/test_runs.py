"""Sorted runs, in memory and on disk."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files import sweep
from kg.graph import runs as module
from kg.graph.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.graph.term import Quad, Triple

IRIS = st.sampled_from(["<urn:a>", "<urn:a/b>", "<urn:ab>", "<urn:é>", "<urn:\U0001f3ac>", "<urn:\ud800>"])
VALUES = IRIS | st.sampled_from(['""', '"a b"', '"a"@fr', '"1"^^<urn:n>', '"\uffe0"', '"\\t\\n\\u001F"'])
QUADS = st.lists(st.tuples(st.sampled_from(["", "<urn:g>", "<urn:g/1>"]), IRIS, IRIS, VALUES), max_size=60)


def _sorted(quads: list[Quad], size: int, fan: int) -> list[Quad]:
    with Runs(size=size, fan=fan) as runs:
        for graph, *triple in quads:
            runs.add(graph, [(triple[0], triple[1], triple[2])])
        return [(graph, subject, *each.split("\t", 1)) for graph, subject, said in runs.described() for each in said]  # type: ignore[misc]


@given(QUADS, st.integers(1, 7), st.integers(2, 4))
def test_runs_on_disk_give_what_sorting_in_memory_gives(quads: list[Quad], size: int, fan: int) -> None:
    assert _sorted(quads, size, fan) == sorted(set(quads)) == _sorted(quads, 1_000, fan)


def test_a_subject_comes_once_though_many_runs_speak_of_it() -> None:
    with Runs(size=2, fan=3) as runs:
        runs.add("", [("<urn:a>", "<urn:p>", f'"{number % 5}"') for number in range(40)])
        assert list(runs.described()) == [("", "<urn:a>", [f'<urn:p>\t"{number}"' for number in range(5)])]


def test_what_fits_into_memory_opens_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_file", None)
    with Runs(size=3) as runs:
        runs.add("", [("<urn:a>", "<urn:p>", '"1"'), ("<urn:b>", "<urn:p>", '"1"')])
        assert len(list(runs.described())) == 2


def _many(count: int) -> Iterator[Triple]:
    for number in range(count):
        yield f"<urn:{(number * 7919) % count:09d}>", "<urn:p>", f'"{number}"'


def test_memory_does_not_grow_with_the_number_of_statements() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            with Runs(size=5_000, fan=4) as runs:
                runs.add("", _many(count))
                assert sum(len(said) for _, _, said in runs.described()) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(100_000) < 1.5 * peak(20_000)


def test_few_files_are_ever_open(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, real = [], module._file
    monkeypatch.setattr(module, "_file", lambda folder: opened.append(real(folder)) or opened[-1])
    with Runs(size=10, fan=3) as runs:
        runs.add("", _many(1_000))
        assert sum(not file.closed for file in opened) <= 10 < len(opened)


def test_files_are_closed_when_all_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, real = [], module._file
    monkeypatch.setattr(module, "_file", lambda folder: opened.append(real(folder)) or opened[-1])
    with Runs(tmp_path, size=10) as runs:
        runs.add("", _many(100))
    assert opened
    assert all(file.closed for file in opened)
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, sys; from pathlib import Path
import kg.graph.runs as runs
import tempfile
if sys.argv[2] == "named":  # as where the system has no files without a name
    runs.tempfile.TemporaryFile = lambda *a, **k: tempfile.NamedTemporaryFile(*a, **k, delete=False)
with runs.Runs(Path(sys.argv[1]), size=10) as held:
    held.add("", [(f"<urn:{n}>", "<urn:p>", '"1"') for n in reversed(range(100))])
    os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize(("kind", "left"), [("nameless", 0), ("named", 10)])
def test_what_a_kill_leaves_is_hidden_and_swept(tmp_path: Path, kind: str, left: int) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), kind], check=False)
    assert done.returncode == -9
    names = [path.name for path in tmp_path.iterdir()]
    assert len(names) == left
    assert all(name.startswith(".") for name in names)
    assert len(sweep(tmp_path)) == left
    assert list(tmp_path.iterdir()) == []
