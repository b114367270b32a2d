"""Press releases that print their films' titles in capitals, and sentences that a title opens."""

from __future__ import annotations

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = "Sund World Sales closes the market with more than 30 deals\n\nOslo, 19 February 2013. It was a busy market.\n\n"
TEXT = HEAD + (
    "Ida Holm's black comedy THE LAST HERRING, with Jo Berg in the title role, was picked up by Vela in Germany. The "
    "film also went to Poland (Kino Lipa) and Switzerland (Limmat). A deal for Japan is close to completion.\n\n"
    "THE SUMMER WE SPOKE GREEK, the crowd-pleaser by Ana Roth, was sold to Italy (Aurora), Spain (Abierto) and to "
    "Benelux (Lumen). Conversations with several French buyers are at an advanced stage, as we heard.\n"
)


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    (reading,) = read_all([Document("pages/page.txt", text, metadata=Metadata(kind="article"))])
    return {(c.subject.name, c.object.name) for c in reading.claims if c.predicate == predicate}


def test_a_title_in_capitals_is_one() -> None:
    assert ("Ana Roth", "THE SUMMER WE SPOKE GREEK") in told(TEXT, "directed")


def test_deals_are_of_the_film_that_opens_their_sentence() -> None:
    sold = {film for firm, film in told(TEXT, "distributed") if firm in ("Aurora", "Abierto", "Lumen")}
    assert sold == {"THE SUMMER WE SPOKE GREEK"}


def test_deals_before_are_of_the_film_before() -> None:
    sold = {film for firm, film in told(TEXT, "distributed") if firm in ("Vela", "Kino Lipa", "Limmat")}
    assert sold == {"THE LAST HERRING"}


def test_the_seller_of_the_headline_sells_them() -> None:
    assert ("Sund World Sales", "THE LAST HERRING") in told(TEXT, "sold")


def test_a_region_is_a_territory() -> None:
    (reading,) = read_all([Document("pages/page.txt", TEXT, metadata=Metadata(kind="article"))])
    lumen = [c for c in reading.claims if c.subject.name == "Lumen" and c.predicate == "distributed"]
    assert [claim.qualifiers["territory"] for claim in lumen] == ["Benelux"]


def test_one_shouted_name_is_no_title() -> None:
    text = HEAD + "The company signed the papers in the market hall at noon with GREAT NORTHERN, and went for lunch.\n"
    assert told(text, "directed") == set()
