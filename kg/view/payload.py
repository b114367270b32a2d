"""What a page carries: nodes, statements, sentences, and views over them.

Everything stands once and is pointed at by number, so a sentence that proves six links is in the file once. What
every picture needs (ends, classes, years, documents) stands in columns; what only a reader of one link needs (its
sentences) stands in blocks that the page parses when they are asked for. The page's data.js reads all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.network import ASKED, home_countries, phrase
from kg.view.columns import Table, chunks, column
from kg.view.kind import KINDS, kind_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.network import Dispute, Evidence, Fact, Qualifiers, Source

__all__ = ["Payload"]

Record = dict[str, Any]
Place = tuple[int, int]

# In a file of many things, a link carries so many of its sentences and the number of those left out.
_MANY = 2000
_SENTENCES = 4


class Payload:
    """Collects what a page needs of one view graph; `nodes` and `edges` go through pyvis, the rest beside them."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        """Start empty, over the view graph that all numbers will point into."""
        self.graph = graph
        self.nodes: list[Record] = []
        self.edges: list[Record] = []
        self.views: list[Record] = []
        self.left_out = 0
        self._node_numbers: dict[str, int] = {}
        self._edge_numbers: dict[tuple[str, str, str], int] = {}
        self._proofs: list[list[Any]] = []
        self._facts: dict[int, list[Any]] = {}
        self._disputes: dict[int, tuple[list[str], list[Any]]] = {}
        self._most = _SENTENCES if len(graph) > _MANY else 10**9
        self._documents, self._items, self._sentences, self._rules = Table(), Table(), Table(), Table()
        self._moments, self._when, self._years = Table(), Table(), Table()
        self._classes, self._predicates, self._phrases = Table(), Table(), Table()

    def node(self, key: str) -> int:
        """Give a node's number, adding it at first use; raises KeyError for one that the graph has not."""
        if key not in self._node_numbers:
            found = self.graph.nodes[key]
            number = self._node_numbers[key] = len(self.nodes)
            facts = [fact for fact in found["facts"] if fact.predicate != "alsoKnownAs"]
            kind = kind_of(found["type"])
            record: Record = {
                "id": number,
                "key": key,
                "label": found["label"],
                "class": self._classes.number(found["type"], [vocabulary().classes[found["type"]].label, kind]),
                "years": self._years.number(found["years"]),
                "when": self._moments_of(proof for fact in facts for proof in fact.evidence),
            }
            if found["aliases"]:
                record["aliases"] = list(found["aliases"])
            self.nodes.append(record)
            if facts:
                self._facts[number] = [self._fact(fact) for fact in facts]
            if found.get("disputes"):
                about = [_link(dispute.property) for dispute in found["disputes"]]
                self._disputes[number] = about, [self._dispute(dispute) for dispute in found["disputes"]]
        return self._node_numbers[key]

    def edge(self, source: str, target: str, key: str) -> int:
        """Give a statement's number, adding it (and its ends) at first use."""
        if (source, target, key) not in self._edge_numbers:
            found = self.graph.edges[source, target, key]
            record: Record = {
                "from": self.node(source),
                "to": self.node(target),
                "predicate": self._predicates.number((found["label"], found["inverse"])),
                "when": self._moments_of(found["evidence"]),
            }
            if found["qualifiers"]:
                record["with"] = self._phrases.number(_phrases(found["qualifiers"]))
            if found["certainty"] != "stated":
                record["inferred"] = True
            self._edge_numbers[source, target, key] = len(self.edges)
            self.edges.append(record)
            self._proofs.append(self._evidence(found["evidence"]))
        return self._edge_numbers[source, target, key]

    def add_part(self, part: nx.MultiDiGraph[str]) -> None:
        """Put a part of the graph into the file, whatever view shows it."""
        for key in sorted(part):
            self.node(key)
        for statement in sorted(part.edges(keys=True)):
            self.edge(*statement)

    def add_view(
        self,
        name: str,
        title: str,
        about: str,
        places: Mapping[str, Place] | None = None,
        pairs: nx.Graph[str] | None = None,
        on_map: Mapping[str, Place] | None = None,
    ) -> None:
        """Add a view by its name, which the page knows how to draw.

        `places` says where its nodes stand (none: the page places them itself), `on_map` where on a map; `pairs`
        is a projection, whose edges name the works shared, and whose statements come into the file too.
        """
        view: Record = {"id": name, "title": title, "about": about}
        for field, found in (("places", places), ("map", on_map)):
            if found is not None:
                numbered = [(self.node(key), *place) for key, place in sorted(found.items())]
                view[field] = [column([row[part] for row in numbered]) for part in range(3)]
        if pairs is not None:
            view["pairs"] = [self._pair(*pair) for pair in sorted(pairs.edges(data=True), key=lambda pair: pair[:2])]
        self.views.append(view)

    def tables(self) -> Record:
        """Give all that the page reads at its start, as its data.js takes it."""
        home = home_countries(self.graph)
        keys = [node["key"] for node in self.nodes]
        return {
            "kinds": [
                {"id": kind.id, "one": kind.one, "many": kind.many, "size": kind.size, "mark": kind.mark}
                for kind in KINDS
            ],
            "classes": self._classes.rows,
            "predicates": self._predicates.rows,
            "documents": self._documents.rows,
            "phrases": self._phrases.rows,
            "rules": self._rules.rows,
            "moments": self._moments.rows,
            "when": self._when.rows,
            "years": self._years.rows,
            "left_out": self.left_out,
            "base": self._base(),
            "nodes": {
                "keys": keys,
                "labels": [node["label"] for node in self.nodes],
                "aliases": {node["id"]: node["aliases"] for node in self.nodes if "aliases" in node},
                "class": column([node["class"] for node in self.nodes]),
                "years": column([node["years"] for node in self.nodes]),
                "when": column([node["when"] for node in self.nodes]),
                # One more than the country's number, as 0 stands for none.
                "country": column([self._node_numbers.get(home.get(key, ""), -1) + 1 for key in keys]),
            },
            "edges": {
                "from": column([edge["from"] for edge in self.edges]),
                "to": column([edge["to"] for edge in self.edges]),
                "predicate": column([edge["predicate"] for edge in self.edges]),
                "when": column([edge["when"] for edge in self.edges]),
                # One more than the phrase's number, as 0 stands for none.
                "with": column([edge.get("with", -1) + 1 for edge in self.edges]),
                "inferred": [number for number, edge in enumerate(self.edges) if "inferred" in edge],
            },
            "views": self.views,
            # The link that each dispute of a work is about, "" for its name.
            **({"disputed": {number: about for number, (about, _) in self._disputes.items()}} if self.disputed else {}),
        }

    @property
    def disputed(self) -> int:
        """The number of works on which documents disagree."""
        return len(self._disputes)

    def blocks(self) -> Iterator[tuple[str, int, Any]]:
        """Give what the page parses when it is asked for, as (name, number of the first row, rows)."""
        named = {
            "sentences": self._sentences.rows,
            "items": self._items.rows,
            "proofs": self._proofs,
            "facts": [self._facts.get(number, 0) for number in range(len(self.nodes))] if self._facts else [],
            "disputes": [rows for _, rows in self._disputes.values()],
        }
        for name, rows in named.items():
            for first, part in chunks(rows):
                yield name, first, part

    def _base(self) -> str:
        """What stands before a key in an IRI."""
        for key, iri in self.graph.nodes(data="iri"):
            if iri != key and iri.endswith(key):
                return str(iri.removesuffix(key))
        return ""

    def _pair(self, first: str, second: str, edge: Mapping[str, Any]) -> list[Any]:
        for statement in (*edge["proofs"], *edge["direct"]):
            self.edge(*statement)
        return [self.node(first), self.node(second), [self.node(work) for work in edge["works"]]]

    def _fact(self, fact: Fact) -> list[Any]:
        return [fact.label, fact.value, _phrases(fact.qualifiers), self._evidence(fact.evidence)]

    def _dispute(self, dispute: Dispute) -> list[Any]:
        """What is asked, and of each document that disagrees with another: the document, its answer, its sentences."""
        sides = [
            [self._document(side.source), list(side.values), self._evidence(side.evidence)] for side in dispute.sides
        ]
        return [ASKED[dispute.property], sides]

    def _evidence(self, evidence: tuple[Evidence, ...]) -> list[Any]:
        """Proofs as [document, item, twice the rule's number (odd where inferred), [sentence, start, end, …], …]."""
        rows: list[Any] = [self._proof(proof) for proof in evidence[: self._most]]
        return [*rows, len(evidence) - self._most] if len(evidence) > self._most else rows

    def _proof(self, proof: Evidence) -> list[Any]:
        passages = [
            [self._sentences.number(passage.sentence), *(at for mark in passage.marks for at in mark)]
            for passage in proof.passages
        ]
        item = self._items.number((proof.headline, proof.date))
        rule = 2 * self._rules.number(proof.rule) + (proof.certainty == "inferred")
        return [self._document(proof.source), item, rule, *passages]

    def _document(self, source: Source) -> int:
        # Only a web address is ever made a link; anything else is not shown.
        address = source.address if source.address.startswith(("https://", "http://")) else ""
        return self._documents.number(source.id, [source.id, source.title, source.publisher, source.issued, address])

    def _moments_of(self, evidence: Iterable[Evidence]) -> int:
        """The number of a set of (document, year) pairs; 0 as the year where none is known."""
        found = {(self._document(proof.source), _year(proof.date)) for proof in evidence}
        return self._when.number(tuple(sorted(self._moments.number(moment) for moment in found)))


def _year(date: str) -> int:
    return int(date[:4]) if date[:4].isdecimal() else 0


def _link(property_: str) -> str:
    """The words on the links that a dispute is about; "" where it is about no link."""
    found = vocabulary().predicates.get(property_)
    return found.label if found else ""


def _phrases(qualifiers: Iterable[Qualifiers]) -> str:
    return "; ".join(dict.fromkeys(phrase(each) for each in qualifiers))
