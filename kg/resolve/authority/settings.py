"""Settings: how films, people and companies are asked for at a service: its type for them, its properties for facts.

For services of Wikidata's ids there are defaults; any other is told in a small file, or by options:

```toml
[types]
film = "Movie"

[properties.film]
director = "directedBy"
year = "released"
```
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.resolve.name import loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kg.resolve.authority.service import Service

__all__ = ["FACTS", "Settings", "options", "read_settings", "settings_for"]

FACTS: Mapping[str, tuple[str, ...]] = {
    "film": ("director", "writer", "actor", "company", "year", "country"),
    "person": ("country",),
    "company": ("country",),
}
"""The kinds of thing that can be asked for, and what of each can go along."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The service's type id for each kind, and its property id for each fact of a kind."""

    types: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


# Wikidata's film, human being and business; director, publication date, countries of origin, country.
_WIKIDATA = Settings(
    {"film": "Q11424", "person": "Q5", "company": "Q43229"},
    {"film": {"director": "P57", "year": "P577", "country": "P495"}, "company": {"country": "P17"}},
)
# What other services call the same.
_NAMES = {
    "film": ("film", "movie", "motion picture"),
    "person": ("person", "human", "people"),
    "company": ("company", "organization", "organisation", "corporation", "corporate body"),
}


def read_settings(path: Path) -> Settings:
    """Read settings from TOML; raises UsageError for a file that is none, or has a kind or fact unknown here."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"no settings: {error}", where=str(path), do="write TOML") from None
    odd = [key for key in table if key not in ("types", "properties")]
    if odd:
        raise UsageError(f"unknown table [{odd[0]}]", where=str(path), do="[types], [properties.film], …")
    return _checked(table.get("types", {}), table.get("properties", {}), str(path))


def options(given: Iterable[str], base: Settings | None = None) -> Settings:
    """Add options such as `film.director=P57` to some settings; raises UsageError for one that is none."""
    base = base or Settings()
    properties = {kind: dict(facts) for kind, facts in base.properties.items()}
    for each in given:
        name, sign, pid = each.partition("=")
        kind, dot, fact = name.partition(".")
        if not (sign and dot and pid):
            raise UsageError(f"--property {each!r} says nothing", do="write it like film.director=P57")
        properties.setdefault(kind, {})[fact] = pid
    return _checked(base.types, properties, "--property")


def _checked(types: Any, properties: Any, where: str) -> Settings:
    if not isinstance(types, dict) or not isinstance(properties, dict):
        raise UsageError("tables were wanted", where=where, do='[types] with lines such as film = "Q11424"')
    for kind in (*types, *properties):
        if kind not in FACTS:
            raise UsageError(f"unknown kind {kind!r}", where=where, do=f"one of {', '.join(FACTS)}")
    for kind, facts in properties.items():
        if not isinstance(facts, dict):
            raise UsageError(f"a table was wanted for {kind}", where=where, do='lines such as director = "P57"')
        for fact in facts:
            if fact not in FACTS[kind]:
                raise UsageError(f"unknown fact {fact!r} of {kind}", where=where, do=f"one of {', '.join(FACTS[kind])}")
    ids = [*types.values(), *(pid for facts in properties.values() for pid in facts.values())]
    if not all(isinstance(each, str) and each for each in ids):
        raise UsageError("ids are texts that are not empty", where=where, do='film = "Q11424"')
    return Settings(dict(types), {kind: dict(facts) for kind, facts in properties.items()})


def settings_for(service: Service, given: Settings | None = None) -> Settings:
    """Give the settings of a service: what was given, then Wikidata's defaults, then types of the names we know."""
    given = given or Settings()
    base = _WIKIDATA if service.is_wikidata else Settings(_named_types(service))
    return Settings({**base.types, **given.types}, {**base.properties, **given.properties})


def _named_types(service: Service) -> dict[str, str]:
    kinds = {loose(kind["name"]): str(kind["id"]) for kind in reversed(service.manifest.get("defaultTypes", []))}
    return {
        ours: kinds[name]
        for ours, names in _NAMES.items()
        for name in [next((n for n in names if n in kinds), "")]
        if name
    }
