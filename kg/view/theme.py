"""Colours of one's own: a TOML file with a table for the light page and one for the dark."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Theme", "read_theme", "theme_style"]

# {"light": {"film": "#1d4a5f"}, "dark": {…}}: only what differs from the page's own colours.
Theme = dict[str, dict[str, str]]

_SELECTORS = {"light": ":root", "dark": ':root[data-theme="dark"]'}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def read_theme(path: Path) -> Theme:
    """Read a theme; raises UsageError for a file that is none, naming the table, the colour and what is known."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"not a theme: {error}", where=str(path), do="write TOML with [light] and [dark]") from error
    for scheme, colours in tables.items():
        if scheme not in _SELECTORS or not isinstance(colours, dict):
            raise UsageError(f"no table {scheme!r} in a theme", where=str(path), do="use [light] and [dark]")
        for name, colour in colours.items():
            if name not in _names():
                known = ", ".join(sorted(_names()))
                raise UsageError(f"no colour is called {name!r}", where=f"{path}: [{scheme}]", do=f"use one of {known}")
            if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
                raise UsageError(f"{colour!r} is no colour", where=f"{path}: [{scheme}] {name}", do='write "#1d4a5f"')
    return tables


def theme_style(theme: Mapping[str, Mapping[str, str]]) -> str:
    """Give the theme as CSS that goes after the page's own."""
    return "\n".join(
        f"{_SELECTORS[scheme]} {{ {' '.join(f'--{name}: {colour};' for name, colour in sorted(colours.items()))} }}"
        for scheme, colours in sorted(theme.items(), key=lambda table: table[0] == "dark")
    )


@cache
def _names() -> frozenset[str]:
    """The colours that the page's own style sheet has."""
    style = files("kg.view").joinpath("shell", "page.css").read_text(encoding="utf-8")
    return frozenset(re.findall(r"--([a-z0-9-]+): #", style))
