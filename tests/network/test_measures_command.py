"""`kg network measures`: which network it measures, and what it does without columns."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import UsageError
from kg.graph.columns import COLUMNS
from kg.network import survey as surveys

if TYPE_CHECKING:
    from pathlib import Path

    from kg.build import Places


def measured(store: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["network", "measures", *arguments, "--store", str(store)], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


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
    with pytest.raises(UsageError, match="no columns"):
        measured(bare, "people")


def test_a_network_that_is_none_is_refused(seeds_built: Places) -> None:
    with pytest.raises(UsageError, match="countries, companies or people"):
        measured(seeds_built.store, "films")


def test_a_large_network_has_pagerank_and_communities(seeds_built: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys, "LARGE", 5)
    told = [line.split()[0] for line in measured(seeds_built.store, "people", "--limit", "2").splitlines()]
    assert (told.count("pagerank"), told.count("communities")) == (2, 1)
