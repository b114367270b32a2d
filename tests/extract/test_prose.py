"""Running prose in invented sentences: titles, owners, headings and cues that no one phrase reads."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.headings import headings
from kg.extract.article.lines import article_lines
from kg.extract.article.page import read_article
from kg.extract.article.told_titles import told_titles
from kg.extract.names import Known

HEAD = "Marta Lindqvist sets sail with Low Water\n\nMarta Lindqvist is shooting Low Water, her second feature. "


def told(text: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


def prose(sentence: str) -> set[tuple[str, str, str]]:
    return told(HEAD + sentence + "\n")


def titles(text: str) -> frozenset[str]:
    document = Document("page.txt", text)
    return told_titles(document, article_lines(document)[1])


def test_a_title_printed_twice_keeps_its_small_words():
    text = "Boys in Harbour to open in May\n\nIvo Brandt is busy shooting Boys in Harbour, a dark comedy, in Riga.\n"
    assert titles(text) == {"boys in harbour"}
    assert ("Ivo Brandt", "directed", "Boys in Harbour") in told(text)


def test_a_title_is_what_stands_before_its_translation():
    text = "A first film\n\nCameras turn next week on Deux sœurs perdues (lit. “Two Lost Sisters”), set in Lyon.\n"
    assert titles(text) == {"deux sœurs perdues"}


def test_a_name_in_brackets_with_a_film_is_no_title():
    assert titles('New faces\n\nThe cast features Emma Berg ("Low Water") as the maid.\n') == frozenset()


def test_a_heading_that_the_next_line_names_is_a_film():
    told_of = "In Low Water, Marta Lindqvist tells of a pilot who has lost her way in the fog."
    text = f"Two films for the autumn\n\nLow Water\n{told_of}\n"
    document = Document("page.txt", text)
    found = headings(document, article_lines(document)[1])
    assert [end.what for end in found.values()] == [Mention("Film", "Low Water")]


def test_what_stands_under_a_heading_is_said_of_its_film():
    text = (
        "Two films for the autumn\n\nTwo films come out this autumn in all of the country’s cinemas.\n\n"
        "Low Water\nIn Low Water, a harbour pilot loses her way in the fog. The film was produced by Sund Film.\n"
    )
    assert ("Sund Film", "produced", "Low Water") in told(text)


def test_her_earlier_work_is_of_the_director_whom_the_sentence_names():
    facts = prose("Years went by for the director Carla Nunes following her breakthrough first feature The Quiet Bay.")
    assert ("Carla Nunes", "directed", "The Quiet Bay") in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "It is being sold abroad, and the film’s producers are Sund Film and Lux Film.",
        "Production companies are Sund Film and Lux Film.",
        "Producing the film are Sund Film and Lux Film.",
    ],
)
def test_companies_behind_a_cue_produced_the_film(sentence: str):
    facts = prose(sentence)
    assert {("Sund Film", "produced", "Low Water"), ("Lux Film", "produced", "Low Water")} <= facts


def test_the_second_company_may_be_the_subject_of_what_follows():
    facts = prose("World sales are handled by Lux Film, and Sund Distribution will release the film in Norway.")
    assert ("Lux Film", "sold", "Low Water") in facts
    assert ("Sund Distribution", "sold", "Low Water") not in facts


def test_a_cast_list_goes_on_over_the_parts_that_are_played():
    facts = prose("The cast includes Ivo Brandt as the mayor, Carla Nunes as his wife and Emma Berg.")
    cast = {subject for subject, predicate, _ in facts if predicate == "starredIn"}
    assert cast == {"Ivo Brandt", "Carla Nunes", "Emma Berg"}


def test_a_buyer_with_its_territory_is_no_title():
    facts = prose("The film has been sold to Curzon Lane for the UK and Neon Fjord for Norway.")
    assert ("Curzon Lane", "distributed", "Low Water") in facts
    assert not any("for the UK" in name for fact in facts for name in fact)


def test_straight_single_quotation_marks_hold_a_title():
    facts = told("Autumn in Riga\n\nAlso in the works is 'Kingdom of Moss', from director Ivo Brandt.\n")
    assert ("Ivo Brandt", "directed", "Kingdom of Moss") in facts


def test_a_chain_of_nations_is_no_company():
    facts = prose("The Polish-Danish production is set in Gdańsk.")
    assert not any(subject == "Polish-Danish" for subject, _, _ in facts)


def test_an_owner_is_no_part_of_the_title():
    facts = prose("Lindqvist’s The Dry Season, a Polish-Danish co-production, was shown in Riga.")
    assert {("The Dry Season", "countryOfOrigin", "Poland"), ("The Dry Season", "countryOfOrigin", "Denmark")} <= facts
