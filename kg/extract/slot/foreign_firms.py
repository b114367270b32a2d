"""Foreign names of companies in English prose that go on in small letters: "produced by Ljubljana-based Novi breg."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.slot.english import is_english
from kg.extract.slot.foreign import FOREIGN
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = ["foreign_firm_end"]

# What stands before a company's name, "the Maribor-based outfit N n".
_BEFORE = frozenset({
    "by", "through", "via", "with", "at", "from", "for", "and", ",", "(", "'s", ":", "company", "outfit", "firm",
    "house", "label", "producer", "producers", "agent", "distributor", "seller", "banner", "sales", "start-up",
    "co-producer", "companies", "partner", "partners", "player", "newcomer", "boutique",
})  # fmt: skip
_BEHIND = frozenset({".", ",", "(", ")", "and", "&", "'s", ";", "has", "is", "will", "as", "in", "for", "on"})
# "Rodar y Rodar", "Holm og Sønn": English prose joins companies by no word of these.
_FOREIGN_AND = frozenset({"y", "e", "et", "und", "og", "och", "ja"})
_ARTICLES = frozenset({"la", "le", "il", "lo", "gli", "les", "el", "los", "las", "das", "die", "der"})
_COMPANY_ENDS = words("names", "company_ends")
_MOST = 2
_LONGEST = 4
_SHORTEST = 3


def foreign_firm_end(line: Names, start: int, at: int) -> int | None:
    """Give where the small words end with which a company's name goes on behind its capitals, or None."""
    lower, n = line.tokens.lower, line.n
    ahead = lower[start - 1] if start else ""
    if line.language == "en" and lower[at][:2] in ("d'", "d’") and at + 1 < n and line.capital[at + 1]:
        return at + 2  # "Clin d’œil Films"
    if lower[at] == "to" and (end := _then_house(line, at)):
        return end  # "Look to the Sky Films"
    if line.language == "en" and lower[at] in _FOREIGN_AND and at + 1 < n and line.capital[at + 1]:
        return at + 2
    if (
        line.language == "en"
        and lower[at] in _FOREIGN_AND
        and at + 2 < n
        and lower[at + 1] in _ARTICLES
        and line.capital[at + 2 : at + 3]
    ):
        return at + 3 if line.capital[at + 2] else None  # "La Terra e il Mare"
    is_led = ahead in _BEFORE or ahead.endswith("-based")
    if line.language != "en" or not is_led or at - start > 1:
        return None
    end = at
    while end < n and end - at < _MOST and not line.capital[end] and _is_strange(lower[end]):
        end += 1
    if is_given_name(lower[start]) and lower[end : end + 1] != ("(",):
        return None
    return end if end > at and (end == n or lower[end] in _BEHIND) else None


def _then_house(line: Names, at: int) -> int | None:
    """Give the end of the capitals behind "to" or "to the" where they end as companies do."""
    start = at + 2 if line.lower[at + 1 : at + 2] == ("the",) else at + 1
    end = start
    while end < line.n and line.capital[end] and end - start < _LONGEST:
        end += 1
    return end if end - start > 1 and line.lower[end - 1] in _COMPANY_ENDS else None


def _is_strange(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in FOREIGN and not is_english(word)
