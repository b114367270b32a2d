"""Titles in headlines that only the text below tells to be some; casts and brackets of other kinds."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

BODY = (
    "Shooting is drawing to a close in the Ardennes on Solveig et Marc, the first feature by Ida Holm, with Jo Berg in "
    "the lead. The crew has had sun for three weeks, and rain for one, which was more than anybody had hoped for.\n\n"
    "Produced by Sund Film, Solveig et Marc has been granted support by the Lake Fund, and will be out next winter. "
    "The story came from a newspaper, as the director told the press, who were on the boat for a day and saw the lock "
    "being filled, slowly, which takes twenty minutes.\n"
)


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    (reading,) = read_all([Document("pages/page.txt", text, metadata=Metadata(kind="article"))])
    return {(c.subject.name, c.object.name) for c in reading.claims if c.predicate == predicate}


def test_what_stands_before_a_colon_is_the_film_of_which_the_text_tells() -> None:
    assert ("Ida Holm", "Solveig et Marc") in told(
        f"Solveig et Marc: an actress among lock-keepers\n\n{BODY}", "directed"
    )


def test_a_place_before_on_is_no_part_of_that_film() -> None:
    found = told(f"Solveig et Marc: an actress among lock-keepers\n\n{BODY}", "produced")
    assert ("Sund Film", "Solveig et Marc") in found


@pytest.mark.parametrize("label", ["Norway", "Sund Film", "Ida Holm"])
def test_a_label_before_a_colon_is_no_film(label: str) -> None:
    assert not any(film == label for _, film in told(f"{label}: an actress among lock-keepers\n\n{BODY}", "directed"))


@pytest.mark.parametrize(("opened", "closed"), ["()", "[]"])
def test_names_with_brackets_in_a_sentence_on_a_cast_are_people(opened: str, closed: str) -> None:
    text = (
        "A week at the sea\n\n“Low Water” is directed by Ida Holm, who grew up there.\n\nThe cast is led by Ánte "
        f"Guttorm {opened}“The Notary”{closed} and Uxía Lema {opened}“Blind Tide”{closed}.\n"
    )
    assert ("Ánte Guttorm", "Guttorm") not in told(text, "starredIn")
    assert not any(film in ("Ánte Guttorm", "Uxía Lema") for _, film in told(text, "starredIn"))


def test_square_brackets_are_shown_as_they_are_printed() -> None:
    text = "A week at the sea\n\nIda Holm’s Low Water stars Jo Berg [The Notary], Ana Roth [Blind Tide] and Liv Vale.\n"
    (reading,) = read_all([Document("pages/page.txt", text, metadata=Metadata(kind="article"))])
    assert all(reading.document.holds(span) for claim in reading.claims for span in claim.spans)
    assert reading.document.text == text
