"""What speaks against a run of capitals as a title: lists, credits, places, prizes, and words that it cuts off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = [
    "LIST_MARKS",
    "TO_PLACES",
    "cut_cost",
    "ends_in_country",
    "goes_on_before",
    "is_credit",
    "list_cost",
    "prize_cost",
]

_PRIZE = frozenset({"best", "mention", "award", "prize", "outstanding", "debut"})
_OF_PRIZE = frozenset({"best", "a", "an", "its", "outstanding"})
# Small words that lead from one capital to the next within a title.
_WITHIN = frozenset({"the", "a", "of", "to", "about", "without", "under", "into", "against", "my", "your"})
LIST_MARKS = frozenset({",", "and", "&", "/"})
TO_PLACES = frozenset({"in", "at", "from", "to", "for", "on", "with", "after"})


def list_cost(lower: tuple[str, ...], at: int, stop: int) -> float:
    """Say how much commas and joins make a run look like a list of names; less where an article follows them."""
    cost = sum(1.0 for word in lower[at:stop] if word in LIST_MARKS)
    cost -= sum(0.5 for i in range(at, stop - 1) if lower[i] == "," and lower[i + 1] in ("the", "a", "my", "le", "la"))
    cost -= sum(
        0.7 for i in range(at, stop - 1) if lower[i] in ("and", "&") and lower[i + 1] in ("the", "a", "his", "her")
    )
    return cost


def is_credit(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether words are no title but say what somebody did: "Created by NAME", "Produced on the French side"."""
    after = lower[at + 1] if at + 1 < len(lower) else ""
    return (lower[at].endswith(("ed", "tten")) or lower[at] == "shot") and (
        (stop - at == 1 and after == "by") or (at == 0 and after in ("by", "on", "in", "with", "from", "at", "through"))
    )


def goes_on_before(line: Names, at: int) -> bool:
    """Tell whether capitals and small words before a token make it the middle of a title: "… and the Moon"."""
    lower, capital = line.tokens.lower, line.capital
    if lower[at - 1] not in _WITHIN:
        return False
    back = at - 1
    while back > 0 and at - back < 4 and (lower[back] in _WITHIN or lower[back] in ("and", "in", "&")):
        back -= 1
    joined = back < at - 1 or lower[at - 1] not in ("the", "a", "of")
    return joined and back >= 0 and capital[back] and lower[back] not in line.plain


def ends_in_country(line: Names, first: int, last: int) -> bool:
    """Tell whether a run closes with where something happens: "… in Italy", "… in the Czech Republic"."""
    lower = line.tokens.lower
    for at in range(last - 1, max(first, last - 5), -1):
        if lower[at] in TO_PLACES:
            start = at + 2 if lower[at + 1] == "the" else at + 1
            if start < last and (lower[start].isdigit() or countries().code(line.tokens.text(start, last))):
                return True
    return False


def cut_cost(line: Names, at: int) -> float:
    """Say what it costs to end a title before a token with which it could go on."""
    word = line.tokens.lower[at]
    if word in (",", "and", "&", "/", "by", "–", "-", "et", "y"):
        return 0.0
    if word in ("in", "at", "from", "with", "for", "on", "to", "as"):
        return 0.2
    return 0.6


def prize_cost(line: Names, at: int, stop: int) -> float:
    """Say what the name of a prize within a run costs: "TITLE for a Special Mention", "TITLE as Best Debut"."""
    lower = line.tokens.lower
    if stop < at + 3 or not line.capital[stop - 1]:
        return 0.0
    return sum(
        1.2
        for i in range(at + 1, stop - 1)
        if lower[i] in ("for", "as") and lower[i + 1] in _OF_PRIZE and not _PRIZE.isdisjoint(lower[i + 1 : stop])
    )
