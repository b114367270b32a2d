"""Where two documents disagree about a work: the definition that queries/disagreements.rq and the views share.

Asked is which countries a work is from, who directed it and what it is called, of each document that says so outright:
what was inferred is our reading and no document's word. Two documents *disagree* where each gives a country (or a
director) that the other does not; where one gives all that the other gives and more, the other is *incomplete*, which
is no contradiction. On the name they disagree where no name is common to both and no document says that the work is
known by one of each ("Labyrinths, also known as Dédales"); nobody need print all names, so none is incomplete.

Stages, dates and releases follow one another in time and are no conflicts. A series has its directors by season and
episode, so they are not compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from kg.network.evidence import Evidence, Proofs, Source

__all__ = ["ASKED", "NAME", "Dispute", "Side", "difference", "find_disputes"]

NAME = "name"
"""The property of a dispute about what a work is called; the others are predicates."""

ASKED = {"countryOfOrigin": "which countries it is from", "directed": "who directed it", NAME: "what it is called"}
"""What is asked of a work, by property, in words."""

_Values = dict[Any, list["Evidence"]]


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says: the values in a reader's words, sorted, and the claims that say so."""

    source: Source
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A property of a work on which documents disagree, and each document that disagrees with another, by its id."""

    property: str
    sides: tuple[Side, ...]


def difference(one: AbstractSet[Any], other: AbstractSet[Any]) -> Literal["", "incomplete", "disagreement"]:
    """Tell how what two documents say differs: "" where it does not, or one of them says nothing."""
    if not one or not other or one == other:
        return ""
    return "incomplete" if one < other or other < one else "disagreement"


def find_disputes(
    proofs: Proofs, ontology: str, label: Callable[[Any], str], works: Mapping[Any, str]
) -> Mapping[Any, tuple[Dispute, ...]]:
    """Give the disputes of each work (an RDF term) that has any, in the order of ASKED.

    `ontology` is the namespace of kg: terms, `label` names a country or person, `works` gives the class of
    each work.
    """
    said: dict[tuple[Any, str], dict[Source, _Values]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    known: dict[Any, set[frozenset[str]]] = defaultdict(set)
    for (subject, predicate, value), found in proofs.by_statement.items():
        property_ = predicate.value.removeprefix(ontology)
        for proof in found:
            if property_ in ASKED and proof.certainty == "stated":
                work, other = (value, subject) if property_ == "directed" else (subject, value)
                if property_ != "directed" or works.get(work) != "Series":
                    said[work, property_][proof.source][other].append(proof)
            for name in proof.names:
                work = subject if subject in works else value
                said[work, NAME][proof.source][name].append(proof)
            if len(proof.names) > 1:
                known[subject].add(frozenset(proof.names))
    disputes: dict[Any, list[Dispute]] = defaultdict(list)
    for property_ in ASKED:
        for (work, asked), documents in said.items():
            if asked == property_ and len(documents) > 1:
                sides = tuple(_sides(documents, known[work] if asked == NAME else None, label))
                if sides:
                    disputes[work].append(Dispute(asked, sides))
    return {work: tuple(found) for work, found in disputes.items()}


def _sides(
    documents: Mapping[Source, _Values], known: Collection[frozenset[str]] | None, label: Callable[[Any], str]
) -> Iterator[Side]:
    """Give the documents that disagree with another; `known` holds names given as those of one work, None elsewhere."""
    sets = {source: frozenset(values) for source, values in documents.items()}
    each = set(sets.values())
    torn = {one for one in each if any(_disagree(one, other, known) for other in each)}
    for source, values in sorted(documents.items(), key=lambda side: side[0].id):
        if sets[source] in torn:
            shown = sorted((value if known is not None else label(value), str(value), value) for value in values)
            proofs = [values[value] if known is None else [_shortest(value, values[value])] for *_, value in shown]
            yield Side(source, tuple(name for name, *_ in shown), tuple(dict.fromkeys(chain.from_iterable(proofs))))


def _shortest(name: str, proofs: Collection[Evidence]) -> Evidence:
    """Give the claim that shows a name in the fewest words: every claim about a work has its name."""
    return min(
        proofs,
        key=lambda proof: (
            not any(name in passage.sentence for passage in proof.passages),
            sum(end - start for passage in proof.passages for start, end in passage.marks),
            proof.claim,
        ),
    )


def _disagree(one: AbstractSet[Any], other: AbstractSet[Any], known: Collection[frozenset[str]] | None) -> bool:
    if known is None:
        return difference(one, other) == "disagreement"
    return not one & other and not any(names & one and names & other for names in known)
