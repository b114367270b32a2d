"""Trade: a firm that picks up a film may sell it abroad or bring it to cinemas; an item's other words tell which."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.facts import End

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.facts import Fact

__all__ = ["as_released", "as_traded"]

# Rules of headlines that leave open what a firm does with its film.
_OPEN = frozenset({"firm-picks-up", "firm-picks-up-by", "company-sells-possessive"})
# Brackets behind a title and its maker hold who produces the film, or who releases it.
_BRACKETS = frozenset({"brackets-distributor", "directors-title-in-brackets"})
_SELLS = re.compile(
    r"\b(?:sales|sells?|selling|sellers?|pre-?sales|world rights|international rights|EFM|AFM|Marché du Film|"
    r"abroad|internationally|buyers|slate)\b"
)
_RELEASES = re.compile(
    r"\b(?:distribut\w+|releas\w+|theatrical\w*|cinemas|theatres|screens|(?:domestic|local|national|all) rights)\b"
)


def as_traded(facts: Iterable[Fact], headline: str, told: str, categories: frozenset[str]) -> list[Fact]:
    """Give the facts of a headline with what a firm does: it sells, or distributes, or the item does not tell."""
    facts = list(facts)
    if not any(fact.rule in _OPEN for fact in facts):
        return facts
    says = _predicate(headline) or ("sold" if "sales" in categories else None) or _predicate(told)
    kept = []
    for fact in facts:
        if fact.rule in _OPEN and fact.predicate == "sold":
            if says:
                kept.append(replace(fact, predicate=says))
            elif fact.main == "object":
                kept.append(
                    replace(fact, subject=fact.object, predicate="describedIn", object=End("ITEM"), main="subject")
                )
        else:
            kept.append(fact)
    return kept


def as_released(facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts of a teaser of releases: firms in brackets bring films to cinemas, "TITLE by NAME (FIRM)"."""
    return [
        replace(fact, predicate="distributed") if fact.rule in _BRACKETS and fact.predicate == "produced" else fact
        for fact in facts
    ]


def _predicate(words: str) -> str | None:
    """Give what words speak of, if they speak of one of both alone."""
    sells, releases = bool(_SELLS.search(words)), bool(_RELEASES.search(words))
    return None if sells == releases else "sold" if sells else "distributed"
