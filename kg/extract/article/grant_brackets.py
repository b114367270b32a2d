"""Grant brackets: what stands in brackets behind a film that a fund supports, part by part.

"(Spain/France, Sund Film, SL, €350,000)", "(2 million crowns, or €177,000, staged by Lux, in co-production with
Belgium’s Sund)", "(production: Ana Roth - Lux)": sums, countries, and who makes the film in which role.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.facts import End, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.pieces import pieces
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["Bracket", "read_bracket"]

_CURRENCY = (
    r"(?:€|eur|euros?|(?:(?:norwegian|swedish|danish|czech|swiss|polish|icelandic)\s)?(?:kron(?:er|or|a|e)|crowns|"
    r"koruna|z[łl]oty|francs)|nok|sek|dkk|isk|czk|pln|chf|gbp|usd|huf|ron|hrk|bgn|mkd|rsd|gel|m eur|k)"
)
_MONEY = re.compile(
    rf"(?:(?:with|worth|or|around|about|some|approximately|up to|a total of|receiving)\s)*(?:"
    rf"(?:[€$£¥]|{_CURRENCY})\s?\d[\d.,\s]*(?:\s?(?:m|k|million|thousand))?|"
    rf"\d[\d.,\s]*(?:\s?(?:m|k|million|thousand))?\s?{_CURRENCY}?)(?:\s(?:in|for)\s[a-z ]{{3,30}})?",
    re.IGNORECASE,
)
# What parts of a bracket say of the names behind them.
_ROLES = tuple(
    (role, re.compile(rf"(?:{spelt})\s*", re.IGNORECASE))
    for role, spelt in (
        (
            "coProduced",
            r"(?:and\s)?(?:in\s)?(?:co-?produced\s(?:by|with)\b|co-?production\swith\b|co-?producers?:|co-?production:|"
            r"(?:[A-Z][a-z]+\s)?(?:minority\s)?co-?producers?:|with\spartners?\b)",
        ),
        (
            "produced",
            r"(?:and\s)?(?:being\s)?(?:produced|staged|piloted|mounted|steered|delegated)\sby\b|produced\sthrough\b|prod(?:uction)?s?\.?"
            r"(?:\scompan(?:y|ies))?:|producers?:|prod\.",
        ),
    )
)
_NATION_S = re.compile(r"(?P<land>(?:the\s)?[A-ZÀ-Þ][\w.-]*(?:\s[A-ZÀ-Þ][\w.-]*)?)[’'`]s?\s")
_OUTFIT = re.compile(r"(?:the\s)?(?:[A-Z][a-z]+\s)?(?:outfit|company|firm|studio|producer|banner|label)s?\s")
_LEGAL = re.compile(
    r"(?:S\.?L\.?U?\.?|S\.?A\.?S?\.?|A\.?I\.?E\.?|S\.?r\.?l\.?|A/S|AS|AB|Oy|GmbH(?: & Co\.? KG)?|Ltd\.?|Limited|Inc\.?|"
    r"LLC|B\.?V\.?|d\.o\.o\.?|s\.r\.o\.?|a\.s\.?|Kft\.?|SpA|Lda\.?|SARL|SASU|ApS|Sp\. z o\.o\.?)"
)
_CUT = re.compile(
    r"\s*[;,]\s*(?:and\s+)?|\s+and\s+(?=(?:co-?)?produced\b|in\s)|\s+[–—]\s+|\s+(?=in co-?production with\b)"
)
_JOINS = re.compile(r"\s*/\s*|\s+(?:and|&)\s+(?!(?:Co|Company|Sons?|Fils|Cie|Partners|Söhne|Figli)\b)|\s+\+\s+")
_PAIR = re.compile(r"(?P<person>[^/]+?)\s+[-–]\s+(?P<firm>.+)|(?P<one>[^/]+?)\s*/\s*(?P<other>.+)")
_KIND = re.compile(
    r"(?:(?:feature|short|long|creative|full-length|medium-length|debut|first|second|animated|live-action)[\s-])*"
    r"(?:documentary|animation|fiction|drama|comedy|thriller|short|feature|series|debut|film|minority|majority|"
    r"tv series|animated series|miniseries)(?:\sfilm|\sfeature|\sseries)?",
    re.IGNORECASE,
)
_A_PRODUCTION = re.compile(r"an?\s(?P<firm>[A-ZÀ-ÞĀ-Ž0-9][^()]{1,60}?)\s(?:co-?)?production")
_FIRM = re.compile(r"(?:[A-ZÀ-ÞĀ-Ž0-9]|[a-z]{1,8}[A-ZÀ-Þ])[^()€$£“”\"]*")
_NO_FIRM = re.compile(
    r"\b(?:lit|aka|formerly|title|see|read|directors?|dir|starring|with|who|which|pictured|photo|also|whose|based|winner|"
    r"premiered|until|from|after|at|in|the novel)\b[.:]?|[:?]|!.|^\d+$|^(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"[A-ZÀ-Þ][\w’'-]+ & [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][^/&+]+)?$")
# Towns and regions where somebody is.
_NO_MAKERS = words("names", "cities") | words("trade", "regions") | {"flanders", "wallonia"}
_AROUND = " –—-"
_LONGEST_FIRM = 7
_MOST_FIRMS = 7


@dataclass(slots=True)
class Bracket:
    """What a bracket says: who made the film, with the roles; where it is from; and how surely it is of this kind."""

    makers: list[tuple[str, End]] = field(default_factory=list)
    lands: list[End] = field(default_factory=list)
    has_money: bool = False
    is_labelled: bool = False
    has_company: bool = False
    # Nothing but capitals and marks, as companies are spelt and titles need not be.
    is_plain: bool = False

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing else looks so."""
        return self.has_money or self.is_labelled or (self.has_company and bool(self.makers))


def read_bracket(document: Document, first: int, last: int) -> Bracket | None:
    """Read the inside of a bracket, or give None where any part of it is of another kind."""
    text, found, role, has_form = document.text, Bracket(), "", False
    if places := countries_between(document, first, last):
        found.lands = places
        return found
    for start, end in pieces(text, first, last, _CUT, _AROUND):
        part = text[start:end]
        if _MONEY.fullmatch(part):
            found.has_money, role = True, ""
            continue
        if _KIND.fullmatch(part):
            continue
        if found.makers and _LEGAL.fullmatch(part):
            _lengthen(text, found, end)
            has_form = True
            continue
        if not role and not found.makers and (places := countries_between(document, start, end)):
            found.lands += places
            continue
        label = next(((said, hit) for said, regex in _ROLES if (hit := regex.match(text, start, end))), None)
        if label:
            role, start = label[0], label[1].end()
            found.is_labelled = True
        makers = _makers(text, start, end, is_labelled=bool(role))
        if makers is None:
            return None
        found.makers += [(role or "produced", maker) for maker in makers]
    found.has_company = has_form or any(
        is_company_name(name) and " " in name for _, maker in found.makers if (name := text[maker.first : maker.last])
    )
    found.is_plain = not any(word[0].islower() for word in re.findall(r"[^\W\d_]\w*", text[first:last]))
    return found if found.makers or found.has_money else None


def _lengthen(text: str, found: Bracket, end: int) -> None:
    """Give the last company its legal form, which a comma divides from its name: "Sund Film, SL"."""
    role, maker = found.makers[-1]
    found.makers[-1] = role, thing(text[maker.first : end], "Company", maker.first, end)


def _makers(text: str, first: int, last: int, *, is_labelled: bool) -> list[End] | None:
    """Give the makers of a part, None where a name is none."""
    pair = _PAIR.fullmatch(text, first, last)
    if pair:
        one, other = ("person", "firm") if pair["person"] else ("one", "other")
        is_person = _may_be_person(pair[one]) if pair["person"] else _is_person(pair[one])
        if is_person and (pair["person"] or not _is_person(pair[other])):
            rest = _makers(text, *pair.span(other), is_labelled=is_labelled)
            return [thing(pair[one], "Person", *pair.span(one)), *rest] if rest else None
    if a_production := _A_PRODUCTION.fullmatch(text, first, last):
        first, last = a_production.span("firm")
    found: list[End] = []
    at = first
    # "Pola & Henning Medienproduktion", "Pola & Henning": one word before the sign is half a name.
    joins = [] if _HALF.match(text, first, last) else [*_JOINS.finditer(text, first, last)]
    for mark in [*joins, None]:
        end = mark.start() if mark else last
        start = at
        if (nation := _NATION_S.match(text, start, end)) and countries().code(nation["land"].removeprefix("the ")):
            start = nation.end()
        if outfit := _OUTFIT.match(text, start, end):
            start = outfit.end()
        name = text[start:end]
        if not name or not _may_be_maker(name):
            return None
        kind = "Person" if is_labelled and _is_person(name) else "Company"
        found.append(thing(name, kind, start, end))
        at = mark.end() if mark else last
    return found if len(found) <= _MOST_FIRMS else None


def _may_be_maker(name: str) -> bool:
    return bool(
        _FIRM.fullmatch(name)
        and len(name.split()) <= _LONGEST_FIRM
        and not _NO_FIRM.search(name)
        and not countries().code(name)
        and not countries().code_of_demonym(name)
        and not known_festival(name)
        and fold(name) not in _NO_MAKERS
        and name.casefold() not in sections()
    )


def _may_be_person(name: str) -> bool:
    parts = name.split()
    return 1 < len(parts) <= 4 and all(part[0].isupper() for part in parts) and not is_company_name(name)


def _is_person(name: str) -> bool:
    parts = name.split()
    return 1 < len(parts) <= 4 and is_given_name(fold(parts[0])) and not is_company_name(name)
