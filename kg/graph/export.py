"""Export: the graph in other formats, each byte for byte the same from the same store.

RDF formats are sorted before they are written. GraphML and GEXF hold the network for Gephi: works, people,
companies, countries, festivals, awards and places, with one edge a distinct statement.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.files import write_bytes, write_lines
from kg.graph.namespace import RDF, Namespaces
from kg.graph.turtle import trig, turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.graph.term import Quad, Triple

__all__ = ["FORMATS", "export"]

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAMP = re.compile(rb'\s+lastmodifieddate="[^"]*"|<meta\b[^>]*lastmodifieddate[^>]*>')


def export(store: Store, form: str, path: Path) -> None:
    """Write the graph of a store to `path` in one of FORMATS; the file appears whole or not at all.

    Raises UsageError for an unknown format, OSError as the file system does.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}", do=f"one of {', '.join(FORMATS)}")
    FORMATS[form](store, Path(path))


def _term(term: Any) -> str:
    """Give a term as N-Triples writes it, in the escapes of our own exports."""
    from pyoxigraph import Literal

    if isinstance(term, Literal):
        from kg.graph.term import literal

        return literal(term.value, None if term.language else term.datatype.value, term.language)
    return str(term)


def _triples(store: Store) -> list[Triple]:
    from pyoxigraph import DefaultGraph

    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    return sorted((_term(q.subject), _term(q.predicate), _term(q.object)) for q in quads)


def _quads(store: Store) -> list[Quad]:
    from pyoxigraph import DefaultGraph

    return sorted(
        ("" if isinstance(q.graph_name, DefaultGraph) else str(q.graph_name), *_plain(q)) for q in store
    )  # the default graph first: its name is the empty text


def _plain(quad: Any) -> Triple:
    return _term(quad.subject), _term(quad.predicate), _term(quad.object)


def _ntriples(store: Store, path: Path) -> None:
    write_lines(path, (f"{s} {p} {o} .\n" for s, p, o in _triples(store)))


def _nquads(store: Store, path: Path) -> None:
    write_lines(path, (f"{s} {p} {o}{' ' + g if g else ''} .\n" for g, s, p, o in _quads(store)))


def _turtle(store: Store, path: Path) -> None:
    write_lines(path, turtle(_triples(store), Namespaces().prefixes))


def _trig(store: Store, path: Path) -> None:
    write_lines(path, trig(_quads(store), Namespaces().prefixes))


def _jsonld(store: Store, path: Path) -> None:
    """Write JSON-LD, one object a subject and line, expanded form: no context to fetch."""
    write_lines(path, _jsonld_lines(_triples(store)))


def _jsonld_lines(triples: list[Triple]) -> Iterator[str]:
    from itertools import groupby

    nodes = []
    for subject, said in groupby(triples, key=lambda triple: triple[0]):
        node: dict[str, Any] = {"@id": subject[1:-1]}
        for _, predicate, value in said:
            if predicate == f"<{RDF}type>":
                node.setdefault("@type", []).append(value[1:-1])
            else:
                node.setdefault(predicate[1:-1], []).append(_jsonld_value(value))
        nodes.append(json.dumps(node, ensure_ascii=False))
    yield "[\n" + ",\n".join(nodes) + "\n]\n"


def _jsonld_value(term: str) -> dict[str, str]:
    from kg.graph.term import split_literal

    if term.startswith("<"):
        return {"@id": term[1:-1]}
    text, datatype, language = split_literal(term)
    if language:
        return {"@value": text, "@language": language}
    return {"@value": text, "@type": datatype} if datatype else {"@value": text}


def _rdfxml(store: Store, path: Path) -> None:
    """Write RDF/XML through Oxigraph, from sorted triples; characters that XML cannot hold become U+FFFD."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, serialize
    from pyoxigraph import Triple as OxTriple

    from kg.graph.term import split_literal

    def node(term: str) -> Any:
        if term.startswith("<"):
            return NamedNode(term[1:-1])
        text, datatype, language = split_literal(term)
        text = _NOT_XML.sub("\ufffd", text)
        return (
            Literal(text, language=language)
            if language
            else Literal(text, datatype=NamedNode(datatype) if datatype else None)
        )

    triples = (OxTriple(node(s), node(p), node(o)) for s, p, o in _triples(store))
    prefixes = dict(Namespaces().prefixes)
    write_bytes(path, serialize(triples, format=RdfFormat.RDF_XML, prefixes=prefixes) or b"")


def _network(store: Store) -> nx.MultiDiGraph[str]:
    """Give the network with plain attributes that XML can hold, nodes and edges sorted."""
    import networkx as nx

    from kg.graph.network import edges, nodes

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, data in nodes(store):
        network.add_node(key, **{name: _NOT_XML.sub("\ufffd", value) for name, value in data.items()})
    for number, (start, end, predicate, label) in enumerate(edges(store)):
        network.add_edge(start, end, key=number, predicate=predicate, label=label, weight=1)
    return network


def _graphml(store: Store, path: Path) -> None:
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(_network(store), out)
    write_bytes(path, out.getvalue())


def _gexf(store: Store, path: Path) -> None:
    """Write GEXF without the date of today that networkx stamps into it."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_gexf(_network(store), out)
    write_bytes(path, _STAMP.sub(b"", out.getvalue()))


FORMATS: Mapping[str, Callable[[Any, Path], None]] = {
    "ntriples": _ntriples,
    "nquads": _nquads,
    "turtle": _turtle,
    "trig": _trig,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
    "graphml": _graphml,
    "gexf": _gexf,
}
"""The formats by name, each with the function that writes it."""
