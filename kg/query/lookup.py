"""Labels in a graph, for parameters: all of a class where the graph is here, only those wanted where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.namespace import is_iri
from kg.query.catalogue import Parameter
from kg.query.endpoint import Endpoint
from kg.query.engine import labels_of, run
from kg.query.parameter import term_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.query.catalogue import NamedQuery

__all__ = ["lookup"]

_EXACT = """
PREFIX kg: <https://w3id.org/filmkg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?label WHERE {{
  VALUES ?label {{ {labels} }}
  ?thing a kg:{kind} ; rdfs:label|kg:alsoKnownAs ?label .
}}
"""


def lookup(graph: Any, query: NamedQuery, values: Mapping[str, str]) -> Callable[[str], list[tuple[str, str]]]:
    """Give a function from a class to (IRI, label or alias) of its entities, fit to bind the values of a query.

    An endpoint is asked for labels as the values have them; only where it does not know them all, for all labels of
    the class, among which a spelling that is nearly right is found. Raises as `kg.query.engine.run` does.
    """
    kept: dict[str, list[tuple[str, str]]] = {}

    def labels(kind: str) -> list[tuple[str, str]]:
        if kind not in kept:
            found = _exactly(graph, kind, _wanted(query, values, kind)) if isinstance(graph, Endpoint) else []
            kept[kind] = found or list(labels_of(graph, kind))
        return kept[kind]

    return labels


def _wanted(query: NamedQuery, values: Mapping[str, str], kind: str) -> set[str]:
    names = {parameter.name for parameter in query.parameters if parameter.type == kind}
    return {value for name, value in values.items() if name in names and not is_iri(value)}


def _exactly(graph: Endpoint, kind: str, values: set[str]) -> list[tuple[str, str]]:
    """Give what is called so, or nothing where one of the values names nothing of the class."""
    text = Parameter("label", "string", "")
    labels = " ".join(term_of(text, value, lambda _: ()) for value in sorted(values))
    rows = run(_EXACT.format(labels=labels, kind=kind), graph).rows
    found = [(thing.value, label.value) for thing, label in rows if thing is not None and label is not None]
    return found if {label for _, label in found} == values else []
