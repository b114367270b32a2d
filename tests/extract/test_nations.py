"""Nations in articles: chains of them before a film, their order, and nations of companies."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of

HEAD = "Producers gather in Harbour Town\n\nDirectors and actors met at the festival to talk about films.\n\n"


@pytest.mark.parametrize(
    ("chain", "lands"),
    [
        ("Polish-U.K.", {"Poland", "United Kingdom"}),
        ("U.S.-Irish", {"United States", "Ireland"}),
        ("Lithuanian-U.K.-Danish", {"Lithuania", "United Kingdom", "Denmark"}),
    ],
)
def test_initials_are_links_of_a_chain(chain: str, lands: set[str]) -> None:
    page = HEAD + f"“Low Water” is a {chain} co-production directed by Ida Holm."
    assert pairs_of(page, "countryOfOrigin") == {("Low Water", land) for land in lands}


def test_countries_that_one_phrase_lists_keep_their_order() -> None:
    page = HEAD + "“Low Water” is a Polish-Czech-Irish co-production directed by Ida Holm."
    claims = read_article(Document("page.txt", page), Known()).claims
    told = {c.object.name: c.qualifiers.get("position") for c in claims if c.predicate == "countryOfOrigin"}
    assert told == {"Poland": 1, "Czechia": 2, "Ireland": 3}


def test_one_country_has_no_place_in_a_list() -> None:
    page = HEAD + "“Low Water” is a Polish drama directed by Ida Holm."
    claims = read_article(Document("page.txt", page), Known()).claims
    assert all("position" not in c.qualifiers for c in claims)


def test_nations_say_where_companies_of_a_list_are() -> None:
    page = HEAD + (
        "“Low Water” is a drama by Ida Holm. It is produced by Jo Vale through Irish Peat Bog Films in co-production "
        "with Belgian Staalkaart."
    )
    firms = {name for predicate in ("produced", "coProduced") for name, _ in pairs_of(page, predicate)}
    assert {"Peat Bog Films", "Staalkaart"} <= firms


def test_one_company_alone_may_be_called_after_a_nation() -> None:
    page = HEAD + "“Low Water” is a drama by Ida Holm. Jo Vale is producing it through British Lantern."
    assert "British Lantern" in {name for name, _ in pairs_of(page, "produced")}


def test_a_chain_before_a_quoted_title_is_that_films() -> None:
    page = (
        HEAD
        + "Sund Film, whose credits include “Iron Harvest,” is a partner on the German-Danish sci-fi pic “Low Water.”"
    )
    assert {film for film, _ in pairs_of(page, "countryOfOrigin")} == {"Low Water"}


def test_who_will_direct_it_is_told_of_the_film_before() -> None:
    page = (
        HEAD
        + "We finish with “Low Water”, a co-production between Ireland and Belgium. It will be directed by Ida Holm."
    )
    assert ("Ida Holm", "Low Water") in pairs_of(page, "directed")


def test_guillemets_with_spaces_are_quotation_marks() -> None:
    page = HEAD + (
        "“Iron Harvest” is by Jo Vale. “Salt” is by Ana Roth. “The Barn” is by Tom Berg.\n\n"
        "« Low Water » is the third film by Ida Holm."
    )
    assert ("Ida Holm", "Low Water") in pairs_of(page, "directed")


def test_an_article_on_films_of_several_countries_has_no_lead() -> None:
    page = (
        "The fund’s ninth session: laughter and a night train\n\nSeven films shared the money of the region.\n\n"
        "“The Theorem” is a comedy directed by Jo Vale and co-produced by Quai Film.\n\n"
        "“Cold Cuts” is a horror film by Ana Roth. It is currently shooting in the region.\n\n"
        "We finish with “Low Water”, a co-production between Ireland and Belgium. It stars Ida Holm."
    )
    assert pairs_of(page, "starredIn") == {("Ida Holm", "Low Water")}
