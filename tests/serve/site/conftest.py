"""The pages over the seeds, over documents that disagree and over a hostile graph; and a browser to look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hostile_graph import hostile_store
from served import Site, make_app, serving

from kg.graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


@pytest.fixture(scope="session")
def seeds_store(seeds_built: Any) -> Any:
    return open_store(seeds_built.store)


@pytest.fixture(scope="session")
def site(seeds_store: Any) -> Iterator[Site]:
    """The seeds' pages."""
    with serving(make_app(seeds_store)) as found:
        yield found


@pytest.fixture(scope="session")
def torn_site(torn_built: Any) -> Iterator[Site]:
    """Pages over documents that contradict one another."""
    with serving(make_app(open_store(torn_built.store))) as found:
        yield found


@pytest.fixture(scope="session")
def hostile_site() -> Iterator[Site]:
    """Pages over a graph whose every word wants to be run."""
    with serving(make_app(hostile_store())) as found:
        yield found


@dataclass
class Tab:
    """A browser's page with all that it said on the console."""

    page: Page
    said: list[str]

    def visit(self, address: str) -> Page:
        self.said.clear()
        self.page.goto(address)
        return self.page


def _tab(browser: Any, **options: Any) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce", **options)
    tab = Tab(context.new_page(), [])
    tab.page.on("console", lambda message: tab.said.append(message.text))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    yield tab
    context.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Tab]:
    yield from _tab(browser)


@pytest.fixture
def bare(browser: Any) -> Iterator[Tab]:
    """A browser that runs no script."""
    yield from _tab(browser, java_script_enabled=False)
