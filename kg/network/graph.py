"""The view graph: what a store says, as a networkx graph with one edge a statement and its sentences on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.network.dispute import Dispute, find_disputes
from kg.network.evidence import RDF, Evidence, Proofs, read_proofs
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx
    from pyoxigraph import Store

    from kg.network.qualifier import Qualifiers
    from kg.vocabulary import Predicate

__all__ = ["BASE", "Fact", "view_graph"]

BASE = "https://w3id.org/filmkg/"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

# What is drawn; a subclass of one of these too.
_DRAWN = ("Work", "Person", "Company", "Place", "Festival", "FestivalEdition", "Award")
_STATEMENTS = ("Participation", "Screening", "StageReport")


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said of a node that leads to no other node: a stage, a genre, an ordinal, an item about it."""

    predicate: str
    label: str
    value: str
    qualifiers: tuple[Qualifiers, ...]
    certainty: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Everything that is needed to make nodes and edges: the default graph by subject, proofs, qualifiers."""

    base: str
    terms: Mapping[Any, Mapping[str, list[Any]]]
    types: Mapping[Any, str]
    proofs: Proofs
    qualifiers: Mapping[tuple[Any, str, Any], tuple[Qualifiers, ...]]
    interviews: Mapping[Any, tuple[Evidence, ...]]
    disputes: Mapping[Any, tuple[Dispute, ...]]

    def key(self, node: Any) -> str:
        return str(node.value.removeprefix(self.base))

    def evidence(self, subject: Any, predicate: str, value: Any) -> tuple[Evidence, ...]:
        from pyoxigraph import NamedNode

        term = NamedNode(f"{self.base}ontology#{predicate}")
        return self.proofs.by_statement.get((subject, term, value), ())


def view_graph(store: Store, *, base: str = BASE) -> nx.MultiDiGraph[str]:
    """Read the graph to draw: default graph for what is said, named graphs for who says so.

    Nodes are keyed by their IRI without `base` ("film/kika") and carry `iri`, `label`, `type` (the most
    specific class), `aliases`, `years` (of the items that speak of it), `stages`, `genres`, `ordinals`,
    `facts` (Fact) and `disputes` (Dispute, where documents disagree about a work). Edges are keyed by predicate
    and carry `predicate`, `label`, `inverse`, `qualifiers` (see kg.network.qualifier), `certainty` and `evidence`
    (Evidence, in reading order). A symmetric statement stands once, from the smaller label. Nodes and edges come
    sorted, so the same store gives the same graph.
    """
    import networkx as nx

    reading = _read(store, base)
    years: dict[str, set[int]] = {}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(reading.types, key=lambda node: node.value):
        graph.add_node(reading.key(node), **_node(reading, node, years))
    for source, target, name, edge in sorted(_edges(reading), key=lambda edge: edge[:3]):
        graph.add_edge(source, target, key=name, **edge)
        for end in (source, target):
            years.setdefault(end, set()).update(_years(edge["evidence"]))
    for key, found in years.items():
        graph.nodes[key]["years"] = tuple(sorted(found))
    return graph


def _read(store: Store, base: str) -> _Reading:
    from pyoxigraph import DefaultGraph

    ontology = base + "ontology#"
    terms: dict[Any, dict[str, list[Any]]] = {}
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        terms.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    types: dict[Any, str] = {}
    statements = []
    for node, said in terms.items():
        classes = {term.value.removeprefix(ontology) for term in said.get(RDF + "type", ())}
        drawn = _most_specific(classes)
        if drawn:
            types[node] = drawn
        elif classes.intersection(_STATEMENTS):
            statements.append(node)
    qualifiers: dict[tuple[Any, str, Any], set[Qualifiers]] = {}
    for node in statements:
        for statement, found in _qualified(node, terms, ontology):
            qualifiers.setdefault(statement, set()).add(found)
    proofs = read_proofs(store, ontology)
    works = {node: kind for node, kind in types.items() if vocabulary().is_a(kind, "Work")}
    return _Reading(
        base,
        terms,
        types,
        proofs,
        {statement: tuple(sorted(found - {()})) for statement, found in qualifiers.items()},
        _interviews(proofs, ontology),
        find_disputes(proofs, ontology, lambda node: _shown(node, terms), works),
    )


def _interviews(proofs: Proofs, ontology: str) -> dict[Any, tuple[Evidence, ...]]:
    """Interviews by the person interviewed; the item itself is no node, so the claims stand for it."""
    found: dict[Any, tuple[Evidence, ...]] = {}
    for (_, predicate, person), evidence in proofs.by_statement.items():
        if predicate.value == ontology + "interviewed":
            found[person] = found.get(person, ()) + evidence[:1]
    return found


def _most_specific(classes: set[str]) -> str | None:
    """The class furthest down the table, of those that are drawn; the smaller name where two are as far."""
    table = vocabulary()
    lines = [table.ancestors(name) for name in classes if name in table.classes]
    drawn = [line for line in lines if set(line).intersection(_DRAWN)]
    return min(drawn, key=lambda line: (-len(line), line[0]))[0] if drawn else None


def _qualified(
    node: Any, terms: Mapping[Any, Mapping[str, list[Any]]], ontology: str
) -> Iterator[tuple[tuple[Any, str, Any], Qualifiers]]:
    """Give the statement that a node qualifies, and its qualifiers.

    The statement is found among what the node points at: two of its things that the role links directly.
    """
    said = terms[node]
    role = said[ontology + "role"][0].value if ontology + "role" in said else None
    if role is None:
        role = ontology + ("screenedAt" if ontology + "edition" in said else "stage")
    things = {thing for predicate, values in said.items() if predicate.startswith(ontology) for thing in values}
    for subject in sorted(things, key=str):
        for value in terms.get(subject, {}).get(role, ()):
            if value in things and value != subject:
                rest = sorted(
                    (predicate.removeprefix(ontology), _shown(other, terms))
                    for predicate, values in said.items()
                    if predicate.startswith(ontology) and predicate != ontology + "role"
                    for other in values
                    if other not in (subject, value)
                )
                yield (subject, role.removeprefix(ontology), value), tuple(rest)


def _shown(value: Any, terms: Mapping[Any, Mapping[str, list[Any]]]) -> str:
    labels = terms.get(value, {}).get(RDFS_LABEL, ())
    return str(min(label.value for label in labels) if labels else value.value)


def _years(evidence: tuple[Evidence, ...]) -> set[int]:
    return {int(proof.date[:4]) for proof in evidence if proof.date[:4].isdecimal()}


def _node(reading: _Reading, node: Any, years: dict[str, set[int]]) -> dict[str, Any]:
    ontology = reading.base + "ontology#"
    said = reading.terms[node]
    facts = sorted(_facts(reading, node), key=lambda fact: (fact.label, fact.value))
    found = years.setdefault(reading.key(node), set())
    for fact in facts:
        found.update(_years(fact.evidence))
    found.update(int(year.value) for year in said.get(ontology + "year", ()) if year.value.isdecimal())
    values = {
        name: tuple(fact.value for fact in facts if fact.predicate == name) for name in ("stage", "genre", "ordinal")
    }
    return {
        "iri": node.value,
        "label": _shown(node, reading.terms) if RDFS_LABEL in said else reading.key(node),
        "type": reading.types[node],
        "aliases": tuple(sorted({alias.value for alias in said.get(ontology + "alsoKnownAs", ())})),
        "stages": values["stage"],
        "genres": values["genre"],
        "ordinals": values["ordinal"],
        "years": (),
        "facts": tuple(facts),
        "disputes": reading.disputes.get(node, ()),
    }


def _facts(reading: _Reading, node: Any) -> Iterator[Fact]:
    """Literal statements about a node, and the items that are about it or interview it."""
    ontology = reading.base + "ontology#"
    for name, predicate in vocabulary().predicates.items():
        for value in reading.terms[node].get(ontology + name, ()):
            proofs = reading.evidence(node, name, value)
            item = reading.proofs.headlines.get(value.value)
            if predicate.literal:
                # An alias by judgement alone has no sentence; it is among the node's aliases all the same.
                if name != "alsoKnownAs" or proofs:
                    qualifiers = reading.qualifiers.get((node, name, value))
                    yield _fact(name, predicate.label, value.value, qualifiers, proofs)
            elif item is not None:
                yield _fact(name, predicate.label, item.text, _dated(item.date), proofs)
    for proof in reading.interviews.get(node, ()):
        headline = proof.headline or proof.source.title
        yield _fact("interviewed", "was interviewed in", headline, _dated(proof.date), (proof,))


def _dated(date: str) -> tuple[Qualifiers, ...]:
    return ((("date", date),),) if date else ()


def _fact(
    name: str, label: str, value: str, qualifiers: tuple[Qualifiers, ...] | None, proofs: tuple[Evidence, ...]
) -> Fact:
    return Fact(name, label, value, qualifiers or (), _certainty(proofs), proofs)


def _certainty(proofs: tuple[Evidence, ...]) -> str:
    """A statement that one document makes outright is stated, whatever others let one infer."""
    return "inferred" if proofs and all(proof.certainty == "inferred" for proof in proofs) else "stated"


def _edges(reading: _Reading) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    ontology = reading.base + "ontology#"
    for name, predicate in vocabulary().predicates.items():
        for subject in reading.types:
            for value in reading.terms[subject].get(ontology + name, ()):
                if value in reading.types:
                    yield from _edge(reading, subject, predicate, value)
    yield from _editions(reading)


def _edge(
    reading: _Reading, subject: Any, predicate: Predicate, value: Any
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    proofs = reading.evidence(subject, predicate.name, value)
    qualifiers = set(reading.qualifiers.get((subject, predicate.name, value), ()))
    if predicate.symmetric:
        back = subject in reading.terms[value].get(f"{reading.base}ontology#{predicate.name}", ())
        if back and (_shown(value, reading.terms), value.value) < (_shown(subject, reading.terms), subject.value):
            return
        proofs = tuple(dict.fromkeys(proofs + reading.evidence(value, predicate.name, subject)))
        qualifiers.update(reading.qualifiers.get((value, predicate.name, subject), ()))
    yield (
        reading.key(subject),
        reading.key(value),
        predicate.name,
        {
            "predicate": predicate.name,
            "label": predicate.label,
            "inverse": predicate.inverse or predicate.label,
            "qualifiers": tuple(sorted(qualifiers)),
            "certainty": _certainty(proofs),
            "evidence": proofs,
        },
    )


def _editions(reading: _Reading) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """An edition belongs to its festival by its name; the sentences that name it are the proof."""
    ontology = reading.base + "ontology#"
    named: dict[Any, list[Evidence]] = {}
    for (_, _, value), proofs in reading.proofs.by_statement.items():
        if reading.types.get(value) == "FestivalEdition":
            named.setdefault(value, []).extend(proofs)
    for edition in reading.types:
        for festival in reading.terms[edition].get(ontology + "festival", ()):
            if festival in reading.types:
                edge = {
                    "predicate": "festival",
                    "label": "is an edition of",
                    "inverse": "had the edition",
                    "qualifiers": (),
                    "certainty": "inferred",
                    "evidence": tuple(sorted(named.get(edition, ()), key=lambda proof: (proof.source.id, proof.claim))),
                }
                yield reading.key(edition), reading.key(festival), "festival", edge
