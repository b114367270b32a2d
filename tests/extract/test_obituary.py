"""Obituaries in invented lives: whose they are, and which films are said to be theirs."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.lines import article_lines
from kg.extract.article.obituary import life_of
from kg.extract.article.page import read_article
from kg.extract.names import Known

BODY = """
The Danish filmmaker, who has died aged 81, never owned a camera. His first feature was “The Salt Road” (1966), in
which Ana Roth plays a widow. “I only ever wanted to be left alone,” he said. With “Low Water” he went abroad. He was
also seen in Carla Nunes’s “Second Snow” (1990). “The Ferry Home,” by his daughter, is dedicated to him.
"""


def told(headline: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", headline + "\n" + BODY.replace("\n", " ") + "\n"), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


@pytest.mark.parametrize(
    "headline",
    [
        "Per Lund obituary",
        "OBITUARY: Per Lund",
        "Farewell, Per Lund",
        "Danish film director Per Lund dies",
        "Director Per Lund passes away at 81",
    ],
)
def test_a_headline_tells_whose_life_it_is(headline: str) -> None:
    document = Document("page.txt", headline + "\n" + BODY)
    life = life_of(document, article_lines(document)[1])
    assert life is not None
    assert (life[0].what, life[1]) == (Mention("Person", "Per Lund"), "directed")


def test_a_headline_of_other_news_tells_no_life() -> None:
    document = Document("page.txt", "Per Lund is shooting Low Water\n" + BODY)
    assert life_of(document, article_lines(document)[1][:1]) is None


@pytest.mark.parametrize("title", ["The Salt Road", "Low Water"])
def test_the_films_of_a_life_are_its_director_s(title: str) -> None:
    assert ("Per Lund", "directed", title) in told("Per Lund obituary")


@pytest.mark.parametrize("title", ["I only ever wanted to be left alone", "Second Snow", "The Ferry Home"])
def test_what_was_said_and_others_films_are_none_of_them(title: str) -> None:
    assert ("Per Lund", "directed", title) not in told("Per Lund obituary")


LIST = (
    "After years in the theatre he shot “Low Water” (1965), then “Balkan” (The Balcony, 1970) and ”Ferry Home” (1981). "
    "The “Night Boat” play was banned. He was given the Order “Star of the Sea”.\n"
)


@pytest.mark.parametrize("title", ["Low Water", "Balkan", "Ferry Home"])
def test_a_title_with_its_translation_and_year_is_one_film(title: str) -> None:
    found = told_of(LIST)
    assert ("Per Lund", "directed", title) in found
    assert not any(predicate == "produced" for _, predicate, _ in found)


@pytest.mark.parametrize("title", ["Night Boat", "Star of the Sea"])
def test_plays_and_orders_in_quotation_marks_are_no_films(title: str) -> None:
    assert ("Per Lund", "directed", title) not in told_of(LIST)


def told_of(body: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", "Danish film director Per Lund dies at 84\n\n" + body), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }
