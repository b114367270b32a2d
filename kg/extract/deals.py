"""Sales by territory: "sold to Spain (Golem), Greece (Word of Mouth) and Benelux (Lumière)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["territory_deals"]

_SALE = re.compile(
    r"\b(?:sold|pre-sold|presold|bought|acquired|snapped up|picked up|deals?|sales|takers|buyers|rights|licensed)\b",
    re.IGNORECASE,
)
_DEAL = re.compile(
    r"(?:the )?(?P<land>[A-ZÀ-Þ][\w.’'-]*(?: (?:and |of |the )?[A-ZÀ-Þ][\w.’'-]*){0,3})\s*\((?P<company>[^()]{2,60})\)"
)
_AND = re.compile(r"\s*(?:,|;| and | & )\s*")


def territory_deals(document: Document, part: Sentence, film: End) -> list[Fact]:
    """Give who distributes a film in which country, from a sentence that lists territories with companies in brackets.

    Regions such as Benelux are no countries: the company distributes the film, and no territory is said.
    """
    text = document.text
    if not _SALE.search(text, part.first, part.last):
        return []
    asides = [found.span() for found in ASIDE.finditer(text, part.first, part.last)]
    facts: list[Fact] = []
    for found in _DEAL.finditer(text, part.first, part.last):
        if any(first <= found.start() < last for first, last in asides):
            continue
        land = found["land"].strip()
        codes = [code for part in (land, *land.split(" and ")) if (code := countries().code(part))][:2]
        codes = codes[:1] if countries().code(land) else codes
        if not codes and land.casefold() not in words("trade", "regions"):
            continue
        at = found.start("company")
        for name in _AND.split(found["company"]):
            first = text.index(name, at)
            at = first + len(name)
            if not name[:1].isupper() and not name[:1].isdigit():
                continue
            company = thing(name, "Company", first, at)
            places = [End(Mention("Country", countries().name(code)), *found.span("land")) for code in codes]
            facts += [
                Fact(company, "distributed", film, *found.span(), "territory-deal", 3.0, qualifiers=qualifiers)
                for qualifiers in [{"territory": place} for place in places] or [{}]
            ]
    return facts
