"""Items of listing pages, a line each: what headline, teaser and tag line say together."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_all

ITEMS = (
    ("Good start for Ida Holm", "With Salt Hill, seen by 80,000 people in a week, the director of Moss signs her best "
     "opening", "17/11/2004 | Box office | France", "Ida Holm directed Salt Hill"),
    ("A quiet week", "Salt Hill by Ida Holm is first, ahead of the British comedy Hares (31,000)",
     "17/11/2004 | Box office | France", "Hares countryOfOrigin United Kingdom"),
    ("Salt Hill tops the charts", "The film sold 206,000 tickets, according to distributor Tarn Film",
     "17/11/2014 | Box office | Norway", "Tarn Film distributed Salt Hill"),
    ("Nobody's Garden boarded by Lux Sales", "Ida Holm’s debut is in post-production",
     "08/11/2019 | Market | Norway", "Lux Sales sold Nobody's Garden"),
    ("Two Danish films selected for Karlovy Vary", "Ida Holm's Salt Hill and Per Lund's Hares are chosen",
     "15/06/2015 | Festivals | Denmark", "Hares screenedAt Karlovy Vary 2015"),
    ("Danish films in Locarno", "Ida Holm's Salt Hill will be shown in the Concorso internazionale, while Per Lund's "
     "Hares will screen in Semaine de la Critique", "11/06/2020 | Festivals | Denmark",
     "Hares screenedAt Locarno 2020 Semaine de la Critique"),
    ("Sales: Lux takes on Salt Hill", "Ida Holm's third film is a drama", "24/04/2019 | Market | Norway",
     "Ida Holm directed Salt Hill"),
    ("Ida Holm's Salt Hill: a four-handed love story", "It is a drama", "17/03/2009 | Releases | Norway",
     "Ida Holm directed Salt Hill"),
    ("Ida Holm to shoot Salt Hill in Brittany", "It is a drama", "17/03/2009 | Production | France",
     "Ida Holm directed Salt Hill"),
    ("Ida Holm wraps Salt Hill", "Ana Roth's Rothfilm produces the director's third feature, with Bulgaria's Klar Film "
     "and the Czech Republic's Enderfilm", "22/11/2013 | Production | Romania", "Enderfilm coProduced Salt Hill"),
    ("Ida Holm prepares Salt Hill", "The drama is a Negat/Pall Film co-production", "04/06/2007 | Production | Norway",
     "Pall Film produced Salt Hill"),
    ("Review: Salt Hill", "Ida Holm's cold comedy, penned with Jo Vale, is told from behind",
     "22/01/2018 | Films | Reviews", "Jo Vale wrote Salt Hill"),
    ("Review: Salt Hill", "Ida Holm's comedy brings together Bo Ek, Jo Vale and Ana Roth",
     "22/01/2018 | Films | Reviews", "Jo Vale starredIn Salt Hill"),
    ("Fund backs two features", "Grants have been awarded to Ida Holm (Salt Hill) and debutant Per Lund, whose Hares "
     "2 is produced by Studio Kern", "16/12/2015 | Funding | Norway", "Ida Holm directed Salt Hill"),
    ("The shoot of Salt Hill is under way", "Ida Holm directs, with two boats", "16/12/2015 | Production | Norway",
     "Ida Holm directed Salt Hill"),
    ("Holm takes on the Alps with Salt Hill", "Bo Ek plays the lead in the drama", "30/11/2011 | Production | France",
     "Holm directed Salt Hill"),
)  # fmt: skip


def told(headline: str, teaser: str, tag: str) -> set[str]:
    page = (
        "Norway\n\n16 articles available in total. Last article published on 05/02/2026.\n\n"
        f"{headline}\n\n{headline}\n\n{teaser}\n\n{tag}\n"
    )
    (reading,) = read_all([Document("page", page)])
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', claim.object)}"
        + (f" {claim.qualifiers['section']}" if "section" in claim.qualifiers else "")
        for claim in reading.claims
    }


@pytest.mark.parametrize(("headline", "teaser", "tag", "fact"), ITEMS, ids=[f"{h} - {f}" for h, _, _, f in ITEMS])
def test_an_item_tells_its_fact(headline: str, teaser: str, tag: str, fact: str) -> None:
    assert fact in told(headline, teaser, tag)


@pytest.mark.parametrize(
    ("headline", "teaser", "tag", "no"),
    [
        ("Istanbul picks ten", "Salt Hill by Ida Holm is on the list", "1/3/2013 | News", "Istanbul directed"),
        ("Holm wraps Salt Hill", "It is with the Czech Republic's Enderfilm", "1/3/2013 | Shoots", "Republic directed"),
        ("Holm shoots Salt Hill", "It has a Film Institute grant", "1/3/2013 | Shoots", "Institute produced"),
        ("Lux to sell Salt Hill", "Some 90,000 tickets were sold by Tarn Film", "1/3/2013 | Box office", "Film sold"),
    ],
)  # fmt: skip
def test_what_an_item_does_not_tell(headline: str, teaser: str, tag: str, no: str) -> None:
    assert not [fact for fact in told(headline, teaser, tag) if no in fact]


def test_a_page_glued_with_spaces_has_its_items() -> None:
    item = (
        "{0} wraps {1} {0} wraps {1} Bo Ek and Jo Vale star in the drama, made by Sund Film over eight long weeks "
        "by the sea 17/07/2013 | Production | Norway/Sweden "
    )
    page = (
        "Norway 403 articles available in total starting from 02/12/2002. Last article published on 17/07/2013. "
        + item.format("Ida Holm", "Salt Hill")
        + item.format("Per Lund", "Hares")
        + item.format("Liv Vale", "Grey Bay")
        + "Privacy Policy"
    )
    (reading,) = read_all([Document("page", page)])
    made = {(claim.subject.name, claim.object.name) for claim in reading.claims if claim.predicate == "directed"}  # type: ignore[union-attr]
    assert made == {("Ida Holm", "Salt Hill"), ("Per Lund", "Hares"), ("Liv Vale", "Grey Bay")}
