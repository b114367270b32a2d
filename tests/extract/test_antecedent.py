"""Antecedents: of whom the trivia of a release tell."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_document

_PAGE = """Cinema releases on May 5: all the new films

The Blue Hour by Ida Holm

With Per Lund, Eva Berg, Nils Dahl…

What is it about ? A nurse comes back to her island.

Did you know ? {trivia}

Night Owls by Tomas Berg

With Kari Moen, Ulf Ness…

What is it about ? Two brothers steal a bus.
"""


def said(trivia: str) -> set[tuple[str, str, str]]:
    reading = read_document(Document("page", _PAGE.format(trivia=trivia)))
    return {
        (claim.subject.name, claim.predicate, getattr(claim.object, "name", ""))
        for claim in reading.claims
        if claim.item == 1 and claim.predicate in ("directed", "starredIn", "photographed", "edited", "composed")
        and claim.rule not in ("cast-line", "title-by")
    } - {("Ida Holm", "directed", "The Blue Hour")}  # fmt: skip


@pytest.mark.parametrize(
    "trivia",
    [
        "The Norwegian had already shot Tideland.",
        "We knew Ida Holm thanks to Tideland.",
        "Three years ago, Ida Holm delivered Tideland.",
        "Ida Holm, whom Tideland revealed, lives by the sea.",
        "Tideland earned Ida Holm a prize.",
        "She was already behind the camera of Tideland.",
    ],
)
def test_an_earlier_film_is_of_the_director_of_whom_the_trivia_tell(trivia: str) -> None:
    assert said(trivia) == {("Ida Holm", "directed", "Tideland")}


@pytest.mark.parametrize(
    "trivia",
    [
        "Per Lund, whom Tideland revealed, lives by the sea.",
        "Tideland earned Per Lund a prize.",
        "Per Lund likes to swim: in Tideland, he was a diver.",
        "Per Lund, already the hero of Tideland, lives by the sea.",
    ],
)
def test_an_earlier_film_starred_the_actor_of_whom_the_trivia_tell(trivia: str) -> None:
    assert said(trivia) == {("Per Lund", "starredIn", "Tideland")}


def test_they_are_the_two_actors_whom_the_sentence_before_names() -> None:
    assert said("Per Lund and Eva Berg are old friends. They had already crossed paths in Tideland.") == {
        ("Per Lund", "starredIn", "Tideland"),
        ("Eva Berg", "starredIn", "Tideland"),
    }


@pytest.mark.parametrize(
    "trivia",
    [
        "Tideland earned Siri Dahl a prize.",
        "Siri Dahl had already delivered Tideland.",
        "She entrusted her dog with the key.",
    ],
)
def test_what_is_said_of_a_stranger_is_of_no_film(trivia: str) -> None:
    assert said(trivia) == set()


def test_a_crew_is_told_in_one_sentence() -> None:
    assert said("The camerawork is by Lars Vik, the editing by Mona Ek and the music by Jon Aas.") == {
        ("Lars Vik", "photographed", "The Blue Hour"),
        ("Mona Ek", "edited", "The Blue Hour"),
        ("Jon Aas", "composed", "The Blue Hour"),
    }
