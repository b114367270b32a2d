"""Where films come out of which a page tells: "new in UK cinemas", "French screens", the tag "RELEASES France"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.facts import Fact

__all__ = ["out_in", "territory"]

_HEAD = 1200
_SCREENS = re.compile(
    r"\b(?P<land>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)?) (?:movie )?(?:cinemas|screens|theat(?:re|er)s)\b|"
    r"\b(?:cinemas|screens|theat(?:re|er)s) (?:in|across|of) (?:the )?(?P<where>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)?)"
)
# "UK and Irish cinemas": of two territories neither is said of one distributor.
_MORE = re.compile(r"(?:\band|[,/&-]) ?$")


def territory(text: str) -> End | None:
    """Give the one country in whose cinemas the head of a page says that films come out; None where it says none."""
    found: dict[str, End] = {}
    for hit in _SCREENS.finditer(text, 0, _HEAD):
        group = "land" if hit["land"] else "where"
        printed = hit[group]
        code = countries().code(printed) or countries().code_of_demonym(printed)
        if code and _MORE.search(text, max(0, hit.start() - 5), hit.start()):
            return None
        if code:
            found.setdefault(code, End(Mention("Country", countries().name(code)), *hit.span(group)))
    return next(iter(found.values())) if len(found) == 1 else None


def out_in(facts: Iterable[Fact], land: End | None) -> list[Fact]:
    """Give facts with the territory of those that say who distributes a film, where they say none themselves."""
    return [
        replace(fact, qualifiers={**fact.qualifiers, "territory": land})
        if land and fact.predicate == "distributed" and "territory" not in fact.qualifiers
        else fact
        for fact in facts
    ]
