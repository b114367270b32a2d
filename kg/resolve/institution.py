"""Institution: the public bodies of film, whose names are translated: Svenska Filminstitutet, Swedish Film Institute.

What such a name says is put into words of one language, those that are made of several taken apart; two that say the
same are one body, as a country has one institute, one fund and one commission for its film.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from kg.resolve.name import tokens
from kg.resolve.words import words
from kg.vocabulary import countries

__all__ = ["countries_in", "country_of", "is_public", "one_institution", "said_of"]

_BODIES = frozenset(
    {
        "institute",
        "centre",
        "fund",
        "commission",
        "council",
        "ministry",
        "foundation",
        "agency",
        "office",
        "academy",
        "television",
        "archive",
    }
)
_FILM = frozenset({"film", "audiovisual", "television"})
_EITHER = frozenset({"national", "state", "royal", "art", "development"})  # said in one language, and not in another
_LEAST = 4  # letters of a stem inside a word that is made of several


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("kg.resolve").joinpath("institutions.toml").read_text(encoding="utf-8"))


@cache
def _words(part: str) -> dict[str, str]:
    return {word: meant for meant, line in _table()[part].items() for word in line.split()}


@lru_cache(maxsize=65_536)
def _said(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the things that a name says of a body (film, institute, …), its countries, and all other words."""
    things: set[str] = set()
    lands: set[str] = set()
    others: set[str] = set()
    for word in tokens(name):
        if word in words("company", "joins") or word in words("company", "legal") or word in _words("small"):
            continue
        if land := _country(word):
            lands.add(land)
        elif made := _made_of(word):
            things.update(made)
        else:
            others.add(word)
    return frozenset(things), frozenset(lands), frozenset(others)


@lru_cache(maxsize=65_536)
def _country(word: str) -> str:
    return (
        _words("countries").get(word)
        or _words("own").get(word)
        or countries().code_of_demonym(word)
        or (countries().code(word.title()) if len(word) > 3 else None)
        or ""
    )


def country_of(word: str) -> str:
    """Give the code of the country that a word of any name tells, in English or its own language; "" for others."""
    return countries().code(word.title()) or countries().code_of_demonym(word) or _words("own").get(word) or ""


@lru_cache(maxsize=65_536)
def _made_of(word: str) -> tuple[str, ...]:
    """Give what a word says, or the words that it is made of: "filminstitutet" is a film and an institute."""
    known = _words("things")
    if word in known:
        return tuple(known[word].split("_"))
    for cut in range(len(word) - 3, _LEAST - 1, -1):
        first = word[:cut] if word[:cut] in known else word[:cut].removesuffix("s")
        if first in known and (rest := _made_of(word[cut:])):
            return known[first], *rest
    return ()


def is_public(name: str) -> bool:
    """Tell whether a name is that of a public body: a fund, an institute, a broadcaster of a country."""
    return not _said(name)[0].isdisjoint(_BODIES)


def said_of(name: str) -> tuple[str, ...]:
    """Give what the name of a public body is looked up by, first with its country; none for other names."""
    things, lands, rest = _said(name)
    if rest or things.isdisjoint(_BODIES) or things.isdisjoint(_FILM):
        return ()
    bare = "¤" + " ".join(sorted(things - _EITHER))
    return (f"{bare} {' '.join(sorted(lands))}", f"{bare} ") if lands else (f"{bare} ",)


def countries_in(name: str) -> frozenset[str]:
    """Give the codes of the countries that a name has, in any language that lists know."""
    return _said(name)[1]


def one_institution(left: str, right: str, homes: frozenset[str]) -> bool:
    """Tell whether two names are those of one public body in two languages; `homes` are codes where both are at home.

    A country may stand in one name alone where that is where the other one is at home.
    """
    (one, lands, rest), (other, their_lands, their_rest) = _said(left), _said(right)
    if rest or their_rest or one - _EITHER != other - _EITHER or one.isdisjoint(_BODIES) or one.isdisjoint(_FILM):
        return False
    if lands and their_lands:
        return lands == their_lands
    return bool(homes) and (lands | their_lands) <= homes
