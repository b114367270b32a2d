"""Made-up pages of the kinds that the extractors read, one to three films each, as many as wanted.

Page by page from its number, so a smaller set is the beginning of a larger one. A part of the films stands on several
pages, and a part of the names is misspelt there. Run as

    python -m benchmarks.film_pages PAGES --out FOLDER

to have FOLDER/pages.jsonl.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.film_names import company_name, person_name, title

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["film_pages", "write_pages"]

_TOLD_AGAIN = 0.15
_MISSPELT = 0.03
_COUNTRIES = ("Belgian", "French", "Danish", "Italian", "Spanish", "Austrian", "Portuguese", "Norwegian", "Polish")
_LANDS = ("Belgium", "France", "Denmark", "Italy", "Spain", "Austria", "Portugal", "Norway", "Poland")
_GENRES = ("drama", "comedy", "documentary", "thriller")


def film_pages(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Give (id, text) of pages."""
    kinds = (_entry, _releases, _entry, _news, _entry)
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - a repeatable world, no secret
        yield f"page-{number:07}", kinds[number % len(kinds)](number, chance)


def write_pages(path: Path, count: int, seed: int = 1) -> None:
    """Write pages as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        for ident, text in film_pages(count, seed):
            lines.write(json.dumps({"id": ident, "text": text, "publisher": "The Daily Reel"}) + "\n")


def _entry(page: int, chance: random.Random) -> str:
    film = _film(page, chance)
    first, other = _two(film, _COUNTRIES)
    return (
        f"{title(film)} is a {_year(film)} {first}-{other} {_of(film, _GENRES)} film directed by "
        f"{_director(film, chance)}. "
        f"It stars {_star(film, 1, chance)} and {_star(film, 2, chance)}. "
        f"It was produced by {company_name(film // 5)}.\n"
    )


def _releases(page: int, chance: random.Random) -> str:
    films = [_film(page * 2, chance), _film(page * 2 + 1, chance)]
    blocks = [
        f"{title(film)}\n{_of(film, _GENRES).capitalize()} film directed by {_director(film, chance)}, "
        f"with {_star(film, 1, chance)}, {_star(film, 2, chance)}.\nSynopsis : Somebody comes home and finds nobody.\n"
        for film in films
    ]
    return f"New week, new films on display. This Wednesday's cinema releases, number {page}.\n" + "".join(blocks)


def _news(page: int, chance: random.Random) -> str:
    film = _film(page, chance)
    first, other = _two(film, _LANDS)
    day = f"{1 + film % 28:02}/{1 + film % 12:02}/{_year(film)}"
    return (
        f"Production / {first}\n\n{_director(film, chance)} shoots {title(film)}\n\n"
        f"The {_of(film, _GENRES)}, produced by {company_name(film // 5)}, stars {_star(film, 1, chance)}\n\n"
        f"{day} | Production | {first}/{other}\n"
    )


def _film(page: int, chance: random.Random) -> int:
    """Give the number of a film: one of the page's own, or one of which an earlier page tells."""
    return chance.randrange(page + 1) if chance.random() < _TOLD_AGAIN else page


def _director(film: int, chance: random.Random) -> str:
    return _printed(person_name(film // 3 * 2), chance)


def _star(film: int, place: int, chance: random.Random) -> str:
    return _printed(person_name((film // 4 * 3 + place) * 2 + 1), chance)


def _printed(name: str, chance: random.Random) -> str:
    """Give a name as it is printed: now and then a letter is missing."""
    if chance.random() >= _MISSPELT or len(name) < 8:
        return name
    at = chance.randrange(2, len(name) - 1)
    return name if not (name[at - 1] + name[at]).isalpha() else name[:at] + name[at + 1 :]


def _year(film: int) -> int:
    return 1990 + film % 36


def _two(film: int, every: tuple[str, ...]) -> tuple[str, str]:
    return every[film % len(every)], every[(film + 1 + film % (len(every) - 1)) % len(every)]


def _of(film: int, every: tuple[str, ...]) -> str:
    return every[film % len(every)]


def main() -> None:
    """Write pages to a folder."""
    parser = argparse.ArgumentParser(description="Write made-up pages.")
    parser.add_argument("pages", type=int)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    write_pages(asked.out / "pages.jsonl", asked.pages)


if __name__ == "__main__":
    main()
