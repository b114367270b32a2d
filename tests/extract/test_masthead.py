"""Where an article's headline stands below what a saved page prints above it."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.article.masthead import headline_index

HEADLINE = "Ida Holm is shooting Low Water"
BODY = "The drama by Ida Holm has begun shooting in Oslo, where the crew will stay for a month."


def headline_of(*above: str, below: tuple[str, ...] = (BODY,)) -> str:
    document = Document("page.txt", "\n".join([*above, HEADLINE, *below]))
    lines = [(number, *document.line_span(number)) for number in range(1, document.line_count + 1)]
    _, first, last = lines[headline_index(document, lines)]
    return document.text[first:last].strip()


def test_a_page_may_begin_with_its_headline() -> None:
    assert headline_of() == HEADLINE


@pytest.mark.parametrize(
    "menu",
    [
        "Home > News > Production",
        "News | Interviews | Reviews | Country Focus | Newsletter",
        "News  Reviews  Features  Festivals  Box office  Awards  Magazine  Jobs",
        "Region • Country • Podcast • Grants",
    ],
)
def test_a_menu_is_no_headline(menu: str) -> None:
    assert headline_of(menu) == HEADLINE


def test_a_menu_may_stand_one_section_a_line() -> None:
    assert headline_of("Feature Films Database", "Directors", "Producers", "Companies", "Sales", "Search") == HEADLINE


def test_a_kicker_in_capitals_is_no_headline() -> None:
    assert headline_of("PRODUCERS TO WATCH 2023 SPECIAL") == HEADLINE


def test_a_day_is_no_headline() -> None:
    assert headline_of("12-09-2024") == HEADLINE


def test_what_is_printed_again_below_the_picture_is_the_headline() -> None:
    assert headline_of("A word from our partners at the lake", below=("by", HEADLINE, BODY)) == HEADLINE


def test_a_line_that_ends_in_the_sites_languages_is_no_headline() -> None:
    assert headline_of("News Support Festivals About us LV | EN") == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        "Lake Film Foundation",
        "You will be taken back to your article shortly",
        "News from: Region - Norway - Estonia - Iceland - Latvia",
        "Plus Icon Click to expand the Mega Menu",
        "Festival Programme Tickets Industry Press Contact",
        "Choose your language en | no | fr | it",
    ],
)
def test_what_the_text_below_says_nothing_of_is_no_headline(above: str) -> None:
    assert headline_of(above, "12-09-2024", below=("by", BODY)) == HEADLINE


def test_who_is_in_the_picture_is_no_headline() -> None:
    assert headline_of(below=("Ida Holm (photo: Oslo Film Days)", BODY)) == HEADLINE


def test_a_shortened_copy_tells_which_line_is_the_headline() -> None:
    way = "Home › Film › Ida Holm is shooting..."
    assert headline_of(way, "The drama of Oslo, shooting for a month") == HEADLINE


def test_the_name_of_the_site_is_no_headline() -> None:
    assert headline_of("The Drama Has Begun", below=(BODY, "© The Drama Has Begun")) == HEADLINE
