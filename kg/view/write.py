"""The views of a build, as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.view.whole import companies_view, countries_view, index_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.view.theme import Theme

__all__ = ["write_views"]


def write_views(
    graph: nx.MultiDiGraph[str], folder: Path, places: Mapping[str, tuple[int, int]], *, theme: Theme | None = None
) -> list[Path]:
    """Write index.html, countries.html and companies.html into `folder`; give their paths.

    Arguments are those of `index_view`. Raises OSError as the file system does; each file appears whole or not at
    all.
    """
    views = {
        "index.html": index_view(graph, places, theme=theme),
        "countries.html": countries_view(graph, theme=theme),
        "companies.html": companies_view(graph, theme=theme),
    }
    return [view.write(Path(folder) / name) for name, view in views.items()]
