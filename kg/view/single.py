"""Views of one thing, or of how two things are connected: small files to send to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.network import COMPANIES, WORKS, collaborators, find, neighbourhood, short_paths
from kg.view.about import ABOUT
from kg.view.page import render
from kg.view.payload import Payload
from kg.view.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from kg.view.page import Served
    from kg.view.theme import Theme

__all__ = ["around_view", "company_view", "country_view", "film_view", "path_view", "person_view"]

# A country may have thousands of works; a file to send holds those of which most is said.
_WORKS = 1500


def film_view(graph: nx.MultiDiGraph[str], name: str, *, theme: Theme | None = None) -> View:
    """Show one film (or other work) and what lies within two links of it.

    `graph` is a view graph (kg.network.view_graph), `name` a title, an alias, a key or an IRI. Raises UsageError
    for a name that no work has, or more than one.
    """
    return around_view(graph, find(graph, name, WORKS), theme=theme)


def person_view(graph: nx.MultiDiGraph[str], name: str, *, theme: Theme | None = None) -> View:
    """Show one person's neighbourhood, and all who share works with them; arguments as in `film_view`."""
    return around_view(graph, find(graph, name, ("Person",)), theme=theme)


def company_view(graph: nx.MultiDiGraph[str], name: str, *, theme: Theme | None = None) -> View:
    """Show one company's neighbourhood, and the companies that share works with it; arguments as in `film_view`."""
    return around_view(graph, find(graph, name, COMPANIES), theme=theme)


def country_view(graph: nx.MultiDiGraph[str], name: str, *, theme: Theme | None = None) -> View:
    """Show one country's works, and the countries that it makes works with; arguments as in `film_view`."""
    return around_view(graph, find(graph, name, ("Country",)), theme=theme)


def path_view(
    graph: nx.MultiDiGraph[str], source: str, target: str, *, countries: bool = False, theme: Theme | None = None
) -> View:
    """Show how two things are connected, by several short paths; through countries and places only if asked.

    Raises UsageError for a name that nothing has, or more than one thing, and where no path of eight links is.
    """
    ends = find(graph, source), find(graph, target)
    labels = [str(graph.nodes[end]["label"]) for end in ends]
    paths = short_paths(graph, *ends, countries=countries)
    if not paths:
        hint = "ask somebody who knows both" if countries else "try --countries, which also goes through countries"
        raise UsageError(f"no short path leads from {labels[0]} to {labels[1]}", do=hint)
    payload = Payload(graph.subgraph({node for path in paths for node in path}))
    payload.add_part(payload.graph)
    _add(payload, ("paths", "near"))
    title = " – ".join(labels)
    start: dict[str, Any] = {"path": list(ends)} | ({"through": "countries"} if countries else {})
    return View(title, render(payload, title, theme=theme, **start))


def around_view(
    graph: nx.MultiDiGraph[str],
    key: str,
    *,
    theme: Theme | None = None,
    served: Served | None = None,
    left_out: int = 0,
) -> View:
    """Show what lies within two links of the thing with a key; of a person, company or country also its like.

    `served` makes it a page of a server (see kg.view.page), which says that so many things are `left_out` of the
    graph. Raises KeyError where the graph has no such node.
    """
    with_others = graph.nodes[key]["type"] in ("Person", "Country", *COMPANIES)
    near = set(neighbourhood(graph, key, steps=2))
    if with_others:
        network = collaborators(graph, key)
        works = {work for *_, edge in network.edges(data=True) for work in edge["works"]}
        near.update(network, sorted(works, key=lambda work: (-graph.degree(work), work))[:_WORKS])
    payload = Payload(graph.subgraph(near))
    payload.left_out = left_out
    payload.add_part(payload.graph)
    _add(payload, ("near", "collaborators") if with_others else ("near",))
    title = str(graph.nodes[key]["label"])
    return View(title, render(payload, title, theme=theme, served=served, node=key, steps=2))


def _add(payload: Payload, views: Iterable[str]) -> None:
    for name in views:
        payload.add_view(name, *ABOUT[name])
