"""A finished view: the bytes of one page, to write to a file or to show in a notebook."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["View"]

_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class View:
    """One page, whole in itself, as UTF-8."""

    title: str
    page: bytes

    def write(self, path: Path) -> Path:
        """Write the page, whole or not at all; raises OSError as the file system does."""
        write_bytes(path, self.page)
        return path

    def _repr_html_(self) -> str:
        """Show the page in a notebook: a frame of its own that can run its scripts and save pictures, no more."""
        page = html.escape(self.page.decode("utf-8"), quote=True)
        return (
            f'<iframe title="{html.escape(self.title, quote=True)}" srcdoc="{page}" width="100%" height="{_HEIGHT}"'
            ' style="border:0" sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
        )
