"""Articles in invented sentences: what each way of telling says, and what it must not be taken for."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known

HEAD = "Marta Lindqvist sets sail with Low Water\n\n"
OPENING = "Marta Lindqvist is shooting Low Water, her second feature. "


def told(text: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


def prose(*sentences: str) -> set[tuple[str, str, str]]:
    return told(HEAD + OPENING + " ".join(sentences) + "\n")


def of(facts: set[tuple[str, str, str]], predicate: str) -> set[tuple[str, str]]:
    return {(subject, other) for subject, own, other in facts if own == predicate}


@pytest.mark.parametrize(
    "sentence",
    [
        "She is joined on screen by Ivo Brandt and Carla Nunes.",
        "At her side are Ivo Brandt and Carla Nunes.",
        "Starring opposite Ivo Brandt is Carla Nunes.",
        "Completing the ensemble are Ivo Brandt and Carla Nunes.",
        "The main roles have been entrusted to Ivo Brandt and Carla Nunes.",
    ],
)
def test_a_cast_is_told_in_many_ways(sentence: str) -> None:
    assert {("Ivo Brandt", "Low Water"), ("Carla Nunes", "Low Water")} <= of(prose(sentence), "starredIn")


@pytest.mark.parametrize(
    "sentence",
    [
        "She was accompanied to the ministry by Ivo Brandt.",
        "The grants have gone to Ivo Brandt and Carla Nunes.",
    ],
)
def test_company_kept_elsewhere_makes_no_cast(sentence: str) -> None:
    assert of(prose(sentence), "starredIn") == set()


def test_a_chain_of_producers_pairs_each_with_a_company() -> None:
    facts = prose(
        "The film is produced by Tom Berger through Kornfeld Film (Austria), Ana Pires and Rui Melo of Mar Alto Filmes "
        "(Portugal) and Jon Dahl for Oslo-based Nattlys Film."
    )
    makers = {subject for subject, work in of(facts, "produced") if work == "Low Water"}
    assert makers == {
        "Tom Berger", "Kornfeld Film", "Ana Pires", "Rui Melo", "Mar Alto Filmes", "Jon Dahl", "Nattlys Film",
    }  # fmt: skip


def test_partners_listed_by_country_are_co_producers_and_no_distributors() -> None:
    facts = prose(
        "Kornfeld Film is producing, in co-production with Mar Alto Filmes in Portugal and Nattlys in Norway."
    )
    assert of(facts, "coProduced") == {("Mar Alto Filmes", "Low Water"), ("Nattlys", "Low Water")}
    assert of(facts, "distributed") == set()


def test_distributors_are_told_country_by_country() -> None:
    facts = prose("It will be released in Austria by Stadtkino and in Portugal by Alambique.")
    assert {("Stadtkino", "Low Water"), ("Alambique", "Low Water")} <= of(facts, "distributed")


def test_money_in_association_is_no_co_production() -> None:
    assert of(prose("Kornfeld Film is producing in association with Nattlys Film."), "coProduced") == set()


def test_a_sales_company_sells_what_it_found_buyers_for() -> None:
    facts = told(
        "Kornfeld closes out a busy market\n\n"
        "Vienna-based sales outfit Kornfeld Films has sealed a string of deals on its line-up.\n\n"
        "Marta Lindqvist’s Low Water was sold to Spain (Karma), Greece (Rosebud) and Japan (Longride).\n"
    )
    assert ("Kornfeld Films", "Low Water") in of(facts, "sold")


def test_who_buys_sells_nothing() -> None:
    facts = told(
        "A busy market\n\n"
        "Marta Lindqvist’s Low Water was sold to Spain (Karma), Greece (Rosebud) and Japan (Longride).\n"
    )
    assert of(facts, "sold") == set()


def test_an_earlier_work_named_in_passing_is_not_what_the_sentence_is_about() -> None:
    facts = prose("The script is by Ivo Brandt, noticed for his short Grey Gulls, and Kornfeld Film is producing.")
    assert ("Kornfeld Film", "Grey Gulls") not in of(facts, "produced")


def test_works_in_brackets_are_credits_with_links_behind_them() -> None:
    facts = prose(
        "The cast includes Ivo Brandt (seen in Salt Roads [+see also:\ntrailer\nfilm profile\n]\n) and Carla Nunes."
    )
    assert ("Ivo Brandt", "Salt Roads") in of(facts, "starredIn")
    assert ("Carla Nunes", "Salt Roads") not in of(facts, "starredIn")


def test_a_comma_inside_quotation_marks_does_not_hide_what_follows() -> None:
    facts = told("A market diary\n\n“Low Water,” a thriller directed by Marta Lindqvist, opens in May.\n")
    assert ("Marta Lindqvist", "Low Water") in of(facts, "directed")


def test_a_shoot_that_begins_in_a_month_to_come_has_not_begun() -> None:
    facts = told(
        "Kornfeld Film backs Low Water\n\nMarta Lindqvist directs Low Water. Its shoot gets underway in May.\n"
    )
    assert ("Low Water", "shooting") not in of(facts, "stage")


def test_a_number_is_a_title_where_it_is_called_a_film() -> None:
    facts = told("A market diary\n\nThe largest sum goes to 1871, a drama by Marta Lindqvist.\n")
    assert ("Marta Lindqvist", "1871") in of(facts, "directed")


def test_a_year_is_no_title() -> None:
    facts = told("A market diary\n\nIn 1871, a war began, and Marta Lindqvist tells of it.\n")
    assert not {other for _, _, other in facts} & {"1871"}


@pytest.mark.parametrize("words", ["the Nordwind jury", "a Kornfeld title", "the Kornfeld slate"])
def test_english_words_behind_a_name_make_no_title(words: str) -> None:
    facts = prose(f"Singled out by {words}, Lindqvist’s drama has a cast led by Ivo Brandt.")
    assert ("Ivo Brandt", "Low Water") in of(facts, "starredIn")


def test_a_fund_s_list_has_sums_behind_titles_and_countries_behind_names() -> None:
    facts = told(
        "Eleven films receive grants\n\nThe fund has announced what its winter session backs, all co-productions.\n\n"
        "Second Snow €250 000\nDirector: Ida Holm (Denmark)\nProduction Companies: Nord (Denmark), Sund (Sweden)\n\n"
        "Harbour: The Light €30 000 (Documentary)\nDirector: Per Lund (Norway)\n"
        "Production Companies: Mar Alto (Portugal), Fjell (Norway)\n"
    )
    assert of(facts, "directed") == {("Ida Holm", "Second Snow"), ("Per Lund", "Harbour: The Light")}


def test_a_territory_and_its_buyer_are_no_name_and_its_acronym() -> None:
    facts = prose("The film has been sold to Italy (BIM), Switzerland (JMH) and Spain (Vertigo).")
    assert ("BIM", "Low Water") in of(facts, "distributed")


def test_a_paragraph_of_deals_goes_on_with_the_film_before_it() -> None:
    facts = told(
        "Sales house reports deals\n\nClose to ten deals were struck on Marta Lindqvist’s comedy Low Water, which "
        "opened the festival.\n\nIn Europe, the film sold to Germany (Weltlicht) and Spain (Golfo).\n"
    )
    assert {("Weltlicht", "Low Water"), ("Golfo", "Low Water")} <= of(facts, "distributed")


def test_and_with_a_capital_is_a_word_of_a_title() -> None:
    facts = prose("Ida Holm’s Tori And Lone, which took home a prize, has found buyers in several countries.")
    assert ("Ida Holm", "Tori And Lone") in of(facts, "directed")
