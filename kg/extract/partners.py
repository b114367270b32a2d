"""Partners by country: "the co-production between Belgium (COMPANY) and France (COMPANY)", "with Ireland (COMPANY)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.deals import BRACKETS, BUYERS_JOIN, NEXT_LAND
from kg.extract.facts import End, Fact, thing
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["partners_by_country", "partners_with_countries"]

_MADE_BETWEEN = re.compile(
    r"\b(?:co-?production|co-?produced|produced|production) (?:between|by|from|uniting) (?=the |[A-ZÀ-Þ])"
)
# Before countries with a company in brackets: who made the film with them.
_MADE_WITH = re.compile(
    r"\b(?:co-?produced|produced|co-?production|production)\b[^.;()]{0,90}?\b(?:with|by) "
    r"(?:(?:the )?(?:co-?producers|(?:co-producing |production )?partners|companies) (?:from|in) )?"
    r"(?=(?:the )?[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)? \()"
)


def partners_with_countries(document: Document, part: Sentence) -> list[Fact]:
    """Give who co-produces "the film" out of "produced by COMPANY with Ireland (COMPANY) and Spain (COMPANY)".

    The countries are the film's.
    """
    text = document.text
    made = _MADE_WITH.search(text, part.first, part.last) if text.find("(", part.first, part.last) >= 0 else None
    facts: list[Fact] = []
    at = made.end() if made else part.last
    while found := BRACKETS.match(text, at, part.last):
        code = countries().code(found["land"].strip())
        firms = BUYERS_JOIN.split(found["company"])
        if not code or not all(name[:1].isupper() or name[:1].isdigit() for name in firms):
            break
        land = End(Mention("Country", countries().name(code)), *found.span("land"))
        facts.append(Fact(End("FILM"), "countryOfOrigin", land, *found.span(), "partner-in-brackets", 3.0))
        for name in firms:
            first = text.index(name, found.start("company"))
            company = thing(name, "Company", first, first + len(name))
            facts.append(Fact(company, "coProduced", End("FILM"), *found.span(), "partner-in-brackets", 3.0))
        after = NEXT_LAND.match(text, found.end(), part.last)
        at = after.end() if after else part.last
    return facts


def partners_by_country(document: Document, part: Sentence) -> list[Fact]:
    """Give who makes "the film" out of "the co-production between Belgium (COMPANY), France (COMPANY) and …"."""
    text = document.text
    if text.find("(", part.first, part.last) < 0:
        return []
    made = _MADE_BETWEEN.search(text, part.first, part.last)
    facts: list[Fact] = []
    at = made.end() if made else part.last
    while found := BRACKETS.match(text, at, part.last):
        if not countries().code(found["land"].strip()):
            break
        for name in BUYERS_JOIN.split(found["company"]):
            if name[:1].isupper() or name[:1].isdigit():
                first = text.index(name, found.start("company"))
                company = thing(name, "Company", first, first + len(name))
                facts.append(Fact(company, "produced", End("FILM"), *found.span(), "partner-in-brackets", 3.0))
        after = NEXT_LAND.match(text, found.end(), part.last)
        at = after.end() if after else part.last
    return facts if len(facts) > 1 else []
