"""Ctrl-C and SIGTERM end a build in good order at any moment."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from builds import document
from stage import BUILD, pages_in
from states import names_in, places_of, state_of, strays_in

from kg.build import build
from kg.graph.manifest import check_manifest

if TYPE_CHECKING:
    from pathlib import Path

# Sends itself a signal when a build says that it comes to a step, or writes the ledger.
_STOPPING = """
import os, sys
number, wanted = int(sys.argv[1]), sys.argv[2]
del sys.argv[1:3]
import kg.build
build = kg.build.build
def stopping(places, say=lambda *_: None, *rest, **named):
    return build(places, lambda step, *more: os.kill(os.getpid(), number) if step == wanted else None, *rest, **named)
kg.build.build = stopping
from kg.resolve.ledger import Ledger
write = Ledger.write
def written(ledger, path):
    if wanted == "the ledger":
        os.kill(os.getpid(), number)
    write(ledger, path)
Ledger.write = written
from kg.cli import main
main()
"""
STEPS = ("reading", "resolving", "writing", "filling the store", "drawing", "publishing")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_leaves_all_as_it_was(
    tmp_path: Path, step: str, number: signal.Signals, code: int
) -> None:
    pages_in(tmp_path)
    build(places_of(tmp_path))
    names, before = names_in(tmp_path), state_of(tmp_path)
    document(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _STOPPING, str(int(number)), step, *BUILD],
        cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, "kg: stopped; what was there before is whole\n")
    assert state_of(tmp_path) == before
    left = [name for name in set(names_in(tmp_path)) - set(names) if not name.startswith((".kg/documents/", "pages/"))]
    assert (left, strays_in(tmp_path)) == ([], [])


def test_a_build_that_is_stopped_while_it_publishes_publishes_all(tmp_path: Path) -> None:
    pages_in(tmp_path)
    build(places_of(tmp_path))
    document(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _STOPPING, str(int(signal.SIGTERM)), "the ledger", *BUILD],
        cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, "stopped" in done.stderr) == (143, True)
    assert not build(places_of(tmp_path)).fresh
    assert check_manifest(places_of(tmp_path).out) == []
