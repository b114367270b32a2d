"""A made-up film world of any size: pages of film news, and the claims that a reader would make of them.

The same numbers give the same world, page by page, so a smaller world is the beginning of a larger one. Nothing is
kept between pages: names are worked out from numbers, and who works with whom from where in time a film stands, so
a million films need no more memory than ten. Run as

    python -m benchmarks.film_world FILMS --out FOLDER

to have FOLDER/claims.jsonl and FOLDER/documents/*.txt.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.film_names import company_name, person_name, title
from kg.claim import Claim, Mention, Value
from kg.document import Document, Item, Metadata, Span
from kg.extract.derive import pairs
from kg.vocabulary.country import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.claim import Qualifier

__all__ = ["Page", "world"]

FILMS_A_PAGE = 10
# Countries by about how many films they make; the rest of the list is as rare as its last.
_CODES = (
    "FR US IN GB DE ES IT JP KR CN BE CA NL SE DK PL CH AT PT IE NO FI CZ HU RO GR TR IL BR AR MX AU LU BG HR RS SI SK "
    "EE LV LT UA GE IS CL CO EG MA TN LB IR ZA NG SN TH PH ID VN NZ TW"
)
_COUNTRIES = _CODES.split()
_WEIGHTS = [1 / (rank + 1.5) for rank in range(len(_COUNTRIES))]
_FESTIVALS = ("Marlow", "Osterby", "Valdoro", "Kestrel Bay", "Lindenau", "Port Amaro", "Sankt Orla", "Novi Dol")
_SECTIONS = ("Competition", "Panorama", "Discovery", "Midnight", "Forum")
_GENRES = ("drama", "comedy", "documentary", "thriller")
_STAGES = ("development", "pre-production", "shooting", "post-production")
_SCRIPTS = {
    "RU": "cyrillic",
    "UA": "cyrillic",
    "BG": "cyrillic",
    "EG": "arabic",
    "LB": "arabic",
    "CN": "chinese",
    "TW": "chinese",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of news with what is claimed of it, derived claims among them."""

    document: Document
    items: tuple[Item, ...]
    claims: tuple[Claim, ...]


def world(films: int, seed: int = 1, *, every: int = 1, size: int = FILMS_A_PAGE) -> Iterator[Page]:
    """Give pages of `size` films each, the last perhaps of fewer; with `every`, each so-manieth of them."""
    for first in range(0, films, size * every):
        yield _page(first, min(films, first + size), first // size, seed)


def _page(first: int, end: int, number: int, seed: int) -> Page:
    writer = _Writer(f"world/{number:06}.txt")
    for film in range(first, end):
        _film(writer, film, random.Random(f"{seed}/{film}"))  # noqa: S311 - a repeatable world, no secret
    document = Document(writer.document, "".join(writer.parts), Metadata(f"News page {number}", "The Daily Reel"))
    stated = [
        Claim(document.id, item, subject, predicate, target, spans, "world/1", "made-up", qualifiers, date)
        for item, subject, predicate, target, spans, qualifiers, date in writer.claims
    ]
    return Page(document, tuple(writer.items), (*stated, *pairs(stated)))


class _Writer:
    """Writes text and keeps what was claimed, with the spans of the words."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.parts: list[str] = []
        self.claims: list[tuple[int, Mention, str, Mention | Value, tuple[Span, ...], dict[str, Qualifier], str]] = []
        self.items: list[Item] = []
        self.length = 0
        self.item = 0
        self.date = ""

    def write(self, text: str) -> tuple[int, int]:
        """Append text; give where it stands."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def sentence(self, pattern: str, *names: str) -> list[Span]:
        """Append a sentence whose {} are names; give the spans of the names in order."""
        spans = []
        for part, name in zip(pattern.split("{}"), (*names, None), strict=True):
            self.write(part)
            if name is not None:
                start, end = self.write(name)
                spans.append(Span(start, end, name))
        return spans

    def claim(
        self, subject: Mention, predicate: str, target: Mention | Value, *spans: Span, **qualifiers: Qualifier
    ) -> None:
        """Keep a claim of the item that is being written."""
        at = tuple(sorted(spans))
        self.claims.append((self.item, subject, predicate, target, at, qualifiers, self.date))


def _film(page: _Writer, number: int, chance: random.Random) -> None:
    home = _pick(chance)
    name = title(number)
    film = Mention("Film", name)
    year = 1990 + chance.randrange(36)
    page.item += 1
    page.date = f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    start, part, headline = page.length, len(page.parts), f"{name} is on its way"
    page.write(headline + "\n")
    page.write(f"{page.date} | Production | ")
    abroad = chance.choice((1, 1, 1, 2, 3)) if chance.random() < 0.3 else 0
    partners = list(dict.fromkeys([home, *(_pick(chance) for _ in range(abroad))]))
    for position, country in enumerate(partners, 1):
        label = countries().name(_COUNTRIES[country])
        page.write("/" if position > 1 else "")
        (at,) = page.sentence("{}", label)
        page.claim(film, "countryOfOrigin", Mention("Country", label), at, position=position)
    page.write("\n")
    _people(page, film, number, home, chance)
    _companies(page, film, number, partners, chance)
    _life(page, film, number, year, chance)
    span = Span(start, page.length, "".join(page.parts[part:]))
    page.items.append(Item(page.document, page.item, headline, "news", page.date, (span,)))
    page.write("\n\n")


def _people(page: _Writer, film: Mention, number: int, home: int, chance: random.Random) -> None:
    name = _person(home, 0, _career(number, home, 0.55, chance))
    director = Mention("Person", name)
    at, who = page.sentence("{} is directed by {}. ", film.name, name)
    page.claim(director, "directed", film, at, who)
    if chance.random() < 0.3:
        who, at = page.sentence("{} also wrote {}. ", name, film.name)
        page.claim(director, "wrote", film, who, at)
    cast = {_person(home, 1, _career(number, home, 1.6, chance, star=0.12)) for _ in range(chance.choice((1, 2, 2, 3)))}
    for billing, name in enumerate(sorted(cast), 1):
        who, at = page.sentence("{} stars in {}. ", name, film.name)
        page.claim(Mention("Person", name), "starredIn", film, who, at, billing=billing)


def _companies(page: _Writer, film: Mention, number: int, partners: list[int], chance: random.Random) -> None:
    for position, country in enumerate(partners):
        if chance.random() < 0.8:
            name = _company(country, 0, _career(number, country, 0.2, chance, star=0.3))
            verb, predicate = ("produces", "produced") if position == 0 else ("co-produces", "coProduced")
            who, at = page.sentence("{} " + verb + " {}. ", name, film.name)
            page.claim(Mention("Company", name), predicate, film, who, at)
    if chance.random() < 0.25:
        name = _company(_pick(chance), 1, chance.randrange(8))
        who, at = page.sentence("{} sells {}. ", name, film.name)
        page.claim(Mention("Company", name), "sold", film, who, at)
    if chance.random() < 0.25:
        land = _pick(chance)
        label = countries().name(_COUNTRIES[land])
        name = _company(land, 2, chance.randrange(12))
        who, at, where = page.sentence("{} distributes {} in {}. ", name, film.name, label)
        page.claim(Mention("Company", name), "distributed", film, who, at, where, territory=label)


def _life(page: _Writer, film: Mention, number: int, year: int, chance: random.Random) -> None:
    if chance.random() < 0.25:
        edition = f"{_FESTIVALS[int(len(_FESTIVALS) * chance.random() ** 2)]} {year}"
        section = chance.choice(_SECTIONS)
        at, where, part = page.sentence("{} screens at {} in {}. ", film.name, edition, section)
        page.claim(film, "screenedAt", Mention("FestivalEdition", edition), at, where, part, section=section)
    if chance.random() < 0.4:
        stage = chance.choice(_STAGES)
        at, how = page.sentence("{} is in {}. ", film.name, stage)
        page.claim(film, "stage", Value(stage), at, how, date=page.date)
    if chance.random() < 0.3:
        genre = chance.choice(_GENRES)
        at, what = page.sentence("{} is a {}. ", film.name, genre)
        page.claim(film, "genre", Value(genre), at, what)
    if number and chance.random() < 0.02:
        before = title(number - 1)
        at, other = page.sentence("{} is a sequel to {}. ", film.name, before)
        page.claim(film, "sequelOf", Mention("Film", before), at, other)


def _pick(chance: random.Random) -> int:
    """The number of a country, the busier ones more often."""
    return chance.choices(range(len(_COUNTRIES)), _WEIGHTS)[0]


def _career(film: int, country: int, rate: float, chance: random.Random, *, star: float = 0.04) -> int:
    """The number, within a country, of somebody who works at the time of a film.

    `rate` new ones come with each film of the country; most work for a while around their beginning, and a share
    (`star`) of the work goes to the well-known, the oldest most of all.
    """
    newest = rate * film * _WEIGHTS[country] / sum(_WEIGHTS)
    if chance.random() < star:
        return int(newest * chance.random() ** 2)
    return max(0, int(newest - chance.expovariate(1 / 12)))


def _person(country: int, role: int, number: int) -> str:
    own = (number * len(_COUNTRIES) + country) * 2 + role
    return person_name(own, _SCRIPTS.get(_COUNTRIES[country], "latin"))


def _company(country: int, role: int, number: int) -> str:
    return company_name((number * len(_COUNTRIES) + country) * 3 + role)


def main() -> None:
    """Write a world to a folder, page by page."""
    parser = argparse.ArgumentParser(description="Write a made-up film world.")
    parser.add_argument("films", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = asked.out / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    with (asked.out / "claims.jsonl").open("w", encoding="utf-8") as lines:
        for page in world(asked.films, asked.seed):
            (folder / Path(page.document.id).name).write_text(page.document.text, encoding="utf-8")
            lines.writelines(claim.to_json() + "\n" for claim in page.claims)


if __name__ == "__main__":
    main()
