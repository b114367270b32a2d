"""Titles that the words beside them make certain, and names of firms that go on in small letters."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract.article.cued_titles import cued_titles
from kg.extract.article.second_titles import slashed_titles
from tests.extract.telling import pairs_of

HEAD = "A week of news from the film trade\n\nThe week began quietly, as it often does in May.\n\n"


def of(sentence: str) -> frozenset[str]:
    return cued_titles(Document("page.txt", f"{HEAD}{sentence}\n", metadata=Metadata(kind="article")))


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The Long Tide tells the story of a nurse.", "the long tide"),
        ("Estuary, directed by Ida Holm, opens on Friday.", "estuary"),
        ("The Ninth Hour is set in Oslo.", "the ninth hour"),
        ("Forum title Estuary sold to Benelux (Zaal Vier) and Poland (Sund Film).", "estuary"),
        ("The Long Tide had its world premiere in Oslo.", "the long tide"),
    ],
)
def test_what_stands_behind_a_title_tells_that_it_is_one(sentence: str, title: str) -> None:
    assert of(sentence) == {title}


@pytest.mark.parametrize(
    "sentence",
    [
        "In Estuary, Ida Holm tells the story of a nurse.",
        "Hrefna Holm tells the story of a nurse.",
        "The film tells the story of a nurse.",
        "It was a co-production with Latvia’s Sund, directed by Ida Holm.",
        "Sund Film was sold to Norway (Lux Group).",
        "Shooting is set in Oslo.",
    ],
)
def test_what_is_somebodys_or_nobodys_name_is_no_title(sentence: str) -> None:
    assert of(sentence) == frozenset()


SLASHED = (
    "The films in production included: Half a House / Pol hiše directed by Luka Sever and produced by Gnezdo in "
    "coproduction with Croatia’s Plava soba and Serbia’s Kamerni film, Swarm / Roj directed by Ida Holm and produced "
    "by Studio Kern."
)


def test_a_title_with_a_second_one_and_its_director_is_certain() -> None:
    assert slashed_titles(Document("page.txt", f"{HEAD}{SLASHED}\n")) == {"half a house", "swarm"}


def test_a_title_in_a_list_is_no_partner_of_the_film_before() -> None:
    assert pairs_of(f"{HEAD}{SLASHED}\n", "coProduced") == {
        ("Plava soba", "Half a House"), ("Kamerni film", "Half a House"),
    }  # fmt: skip


@pytest.mark.parametrize("firm", ["Novi breg", "Plavi voz", "Haus am Kai", "Rogue op Zee"])
def test_a_foreign_firm_goes_on_in_small_letters(firm: str) -> None:
    text = f"{HEAD}Estuary, a drama by Ida Holm, is produced by Ljubljana-based outfit {firm}.\n"
    assert pairs_of(text, "produced") == {(firm, "Estuary")}


def test_an_english_word_behind_a_firm_is_not_its_name() -> None:
    text = f"{HEAD}Estuary, a drama by Ida Holm, is produced by Novi abroad.\n"
    assert pairs_of(text, "produced") == {("Novi", "Estuary")}


def test_a_quotation_does_not_reach_over_a_bracket_behind_it() -> None:
    text = f"{HEAD}Ida Holm’s “Estuary” (288,000) and the documentary “Laks” (71,500) did well.\n"
    assert {title for _, title in pairs_of(text, "directed")} <= {"Estuary", "Laks"}
