"""Lists of films whose columns no single line tells: all lines of a list do so together."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

FILMS = (
    ("Zoutland", "Pieter Vandaele", "Caviar Noord", "Belgium"),
    ("The Quiet Hour", "Els Deroo", "Menuetto Films", "Norway"),
    ("Girl, Interrupted Twice", "Jan Maes", "De Mensen Klein", "France"),
    ("Tegenwind", "Sander de Jong", "Savage Noord", "Spain"),
    ("Anna", "Gudmundur Hallgrims", "Truenorth Lite", "Iceland"),
)
LAND_LISTS = (
    "{film} – {director} ({land})",
    "{director} – {film} ({land})",
    "{director}, {film} ({land})",
    "{director}: {film} ({land})",
    "{director}’s {film} ({land})",
    "{land} – {film} – {director}",
    "{land}: {film}, {director}",
    "{film}\t{director}\t{land}",
    "{film} | {director} | {land} | 95’",
    "{film}, directed by {director} ({land})",
    "{film} (dir. {director}, {land})",
    "1. {film}, {director} ({land}, 2014)",
)
FIRM_LISTS = (
    "{director}’s {film} ({firm} – €40,000)",
    "{film} – {director} – {firm} – €40,000",
    "{film} ({director}, {firm})",
    "{film}, {director} ({firm})",
    "{film}, {director}; {firm}",
    "{film} ({firm}), {director}",
    "{firm} – {film} – {director}",
    "{firm}: {film} by {director}",
    "{firm}, {film}, {director}: €40,000",
    "€40,000 to {film} by {director} ({firm})",
    "{director} – {film} ({firm}, €40,000)",
    "{film} de {director} ({firm})",
)
FESTIVAL = "Five films to compete at the festival\n\nThe festival announced its line-up yesterday evening.\n\nFilms\n"
FUND = "Film fund backs five projects\n\nThe fund announced the results of its spring session yesterday.\n\nFilms\n"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    (reading,) = read_all([Document("pages/list.txt", text, metadata=Metadata(kind="article"))])
    return {
        (claim.subject.name, claim.predicate, claim.object.name)  # type: ignore[union-attr]
        for claim in reading.claims
        if claim.predicate in predicates
    }


def lines(template: str) -> str:
    return "\n".join(template.format(film=a, director=b, firm=c, land=d) for a, b, c, d in FILMS) + "\n"


@pytest.mark.parametrize("template", LAND_LISTS)
def test_a_list_with_countries_tells_its_directors(template: str) -> None:
    assert told(FESTIVAL + lines(template), "directed") == {(b, "directed", a) for a, b, _, _ in FILMS}


@pytest.mark.parametrize("template", LAND_LISTS)
def test_a_list_with_countries_tells_where_its_films_are_from(template: str) -> None:
    assert told(FESTIVAL + lines(template), "countryOfOrigin") == {(a, "countryOfOrigin", d) for a, _, _, d in FILMS}


@pytest.mark.parametrize("template", FIRM_LISTS)
def test_a_funds_list_tells_its_directors(template: str) -> None:
    assert told(FUND + lines(template), "directed") == {(b, "directed", a) for a, b, _, _ in FILMS}


@pytest.mark.parametrize("template", FIRM_LISTS)
def test_a_funds_list_tells_its_companies(template: str) -> None:
    assert told(FUND + lines(template), "produced") == {(c, "produced", a) for a, _, c, _ in FILMS}


def test_two_lines_are_no_list() -> None:
    text = FESTIVAL + "Sander de Jong – Tegenwind (Spain)\nEls Deroo – The Quiet Hour (Norway)\n"
    assert ("Tegenwind", "directed", "Sander de Jong") not in told(text, "directed")


def test_the_second_of_two_brackets_has_the_films_countries() -> None:
    text = FESTIVAL + "".join(f"{a} – {b} ({d}) (Malta, {d})\n" for a, b, _, d in FILMS)
    assert ("Zoutland", "countryOfOrigin", "Malta") in told(text, "countryOfOrigin")


def test_prizes_for_people_are_no_list_of_directors() -> None:
    text = "The winners\n\nThe academy gave its prizes on Sunday.\n\n" + "".join(
        f"Best Actor\n{b} – {a}\n\n" for a, b, _, _ in FILMS
    )
    assert told(text, "directed") == set()


def test_a_page_of_dates_is_no_list_of_films() -> None:
    text = FESTIVAL + "Opening night – 5 May (Town Hall)\nWorkshop – 6 May (Library)\nClosing night – 9 May (Harbour)\n"
    assert told(text, "directed", "produced") == set()
