"""The graph for those who want networkx: opened from a store, found in by name, projected."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.network.find import find
from kg.network.graph import view_graph
from kg.network.path import short_paths
from kg.network.projection import collaborators, company_network, country_network, neighbourhood

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

__all__ = ["Network"]


@dataclass(frozen=True, slots=True)
class Network:
    """A view graph with its projections; `graph` is the networkx MultiDiGraph that `view_graph` describes.

    Names are titles, names, aliases, keys ("film/kika") or IRIs; each method raises UsageError for a name that
    nothing has, or more than one thing.
    """

    graph: nx.MultiDiGraph[str]

    @classmethod
    def open(cls, store: Path | str = ".kg/store") -> Network:
        """Read the graph of a store that `kg build` filled; raises SourceError where there is none."""
        from kg.graph.store import open_store

        return cls(view_graph(open_store(Path(store))))

    def find(self, name: str, types: Collection[str] = ()) -> str:
        """Give the key of what has a name."""
        return find(self.graph, name, types)

    def around(self, name: str, *, steps: int = 2) -> nx.MultiDiGraph[str]:
        """Give what lies within some steps of a thing."""
        return neighbourhood(self.graph, self.find(name), steps=steps)

    def paths(self, source: str, target: str, *, countries: bool = False) -> list[tuple[str, ...]]:
        """Give several short paths between two things, as keys."""
        return short_paths(self.graph, self.find(source), self.find(target), countries=countries)

    def collaborators(self, name: str) -> nx.Graph[str]:
        """Give a person, company or country and its like who share works with it."""
        return collaborators(self.graph, self.find(name))

    def countries(self) -> nx.Graph[str]:
        """Give the countries that co-produce, weighted by works."""
        return country_network(self.graph)

    def companies(self) -> nx.Graph[str]:
        """Give the companies, linked where they work on the same work."""
        return company_network(self.graph)
