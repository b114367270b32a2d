"""Variants: other prints of a name that share too few letters with it for an index of letters to find them.

A name in short (no second surname, initials, no subtitle, no long form in brackets) or with its given name in another
language is looked up among all names as it would then stand.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from kg.resolve.crossing import heard_as, of_letters, one_across
from kg.resolve.house import own_name
from kg.resolve.initials import broadcast, syllables_of, two_letters
from kg.resolve.initials import prints as initials_of
from kg.resolve.institution import is_public, said_of
from kg.resolve.kana import beginning_in_kana, beginning_in_latin, one_in_kana
from kg.resolve.name import plain, tokens
from kg.resolve.printed import two_called, unscanned
from kg.resolve.title import bare_title, compounds, content, figured, without_season
from kg.resolve.transcription import one_spoken, unspoken
from kg.resolve.words import given_abroad, given_name, given_names, meanings, short_forms, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["prints", "variants"]

_ASIDE = re.compile(r"(.*?)\s*[(\[]([^()\[\]]{2,})[)\]]\s*")
_CUT = re.compile(r"\s*[:–—]\s+|,\s+(?=\S+ \S+ \S+)|\s+-\s+|(?<=\w{4})\.\s+|\s+(?:or|ou|oder|o|eller|czyli|aneb)\s+")
_SILENT = re.compile(r"zh|[aeiouyjhwvf]")  # vowels, and what is written with one of them elsewhere, or not at all
_HISS = re.compile(r"t[sz]|[sczxqkg]+")
_DOUBLED = re.compile(r"(.)\1+")
_FEWEST = 5  # consonants of a name from which on those of another are rarely the same by chance
_MEANINGS = 8  # ways to understand one title
_CROWD = 50  # names of the same consonants beyond which they are a crowd, and no transcriptions
_OWN = 5  # letters of a company's first word from which on it may stand for the whole


def variants(family: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of names of a family ("person", "work", "company") of which one may be the other in another print.

    The cost grows with the number of names.
    """
    known: dict[str, list[str]] = {}
    ordered = sorted(names)
    for name in ordered:
        for print_ in _prints(family, name):
            known.setdefault(print_, []).append(name)
    for name in ordered:
        for print_ in {*_others(family, name)}:
            for other in known.get(print_, ()):
                if other != name:
                    yield (name, other) if name < other else (other, name)
    if family == "person":
        yield from _transcriptions(ordered)
        yield from _across({name: name for name in ordered})
    if family == "company":
        yield from _across({name: own_name(name) for name in ordered})
    if family == "work":
        yield from _in_kana(ordered)


def _transcriptions(names: list[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of names that two transcriptions make of one: Zhuravlyov and Jouravlev."""
    known: dict[str, list[str]] = {}
    for name in names:
        if len(bones := _bones(name)) >= _FEWEST:
            known.setdefault(bones, []).append(name)
    for alike in known.values():
        if 1 < len(alike) <= _CROWD:
            for one, other in combinations(alike, 2):
                if one_spoken(tokens(one), tokens(other)):
                    yield one, other


def _across(named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give pairs of names in two scripts, one of which leaves vowels out or writes syllables, that are read alike.

    `named` gives for each name what it is read by.
    """
    others = [name for name in named if not of_letters(name)]
    if not others:
        return
    known: dict[str, list[str]] = {}
    for name, read in named.items():
        if of_letters(name):
            for heard in heard_as(read):
                known.setdefault(heard, []).append(name)
    for name in others:
        for other in {each for heard in heard_as(named[name]) for each in known.get(heard, ())}:
            if one_across(named[name], named[other]):
                yield (name, other) if name < other else (other, name)


def _in_kana(names: list[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of titles of which one is in kana, and the other may be its reading."""
    known: dict[str, list[str]] = {}
    others = [name for name in names if not name.isascii() and beginning_in_kana(name)]
    for name in names if others else ():
        if beginning := beginning_in_latin(name):
            known.setdefault(beginning, []).append(name)
    for name in others:
        for other in known.get(beginning_in_kana(name), ()):
            if one_in_kana(name, other):
                yield (name, other) if name < other else (other, name)


def _bones(name: str) -> str:
    """Give the consonants that every transcription writes alike, and one sign for all others, in their order."""
    return _DOUBLED.sub(r"\1", _HISS.sub("s", _SILENT.sub("", "".join(map(unspoken, tokens(name))))))


def prints(family: str, name: str) -> frozenset[str]:
    """Give all that a name may be printed as: two names of which one may be the other in another print share one."""
    if family == "work":
        kana = beginning_in_kana(name) or beginning_in_latin(name)
        return frozenset((*_prints(family, name), *_others(family, name), *([kana] if kana else ())))
    heard = heard_as(own_name(name) if family == "company" else name)
    return frozenset((*_prints(family, name), *_others(family, name), *heard))


def _prints(family: str, name: str) -> Iterator[str]:
    yield plain(name)
    every = tokens(name)
    if family == "company":
        yield from _parts(name)
        yield from said_of(name)[:1]
    if family == "work":
        yield _counted(tokens(figured(name)))
        yield from _means(every)
    if family == "person" and len(every) > 1 and (number := given_name(every[0])) is not None:
        yield _called(number, every)
    if family == "person" and len(every) > 1 and (number := given_abroad(every[0])) is not None:
        yield "@" + _called(number, every)
    if family == "person":
        yield from _put_into_words(every)
    if family == "person" and len(every) > 2:
        yield f"…{every[0]} {every[-1]}"


def _called(number: int, every: tuple[str, ...]) -> str:
    return f"#{number} {' '.join(every[1:])}"


def _others(family: str, name: str) -> Iterator[str]:
    every = tokens(name)
    seen = " ".join(unscanned(every)).replace("rn", "m")
    if seen != " ".join(every):  # as a scanner takes a name for another
        yield seen
    if family == "person":
        yield from _of_person(every)
        yield from map(plain, two_called(name))
        return
    yield from _parts(name)
    if family == "work":
        yield _counted(tokens(figured(name)))
        yield from _means(every)
        short = without_season(every)
        if short != every:
            yield " ".join(short)
    elif len(every) > 1:
        yield from initials_of(name) if is_public(name) else broadcast(name)
        yield from syllables_of(name) if is_public(name) else two_letters(name)
        yield from said_of(name)
        yield " ".join(every[:-1])
        if len(every[0]) >= _OWN:
            yield every[0]


def _of_person(every: tuple[str, ...]) -> Iterator[str]:
    if len(every) < 2:
        return
    first, rest = every[0], every[1:]
    if len(first) > 1:
        yield " ".join((first[0], *rest))
    if (number := given_name(first)) is not None:
        yield _called(number, every)
    if (number := given_abroad(first)) is not None:
        yield "@" + _called(number, every)
    yield from _put_into_words(every)
    for full in _full(first):
        yield " ".join((full, *rest))
        yield f"…{full} {rest[-1]}"
    if len(every) == 2:
        yield f"…{first} {rest[-1]}"
        yield f"…{rest[-1]} {first}"  # the surname first, and a second one behind it
        yield from (f"…{other} {rest[-1]}" for other in given_names(first))
    if len(every) > 2:
        yield " ".join((*(word[0] for word in every[:-1]), every[-1]))
        yield " ".join((first, *(word[0] for word in every[1:-1]), every[-1]))
        for place in range(1, len(every)):
            yield " ".join((*every[:place], *every[place + 1 :]))
    if len(every) > 3:
        yield " ".join(every[:2])
        yield " ".join((every[0][0], every[1][0], *every[2:]))


def _counted(every: tuple[str, ...]) -> str:
    """Give a title as it stands with its part in figures: "Orsk: Part Two" is "Orsk 2"."""
    return " ".join(bare_title(every))


def _means(every: tuple[str, ...]) -> Iterator[str]:
    """Give what a title of two words or more means, where lists have all of them: the same in all languages."""
    carried = compounds(content(every))
    if len(carried) > 1 and any(map(meanings, carried)):
        told = [sorted(map(str, meanings(word))) or [word] for word in carried]
        for found in islice(product(*told), _MEANINGS):
            yield "§" + " ".join(sorted(found))


def _put_into_words(every: tuple[str, ...]) -> Iterator[str]:
    """Give what a name is where machines put each of its words into another language: one word of it, or all."""
    small = words("title", "small") | words("person", "particles")
    kept = [word for place, word in enumerate(every) if not (place and word in small)]
    told = [sorted(map(str, meanings(word))) for word in kept]
    for place, meant in enumerate(told):
        yield from ("$" + " ".join((*kept[:place], each, *kept[place + 1 :])) for each in meant)
    if sum(map(bool, told)) > 1:
        yield "$" + " ".join(meant[0] if meant else word for word, meant in zip(kept, told, strict=True))


@cache
def _full(given: str) -> tuple[str, ...]:
    return tuple(sorted(short_forms().get(given, ())))


def _parts(name: str) -> Iterator[str]:
    """Give what stands before and in brackets, or before and behind a colon or a dash."""
    if name[-1:] in (")", "]") and (aside := _ASIDE.fullmatch(name)):
        yield from filter(None, map(plain, aside.groups()))
    if " / " in name:
        yield from map(plain, name.split(" / ", 1))
    if (cut := _CUT.search(name)) is not None:
        yield plain(name[: cut.start()])
        yield plain(name[cut.end() :])
