"""Where an IRI of the graph is shown: on a page of its own, on another's, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kg.graph.namespace import DCTERMS, RDF, is_iri
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph.namespace import Namespaces

__all__ = ["Whereabouts", "whereabouts"]

_NODES = ("Participation", "Screening", "StageReport")
_EVIDENCE = ("Document", "Item", "Claim", "Span", "Reading")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What an IRI is, and which other IRI to go to where it was `moved` or is `shown` elsewhere."""

    kind: Literal["thing", "document", "moved", "shown", "unknown"]
    to: str = ""


def whereabouts(store: Any, names: Namespaces, iri: str) -> Whereabouts:
    """Tell where an IRI is shown.

    What was merged has moved; the node of a statement is shown with its work (or the first thing that it tells of),
    a claim and a reading with their document.
    """
    from pyoxigraph import DefaultGraph, NamedNode

    if not is_iri(iri):
        return Whereabouts("unknown")
    node, facts = NamedNode(iri), DefaultGraph()
    for quad in store.quads_for_pattern(node, NamedNode(DCTERMS + "isReplacedBy"), None, facts):
        return Whereabouts("moved", quad.object.value)
    kinds = _classes(store, names, node, facts)
    if kinds.intersection(_NODES):
        for name in ("work", "agent", "award", "relatedWork"):
            for quad in store.quads_for_pattern(node, NamedNode(names.ontology + name), None, facts):
                return Whereabouts("shown", quad.object.value)
    if any(name in vocabulary().classes and name not in (*_NODES, *_EVIDENCE) for name in kinds):
        return Whereabouts("thing")
    for quad in store.quads_for_pattern(node, NamedNode(RDF + "type"), None, None):
        found = quad.object.value.removeprefix(names.ontology)
        if found == "Document":
            return Whereabouts("document")
        if found == "Claim":
            mark = iri.rpartition("/")[2]
            return Whereabouts("shown", f"{quad.graph_name.value}?claim={mark}#claim-{mark}")
        if found in ("Item", "Span", "Reading"):
            return Whereabouts("shown", iri if found != "Reading" else quad.graph_name.value)
    return Whereabouts("unknown")


def _classes(store: Any, names: Namespaces, node: Any, graph: Any) -> set[str]:
    from pyoxigraph import NamedNode

    quads = store.quads_for_pattern(node, NamedNode(RDF + "type"), None, graph)
    return {quad.object.value.removeprefix(names.ontology) for quad in quads}
