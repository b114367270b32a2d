"""Who is who in the made-up film world: the world gives no two things one name, so each name is its own entity."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.resolve.entity import Entity, Resolution
from kg.resolve.ledger import slug
from kg.vocabulary.country import countries

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.film_world import Page

__all__ = ["entity_of", "resolved"]

_ROOMS = {"FestivalEdition": "edition"}


@lru_cache(maxsize=100_000)
def entity_of(mention: Mention) -> Entity:
    """Give the entity that a mention names."""
    local = countries().code(mention.name) if mention.type == "Country" else slug(mention.name)
    return Entity(f"{_ROOMS.get(mention.type, mention.type.lower())}/{local}", mention.type, mention.name)


def resolved(page: Page, known: Callable[[Mention], Entity] = entity_of) -> Resolution:
    """Give the entities of all names on a page, each as `known` has it."""
    found: dict[tuple[str, str, str], Entity] = {}
    for claim in page.claims:
        mentions = [end for end in (claim.subject, claim.object) if isinstance(end, Mention)]
        if "territory" in claim.qualifiers:
            mentions.append(Mention("Country", str(claim.qualifiers["territory"])))
        for mention in mentions:
            found[page.document.id, mention.type, mention.name] = known(mention)
    return Resolution(found)
