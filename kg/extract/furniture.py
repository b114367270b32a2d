"""Page furniture: lines that every page of a kind has and that say nothing of films."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.lexicon import lexicon

__all__ = ["furniture"]

_LONGEST = 600
# How many lines are remembered: a page has hardly more.
_LINES = 64


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rule, re.IGNORECASE)) for name, rule in lexicon("furniture").items())


@cache
def _campaign() -> re.Pattern[str]:
    # A campaign code is told by its lower case, so this one rule minds capitals.
    return re.compile(lexicon("furniture")["campaign-code"])


@cache
def _any_rule() -> re.Pattern[str]:
    """Give one pattern for all rules, the campaign code's with any capitals: most lines match none of them."""
    return re.compile("|".join(f"(?:{rule})" for rule in lexicon("furniture").values()), re.IGNORECASE)


def furniture(line: str) -> str | None:
    """Give the name of the rule under which a line is furniture, or None where it is not."""
    plain = line.strip()
    return None if len(plain) > _LONGEST else _rule_of(plain)


# Pages print their headlines twice, and the same furniture each.
@lru_cache(maxsize=_LINES)
def _rule_of(plain: str) -> str | None:
    if not _any_rule().fullmatch(plain):
        return None
    for name, rule in _rules():
        if name == "campaign-code":
            if _campaign().fullmatch(plain):
                return name
        elif rule.fullmatch(plain):
            return name
    return None
