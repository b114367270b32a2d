"""Titles of deals: what is sold "to Norway (FIRM), Poland (FIRM) and Japan (FIRM)" is a film, whatever it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.article.linked import title_before
from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.naming import without_maker
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["deal_titles", "without_rights"]

_BRACKET = re.compile(
    r"(?P<name>[A-ZÀ-ÞĀ-Ž0-9][\w’'&.+-]*(?: (?:[A-ZÀ-ÞĀ-Ž0-9&][\w’'&.+-]*|de|of|the|du|la|le|y|and|i)){0,8})"
    r"\s\((?P<inner>[^()\n]{2,80})\)"
)
_RIGHTS = re.compile(
    r"(?:Further |The |Other |More |First )?(?:[Dd]eals|[Bb]uyers|[Rr]ights|[Ss]ales|[Pp]re-sales|[Tt]erritories|"
    r"[Dd]istribution|[Aa]greements) (?:on|of|to|for|in) "
)
_DONE = (
    r"(?:(?:has|have|had|was|is|were|are|will be|been|being|also|already|just|since|recently|now|quickly) )*"
    r"(?:pre-?)?(?:sold|gone|went|goes|licensed|picked up|snapped up|acquired|bought|taken|closed|travelled|travels|"
    r"placed|released|found (?:buyers|takers|homes|a home)|secured (?:distribution|deals|releases))"
)
_LEADS = re.compile(
    rf"(?:\s\([^()]{{2,60}}\))?[”\"’]?(?:,? {_DONE} (?:to|for|in|with|by)|"
    r" (?:to|for|in|include|including|includes|are)|:| (?:closed|clinched|landed|secured))"
    r"(?: (?:buyers|distributors|deals|sales) (?:in|from|for|to))? (?:the )?$"
)
_ACTIVE = r"(?:\s(?:has|have|had|also|just|already|is))*\s(?:pre-?)?(?:sold|closed|licensed|boarded|selling|handles)\s"
_REGIONS = words("names", "regions") | words("trade", "regions")
_COMPANY_ENDS = words("names", "company_ends")
_PLAIN = words("names", "plain") | words("records", "towns")
_SUM = re.compile(r"^\W|\d[\d .,]*(?:euros?|million)?$|^[A-Z]{3} \d|\b(?:euros?|EUR)\b|\son [A-Z]\w+day$")
_AS_NAMES = frozenset({2, 3})
_FAR = 200


def deal_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, behind which countries stand with a buyer in brackets, or buyers with a country."""
    if language_of(document) != "en":
        return frozenset()
    return frozenset(fold(title) for title in _titles(document))


def without_rights(title: str) -> str:
    """Give a title without what it is that somebody has of it: "Rights to TITLE", "Deals on TITLE"."""
    return _RIGHTS.sub("", title, count=1)


def _titles(document: Document) -> Iterator[str]:
    text = document.text
    for hit in _BRACKET.finditer(text):
        at = _chain(hit)
        lead = _LEADS.search(text, max(0, at - _FAR), at) if at >= 0 else None
        if lead is None:
            continue
        span = title_before(document, lead.start())
        title = without_maker(without_rights(text[slice(*span)])) if span else ""
        # It is none behind a comma, of which it is a part, nor behind "sold by".
        is_rest = span is not None and text.endswith((", ", " by ", " from ", " with ", " through "), 0, span[0])
        if title and not is_rest and not _is_none(title) and not _is_seller(text, title):
            yield title


def _chain(hit: re.Match[str]) -> int:
    """Give where "Norway (FIRM" or "FIRM (Norway" begins, or a number below nought."""
    if _is_land(hit["inner"]):
        return hit.start("name")
    parts = hit["name"].split(" ")
    for first in range(len(parts)):
        if _is_land(" ".join(parts[first:])):
            return hit.end("name") - len(" ".join(parts[first:]))
    return -1


def _is_land(name: str) -> bool:
    plain = name.removeprefix("the ")
    return countries().code(plain) is not None or fold(plain) in _REGIONS


def _is_none(title: str) -> bool:
    """Tell whether what stands there is a sum, a section, a plain word, or more than a title."""
    name = fold(title)
    return (
        _SUM.search(title) is not None
        or " by " in name
        or (" " not in name and (name in _PLAIN or name in sections()))
        or known_festival(title) is not None
        or (len(title.split()) in _AS_NAMES and is_given_name(fold(title.split()[0])))
    )


def _is_seller(text: str, name: str) -> bool:
    parts = fold(name).split()
    if parts[-1] in _COMPANY_ENDS or countries().code(name) is not None:
        return True
    return re.search(rf"\b{re.escape(name)}{_ACTIVE}(?=[“\"‘A-ZÀ-ÞĀ-Ž])", text) is not None
