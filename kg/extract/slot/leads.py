"""Leads: what stands before a name and says what it names: "Dutch director", "Ljubljana-based outfit", "her new drama".

A slot with a lead takes the name with or without it, so that a rule need not list all that may stand between.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.slot.given import is_given_name
from kg.extract.slot.places import SMALL_DEMONYMS
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Names

__all__ = ["described", "firms", "given", "is_new_subject", "named", "over_firm", "over_person", "works"]

# With these goes on what its subject does.
_FINITE = frozenset(
    {
        "will",
        "is",
        "has",
        "plans",
        "are",
        "have",
        "was",
        "were",
        "plays",
        "handles",
        "releases",
        "produces",
        "stars",
        "co-produces",
        "distributes",
        "sells",
        "delivers",
        "gives",
        "leads",
        "steals",
        "carries",
        "shines",
        "excels",
        "impresses",
        "offers",
        "joins",
        "writes",
        "directs",
        "edits",
        "composes",
    }
)
# Nouns that are verbs too, behind another noun.
_VERBS_TOO = frozenset({"stars", "leads", "heads"})
_OBJECT = frozenset({"is", "are", "by", "with", "to", "from", "of", "via", "through", "for"})
_OF_PLACE = ("-based", "-born", "-raised", "-trained", "-headquartered")
_REGIONS = words("names", "regions")
_LONGEST_LEAD = 7
# "Second World War drama"
_LONGEST_WAR = 3
# "long métrage d’animation" is of as many words.
_LONGEST_NOUN = 4


def named(line: Names, at: int) -> Iterator[Candidate]:
    """Give people, with or without what they are: "newcomer", "the young Dutch director", "novelist"."""
    yield from line.candidates("people", at)
    end = over_person(line, at)
    if end:
        yield from line.candidates("people", end)


def given(line: Names, at: int) -> Iterator[Candidate]:
    """Give people of whom each has a given name that is known, with or without what they are."""
    for candidate in named(line, at):
        lower = line.tokens.lower
        if all(last - first > 1 and is_given_name(lower[first]) for _, first, last in candidate[1]):
            yield candidate


def firms(line: Names, at: int) -> Iterator[Candidate]:
    """Give companies, with or without what and where they are: "Budapest’s", "the French outfit", "broadcaster"."""
    yield from line.candidates("companies", at)
    end = over_firm(line, at)
    if end:
        yield from line.candidates("companies", end)


def is_new_subject(line: Names, at: int, first_end: int, end: int) -> bool:
    """Tell whether the second of two names begins a clause of its own: "handled by A, and B will release it".

    The list begins at a token, its first name and the whole of it end before two others.
    """
    lower = line.lower
    before = lower[max(0, at - 4) : at]
    is_object = not _OBJECT.isdisjoint(before) and not {",", ".", ";"} & set(before)
    return is_object and lower[end] in _FINITE and lower[first_end : first_end + 2] == (",", "and")


def over_person(line: Names, at: int) -> int | None:
    """Give where a person's name begins behind what they are; None where nothing stands before it."""
    return _over(line, at, words("leads", "people", line.language), need_noun=True)


def over_firm(line: Names, at: int) -> int | None:
    """Give where a company's name begins behind what and where it is; None where nothing stands before it."""
    return _over(line, at, words("leads", "companies", line.language), need_noun=False)


def described(line: Names, at: int) -> Iterator[Candidate]:
    """Give a title behind what it is, and only so: "polar drama TITLE"."""
    end = _over_work(line, at)
    if end:
        yield from line.candidates("title", end)


def works(line: Names, at: int) -> Iterator[Candidate]:
    """Give a title, with or without what kind of work it is: "her second feature,", "the Polish crime drama"."""
    yield from line.candidates("title", at)
    end = _over_work(line, at)
    if end:
        for last, names, value, worth in line.candidates("title", end):
            yield last, names, value, worth + 0.8


def _over(line: Names, at: int, nouns: frozenset[str], *, need_noun: bool) -> int | None:
    """Give where a name begins after determiners, demonyms, places and role nouns; None where there is no lead."""
    lower, n = line.tokens.lower, line.n
    determiners, no_lead = line.determiners, line.no_lead
    end, seen, unknown = at, False, 0
    while end < n and end - at < _LONGEST_LEAD:
        length = _noun_length(lower, end, nouns)
        if length and end and not (need_noun or line.headline) and all(line.capital[end : end + 2]):
            length = 0  # "and Studio Berg"
        if length and need_noun and seen and lower[end] in _VERBS_TOO:
            return None  # "the Turin-born filmmaker stars NAME"
        if length:
            end, seen = end + length, True
        elif lower[end] in determiners:
            end += 1
        elif seen and lower[end] in ("and", "/") and end + 1 < n and _noun_length(lower, end + 1, nouns):
            end += 1  # "artist and filmmaker"
        elif line.capital[end] and end + 1 < n and lower[end + 1].endswith(_OF_PLACE):
            end, seen = end + 2, True  # "Buenos Aires-based"
        elif (
            line.language in SMALL_DEMONYMS
            and end > at
            and lower[end] in ("de", "d'")
            and _are_people_of(line, end - 1)
        ):
            end += 1  # "les Belges de COMPANY"
        elif end + 2 < n and line.capital[end] and countries().code_of_demonym(line.tokens.text(end, end + 2)):
            end += 2  # "Cape Verdean musician"
        elif _says_where(line, end):
            end, seen = end + 1, seen or lower[end].endswith(_OF_PLACE) or not need_noun
        elif not need_noun and line.capital[end] and end + 1 < n and lower[end + 1] == "'s":
            end, seen = end + 2, True
        elif not need_noun and lower[end + 2 : end + 3] == ("'s",) and _owns_firm(line, end):
            end, seen = end + 3, True
        elif not need_noun and not seen and (placed := _over_place(line, end, nouns)):
            end, seen = placed, True
        elif need_noun and not seen and (owner := _over_owner(line, end, nouns)):
            end, seen = owner, True
        elif not seen and unknown < 2 and _is_plain(lower[end]) and not line.capital[end] and lower[end] not in no_lead:
            end, unknown = end + 1, unknown + 1
        else:
            break
    if unknown and not seen:
        return None
    if seen and not need_noun and end + 1 < n and lower[end] == "," and not determiners.isdisjoint(lower[at:end]):
        end += 1  # "its Austrian counterpart, NAME"
    if end == at + 1 and end < n and not need_noun and line.language in SMALL_DEMONYMS and lower[at] in determiners:
        return end if line.capital[end] else None  # "coproduit par la RTBF"
    if end == at or end >= n or not (seen or _says_where(line, end - 1)):
        return None
    if not seen and need_noun and lower[at] not in determiners:
        return None  # "by Swiss Alpine Club": a demonym alone, with nothing that says "a person follows"
    return end


def _owns_firm(line: Names, at: int) -> bool:
    """Tell whether a full name with a possessive stands before a company's: "Ida Holm’s Sund Film"."""
    return all(line.capital[at : at + 2]) and is_given_name(line.lower[at]) and line.capital[at + 3 : at + 4] == (True,)


def _is_plain(word: str) -> bool:
    return word.replace("-", "").isalpha()


def _over_place(line: Names, at: int, nouns: frozenset[str]) -> int | None:
    """Step over where a company is, "Madrid outfit", if its name follows; None where it does not."""
    end = at
    while end < line.n and end - at < 3 and line.capital[end]:
        end += 1
    length = _noun_length(line.tokens.lower, end, nouns) if end > at else 0
    return end + length if length and end + length < line.n and line.capital[end + length] else None


def _over_owner(line: Names, at: int, nouns: frozenset[str]) -> int | None:
    """Step over whose somebody is, "Iceland’s" or "Falk & Reiter co-founder"; None where neither follows."""
    lower, n = line.tokens.lower, line.n
    end = at
    while end < n and end - at < 5 and (line.capital[end] or lower[end] == "&"):
        end += 1
    if end == at or end >= n:
        return None
    if lower[end] == "'s" and end + 1 < n and line.capital[end + 1]:
        # "Ethan Coen’s Fargo" is a film and whose it is.
        return None if end - at > 1 and is_given_name(lower[at]) else end + 1
    if lower[end] == "stars" and end - at > 1 and is_given_name(lower[at]):
        return None  # "by NAME stars NAME"
    length = _noun_length(lower, end, nouns)
    return end + length if length and end + length < n and line.capital[end + length] else None


@cache
def _first_words(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(noun.split(" ", 1)[0] for noun in nouns)


def _noun_length(lower: tuple[str, ...], at: int, nouns: frozenset[str]) -> int:
    if at >= len(lower) or lower[at] not in _first_words(nouns):
        return 0
    for length in range(_LONGEST_NOUN, 0, -1):
        if " ".join(lower[at : at + length]).replace("' ", "'") in nouns and at + length <= len(lower):
            return length
    return 0


def _says_where(line: Names, at: int) -> bool:
    word = line.tokens.words[at]
    lower = line.tokens.lower[at]
    if lower.endswith(_OF_PLACE):
        return True
    if not line.capital[at] and line.language not in SMALL_DEMONYMS:
        return False
    if countries().code_of_demonym(word) or lower in _REGIONS or lower in words("leads", "natives", line.language):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(countries().code_of_demonym(part) or _is_half(part) for part in parts)


@cache
def _is_half(part: str) -> bool:
    return part.casefold() in words("names", "regions") or countries().code(part) is not None


@cache
def _work_nouns(language: str) -> frozenset[str]:
    return words("leads", "works", language) | words("leads", "series", language)


def _is_name(line: Names, at: int) -> bool:
    """Tell whether a noun with a capital behind an article begins a name, within a sentence."""
    is_capital = at > 1 and line.capital[at] and line.capital[at + 1 : at + 2] == (True,) and not line.headline
    return is_capital and line.lower[at - 1] == "the" and not line.capital[at - 1]


def _over_work(line: Names, at: int) -> int | None:
    """Give where a title begins after "the Spanish director’s second feature," and the like, or None."""
    lower, n = line.tokens.lower, line.n
    nouns, determiners, no_lead = _work_nouns(line.language), line.determiners, line.no_lead
    if line.lasts[_first_words(nouns)] < at:
        return None
    end, seen, skipped = at, 0, 0
    while end < n and end - at < 9:
        length = _noun_length(lower, end, nouns)
        if seen and line.language in SMALL_DEMONYMS and not length and _follows_noun(line, end):
            end += 1
            seen = end  # "le drame social | flamand TITLE"
        elif length and _is_name(line, end):
            return None  # "the Film Selection Committee"
        elif length and not (end and line.capital[end] and line.capital[end - 1] and not line.headline):
            end += length
            seen = end
        elif lower[end] in determiners and line.capital[end] and end and not line.headline and lower[end - 1] != ".":
            break  # "to The Last Race": a title begins
        elif lower[end] in determiners or _says_where(line, end):
            end += 1
        elif line.capital[end] and (small := _after_capitals(line, end)) and _noun_length(lower, small, nouns):
            end = small  # "WWII thriller", "Karlovy Vary title"
        elif (
            not line.capital[end] and (lower[end][0].isalpha() or lower[end][0].isdigit()) and not seen and skipped < 4
        ):
            if lower[end] in no_lead:
                return None
            end, skipped = end + 1, skipped + 1
        else:
            break
    if not seen or seen >= n:
        return None
    end = seen
    if lower[end] in (",", ":", "–", "-") and end + 1 < n:
        end += 1
    return end if end < n else None


def _are_people_of(line: Names, at: int) -> bool:
    """Tell whether a nation or a region stands with a capital, as its people do: "les Belges", "les Flamands"."""
    return line.capital[at] and (
        _says_where(line, at) or line.tokens.lower[at] in words("leads", "natives", line.language)
    )


def _follows_noun(line: Names, at: int) -> bool:
    """Tell whether a word is an adjective of a language that puts them behind: "film belge", "fable écologique"."""
    word = line.tokens.lower[at]
    if line.capital[at] or word in line.plain or word in line.no_lead or word in line.determiners:
        return False
    return word.endswith(_adjective_ends(line.language)) or _says_where(line, at)


@cache
def _adjective_ends(language: str) -> tuple[str, ...]:
    return tuple(sorted(words("leads", "adjective_ends", language)))


def _after_capitals(line: Names, at: int) -> int:
    """Give where a word in small letters follows one to three with capitals; 0 where none does."""
    end = at
    while end < line.n and end - at < _LONGEST_WAR and line.capital[end]:
        end += 1
    return end if end < line.n and not line.capital[end] else 0
