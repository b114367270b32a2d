"""For everybody: no violation of the accessibility rules, in any view, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

STATES = {
    "near": "#node=film/kika",
    "paths": "#view=paths&path=person/robin-sykes&path=person/fabrice-bracq",
    "countries": "#view=countries",
    "map": "#view=countries&map=1",
    "collaborators": "#view=collaborators",
    "companies": "#view=companies",
    "all": "#view=all",
    "pair": "#view=countries&pair=country/BE&pair=country/FR",
    "link": "#view=all&link=person/lukas-dhont+directed+film/girl",
}


def violations(page: Any) -> list[str]:
    # The page's own policy lets no script in; axe comes through the debugger, which is not bound by it.
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_rule_is_broken(screen: Any, seeds_built: Any, state: str, scheme: str) -> None:
    screen.page.emulate_media(color_scheme=scheme)
    page = screen.visit(seeds_built.out / "index.html", STATES[state])
    assert violations(page) == []


def test_no_rule_is_broken_with_a_menu_open(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    page.click("#homes-menu summary")
    assert violations(page) == []


def test_no_rule_is_broken_with_matches_shown(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", "a")
    assert violations(page) == []


@pytest.mark.parametrize("state", STATES)
def test_no_rule_is_broken_on_a_narrow_screen(screen: Any, seeds_built: Any, state: str) -> None:
    screen.page.set_viewport_size({"width": 360, "height": 740})
    page = screen.visit(seeds_built.out / "index.html", STATES[state])
    assert violations(page) == []


@pytest.mark.parametrize("state", STATES)
def test_a_narrow_screen_does_not_scroll_sideways(screen: Any, seeds_built: Any, state: str) -> None:
    screen.page.set_viewport_size({"width": 360, "height": 740})
    page = screen.visit(seeds_built.out / "index.html", STATES[state])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_counts_are_announced_when_they_change(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    before = page.locator("[role=status]").inner_text()
    page.uncheck("#legend input[value=film]")
    assert page.locator("[role=status]").inner_text() != before


def test_enter_goes_to_the_panel_and_escape_back_to_the_picture(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    page.focus("#picture")
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.id")
    page.keyboard.press("Escape")
    assert (inside, page.evaluate("document.activeElement.id")) == ("panel", "picture")


def test_plus_and_nought_zoom_and_show_all(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&colour=kind")
    page.focus("#picture")
    before = len(screen.dots("film"))
    for _ in range(3):
        page.keyboard.press("+")
    near = len(screen.dots("film"))
    page.keyboard.press("0")
    page.wait_for_timeout(200)
    assert (near != before, len(screen.dots("film"))) == (True, before)
