"""Validation: the exported graph against the SHACL shapes of the vocabulary, and what shapes cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.graph.exports import EVIDENCE, FILM_GRAPH
from kg.graph.namespace import DEFAULT_BASE, RDF, Namespaces
from kg.graph.ontology import properties
from kg.graph.shapes import shapes_lines
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

__all__ = ["Finding", "validate"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where the graph does not conform: the node, the path (or ""), what is wrong, the value (or "")."""

    focus: str
    path: str
    message: str
    value: str = ""


def validate(exports: Path, *, base: str = DEFAULT_BASE) -> list[Finding]:
    """Hold film-graph.ttl and evidence.trig against shapes.ttl; give all findings, sorted, [] if the graph conforms.

    Beside the shapes: film-graph.ttl has no blank nodes, and our namespace no term that the vocabulary lacks; other
    namespaces are open to whoever adds to the graph. Raises BuildError where an export is missing or does not parse.
    """
    from rdflib import Graph

    names = Namespaces(base)
    film_graph = _read(Path(exports) / FILM_GRAPH)
    evidence = _read(Path(exports) / EVIDENCE)
    both = Graph(bind_namespaces="none")
    for graph in (film_graph, evidence):
        for triple in graph:
            both.add(triple)
    if base == DEFAULT_BASE:
        text = files("kg.vocabulary").joinpath("shapes.ttl").read_text(encoding="utf-8")
    else:
        text = "".join(shapes_lines(names))
    shapes = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    found = {*_blank_nodes(film_graph), *_unknown_terms(both, names), *_results(both, shapes)}
    return sorted(found)


def _read(path: Path) -> Graph:
    """Read a file through Oxigraph, which is fast and strict, into an rdflib graph that forgets graph names."""
    from pyoxigraph import RdfFormat, parse
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    form = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
    try:
        for quad in parse(path=str(path), format=form):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    except FileNotFoundError:
        raise BuildError("there is no such export", where=str(path), do="run `kg build`") from None
    except SyntaxError as error:
        raise BuildError(f"cannot be parsed: {error}", where=str(path), do="run `kg build`") from error
    return graph


def _term(term: Any) -> Any:
    from pyoxigraph import BlankNode, NamedNode
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    # RDF 1.1 has no untyped literals, rdflib has: without a datatype its strings and ours are the same.
    plain = datatype.endswith("XMLSchema#string")
    return Literal(term.value, datatype=None if plain else URIRef(datatype), normalize=False)


def _blank_nodes(graph: Graph) -> Iterator[Finding]:
    from rdflib import BNode

    for node in graph.all_nodes():
        if isinstance(node, BNode):
            # Its own name changes from one reading to the next.
            yield Finding("_:", "", "film-graph has no blank nodes")


def _unknown_terms(graph: Graph, names: Namespaces) -> Iterator[Finding]:
    from rdflib import URIRef

    table = vocabulary()
    known = {names.ontology + name for name in (*table.predicates, *properties())}
    classes = {names.ontology + name for name in table.classes}
    for subject, predicate, value in graph:
        if str(predicate).startswith(names.ontology) and str(predicate) not in known:
            yield Finding(str(subject), str(predicate), "the vocabulary has no such property", str(value))
        of_class = predicate == URIRef(RDF + "type") and str(value).startswith(names.ontology)
        if of_class and str(value) not in classes:
            yield Finding(str(subject), str(predicate), "the vocabulary has no such class", str(value))


def _results(data: Graph, shapes: Graph) -> Iterator[Finding]:
    from pyshacl import validate as run
    from rdflib import Graph
    from rdflib.namespace import RDF as RDF_TERMS
    from rdflib.namespace import SH

    conforms, report, text = run(data, shacl_graph=shapes, inference="none", advanced=False)
    if conforms:
        return
    if not isinstance(report, Graph):
        raise BuildError(f"the shapes could not be applied: {text}", where="shapes.ttl")
    for result in report.subjects(RDF_TERMS.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
        said = "; ".join(messages) or "does not conform"
        path = _path(report.value(result, SH.resultPath), shapes)
        yield Finding(_shown(focus), path, said, "" if value == focus else _shown(value))


def _path(path: Any, shapes: Graph) -> str:
    """Show a path as SPARQL writes it: an IRI, or ^IRI for one that is walked backwards."""
    from rdflib.namespace import SH

    backwards = shapes.value(path, SH.inversePath) if path is not None else None
    return f"^{backwards}" if backwards is not None else _shown(path)


def _shown(term: Any) -> str:
    """Show a term; a blank node without its name, which changes from one reading to the next."""
    from rdflib import BNode

    return "" if term is None else "_:" if isinstance(term, BNode) else str(term)
