"""Identity: which mentions are one. What is safe is merged by rule, judgements decide the rest, nothing is forgotten.

The same name within a class is one thing unless what is said of it, or a judgement, says otherwise. Names that look
alike are compared with what is known of each; those that are safe are merged, the others wait for a person.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.errors import BuildError
from kg.resolve.entity import Entity, Resolution
from kg.resolve.judgement import in_force
from kg.resolve.key import RANK, ROOM, Node, key_of
from kg.resolve.knowledge import gather, named_in_qualifiers
from kg.resolve.lookalike import LookAlike, look_alikes
from kg.resolve.memory import Memory
from kg.resolve.merge import Merged, contradiction, merge
from kg.resolve.namesake import namesakes
from kg.resolve.note import odd_judgements
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim
    from kg.resolve.judgement import Judged, Judgement
    from kg.resolve.knowledge import Knowledge
    from kg.resolve.ledger import Issued, Ledger
    from kg.resolve.note import Note

__all__ = ["Identity", "identify", "key_of", "resolve"]


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


def resolve(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    ledger: Ledger,
    memory: Memory | None = None,
    published: Mapping[str, str] | None = None,
) -> Resolution:
    """Say which entity each mention is, and issue IRIs for new ones into the ledger.

    `memory` holds what earlier builds found of which names look alike, and is brought up to date; `published` gives
    the dates of documents. Raises BuildError that names both lines where two judgements contradict one another.
    """
    claims = list(claims)
    identity = identify(claims, judgements, memory, published)
    entities, redirects = _entities(identity, ledger)
    found = {}
    for claim in claims:
        for end in (claim.subject, claim.object):
            if isinstance(end, Mention) and (node := _node(identity, end, claim.document)) is not None:
                found[claim.document, end.type, end.name] = entities[identity.merged.root(node)]
        for key, mention in named_in_qualifiers(claim):
            found[claim.document, mention.type, mention.name] = _qualifier(identity, entities, claim, key, mention)
    return Resolution(found, redirects, identity)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage in the meantime: nothing here refers to itself, and the looking takes a third of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@_uncollected()
def identify(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    memory: Memory | None = None,
    published: Mapping[str, str] | None = None,
) -> Identity:
    """Find out who is who, without issuing anything; as `resolve`."""
    judgements = list(judgements)
    holding = in_force(judgements)
    contradiction((each, each.left.place, each.right.place) for each in holding if each.right is not None)
    known = gather(claims, published or {})
    same, different = _within_names(holding)
    parts = namesakes(known, same, different)
    identity = Identity(known, parts, [], Merged(), holding)
    identity.look_alikes = look_alikes(known, parts, memory if memory is not None else Memory())
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
    for one in _judged(identity, left):
        for other in _judged(identity, right):
            if one != other:
                yield one, other


def _judged(identity: Identity, judged: Judged) -> list[Node]:
    """Give the nodes of a mention: that of its document, or of the name where its document is not there today."""
    key, document = judged.place
    if key not in identity.known.documents:
        return []
    if document in identity.known.documents[key]:
        return [identity.node(key, document)]
    every = identity.nodes(key)
    return every if not document or len(every) == 1 else []


# ---- entities ----------------------------------------------------------------------------------------------------


def _entities(identity: Identity, ledger: Ledger) -> tuple[dict[Node, Entity], dict[str, str]]:
    groups: dict[Node, list[Node]] = defaultdict(list)
    for key in sorted(identity.known.names):
        for node in identity.nodes(key):
            groups[identity.merged.root(node)].append(node)
    preferred = {}
    for judgement in identity.judgements:
        if judgement.kind == "preferred" and judgement.name is not None:
            for node in _judged(identity, judgement.left):
                preferred[identity.merged.root(node)] = judgement.name
    entities: dict[Node, Entity] = {}
    redirects: dict[str, str] = {}
    for root in sorted(groups):
        members = groups[root]
        names = _names(identity, members)
        label = preferred.get(root) or min(names, key=lambda name: (-names[name], name))
        kind = max((each for node in members for each in identity.known.types[node.key]), key=RANK.__getitem__)
        iri = _iri(identity, members, kind, label, ledger, redirects)
        others = set(names) | {alias for node in members for alias in identity.known.aliases.get(node.key, ())}
        entities[root] = Entity(iri, kind, label, tuple(sorted(others - {label})))
    return entities, redirects


def _names(identity: Identity, members: list[Node]) -> Counter[str]:
    names: Counter[str] = Counter()
    for node in members:
        names.update(identity.known.names[node.key])
    return names


def _iri(
    identity: Identity, members: list[Node], kind: str, label: str, ledger: Ledger, redirects: dict[str, str]
) -> str:
    """Give the IRI of a group: the first that was issued to any of its nodes, else a new one; later ones redirect."""
    if kind == "Country":
        code = countries().code(label)
        if code:
            return f"country/{code}"
    issued = sorted(
        (each for node in members for each in _issued(identity, node, ledger)), key=lambda each: each.number
    )
    if not issued:
        own = key_of(Mention(kind, label))
        key = own if own in identity.known.names else members[0].key
        node = next((node for node in members if node.key == key), members[0])
        return ledger.issue(key, ROOM[kind], label, min(identity.documents(node))).iri
    redirects.update(dict.fromkeys((each.iri for each in issued[1:]), issued[0].iri))
    return issued[0].iri


def _issued(identity: Identity, node: Node, ledger: Ledger) -> Iterator[Issued]:
    """Give what was issued to a node: to its key while it stood in one of the node's documents.

    Where that document is gone, it goes on with the first of the key's nodes.
    """
    every = identity.known.documents[node.key]
    mine = identity.documents(node)
    for each in ledger.of(node.key):
        if each.document in mine or (each.document not in every and node.part == 0):
            yield each


def _node(identity: Identity, mention: Mention, document: str) -> Node | None:
    if mention.type not in RANK:
        return None
    return identity.node(key_of(mention), document)


def _qualifier(identity: Identity, entities: Mapping[Node, Entity], claim: Claim, key: str, mention: Mention) -> Entity:
    """A qualifier names its work, person or territory by name alone: find the entity that it means."""
    entity = entities.get(identity.merged.root(identity.node(key_of(mention), claim.document)))
    if entity is None and mention.type == "Country":
        code = countries().code(mention.name)
        entity = Entity(f"country/{code}", "Country", countries().name(code)) if code else None
    if entity is None:
        raise BuildError(f"the qualifier {key} names {mention.name!r}, which no claim mentions", where=claim.document)
    return entity
