"""House: what a company's name is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.institution import country_of
from kg.resolve.name import tokens
from kg.resolve.words import kinds_of_company, numbers, short_of_companies, words
from kg.vocabulary import countries

__all__ = ["House", "branch", "company_words", "house", "run_together"]


_PLUS = re.compile(r"(?<=\w)\+(?!\w)")  # "Kanal+" is read as it is spoken
# "& Co" in full, which is a legal form as the short one is.
_AND_COMPANY = re.compile(
    r"\s(?:&|et|and|und|y|e)\s(?:compagnie|company|companie|kompanie|compagnia|compa(?:ñ|nh|n)[ií]a)$", re.IGNORECASE
)
# A country behind a name, in brackets or as the letters that everybody writes for it.
_BRANCH = re.compile(r"(.*\S)\s*(?:[(\[]([^()\[\]]+)[)\]]|\s(UK|USA|US))")


@dataclass(frozen=True, slots=True)
class House:
    """What a company's name is made of: the words that are its own, the kinds of house, countries, numbers."""

    core: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()


def company_words(name: str) -> tuple[str, ...]:
    """Give the words of a company's name, letters between stops taken together: "S.r.l." is one word."""
    return run_together(tokens(_AND_COMPANY.sub(" co", _PLUS.sub(" plus", name))))


def run_together(every: tuple[str, ...]) -> tuple[str, ...]:
    """Give words with each run of single letters behind the first word as one."""
    found: list[str] = []
    run = ""
    for word in every:
        if word == "k" and found[-1:] == ["sp"] and not run:
            found[-1] = "spk"  # "Sp. k."
            continue
        if len(word) == 1 and found:
            run += word
            continue
        found += [run] if run else []
        run = ""
        found.append(short_of_companies().get(word, word))
    return tuple(found + ([run] if run else []))


@lru_cache(maxsize=65_536)
def house(name: str) -> House:
    """Take a company's name apart; a name of nothing but kinds and forms is its own core."""
    name, land_behind = branch(name)
    every = company_words(name)
    core: list[str] = []
    kinds: set[str] = set()
    lands: set[str] = {land_behind} if land_behind else set()
    counted: list[int] = []
    for place, word in enumerate(every):
        land = country_of(word)
        if place and land and len(word) > 2:
            lands.add(land)
        elif word in words("company", "joins") or word in words("company", "legal" if place else "leading"):
            continue
        elif word in kinds_of_company() and len(every) > 1:
            kinds.add(kinds_of_company()[word])
        elif word.isdecimal():
            counted.append(int(word))
        elif (place or len(every) > 1) and word in numbers() and len(word) > 2 - bool(place):
            counted.append(numbers()[word])
        else:
            core.append("el" if word == "al" else word)
    if core == list(every) and len(core) == 1 and len(core[0]) > 2 and core[0] in numbers():
        counted = [numbers()[core[0]]]
    if not core and counted:  # "Thirteen Films", "Thirteen"
        core = [word for word in every if word in numbers() or word.isdecimal()]
    if not core:
        core = [word for word in every if word not in words("company", "legal")] or list(every)
    return House(tuple(core), frozenset(kinds), frozenset(lands), tuple(counted))


def branch(name: str) -> tuple[str, str]:
    """Give a name without the country that stands behind it in brackets or in letters, and the code of that country."""
    found = _BRANCH.fullmatch(name)
    if found is None:
        return name, ""
    told = found[2] or found[3]
    word = "".join(tokens(told))
    code = countries().code(told) or (country_of(word) if len(word) > 2 else "")
    if told in countries().names and word not in words("company", "legal") | kinds_of_company().keys():
        code = told  # "Orsk (FR)", but not "Orsk (TV)"
    return (found[1], code) if code else (name, "")
