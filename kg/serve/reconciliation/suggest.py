"""Suggestions while somebody types: things, properties and types; and a few words of HTML about each."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from kg.resolve.name import loose
from kg.serve.reconciliation.answer import class_of, local_id, type_of
from kg.serve.reconciliation.manifest import TYPES
from kg.serve.reconciliation.property import Property, properties, properties_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.labels import Labels, Named

__all__ = ["flyout", "preview", "suggest_entities", "suggest_properties", "suggest_types", "thing_of"]

_SHOWN = 10
_FARTHEST = 1_000  # suggestions that can be skipped
PREVIEW_STYLE = "body{font:15px/1.4 system-ui,sans-serif;margin:.6rem}h1{font-size:1.1rem;margin:0}p{margin:.2rem 0}"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{name}</title><style>{style}</style></head>
<body><h1 dir="auto">{name}</h1><p dir="auto">{about}</p></body>
</html>
"""


def suggest_entities(labels: Labels, prefix: str, kind: str, cursor: int) -> dict[str, Any]:
    """Give things of which a name or a word of it begins so, or that look alike; an id gives its own thing."""
    kinds = [kind] if kind else []
    own = thing_of(labels, prefix)
    wanted = min(cursor, _FARTHEST) + _SHOWN
    found = {own.iri: own} if own else {}
    for named in labels.search(prefix, kinds, wanted):
        found.setdefault(named.iri, named)
    return {"result": [_entity(named, labels.base) for named in list(found.values())[cursor : cursor + _SHOWN]]}


def suggest_properties(prefix: str, kind: str, cursor: int) -> dict[str, Any]:
    """Give properties of which the name or id has a word that begins so."""
    found = [each for each in properties_of(kind) if _begins(prefix, (each.id.removeprefix("^"), each.name))]
    return {"result": [_property(each) for each in found[cursor : cursor + _SHOWN]]}


def suggest_types(prefix: str, cursor: int) -> dict[str, Any]:
    """Give types of which the name or id has a word that begins so."""
    classes = vocabulary().classes
    found = [name for name in TYPES if _begins(prefix, (name, classes[name].label))]
    return {
        "result": [
            {**type_of(name), "description": classes[name].definition} for name in found[cursor : cursor + _SHOWN]
        ]
    }


def flyout(labels: Labels, what: str, id: str) -> dict[str, Any] | None:  # noqa: A002 - the specification's own name
    """Give a few words of HTML about a thing ("entity"), a property or a type; None for an unknown one."""
    if what == "entity":
        named = thing_of(labels, id)
        told = (named.label, named.about) if named else None
    elif what == "property":
        known = properties().get(id)
        told = (known.name, f"of: {', '.join(known.kinds)}") if known else None
    else:
        name = class_of(id, labels.base)
        told = (vocabulary().classes[name].label, vocabulary().classes[name].definition) if name else None
    if told is None:
        return None
    return {"id": id, "html": f"<p><b>{html.escape(told[0])}</b></p><p>{html.escape(told[1])}</p>"}


def preview(named: Named) -> str:
    """Give a page about a thing, without any script."""
    return _PAGE.format(name=html.escape(named.label), about=html.escape(named.about), style=PREVIEW_STYLE)


def thing_of(labels: Labels, id: str) -> Named | None:  # noqa: A002
    """Give the thing of an id, None for an unknown one."""
    return labels.get(labels.base + id) or labels.get(id)


def _entity(named: Named, base: str) -> dict[str, Any]:
    return {
        "id": local_id(named.iri, base),
        "name": named.label,
        "description": f"{named.about} (also {named.alias})" if named.alias else named.about,
        "notable": [type_of(named.kind)] if named.kind else [],
    }


def _property(each: Property) -> dict[str, Any]:
    return {"id": each.id, "name": each.name, "description": f"of: {', '.join(each.kinds)}"}


def _begins(prefix: str, names: Iterable[str]) -> bool:
    typed = loose(prefix)
    return any(f" {loose(name)}".find(f" {typed}") >= 0 for name in names)
