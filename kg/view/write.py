"""Views as files: each one whole, one file, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_bytes
from kg.network import (
    COMPANIES,
    WORKS,
    collaborators,
    company_network,
    country_network,
    find,
    lay_out,
    neighbourhood,
)
from kg.view.page import render
from kg.view.payload import Payload
from kg.view.table import country_matrix, country_pairs, credits_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

__all__ = ["write_company_view", "write_film_view", "write_person_view", "write_views"]

_TITLE = "Film knowledge graph"


def write_views(graph: nx.MultiDiGraph[str], folder: Path, places: Mapping[str, tuple[int, int]]) -> list[Path]:
    """Write index.html, countries.html and companies.html into `folder`; give their paths.

    `graph` is a view graph (kg.network.view_graph) and `places` says where each of its nodes stands (lay_out).
    index.html holds all views; the other two hold their own, with the works behind it, to send to somebody.
    Raises OSError as the file system does; each file appears whole or not at all.
    """
    countries, companies = country_network(graph, stated=True), company_network(graph)
    pages = {
        "index.html": _index(graph, places, countries, companies),
        "countries.html": _countries(graph, countries),
        "companies.html": _companies(graph, companies),
    }
    paths = []
    for name, page in pages.items():
        paths.append(Path(folder) / name)
        write_bytes(paths[-1], page)
    return paths


def write_film_view(graph: nx.MultiDiGraph[str], name: str, path: Path, *, steps: int = 2) -> None:
    """Write one film's (or other work's) neighbourhood; `name` is a title, an alias, a key or an IRI.

    Raises UsageError for a name that no work or more than one has.
    """
    key = find(graph, name, WORKS)
    payload = Payload(graph)
    _add_around(payload, key, steps)
    write_bytes(path, render(payload, _named(graph, key), node=key, near=steps))


def write_person_view(graph: nx.MultiDiGraph[str], name: str, path: Path, *, steps: int = 2) -> None:
    """Write one person's neighbourhood, with the people who share works with them as a second view."""
    key = find(graph, name, ("Person",))
    payload = Payload(graph)
    _add_around(payload, key, steps)
    people = collaborators(graph, key)
    payload.add_pairs(
        "people",
        "Collaborators",
        "People who share works; a line is wider the more they share.",
        people,
        lay_out(people),
    )
    write_bytes(path, render(payload, _named(graph, key), node=key, near=steps))


def write_company_view(graph: nx.MultiDiGraph[str], name: str, path: Path, *, steps: int = 2) -> None:
    """Write one company's neighbourhood, with the companies that share works with it as a second view."""
    key = find(graph, name, COMPANIES)
    payload = Payload(graph)
    _add_around(payload, key, steps)
    network = company_network(graph)
    partners = network.subgraph([key, *network[key]])
    payload.add_pairs(
        "partners", "Partners", "Companies that share works, or that a text links.", partners, lay_out(partners)
    )
    write_bytes(path, render(payload, _named(graph, key), node=key, near=steps))


def _named(graph: nx.MultiDiGraph[str], key: str) -> str:
    return str(graph.nodes[key]["label"])


def _add_around(payload: Payload, key: str, steps: int) -> None:
    around = neighbourhood(payload.graph, key, steps=steps)
    payload.add_statements(
        "around",
        "Neighbourhood",
        "What the documents say of it, and of what is linked to it.",
        around,
        lay_out(around),
    )


def _index(
    graph: nx.MultiDiGraph[str],
    places: Mapping[str, tuple[int, int]],
    countries: nx.Graph[str],
    companies: nx.Graph[str],
) -> bytes:
    payload = Payload(graph)
    payload.add_statements(
        "graph",
        "Everything",
        "Films, people, companies and countries, and what the documents say of them.",
        graph,
        places,
    )
    _add_countries(payload, countries)
    _add_companies(payload, companies)
    return render(
        payload,
        _TITLE,
        {
            "countries": (country_matrix(payload, countries), country_pairs(payload, countries)),
            "companies": credits_table(payload),
        },
    )


def _countries(graph: nx.MultiDiGraph[str], countries: nx.Graph[str]) -> bytes:
    payload = Payload(graph)
    _add_countries(payload, countries)
    works = {work for *_, edge in countries.edges(data=True) for work in edge["works"]}
    _add_behind(payload, works | set(countries))
    tables = {"countries": (country_matrix(payload, countries), country_pairs(payload, countries))}
    return render(payload, "Country co-productions", tables)


def _companies(graph: nx.MultiDiGraph[str], companies: nx.Graph[str]) -> bytes:
    payload = Payload(graph)
    _add_companies(payload, companies)
    works = {work for company in companies for work in graph.successors(company) if graph.nodes[work]["type"] in WORKS}
    _add_behind(payload, works | set(companies))
    return render(payload, "Companies", {"companies": credits_table(payload)})


def _add_countries(payload: Payload, network: nx.Graph[str]) -> None:
    about = "Countries that make works together. A line is wider the more works; dashed where no work is named."
    payload.add_pairs("countries", "Countries", about, network, lay_out(network))


def _add_companies(payload: Payload, network: nx.Graph[str]) -> None:
    about = "Who produces, sells, distributes and funds with whom: companies are linked where they share a work."
    payload.add_pairs("companies", "Companies", about, network, lay_out(network))


def _add_behind(payload: Payload, core: Iterable[str]) -> None:
    """The works and what is linked to them, so that a file sent by itself can show what a count stands for."""
    graph = payload.graph
    core = set(core)
    works = [node for node in core if graph.nodes[node]["type"] in WORKS]
    around = {other for work in works for other in (*graph.successors(work), *graph.predecessors(work))}
    part = graph.subgraph(core | around)
    payload.add_statements(
        "works", "Works behind it", "The works themselves, with all that is said of them.", part, lay_out(part)
    )
