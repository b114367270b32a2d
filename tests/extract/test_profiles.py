"""Profiles: the films of the company that an article is about."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known

HEAD = "Sund Film: small company, wide horizons\n\nFounded in 2015 by Jo Berg and Ana Roth, Oslo-based Sund Film has "


def produced(text: str) -> set[tuple[str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name)
        for c in reading.claims
        if c.predicate == "produced" and isinstance(c.object, Mention)
    }


def test_the_films_of_a_profile_are_the_companys() -> None:
    text = HEAD + "made Marta Lindqvist’s “Low Water” and Ivo Brandt’s “High Tide.”\n"
    assert produced(text) == {("Sund Film", "Low Water"), ("Sund Film", "High Tide")}


def test_a_film_that_a_profile_gives_to_another_company_is_that_ones() -> None:
    text = (
        HEAD + "friends.\n\nTheir model is “Low Water,” directed by Marta Lindqvist and produced by Ocean Pictures.\n"
    )
    assert produced(text) == {("Ocean Pictures", "Low Water")}


def test_whoever_set_up_a_company_makes_known_which_one_a_profile_is_of() -> None:
    text = (
        "Company profile: Sund Film\n\nProducer Jo Berg set up Sund Film in 2008 together with Ana Roth.\n\n"
        "Its first production, Marta Lindqvist’s Low Water, was seen by many.\n"
    )
    assert produced(text) == {("Sund Film", "Low Water")}


def test_a_profile_of_a_producer_tells_the_films_of_her_company() -> None:
    text = (
        "Producers to watch: Jo Berg\n\nOslo-based producer Jo Berg founded Sund Film in 2011.\n\n"
        "Her credits include Low Water (2013) by Marta Lindqvist.\n"
    )
    assert produced(text) == {("Sund Film", "Low Water")}


def test_a_company_that_is_profiled_is_called_without_its_town() -> None:
    text = (
        "Getting to know: Sund Film\n\nOslo-based Sund Film was set up in 2010 by Jo Berg and Ana Roth.\n\n"
        "Since then, the outfit has produced Marta Lindqvist’s “Low Water.”\n"
    )
    assert produced(text) == {("Sund Film", "Low Water")}
