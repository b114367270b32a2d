"""All that is killed, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builds import Build, decide, document
from servers import Serve, Served, Write, put_and_post, update
from written import Judge, Publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stage import Scene

__all__ = ["SCENES"]

_EXPORT = ("export", "nquads", "--store", ".kg/store", "--out", "all.nq")
_VIEW = ("view", "countries", "--store", ".kg/store", "--out", "countries.html")
SCENES: dict[str, tuple[int, Callable[[Path], Scene]]] = {
    "first build": (20, lambda folder: Build(folder, lambda _: None, first=True)),
    "new document": (40, lambda folder: Build(folder, document)),
    "changed decision": (20, lambda folder: Build(folder, decide)),
    "judgements": (30, Judge),
    "export": (25, lambda folder: Publish(folder, _EXPORT)),
    "view": (10, lambda folder: Publish(folder, _VIEW)),
    "update": (15, lambda folder: Write(folder, update)),
    "graph store": (15, lambda folder: Write(folder, put_and_post)),
    "server": (10, Serve),
    "build and server": (15, Served),
}
"""By name: how many of 200 kills, and what begins it in a folder."""
