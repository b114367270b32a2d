"""Grants told in prose, one after the other: whose film got them, and who makes it."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "Fund backs nine projects\n\n12/05/2019\n\nThe regional film fund has announced its latest grants, which go to "
    "nine projects by directors from four countries.\n\n"
)
GRANTS = (
    ("The Sund Film co-production Low Water from Danish director Per Lind received €900,000.",
     "Sund Film produced Low Water"),
    ("Grants went to Salt Hill, as did Low Water from Danish director Per Lind, a Sund Film co-production.",
     "Per Lind directed Low Water"),
    ("Dark Harbour received €2.1m for their film Low Water from Danish director Per Lind.",
     "Dark Harbour produced Low Water"),
    ("The animated film Low Water from Per Lind received €1.7m for the Sund Productions outfit.",
     "Sund Productions produced Low Water"),
    ("Low Water, from the director of the hit Salt Hill, Per Lind, has received €60,000.",
     "Per Lind directed Salt Hill"),
    ("Others are Denmark’s Per Lind for Low Water, a co-production between Denmark and Spain (€118,000).",
     "Low Water countryOfOrigin Spain"),
    ("Per Lind and Liv Vale have received €350,000 and €400,000 for Low Water and Salt Hill, respectively.",
     "Liv Vale directed Salt Hill"),
    ("The films are Low Water, a Danish coproduction with Norway and Poland; and Salt Hill.",
     "Low Water countryOfOrigin Poland"),
    ("Support goes to Low Water from Danish director Per Lind and Don’t Look Up There from Frenchman Jean Sorel.",
     "Jean Sorel directed Don’t Look Up There"),
    ("Sund Sales has sold Per Lind’s Low Water to the UK’s Vela Releasing.", "Vela Releasing distributed Low Water"),
    ("Oscar Dulac’s Low Water has received €60,000.", "Oscar Dulac directed Low Water"),
)  # fmt: skip
LISTED = (
    "• Anna Holm Low Water (Spain/France)\n• Per Erik Lind Back to the Quay (Denmark/Sweden)\n"
    "• Maria von Horn The Little Sailmaker (Denmark/Poland/Sweden)\n• Karl Berg All That Snow (Germany/Cyprus)\n"
)


def told(text: str) -> set[str]:
    """Give the claims of an article as words."""
    (reading,) = read_all([Document("page", HEAD + text + "\n", metadata=Metadata(kind="article"))])
    return {f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}" for claim in reading.claims}


@pytest.mark.parametrize(("text", "fact"), GRANTS, ids=[fact for _, fact in GRANTS])
def test_a_grant_tells(text: str, fact: str) -> None:
    assert fact in told(text)


def test_the_next_film_of_a_sentence_is_not_made_by_whom_the_former_is() -> None:
    said = told("Grants went to Salt Hill, as did Low Water from Danish director Per Lind, a Sund Film co-production.")
    assert "Per Lind directed Salt Hill" not in said


@pytest.mark.parametrize(
    "fact",
    ["Per Erik Lind directed Back to the Quay", "Maria von Horn directed The Little Sailmaker",
     "Low Water countryOfOrigin France"],
)  # fmt: skip
def test_a_list_without_marks_is_cut_behind_its_names(fact: str) -> None:
    assert fact in told(LISTED)


def test_a_jury_is_no_list_of_films() -> None:
    jury = "Karl Erik Berg (Norway)\nAnna Maria Holm (Sweden)\nJean Paul Marin (France)\nJuan Carlos Vega (Spain)\n"
    assert not any(" directed " in fact for fact in told(jury))


def test_links_that_are_never_closed_hide_no_sentence() -> None:
    text = (
        "Low Water [+see also:\nfilm review\ntrailer\nfilm profile\n from Danish director Per Lind received €900,000, "
        "as did Salt Hill [+see also:\nfilm profile\n from Norwegian director Liv Vale, a Sund Film co-production."
    )
    assert "Liv Vale directed Salt Hill" in told(text)


@pytest.mark.parametrize("fact", ["Per Lind directed Low Water", "Sund Film produced Low Water"])
def test_a_record_begins_with_its_title(fact: str) -> None:
    page = "Low Water\nDirected by: Per Lind\nWritten by: Liv Vale\nProduced by: Sund Film\nCast: Jo Berg, Eva Marin\n"
    (reading,) = read_all([Document("page", page)])
    said = {f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}" for claim in reading.claims}
    assert fact in said


def test_countries_between_bars_are_those_of_the_record() -> None:
    page = "Premieres\n\nLow Water\nPremiere | Spain | 2017 | Comedy | 115 min\nDirected by: Per Lind\nCast: Jo Berg\n"
    (reading,) = read_all([Document("page", page, metadata=Metadata(kind="article"))])
    said = {f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}" for claim in reading.claims}
    assert "Low Water countryOfOrigin Spain" in said


@pytest.mark.parametrize("name", ["Per Lind", "Vela Studio"])
def test_producers_through_their_firms_are_told_apart(name: str) -> None:
    page = (
        '"Low Water" (Denmark, Spain)\nDirected by Liv Vale (Denmark)\n'
        "Produced by Sund Film in coproduction with Per Lind through Spain’s Vela Studio and Eva Marin through "
        "Belgium’s Quai Nord\n"
    )
    assert f"{name} coProduced Low Water" in told(page)
