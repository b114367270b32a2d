"""Identity: which mentions are one. What is safe is merged by rule, judgements decide the rest, nothing is forgotten.

The same name within a class is one thing unless what is said of it, or a judgement, says otherwise. Names that look
alike are compared with what is known of each; those that are safe are merged, the others wait for a person.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.litter import uncollected
from kg.resolve.judgement import in_force
from kg.resolve.key import Node, key_of
from kg.resolve.knowledge import gather
from kg.resolve.lookalike import LookAlike, look_alikes
from kg.resolve.memory import Memory
from kg.resolve.merge import Merged, contradiction, merge
from kg.resolve.namesake import namesakes
from kg.resolve.note import odd_judgements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.resolve.judgement import Judged, Judgement
    from kg.resolve.knowledge import Knowledge
    from kg.resolve.note import Note
    from kg.resolve.told import Told

__all__ = ["Identity", "identify", "key_of", "nodes_judged"]


@dataclass(slots=True)
class Identity:
    """All that was found out of who is who: for resolving, and for a person to review."""

    known: Knowledge
    parts: Mapping[str, Mapping[str, int]]
    look_alikes: list[LookAlike]
    merged: Merged
    judgements: list[Judgement]
    notes: list[Note] = field(default_factory=list)
    different: list[tuple[Node, Node]] = field(default_factory=list)

    def node(self, key: str, document: str) -> Node:
        """Give the node that a key is in a document."""
        split = self.parts.get(key)
        return Node(key, split.get(document, 0) if split else 0)

    def nodes(self, key: str) -> list[Node]:
        """Give all nodes of a key."""
        split = self.parts.get(key)
        return [Node(key, part) for part in sorted(set(split.values()))] if split else [Node(key)]

    def documents(self, node: Node) -> set[str]:
        """Give the documents in which a node stands."""
        split = self.parts.get(node.key)
        every = self.known.documents.get(node.key, set())
        return {each for each in every if split[each] == node.part} if split else every


@uncollected()
def identify(every: Iterable[Told], judgements: Iterable[Judgement], memory: Memory | None = None) -> Identity:
    """Find out from what documents tell who is who, without issuing anything.

    `memory` holds what earlier builds found, and is brought up to date. Raises BuildError that names both lines where
    two judgements contradict one another.
    """
    judgements = list(judgements)
    holding = in_force(judgements)
    contradiction((each, each.left.place, each.right.place) for each in holding if each.right is not None)
    known = gather(every)
    memory = memory if memory is not None else Memory()
    same, different = _within_names(holding)
    parts = namesakes(known, same, different, memory)
    identity = Identity(known, parts, [], Merged(), holding)
    identity.look_alikes = look_alikes(known, parts, memory)
    judged = [
        (judgement, left, right)
        for judgement in holding
        if judgement.right is not None
        for left, right in _nodes_of(identity, judgement.left, judgement.right)
    ]
    identity.merged = merge(identity.look_alikes, judged, identity.documents, lambda node: known.name_of(node.key))
    identity.different = [(left, right) for judgement, left, right in judged if judgement.kind == "different"]
    identity.notes = list(odd_judgements(judgements, holding, known))
    return identity


def _within_names(
    judgements: Iterable[Judgement],
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """Give the pairs of documents in which judgements say that one name means one thing, or two, by key."""
    same: dict[str, list[tuple[str, str]]] = defaultdict(list)
    different: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for judgement in judgements:
        if judgement.right is None:
            continue
        (key, document), (other, other_document) = judgement.left.place, judgement.right.place
        if key == other and document and other_document:
            (same if judgement.kind == "same" else different)[key].append((document, other_document))
    return same, different


def _nodes_of(identity: Identity, left: Judged, right: Judged) -> Iterator[tuple[Node, Node]]:
    """Give the nodes that a judgement is of: those of the two documents, or all of a name."""
    for one in nodes_judged(identity, left):
        for other in nodes_judged(identity, right):
            if one != other:
                yield one, other


def nodes_judged(identity: Identity, judged: Judged) -> list[Node]:
    """Give the nodes of what is judged: that of its document, or those of the name where that is not there today."""
    key, document = judged.place
    if key not in identity.known.documents:
        return []
    if document in identity.known.documents[key]:
        return [identity.node(key, document)]
    every = identity.nodes(key)
    return every if not document or len(every) == 1 else []
