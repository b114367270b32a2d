"""Help to develop films, and a few turns of phrase in which funds and charts name who makes what."""

from __future__ import annotations

from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of as told

FUND = "The Hill Film Fund supports six projects\n\nThe Hill Film Fund has told the outcome of its session.\n\n"
HELPED = "Two features received development support: Bo Lind’s Low Tide and Ida Holm’s The Salt Hour.\n\n"
MADE = "Two films obtained production support: Per Moe’s High Water and Ana Berg’s The Weir.\n"


def developed(text: str) -> set[str]:
    claims = read_article(Document("page.txt", text), Known()).claims
    return {c.subject.name for c in claims if c.predicate == "stage" and c.rule == "development-support"}


def test_films_that_get_development_support_are_in_development() -> None:
    assert developed(FUND + HELPED + MADE) == {"Low Tide", "The Salt Hour"}


def test_films_below_a_heading_of_development_are_so() -> None:
    text = FUND + "Feature film development\n\nLow Tide by Bo Lind\n\nFilm production\n\nHigh Water by Per Moe\n"
    assert developed(text) == {"Low Tide"}


def test_support_for_production_ends_what_a_paragraph_says_of_development() -> None:
    text = FUND + HELPED.strip() + " A production grant goes to Per Moe’s High Water.\n"
    assert developed(text) == {"Low Tide", "The Salt Hour"}


def test_the_first_film_in_years_is_by_whom_it_says() -> None:
    text = "Films of autumn\n\nThe most awaited is Low Tide, the first film in six years by veteran Bo Lind.\n"
    assert ("Bo Lind", "Low Tide") in told(text, "directed")


def test_which_a_firm_makes_with_another_is_a_coproduction() -> None:
    text = (
        FUND
        + "The only one is Bo Lind’s Low Tide, which Weir Film is making with the French outfit Quay Productions.\n"
    )
    assert told(text, "produced") == {("Weir Film", "Low Tide")}


def test_a_firm_that_owns_a_title_produces_it_under_whose_direction_it_is() -> None:
    text = FUND + "Among them is Weir Film’s Low Tide (€30,000), under the direction of Bo Lind.\n"
    assert told(text, "directed") == {("Bo Lind", "Low Tide")}


def test_an_owner_with_an_article_is_of_the_title_before_a_distributor_in_brackets() -> None:
    text = (
        "Finnish films lead the box office\n\nAt number 2 is Bo Lind’s comedy The Boatman’s Wedding (“Lossin juhlat”) "
        "produced by Weir Film, with 288,410 admissions since January.\n"
    )
    assert ("Weir Film", "The Boatman’s Wedding") in told(text, "produced")
