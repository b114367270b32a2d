"""Drawn: what the views of a build were drawn from; where they would be the same again, the next build leaves them.

A view shows what the default graph says and the claims behind it. What else a document's graph holds is in no view.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg.files import digest, write_bytes
from kg.graph.exports import EVIDENCE, FILM_GRAPH
from kg.graph.namespace import RDF
from kg.graph.store import open_store
from kg.program import program

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.graph.change import Difference

__all__ = ["Drawn", "drawn_from", "read_drawn", "write_drawn"]

_PROGRAM = ("document.py", "graph", "network", "view", "vocabulary")
_CLAIMED = f"{RDF}subject"  # every claim has one
_PACKAGES = ("jinja2", "networkx", "pyvis", "minify-go")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What files were drawn from, the exports as digests by name, and digests of these files by name."""

    exports: Mapping[str, str]
    program: str
    files: Mapping[str, str]

    def stands(self, folder: Path) -> bool:
        """Tell whether the files in a folder are those that were drawn."""
        try:
            return all(digest(folder / name) == told for name, told in self.files.items())
        except OSError:
            return False

    def shows(self, now: Drawn, difference: Difference, store: Path) -> bool:
        """Tell whether files drawn from other exports would be the same.

        `difference` leads to those exports, which `store` holds.
        """
        if self.program != now.program:
            return False
        if self.exports == now.exports:
            return True
        led = difference.digests or {}
        return all(led.get(name) == told for name, told in self.exports.items()) and not _seen(difference, store)


def _seen(difference: Difference, path: Path) -> bool:
    """Tell whether anything came or went that a view may show: a fact, or something beside a claim."""
    from pyoxigraph import NamedNode

    changed = (*difference.gone, *difference.new)
    graphs = {graph for graph, *_ in changed}
    if "" in graphs or any(predicate == f"<{_CLAIMED}>" for _, _, predicate, _ in changed):
        return True
    store, claimed = open_store(path), NamedNode(_CLAIMED)
    there = (store.quads_for_pattern(None, claimed, None, NamedNode(graph[1:-1])) for graph in graphs)
    return any(next(iter(found), None) is not None for found in there)


def drawn_from(exports: Path, theme: Path | None) -> Drawn:
    """Give what is to be drawn from the exports in a folder, without any file."""
    told = [program(*_PROGRAM), *(f"{name} {version(name)}" for name in _PACKAGES)]
    if theme is not None:
        told.append(digest(theme) if theme.is_file() else str(theme))
    return Drawn({name: digest(exports / name) for name in (FILM_GRAPH, EVIDENCE)}, "\n".join(told), {})


def read_drawn(path: Path) -> Drawn:
    """Read what was drawn last; where nobody knows, what is like nothing else."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Drawn(dict(row["exports"]), str(row["program"]), dict(row["files"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Drawn({}, "", {})


def write_drawn(path: Path, drawn: Drawn) -> None:
    """Keep what was drawn."""
    write_bytes(path, json.dumps(asdict(drawn)).encode())
