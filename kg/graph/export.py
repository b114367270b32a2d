"""Export: the graph in other formats, each byte for byte the same from the same store.

N-Quads and TriG hold everything; N-Triples, Turtle, JSON-LD and RDF/XML what film-graph.ttl holds; GraphML and GEXF
the network for Gephi.
"""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from kg.errors import UsageError
from kg.files import write_lines
from kg.graph.gephi import gexf, graphml, network, xml_text
from kg.graph.namespace import DEFAULT_BASE, RDF, Namespaces
from kg.graph.term import literal, split_literal
from kg.graph.turtle import trig, turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.graph.term import Quad, Triple

__all__ = ["FORMATS", "export", "term_text"]

FORMATS = ("ntriples", "nquads", "turtle", "trig", "jsonld", "rdfxml", "graphml", "gexf")
"""The names that `export` knows."""


def export(store: Store, form: str, path: Path, *, base: str = DEFAULT_BASE) -> None:
    """Write the graph of a store to `path` in one of FORMATS; the file appears whole or not at all.

    `base` is the base IRI that the graph was built with. Raises UsageError for an unknown format, OSError as the
    file system does.
    """
    prefixes = Namespaces(base).prefixes
    match form:
        case "ntriples":
            lines: Iterable[str] = (f"{s} {p} {o} .\n" for s, p, o in _triples(store))
        case "nquads":
            lines = (f"{s} {p} {o}{' ' + g if g else ''} .\n" for g, s, p, o in _quads(store))
        case "turtle":
            lines = turtle(_triples(store), prefixes)
        case "trig":
            lines = trig(_quads(store), prefixes)
        case "jsonld":
            lines = _jsonld(_triples(store))
        case "rdfxml":
            lines = _rdfxml(_triples(store), prefixes)
        case "graphml":
            lines = [graphml(network(store, base=base))]
        case "gexf":
            lines = [gexf(network(store, base=base))]
        case _:
            raise UsageError(f"there is no format {form!r}", do=f"one of {', '.join(FORMATS)}")
    write_lines(Path(path), lines)


def term_text(term: Any) -> str:
    """Give a term as N-Triples has it, in the escapes of our own exports."""
    from pyoxigraph import Literal

    if isinstance(term, Literal):
        return literal(term.value, None if term.language else term.datatype.value, term.language)
    return str(term)


def _triples(store: Store) -> list[Triple]:
    from pyoxigraph import DefaultGraph

    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    return sorted((term_text(quad.subject), term_text(quad.predicate), term_text(quad.object)) for quad in quads)


def _quads(store: Store) -> list[Quad]:
    """Give all quads sorted, the default graph first: its name is the empty text."""
    from pyoxigraph import DefaultGraph

    return sorted(
        (
            "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name),
            term_text(quad.subject),
            term_text(quad.predicate),
            term_text(quad.object),
        )
        for quad in store
    )


def _jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Give JSON-LD, one subject a line, in expanded form: there is no context to fetch."""
    before = "[\n"
    for subject, said in groupby(triples, key=itemgetter(0)):
        node: dict[str, Any] = {"@id": subject[1:-1]}
        for _, predicate, value in said:
            if predicate == f"<{RDF}type>":
                node.setdefault("@type", []).append(value[1:-1])
            else:
                node.setdefault(predicate[1:-1], []).append(_jsonld_value(value))
        yield before + json.dumps(node, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _jsonld_value(term: str) -> dict[str, str]:
    if term.startswith("<"):
        return {"@id": term[1:-1]}
    text, datatype, language = split_literal(term)
    if language:
        return {"@value": text, "@language": language}
    return {"@value": text, "@type": datatype} if datatype else {"@value": text}


# The namespaces of what film-graph.ttl says; others are declared where they stand.
_DECLARED = ("dcterms", "kg", "rdf", "rdfs", "schema")


def _rdfxml(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give RDF/XML, a subject an element; characters that XML cannot hold become U+FFFD."""
    declared = "".join(f"\n    xmlns:{each}={_attribute(prefixes[each])}" for each in _DECLARED)
    short = {prefixes[each]: each for each in _DECLARED}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for subject, said in groupby(triples, key=itemgetter(0)):
        yield f"  <rdf:Description rdf:about={_attribute(subject[1:-1])}>\n"
        for _, predicate, value in said:
            yield f"    {_rdfxml_property(predicate[1:-1], value, short)}\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _rdfxml_property(predicate: str, value: str, short: Mapping[str, str]) -> str:
    cut = max(predicate.rfind("#"), predicate.rfind("/")) + 1
    prefix, said = short.get(predicate[:cut]), ""
    if prefix is None:
        prefix, said = "p", f" xmlns:p={_attribute(predicate[:cut])}"
    tag = f"{prefix}:{predicate[cut:]}"
    if value.startswith("<"):
        return f"<{tag}{said} rdf:resource={_attribute(value[1:-1])}/>"
    text, datatype, language = split_literal(value)
    if language:
        said += f" xml:lang={_attribute(language)}"
    elif datatype:
        said += f" rdf:datatype={_attribute(datatype)}"
    # A bare carriage return would be read back as a newline.
    return f"<{tag}{said}>{escape(xml_text(text), {chr(13): '&#13;'})}</{tag}>"


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
