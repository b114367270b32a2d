"""Keys: under which mentions of one name within a class are taken together, before anything is judged."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.claim import Mention

__all__ = ["RANK", "ROOM", "Node", "family_of", "key_of", "key_of_name"]

# Classes between which one name is one thing: a work first said to be a series is still that work.
_FAMILY = {
    "Work": "work", "Film": "work", "Series": "work", "Person": "person", "Company": "company",
    "PublicBody": "company", "Place": "place", "Country": "country", "Festival": "festival",
    "FestivalEdition": "edition", "Award": "award",
}  # fmt: skip
# The room of an IRI by class; of several classes the later one here is the more specific.
ROOM = {
    "Work": "work", "Series": "series", "Film": "film", "Person": "person", "Company": "company",
    "PublicBody": "company", "Place": "place", "Country": "country", "Festival": "festival",
    "FestivalEdition": "edition", "Award": "award",
}  # fmt: skip
RANK = {name: rank for rank, name in enumerate(ROOM)}


class Node(NamedTuple):
    """Mentions that are surely one: a key, and which of its namesakes (0 where there is but one)."""

    key: str
    part: int = 0


def family_of(kind: str) -> str | None:
    """Give the family of a class ("work", "person", "company", …); None for what is no entity (an item)."""
    return _FAMILY.get(kind)


@lru_cache(maxsize=262_144)
def _folded(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).replace("’", "'").replace("‘", "'")
    return " ".join(text.casefold().split())


def key_of(mention: Mention) -> str:
    """Give the key under which a mention is one with others: its class's family and its name, folded."""
    return key_of_name(mention.type, mention.name)


def key_of_name(kind: str, name: str) -> str:
    """Give the key of a name of a class, as `key_of` does; raises KeyError for a class of what is no entity."""
    return f"{_FAMILY[kind]}|{_folded(name)}"
