"""What several rooms' tests stand on: the seeds, built once, and a browser that is really there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import Places, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session")
def seeds_built(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The seeds, built into a folder of their own with the repository's judgements, ledger and layout."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "identity", folder / "identity")
    (folder / "exports").mkdir()
    shutil.copy(ROOT / "exports" / "layout.json", folder / "exports")
    places = Places((ROOT / "seeds",), folder / "exports", folder / ".kg" / "store", folder / "identity")
    build(places)
    return places


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium of the system; without it browser tests are skipped, and in CI they fail."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine, and CI wants one")
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=found, args=_FLAGS)
        yield running
        running.close()
