"""Evidence: how far what is given along with a name agrees with what the graph says of a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.graph.gram import searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.serve.reconciliation.facts import Value
    from kg.serve.reconciliation.property import Property

__all__ = ["AGREES", "CONTRADICTS", "UNKNOWN", "Given", "agreement", "texts_of", "year_agreement"]

AGREES, UNKNOWN, CONTRADICTS = 1.0, 0.5, 0.0
_ALIKE, _NEARLY = 88, 0.75  # how alike a misspelt name is (of 100), and how far it agrees
_YEARS = {0: AGREES, 1: 0.75, 2: 0.6}  # a film of a festival's year comes out in the next one or two
_NEWS, _IN_NEWS = 2, 0.7  # years round those in which a work is written about, and how far such a year agrees


@dataclass(frozen=True, slots=True)
class Given:
    """The values of one property in a query: as texts, and as the IRIs of what they name."""

    property: Property
    texts: tuple[str, ...]
    iris: frozenset[str] = frozenset()


def agreement(given: Given, values: Sequence[Value]) -> float:
    """Give how far values agree with those given, from 0 (another one stands there) to 1; 0.5 where none is known."""
    if not values:
        return UNKNOWN
    if any(value.iri in given.iris for value in values if value.iri):
        return AGREES
    keys = {searchable(text) for text in given.texts} - {""}
    own = [searchable(value.text) for value in values]
    if keys & set(own):
        return AGREES
    return _NEARLY if _alike(keys, own) else CONTRADICTS


def year_agreement(given: Given, released: Sequence[int], news: Sequence[int]) -> float:
    """Give how far a year agrees with those in which a work was released, else was written about.

    News contradict nothing: old works are written about too.
    """
    years = [int(text[:4]) for text in given.texts if text[:4].isascii() and text[:4].isdigit() and len(text) >= 4]
    if not years:
        return UNKNOWN
    if released:
        return max(_YEARS.get(abs(year - own), CONTRADICTS) for year in years for own in released)
    if news and any(min(news) - _NEWS <= year <= max(news) + _NEWS for year in years):
        return _IN_NEWS
    return UNKNOWN


def texts_of(value: Any) -> tuple[str, ...]:
    """Give the values of a property as texts: names of things, years of numbers, words of truths."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            found += [str(each[key]) for key in ("name", "id") if each.get(key)]
        elif isinstance(each, bool):
            found.append(str(each).lower())
        elif isinstance(each, float) and each.is_integer():
            found.append(str(int(each)))
        else:
            found.append(str(each))
    return tuple(found)


def _alike(keys: set[str], own: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.token_sort_ratio(key, other) >= _ALIKE for key in keys for other in own)
