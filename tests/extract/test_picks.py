"""Picks: round-ups that count their films, with platforms or distributors in brackets, and headings turned round."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_all

PAGE = """What to watch this weekend: two new films and a series

Our editors choose what is new in cinemas and at home this week.

1. Salt Hill (series, 8 x 50', Arte)
A body on the mudflats: you have been here before. Directed by Per Lind and produced by Studio Kern.

2. Grey Bay (MUBI)
A Romanian road movie, and as dry as they come. Director Liv Vale sends her hero, the magnificent Ola Berg, away.

3. Low Water (Tarn Film)
Ida Holm carries it from the first minute to the last, through snow and rain and a very long night.
"""


def told(text: str) -> set[tuple[int, str]]:
    (reading,) = read_all([Document("page", text)])
    return {
        (claim.item or 0, f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', claim.object)}")
        for claim in reading.claims
    }


@pytest.mark.parametrize(
    "fact",
    [
        (1, "Per Lind directed Salt Hill"),
        (1, "Studio Kern produced Salt Hill"),
        (2, "Grey Bay countryOfOrigin Romania"),
        (2, "Liv Vale directed Grey Bay"),
        (2, "Ola Berg starredIn Grey Bay"),
        (3, "Tarn Film distributed Low Water"),
        (3, "Ida Holm starredIn Low Water"),
    ],
    ids=str,
)
def test_a_counted_film_is_read_with_its_paragraph(fact: tuple[int, str]) -> None:
    assert fact in told(PAGE)


def test_a_platform_distributes_nothing() -> None:
    assert not any("MUBI" in fact or "Arte" in fact for _, fact in told(PAGE))


def test_a_heading_that_says_series_names_one() -> None:
    (reading,) = read_all([Document("page", PAGE)])
    assert {claim.subject.type for claim in reading.claims if claim.subject.name == "Salt Hill"} == {"Series"}


def _release(heading: str, trivia: str = "The donkey is called Ole.", cast: str = "With Ana Roth, Bo Ek…") -> str:
    return (
        "Film releases of November 15\n\nDiscover the films of the week behind the scenes.\n\n"
        f"{heading}\n{cast}\nWhat is it about? A man goes home.\nDid you know? {trivia}\n"
        "Grey Bay by Liv Vale\nWith Ola Berg, Eva Lind…\nWhat is it about? A woman leaves.\nDid you know? It rained.\n"
    )


def test_a_name_turned_round_with_as_directed_the_title() -> None:
    assert (1, "Per Lind directed Salt Hill") in told(_release("Per Lind as Salt Hill"))


def test_a_given_name_that_owns_within_a_title_directed_nothing() -> None:
    assert not any("directed Tears" in fact or "Hanna directed" in fact for _, fact in told(_release("Hanna’s Tears")))


def test_a_cast_over_two_lines_is_one() -> None:
    page = _release("Salt Hill by Per Lind", cast="With Ana Roth, Bo Ek,\nIda Holm…")
    assert (1, "Ida Holm starredIn Salt Hill") in told(page)


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("Salt Hill is a co-production between Norway and Sweden.", "Salt Hill countryOfOrigin Sweden"),
        ("Ana Roth and Bo Ek had already shared the bill of the British thriller Hares.", "Bo Ek starredIn Hares"),
        ("It is the third time that Per Lind directs Bo Ek, after Hares and Moss.", "Bo Ek starredIn Moss"),
        ("The scenario is again signed Jo Vale.", "Jo Vale wrote Salt Hill"),
    ],
)
def test_trivia_tell_who_worked_with_whom(trivia: str, fact: str) -> None:
    assert (1, fact) in told(_release("Salt Hill by Per Lind", trivia))
