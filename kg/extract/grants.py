"""Grants: where a fund's decisions are told, the brackets behind a film's director name who produces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.companies import is_company_name
from kg.extract.facts import End, Fact, thing
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["firms_behind_directors", "tells_grants"]

_FUND = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|grants?|supports?|backs|backing|aid|subsid(?:y|ies)|advance on receipts|"
    r"film (?:institute|centre|center|foundation|commission)|"
    r"fonds|avance sur recettes|avances|soutien|soutiennent|soutenus?|aides|aidés?|(?:co-?)?subvention(?:s|nés?)|"
    r"(?:co-?)?financés?|financements?|financent)\b|[€$£]\d",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s\((?P<inner>[A-ZÀ-Þ][^()“”\"\d€$£:;]{2,80})\)")
_JOINS = re.compile(r"\s*[,/+]\s*|\s&\s")


def tells_grants(document: Document, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether an article's headline is about a fund and its money."""
    return bool(lines) and bool(_FUND.search(document.text, *lines[0][1:]))


def firms_behind_directors(document: Document, facts: list[Fact]) -> list[Fact]:
    """Read "TITLE by NAME (COMPANY/COMPANY)"; one bracket that is surely a company's speaks for all of the article."""
    hits: list[tuple[Fact, list[End]]] = []
    sure = False
    for fact in facts:
        is_director = fact.predicate == "directed" and fact.main == "object" and fact.object.first < fact.subject.first
        hit = _BRACKETS.match(document.text, fact.subject.last) if is_director else None
        if hit is None:
            continue
        firms, at = [], hit.start("inner")
        for name in _JOINS.split(hit["inner"]):
            at = document.text.index(name, at)
            firms.append(thing(name, "Company", at, at + len(name)))
        names = [firm.what.name for firm in firms if isinstance(firm.what, Mention)]
        if any(countries().code(name) or not name[:1].isupper() for name in names):
            continue
        sure = sure or any(" " in name and is_company_name(name) for name in names)
        hits.append((fact, firms))
    if not sure:
        return facts
    spans = {(firm.first, firm.last) for _, firms in hits for firm in firms}
    inner = {(firms[0].first, firms[-1].last) for _, firms in hits}
    kept = [fact for fact in facts if (fact.object.first, fact.object.last) not in spans | inner]
    made = [
        Fact(firm, "produced", fact.object, fact.object.first, firm.last, "firms-behind-director", 3.0)
        for fact, firms in hits
        for firm in firms
    ]
    return kept + made
