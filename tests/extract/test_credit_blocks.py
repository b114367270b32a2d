"""Blocks of credits at the end of an article, and what stands between them and their film."""

from __future__ import annotations

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known

PROSE = (
    "PRODUCTION: Danish newcomer films by the sea\n\n"
    "Cameras have started rolling on Low Tide, a feature drama that is being shot on the coast of Jutland.\n\n"
    "Behind the camera is Jonas Falk, who won praise for his work on Ida Lind's Manhunt.\n\n"
)


def told(text: str) -> set[str]:
    reading = read_article(Document("pages/x.txt", text), Known())
    return {
        f"{claim.subject.name} {claim.predicate} {what.name if isinstance(what, Mention) else what.value}"
        for claim in reading.claims
        for what in [claim.object]
        if isinstance(claim.subject, Mention) and isinstance(what, (Mention, Value))
    }


def test_a_dash_divides_a_field_as_a_colon_does() -> None:
    assert "Ida Holm directed Low Tide" in told(f"{PROSE}Director - Ida Holm\nProduction company - Falkfilm\n")


def test_a_block_right_below_prose_is_about_the_articles_film() -> None:
    assert "Falkfilm produced Low Tide" in told(f"{PROSE}Director: Ida Holm\nProduction company: Falkfilm\n")


def test_a_country_and_a_year_above_the_fields_are_no_title() -> None:
    said = told(f"{PROSE}Denmark, 2017\nDirector: Ida Holm\n104 min.\n")
    assert not any("Denmark, 2017" in claim for claim in said)


def test_actors_listed_behind_among_them_are_the_films() -> None:
    opening = PROSE.split("Behind the camera", maxsplit=1)[0]
    said = told(f"{opening}It has attracted a host of known actors, among them Rosa Lind and Mads Krag.\n")
    assert "Rosa Lind starredIn Low Tide" in said
