"""Buyers whom their countries own: "selling TITLE to the UK's Sund Releasing", who brings it out there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["owned_buyers"]

_WORD = r"[A-ZÀ-Þ0-9][^\s,;:()]*"
_SELLS = re.compile(r"\b(?:pre-?)?(?:sold|sells?|selling|went|gone|licensed|placed|deals?|sales)\b")
_TO_OWNED = re.compile(
    rf"\bto (?:the )?(?P<land>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){{0,2}})[’']s (?P<company>{_WORD}(?: {_WORD}){{0,3}})"
    r"(?=\s*(?:[,;.()]|\sand\s|\sas well as\s|$))"
)


def owned_buyers(document: Document, part: Sentence, film: End) -> list[Fact]:
    """Give who distributes a film in the country whose buyer a sentence about sales says it went to."""
    facts: list[Fact] = []
    if not _SELLS.search(document.text, part.first, part.last):
        return facts
    for hit in _TO_OWNED.finditer(document.text, part.first, part.last):
        code = countries().code(hit["land"])
        if not code:
            continue
        name = hit["company"].rstrip(".")
        company = thing(name, "Company", hit.start("company"), hit.start("company") + len(name))
        place = End(Mention("Country", countries().name(code)), *hit.span("land"))
        facts.append(
            Fact(company, "distributed", film, *hit.span(), "territory-list", 3.0, qualifiers={"territory": place})
        )
    return facts
