"""A view in a notebook: the whole page in a frame of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.view import film_view

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser


@pytest.fixture
def notebook(screen: Any, graph: Any, tmp_path: Path) -> Any:
    """A page that shows a view as a notebook does."""
    path = tmp_path / "notebook.html"
    cell = film_view(graph, "Kika")._repr_html_()
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><title>x</title>{cell}', encoding="utf-8")
    screen.said.clear()
    screen.page.goto(path.as_uri())
    frame = screen.page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for()
    return frame


def test_the_frame_shows_the_view(notebook: Any, screen: Any) -> None:
    assert (notebook.locator("#panel h2").inner_text(), screen.said) == ("Kika", [])


def test_the_view_can_be_used_in_its_frame(notebook: Any) -> None:
    notebook.locator("#panel .name", has_text="Alexe Poukine").first.click()
    assert notebook.locator("#panel h2").inner_text() == "Alexe Poukine"


@pytest.mark.usefixtures("notebook")
def test_the_frame_keeps_the_page_from_the_notebook(screen: Any) -> None:
    assert screen.page.locator("iframe").get_attribute("sandbox") == "allow-scripts allow-downloads allow-popups"
