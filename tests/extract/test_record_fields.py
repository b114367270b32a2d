"""Fields of records: what each says, and that none is a title."""

from __future__ import annotations

import pytest

from kg.claim import Value
from kg.document import Document
from kg.extract.article.lines import article_lines, date_of
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of

HEAD = (
    "New titles of the region\n\n1 February 2024\n\nThe catalogue of films is out in time for the market in Berlin.\n\n"
)
FIRST = "LOW WATER\nDirector: Ida Holm\nProduction companies: Sund Film (Denmark), Lavvann (Norway)\n"
SECOND = "\n\nIRON HARVEST\nDirector: Jo Vale\n"


def _stages(text: str) -> dict[str, str]:
    claims = read_article(Document("page.txt", text), Known()).claims
    return {c.subject.name: c.object.value for c in claims if c.predicate == "stage" and isinstance(c.object, Value)}


@pytest.mark.parametrize(
    ("value", "stage"),
    [
        ("post-production", "post-production"),
        ("in production; expected release: autumn", "shooting"),
        ("pre-production", "pre-production"),
        ("script development", "development"),
    ],
)
def test_a_field_tells_the_stage(value: str, stage: str) -> None:
    assert _stages(HEAD + FIRST + f"Stage: {value}" + SECOND) == {"LOW WATER": stage}


def test_a_stage_that_we_do_not_know_says_nothing() -> None:
    assert _stages(HEAD + FIRST + "Stage: on hold" + SECOND) == {}


def test_a_field_above_a_line_of_companies_is_no_title() -> None:
    page = HEAD + FIRST + "Stage: in production\nSlovak distribution: Kino Klub" + SECOND
    assert pairs_of(page, "distributed") == {("Kino Klub", "LOW WATER")}


def test_a_script_based_on_a_book_is_somebodys() -> None:
    page = HEAD + FIRST + "Screenplay: Ana Roth, based on the novel by Tom Berg" + SECOND
    assert pairs_of(page, "wrote") == {("Ana Roth", "LOW WATER")}


def test_a_directors_earlier_films_are_no_directors() -> None:
    page = HEAD + "LOW WATER\nDirector: Ida Holm (The Lime Tree, Salt)\nProducer: Jo Vale\n"
    assert pairs_of(page, "directed") == {
        ("Ida Holm", "LOW WATER"),
        ("Ida Holm", "The Lime Tree"),
        ("Ida Holm", "Salt"),
    }


def test_partners_stand_behind_the_companies_that_produce() -> None:
    page = (
        HEAD + "LOW WATER\nDirector: Ida Holm\nProduction companies: Sund Film (Denmark), in co-production with Lavvann"
    )
    assert pairs_of(page, "coProduced") == {("Lavvann", "LOW WATER")}


def test_countries_stand_behind_dashes() -> None:
    page = HEAD + "LOW WATER\nDirector: Ida Holm\nProduction companies: Sund – Denmark; Lavvann – Norway\n"
    assert pairs_of(page, "produced") == {("Sund", "LOW WATER"), ("Lavvann", "LOW WATER")}


def test_companies_stand_behind_their_producers() -> None:
    page = HEAD + "LOW WATER\nDirector: Ida Holm\nProducers: Jo Vale (Sund Film), Ana Roth (Lavvann)\n"
    assert pairs_of(page, "produced") == {
        (name, "LOW WATER") for name in ("Jo Vale", "Ana Roth", "Sund Film", "Lavvann")
    }


def test_nations_stand_on_a_line_of_their_own() -> None:
    page = HEAD + FIRST + "Danish-Norwegian co-production\nStage: shooting" + SECOND
    assert pairs_of(page, "countryOfOrigin") == {("LOW WATER", "Denmark"), ("LOW WATER", "Norway")}


@pytest.mark.parametrize(
    "line",
    [
        "Published: 1 February 2024 | Category: Industry",
        "Posted on 01.02.2024",
        "1. 2. 2024",
        "2024-02-01",
        "01 Feb 2024 BY JO BERG",
        "Thursday 1st of February 2024",
        "1 February 2024, Berlin",
        "Publié le 1er février 2024",
        "le 1 févr. 2024 par Jo Berg",
    ],
)
def test_an_article_is_dated_in_every_usual_form(line: str) -> None:
    page = f"Harbour Fund backs three new films\n\n{line}\n\nThe fund supports projects of many kinds."
    document = Document("page.txt", page)
    assert date_of(document, article_lines(document)[1]) == "2024-02-01"


def test_a_sentence_that_names_a_day_dates_nothing() -> None:
    page = "Harbour Fund backs three films\n\nThe shoot ended on 3 May 2019 in Oslo.\n\nThe committee has met again."
    document = Document("page.txt", page)
    assert date_of(document, article_lines(document)[1]) is None


def test_a_bracket_behind_a_title_may_have_fields() -> None:
    page = HEAD + (
        "“Low Water” (directors: Ida Holm, Jo Vale; production: Sund Film; co-production: Lavvann) "
        "receives 700.000 euros."
    )
    assert pairs_of(page, "directed") == {("Ida Holm", "Low Water"), ("Jo Vale", "Low Water")}
    assert pairs_of(page, "coProduced") == {("Lavvann", "Low Water")}


@pytest.mark.parametrize(
    ("bracket", "is_told"), [("Ano de Sal", True), ("Films de Nuit", False), ("Out of Season", False), ("Norge", False)]
)
def test_a_foreign_title_needs_no_marks(bracket: str, is_told: bool) -> None:
    page = HEAD + f"Shooting is under way for Salt Year ({bracket}), the second feature by Ida Holm."
    claims = read_article(Document("page.txt", page), Known()).claims
    assert any(c.predicate == "alsoKnownAs" for c in claims) == is_told


def test_whoever_is_known_for_somebodys_film_is_in_that_film() -> None:
    page = HEAD + "Jo Vale (seen last year in Tom Berg’s Nobody’s Orchard) stars in Low Water, a drama by Ida Holm."
    assert ("Jo Vale", "Nobody’s Orchard") in pairs_of(page, "starredIn")


@pytest.mark.parametrize(
    ("said", "land"),
    [
        ("Nitrato will release it in Portuguese cinemas.", "Portugal"),
        ("It is produced by Sund Film, with Nitrato steering distribution in France.", "France"),
    ],
)
def test_a_release_is_somewhere(said: str, land: str) -> None:
    page = HEAD + f"Shooting is under way for Salt Year, the second feature by Ida Holm. {said}"
    claims = read_article(Document("page.txt", page), Known()).claims
    assert [c.qualifiers.get("territory") for c in claims if c.predicate == "distributed"] == [land]
