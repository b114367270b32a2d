"""Identifiers that pages give in JSON-LD: lines below the text, and claims made of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.claim import Value
from kg.document import Document
from kg.extract import read_document
from kg.read.html import read_html
from kg.read.identified import identifier_lines

FILM = {
    "@type": "Movie",
    "name": "Kip",
    "sameAs": ["https://www.imdb.com/title/tt0110598/", "https://example.org/kip"],
    "identifier": {"@type": "PropertyValue", "propertyID": "Wikidata", "value": "Q42"},
    "titleEIDR": "10.5240/EA73-79D7-1B2B-B378-3A73-M",
    "director": [{"@type": "Person", "name": "Ana Ruíz", "sameAs": "http://www.wikidata.org/entity/Q7"}],
    "actor": [{"name": "Bo Lind", "@id": "https://www.imdb.com/name/nm0000123/"}],
    "productionCompany": {
        "@type": "Organization",
        "name": "Nord Film",
        "sameAs": "https://www.imdb.com/company/co0072315",
    },
}
PROSE = "The film festival opened with a premiere for the director and the cast of the feature film. " * 3


def lines(*things: dict[str, Any]) -> list[str]:
    return list(identifier_lines(things))


def text_of(*things: dict[str, Any]) -> str:
    page = f"<!DOCTYPE html><p>{PROSE}</p>" + "".join(
        f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things
    )
    return read_html(page.encode(), "page.html")[0]


def identifiers(document: Document) -> set[tuple[str, str, str]]:
    return {
        (claim.subject.type, claim.subject.name, claim.object.value)
        for claim in read_document(document).claims
        if claim.predicate == "identifier" and isinstance(claim.object, Value)
    }


def test_a_film_and_those_whom_it_names_are_identified() -> None:
    assert lines(FILM) == [
        "Identifiers of Kip (film): imdb:tt0110598, wikidata:Q42, eidr:10.5240/EA73-79D7-1B2B-B378-3A73-M",
        "Identifiers of Ana Ruíz (person): wikidata:Q7",
        "Identifiers of Bo Lind (person): imdb:nm0000123",
        "Identifiers of Nord Film (company): imdb:co0072315",
    ]


def test_a_film_that_an_article_is_about_is_identified() -> None:
    article = {
        "@type": "NewsArticle",
        "about": {"@type": "Movie", "name": "Kip", "sameAs": "https://imdb.com/title/tt0110598"},
    }
    assert lines(article) == ["Identifiers of Kip (film): imdb:tt0110598"]


def test_a_page_about_a_person_identifies_them() -> None:
    person = {"@type": "Person", "name": "Ana Ruíz", "sameAs": "http://www.wikidata.org/entity/Q7"}
    assert lines(person) == ["Identifiers of Ana Ruíz (person): wikidata:Q7"]


def test_publisher_and_author_of_a_page_are_left_out() -> None:
    paper = {"@type": "Organization", "@id": "#p", "name": "Paper", "sameAs": "http://www.wikidata.org/entity/Q9"}
    page = {"@type": "WebPage", "publisher": {"@id": "#p"}, "author": {**paper, "@id": "#q", "name": "Writer"}}
    assert lines(page, paper) == []


def test_an_article_leaves_out_people_beside_it() -> None:
    person = {"@type": "Person", "name": "Writer", "sameAs": "http://www.wikidata.org/entity/Q7"}
    assert lines({"@type": "Article"}, person) == []


def test_a_name_over_several_lines_stays_on_one() -> None:
    film = {"@type": "Movie", "name": "Kip\n(film): imdb:tt0000001\u202e", "sameAs": "tt0110598"}
    assert lines(film) == ["Identifiers of Kip (film): imdb:tt0000001 (film): imdb:tt0110598"]


@pytest.mark.parametrize(
    "odd",
    [{"sameAs": 3}, {"sameAs": [None, {}]}, {"identifier": {"value": 42}}, {"name": ["x"], "sameAs": "tt0110598"}, {}],
)
def test_odd_values_give_nothing(odd: dict[str, Any]) -> None:
    assert lines({"@type": "Movie", "name": "Kip", **odd}) == []


def test_the_lines_make_claims() -> None:
    assert identifiers(Document("a/page.html", text_of(FILM))) >= {
        ("Film", "Kip", "imdb:tt0110598"),
        ("Person", "Ana Ruíz", "wikidata:Q7"),
        ("Company", "Nord Film", "imdb:co0072315"),
    }


def test_a_claim_rests_on_name_and_identifier() -> None:
    document = Document("a/page.html", text_of(FILM))
    claim = next(c for c in read_document(document).claims if c.predicate == "identifier" and c.subject.name == "Kip")
    words = " ".join(span.exact for span in claim.spans)
    assert all(document.holds(span) for span in claim.spans)
    assert "Kip" in words
    assert isinstance(claim.object, Value)
    assert claim.object.value in words


def test_a_persons_identifier_on_a_film_makes_no_claim() -> None:
    document = Document("a/page.html", text_of({**FILM, "sameAs": "https://www.imdb.com/name/nm0000123/"}))
    assert ("Film", "Kip", "imdb:nm0000123") not in identifiers(document)


def test_a_name_that_looks_like_a_line_brings_no_identifier_in() -> None:
    film = {"@type": "Movie", "name": "Kip (film): imdb:tt0000001", "sameAs": "tt0110598"}
    found = {identifier for _, _, identifier in identifiers(Document("a/page.html", text_of(film)))}
    assert found == {"imdb:tt0110598"}
