"""The statements about a thing for machines, in the formats of RDF: out of it, into it, its nodes, and names."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import OA, PROV, RDFS, SCHEMA
from kg.graph.term import literal
from kg.graph.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.namespace import Namespaces

__all__ = ["EXTENSIONS", "RDF_TYPES", "document_statements", "statements"]

RDF_TYPES = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}
"""Media types with the extension of each, the preferred one first."""
EXTENSIONS = {extension: kind for kind, extension in RDF_TYPES.items()}

_MOST = 20_000
_XML = {"rdfs": RDFS, "schema": SCHEMA, "prov": PROV, "oa": OA}
_NODES = ("participation/", "screening/", "stage/")


def statements(store: Any, names: Namespaces, iri: str, extension: str) -> bytes:
    """Give what is said of a thing as `ttl`, `nt`, `jsonld` or `rdf`.

    That is what it says and what says it (at most 20,000 each), the nodes of statements with qualifiers whole, and
    the names of all things that come up.
    """
    from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

    facts, thing = DefaultGraph(), NamedNode(iri)
    found: dict[Any, None] = {}

    def take(quads: Iterator[Quad]) -> None:
        found.update((Triple(quad.subject, quad.predicate, quad.object), None) for quad in quads)

    take(islice(store.quads_for_pattern(thing, None, None, facts), _MOST))
    take(islice(store.quads_for_pattern(None, None, thing, facts), _MOST))
    for node in {triple.subject for triple in found if _is_node(names, triple.subject)}:
        take(store.quads_for_pattern(node, None, None, facts))
    label = NamedNode(RDFS + "label")
    for end in {end for triple in found for end in (triple.subject, triple.object) if isinstance(end, NamedNode)}:
        take(store.quads_for_pattern(end, label, None, facts))
    return _written(found, names, extension)


def _is_node(names: Namespaces, term: Any) -> bool:
    return any(term.value.startswith(names.base + start) for start in _NODES)


def document_statements(store: Any, names: Namespaces, iri: str, extension: str) -> bytes:
    """Give the graph of a document: its claims, items and the words that they were quoted from, no more of its text.

    What stands around the words (oa:prefix, oa:suffix) belongs to the text, and is left out.
    """
    from pyoxigraph import NamedNode, Triple

    around = {OA + "prefix", OA + "suffix"}
    found: dict[Any, None] = {}
    shown: set[Any] = set()
    for quad in islice(store.quads_for_pattern(None, None, None, NamedNode(iri)), 50 * _MOST):
        if quad.predicate.value not in around:
            found[Triple(quad.subject, quad.predicate, quad.object)] = None
            if quad.predicate.value == PROV + "wasQuotedFrom" and "/claim/" in quad.subject.value:
                shown.add(quad.object)
    quoted = {
        triple: None
        for triple in found
        if "#char=" not in triple.subject.value or triple.subject in shown or triple.predicate.value != OA + "exact"
    }
    return _written(quoted, names, extension)


def _written(triples: Any, names: Namespaces, extension: str) -> bytes:
    """Give triples in a format: the same bytes for the same triples."""
    from pyoxigraph import RdfFormat, serialize

    kinds = {"jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML}
    ordered = sorted(triples, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
    if extension in ("jsonld", "rdf"):
        return _sorted_names(
            bytes(serialize(ordered, format=kinds[extension], prefixes={**_XML, "kg": names.ontology}) or b"")
        )
    said = sorted({(_text(one.subject), _text(one.predicate), _text(one.object)) for one in ordered})
    if extension == "nt":
        return "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in said).encode()
    used = {
        prefix: namespace
        for prefix, namespace in names.prefixes.items()
        if any(f"<{namespace}" in term for triple in said for term in triple)
    }
    return "".join(turtle(said, used)).encode()


def _text(term: Any) -> str:
    from pyoxigraph import Literal

    if not isinstance(term, Literal):
        return str(term)
    return literal(term.value, None if term.language else term.datatype.value, term.language)


def _sorted_names(written: bytes) -> bytes:
    """The writer declares its namespaces in an order that differs from run to run."""
    start = written.find(b"<rdf:RDF ")
    if start < 0:
        return written
    end = written.index(b">", start)
    names = sorted(written[start + len(b"<rdf:RDF ") : end].split())
    return written[:start] + b"<rdf:RDF " + b" ".join(names) + written[end:]
