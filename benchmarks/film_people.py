"""Made-up film people as records, one in ten twice under a misspelt name: what finding look-alikes is measured on.

Given names are those of the lexicon. Surnames are built of many syllables, and the r-th most frequent is borne by a
share in proportion to (r + 4)^-0.9, which is nearly how the surnames of a country are spread: the first by one in a
hundred, most by one in a hundred thousand. The same numbers give the same people.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from benchmarks.film_names import title
from kg.extract.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FilmPerson", "film_people", "people_names"]

_SURNAMES = 80_000
_STEEPNESS, _SHIFT = 0.9, 4
_TWICE = 0.1
_A_FILM = 5  # people credited on a film
_SAME_FILM = 0.7
_SAME_COLLEAGUE = 0.5

_ONSETS = (
    "b bl br c ch d dr f fl fr g gl gr h j k kl kr kv l m n p pl pr qu r rh s sch sh sk sl sm sn sp st str sv t th tr "
    "ts v vl w y z zh"
)
_SOUNDS = "a a a e e e i i o o u ai au ei ia ie oe ou"
_CLOSINGS = ("", "", "", "", "l", "m", "n", "r", "s", "t", "ck", "ll", "nd", "ng", "rd", "rg", "rt", "ss", "tz")
_ENDINGS = (
    "", "", "", "", "a", "o", "i", "er", "son", "sen", "ski", "ova", "ini", "elli", "ez", "es", "man", "berg", "feld",
    "ić", "escu", "idis", "oğlu", "ian", "yan", "dze", "nen", "ås", "ert", "ault", "eau", "ier", "ás", "őr",
)  # fmt: skip
_ACCENTS = {"a": "á", "c": "ç", "e": "é", "i": "í", "n": "ñ", "o": "ö", "s": "š", "u": "ü", "z": "ž"}
_BARE = {accented: letter for letter, accented in _ACCENTS.items()} | {"ć": "c", "ğ": "g", "å": "a", "ő": "o"}
_LANDS = (
    "France Italy Germany Spain Belgium Netherlands Denmark Sweden Poland Austria Portugal Ireland Norway Finland "
    "Hungary Romania Greece Turkey Brazil Argentina Mexico Canada Japan India Tunisia Lebanon Georgia Croatia Serbia"
)
_CRAFTS = ("starredIn", "starredIn", "starredIn", "directed", "wrote", "produced", "composed", "photographed", "edited")
_BEGINNINGS, _VOWELS, _COUNTRIES = _ONSETS.split(), _SOUNDS.split(), _LANDS.split()


@dataclass(frozen=True, slots=True)
class FilmPerson:
    """What one page says of one name; `person` numbers who is meant, which nobody who compares may look at."""

    person: int
    name: str
    film: str
    year: int
    country: str
    craft: str
    colleagues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Film:
    name: str
    year: int
    country: str
    people: tuple[str, ...]


def film_people(names: int, seed: int = 1) -> list[FilmPerson]:
    """Give records of so many distinct names in a random order: one person in ten has two.

    The second record is of the same film seven times in ten, else of another one of its country; in half of the
    records it names a colleague whom the first names too.
    """
    chance = random.Random(f"people/{seed}")  # noqa: S311 - repeatable people, no secret
    people = list(islice(_names(chance), round(names / (1 + _TWICE))))
    films = []
    by_country: dict[str, list[_Film]] = {}
    for first in range(0, len(people), _A_FILM):
        film = _Film(
            title(first // _A_FILM),
            1990 + chance.randrange(36),
            _COUNTRIES[int(len(_COUNTRIES) * chance.random() ** 2)],
            tuple(people[first : first + _A_FILM]),
        )
        films.append(film)
        by_country.setdefault(film.country, []).append(film)
    records = [
        _record(chance, person, name, films[person // _A_FILM], chance.choice(_CRAFTS))
        for person, name in enumerate(people)
    ]
    taken = set(people)
    for person in chance.sample(range(len(people)), len(people)):
        if len(records) >= names:
            break
        name, film, known = _misspelt(people[person], chance), films[person // _A_FILM], records[person]
        if name in taken:
            continue
        taken.add(name)
        if chance.random() >= _SAME_FILM:
            others = chance.choices(by_country[film.country], k=8)
            film = min(others, key=lambda other: abs(other.year - known.year))
        record = _record(chance, person, name, film, known.craft)
        if chance.random() < _SAME_COLLEAGUE:
            record = replace(record, colleagues=tuple(dict.fromkeys((*known.colleagues[:1], *record.colleagues)))[:2])
        records.append(record)
    chance.shuffle(records)
    return records


def people_names(names: int, seed: int = 1) -> list[str]:
    """Give so many distinct names and nothing else: ten in eleven of different people, the rest misspellings."""
    chance = random.Random(f"people/{seed}")  # noqa: S311
    found = dict.fromkeys(islice(_names(chance), round(names / (1 + _TWICE))))
    for name in list(found):
        if len(found) >= names:
            break
        found[_misspelt(name, chance)] = None
    return list(found)


def _record(chance: random.Random, person: int, name: str, film: _Film, craft: str) -> FilmPerson:
    others = [other for place, other in enumerate(film.people) if other != name and place != person % _A_FILM]
    colleagues = tuple(chance.sample(others, min(len(others), chance.choice((1, 2)))))
    return FilmPerson(person, name, film.name, film.year, film.country, craft, colleagues)


def _names(chance: random.Random) -> Iterator[str]:
    """Give distinct names of people without end."""
    surnames, weights = _surnames()
    given = sorted({word.title() for line in lexicon("given").values() for word in line.split()})
    seen: set[str] = set()
    while True:
        for surname in chance.choices(surnames, cum_weights=weights, k=1000):
            name = f"{chance.choice(given)} {surname}"
            if name not in seen:
                seen.add(name)
                yield name


@cache
def _surnames() -> tuple[list[str], list[float]]:
    """Give surnames, the most frequent first, with their weights added up."""
    chance = random.Random("surnames")  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < _SURNAMES:
        parts = []
        for _ in range(chance.choice((1, 1, 1, 2, 2))):
            parts += [chance.choice(_BEGINNINGS), chance.choice(_VOWELS), chance.choice(_CLOSINGS)]
        name = "".join((*parts, chance.choice(_ENDINGS))).capitalize()
        if len(name) > 2:
            found[name] = None
    return list(found), list(accumulate((rank + _SHIFT) ** -_STEEPNESS for rank in range(1, _SURNAMES + 1)))


def _misspelt(name: str, chance: random.Random) -> str:
    """Give the name with one slip in a word, mostly in the last: a letter doubled, dropped, swapped, or its accent."""
    words = name.split()
    long = [place for place, word in enumerate(words) if len(word) > 3] or [len(words) - 1]
    at = long[-1] if chance.random() < 0.7 else long[0]
    word = words[at]
    place = chance.randrange(1, len(word))
    match chance.randrange(4):
        case 0:
            word = word[:place] + word[place] + word[place:]
        case 1:
            word = word[:place] + word[place + 1 :]
        case 2:
            place = min(place, len(word) - 2)
            word = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            word = word[:place] + (_ACCENTS | _BARE).get(word[place], word[place] * 2) + word[place + 1 :]
    words[at] = word
    return " ".join(words)
