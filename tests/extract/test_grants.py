"""Grants: who makes the films that a fund supports, in the brackets behind their directors."""

from __future__ import annotations

from tests.extract.telling import pairs_of as told

HEAD = "The Lakeside Fund supports three documentaries\n\n"
SENTENCE = "They are Low Water by Jane Archer (Lux Films) and High Tide by Paul Berger (Orage/Panique!).\n"


def test_brackets_behind_directors_name_who_produces() -> None:
    assert told(HEAD + SENTENCE, "produced") == {
        ("Lux Films", "Low Water"),
        ("Orage", "High Tide"),
        ("Panique!", "High Tide"),
    }


def test_what_produces_is_no_earlier_work() -> None:
    assert told(HEAD + SENTENCE, "directed") == {("Jane Archer", "Low Water"), ("Paul Berger", "High Tide")}


def test_a_country_in_such_brackets_produces_nothing() -> None:
    text = HEAD + "They are Low Water by Jane Archer (Lux Films) and High Tide by Paul Berger (Spain).\n"
    assert told(text, "produced") == {("Lux Films", "Low Water")}


FUND = "The Lakeside Film Fund backs three projects\n\nThe Lakeside Film Fund has announced its decisions.\n\n"


def test_a_fund_supports_the_films_that_its_decision_names() -> None:
    text = FUND + "Low Water by Jane Archer received €90,000.\n\nHigh Tide by Paul Berger was granted €50,000.\n"
    assert told(text, "funded") == {("Lakeside Film Fund", "Low Water"), ("Lakeside Film Fund", "High Tide")}


def test_a_fund_supports_the_films_of_its_list() -> None:
    text = FUND + "Low Water - Jane Archer (Spain/France) (€90,000)\n\nHigh Tide - Paul Berger (Italy) (€50,000)\n"
    assert told(text, "funded") == {("Lakeside Film Fund", "Low Water"), ("Lakeside Film Fund", "High Tide")}


def test_a_fund_does_not_support_what_a_director_made_before() -> None:
    text = FUND + "Low Water by Jane Archer received €90,000. Archer’s debut High Tide won a prize in Graz in 2014.\n"
    assert told(text, "funded") == {("Lakeside Film Fund", "Low Water")}


def test_a_fund_is_spelt_in_full_where_its_headline_is_short() -> None:
    text = (
        "The Lakeside Fund supports three films\n\nThe board of the Lakeside Co-production Fund agreed on three.\n\n"
        "Low Water - Jane Archer (Spain/France) (€90,000)\n"
    )
    assert told(text, "funded") == {("Lakeside Co-production Fund", "Low Water")}


def test_what_two_funds_decide_is_neither_ones() -> None:
    text = (
        "Three projects for the Lakeside Film Fund and the Hill Film Fund\n\nThey met on Monday.\n\n"
        "Low Water by Jane Archer received €90,000.\n"
    )
    assert told(text, "funded") == set()


def test_who_supported_the_project_funds_it() -> None:
    text = "News\n\nLow Water by Jane Archer is here. The Hill Film Centre supported the film with 60,000 EUR.\n"
    assert told(text, "funded") == {("Hill Film Centre", "Low Water")}


def test_a_sum_received_from_a_fund_is_its() -> None:
    text = "News\n\nLow Water by Jane Archer is here. The project also received 60,000 EUR from the Hill Film Fund.\n"
    assert told(text, "funded") == {("Hill Film Fund", "Low Water")}


def test_a_title_that_received_a_sum_is_what_its_paragraph_is_about() -> None:
    text = FUND + "Low Water (Lavvann) received NOK 2.1 million. Directed by Jane Archer, it is a drama.\n"
    assert told(text, "directed") == {("Jane Archer", "Low Water")}


def test_a_list_that_semicolons_part_says_who_wrote_what() -> None:
    page = (
        "Film fund backs three projects\n\nThe projects that the fund supports are Ida Holm’s Low Water (Sund Film – "
        "€30,000); Moselle, penned by Ana Roth and Jo Vale (which has no director as yet); and Tom Berg’s TV series "
        "Salt (Lavvann – €45,000)."
    )
    assert told(page, "wrote") == {("Ana Roth", "Moselle"), ("Jo Vale", "Moselle")}
    assert ("Tom Berg", "Salt") in told(page, "directed")
