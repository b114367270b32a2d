"""A festival edition belongs to a festival, and its name says which: "Toronto 2024" is Toronto's of 2024."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.graph import term as terms
from kg.graph.namespace import RDF, RDFS, SCHEMA, Namespaces
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.term import Triple
    from kg.resolve.entity import Entity

__all__ = ["editions", "festival_and_year"]

_EDITION = re.compile(r"(?P<festival>\S(?:.*\S)?)\s+(?P<year>(?:18|19|20)[0-9]{2})", re.DOTALL)
_SLUG_YEAR = re.compile(r"(?:^|-)(?:18|19|20)[0-9]{2}(?=-|$)")


def festival_and_year(name: str) -> tuple[str, int] | None:
    """Split the name of an edition; None where it does not end in a year."""
    match = _EDITION.fullmatch(name)
    return (match["festival"], int(match["year"])) if match else None


def editions(entities: Iterable[Entity], names: Namespaces) -> Iterator[Triple]:
    """Give the link from each edition to its festival and year, and the festivals that no text names by itself.

    A festival that was resolved as an entity is used; else its IRI is the edition's without the year, so that
    spellings of one slug are one festival: the name that most editions have is its label, then the smallest.
    """
    entities = list(entities)
    known = {entity.label: entity.iri for entity in reversed(entities) if entity.type == "Festival"}
    resolved = set(known.values())
    spellings: dict[str, Counter[str]] = {}
    for entity in entities:
        parts = festival_and_year(entity.label) if entity.type == "FestivalEdition" else None
        if parts is None:
            continue
        festival = known.get(parts[0]) or _local(entity.iri, parts[0], names)
        if festival not in resolved:
            spellings.setdefault(festival, Counter())[parts[0]] += 1
        edition = names.entity(entity.iri)
        yield edition, names.term("festival"), names.entity(festival)
        yield edition, names.term("year"), terms.year(parts[1])
    for local, counted in spellings.items():
        yield from _festival(names.entity(local), counted, names)


def _local(edition: str, name: str, names: Namespaces) -> str:
    found = list(_SLUG_YEAR.finditer(edition.rpartition("/")[2]))
    slug = edition.rpartition("/")[2][: found[-1].start()] if found else ""
    return f"festival/{slug or names.fingerprint(name)}"


def _festival(iri: str, spellings: Counter[str], names: Namespaces) -> Iterator[Triple]:
    label, *others = sorted(spellings, key=lambda name: (-spellings[name], name))
    yield iri, f"<{RDF}type>", names.term("Festival")
    for also in vocabulary().classes["Festival"].also:
        yield iri, f"<{RDF}type>", names.expand(also)
    yield iri, f"<{RDFS}label>", terms.string(label)
    yield iri, f"<{SCHEMA}name>", terms.string(label)
    for other in others:
        yield iri, names.term("alsoKnownAs"), terms.string(other)
        yield iri, f"<{SCHEMA}alternateName>", terms.string(other)
