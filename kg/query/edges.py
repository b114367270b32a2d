"""Edges: an answer as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.graph.namespace import RDF, RDFS, Namespaces
from kg.graph.turtle import shortener
from kg.query.value import native, node_of

if TYPE_CHECKING:
    import networkx as nx

    from kg.query.result import Node, Result

__all__ = ["to_networkx"]

_ENTITIES = ("uri", "bnode")


def to_networkx(result: Result) -> nx.MultiDiGraph[str]:
    """Give a directed graph whose nodes are IRIs (or `_:b0`, … for what has none).

    Triples: one between two things is an edge, keyed by its predicate's IRI, with `predicate` (prefixed) as its data.
    What else is said of a thing is data of its node: each `rdf:type` in `type`, the `rdfs:label` in `label`, a
    literal under the prefixed name of its predicate; `type` and what is said several times are lists.

    A table: its first two columns that hold things alone are the ends of an edge, from the one to the other, a row
    each; all other columns are the edge's data. A row in which an end is not bound gives no edge.

    Raises QueryError for a yes or no, and for a table without two columns of things.
    """
    if result.truth is not None:
        raise QueryError("a yes or no is no graph", do="ask with CONSTRUCT or SELECT")
    return _of_table(result) if result.triples is None else _of_triples(result)


def _of_triples(result: Result) -> nx.MultiDiGraph[str]:
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    show = shortener(Namespaces().prefixes)
    for subject, predicate, value in result.triples or ():
        thing, other = _key(node_of(subject)), node_of(value)
        graph.add_node(thing)
        data = graph.nodes[thing]
        if predicate == f"<{RDF}type>":
            data.setdefault("type", []).append(show(value))
        elif other.kind in _ENTITIES:
            graph.add_edge(thing, _key(other), predicate[1:-1], predicate=show(predicate))
        elif predicate == f"<{RDFS}label>" and "label" not in data:
            data["label"] = other.value
        else:
            _also(data, show(predicate), native(other))
    return graph


def _also(data: dict[str, Any], name: str, value: Any) -> None:
    if name in data:
        data[name] = [*(data[name] if isinstance(data[name], list) else [data[name]]), value]
    else:
        data[name] = value


def _of_table(result: Result) -> nx.MultiDiGraph[str]:
    import networkx as nx

    ends = [place for place in range(len(result.columns)) if _holds_things(row[place] for row in result.rows)][:2]
    if result.rows and len(ends) < 2:
        raise QueryError("a graph needs two columns of things", do=f"the columns are {', '.join(result.columns)}")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in result.rows:
        one, other = (row[place] for place in ends)
        if one is not None and other is not None:
            data = {name: native(node) for name, node in zip(result.columns, row, strict=True)}
            for place in ends:
                del data[result.columns[place]]
            # The dict goes in whole: a column may be called as one of the parameters of add_edge.
            key = graph.add_edge(_key(one), _key(other))
            graph.edges[_key(one), _key(other), key].update(data)
    return graph


def _holds_things(nodes: Any) -> bool:
    bound = [node for node in nodes if node is not None]
    return bool(bound) and all(node.kind in _ENTITIES for node in bound)


def _key(node: Node) -> str:
    return f"_:{node.value}" if node.kind == "bnode" else node.value
