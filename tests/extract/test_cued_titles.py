"""Titles that the words beside them make certain, and names of firms that go on in small letters."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract.article.cued_titles import cued_titles
from kg.extract.article.foreign_titles import foreign_titles
from kg.extract.article.linked import quoted_titles
from kg.extract.article.second_titles import slashed_titles
from kg.extract.names import fold
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


def foreign(sentence: str) -> frozenset[str]:
    return foreign_titles(Document("page.txt", f"{HEAD}{sentence}\n", metadata=Metadata(kind="article")))


@pytest.mark.parametrize(
    "title", ["Hund i himlen", "Ticho v Tatrách", "Zima stulecia", "Vuur en vlam", "Ghiaccio sottile"]
)
def test_a_name_that_goes_on_in_foreign_words_is_a_title(title: str) -> None:
    assert foreign(f"Regulars will be able to see {title} from November.") == {fold(title)}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is produced by Novi breg and sold abroad.",  # a firm
        "The Oslo estate was sold, and Berlin regulars came.",  # English
        "Els van der Berg and Leonardo da Costa spoke.",  # people
        "She met a Kinder unter Tage fan.",  # behind an English article
    ],
)
def test_firms_people_and_english_words_are_no_foreign_titles(sentence: str) -> None:
    assert foreign(sentence) == frozenset()


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Another title on the Lido is “Steklo”.", "steklo"),
        ("“Unter Wasser atmen” follows a coach.", "unter wasser atmen"),
        ("„Havn“ drew 22,000 viewers.", "havn"),
        ("Critics liked « Nuit blanche à Namur ».", "nuit blanche à namur"),
        ("Her co-star in “Broer” was there, and the sequel to “Broer” too.", "broer"),
    ],
)
def test_what_stands_in_quotation_marks_is_a_title(sentence: str, title: str) -> None:
    assert quoted_titles(Document("page.txt", f"{HEAD}{sentence}\n")) == {title}


@pytest.mark.parametrize(
    "sentence",
    [
        "Albert “Bones” Tillman played the trombone.",
        "“We wanted to go home,” said Ida Holm.",
        "It was a “modest” start.",
    ],
)
def test_nicknames_speech_and_irony_are_no_titles(sentence: str) -> None:
    assert quoted_titles(Document("page.txt", f"{HEAD}{sentence}\n")) == frozenset()
