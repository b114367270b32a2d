"""Listings in invented items: what a headline may say, and what of it is no title."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document

COUNT = "12 articles available in total starting from 03/02/2002. Last article published on 14/03/2012."
INDEX = """News

25 February 2014

Awards – Iceland

Second Snow takes home six Edda awards

Production – France/Belgium

Per Lund slips into the uniform for Harbour Lights

24 February 2014

Promotion – Italy

Low Water heads for cinemas in America
"""


def told(headline: str, teaser: str, tag: str = "14/03/2012 | Production | Sweden") -> set[tuple[str, str, str]]:
    other = "Ida Holm shoots Harbour Lights\n\nThe director’s new film, with Per Lund, is under way...  \n\n" + tag
    return _told(f"Production\n\n{COUNT}\n\n{headline}\n\n{teaser}  \n\n{tag}\n\n{other}\n")


def _told(text: str) -> set[tuple[str, str, str]]:
    reading = read_document(Document("page.txt", text))
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


def films(facts: set[tuple[str, str, str]]) -> set[str]:
    return {subject for subject, predicate, _ in facts if predicate == "describedIn"} - {"Harbour Lights"}


def test_what_somebody_said_is_no_title() -> None:
    teaser = "Principal photography has started on Second Snow, the new feature by Swedish director Carla Nunes"
    assert films(told("“Everybody wants to leave until there is a road”", teaser)) == {"Second Snow"}


def test_a_title_ends_before_a_dash_and_what_it_is() -> None:
    facts = told(
        "Second Snow – a snowy ride for old and young alike",
        "The new film by Swedish director Carla Nunes is under way",
    )
    assert films(facts) == {"Second Snow"}


def test_a_headline_that_plays_with_a_title_leaves_it_to_the_teaser() -> None:
    teaser = "Principal photography has got under way in Dublin on Nine Hundred Winters, from director Carla Nunes"
    assert films(told("Winters go before the cameras", teaser)) == {"Nine Hundred Winters"}


def test_a_sequel_s_headline_keeps_its_title() -> None:
    teaser = "Years on from the release of their first feature, Young Winters, the siblings make a sequel"
    assert films(told("Shooting underway on Old Winters by Karla Nunes", teaser)) == {"Old Winters"}


def test_a_teaser_that_breaks_off_lends_a_title_no_dots() -> None:
    facts = told("A first film for Nunes", "Cameras are rolling on Carla Nunes’s Second Snow...")
    assert ("Carla Nunes", "directed", "Second Snow") in facts


def test_two_with_one_surname_share_it_before_their_film() -> None:
    facts = told("Brothers at work", "After Ida and Per Lund’s Low Water, Swedish director Carla Nunes is shooting too")
    assert {("Ida Lund", "directed", "Low Water"), ("Per Lund", "directed", "Low Water")} <= facts


def test_the_headlines_of_an_index_stand_beneath_their_tags() -> None:
    assert {"Second Snow", "Harbour Lights", "Low Water"} <= {s for s, p, _ in _told(INDEX) if p == "describedIn"}


def test_under_production_an_index_s_countries_are_the_film_s() -> None:
    origins = {(film, land) for film, predicate, land in _told(INDEX) if predicate == "countryOfOrigin"}
    assert origins == {("Harbour Lights", "France"), ("Harbour Lights", "Belgium")}
