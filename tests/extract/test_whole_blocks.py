"""Blocks of fields are one record each, in whatever order their lines stand and whatever stands above them."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = "Projects at the forum\n\nThe forum on the lake has chosen its projects for this year, as it told the press.\n\n"


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    (reading,) = read_all([Document("pages/blocks.txt", text, metadata=Metadata(kind="article"))])
    return {
        (claim.subject.name, getattr(claim.object, "name", None) or claim.object.value)  # type: ignore[union-attr]
        for claim in reading.claims
        if claim.predicate == predicate
    }


ANY_ORDER = HEAD + (
    "Director: Ida Holm\nProduction companies: Sund Film (Norway)\nTitle: Low Water\nCountry: Norway, Latvia\n\n"
    "Director: Jo Berg\nProduction companies: Lux Pictures (Spain)\nTitle: Open Road\nCountry: Spain\n"
)
HEADED = HEAD + (
    "Lavvann / Low Water\n\nNorway – Latvia, 95 min.\n\nFiction / in post-production\n\n"
    "Director & Screenplay: Ida Holm\nProducer: Ana Roth (Sund Film, NO)\n"
    "Co-Producer: Jo Vale (Lux Pictures, LV)\nSupport: Lake Fund\n\n"
    "A nurse comes home to a valley that is soon to be a lake, and nobody there will speak of it to her.\n\n"
    "Open Road\n\nSpain\n\nDirector: Jo Berg\nProduction: Sol Films\n"
)


def test_a_title_may_come_last() -> None:
    assert told(ANY_ORDER, "directed") == {("Ida Holm", "Low Water"), ("Jo Berg", "Open Road")}


def test_companies_above_the_title_are_its_own() -> None:
    assert told(ANY_ORDER, "produced") == {("Sund Film", "Low Water"), ("Lux Pictures", "Open Road")}


def test_the_line_above_a_head_of_countries_is_the_title() -> None:
    assert told(HEADED, "directed") == {("Ida Holm", "Lavvann"), ("Jo Berg", "Open Road")}


def test_a_title_behind_a_slash_is_another_of_the_same_film() -> None:
    assert told(HEADED, "alsoKnownAs") == {("Lavvann", "Low Water")}


def test_a_head_tells_where_its_film_is_from() -> None:
    assert told(HEADED, "countryOfOrigin") == {("Lavvann", "Norway"), ("Lavvann", "Latvia"), ("Open Road", "Spain")}


def test_a_head_tells_at_what_stage_its_film_is() -> None:
    assert told(HEADED, "stage") == {("Lavvann", "post-production")}


def test_a_producer_has_the_company_and_its_country_behind_the_name() -> None:
    assert told(HEADED, "produced") == {("Ana Roth", "Lavvann"), ("Sund Film", "Lavvann"), ("Sol Films", "Open Road")}


def test_one_co_producer_is_one_as_well() -> None:
    assert told(HEADED, "coProduced") == {("Jo Vale", "Lavvann"), ("Lux Pictures", "Lavvann")}


def test_two_fields_in_one_say_both() -> None:
    assert ("Ida Holm", "Lavvann") in told(HEADED, "wrote")


@pytest.mark.parametrize("heading", ["Production information", "Credits", "Technical details:", "Cast and crew"])
def test_the_heading_of_a_block_is_no_title(heading: str) -> None:
    text = f"{HEAD}The film is called Low Water.\n\n{heading}\nDirector: Ida Holm\nProducer: Sund Film\n"
    assert ("Ida Holm", heading.strip(":")) not in told(text, "directed")


def test_an_original_title_is_another_title_of_the_film_above() -> None:
    text = f"{HEAD}Low Water\nOriginal title: Lavvann\nDirector: Ida Holm\nProduction: Sund Film\n"
    assert told(text, "alsoKnownAs") == {("Low Water", "Lavvann")}


def test_a_country_behind_a_distributor_is_where_it_brings_the_film_out() -> None:
    text = f"{HEAD}Low Water\nDirector: Ida Holm\nProduction: Sund Film\nDistribution: Vela (Norway), Lux (UK)\n"
    (reading,) = read_all([Document("pages/blocks.txt", text, metadata=Metadata(kind="article"))])
    found = {
        (claim.subject.name, claim.qualifiers.get("territory"))
        for claim in reading.claims
        if claim.predicate == "distributed"
    }
    assert found == {("Vela", "Norway"), ("Lux", "United Kingdom")}
