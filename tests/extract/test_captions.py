"""Captions, and marks that pages print in other ways than most."""

from __future__ import annotations

from kg.document import Document, Metadata
from kg.extract import read_all


def told(text: str) -> set[tuple[str, str, str]]:
    (reading,) = read_all([Document("pages/news.txt", f"{text}\n", metadata=Metadata(kind="article"))])
    return {
        (claim.subject.name, claim.predicate, claim.object.name)  # type: ignore[union-attr]
        for claim in reading.claims
        if claim.predicate in ("directed", "produced", "starredIn", "describedIn")
    }


BODY = (
    "OSLO: Norwegian director Ida Holm is in postproduction with Silt / Slam, a drama set on the coast.\n\n"
    "The producer is Jo Berg of Sund Film, and the premiere is planned for the autumn of next year."
)


def test_a_caption_printed_twice_names_the_film() -> None:
    page = f"PRODUCTION: Ida Holm in Postproduction\n\nSilt by Ida Holm Silt by Ida Holm, photo: Sund Film\n\n{BODY}"
    assert {film for _, predicate, film in told(page) if predicate == "directed"} == {"Silt"}


def test_a_possessive_inside_quotation_marks_is_no_part_of_the_title() -> None:
    page = (
        "‘The Slow Boat’s’ Production Company Unveils Slate\n\nIda Holm directed “The Slow Boat” for Sund Film in 2019."
    )
    assert not any("Boat’s" in name for fact in told(page) for name in fact)


def test_a_backtick_owns_as_an_apostrophe_does() -> None:
    page = "Fund backs films\n\nThe list is headed by Ida Holm`s “Dry Dock”, produced by Sund Film."
    assert ("Ida Holm", "directed", "Dry Dock") in told(page)


def test_a_double_surname_is_written_out() -> None:
    page = "Ida Vale Prado shoots\n\nIda Vale Prado is shooting “Low Water”. Vale Prado also directed “Salt” and “Mud”."
    assert ("Ida Vale Prado", "directed", "Salt") in told(page)


def test_who_directed_a_film_tells_which_one_a_sentence_is_about() -> None:
    page = (
        "Young firm unveils its slate\n\nThe firm came with Ida Vale do Prado’s “Low Water” and Jo Berg’s “Salt.”\n\n"
        "Vale do Prado’s debut feature stars Per Lund and Liv Holm."
    )
    assert ("Per Lund", "starredIn", "Low Water") in told(page)
