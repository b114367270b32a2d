"""The tables that a page carries: nodes, statements, sentences, and views over them.

Everything stands once and is pointed at by number, so a sentence that proves six links is in the file once.
Lists and short records are used where there are many; the page's data.js names their places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.network import phrase
from kg.view.kind import KINDS, kind_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from kg.network import Evidence, Qualifiers

__all__ = ["Payload"]

Record = dict[str, Any]


@dataclass
class _Table:
    """Distinct values in order of first use, each known by its number."""

    rows: list[Any] = field(default_factory=list)
    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, key: Any, row: Any = None) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append(key if row is None else row)
        return self.numbers[key]


class Payload:
    """Collects what a page needs of one view graph; `nodes` and `edges` go through pyvis, the rest beside them."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        """Start empty, over the view graph that all numbers will point into."""
        self.graph = graph
        self.nodes: list[Record] = []
        self.edges: list[Record] = []
        self.views: list[Record] = []
        self._node_numbers: dict[str, int] = {}
        self._edge_numbers: dict[tuple[str, str, str], int] = {}
        self._documents, self._headlines, self._sentences, self._evidence = _Table(), _Table(), _Table(), _Table()

    def node(self, key: str) -> int:
        """Give a node's number, adding it at first use; raises KeyError for one that the graph has not."""
        if key not in self._node_numbers:
            found = self.graph.nodes[key]
            self._node_numbers[key] = len(self.nodes)
            record: Record = {
                "id": len(self.nodes),
                "key": key,
                "label": found["label"],
                "kind": kind_of(found["type"]),
                "class": vocabulary().classes[found["type"]].label,
            }
            facts = [
                [fact.label, fact.value, _phrases(fact.qualifiers), self._proofs(fact.evidence)]
                for fact in found["facts"]
                if fact.predicate != "alsoKnownAs"
            ]
            known = {"aliases": list(found["aliases"]), "years": list(found["years"]), "facts": facts}
            self.nodes.append(record | {name: value for name, value in known.items() if value})
        return self._node_numbers[key]

    def edge(self, source: str, target: str, key: str) -> int:
        """Give a statement's number, adding it (and its ends) at first use."""
        if (source, target, key) not in self._edge_numbers:
            found = self.graph.edges[source, target, key]
            record: Record = {
                "from": self.node(source),
                "to": self.node(target),
                "label": found["label"],
                "inverse": found["inverse"],
                "proofs": self._proofs(found["evidence"]),
            }
            if found["qualifiers"]:
                record["with"] = _phrases(found["qualifiers"])
            if found["certainty"] != "stated":
                record["certainty"] = found["certainty"]
            self._edge_numbers[source, target, key] = len(self.edges)
            self.edges.append(record)
        return self._edge_numbers[source, target, key]

    def add_statements(
        self, name: str, title: str, about: str, graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]]
    ) -> Record:
        """Add a view of statements: `graph` is the view graph or a part of it, `places` where its nodes stand."""
        view = self._view(name, title, about, graph, places)
        view["edges"] = [self.edge(*statement) for statement in sorted(graph.edges(keys=True))]
        return view

    def add_pairs(
        self, name: str, title: str, about: str, network: nx.Graph[str], places: Mapping[str, tuple[int, int]]
    ) -> Record:
        """Add a view of a projection: its edges name the works shared, whose statements come into the file too."""
        view = self._view(name, title, about, network, places)
        view["pairs"] = []
        for first, second, edge in sorted(network.edges(data=True), key=lambda pair: pair[:2]):
            for statement in (*edge["proofs"], *edge["direct"]):
                self.edge(*statement)
            works = [self.node(work) for work in edge["works"]]
            view["pairs"].append([self.node(first), self.node(second), works, len(edge["direct"])])
        return view

    def _view(
        self, name: str, title: str, about: str, graph: nx.Graph[str], places: Mapping[str, tuple[int, int]]
    ) -> Record:
        view: Record = {"id": name, "title": title, "about": about}
        view["nodes"] = [[self.node(key), *places[key]] for key in sorted(graph)]
        self.views.append(view)
        return view

    def tables(self) -> Record:
        """Give all tables but nodes and edges, as the page's data.js reads them."""
        return {
            "kinds": [
                {"id": kind.id, "one": kind.one, "many": kind.many, "size": kind.size, "mark": kind.mark}
                for kind in KINDS
            ],
            "documents": self._documents.rows,
            "headlines": self._headlines.rows,
            "sentences": self._sentences.rows,
            "evidence": self._evidence.rows,
            "views": self.views,
        }

    def _proofs(self, evidence: Iterable[Evidence]) -> list[int]:
        return [self._proof(proof) for proof in evidence]

    def _proof(self, proof: Evidence) -> int:
        source = proof.source
        # Only a web address is ever made a link; anything else is not shown.
        address = source.address if source.address.startswith(("https://", "http://")) else ""
        document = self._documents.number(
            source.id, [source.id, source.title, source.publisher, source.issued, address]
        )
        passages = [
            [self._sentences.number(passage.sentence), *(at for mark in passage.marks for at in mark)]
            for passage in proof.passages
        ]
        row = [document, self._headlines.number(proof.headline), proof.date, proof.rule, proof.certainty, passages]
        return self._evidence.number(str(row), row)


def _phrases(qualifiers: Iterable[Qualifiers]) -> str:
    return "; ".join(dict.fromkeys(phrase(each) for each in qualifiers))
