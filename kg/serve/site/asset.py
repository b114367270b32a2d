"""Styles and scripts: each at an address that names its content, so that a browser may keep it for ever."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.view.page import page_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Asset", "address", "assets", "view_parts"]

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_OWN = ("site.css", "find.js", "table.js", "editor.js", "theme.js", "icon.svg")
_COLOURS = re.compile(r'(?P<light>:root \{.*?\n\})\s*:root\[data-theme="dark"\] (?P<dark>\{.*?\n\})', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    type: str


@cache
def assets() -> Mapping[str, Asset]:
    """Give all files by the name that they have in addresses, which holds a digest of their content."""
    parts = {name: files("kg.serve.site").joinpath("static", name).read_bytes() for name in _OWN}
    parts["site.css"] = _colours() + parts["site.css"]
    return {
        _stamped(name, content): Asset(content, _TYPES[name.rpartition(".")[2]])
        for name, content in {**parts, **page_parts()}.items()
    }


@cache
def address(name: str) -> str:
    """Give the address of a file by its plain name; raises KeyError where there is none."""
    stem, _, extension = name.rpartition(".")
    for stamped in assets():
        if re.fullmatch(rf"{re.escape(stem)}\.[0-9a-f]{{16}}\.{extension}", stamped):
            return f"/static/{stamped}"
    raise KeyError(name)


def view_parts() -> list[str]:
    """Give the addresses of the parts of a view: its style, then its scripts in order."""
    return [address(name) for name in page_parts()]


def _stamped(name: str, content: bytes) -> str:
    stem, _, extension = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:16]}.{extension}"


def _colours() -> bytes:
    """Give the colours and fonts of the views, in the dark where the reader's system or the reader wants it."""
    found = _COLOURS.search(files("kg.view").joinpath("shell", "page.css").read_text(encoding="utf-8"))
    if found is None:
        raise LookupError("page.css does not begin with its colours")
    light, dark = found["light"], found["dark"]
    media = f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {dark} }}'
    return f'{light}\n{media}\n:root[data-theme="dark"] {dark}\n'.encode()
