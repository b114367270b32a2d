"""What a page marks itself: linked and quoted titles, the tag above an article, given names, parentheses."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.article.lines import article_lines
from kg.extract.article.linked import linked_people, linked_titles, quoted_titles
from kg.extract.article.pagetag import page_tag
from kg.extract.names import Known
from kg.extract.news import Sentence
from kg.extract.parenthesis import read_without
from kg.extract.slot.given import is_given_name

LINKS = "[+see also:\nfilm review\ntrailer\ninterview: Orla Brandvik\nfilm profile\n]"


def document(text: str) -> Document:
    return Document("pages/a.txt", text)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("The festival opens with The Salt Ladder ", "the salt ladder"),
        ("It was shot by Orla Brandvik’s team for Orla Brandvik’s Nine Winters ", "nine winters"),
        ("Four are in the race. In Glass Harbour ", "glass harbour"),
        ("The saga goes on in Tusk & Tallow: The Lower Kingdom ", "tusk & tallow: the lower kingdom"),
        ("Also out is 4112 ", "4112"),
    ],
)
def test_a_title_ends_where_its_links_begin(before: str, title: str) -> None:
    assert linked_titles(document(before + LINKS)) == {title}


def test_two_titles_joined_by_and_are_left_alone() -> None:
    assert linked_titles(document("It left behind Cobalt and Marrow " + LINKS)) == set()


def test_links_to_an_interview_name_somebody() -> None:
    assert linked_people(document("Nine Winters " + LINKS)) == {"orla brandvik"}


def test_a_quoted_phrase_with_capitals_is_a_title() -> None:
    assert quoted_titles(document("The firm sold “The Salt Ladder,” a drama.")) == {"the salt ladder"}


def test_what_somebody_said_is_no_title() -> None:
    assert quoted_titles(document("“We are very happy with it,” she said.")) == set()


def test_a_translation_in_brackets_is_no_title_of_its_own() -> None:
    assert quoted_titles(document("Scala di sale (“The Salt Ladder”) is in the can.")) == set()


def tag_of(text: str):
    page = document(text)
    return page_tag(page, article_lines(page)[1])


def test_the_tag_of_a_production_gives_its_countries_in_order() -> None:
    tag = tag_of("PRODUCTION / FUNDING Greece/Cyprus/Bulgaria\n\nCameras roll\n")
    assert tag is not None
    assert [place.what.name for place in tag.countries] == ["Greece", "Cyprus", "Bulgaria"]


def test_one_country_alone_may_be_where_the_news_is() -> None:
    tag = tag_of("PRODUCTION Belgium\n\nA busy summer\n")
    assert tag is not None
    assert not tag.is_origin


def test_a_headline_in_capitals_is_no_tag() -> None:
    assert tag_of("THE LAST FERRY\n\nA film about a river.\n") is None


@pytest.mark.parametrize("name", ["Ève", "eve", "Jean-Pierre", "ANNA-MARIA", "Søren"])
def test_given_names_are_known_in_any_spelling(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize("word", ["Harbour", "The", "Winter"])
def test_other_words_are_no_given_names(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize(
    "text",
    [
        "Orla Brandvik – whose last film was shown in Ghent – is shooting Glass Harbour.",
        "Orla Brandvik (Nine Winters) is shooting Glass Harbour.",
        "Orla Brandvik, who made the series Tar, is shooting Glass Harbour.",
    ],
)
def test_a_sentence_is_read_over_its_parenthesis(text: str) -> None:
    page = document(text)
    found = read_without(page, Sentence(0, len(text)), Known(), "article", "teaser", "works")
    assert ("Orla Brandvik", "directed", "Glass Harbour") in {
        (getattr(f.subject.what, "name", ""), f.predicate, getattr(f.object.what, "name", "")) for f in found
    }


def test_a_sentence_without_one_is_not_read_again() -> None:
    text = "Orla Brandvik is shooting Glass Harbour."
    assert read_without(document(text), Sentence(0, len(text)), Known(), "article", "teaser", "works") == []
