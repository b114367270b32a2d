"""The tables beside a picture: the same facts as rows and cells, for reading, copying and printing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.network import COMPANIES, WORKS, phrase

if TYPE_CHECKING:
    import networkx as nx

    from kg.view.payload import Payload

__all__ = ["Cell", "Credits", "Matrix", "Pair", "Rows", "country_matrix", "country_pairs", "credits_table"]

# A table of more than this is no longer read; the picture and the search hold the rest.
_COUNTRIES = 24
_ROWS = 80
_WORKS = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that opens its works: the numbers of two countries and of the works."""

    first: int
    second: int
    works: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries with the works they share, as names and as numbers."""

    first: str
    second: str
    cell: Cell
    works: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that may hold only the first of many."""

    rows: tuple[Any, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries listed first (rows) by partner (columns); rows are (name, cells, works in all)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...], int], ...]
    unordered: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Credits:
    """A work with its number, and the companies behind it as (role, name, number)."""

    work: str
    number: int
    companies: tuple[tuple[str, str, int], ...]


def country_matrix(payload: Payload, network: nx.Graph[str]) -> Matrix:
    """Count works by the country listed first and each partner; works listed in no order are counted apart."""
    graph = payload.graph
    counted: dict[tuple[str, str], set[str]] = {}
    unordered = set()
    for work in sorted({work for *_, edge in network.edges(data=True) for work in edge["works"]}):
        listed = {country: _position(graph, work, country) for country in _origins(graph, work)}
        first = [country for country, position in listed.items() if position == 1]
        if len(first) != 1:
            unordered.add(work)
            continue
        for partner in listed:
            if partner != first[0]:
                counted.setdefault((first[0], partner), set()).add(work)
    label = {country: str(graph.nodes[country]["label"]) for country in network}
    total = {country: sum(len(works) for pair, works in counted.items() if country in pair) for country in network}
    ranked = sorted(network, key=lambda country: (-total[country], label[country]))
    order = ranked[:_COUNTRIES]
    columns = [country for country in order if any(pair[1] == country for pair in counted)]
    rows = []
    for country in order:
        cells = [counted.get((country, partner)) for partner in columns]
        if any(cells):
            shown = tuple(
                Cell(
                    payload.node(country),
                    payload.node(partner),
                    tuple(payload.node(work) for work in sorted(works)),
                )
                if works
                else None
                for partner, works in zip(columns, cells, strict=True)
            )
            rows.append((label[country], shown, len(set().union(*(works for works in cells if works)))))
    return Matrix(tuple(label[country] for country in columns), tuple(rows), len(unordered), len(ranked) - len(order))


def country_pairs(payload: Payload, network: nx.Graph[str]) -> Rows:
    """Give all pairs, most works first; a pair that is stated without a work has none."""
    label = payload.graph.nodes
    pairs = []
    for *ends, edge in network.edges(data=True):
        names = sorted(ends, key=lambda country: str(label[country]["label"]))
        cell = Cell(payload.node(names[0]), payload.node(names[1]), tuple(payload.node(work) for work in edge["works"]))
        works = sorted(str(label[work]["label"]) for work in edge["works"])
        more = max(0, len(works) - _WORKS)
        first, second = (str(label[name]["label"]) for name in names)
        pairs.append(Pair(first, second, cell, tuple(works[:_WORKS]), more))
    pairs.sort(key=lambda pair: (-len(pair.cell.works), pair.first, pair.second))
    return Rows(tuple(pairs[:_ROWS]), max(0, len(pairs) - _ROWS))


def credits_table(payload: Payload) -> Rows:
    """Give each work that companies stand behind, with who produced, sold, distributed it, by title."""
    graph = payload.graph
    found: dict[str, list[tuple[str, str, int]]] = {}
    for company, work, key in sorted(graph.edges(keys=True)):
        if graph.nodes[company]["type"] in COMPANIES and graph.nodes[work]["type"] in WORKS:
            edge = graph.edges[company, work, key]
            role = ", ".join((edge["inverse"], *(phrase(each) for each in edge["qualifiers"])))
            found.setdefault(work, []).append((role, str(graph.nodes[company]["label"]), payload.node(company)))
    rows = [
        Credits(str(graph.nodes[work]["label"]), payload.node(work), tuple(sorted(companies)))
        for work, companies in found.items()
    ]
    most = sorted(rows, key=lambda row: (-len(row.companies), row.work, row.number))[:_ROWS]
    return Rows(tuple(sorted(most, key=lambda row: (row.work, row.number))), len(rows) - len(most))


def _origins(graph: nx.MultiDiGraph[str], work: str) -> list[str]:
    return sorted({country for _, country, key in graph.out_edges(work, keys=True) if key == "countryOfOrigin"})


def _position(graph: nx.MultiDiGraph[str], work: str, country: str) -> int | None:
    """The smallest position that any list gives the country."""
    qualifiers = graph.edges[work, country, "countryOfOrigin"]["qualifiers"]
    return min((int(value) for each in qualifiers for key, value in each if key == "position"), default=None)
