"""A small stand-in for the index of names: all labels of a store, in memory."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import DEFAULT_BASE
from kg.resolve.name import loose
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection

_NAMES = """
PREFIX kg: <https://w3id.org/filmkg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing ?name ?label ?class WHERE {
  ?thing rdfs:label ?label ; rdfs:label|kg:alsoKnownAs ?name ; a ?class .
}
ORDER BY ?name ?thing
"""


@dataclass(frozen=True)
class Name:
    iri: str
    label: str
    kind: str
    weight: int = 1
    about: str = ""
    alias: str = ""


class Names:
    """Finds by the beginnings of names."""

    def __init__(self, store: Any) -> None:
        kinds: dict[str, str] = {}
        rows = [tuple(row[name].value for name in ("thing", "name", "label", "class")) for row in store.query(_NAMES)]
        for thing, _, _, kind in rows:
            name = kind.rpartition("#")[2]
            if name in vocabulary().classes:
                known = kinds.get(thing)
                kinds[thing] = name if known is None or vocabulary().is_a(name, known) else known
        self.names = [
            (
                loose(name),
                Name(thing, label, kinds[thing], about=kinds[thing].lower(), alias=name if name != label else ""),
            )
            for thing, name, label in dict.fromkeys((thing, name, label) for thing, name, label, _ in rows)
            if thing in kinds
        ]

    def _of(self, kinds: Collection[str]) -> list[tuple[str, Name]]:
        return [
            (name, one) for name, one in self.names
            if not kinds or any(vocabulary().is_a(one.kind, kind) for kind in kinds)
        ]  # fmt: skip

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[Name]:
        wanted = loose(text)
        found = [
            (not name.startswith(wanted), one.label, one) for name, one in self._of(kinds)
            if wanted and (name.startswith(wanted) or f" {wanted}" in name)
        ]  # fmt: skip
        first = {one.iri: one for *_, one in sorted(found, key=lambda hit: hit[:2], reverse=True)}
        return list(reversed(first.values()))[:limit]

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> list[Name]:
        found = self.complete(text, kinds, limit)
        if found:
            return found
        known = dict(self._of(kinds))
        return [known[name] for name in difflib.get_close_matches(loose(text), sorted(known), limit, 0.6)]

    def named(self, value: str, kind: str) -> list[str]:
        here = self._of((kind,))
        exact = sorted({one.iri for _, one in here if value in (one.label, one.alias)})
        local = sorted({one.iri for _, one in here if one.iri == DEFAULT_BASE + value.replace(":", "/", 1)})
        return exact or local or sorted({one.iri for name, one in here if name == loose(value)})

    def get(self, iri: str) -> Name | None:
        return next((one for _, one in self.names if one.iri == iri and not one.alias), None)
