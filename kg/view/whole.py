"""Views of the whole graph: all of them in one file, and two to send by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.network import WORKS, backbone, company_network, country_map, country_network, lay_out
from kg.view.about import ABOUT
from kg.view.page import render
from kg.view.payload import Payload
from kg.view.table import country_matrix, country_pairs, credits_table
from kg.view.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from kg.view.page import Served
    from kg.view.theme import Theme

__all__ = ["companies_view", "countries_view", "index_view"]

# A page of more things than this opens too slowly to be sent to anybody; it holds those with the most links.
_MOST = 100_000


def index_view(
    graph: nx.MultiDiGraph[str],
    places: Mapping[str, tuple[int, int]],
    *,
    theme: Theme | None = None,
    served: Served | None = None,
    left_out: int = 0,
) -> View:
    """Show everything, under six tabs; `places` says where each node of the view graph stands (lay_out).

    `served` makes it a page of a server (see kg.view.page), which says that so many things are `left_out` of the
    graph. Of a graph above 100,000 nodes the page holds those with the most links, and says how many it leaves out.
    """
    part = _most_linked(graph)
    payload = Payload(part)
    payload.left_out = left_out + len(graph) - len(part)
    payload.add_part(part)
    payload.add_view("near", *ABOUT["near"])
    payload.add_view("paths", *ABOUT["paths"])
    countries = _add_countries(payload)
    payload.add_view("collaborators", *ABOUT["collaborators"])
    companies = _add_companies(payload)
    payload.add_view("all", *ABOUT["all"], places={node: places[node] for node in part})
    tables = {"countries": countries, "companies": companies}
    return View("Film knowledge graph", render(payload, "Film knowledge graph", tables, theme, served))


def countries_view(graph: nx.MultiDiGraph[str], *, theme: Theme | None = None) -> View:
    """Show which countries make works together, as a table, a network and a map, with the works behind it."""
    part = _behind(graph, {work for *_, edge in country_network(graph).edges(data=True) for work in edge["works"]})
    payload = Payload(part)
    tables = {"countries": _add_countries(payload)}
    payload.add_view("near", *ABOUT["near"])
    payload.add_part(part)
    return View("Country co-productions", render(payload, "Country co-productions", tables, theme))


def companies_view(graph: nx.MultiDiGraph[str], *, theme: Theme | None = None) -> View:
    """Show who produces, sells, distributes and funds with whom, with the works behind it."""
    companies = set(company_network(graph))
    works = {other for company in companies for other in graph.successors(company)}
    part = _behind(graph, {work for work in works if graph.nodes[work]["type"] in WORKS}, companies)
    payload = Payload(part)
    tables = {"companies": _add_companies(payload)}
    payload.add_view("near", *ABOUT["near"])
    payload.add_part(part)
    return View("Companies", render(payload, "Companies", tables, theme))


def _most_linked(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    if len(graph) <= _MOST:
        return graph
    return graph.subgraph(sorted(graph, key=lambda node: (-graph.degree(node), node))[:_MOST])


def _behind(graph: nx.MultiDiGraph[str], works: Iterable[str], others: Iterable[str] = ()) -> nx.MultiDiGraph[str]:
    """Works and what is linked to them, so that a file sent by itself can show what a count stands for."""
    works = set(works)
    around = {other for work in works for other in (*graph.successors(work), *graph.predecessors(work))}
    countries = {node for node, kind in graph.nodes(data="type") if kind == "Country"}
    return _most_linked(graph.subgraph(works | around | countries | set(others)))


def _add_countries(payload: Payload) -> tuple[object, object]:
    network = country_network(payload.graph, stated=True)
    payload.add_view("countries", *ABOUT["countries"], lay_out(backbone(network)), network, country_map(network))
    return country_matrix(payload, network), country_pairs(payload, network)


def _add_companies(payload: Payload) -> object:
    network = company_network(payload.graph)
    payload.add_view("companies", *ABOUT["companies"], lay_out(backbone(network)), network)
    return credits_table(payload)
