"""Where a headline's title ends, by what the text below prints."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.headline_quotes import without_year
from kg.extract.article.reprinted import as_reprinted
from kg.extract.facts import thing
from tests.extract.telling import pairs_of

HEADLINE = "Ida Holm films Salt Year on the lagoon"


def reprinted(below: str, title: str = "Salt Year on the lagoon") -> str:
    document = Document("page.txt", f"{HEADLINE}\n\n{below}\n")
    at = HEADLINE.index(title)
    film = as_reprinted(document, thing(title, "Film", at, at + len(title)), (0, len(HEADLINE)))
    assert isinstance(film.what, Mention)
    return film.what.name


def test_the_part_that_the_text_prints_is_the_title() -> None:
    assert reprinted("Shooting began for Salt Year. Salt Year is a drama.") == "Salt Year"


def test_a_title_that_the_text_prints_whole_stays() -> None:
    assert reprinted("Salt Year on the lagoon is a drama. Salt Year, Salt Year.") == "Salt Year on the lagoon"


def test_the_headline_printed_again_tells_nothing() -> None:
    assert reprinted(f"{HEADLINE}\n\nSalt Year is shot. Salt Year is a drama.") == "Salt Year"


def test_words_that_are_printed_once_are_no_title() -> None:
    assert reprinted("Films on the lagoon are dramas.") == "Salt Year on the lagoon"


def test_what_stands_before_in_or_on_need_be_printed_but_once() -> None:
    assert reprinted("Salt Year is a drama.") == "Salt Year"


def test_an_article_alone_is_no_title_however_often_it_is_printed() -> None:
    assert reprinted("The sea. The shore. The lagoon.", title="Salt Year on the lagoon") == "Salt Year on the lagoon"
    document = Document("page.txt", "Ida Holm films The Salt\n\nThe sea. The shore. The lagoon. The end.\n")
    at = document.text.index("The Salt")
    film = as_reprinted(document, thing("The Salt", "Film", at, at + 8), (0, at + 8))
    assert film.what == Mention("Film", "The Salt")


def test_where_a_film_is_shot_is_no_part_of_a_title_that_the_text_has_without_it() -> None:
    page = (
        "PRODUCTION: Czech/German Silent Road Starts Filming in Prague\n\nPRAGUE: Czech director Jan Verner is "
        "currently shooting the Czech/German coproduction Silent Road in Prague.\n\nThe film is produced by Sund Film."
    )
    assert pairs_of(page, "produced") == {("Sund Film", "Silent Road")}


def test_the_year_of_an_article_is_no_film() -> None:
    document = "Upcoming Films 2024\n\n1 February 2024\n\nThe catalogue is out. It has films of ten directors in it.\n"
    assert ("Upcoming", "2024") not in pairs_of(document, "directed")


@pytest.mark.parametrize("date", [None, "2019-02-01"])
def test_a_film_may_be_called_after_another_year(date: str | None) -> None:
    document = Document("p.txt", "Ida Holm shoots 1917")
    from kg.extract.names import Known
    from kg.extract.news import read_whole

    facts = read_whole(document, "headline", 0, len(document.text), Known())
    assert without_year(facts, date) == facts


def test_nothing_is_said_of_a_film_under_the_headlines_longer_title() -> None:
    page = (
        "Ida Holm films Salt Year on the Aveiro lagoon\n\n14/06/2023 - The director’s second film is under way\n\n"
        "Ida Holm films Salt Year on the Aveiro lagoon\nDirector Ida Holm on the set of Salt Year (© Rita Berg)\n\n"
        "Shooting is under way for Salt Year, a drama. Salt Year is produced by Sund Film."
    )
    assert {film for _, film in pairs_of(page, "directed")} == {"Salt Year"}
