"""Grants: where a fund's decisions are told, the brackets behind a film's director name who produces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["firms_behind_directors", "granted_in_brackets", "tells_grants"]

_FUND = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|grants?|supports?|backs|backing|aid|subsid(?:y|ies)|advance on receipts|"
    r"film (?:institute|centre|center|foundation|commission)|"
    r"fonds|avance sur recettes|avances|soutien|soutiennent|soutenus?|aides|aidés?|(?:co-?)?subvention(?:s|nés?)|"
    r"(?:co-?)?financés?|financements?|financent)\b|[€$£]\d",
    re.IGNORECASE,
)
_RULE = "granted-in-brackets"
_BRACKETS = re.compile(r"\s\((?P<inner>[A-ZÀ-Þ][^()“”\"\d€$£:;]{2,80})\)")
# "NAME’s TITLE (COMPANY, €350,000)": a title of any language ends where the bracket with the sum begins.
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w.-]*"
_GRANTED = re.compile(
    rf"(?P<owner>{_CAPITAL}(?:\s(?:(?:de|van|von|der|den|la|el|di)\s){{0,2}}{_CAPITAL}){{1,3}})[’']s\s"
    r"(?:[a-z-]+\s){0,4}?[“\"]?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿][^()\[\];:“”\"\n€$£]{1,80}?)(?:\s\([A-Z]{2}\))?[”\"]?\s"
    r"\((?P<firms>[A-ZÀ-ÞĀ-Ž0-9][^()€$£\n]{1,60}?)\s?[,–—-]\s?"
    r"(?:(?:[€$£]|EUR |NOK |SEK |DKK |CHF |PLN )\s?\d|\d[\d.,]*\s?(?:€|EUR|euros|NOK|SEK|DKK|CHF|PLN))"
)
_JOINS = re.compile(r"\s*[,/+]\s*|\s&\s")


def tells_grants(document: Document, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether an article's headline is about a fund and its money."""
    return bool(lines) and bool(_FUND.search(document.text, *lines[0][1:]))


def granted_in_brackets(document: Document, lines: list[tuple[int, int, int]], facts: list[Fact]) -> list[Fact]:
    """Read "NAME’s TITLE (COMPANY, €350,000)" whole where a phrase has cut the title short, in any language."""
    done: list[Fact] = []
    whole: dict[int, int] = {}
    told = {(end.first, end.last) for fact in facts for end in (fact.subject, fact.object)}
    for _, start, stop in lines[1:]:
        for hit in _GRANTED.finditer(document.text, start, stop):
            first, last = hit.span("title")
            owner = hit["owner"].split()[0]
            if (first, last) in told or not is_given_name(owner) or "’s " in hit["title"] or "'s " in hit["title"]:
                continue
            whole[first] = last
            film = thing(hit["title"], "Film", first, last)
            person = thing(hit["owner"], "Person", *hit.span("owner"))
            done.append(Fact(person, "directed", film, hit.start(), last, _RULE, 3.0, main="object"))
            firms = _firms(document, *hit.span("firms"))
            done += [Fact(firm, "produced", film, first, firm.last, _RULE, 3.0) for firm in firms]
    kept = [
        fact for fact in facts if not any(end.last < whole.get(end.first, 0) for end in (fact.subject, fact.object))
    ]
    return kept + done


def firms_behind_directors(document: Document, facts: list[Fact]) -> list[Fact]:
    """Read "TITLE by NAME (COMPANY/COMPANY)"; one bracket that is surely a company's speaks for all of the article."""
    hits: list[tuple[Fact, list[End]]] = []
    sure = False
    for fact in facts:
        is_director = fact.predicate == "directed" and fact.main == "object" and fact.object.first < fact.subject.first
        hit = _BRACKETS.match(document.text, fact.subject.last) if is_director else None
        if hit is None:
            continue
        firms = _firms(document, *hit.span("inner"))
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


def _firms(document: Document, first: int, last: int) -> list[End]:
    """Give the companies that a bracket lists."""
    found, at = [], first
    for name in _JOINS.split(document.text[first:last]):
        at = document.text.index(name, at)
        found.append(thing(name, "Company", at, at + len(name)))
    return found
