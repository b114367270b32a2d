"""The network for Gephi and its like: things and one edge a distinct statement between two of them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import RDF, RDFS, Namespaces
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Store

__all__ = ["gexf", "graphml", "network", "xml_text"]

# A subclass of one of these too.
_DRAWN = ("Work", "Person", "Company", "Place", "Festival", "FestivalEdition", "Award")

# What XML 1.0 cannot hold, not even escaped; U+FFFD stands for it.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# networkx writes today's date and its own version.
_META = re.compile(r'<meta lastmodifieddate="[^"]*">(\s*)<creator>[^<]*</creator>')


def xml_text(text: str) -> str:
    """Give a text with U+FFFD for each character that XML 1.0 cannot hold (controls, noncharacters)."""
    return _NOT_XML.sub("\ufffd", text)


def network(store: Store, *, base: str) -> nx.MultiDiGraph[str]:
    """Give the network in a store, from the graph built under `base`.

    Nodes are keyed by local IRI and carry `label`, `type` and `iri`; edges are keyed by number and carry `predicate`,
    `label` and `weight`, the number of claims that say so (at least 1). The doubles of schema.org and the nodes of
    qualifiers are not part of it. A symmetric statement stands once, from the smaller IRI. All values are text that
    XML can hold; everything comes sorted.
    """
    import networkx as nx

    names = Namespaces(base)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    things = _things(store, names)
    for iri, (kind, label) in sorted(things.items()):
        found.add_node(iri.removeprefix(base), label=xml_text(label), type=kind, iri=iri)
    edges = sorted(_edges(store, set(things), names).items())
    for number, ((start, end, predicate, label), weight) in enumerate(edges):
        ends = start.removeprefix(base), end.removeprefix(base)
        found.add_edge(*ends, key=number, predicate=predicate, label=label, weight=weight)
    return found


def _things(store: Store, names: Namespaces) -> dict[str, tuple[str, str]]:
    """Give (most specific class, label) by IRI."""
    from pyoxigraph import DefaultGraph, NamedNode

    table = vocabulary()
    kinds: dict[str, str] = {}
    for kind in sorted(table.classes, key=lambda name: (len(table.ancestors(name)), name)):
        if any(table.is_a(kind, drawn) for drawn in _DRAWN):
            term = NamedNode(names.ontology + kind)
            for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), term, DefaultGraph()):
                kinds[_value(quad.subject)] = kind
    labels: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, NamedNode(RDFS + "label"), None, DefaultGraph()):
        node, label = _value(quad.subject), _value(quad.object)
        labels[node] = min(labels.get(node, label), label)
    return {node: (kind, labels.get(node, node.removeprefix(names.base))) for node, kind in kinds.items()}


def _edges(store: Store, things: set[str], names: Namespaces) -> dict[tuple[str, str, str, str], int]:
    from pyoxigraph import DefaultGraph, NamedNode

    rows = [(row.name, row.label, row.symmetric) for row in vocabulary().predicates.values() if not row.literal]
    rows.append(("festival", "is an edition of", False))
    claims = _claims(store)
    edges: dict[tuple[str, str, str, str], int] = {}
    for name, label, symmetric in rows:
        predicate = names.ontology + name
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None, DefaultGraph()):
            start, end = _value(quad.subject), _value(quad.object)
            if start not in things or end not in things:
                continue
            weight = claims.get((start, predicate, end), 0)
            if symmetric and start != end:
                weight += claims.get((end, predicate, start), 0)
                start, end = sorted((start, end))
            edges[start, end, name, label] = max(weight, 1)
    return edges


def _claims(store: Store) -> dict[tuple[str, str, str], int]:
    """Count the claims that make each statement."""
    from pyoxigraph import NamedNode

    said: dict[str, list[str]] = {}
    for part in ("subject", "predicate", "object"):
        for quad in store.quads_for_pattern(None, NamedNode(RDF + part), None, None):
            said.setdefault(_value(quad.subject), []).append(_value(quad.object))
    counted: dict[tuple[str, str, str], int] = {}
    for parts in said.values():
        if len(parts) == 3:
            counted[parts[0], parts[1], parts[2]] = counted.get((parts[0], parts[1], parts[2]), 0) + 1
    return counted


def _value(term: Any) -> str:
    return str(getattr(term, "value", ""))


def graphml(graph: nx.MultiDiGraph[str]) -> str:
    """Give a network as GraphML."""
    import networkx as nx

    return "<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(nx.generate_graphml(graph)) + "\n"


def gexf(graph: nx.MultiDiGraph[str]) -> str:
    """Give a network as GEXF 1.2 without the date of today."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_gexf(graph, out)
    return _META.sub(r"<meta>\1<creator>filmkg</creator>", out.getvalue().decode("utf-8"), count=1)
