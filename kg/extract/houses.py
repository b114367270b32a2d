"""Houses: a possessive before a title may name the company or the country that the film is from, and no director."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.facts import Fact

__all__ = ["without_houses"]

_OF_FIRMS = frozenset({"sold", "distributed", "produced", "coProduced", "funded"})
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|La|Le|Fitz|O)[A-Z])\w*[a-z][A-Z]\w*|[A-Z\d]{2,5}")


def without_houses(facts: list[Fact]) -> list[Fact]:
    """Leave out a director of one word who is a company or a country elsewhere: "TrustNordisk’s Low Water"."""
    firms: set[str] = set()
    for fact in facts:
        what = fact.subject.what
        if fact.predicate in _OF_FIRMS and isinstance(what, Mention) and what.type in ("Company", "PublicBody"):
            firms |= {what.name, what.name.split()[0]}

    def is_house(fact: Fact) -> bool:
        what = fact.subject.what
        if fact.predicate not in ("directed", "wrote") or not isinstance(what, Mention) or what.type != "Person":
            return False
        return bool(countries().code(what.name)) or (
            " " not in what.name and (what.name in firms or _CAMEL.fullmatch(what.name) is not None)
        )

    return [fact for fact in facts if not is_house(fact)]
