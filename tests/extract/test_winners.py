"""Festivals: lists of winners, what prizes are for, juries, and where films were seen before."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of

LIST = (
    "FESTIVALS: Salt Road Takes Top Prize at Brezno\n\n"
    "BREZNO: The film Salt Road was awarded Best Film at the Brezno International Film Festival on 9 September.\n\n"
    "Best Film:\nSalt Road / Solna pot (Slovenia, Croatia)\nDirected by Ana Roth\nProduced by Planina Film\n"
    "Supported by the Slovenian Film Centre, Eurimages\n\n"
    "Best Director:\nDora Wilk for The Quiet Floor (Poland)\nProduced by Mokra Film\n\n"
    "Best Actor:\nIvo Brandt in Salt Road (Slovenia, Croatia)\nDirected by Ana Roth\n"
)


def editions(text: str) -> set[tuple[str, str, object]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name, c.qualifiers.get("section"))
        for c in reading.claims
        if c.predicate == "screenedAt" and isinstance(c.object, Mention)
    }


def countries_of(text: str) -> set[tuple[str, str, object]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name, c.qualifiers.get("position"))
        for c in reading.claims
        if c.predicate == "countryOfOrigin" and isinstance(c.object, Mention)
    }


def test_a_line_that_a_list_of_winners_prints_twice_is_not_its_headline() -> None:
    assert ("Planina Film", "Salt Road") in pairs_of(LIST, "produced")


def test_a_prize_for_directing_tells_who_directed() -> None:
    assert ("Dora Wilk", "The Quiet Floor") in pairs_of(LIST, "directed")


def test_a_prize_for_acting_tells_who_acted() -> None:
    assert pairs_of(LIST, "starredIn") == {("Ivo Brandt", "Salt Road")}


def test_what_stands_below_a_prize_for_somebody_is_told_of_the_film() -> None:
    assert ("Mokra Film", "The Quiet Floor") in pairs_of(LIST, "produced")


def test_a_body_of_a_list_has_no_article() -> None:
    assert pairs_of(LIST, "funded") == {("Slovenian Film Centre", "Salt Road"), ("Eurimages", "Salt Road")}


def test_who_shares_a_prize_stands_below_the_first_winner() -> None:
    text = "Winners\n\nBest Actress (ex-aequo):\nAna Roth in Low Water (Spain)\nIda Holm in High Tide (Italy)\n"
    assert pairs_of(text, "starredIn") == {("Ana Roth", "Low Water"), ("Ida Holm", "High Tide")}


def test_a_prize_for_a_film_tells_nobody_s_part() -> None:
    text = "Winners\n\nBest Film:\nGift for Ida (Spain)\nDirected by Ana Roth\n"
    assert pairs_of(text, "starredIn") == set()


def test_who_sits_on_a_jury_made_nothing_of_the_text() -> None:
    text = (
        "Low Water wins in Oslo\n\nLow Water by Ana Roth won the main prize of the festival.\n\n"
        "The jury was composed of actress Mila Hart, producer Peter Salk and editor Ivan Rusk.\n\n"
        "The honorary award for lifetime achievement went to cinematographer Jon Malek.\n"
    )
    told = {role: pairs_of(text, role) for role in ("starredIn", "produced", "edited", "photographed")}
    assert not any(told.values())


def test_a_bracket_behind_a_title_tells_where_the_film_was_seen() -> None:
    text = "Our films\n\nSund Film has produced Ana Roth’s “Low Water” (Berlinale Forum 2014) and other films.\n"
    assert editions(text) == {("Low Water", "Berlinale 2014", "Forum")}


def test_a_bracket_behind_a_director_tells_where_the_film_was_seen() -> None:
    text = "Our films\n\nThe company has produced “Low Water” by Ana Roth (IDFA 2016) and other films.\n"
    assert editions(text) == {("Low Water", "IDFA 2016", None)}


def test_a_section_that_a_festival_owns_tells_where_the_film_was_seen() -> None:
    text = (
        "Our films\n\nThe drama “Low Water” by Ana Roth, which premiered in Karlovy Vary’s East of the West in 2019.\n"
    )
    assert editions(text) == {("Low Water", "Karlovy Vary 2019", "East of the West")}


def test_where_somebody_s_other_film_was_seen_is_not_where_this_one_was() -> None:
    text = (
        "Slates\n\nNew is the film Low Water, the debut of Ana Roth, whose dry harbours played in "
        "Venice’s Horizons strand in 2018.\n"
    )
    assert editions(text) == set()


def test_a_chain_may_end_in_points() -> None:
    text = "Winners\n\n“Low Water,” a Bulgarian-German-U.K. co-production directed by Ana Roth, took the main prize.\n"
    assert countries_of(text) == {
        ("Low Water", "Bulgaria", 1),
        ("Low Water", "Germany", 2),
        ("Low Water", "United Kingdom", 3),
    }


def test_a_chain_may_begin_with_points() -> None:
    text = "Winners\n\nThe U.S.-Polish drama Low Water by Ana Roth opens the festival.\n"
    assert countries_of(text) == {("Low Water", "United States", 1), ("Low Water", "Poland", 2)}


def test_a_chain_before_another_title_is_not_of_the_film_before_it() -> None:
    text = (
        "Line-up\n\nIn competition are The Orchard Keeper by Slovenia’s Ana Roth, the Polish-Danish co-production "
        "Mercury by Jan Wrona, and High Tide.\n"
    )
    assert not any(film == "The Orchard Keeper" and land == "Poland" for film, land, _ in countries_of(text))


def test_a_list_of_a_nation_s_films_tells_where_all_of_them_are_from() -> None:
    text = (
        "Box office\n\nThe bestsellers were the Swedish titles Becoming Ida by Ana Roth (114,640 admissions) and "
        "Low Water by Jo Berg (8,171 admissions).\n"
    )
    assert ("Low Water", "Sweden", None) in countries_of(text)


def test_admissions_in_brackets_have_the_distributor_beside_them() -> None:
    text = (
        "A good year for cinemas\n\nThe favourites were Becoming Ida by Ana Roth (114,640 admissions, Sund Film) and "
        "Low Water by Jo Berg (8,171 admissions, Berg Pictures).\n"
    )
    assert pairs_of(text, "distributed") == {("Sund Film", "Becoming Ida"), ("Berg Pictures", "Low Water")}


def test_earlier_works_behind_directors_are_no_companies() -> None:
    text = (
        "Festival announces its titles\n\nThe list has two projects, Boar by Ana Roth (Shed) and High Tide by Jo Berg "
        "(A Visitor).\n"
    )
    assert (pairs_of(text, "produced"), pairs_of(text, "sold")) == (set(), set())


def test_companies_behind_directors_stay_companies_where_money_is_told_of() -> None:
    text = "Fund backs two films\n\nThe fund supports Boar by Ana Roth (Punkt) and High Tide by Jo Berg (Sund Film).\n"
    assert ("Punkt", "Boar") in pairs_of(text, "produced")


def test_a_subheading_that_tells_whose_projects_are_chosen_is_no_record() -> None:
    text = (
        "Market announces its titles\n\nThe selection includes new projects by Ana Roth, Jo Berg and Ida Holm\n\n"
        "Ten projects will be presented to sales agents and distributors of the festival.\n"
    )
    assert pairs_of(text, "directed") == set()


def test_a_prize_for_an_actress_is_for_a_part_in_somebody_s_film() -> None:
    text = (
        "Prizes in Oslo\n\nBest Actress was Romania’s Ida Moraru for her role in Vlad Petrescu’s Ninth Floor, and the "
        "festival closed on Sunday.\n"
    )
    assert pairs_of(text, "starredIn") == {("Ida Moraru", "Ninth Floor")}


def test_the_one_country_of_a_record_is_its_first() -> None:
    text = "Line-up\n\nThe list of films of the festival follows below.\n\nLow Water – Ana Roth (Italy)\n"
    assert countries_of(text) == {("Low Water", "Italy", 1)}


def test_a_section_that_no_list_has_heads_its_films() -> None:
    text = (
        "Locarno announces its competition titles\n\nThe 78th Locarno Film Festival (6-16 August 2025) has named "
        "its films.\n\n"
        "Concorso internazionale\nHigh Tide – Ida Holm (Italy)\n"
        "Concorso delle acque nuove\nLow Water – Ana Roth (Italy)\n"
    )
    assert ("Low Water", "Locarno 2025", "Concorso delle acque nuove") in editions(text)


def test_a_country_heads_no_section() -> None:
    text = (
        "Locarno announces its competition titles\n\nThe 78th Locarno Film Festival (6-16 August 2025) has named "
        "its films.\n\n"
        "Panorama\nAustria\nLow Water – Ana Roth (Austria)\n"
    )
    assert ("Low Water", "Locarno 2025", "Panorama") in editions(text)


def test_the_name_of_a_prize_tells_no_stage() -> None:
    text = (
        "Prizes\n\nThe Works in Development – Feature Launch award of €10,000 went to the drama “Low Water,” directed "
        "by Ana Roth.\n"
    )
    reading = read_article(Document("page.txt", text), Known())
    assert not [claim for claim in reading.claims if claim.predicate == "stage"]


def test_a_follow_up_may_be_to_what_won_at_a_festival() -> None:
    text = (
        "Oslo\n\nThe agent sells “Signal Lost,” Ana Roth’s follow-up to Black Harbour winner “Goodnight, Comrade,” a "
        "drama of the sea.\n"
    )
    assert ("Ana Roth", "Goodnight, Comrade") in pairs_of(text, "directed")


def test_all_films_of_a_list_were_seen_where_it_opens() -> None:
    text = "Market\n\nTwo projects premiered at the 2018 Berlinale: Low Water by Ana Roth and High Tide by Jo Berg.\n"
    assert {(film, edition) for film, edition, _ in editions(text)} == {
        ("Low Water", "Berlinale 2018"),
        ("High Tide", "Berlinale 2018"),
    }


def test_a_nation_s_production_tells_where_a_film_is_from() -> None:
    text = "Prizes\n\n“Low Water” by Ana Roth won the award. The film is a Macedonian production by Apolo Media.\n"
    assert countries_of(text) == {("Low Water", "North Macedonia", None)}
