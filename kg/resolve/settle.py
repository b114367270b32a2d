"""Settling: an entity with its IRI for each group of names that are one, and for each mention of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.errors import BuildError
from kg.resolve.entity import Entity, Resolution
from kg.resolve.identity import Identity, identify, nodes_judged
from kg.resolve.key import RANK, ROOM, Node, key_of
from kg.resolve.told import tell_all
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim
    from kg.resolve.judgement import Judgement
    from kg.resolve.ledger import Issued, Ledger
    from kg.resolve.memory import Memory
    from kg.resolve.told import Told

__all__ = ["Settled", "resolve", "settle"]


@dataclass(frozen=True)
class Settled:
    """Who is who, with an entity for each group: enough to say of any document what its names stand for."""

    identity: Identity
    by_node: Mapping[Node, Entity]
    redirects: Mapping[str, str]

    def entity(self, kind: str, name: str, document: str) -> Entity:
        """Give what a name of a class stands for in a document; raises BuildError for one that nothing mentions.

        A country that only a qualifier names has no node, and is known by its name.
        """
        node = self.identity.node(key_of(Mention(kind, name)), document)
        entity = self.by_node.get(self.identity.merged.root(node))
        if entity is None and kind == "Country":
            code = countries().code(name)
            entity = Entity(f"country/{code}", "Country", countries().name(code)) if code else None
        if entity is None:
            raise BuildError(f"a qualifier names {name!r}, which no claim mentions", where=document)
        return entity

    def of(self, every: Iterable[Told]) -> Resolution:
        """Give what the names of some documents stand for."""
        found = {}
        for told in every:
            for kind, name, _ in (*told.mentions, *told.named):
                found[told.document, kind, name] = self.entity(kind, name, told.document)
        return Resolution(found, self.redirects, self.identity)

    def everything(self) -> Resolution:
        """Give a resolution that has all entities and no document's names."""
        return Resolution({("", "", each.iri): each for each in self.entities}, self.redirects, self.identity)

    @cached_property
    def entities(self) -> list[Entity]:
        """All entities, each once, by IRI."""
        named = [self.entity("Country", name, "") for name in sorted(self.identity.known.territories)]
        return sorted({each.iri: each for each in (*named, *self.by_node.values())}.values(), key=lambda each: each.iri)


def resolve(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    ledger: Ledger,
    memory: Memory | None = None,
    published: Mapping[str, str] | None = None,
) -> Resolution:
    """Say which entity each mention is, and issue IRIs for new ones into the ledger.

    `memory` holds what earlier builds found, and is brought up to date; `published` gives the dates of documents.
    Raises BuildError that names both lines where two judgements contradict one another.
    """
    every = tell_all(claims, published or {})
    return settle(identify(every, judgements, memory), ledger).of(every)


def settle(identity: Identity, ledger: Ledger) -> Settled:
    """Give each group of names its entity, and issue IRIs for new ones into the ledger."""
    return Settled(identity, *_entities(identity, ledger))


def _entities(identity: Identity, ledger: Ledger) -> tuple[dict[Node, Entity], dict[str, str]]:
    groups: dict[Node, list[Node]] = defaultdict(list)
    for key in sorted(identity.known.names):
        for node in identity.nodes(key):
            groups[identity.merged.root(node)].append(node)
    preferred = {}
    for judgement in identity.judgements:
        if judgement.kind == "preferred" and judgement.name is not None:
            for node in nodes_judged(identity, judgement.left):
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
