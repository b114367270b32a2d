"""Identity: the same name is one entity within its class, unless a judgement says otherwise."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.errors import BuildError
from kg.resolve.entity import Entity, Resolution
from kg.vocabulary import countries, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim
    from kg.resolve.judgement import Judgement
    from kg.resolve.ledger import Ledger

__all__ = ["key_of", "resolve"]

# Classes between which one name is one thing: a work first said to be a series is still that work.
_FAMILY = {
    "Work": "work", "Film": "work", "Series": "work", "Person": "person", "Company": "company",
    "PublicBody": "company", "Place": "place", "Country": "country", "Festival": "festival",
    "FestivalEdition": "edition", "Award": "award",
}  # fmt: skip
# The room of an IRI by class; of several classes the later one here is the more specific.
_ROOM = {
    "Work": "work", "Series": "series", "Film": "film", "Person": "person", "Company": "company",
    "PublicBody": "company", "Place": "place", "Country": "country", "Festival": "festival",
    "FestivalEdition": "edition", "Award": "award",
}  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_ROOM)}
_NAMED_QUALIFIERS = ("work", "of", "territory")


@dataclass(slots=True)
class _Cluster:
    """All mentions under the keys that are judged one."""

    keys: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)


def key_of(mention: Mention) -> str:
    """Give the key under which a mention is one with others: its class's family and its name, folded."""
    plain = unicodedata.normalize("NFKC", mention.name).replace("’", "'").replace("‘", "'")
    return f"{_FAMILY[mention.type]}|{' '.join(plain.casefold().split())}"


def resolve(claims: Iterable[Claim], judgements: Iterable[Judgement], ledger: Ledger) -> Resolution:
    """Say which entity each mention is, and issue IRIs for new ones into the ledger.

    Raises BuildError that names both lines where two judgements contradict one another.
    """
    claims, judgements = list(claims), list(judgements)
    group = _Groups(judgements)
    clusters: dict[str, _Cluster] = defaultdict(_Cluster)
    mentions: dict[tuple[str, str, str], str] = {}
    for claim in claims:
        for mention in _mentions(claim):
            key = key_of(mention)
            root = group.find(key)
            mentions[claim.document, mention.type, mention.name] = root
            cluster = clusters[root]
            cluster.keys.add(key)
            cluster.types.add(mention.type)
            cluster.names[mention.name] += 1
        if claim.predicate == "alsoKnownAs" and isinstance(claim.object, Value):
            clusters[group.find(key_of(claim.subject))].aliases.add(claim.object.value)
    for claim in claims:
        for mention in _only_in_qualifiers(claim, group, clusters):
            key = key_of(mention)
            cluster = clusters[group.find(key)]
            cluster.keys.add(key)
            cluster.types.add(mention.type)
            cluster.names[mention.name] += 1
    preferred = {
        group.find(key_of(judgement.left)): judgement.name for judgement in judgements if judgement.kind == "preferred"
    }
    entities: dict[str, Entity] = {}
    redirects: dict[str, str] = {}
    for root in sorted(clusters):
        cluster = clusters[root]
        label = preferred.get(root) or min(cluster.names, key=lambda name: (-cluster.names[name], name))
        kind = max(cluster.types, key=lambda each: _RANK[each])
        iri = _iri(cluster, kind, label, ledger, redirects)
        aliases = tuple(sorted((set(cluster.names) | cluster.aliases) - {label}))
        entities[root] = Entity(iri, kind, label, aliases)
    found = {mention: entities[root] for mention, root in mentions.items()}
    for claim in claims:
        found.update(_qualifier_entities(claim, group, entities))
    return Resolution(found, redirects)


def _only_in_qualifiers(claim: Claim, group: _Groups, clusters: Mapping[str, _Cluster]) -> list[Mention]:
    """Give the people and works that only a qualifier names ("the third film of NAME"): they are entities too."""
    kinds = vocabulary().qualifiers
    named = [Mention(kinds[key], str(claim.qualifiers[key])) for key in _NAMED_QUALIFIERS if key in claim.qualifiers]
    return [
        mention
        for mention in named
        if mention.type != "Country" and mention.type in _FAMILY and group.find(key_of(mention)) not in clusters
    ]


def _mentions(claim: Claim) -> Iterator[Mention]:
    for end in (claim.subject, claim.object):
        if isinstance(end, Mention) and end.type in _FAMILY:
            yield end


def _iri(cluster: _Cluster, kind: str, label: str, ledger: Ledger, redirects: dict[str, str]) -> str:
    if kind == "Country":
        code = countries().code(label)
        if code:
            return f"country/{code}"
    issued = list(dict.fromkeys(iri for key, iri in ledger.by_key.items() if key in cluster.keys))
    own = key_of(Mention(kind, label))
    iri = issued[0] if issued else ledger.issue(own, _ROOM[kind], label)
    for key in sorted(cluster.keys):
        ledger.assign(key, iri)
    redirects.update(dict.fromkeys(issued[1:], iri))
    return iri


def _qualifier_entities(
    claim: Claim, group: _Groups, entities: dict[str, Entity]
) -> Iterator[tuple[tuple[str, str, str], Entity]]:
    """A qualifier names its work, person or territory by name alone: find the entity that it means."""
    for key in _NAMED_QUALIFIERS:
        if key in claim.qualifiers:
            kind = vocabulary().qualifiers[key]
            name = str(claim.qualifiers[key])
            root = group.find(key_of(Mention(kind, name)))
            entity = entities.get(root)
            if entity is None and kind == "Country":
                code = countries().code(name)
                entity = Entity(f"country/{code}", "Country", countries().name(code)) if code else None
            if entity is None:
                raise BuildError(f"the qualifier {key} names {name!r}, which no claim mentions", where=claim.document)
            yield (claim.document, kind, name), entity


class _Groups:
    """Keys that judgements make one: the last judgement of a pair wins, and "different" beats chains of "same"."""

    def __init__(self, judgements: list[Judgement]) -> None:
        self._parent: dict[str, str] = {}
        last: dict[frozenset[str], Judgement] = {}
        for judgement in judgements:
            if judgement.right is not None:
                last[frozenset({key_of(judgement.left), key_of(judgement.right)})] = judgement
        for pair, judgement in last.items():
            if judgement.kind == "same":
                one, *other = sorted(pair)
                if other:
                    self._parent[self.find(other[0])] = self.find(one)
        for pair, judgement in last.items():
            if judgement.kind == "different" and len({self.find(key) for key in pair}) == 1:
                chain = [each.line for each in last.values() if each.kind == "same"]
                raise BuildError(
                    f"line {judgement.line} says different of two names that other lines make one",
                    where=f"judgements, lines {', '.join(map(str, sorted({judgement.line, *chain})))}",
                    do="withdraw one of them",
                )

    def find(self, key: str) -> str:
        """Give the key that stands for all that are one with `key`."""
        while key in self._parent:
            key = self._parent[key]
        return key
