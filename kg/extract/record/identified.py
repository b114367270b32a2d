"""Lines that give the identifiers of what a page describes: "Identifiers of NAME (film): imdb:tt0110598"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact
from kg.vocabulary.identifier import family_of, parse_identifier

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["read_identifiers"]

# As kg/read/html.py writes them below a page's text, from what its head says in JSON-LD.
_LINE = re.compile(r"Identifiers of (?P<name>\S.*) \((?P<kind>film|series|person|company)\): (?P<list>\S.*)")
_CLASSES = {"film": "Film", "series": "Series", "person": "Person", "company": "Company"}
_ONE = re.compile(r"[^\s,]+")


def read_identifiers(document: Document, first: int, last: int) -> list[Fact]:
    """Read a line of identifiers, [] where it is none; one that names another kind of thing is left out."""
    found = _LINE.fullmatch(document.text, first, last)
    if not found:
        return []
    kind = found["kind"]
    family = kind if kind in ("person", "company") else "work"
    thing = End(Mention(_CLASSES[kind], found["name"]), *found.span("name"))
    return [
        Fact(
            thing,
            "identifier",
            End(Value(one[0]), *one.span()),
            thing.first,
            one.end(),
            "identifiers-line",
            4.0,
        )
        for one in _ONE.finditer(document.text, *found.span("list"))
        if parse_identifier(one[0]) == one[0] and family_of(one[0]) in (None, family)
    ]
