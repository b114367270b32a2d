"""Colours of one's own, and nothing but colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import UsageError
from kg.view import film_view, read_theme

if TYPE_CHECKING:
    from pathlib import Path


def theme(folder: Path, text: str) -> Path:
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.browser
def test_a_colour_of_the_theme_is_the_colour_of_the_marks(screen: Any, graph: Any, tmp_path: Path) -> None:
    found = read_theme(theme(tmp_path, '[light]\nfilm = "#aa0055"\n'))
    page = screen.visit(film_view(graph, "Kika", theme=found).write(tmp_path / "kika.html"))
    colour = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--film').trim()")
    assert (colour, bool(screen.dots("film")), screen.said) == ("#aa0055", True, [])


@pytest.mark.browser
def test_a_light_theme_leaves_the_dark_page_alone(screen: Any, graph: Any, tmp_path: Path) -> None:
    found = read_theme(theme(tmp_path, '[light]\nfilm = "#aa0055"\n[dark]\nperson = "#00ff00"\n'))
    screen.page.emulate_media(color_scheme="dark")
    page = screen.visit(film_view(graph, "Kika", theme=found).write(tmp_path / "kika.html"))
    read = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    assert (page.evaluate(read, "--film") != "#aa0055", page.evaluate(read, "--person")) == (True, "#0f0") or (
        page.evaluate(read, "--person") == "#00ff00"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[light]\nfilm = "red"\n', "'red' is no colour"),
        ('[light]\nfilm = "#fff;} body{}"\n', "is no colour"),
        ('[light]\nfilms = "#ffffff"\n', "no colour is called 'films'"),
        ('[bright]\nfilm = "#ffffff"\n', "no table 'bright'"),
        ("film", "not a theme"),
    ],
)
def test_what_is_no_theme_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_theme(theme(tmp_path, text))
