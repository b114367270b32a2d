"""One page for all browser tests, offline, with what it says and asks for; and a graph of hostile names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from kg.graph.store import open_store
from kg.network import lay_out, view_graph
from kg.view import write_views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

HOSTILE = [
    "</script><img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
    "__proto__",
    "constructor",
    "{{7*7}} ${7*7} {% raw %}",
    "\u202egnitset\u202c עברית",
    "🎬 two\nlines\u2028three",
    "x" * 5000,
    "<!--<script>",
    "' onmouseover='window.hit=1",
]


@dataclass
class Screen:
    """A page with everything that it said on the console and asked the network for since the last visit."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def visit(self, path: Path, state: str = "") -> Page:
        """Open a file afresh and wait until it is drawn."""
        self.page.goto("about:blank")
        self.said.clear()
        self.asked.clear()
        self.page.goto(path.as_uri() + state)
        self.page.wait_for_selector("html[data-ready=true]")
        return self.page

    def dots(self, kind: str) -> list[tuple[float, float]]:
        """Give every place on the screen whose pixel on the canvas has the full colour of a kind."""
        colour = self.page.evaluate(
            "kind => getComputedStyle(document.documentElement).getPropertyValue('--' + kind).trim()", kind
        )
        wanted = [int(part, 16) for part in re.findall("[0-9a-f]{2}", colour)]
        found: list[tuple[float, float]] = [tuple(at) for at in self.page.evaluate(_DOTS, wanted)]
        return found

    def click_mark(self, kind: str) -> None:
        """Click in the middle of the only mark of a kind."""
        dots = self.dots(kind)
        assert dots, f"no mark of {kind} on the screen"
        self.page.mouse.click(*(sum(axis) / len(dots) for axis in zip(*dots, strict=True)))


_DOTS = """wanted => {
  const canvas = document.querySelector('.place:not([hidden]) canvas'), box = canvas.getBoundingClientRect();
  const {data, width} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const found = [], scale = box.width / width;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === wanted[0] && data[at + 1] === wanted[1] && data[at + 2] === wanted[2] && data[at + 3] === 255)
      found.push([box.left + (at / 4 % width) * scale, box.top + Math.floor(at / 4 / width) * scale]);
  return found;
}"""


@pytest.fixture(scope="session")
def _screen(browser: Browser) -> Iterator[Screen]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, offline=True, reduced_motion="reduce")
    screen = Screen(context.new_page())
    screen.page.on("console", lambda message: screen.said.append(message.text))
    screen.page.on("pageerror", lambda error: screen.said.append(str(error)))
    screen.page.on("request", lambda request: screen.asked.append(request.url))
    yield screen
    context.close()


@pytest.fixture
def screen(_screen: Screen) -> Iterator[Screen]:
    """The page, wide and light at the start of each test."""
    yield _screen
    _screen.page.set_viewport_size({"width": 1280, "height": 860})
    _screen.page.emulate_media(media="screen", color_scheme="light")


@pytest.fixture(scope="session")
def graph(seeds_built: Any) -> Any:
    """The seeds' view graph."""
    return view_graph(open_store(seeds_built.store))


@pytest.fixture(scope="session")
def duo(graph: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of views of one film and its director, side by side."""
    folder = tmp_path_factory.mktemp("duo")
    part = graph.subgraph(["film/girl", "person/lukas-dhont"])
    write_views(part, folder, {"film/girl": (0, 0), "person/lukas-dhont": (200, 0)})
    return folder


@pytest.fixture(scope="session")
def hostile(graph: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Views of the seeds' graph with every label and alias replaced by something that wants to run."""
    folder, poisoned = tmp_path_factory.mktemp("hostile"), graph.copy()
    for number, node in enumerate(poisoned):
        poisoned.nodes[node]["label"] = HOSTILE[number % len(HOSTILE)]
        poisoned.nodes[node]["aliases"] = (HOSTILE[number % len(HOSTILE)] + " again",)
    write_views(poisoned, folder, lay_out(poisoned))
    return folder
