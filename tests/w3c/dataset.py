"""Putting the data of a test into the server, and reading back what a dataset holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comparison import read_graph, read_graph_file
from manifest import BASE, QT, ROOT, UT, local, named_graphs

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph
    from rdflib.term import Node
    from serving import Served

__all__ = ["described", "fill", "held"]

MEDIA = {".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": "application/n-triples"}
_GRAPHS = "SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }"


def fill(endpoint: Served, graph: Graph, node: Node) -> None:
    """Put the dataset that a manifest describes into the server."""
    for path in _defaults(graph, node):
        data = path.read_bytes()
        if path.suffix == ".ttl":  # the default graph has no name that relative IRIs could be resolved against
            data = f"@base <{_iri(path)}> .\n".encode() + data
        answer = endpoint.graph("POST", "", data, MEDIA[path.suffix])
        assert answer.status == 204, answer.text
    for name, path in named_graphs(graph, node).items():
        answer = endpoint.graph("PUT", name, path.read_bytes(), MEDIA[path.suffix])
        assert answer.status == 201, answer.text


def described(graph: Graph, node: Node) -> dict[str, Graph]:
    """Give the graphs of a dataset that a manifest describes, "" the default graph, without empty ones."""
    found = {name: read_graph_file(path, name) for name, path in named_graphs(graph, node).items()}
    for path in _defaults(graph, node):
        found[""] = read_graph_file(path, _iri(path))
    return {name: each for name, each in found.items() if len(each)}


def held(endpoint: Served) -> dict[str, Graph]:
    """Give the graphs that the server holds, "" the default graph, without empty ones."""
    rows = endpoint.get(_GRAPHS).json()["results"]["bindings"]
    found = {}
    for name in ("", *(row["graph"]["value"] for row in rows)):
        answer = endpoint.graph("GET", name)
        assert answer.status == 200, answer.text
        found[name] = read_graph(answer.body, "nt")
    return {name: each for name, each in found.items() if len(each)}


def _defaults(graph: Graph, node: Node) -> list[Path]:
    return [local(file) for name in (QT.data, UT.data) for file in graph.objects(node, name)]


def _iri(path: Path) -> str:
    return BASE + path.relative_to(ROOT).as_posix()
