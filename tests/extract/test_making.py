"""Who a headline begins with makes the film that it ends in, whatever the words for the stage between."""

from __future__ import annotations

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract.listing.making import stage_of
from kg.extract.listing.page import EXTRACTOR
from kg.extract.names import Known


def told(
    headline: str, teaser: str = "The drama looks back at a summer.", tag: str = "Production | Denmark"
) -> set[str]:
    page = (
        "Denmark\n\n16 articles available in total. Last article published on 05/02/2026.\n\n"
        f"{headline}\n\n{headline}\n\n{teaser}\n\n02/06/2021 | {tag}\n"
    )
    reading = EXTRACTOR.read(Document("pages/x.txt", page), Known(), 1.0)
    return {
        f"{claim.subject.name} {claim.predicate} {what.name if isinstance(what, Mention) else what.value}"
        for claim in reading.claims
        for what in [claim.object]
        if isinstance(claim.subject, Mention) and isinstance(what, (Mention, Value))
    }


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("is at last shooting", "shooting"),
        ("applying the finishing touches to", "post-production"),
        ("finishes her genre-tinged flick", "post-production"),
        ("wrapping shooting on", "wrapped"),
        ("all set to shoot", "pre-production"),
        ("is writing the screenplay of", "development"),
        ("talks about her first feature", None),
    ],
)
def test_words_tell_a_stage(words: str, stage: str | None) -> None:
    assert stage_of(words.split()) == stage


@pytest.mark.parametrize(
    "between", ["is at last shooting", "returns to the cutting room, editing", "finishes her dark flick"]
)
def test_who_the_headline_begins_with_directs(between: str) -> None:
    assert "Ida Holm directed Low Tide" in told(f"Ida Holm {between} Low Tide")


def test_a_nation_before_what_the_film_is_begins_no_title() -> None:
    assert "Ida Holm directed Low Tide" in told("Ida Holm is busily finishing her Danish thriller Low Tide")


def test_whoever_a_teaser_calls_an_actress_does_not_direct() -> None:
    assert "Ida Holm starredIn Low Tide" in told("Ida Holm is at last shooting Low Tide", "The actress plays a nun.")


def test_news_of_awards_is_none_of_the_making() -> None:
    assert not told("Ida Holm is at last shooting Low Tide", tag="Awards | Denmark") & {"Ida Holm directed Low Tide"}


def test_a_teaser_tells_the_director_of_a_shoot() -> None:
    said = told("Absurd comedy Low Tide moves into post-production", "Danish director-writer Ida Holm toys with fate.")
    assert "Ida Holm directed Low Tide" in said


def test_a_film_without_a_title_has_none() -> None:
    assert not any("next feature" in claim for claim in told("Falkfilm to produce Ida Holm’s next feature"))


def test_what_a_film_is_called_ends_its_title() -> None:
    assert "Ida Holm directed Low Tide" in told("Filming has wrapped on Low Tide, the new thriller by Ida Holm")


def test_a_pun_behind_a_title_heads_a_review_at_a_festival() -> None:
    teaser = "Danish director Ida Holm tackles thorny topics in her third feature"
    assert "Ida Holm directed Low Tide" in told("Low Tide: The sea never sleeps", teaser, "Cannes 2017 | Competition")


def test_whom_a_country_sends_to_the_oscars_is_no_part_of_the_title() -> None:
    said = told(
        "Denmark submits Low Tide to the Oscars", "Ida Holm’s drama represents the country.", "Oscars 2024 | Denmark"
    )
    assert "Ida Holm directed Low Tide" in said
