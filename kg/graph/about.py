"""A few words about a thing, made from its facts, that tell it from others of its name.

"film by Alexe Poukine, Belgium / France, in the news of 2024"; "director of Tango, actor in Le Placard and 5 more".
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from kg.graph.roster import NEWS, RELEASED, role_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["about", "years_of"]

# What somebody is to a work, as one says it; the order is that in which roles of equal count are told.
_TRADES: Mapping[str, str] = {
    "directed": "director of", "created": "creator of", "starredIn": "actor in", "wrote": "writer of",
    "produced": "producer of", "composed": "composer of", "photographed": "cinematographer of", "edited": "editor of",
    "sold": "sales agent of", "distributed": "distributor of", "coProduced": "co-producer of",
    "executiveProduced": "executive producer of", "funded": "funder of", "participatedIn": "partner in",
    "^features": "subject of",
}  # fmt: skip
_HOMES = ("companyCountry", "basedIn", "nationality")
_WORKS = {"^countryOfOrigin": "origin of", "^shotIn": "location of", "^setIn": "setting of", "^screenedAt": "showed"}
_MOST_TRADES, _MOST_NAMES = 2, 2

Fact = tuple[int, int]
"""How many there are of a role, and the number of one of them (a thing, or a year)."""


def about(kind: str, packed: bytes, name_of: Callable[[int], str]) -> str:
    """Give the words; `packed` are facts as the roster keeps them, `name_of` gives the label of a thing by number."""
    facts = _facts(packed)
    table = vocabulary()
    word = table.classes[kind].label if kind in table.classes else ""

    def names(role: str, most: int = 3) -> list[str]:
        return [name_of(other) for _, other in facts.get(role, [])[:most]]

    if kind in table.classes and table.is_a(kind, "Work"):
        makers = names("^directed", 2) or names("^created", 2)
        parts = [f"{word} by {' and '.join(makers)}" if makers else word, _released(facts)]
        return ", ".join(filter(None, [*parts, " / ".join(names("countryOfOrigin")), _news(facts)]))
    home = next((names(role, 1)[0] for role in _HOMES if role in facts), "")
    head = "" if kind == "Person" else word
    if home:
        head = f"{word} in {home}" if kind != "Person" else f"from {home}"
    parts = [head, *_trades(facts, name_of)]
    if kind == "Festival":
        parts += [" and ".join(names("^festival", 2))]
    for role, phrase in (*_WORKS.items(), ("^award", "went to")):
        if role in facts:
            parts.append(f"{phrase} {_listed(facts[role], name_of)}")
    return ", ".join(filter(None, parts)) or word


def years_of(packed: bytes) -> tuple[list[int], list[int]]:
    """Give the years in which a work was released, and the first and last ones in which it was written about."""
    facts = _facts(packed)
    return [year for _, year in facts.get("released", [])], [year for _, year in facts.get("news", [])]


def _facts(packed: bytes) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for number, count, other in struct.iter_unpack("<BHI", packed):
        role = {RELEASED: "released", NEWS: "news"}.get(number) or role_of(number)
        found.setdefault(role, []).append((count, other))
    return found


def _released(facts: Mapping[str, list[Fact]]) -> str:
    return str(min(year for _, year in facts["released"])) if "released" in facts else ""


def _news(facts: Mapping[str, list[Fact]]) -> str:
    if "released" in facts or "news" not in facts:
        return ""
    years = [year for _, year in facts["news"]]
    return f"in the news of {min(years)}" + (f"–{max(years)}" if max(years) > min(years) else "")


def _trades(facts: Mapping[str, list[Fact]], name_of: Callable[[int], str]) -> list[str]:
    order = list(_TRADES)
    found = sorted(
        (role for role in facts if role in _TRADES), key=lambda role: (-facts[role][0][0], order.index(role))
    )
    return [f"{_TRADES[role]} {_listed(facts[role], name_of)}" for role in found[:_MOST_TRADES]]


def _listed(facts: list[Fact], name_of: Callable[[int], str]) -> str:
    count, shown = facts[0][0], [name_of(other) for _, other in facts[:_MOST_NAMES]]
    if count > len(shown):
        return f"{', '.join(shown)} and {count - len(shown)} more"
    return " and ".join(shown)
