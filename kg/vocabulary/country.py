"""The names of countries: from any spelling or demonym to an ISO 3166 code, and from a code to its short name.

Names come from CLDR (through Babel) and ISO 3166 (through pycountry); what these do not know, the trade's odd
spellings, demonyms and historic states, is our own data file.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Countries", "countries"]

_LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Countries:
    """Look-ups over all countries; codes are ISO 3166-1 alpha-2, or ISO 3166-3 for a state that is no more.

    `by_name` and `by_demonym` map folded spellings to codes; `names` maps codes to English short names. What these
    spellings can begin with is kept beside them: most words of a text begin none, and need no further look.
    """

    names: Mapping[str, str]
    by_name: Mapping[str, str]
    by_demonym: Mapping[str, str]
    name_beginnings: frozenset[str]
    demonym_beginnings: frozenset[str]

    def code(self, name: str) -> str | None:
        """Give the code of a country named in any known spelling, or None."""
        return self.by_name.get(_fold(name))

    def code_of_demonym(self, word: str) -> str | None:
        """Give the code that an adjective such as "Belgian" stands for, or None."""
        return self.by_demonym.get(_fold(word))

    def begins_name(self, word: str) -> bool:
        """Tell whether the name of some country begins with a word."""
        return _folded(word) in self.name_beginnings

    def begins_demonym(self, word: str) -> bool:
        """Tell whether some demonym begins with a word."""
        return _folded(word) in self.demonym_beginnings

    def name(self, code: str) -> str:
        """Give the English short name; raises VocabularyError for an unknown code."""
        if code not in self.names:
            raise VocabularyError(f"unknown country code {code!r}", do="ISO 3166-1 alpha-2 or 3166-3")
        return self.names[code]


@lru_cache(maxsize=65_536)
def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).replace("’", "'").strip()
    # "US" and "us" are not the same word: capitals decide where all letters are capitals.
    return plain if plain.replace(".", "").isupper() and len(plain) <= 6 else plain.casefold()


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    return _fold(word).casefold()


@cache
def countries() -> Countries:
    """Load the names once."""
    import pycountry
    from babel import Locale

    table = tomllib.loads(files("kg.vocabulary").joinpath("countries.toml").read_text(encoding="utf-8"))
    codes = [country.alpha_2 for country in pycountry.countries] + ["XK"]
    english = Locale("en").territories
    names = {code: table["names"].get(code, english[code]) for code in codes if code in english}
    by_name: dict[str, str] = {}
    for language in _LANGUAGES:
        territories = Locale(language).territories
        for code in names:
            by_name.setdefault(_fold(territories[code]), code)
            by_name.setdefault(_fold(territories[code].replace(" & ", " and ")), code)
    for country in pycountry.countries:
        if country.alpha_2 in names:
            by_name.setdefault(_fold(country.name), country.alpha_2)
    for code, spelling in table["names"].items():
        by_name[_fold(spelling)] = code
    for code, spellings in (*table["also"].items(), *table["historic"].items()):
        names.setdefault(code, spellings[0])
        by_name.update((_fold(spelling), code) for spelling in spellings)
    french = [
        (code, [each for word in words for each in (word, f"{word}s")]) for code, words in table["demonyms_fr"].items()
    ]
    adjectives = (*french, *table["demonyms"].items())  # English wins where both have a word
    by_demonym = {_fold(word): code for code, words in adjectives for word in words}
    return Countries(names, by_name, by_demonym, _beginnings(by_name), _beginnings(by_demonym))


def _beginnings(spellings: Iterable[str]) -> frozenset[str]:
    """Give how spellings can begin, as far as a word can go: not up to the middle of one."""
    plain = {spelling.casefold() for spelling in spellings}
    return frozenset(
        spelling[:end]
        for spelling in plain
        for end in range(1, len(spelling) + 1)
        if end == len(spelling) or not spelling[end - 1 : end + 1].isalnum()
    )
