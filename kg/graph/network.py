"""The bare network in a store: its things and one edge a distinct statement, for formats that know no evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.namespace import RDF, RDFS, Namespaces
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

__all__ = ["edges", "nodes"]

_DRAWN = ("Work", "Person", "Company", "Country", "Place", "Festival", "FestivalEdition", "Award")


def nodes(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each thing by its local IRI with label and most specific class, sorted."""
    names = Namespaces()
    yield from sorted(_things(store, names).items())


def _things(store: Store, names: Namespaces) -> dict[str, dict[str, str]]:
    from pyoxigraph import DefaultGraph, NamedNode

    table = vocabulary()
    found: dict[str, dict[str, str]] = {}
    for kind in table.classes:
        if not any(table.is_a(kind, drawn) for drawn in _DRAWN):
            continue
        term = NamedNode(names.term(kind)[1:-1])
        for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), term, DefaultGraph()):
            key = _local(quad.subject, names)
            held = found.setdefault(key, {"label": key, "type": kind})
            if table.is_a(kind, held["type"]):
                held["type"] = kind
    for quad in store.quads_for_pattern(None, NamedNode(RDFS + "label"), None, DefaultGraph()):
        key = _local(quad.subject, names)
        if key in found:
            found[key]["label"] = _value(quad.object)
    return found


def _value(term: object) -> str:
    """Give the text of an IRI or a literal."""
    return str(getattr(term, "value", ""))


def _local(term: object, names: Namespaces) -> str:
    return _value(term).removeprefix(names.base)


def edges(store: Store) -> Iterator[tuple[str, str, str, str]]:
    """Give each statement between two things as (start, end, predicate, label), sorted, a symmetric one once."""
    from pyoxigraph import DefaultGraph, NamedNode

    names = Namespaces()
    things = _things(store, names)
    found: set[tuple[str, str, str, str]] = set()
    for predicate in vocabulary().predicates.values():
        term = NamedNode(names.term(predicate.name)[1:-1])
        for quad in store.quads_for_pattern(None, term, None, DefaultGraph()):
            start = _local(quad.subject, names)
            end = _local(quad.object, names)
            if predicate.literal or start not in things or end not in things:
                continue
            if predicate.symmetric and end < start:
                start, end = end, start
            found.add((start, end, predicate.name, predicate.label))
    yield from sorted(found)
