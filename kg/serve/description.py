"""What the service says of itself: a SPARQL 1.1 Service Description, and VoID about the graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DCTERMS, RDF, XSD, Namespaces
from kg.graph.term import literal
from kg.serve.accept import GRAPHS, chosen
from kg.serve.answer import rewritten
from kg.serve.reply import Reply, unacceptable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.graph.term import Triple

__all__ = ["count", "service_description", "void", "written"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "N-Quads", "TriG", "JSON-LD", "RDF_XML",
)  # fmt: skip
_TERMS = (DCTERMS, "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "https://schema.org/")


def service_description(address: str, *, scratch: bool, services: bool) -> list[Triple]:
    """Describe the endpoint at an address: languages, forms of results, its dataset."""
    node = f"<{address}>"
    dataset, graph = f"<{address}#dataset>", f"<{address}#default>"
    said = [
        (node, _a(), _sd("Service")),
        (node, _sd("endpoint"), node),
        (node, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (node, _sd("defaultDataset"), dataset),
        (dataset, _a(), _sd("Dataset")),
        (dataset, _sd("defaultGraph"), graph),
        (graph, _a(), _sd("Graph")),
    ]
    if services:
        said.append((node, _sd("feature"), _sd("BasicFederatedQuery")))
    if scratch:
        said.append((node, _sd("supportedLanguage"), _sd("SPARQL11Update")))
    else:
        said.append((graph, _a(), f"<{_VOID}Dataset>"))
    said += [(node, _sd("resultFormat"), f"<{_FORMATS}{name}>") for name in _RESULTS]
    return said


def void(address: str, base: str, counts: Mapping[str, Any]) -> list[Triple]:
    """Describe the graph served at an address: how much it holds of what, and where to begin."""
    node = f"<{address}.well-known/void#graph>"
    said = [
        (node, _a(), f"<{_VOID}Dataset>"),
        (node, f"<{DCTERMS}title>", literal("Film knowledge graph")),
        (node, f"<{_VOID}sparqlEndpoint>", f"<{address}sparql>"),
        (node, f"<{_VOID}uriSpace>", literal(base)),
        (node, f"<{_VOID}triples>", literal(str(counts["triples"]), XSD + "integer")),
        (node, f"<{_VOID}documents>", literal(str(counts["graphs"]), XSD + "integer")),
        (node, f"<{_VOID}vocabulary>", f"<{Namespaces(base).ontology}>"),
    ]
    said += [(node, f"<{_VOID}vocabulary>", f"<{term}>") for term in _TERMS]
    said += [(node, f"<{_VOID}feature>", f"<{_FORMATS}{name}>") for name in _RESULTS[4:]]
    for name, number in sorted(counts["classes"].items()):
        part = f"<{address}.well-known/void#{name.rpartition('#')[2]}>"
        said += [
            (node, f"<{_VOID}classPartition>", part),
            (part, f"<{_VOID}class>", f"<{name}>"),
            (part, f"<{_VOID}entities>", literal(str(number), XSD + "integer")),
        ]
    return said


def count(store: Any, base: str) -> bytes:
    """Count what the store holds, as JSON: triples of the default graph, graphs, entities by class of our own."""
    classes = {}
    question = "SELECT ?class (COUNT(?thing) AS ?number) WHERE { ?thing a ?class } GROUP BY ?class"
    for row in store.query(question):
        if row["class"].value.startswith(Namespaces(base).ontology):
            classes[row["class"].value] = int(row["number"].value)
    triples = next(iter(store.query("SELECT (COUNT(*) AS ?number) WHERE { ?s ?p ?o }")))["number"].value
    graphs = sum(1 for _ in store.named_graphs())
    return json.dumps({"triples": int(triples), "graphs": graphs, "classes": classes}).encode()


def written(triples: Iterable[Triple], base: str, accept: str, format_: str = "") -> Reply:
    """Give triples in the form that is accepted."""
    form = chosen(format_, accept, GRAPHS)
    if form is None:
        return unacceptable("a graph", GRAPHS)
    lines = [f"{s} {p} {o} .\n".encode() for s, p, o in sorted(set(triples))]
    body = rewritten(lines, form, {**Namespaces(base).prefixes, "sd": _SD, "void": _VOID})
    return Reply(200, {"Content-Type": form.content_type, "Vary": "Accept"}, body)


def _a() -> str:
    return f"<{RDF}type>"


def _sd(name: str) -> str:
    return f"<{_SD}{name}>"
