"""What several rooms' tests stand on: the seeds, built once, and a browser that is really there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from kg.build import Places, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
# No test is timed: the first example of a property loads lexicons, and machines are busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# A shell that puts the tests into the background makes them, and the builds that they stop, deaf to Ctrl-C.
if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
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


# Made-up pages that contradict one another: about a film's countries, about a director, and about a title.
TORN = {
    "one": "The Salt Road is a 2021 Belgian-French drama film directed by Ana Ruiz. It stars Bo Lind and Clara Voss.",
    "two": "The Salt Road is a 2021 Belgian-Dutch drama film directed by Ana Ruiz and Pim Haas. It stars Bo Lind.",
    "three": "The Salt Road is a 2021 Belgian drama film directed by Ana Ruiz. It stars Bo Lind.\n\n"
    "Quiet Harbour is a 2020 French comedy film directed by Lena Moor. It stars Bo Lind.",
    "four": "Quiet Harbour is a 2020 French comedy film directed by Otto Brandt. It stars Bo Lind.",
    "five": "Winter Ferry is a 2019 Danish drama film directed by Mia Holt. It stars Clara Voss.",
    "six": "Vinterfærgen is a 2019 Danish drama film directed by Mia Holt. It stars Clara Voss.",
    "seven": "Plain Sailing is a 2018 Danish-Swedish drama film directed by Mia Holt. It stars Clara Voss and Tom Eck.",
}
_ONE_FILM = {
    "judgement": "same",
    "left": {"type": "Film", "name": "Vinterfærgen"},
    "right": {"type": "Film", "name": "Winter Ferry"},
    "who": "editor",
    "when": "2026-11-21",
    "why": "One film in two languages.",
}


@pytest.fixture(scope="session")
def torn_built(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Pages that contradict one another, built; a judgement says that two titles are one film."""
    folder = tmp_path_factory.mktemp("torn")
    (folder / "pages").mkdir()
    for name, text in TORN.items():
        (folder / "pages" / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "identity").mkdir()
    (folder / "identity" / "decisions.jsonl").write_text(json.dumps(_ONE_FILM) + "\n", encoding="utf-8")
    places = Places((folder / "pages",), folder / "exports", folder / ".kg" / "store", folder / "identity")
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
