"""Profile: what the documents say of one name, as far as it helps to tell who is meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.resolve.name import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Profile", "profile_of_row"]

# Predicates by the words in which people who label pairs write them.
_PLAIN = {"shot": "photographed", "scored": "composed", "actedIn": "starredIn"}
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """A name with its context. All names in the sets are as `plain` gives them; `countries` are as printed or codes.

    `works`, `people` and `companies` are those that share a work with it (for a work itself: its cast and crew but for
    its `directors`, and its companies); `roles` are predicates; `years` those of documents and facts; `documents`
    where it stands; `identifiers` as "imdb:tt0110598".
    """

    type: str
    name: str
    aliases: frozenset[str] = _NONE
    documents: frozenset[str] = _NONE
    years: frozenset[int] = field(default_factory=frozenset)
    countries: frozenset[str] = _NONE
    roles: frozenset[str] = _NONE
    works: frozenset[str] = _NONE
    directors: frozenset[str] = _NONE
    people: frozenset[str] = _NONE
    companies: frozenset[str] = _NONE
    identifiers: frozenset[str] = _NONE


def profile_of_row(row: Mapping[str, Any]) -> Profile:
    """Read a profile from a row of labelled pairs; raises KeyError or TypeError for one that is none."""

    def names(key: str) -> frozenset[str]:
        return frozenset(plain(name) for name in _listed(row, key))

    return Profile(
        str(row["type"]),
        str(row["name"]),
        aliases=names("aliases"),
        documents=frozenset([str(row["document"])] if row.get("document") else []),
        years=frozenset(int(year) for year in _listed(row, "years")),
        countries=frozenset(_listed(row, "countries")),
        roles=frozenset(_PLAIN.get(role, role) for role in _listed(row, "roles")),
        works=names("works"),
        directors=names("directors"),
        people=names("people"),
        companies=names("companies"),
        identifiers=frozenset(_listed(row, "identifiers")),
    )


def _listed(row: Mapping[str, Any], key: str) -> Iterable[Any]:
    found = row.get(key, [])
    if not isinstance(found, list):
        raise TypeError(f"{key} is no list")
    return found
