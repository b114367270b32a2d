"""A small store cut out of a large one: some things, what is said between them, and who says so.

What a page shows of a country of a hundred thousand films is a few hundred things; they are read by way of the
store's indexes, so that a page costs what it shows and not what the store holds.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import PROV, RDF, RDFS
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.namespace import Namespaces

__all__ = ["Excerpt", "Statement"]

# Beyond so many claims about a thing, those of one statement are looked up by its other end.
_HUB = 2000

Statement = tuple[Any, Any, Any]


class Excerpt:
    """Collects a part of `store` in `small`, a store in memory that kg.network.view_graph can read."""

    def __init__(self, store: Any, names: Namespaces) -> None:
        """Start empty."""
        from pyoxigraph import DefaultGraph, NamedNode, Store

        self.store, self.names, self.small = store, names, Store()
        self._facts = DefaultGraph()
        table = vocabulary()
        self.links = tuple(
            NamedNode(names.ontology + name)
            for name in (*table.predicates, "festival")
            if name == "festival" or not table.predicates[name].literal
        )
        self.literals = tuple(
            NamedNode(names.ontology + name) for name, found in table.predicates.items() if found.literal
        )
        self._about = (NamedNode(RDF + "type"), NamedNode(RDFS + "label"), NamedNode(names.ontology + "year"))
        self._ends = {part: NamedNode(RDF + part) for part in ("subject", "predicate", "object")}
        self._claims: dict[tuple[Any, str], dict[tuple[Any, Any], list[tuple[Any, Any]]] | None] = {}
        self._copied: set[Any] = set()

    def objects(self, subject: Any, predicate: Any) -> list[Any]:
        """Give what the facts say of a thing under one predicate."""
        return [quad.object for quad in self.store.quads_for_pattern(subject, predicate, None, self._facts)]

    def statements(self, thing: Any, most: int) -> Iterator[Statement]:
        """Give the links of a thing to others, out and in, at most so many a predicate and direction.

        The nodes of statements with qualifiers use some predicates too; they are no links.
        """
        for link in self.links:
            for back in (False, True):
                yield from islice(self.linked(thing, link, back=back), most)

    def linked(self, thing: Any, link: Any, *, back: bool) -> Iterator[Statement]:
        """Give what one predicate links a thing to, or with `back` what it links to the thing."""
        nodes = f"{self.names.base}participation/"
        ends = (None, thing) if back else (thing, None)
        for quad in self.store.quads_for_pattern(ends[0], link, ends[1], self._facts):
            if not quad.subject.value.startswith(nodes):
                yield quad.subject, link, quad.object

    def label(self, thing: Any) -> str:
        """Give the name of a thing, "" for what has none."""
        return min((str(one.value) for one in self.objects(thing, self._about[1])), default="")

    def facts(self, thing: Any, most: int) -> Iterator[Statement]:
        """Give what is said of a thing in literals."""
        for predicate in self.literals:
            for quad in islice(self.store.quads_for_pattern(thing, predicate, None, self._facts), most):
                yield thing, predicate, quad.object

    def add(self, thing: Any) -> None:
        """Take a thing: its classes, names and what is said of it in literals."""
        for predicate in (*self._about, *self.literals):
            self._copy(self.store.quads_for_pattern(thing, predicate, None, self._facts))

    def add_statement(self, statement: Statement, most: int) -> int:
        """Take a statement with at most so many claims that make it; give the number of all.

        Of a statement between two things of very many claims the number may be given too low.
        """
        from pyoxigraph import Quad

        self.small.add(Quad(*statement))
        claims = self.claims(statement, most)
        for graph, claim in claims[:most]:
            self._claim(graph, claim)
        return len(claims)

    def add_views_of(self, work: Any) -> None:
        """Take all claims about a work that several documents tell of: only all of them show where these disagree."""
        told = [found for role in ("subject", "object") if (found := self._of(work, role)) is not None]
        graphs = {graph for claims in told for pairs in claims.values() for graph, _ in pairs}
        if len(told) < 2 or len(graphs) < 2:
            return
        for claims in told:
            for (_, other), pairs in claims.items():
                self._name(other)
                for graph, claim in pairs:
                    self._claim(graph, claim)

    def claims(self, statement: Statement, most: int) -> list[tuple[Any, Any]]:
        """Give the claims that make a statement, as (graph, claim)."""
        subject, predicate, value = statement
        by_subject = self._of(subject, "subject")
        if by_subject is not None:
            return by_subject.get((predicate, value), [])
        by_object = self._of(value, "object")
        if by_object is not None:
            return by_object.get((predicate, subject), [])
        query = (
            f"SELECT ?graph ?claim WHERE {{ GRAPH ?graph {{ ?claim {self._ends['subject']} {subject} ; "
            f"{self._ends['object']} {value} ; {self._ends['predicate']} {predicate} }} }} LIMIT {most + 1}"
        )
        return [(found["graph"], found["claim"]) for found in self.store.query(query)]

    def _of(self, thing: Any, role: str) -> dict[tuple[Any, Any], list[tuple[Any, Any]]] | None:
        """Give the claims with a thing at one end, by predicate and other end; None where they are too many."""
        if (thing, role) not in self._claims:
            found = list(islice(self.store.quads_for_pattern(None, self._ends[role], thing, None), _HUB + 1))
            claims: dict[tuple[Any, Any], list[tuple[Any, Any]]] = {}
            other = self._ends["object" if role == "subject" else "subject"]
            for quad in found if len(found) <= _HUB else ():
                graph, claim = quad.graph_name, quad.subject
                ends = [
                    next((one.object for one in self.store.quads_for_pattern(claim, end, None, graph)), None)
                    for end in (self._ends["predicate"], other)
                ]
                claims.setdefault((ends[0], ends[1]), []).append((graph, claim))
            self._claims[thing, role] = None if len(found) > _HUB else claims
        return self._claims[thing, role]

    def _claim(self, graph: Any, claim: Any) -> None:
        if (graph, claim) in self._copied:
            return
        self._copied.add((graph, claim))
        if graph not in self._copied:
            self._copied.add(graph)
            self._copy(self.store.quads_for_pattern(graph, None, None, graph))
        quads = list(self.store.quads_for_pattern(claim, None, None, graph))
        self._copy(quads)
        item, node = self.names.ontology + "item", self.names.ontology + "statement"
        for quad in quads:
            if quad.predicate.value in (PROV + "wasQuotedFrom", item) and quad.object not in self._copied:
                self._copied.add(quad.object)
                self._copy(self.store.quads_for_pattern(quad.object, None, None, graph))
            elif quad.predicate.value == node:
                self._node(quad.object)

    def _node(self, node: Any) -> None:
        """Take the node of a statement with its qualifiers, and the names of what these point at."""
        quads = list(self.store.quads_for_pattern(node, None, None, self._facts))
        self._copy(quads)
        for quad in quads:
            self._name(quad.object)

    def _name(self, thing: Any) -> None:
        from pyoxigraph import NamedNode

        if isinstance(thing, NamedNode):
            self._copy(self.store.quads_for_pattern(thing, self._about[1], None, self._facts))

    def _copy(self, quads: Any) -> None:
        self.small.extend(quads)
