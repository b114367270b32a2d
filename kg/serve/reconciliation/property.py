"""Properties: what can be asked for of a thing, or given along with its name, and where it stands in the graph.

Each predicate is one, and after ^ the inverse of each; `director`, `country`, `year` and a few more put together what
people have columns for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Property", "properties", "properties_of"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property: `kinds` have it, `steps` (predicates, after ^ their inverses) lead to its values.

    `target` is the class of the values, empty where they may be of several; of literals `literal` says what they are.
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    steps: tuple[str, ...]
    target: str = ""
    literal: str = ""


_COMMON = (
    Property("director", "director", ("Work",), ("^directed",), "Person"),
    Property("writer", "writer", ("Work",), ("^wrote",), "Person"),
    Property("actor", "actor", ("Work",), ("^starredIn",), "Person"),
    Property("company", "company", ("Work",), ("^produced", "^coProduced", "^sold", "^distributed"), "Company"),
    Property(
        "country", "country", ("Work", "Person", "Company"),
        ("countryOfOrigin", "companyCountry", "nationality"), "Country",
    ),
    Property("year", "year", ("Work",), ("releasedOn",), "", "year"),
    Property("festival", "festival", ("FestivalEdition",), ("festival",), "Festival"),
)  # fmt: skip
_NOT_ASKED = ("describedIn", "interviewed")  # lead to items, which have no names


@cache
def properties() -> Mapping[str, Property]:
    """Give all properties by id, the common ones first."""
    found = {each.id: each for each in _COMMON}
    for name, row in vocabulary().predicates.items():
        if name in _NOT_ASKED:
            continue
        if row.literal is not None:
            found[name] = Property(name, row.label, row.subjects, (name,), "", row.literal)
            continue
        found[name] = Property(name, row.label, row.subjects, (name,), _only(row.objects))
        if row.inverse and not row.symmetric:
            found[f"^{name}"] = Property(f"^{name}", row.inverse, row.objects, (f"^{name}",), _only(row.subjects))
    return found


def properties_of(kind: str) -> list[Property]:
    """Give the properties that things of a class have; all for what is no class."""
    table = vocabulary()
    if kind not in table.classes:
        return list(properties().values())
    return [each for each in properties().values() if any(table.is_a(kind, own) for own in each.kinds)]


def _only(kinds: tuple[str, ...]) -> str:
    return kinds[0] if len(kinds) == 1 else ""
