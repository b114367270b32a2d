"""Evidence: the sentences that a statement came from, read out of the evidence graphs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

__all__ = ["Evidence", "Headline", "Passage", "Proofs", "Source", "read_proofs"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reader would cite it; `title` is its id where it has none."""

    id: str
    title: str
    publisher: str = ""
    issued: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """An item's headline and date, either of which may be empty."""

    text: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with the stretches of it that were read, as sorted, separate (start, end) pairs."""

    sentence: str
    marks: tuple[tuple[int, int], ...]

    @property
    def before(self) -> str:
        """The sentence up to the first marked words."""
        return self.sentence[: self.marks[0][0]]

    @property
    def exact(self) -> str:
        """The sentence from the first marked word to the last."""
        return self.sentence[self.marks[0][0] : self.marks[-1][1]]

    @property
    def after(self) -> str:
        """The sentence beyond the last marked words."""
        return self.sentence[self.marks[-1][1] :]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as the proof of a statement: who says so, where, in which words, and how it was read.

    `names` are those that the claim has for its work, where that goes by several.
    """

    claim: str
    source: Source
    headline: str
    date: str
    passages: tuple[Passage, ...]
    rule: str
    certainty: str
    statement: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proofs:
    """All evidence of a store: by statement (subject, predicate, object as RDF terms), and items by IRI."""

    by_statement: Mapping[tuple[Any, Any, Any], tuple[Evidence, ...]]
    headlines: Mapping[str, Headline]


def read_proofs(store: Store, ontology: str) -> Proofs:
    """Read every claim of every named graph; `ontology` is the namespace of kg: terms."""
    found: dict[tuple[Any, Any, Any], list[tuple[Any, Evidence]]] = {}
    headlines: dict[str, Headline] = {}
    for graph in sorted(store.named_graphs(), key=str):
        nodes = _nodes(store, graph)
        source = _source(nodes, graph.value, ontology)
        items = {
            iri: Headline(_text(terms, SCHEMA + "headline"), _text(terms, ontology + "date"))
            for iri, terms in nodes.items()
            if ontology + "Item" in _types(terms)
        }
        headlines.update(items)
        for statement, order, evidence in _claims(nodes, source, items, ontology):
            found.setdefault(statement, []).append((order, evidence))
    return Proofs(
        {
            statement: tuple(evidence for _, evidence in sorted(proofs, key=lambda proof: proof[0]))
            for statement, proofs in found.items()
        },
        headlines,
    )


_Terms = dict[str, list[Any]]


def _nodes(store: Store, graph: Any) -> dict[str, _Terms]:
    nodes: dict[str, _Terms] = {}
    for quad in store.quads_for_pattern(None, None, None, graph):
        subject: Any = quad.subject
        nodes.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return nodes


def _types(terms: _Terms) -> set[str]:
    return {term.value for term in terms.get(RDF + "type", ())}


def _text(terms: _Terms, predicate: str) -> str:
    values = terms.get(predicate)
    return min(term.value for term in values) if values else ""


def _source(nodes: Mapping[str, _Terms], graph: str, ontology: str) -> Source:
    """The document that a graph holds: the node of its own name, else whichever node is a document."""
    documents = sorted(iri for iri, terms in nodes.items() if ontology + "Document" in _types(terms))
    iri = graph if graph in documents or not documents else documents[0]
    terms = nodes.get(iri, {})
    name = _text(terms, DCTERMS + "identifier") or iri
    return Source(
        name,
        _text(terms, DCTERMS + "title") or name,
        _text(terms, DCTERMS + "publisher"),
        _text(terms, DCTERMS + "issued"),
        _text(terms, DCTERMS + "source"),
    )


def _claims(
    nodes: Mapping[str, _Terms], source: Source, items: Mapping[str, Headline], ontology: str
) -> Iterator[tuple[tuple[Any, Any, Any], Any, Evidence]]:
    for iri, terms in nodes.items():
        ends: list[Any] = [terms.get(RDF + part, ()) for part in ("subject", "predicate", "object")]
        if ontology + "Claim" not in _types(terms) or not all(len(end) == 1 for end in ends):
            continue
        spans = [nodes[span.value] for span in terms.get(PROV + "wasQuotedFrom", ()) if span.value in nodes]
        placed = sorted((_offset(span, ontology), _quote(span)) for span in spans)
        item = items.get(_text(terms, ontology + "item"), Headline())
        evidence = Evidence(
            iri,
            source,
            item.text,
            item.date or _text(terms, ontology + "asOf"),
            _passages(placed),
            _text(terms, ontology + "rule"),
            _text(terms, ontology + "certainty") or "stated",
            _text(terms, ontology + "statement"),
            tuple(sorted(name.value for name in terms.get(ontology + "workName", ()))),
        )
        yield (ends[0][0], ends[1][0], ends[2][0]), (source.id, [at for at, _ in placed], iri), evidence


def _offset(span: _Terms, ontology: str) -> int:
    start = _text(span, ontology + "start")
    return int(start) if start.isdecimal() else 0


def _quote(span: _Terms) -> tuple[str, str, str]:
    return _text(span, OA + "prefix"), _text(span, OA + "exact"), _text(span, OA + "suffix")


def _passages(placed: list[tuple[int, tuple[str, str, str]]]) -> tuple[Passage, ...]:
    """Join spans that stand in one sentence, so that it is shown once with all its words marked."""
    spans = [
        (start - len(before), before + exact + after, (len(before), len(before) + len(exact)))
        for start, (before, exact, after) in placed
        if exact
    ]
    passages = []
    for (_, sentence), group in groupby(sorted(spans), key=lambda span: span[:2]):
        marks: list[tuple[int, int]] = []
        for start, end in sorted(mark for _, _, mark in group):
            if marks and start <= marks[-1][1]:
                marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
            else:
                marks.append((start, end))
        passages.append(Passage(sentence, tuple(marks)))
    return tuple(passages)
