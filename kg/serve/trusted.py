"""What the pages have done in a worker: our own functions on the worker's store, by name.

Their arguments are texts out of addresses; none is ever run. Each gives JSON, or a page, as bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import Namespaces
from kg.serve.description import count
from kg.serve.site.document import document_record
from kg.serve.site.picture import answer_picture, thing_picture, whole_picture
from kg.serve.site.statement import document_statements, statements
from kg.serve.site.thing import thing_record
from kg.serve.site.whereabouts import whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Store

__all__ = ["TRUSTED"]

_COUNTS = """
SELECT ?class (COUNT(*) AS ?count) WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class }} GROUP BY ?class
"""
_EVIDENCE = """
SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH ?graph {{ ?claim a <{ontology}Claim> }} }}
"""
_COUNTED = ("Film", "Series", "Work", "Person", "Company", "Country", "Place", "FestivalEdition", "Award")


def _counts(store: Store, base: str) -> bytes:
    """Count the things of each class that has a name on the first page, the claims, and the documents."""
    names = Namespaces(base)
    found: Any = store.query(_COUNTS.format(classes=" ".join(map(names.term, _COUNTED))))
    counts = {row["class"].value.removeprefix(names.ontology): int(row["count"].value) for row in found}
    claims: Any = store.query(_EVIDENCE.format(ontology=names.ontology))
    counts["claims"] = next(int(row["count"].value) for row in claims)
    counts["documents"] = sum(1 for _ in store.named_graphs())
    return _json(counts)


def _place(store: Store, base: str, iri: str) -> bytes:
    found = whereabouts(store, Namespaces(base), iri)
    return _json({"kind": found.kind, "to": found.to})


def _entity(store: Store, base: str, iri: str, of: str, start: str, claim: str) -> bytes:
    """Give where an IRI is shown and, where that is here, the record of its page."""
    names = Namespaces(base)
    found = whereabouts(store, names, iri)
    record = None
    if found.kind == "thing":
        record = thing_record(store, names, iri, of, _whole(start))
    elif found.kind == "document":
        record = document_record(store, names, iri, _whole(start), claim)
    return _json({"kind": found.kind, "to": found.to, "record": record})


def _statements(store: Store, base: str, iri: str, extension: str) -> bytes:
    """Give a line of JSON that says where an IRI is shown, then its statements where that is here."""
    names = Namespaces(base)
    found = whereabouts(store, names, iri)
    give = {"thing": statements, "document": document_statements}.get(found.kind)
    head = _json({"kind": found.kind, "to": found.to}) + b"\n"
    return head + (give(store, names, iri, extension) if give else b"")


def _picture(store: Store, base: str, iri: str) -> bytes:
    """Give the page that draws what is around a thing; nothing where there is none."""
    names = Namespaces(base)
    if whereabouts(store, names, iri).kind != "thing":
        return b""
    return thing_picture(store, names, iri)


def _answer(store: Store, base: str, links: str, title: str, back: str) -> bytes:
    return answer_picture(store, Namespaces(base), [tuple(link) for link in json.loads(links)], title, back)


def _whole_graph(store: Store, base: str) -> bytes:
    return whole_picture(store, Namespaces(base))


def _whole(text: str) -> int:
    """A number out of an address; 0 for what is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


TRUSTED: dict[str, Callable[..., bytes]] = {
    "count": count,
    "counts": _counts,
    "place": _place,
    "entity": _entity,
    "statements": _statements,
    "picture": _picture,
    "answer": _answer,
    "whole": _whole_graph,
}
"""The functions by the name that `Desk.call` takes; the arguments of each begin with the base of all IRIs."""
