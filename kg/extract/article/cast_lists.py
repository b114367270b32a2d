"""Casts with earlier works in brackets: the names of "a cast with NAME (TITLE), NAME (TITLE, TITLE)" are people's.

One such name may be anything; several with brackets, in a sentence about a cast, are who plays in the film.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["people_of_casts"]

_CAST = re.compile(
    r"\b(?:cast|ensemble|actors?|actress(?:es)?|stars?|starring|co-?stars|toplin\w+|played by|performers?|thesps?|"
    r"headlin\w+|leads?|roles?)\b",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
_UNIT = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s(?:(?:de|van|von|der|den|la|el|al|di|da|du|del|dos|ten|ter)\s){{0,2}}{_CAPITAL}){{1,3}})"
    r"\s\([“\"‘A-ZÀ-ÞĀ-Ž0-9][^()]{1,90}\)"
)
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’)]*(?=\s)|$)", re.MULTILINE)
_FEWEST = 2


def people_of_casts(document: Document) -> frozenset[str]:
    """Give the people, folded, whom sentences about casts list with brackets behind their names."""
    found: set[str] = set()
    for sentence in _SENTENCE.finditer(document.text):
        if "(" not in sentence.group() or not _CAST.search(sentence.group()):
            continue
        names = [hit["name"] for hit in _UNIT.finditer(sentence.group())]
        names = [name for name in names if not is_company_name(name) and not countries().code(name)]
        found.update(map(fold, names) if len(names) >= _FEWEST else ())
    return frozenset(found)
