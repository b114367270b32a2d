"""`kg network measures`: which network it measures, and what it does without columns."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kg.graph.columns import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from kg.build import Places

START = """
import importlib
importlib.import_module("kg.network.survey").LARGE = {}
from kg.cli import main
main()
"""


def measured(store: Path, *arguments: str, large: int = 5_000, code: int = 0) -> str:
    """Run the command in a process of its own, where networks above `large` nodes are large; give what it says."""
    command = [sys.executable, "-c", START.format(large), "network", "measures", *arguments, "--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    return done.stderr if code else done.stdout


@pytest.fixture
def bare(seeds_built: Places, tmp_path: Path) -> Path:
    """A store as an earlier version left it, without columns."""
    shutil.copytree(seeds_built.store, tmp_path / "store")
    (tmp_path / "store" / COLUMNS).unlink()
    return tmp_path / "store"


@pytest.mark.parametrize("arguments", [["countries"], ["countries", "--stated"], ["companies"]])
def test_columns_make_no_difference_to_what_is_printed(seeds_built: Places, bare: Path, arguments: list[str]) -> None:
    assert measured(seeds_built.store, *arguments) == measured(bare, *arguments)


def test_people_are_measured_too(seeds_built: Places) -> None:
    assert measured(seeds_built.store, "people").startswith("nodes ")


def test_people_want_columns(bare: Path) -> None:
    assert "there are no columns" in measured(bare, "people", code=2)


def test_a_network_that_is_none_is_refused(seeds_built: Places) -> None:
    assert "(countries, companies or people)" in measured(seeds_built.store, "films", code=2)


def test_a_large_network_has_pagerank_and_communities(seeds_built: Places) -> None:
    told = [line.split()[0] for line in measured(seeds_built.store, "people", "--limit", "2", large=5).splitlines()]
    assert (told.count("pagerank"), told.count("communities")) == (2, 1)
