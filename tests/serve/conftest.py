"""Servers for the tests of this folder: real processes, on the seeds' store and on a scratch dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from serving import TOKEN, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serving import Served

    from kg.build import Places


@pytest.fixture(scope="session")
def served(seeds_built: Places) -> Iterator[Served]:
    """The seeds' store, served."""
    with serving("--store", str(seeds_built.store)) as running:
        yield running


@pytest.fixture(scope="session")
def narrow(seeds_built: Places) -> Iterator[Served]:
    """The seeds' store, served so that an answer has at most five rows."""
    with serving("--store", str(seeds_built.store), "--rows", "5", "--workers", "1") as running:
        yield running


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A scratch dataset, served."""
    with serving("--scratch", str(tmp_path_factory.mktemp("scratch") / "store"), token=TOKEN) as running:
        yield running


@pytest.fixture
def scratch(started: Served) -> Served:
    """A scratch dataset, served, that holds nothing."""
    assert started.update("DROP ALL").status == 204
    return started
