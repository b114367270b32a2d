"""Deals: buyers and their territories, in whatever order a sentence tells them."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.deals import territory_deals
from kg.extract.facts import End
from kg.extract.news import Sentence


def told(sentence: str) -> set[tuple[str, str]]:
    document = Document("page.txt", sentence + "\n")
    deals = territory_deals(document, Sentence(0, len(sentence)), End(Mention("Film", "Low Water")))
    return {
        (deal.subject.what.name, land.what.name)
        for deal in deals
        for land in [deal.qualifiers.get("territory")]
        if isinstance(deal.subject.what, Mention) and isinstance(land, End) and isinstance(land.what, Mention)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy goes to Sund Film, a young company.",
        "Rights to Italy went to Sund Film.",
        "Earlier on, Italy was taken by Sund Film.",
        "Italy was licensed to Turin’s Sund Film, while talks go on elsewhere.",
        "Sund Film has snagged Italy.",
        "Sund Film has taken Italian rights.",
        "Sund Film, which is based in Turin, sells books and runs a cinema, has picked up Italy.",
        "In Italy the film will be released by Sund Film.",
    ],
)
def test_a_territory_goes_to_its_buyer_in_many_ways(sentence: str) -> None:
    assert told(sentence) == {("Sund Film", "Italy")}


def test_rights_of_two_nations_are_two_territories() -> None:
    assert told("Sund Film has taken Danish and Norwegian rights.") == {
        ("Sund Film", "Denmark"),
        ("Sund Film", "Norway"),
    }


def test_territories_joined_by_a_slash_are_two() -> None:
    assert told("The film was sold to Norway (Fjell), Russia/CIS (Sund Film) and Greece (Weekend).") == {
        ("Fjell", "Norway"),
        ("Sund Film", "Russia"),
        ("Sund Film", "CIS"),
        ("Weekend", "Greece"),
    }


def test_a_country_that_goes_somewhere_is_not_sold() -> None:
    assert told("Italy goes to the polls on Sunday.") == set()
