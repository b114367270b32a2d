"""Called: one company under two names, as a text gives both, as its initials, or as what it is called in full."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.context import Context, either
from kg.resolve.house import branch, company_words, house, without_legal
from kg.resolve.initials import (
    acronym,
    broadcast,
    initials,
    initials_behind,
    initials_only,
    letters_of,
    letters_of_broadcaster,
    syllables,
)
from kg.resolve.institution import countries_in, is_public, one_institution
from kg.resolve.name import plain, tokens
from kg.resolve.verdict import Verdict
from kg.resolve.words import kinds_of_company, words
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.resolve.profile import Profile

__all__ = ["at_home", "homes_of", "in_letters", "named_so", "of_one_country", "one_time_and_place"]

_SAFE = 0.94
_OWN = 5  # letters of a name from which on few others have it
_FEW = 3  # initials that several bodies of the world have
_ASIDE = re.compile(r"(.+?)\s*\(([^()]{2,})\)")
_DASHED = re.compile(r"(.+?)\s+[-–—]\s+(.+)")


def in_letters(left: str, right: str, homes: frozenset[str], found: Context) -> Verdict | None:
    """Judge two names of which one is the other's initials, or has them in front; None for others."""
    if found.side_by_side:
        return None
    if not acronym(left, right):
        alone = 1 in (len(tokens(left)), len(tokens(right)))
        if alone and (syllables(left, right) or letters_of_broadcaster(left, right)):
            return _shortened(left, right, homes, found)
        if not initials_behind(left, right):
            return None
        placed = (found.shared_work or found.shared_country) and not (found.against or found.crafts_apart)
        sure = placed and (found.shared_craft or found.shared_work)
        return Verdict("same", _SAFE, "initials", found.reasons) if sure else either("initials", 0.6, found, placed)
    if homes and not found.against and not found.crafts_apart and _of_a_body(left, right):
        return Verdict("same", 0.94, "initials", found.reasons)
    letters = min("".join(tokens(left)), "".join(tokens(right)), key=len)
    if len(letters) > _FEW and _of_a_body(left, right) and not (found.against or found.crafts_apart):
        return Verdict("same", 0.94, "initials", found.reasons)
    public = "funding" in found.trades or bool(broadcast(left) or broadcast(right))
    placed = one_time_and_place(found) or (of_one_country(found) and found.gap is None and public)
    safe = not found.against and (found.shared_work or (placed and initials_only(left, right)))
    likely = bool(found.strong or found.weak) or _of_a_body(left, right)
    likely = (likely or (found.silent and initials_only(left, right))) and not found.against
    return Verdict("same", 0.94, "initials", found.reasons) if safe else either("initials", 0.6, found, likely)


def _shortened(left: str, right: str, homes: frozenset[str], found: Context) -> Verdict:
    """Judge a body and its syllables (KOFIC), or a broadcaster and its two letters, which another may have too."""
    agreed = bool(homes) and not (found.against or found.crafts_apart)
    body = syllables(left, right) and (is_public(left) or is_public(right) or "funding" in found.trades)
    if agreed and (body or found.shared_work):
        return Verdict("same", _SAFE, "initials", found.reasons)
    return either("initials", 0.6, found, agreed)


def at_home(told: Profile, other: Profile) -> Profile:
    """Give a house without the country in brackets behind its name, if the other one is of that country.

    "Orsk Film (DE)" is how credits tell that Orsk Film is of Germany; a branch abroad has a name of its own.
    """
    bare, code = branch(told.name) if told.name.endswith((")", "]")) else (told.name, "")
    if not code or branch(other.name)[1]:
        return told
    theirs, own = (frozenset(countries().code(name) or name for name in each.countries) for each in (other, told))
    return replace(told, name=bare, countries=other.countries) if theirs == {code} >= own else told


def named_so(left: Profile, right: Profile) -> bool:
    """Tell whether the text gives the right name beside the left one, or in parentheses."""
    parts = (*_parts(left.name), *_head(left.name))
    told = {*left.aliases, *map(plain, parts), *(without_legal(part) for part in parts if len(tokens(part)) > 1)}
    theirs = {plain(right.name), without_legal(right.name), *right.aliases, *map(plain, _parts(right.name))}
    if not told.isdisjoint(theirs - {""}):
        return True
    return any(one_institution(alias, right.name, homes_of(left) & homes_of(right)) for alias in left.aliases)


def homes_of(told: Profile) -> frozenset[str]:
    """Give the codes of the countries that a house is of: as it is told, and as its name says."""
    return frozenset(countries().code(name) or name for name in told.countries) | countries_in(told.name)


def _of_a_body(left: str, right: str) -> bool:
    """Tell whether initials are those of a public body or a broadcaster, of which a country has few."""
    short, long = sorted((left, right), key=len)
    letters = "".join(tokens(short))
    public = is_public(long) or bool(broadcast(long))
    return public and (initials_only(left, right) or initials(long).startswith(letters))


def _parts(name: str) -> tuple[str, ...]:
    """Give the two names of "RTBF (Télévision belge)" and "ICAA - Instituto de …"; a country in parentheses is none."""
    aside, dashed = _ASIDE.fullmatch(name), _DASHED.fullmatch(name)
    first, _, rest = name.partition(" ")
    if first.isupper() and len(tokens(rest)) > 1 and (acronym(first, rest) or letters_of(first, rest)):
        return first, rest  # "MDM Mitteldeutsche Medienförderung"
    if aside and not branch(name)[1] and not aside[2].isdecimal():
        return aside[1], aside[2]
    if dashed and acronym(dashed[1], dashed[2]):
        return dashed[1], dashed[2]
    return (dashed[1],) if dashed and _says_no_more(dashed[2]) else ()


def _head(name: str) -> tuple[str, ...]:
    """Give what stands before a dash, if few others have it: "Eurimages - Council of Europe"."""
    dashed = _DASHED.fullmatch(name)
    return (dashed[1],) if dashed and len("".join(house(dashed[1]).core)) > _OWN + 1 else ()


def _says_no_more(part: str) -> bool:
    """Tell whether a part of a name says only what kind of house it is: "Produções Audiovisuais, Lda"."""
    return all(word in kinds_of_company() or word in words("company", "legal") for word in company_words(part))


def one_time_and_place(found: Context) -> bool:
    """Tell whether country, time and trade are the same, and nothing speaks against one house."""
    return found.shared_country and found.near and found.shared_craft and not found.against


def of_one_country(found: Context) -> bool:
    """Tell whether country and trade are the same, and nothing speaks against one house."""
    return found.shared_country and found.shared_craft and not found.against
