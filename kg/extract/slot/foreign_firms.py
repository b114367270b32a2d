"""Foreign names of companies in English prose that go on in small letters: "produced by Ljubljana-based Novi breg."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
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
_MOST = 2
_SHORTEST = 3
# Small words of English that say how, where and when, and end no name.
_ENGLISH = (
    "ing",
    "tion",
    "ly",
    "ed",
    "wide",
    "ward",
    "wards",
    "time",
    "day",
    "ies",
    "ment",
    "ity",
    "ness",
    "ous",
    "able",
)
_OTHERWISE = frozenset({
    "abroad", "overseas", "alone", "throughout", "elsewhere", "jointly", "production", "productions", "media",
    "company", "distribution", "again", "together", "series", "film", "films", "slate", "title", "titles", "deal",
    "label", "banner", "boss", "chief", "founder", "founders", "producer", "producers", "director", "outfit",
    "sales", "release", "team", "duo", "originals", "original", "project", "projects", "event", "market",
    "programme", "program", "fund", "award", "awards", "prize", "forum", "days", "screens", "cinemas", "theatres",
    "territories", "rights",
})  # fmt: skip


def foreign_firm_end(line: Names, start: int, at: int) -> int | None:
    """Give where the small words end with which a company's name goes on behind its capitals, or None."""
    lower, n = line.tokens.lower, line.n
    ahead = lower[start - 1] if start else ""
    is_led = ahead in _BEFORE or ahead.endswith("-based")
    if line.language != "en" or not is_led or at - start > 1 or is_given_name(lower[start]):
        return None
    end = at
    while end < n and end - at < _MOST and not line.capital[end] and _is_strange(line, lower[end]):
        end += 1
    return end if end > at and (end == n or lower[end] in _BEHIND) else None


def _is_strange(line: Names, word: str) -> bool:
    is_word = len(word) >= _SHORTEST and word.isalpha()
    is_english = word in line.plain or word in _OTHERWISE or word in words("names", "after_names")
    return is_word and not is_english and (not word.endswith(_ENGLISH) or not word.isascii()) and word not in FOREIGN
