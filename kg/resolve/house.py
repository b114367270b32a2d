"""House: what a company's name is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.crossing import of_letters
from kg.resolve.institution import country_of
from kg.resolve.name import tokens
from kg.resolve.words import kinds_of_company, native_kinds, numbers, short_of_companies, words
from kg.vocabulary import countries

__all__ = [
    "House",
    "branch",
    "company_words",
    "films_moved",
    "house",
    "other_kinds",
    "own_name",
    "run_together",
    "without_legal",
]


_FILMS = frozenset({"film", "films"})
_STEMS = ("film elok", "prod produ yapim parag proizv", "pict", "cine kino", "movie")
_PLUS = re.compile(r"(?<=\w)\+(?!\w)")  # "Kanal+" is read as it is spoken
# "& Co" in full, which is a legal form as the short one is.
_AND_COMPANY = re.compile(
    r"\s(?:&|et|and|und|y|e)\s(?:compagnie|company|companie|kompanie|compagnia|compa(?:ñ|nh|n)[ií]a)$", re.IGNORECASE
)
_FORMS = frozenset({"SA", "AS"})  # in brackets rather a legal form than a country
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


@lru_cache(maxsize=65_536)
def own_name(name: str) -> str:
    """Give what is a house's own in its name, without what it does, in its own script: "青年" of "青年电影制片厂"."""
    if of_letters(name):
        return " ".join(word for word in company_words(name) if word in house(name).core)
    for kind in native_kinds():
        name = name.replace(kind, " ")
    return " ".join(name.split())


def branch(name: str) -> tuple[str, str]:
    """Give a name without the country that stands behind it in brackets or in letters, and the code of that country."""
    found = _BRANCH.fullmatch(name)
    if found is None:
        return name, ""
    told = found[2] or found[3]
    word = "".join(tokens(told))
    code = countries().code(told) or (country_of(word) if len(word) > 2 else "")
    if told in countries().names and word not in kinds_of_company() and told not in _FORMS:
        code = told  # "Orsk (FR)", but not "Orsk (TV)"
    return (found[1], code) if code else (name, "")


def films_moved(left: str, right: str) -> bool:
    """Tell whether "Films" stands in front in one name, and behind in the other."""
    joins = words("company", "joins")
    one, other = (next((word for word in company_words(name) if word not in joins), "") for name in (left, right))
    return one.startswith("film") != other.startswith("film") and (
        bool({one, other} & _FILMS) or sorted(company_words(left)) != sorted(company_words(right))
    )


def other_kinds(left: str, right: str) -> bool:
    """Tell whether each name has a word for what the house makes that is none of the other's, in any language."""
    one, other = _made(left), _made(right)
    works, others = _place_of_work(left), _place_of_work(right)
    return bool(one - other and other - one) or bool(works and others and works.isdisjoint(others))


@lru_cache(maxsize=65_536)
def _place_of_work(name: str) -> frozenset[str]:
    """Give the beginnings of words like "Factory" and "Studios": a factory is no company, but a studio an estudio."""
    every = (word.removeprefix("e") for word in company_words(name) if kinds_of_company().get(word) == "studio")
    return frozenset(word[:4] for word in every)


@lru_cache(maxsize=65_536)
def _made(name: str) -> frozenset[str]:
    every = [word for word in company_words(name) if kinds_of_company().get(word) == "production"]
    return frozenset(stem for word in every for stem in _STEMS if any(each in word for each in stem.split())) or (
        frozenset(every)
    )


def without_legal(name: str) -> str:
    """Give a name without its legal form, letters only."""
    every = company_words(name)
    legal, first = words("company", "legal"), words("company", "leading")
    kept = [word for place, word in enumerate(every) if word not in (legal if place else first)]
    joined = [word for word in kept if word not in words("company", "joins")] or kept
    return "".join(joined)
