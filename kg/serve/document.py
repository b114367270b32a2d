"""A document as a record for its page: what it is, and each claim that was read in it with the words it rests on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DCTERMS, RDF, RDFS, SCHEMA
from kg.network.evidence import read_proofs
from kg.serve.proof import place_of, proof
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph.namespace import Namespaces

__all__ = ["CLAIMS", "document_record"]

CLAIMS = 200
"""So many claims stand on a page."""

_FIELDS = ("identifier", "title", "publisher", "creator", "issued", "source", "language", "description")
_MOST = 400_000


def document_record(store: Any, names: Namespaces, iri: str, start: int = 0, claim: str = "") -> dict[str, Any]:
    """Give the record of a document: claims from number `start` on, or those of the page that has a claim."""
    from pyoxigraph import DefaultGraph, NamedNode, Store

    graph = NamedNode(iri)
    small = Store()
    small.extend(islice(store.quads_for_pattern(None, None, None, graph), _MOST))
    told = sorted(
        (
            (place_of(small, evidence, ""), each.claim, statement, each)
            for statement, evidence in read_proofs(small, names.ontology).by_statement.items()
            for each in evidence
        ),
        key=lambda row: (row[0], row[1]),
    )
    if claim:
        at = next((number for number, row in enumerate(told) if row[1].rpartition("/")[2] == claim), start)
        start = at - at % CLAIMS
    label, facts = NamedNode(RDFS + "label"), DefaultGraph()

    def shown(term: Any) -> tuple[str, str]:
        """Give the words for an end of a claim, and its IRI where it is a thing."""
        if not isinstance(term, NamedNode):
            return term.value, ""
        named = [quad.object.value for quad in store.quads_for_pattern(term, label, None, facts)]
        lines = small.quads_for_pattern(term, NamedNode(SCHEMA + "headline"), None, None)
        return min(named, default="") or next((q.object.value for q in lines), term.value), term.value

    claims = []
    for _, _, (subject, predicate, value), evidence in told[start : start + CLAIMS]:
        name = predicate.value.removeprefix(names.ontology)
        claims.append(
            {
                "subject": shown(subject),
                "predicate": vocabulary().predicates[name].label if name in vocabulary().predicates else name,
                "object": shown(value),
                "proof": proof(small, names, evidence),
            }
        )
    return {
        "iri": iri,
        "fields": _fields(small, graph),
        "kind": next((q.object.value for q in small.quads_for_pattern(graph, NamedNode(names.ontology + "kind"), None)), ""),
        "items": _items(small, names, {each["proof"]["at"] for each in claims}),
        "claims": claims,
        "start": start,
        "total": len(told),
    }


def _fields(small: Any, graph: Any) -> dict[str, str]:
    from pyoxigraph import NamedNode

    found = {}
    for name in _FIELDS:
        values = [quad.object.value for quad in small.quads_for_pattern(graph, NamedNode(DCTERMS + name), None)]
        found[name] = min(values, default="")
    return found


def _items(small: Any, names: Namespaces, wanted: set[str]) -> dict[str, dict[str, str]]:
    """Give headline, date and number of the items that are on the page, by IRI."""
    from pyoxigraph import NamedNode

    kind = NamedNode(names.ontology + "Item")
    fields = (("headline", SCHEMA + "headline"), ("date", names.ontology + "date"), ("n", names.ontology + "number"))
    items = {}
    for quad in small.quads_for_pattern(None, NamedNode(RDF + "type"), kind):
        if quad.subject.value in wanted:
            items[quad.subject.value] = {
                field: min((q.object.value for q in small.quads_for_pattern(quad.subject, NamedNode(term), None)), default="")
                for field, term in fields
            }
    return items
