"""Page furniture: lines that every page of a kind has and that say nothing of films."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import lexicon

__all__ = ["furniture"]

_LONGEST = 600


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rule, re.IGNORECASE)) for name, rule in lexicon("furniture").items())


@cache
def _campaign() -> re.Pattern[str]:
    # A campaign code is told by its lower case, so this one rule minds capitals.
    return re.compile(lexicon("furniture")["campaign-code"])


def furniture(line: str) -> str | None:
    """Give the name of the rule under which a line is furniture, or None where it is not."""
    plain = line.strip()
    if len(plain) > _LONGEST:
        return None
    for name, rule in _rules():
        if name == "campaign-code":
            if _campaign().fullmatch(plain):
                return name
        elif rule.fullmatch(plain):
            return name
    return None
