"""Words that weigh little, or much, when two names are compared: data, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

__all__ = [
    "given_abroad",
    "given_name",
    "given_names",
    "kinds_of_company",
    "languages_of",
    "listed",
    "meanings",
    "native_kinds",
    "numbers",
    "one_given_name",
    "one_surname",
    "short_forms",
    "short_of_companies",
    "short_of_titles",
    "words",
    "words_of_titles",
]


_STEM = 5  # letters that a word keeps without its ending


@cache
def _table(file: str = "words.toml") -> dict[str, Any]:
    return tomllib.loads(files("kg.resolve").joinpath(file).read_text(encoding="utf-8"))


@cache
def words(room: str, name: str) -> frozenset[str]:
    """Give one list of words: "person" has particles, generations and honorifics; "title" articles; "company" legal."""
    return frozenset(_table()[room][name].split())


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Give the full given names, in all their languages, that each short form stands for: "alex" for "alexander", …."""
    found: dict[str, set[str]] = {}
    lines = [line.split() for line in _table()["person"]["variants"]["names"].strip().splitlines()]
    abroad = {word: line for line in lines for word in line}
    for full, short in _table()["person"]["short"].items():
        for form in short.split():
            found.setdefault(form, set()).update({full, *abroad.get(full, ())} - {form})
    return {form: frozenset(names) for form, names in found.items()}


@cache
def _variants() -> dict[str, int]:
    lines = _table()["person"]["variants"]["names"].strip().splitlines()
    return {word: number for number, line in enumerate(lines) for word in line.split()}


@cache
def _surnames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_table()["person"]["romanised"]["surnames"].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(lines) for word, lines in found.items()}


def one_surname(one: str, other: str) -> bool:
    """Tell whether two surnames of East Asia may be one in two romanisations: Lee and Yi."""
    known = _surnames()
    return not known.get(one, frozenset()).isdisjoint(known.get(other, frozenset()))


def one_given_name(one: str, other: str) -> bool:
    """Tell whether two given names are one in other languages or transcriptions: Sergei and Serhiy."""
    known = _variants()
    return one in known and known[one] == known.get(other)


def given_name(word: str) -> int | None:
    """Give the number of a given name that is the same in all its languages, None for one that has no others."""
    return _variants().get(word)


@cache
def _abroad() -> dict[str, int]:
    lines = [line.split() for line in _table()["person"]["abroad"]["names"].strip().splitlines()]
    return {word: number for number, line in enumerate(lines) for word in line}


def given_abroad(word: str) -> int | None:
    """Give the number of a given name that machines put into other languages, None for others."""
    return _abroad().get(word)


def given_names(word: str) -> tuple[str, ...]:
    """Give a given name in all its languages but this one."""
    number = given_name(word)
    return () if number is None else tuple(each for each in _called()[number] if each != word)


@cache
def _called() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in _table()["person"]["variants"]["names"].strip().splitlines())


@cache
def numbers() -> dict[str, int]:
    """Give what words and Roman numerals count: "deux", "second" and "ii" are 2."""
    return dict(_table()["title"]["numbers"])


@cache
def short_of_titles() -> dict[str, str]:
    """Give the whole words that titles print short: "vol" is "volume"."""
    return dict(_table()["title"]["short"])


def languages_of(word: str) -> frozenset[str]:
    """Give the languages in whose titles a word is common."""
    return words_of_titles().get(word, frozenset())


@cache
def words_of_titles() -> dict[str, frozenset[str]]:
    """Give the words that are common in titles, each with its languages."""
    seen: dict[str, set[str]] = {}
    for language, line in _table("languages.toml").items():
        for word in line.split():
            seen.setdefault(word, set()).add(language)
    return {word: frozenset(told) for word, told in seen.items()}


def meanings(word: str) -> frozenset[int]:
    """Give numbers for what a word of a title means, the same in all languages; none for a word that no list has."""
    return _glossary().get(word) or _inflected(word)


def listed(word: str) -> bool:
    """Tell whether a list says what a word of a title means, as it stands."""
    return word in _glossary()


@lru_cache(maxsize=65_536)
def _inflected(word: str) -> frozenset[int]:
    """Give what a longer word means that a list has without its ending: "vredens" of "vrede"."""
    for cut in (1, 2, 3):
        if (
            len(word) - cut >= _STEM
            and word[-cut:] in words("title", "endings")
            and (found := _glossary().get(word[:-cut]))
        ):
            return found
    return frozenset()


@cache
def _glossary() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_table("glossary.toml")["things"].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(told) for word, told in found.items()}


@cache
def short_of_companies() -> dict[str, str]:
    """Give the whole words that names of companies print short: "bros" is "brothers"."""
    return dict(_table()["company"]["short"])


@cache
def native_kinds() -> tuple[str, ...]:
    """Give the words for what a house does in scripts that run it on: "电影制片厂"; the longest first."""
    return tuple(sorted(_table()["company"]["native"]["words"].split(), key=lambda word: (-len(word), word)))


@cache
def kinds_of_company() -> dict[str, str]:
    """Give the kind of house that a word in a company's name tells: "films" production, "verleih" distribution."""
    return {word: kind for kind, line in _table()["company"]["kinds"].items() for word in line.split()}
