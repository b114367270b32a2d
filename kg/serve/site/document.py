"""A document as a record for its page: what it is, and each claim that was read in it with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DCTERMS, RDF, RDFS, SCHEMA
from kg.network.evidence import read_proofs
from kg.serve.site.proof import item_of, place_of, proof
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.graph.namespace import Namespaces
    from kg.network import Evidence

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
    items = _items(small, names)
    told = sorted(_told(small, names, items), key=lambda row: row.order)
    if claim:
        at = next((number for number, row in enumerate(told) if row.evidence.claim.rpartition("/")[2] == claim), start)
        start = at - at % CLAIMS
    label, facts = NamedNode(RDFS + "label"), DefaultGraph()

    def shown(term: Any) -> tuple[str, str]:
        """Give the words for an end of a claim, and its IRI where it is a thing."""
        if not isinstance(term, NamedNode):
            return term.value, ""
        named: list[str] = [quad.object.value for quad in store.quads_for_pattern(term, label, None, facts)]
        return min(named, default="") or _text(small, term, SCHEMA + "headline") or term.value, term.value

    claims: list[dict[str, Any]] = []
    for row in told[start : start + CLAIMS]:
        subject, predicate, value = row.statement
        name = predicate.value.removeprefix(names.ontology)
        claims.append(
            {
                "subject": shown(subject),
                "predicate": vocabulary().predicates[name].label if name in vocabulary().predicates else name,
                "object": shown(value),
                "proof": proof(small, names, row.evidence),
            }
        )
    return {
        "iri": iri,
        "fields": _fields(small, graph),
        "kind": _text(small, graph, names.ontology + "kind"),
        "items": {at: items[at] for at in {each["proof"]["at"] for each in claims} if at in items},
        "claims": claims,
        "start": start,
        "total": len(told),
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with what it is sorted by: the number of its item, then where its words stand."""

    order: tuple[Any, ...]
    statement: tuple[Any, Any, Any]
    evidence: Evidence


def _told(small: Any, names: Namespaces, items: Mapping[str, dict[str, str]]) -> Iterator[_Told]:
    for statement, evidence in read_proofs(small, names.ontology).by_statement.items():
        for each in evidence:
            item = items.get(item_of(small, names, each))
            number = int(item["n"]) if item else 0
            yield _Told((number, place_of(small, [each], ""), each.claim), statement, each)


def _fields(small: Any, graph: Any) -> dict[str, str]:
    return {name: _text(small, graph, DCTERMS + name) for name in _FIELDS}


def _items(small: Any, names: Namespaces) -> dict[str, dict[str, str]]:
    """Give headline, date and number of all items, by IRI."""
    from pyoxigraph import NamedNode

    kind = NamedNode(names.ontology + "Item")
    items = {}
    for quad in small.quads_for_pattern(None, NamedNode(RDF + "type"), kind):
        number = _text(small, quad.subject, names.ontology + "number")
        items[quad.subject.value] = {
            "headline": _text(small, quad.subject, SCHEMA + "headline"),
            "date": _text(small, quad.subject, names.ontology + "date"),
            "n": number if number.isdecimal() else "0",
        }
    return items


def _text(small: Any, subject: Any, predicate: str) -> str:
    """Give what is said of something under a predicate, the smallest of several, "" for nothing."""
    from pyoxigraph import NamedNode

    found = small.quads_for_pattern(subject, NamedNode(predicate), None)
    return min((str(quad.object.value) for quad in found), default="")
