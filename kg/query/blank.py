"""Blank nodes: labels that depend on what is said of a node, not on the engine or the run that made it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.graph.term import Triple

__all__ = ["relabelled"]

_ROUNDS = 16


def relabelled(triples: Collection[Triple]) -> tuple[Triple, ...]:
    """Give triples with blank nodes called `_:b0`, `_:b1`, …, sorted.

    Each node is coloured by what its triples say, round by round, so that colours reach along chains; nodes of one
    colour are told apart by nothing, and any order of them gives the same text unless they link to one another.
    """
    colours = {term: "" for triple in triples for term in (triple[0], triple[2]) if term.startswith("_:")}
    if not colours:
        return tuple(sorted(set(triples)))
    said: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        for term in {triple[0], triple[2]} & colours.keys():
            said[term].append(triple)
    kinds = 0
    for _ in range(_ROUNDS):
        colours = {node: _colour(node, said[node], colours) for node in colours}
        if len(set(colours.values())) == kinds:
            break
        kinds = len(set(colours.values()))
    order = sorted(colours, key=lambda node: (colours[node], re.sub(r"\d+", lambda n: n[0].zfill(12), node)))
    names = {node: f"_:b{place}" for place, node in enumerate(order)}
    return tuple(sorted({(names.get(s, s), p, names.get(o, o)) for s, p, o in triples}))


def _colour(node: str, said: list[Triple], colours: dict[str, str]) -> str:
    def seen(term: str) -> str:
        return "_:self" if term == node else f"_:{colours[term]}" if term in colours else term

    lines = sorted(f"{seen(s)} {p} {seen(o)}\n" for s, p, o in said)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
