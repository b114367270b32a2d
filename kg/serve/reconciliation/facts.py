"""Facts: the values that things have of some properties, asked of the graph in SPARQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.graph.namespace import RDF, RDFS, XSD, is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.query.result import Result
    from kg.serve.reconciliation.property import Property

__all__ = ["Asks", "Facts", "Value", "facts_of", "query_of"]

_THINGS = 250  # in one query
_MOST = 10_000  # values in one answer


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value: of a thing its name and IRI, of a literal its text and what it is (the local name of its datatype)."""

    text: str
    iri: str = ""
    datatype: str = ""


Facts = dict[str, dict[str, tuple[Value, ...]]]
"""Values by the IRI of the thing and the id of the property; what has none does not stand there."""


class Asks(Protocol):
    """Whoever answers SPARQL, within limits."""

    async def ask(self, text: str) -> Result:
        """Answer a query; raises QueryError where it cannot."""
        ...


async def facts_of(desk: Asks, base: str, things: Iterable[str], wanted: Iterable[Property]) -> Facts:
    """Give what the graph says of some things; what is no IRI is passed over. Raises QueryError as the desk does."""
    found: dict[str, dict[str, set[Value]]] = {}
    iris = sorted({iri for iri in things if is_iri(iri)})
    for each in dict.fromkeys(wanted):
        for first in range(0, len(iris), _THINGS):
            result = await desk.ask(query_of(each, iris[first : first + _THINGS], base))
            for thing, value, name in result.rows:
                if thing is None or value is None:
                    continue
                datatype = (value.datatype or "").removeprefix(XSD)
                made = Value(name.value if name else value.value, value.value if value.kind == "uri" else "", datatype)
                found.setdefault(thing.value, {}).setdefault(each.id, set()).add(made)
    return {iri: {pid: tuple(sorted(values)) for pid, values in facts.items()} for iri, facts in found.items()}


def query_of(wanted: Property, iris: Sequence[str], base: str) -> str:
    """Give the query for one property of some things; the IRIs must have been checked."""
    steps = "|".join(_step(step, base) for step in wanted.steps)
    kind = f"?value <{RDF}type> <{base}ontology#{wanted.target}> . " if wanted.target else ""
    values = " ".join(f"<{iri}>" for iri in iris)
    return (
        f"SELECT DISTINCT ?thing ?value ?name WHERE {{ VALUES ?thing {{ {values} }} ?thing {steps} ?value . {kind}"
        f"OPTIONAL {{ ?value <{RDFS}label> ?name }} }} ORDER BY ?thing ?name ?value LIMIT {_MOST}"
    )


def _step(step: str, base: str) -> str:
    return f"{step[: step.startswith('^')]}<{base}ontology#{step.removeprefix('^')}>"
