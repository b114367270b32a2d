"""The identifiers that a page gives in JSON-LD for films, people and companies, as lines below its text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kg.vocabulary.identifier import parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["identifier_lines"]

_KINDS = {
    "Movie": "film", "TVSeries": "series", "Person": "person", "Organization": "company", "Corporation": "company",
}  # fmt: skip
_WORKS = frozenset({"film", "series"})
# What stands for a thing of schema.org where the page leaves its type out: who acts and directs is a person.
_PEOPLE = frozenset({"actor", "director", "author", "creator", "musicBy", "producer", "editor"})
_COMPANIES = frozenset({"productionCompany"})
# Which fields of an article, a review or a page lead to what it is about; the others name its author and publisher.
_ABOUT = frozenset({"about", "mentions", "mainEntity", "itemReviewed", "workFeatured"})
_MAKERS_OF_PAGES = ("author", "publisher", "creator", "editor", "copyrightHolder", "sourceOrganization")
_FIELDS = ("@id", "sameAs", "identifier", "titleEIDR")
_DEEPEST = 6
_SPACE = re.compile(r"\s+")


def identifier_lines(things: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Give "Identifiers of NAME (film): imdb:tt0110598, wikidata:Q42" for each thing that has any, once.

    Who wrote and published the page is left out: that is no fact about films.
    """
    things = list(things)
    makers = {made for thing in things if _kind(thing) not in _WORKS for made in _makers(thing)}
    is_article = any("Article" in str(thing.get("@type")) for thing in things)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for thing in things:
        if _kind(thing) in ("person", "company") and (is_article or thing.get("@id") in makers):
            continue
        for name, kind, identifier in _identified(thing, "", 0):
            found.setdefault((name, kind), {})[identifier] = None
    for (name, kind), identifiers in found.items():
        yield f"Identifiers of {name} ({kind}): {', '.join(identifiers)}"


def _makers(thing: dict[str, Any]) -> Iterator[str]:
    for field in _MAKERS_OF_PAGES:
        for each in _listed(thing.get(field)):
            if isinstance(each, dict) and isinstance(each.get("@id"), str):
                yield each["@id"]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _identified(thing: Any, field: str, depth: int) -> Iterator[tuple[str, str, str]]:
    """Walk through a thing and those that it names: (name, kind, identifier)."""
    if depth > _DEEPEST or not isinstance(thing, dict):
        return
    kind, name = _kind(thing, field), thing.get("name")
    if kind and isinstance(name, str) and (plain := _plain(name)):
        for key in _FIELDS:
            for identifier in _identifiers(thing.get(key)):
                yield plain, kind, identifier
    for key, value in thing.items():
        if key in (_PEOPLE | _COMPANIES if kind in _WORKS else _ABOUT):
            for each in _listed(value):
                yield from _identified(each, key, depth + 1)


def _kind(thing: dict[str, Any], field: str = "") -> str | None:
    types = [each for each in _listed(thing.get("@type")) if isinstance(each, str)]
    if types:
        return next((_KINDS[each] for each in types if each in _KINDS), None)
    return "person" if field in _PEOPLE else "company" if field in _COMPANIES else None


def _plain(name: str) -> str:
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in name)
    return _SPACE.sub(" ", shown).strip()


def _identifiers(value: Any) -> Iterator[str]:
    """Give the identifiers in a text, an address, a schema.org PropertyValue, or a list of these."""
    for each in _listed(value):
        said = [each]
        if isinstance(each, dict):
            said = [each.get("@id"), each.get("value"), f"{each.get('propertyID')}:{each.get('value')}"]
        found = (parse_identifier(text) for text in said if isinstance(text, str))
        yield from [identifier for identifier in found if identifier][:1]
