"""Entity: what several mentions are judged to be, under one issued IRI."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.claim import Mention
    from kg.resolve.identity import Identity

__all__ = ["Entity", "Resolution"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One film, person, company, country, … of the graph.

    `iri` is local to the base IRI ("film/kika", "country/BE"); `type` the most specific class that any mention
    gave; `label` the preferred name; `aliases` all other names, sorted.
    """

    iri: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity each mention of each document is. Documents and items are no entities: their ids are theirs.

    `by_mention` maps (document id, class, name as printed) to an entity; `redirects` maps a merged entity's
    local IRI to the one that stands for it now; `identity` says how that was found out, and what a person should judge.
    """

    by_mention: Mapping[tuple[str, str, str], Entity]
    redirects: Mapping[str, str] = field(default_factory=dict)
    identity: Identity | None = None

    def entity(self, document: str, mention: Mention) -> Entity:
        """Give the entity that a mention is; raises BuildError for a mention that was never resolved."""
        try:
            return self.by_mention[document, mention.type, mention.name]
        except KeyError:
            raise BuildError(f"unresolved {mention.type} {mention.name!r}", where=document) from None

    @property
    def entities(self) -> list[Entity]:
        """Give all entities once, by IRI."""
        return sorted({entity.iri: entity for entity in self.by_mention.values()}.values(), key=lambda e: e.iri)
