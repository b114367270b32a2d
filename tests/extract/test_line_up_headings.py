"""Headings above the films of a line-up: which of them are sections, and which say how new a film is."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "Sarajevo unveils competition line-up\n\n18 July 2024\n\nThe Sarajevo Film Festival has announced its titles.\n\n"
)
FILMS = "Low Water – Ida Holm (Norway)\n\nSalt – Goran Stanić (Serbia)\n\nOpen Road – Xoán Pardo (Spain)"


def sections(headings: str) -> set[str | None]:
    text = f"{HEAD}{headings}\n\n{FILMS}\n"
    (reading,) = read_all([Document("pages/line-up.txt", text, metadata=Metadata(kind="article"))])
    return {
        dict(claim.qualifiers).get("section")  # type: ignore[misc]
        for claim in reading.claims
        if claim.predicate == "screenedAt" and claim.subject.name == "Salt"
    }


@pytest.mark.parametrize("heading", ["World premieres", "Regional premieres", "European Premieres (3)"])
def test_how_new_films_are_is_no_section(heading: str) -> None:
    assert sections(heading) == {None}


def test_the_section_stands_above_how_new_they_are() -> None:
    assert sections("Sarajevo 2024 competition – documentary\n\nWorld premieres") == {"Documentary competition"}


def test_a_line_that_ends_with_a_colon_names_the_section() -> None:
    assert sections("The full line-up of the International Competition is as follows:") == {"International Competition"}
