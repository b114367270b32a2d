"""Countries: a table first, then a network and a map, all of the same works."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser


def cell(page: Any, first: str, partner: str) -> Any:
    return page.locator(f"table.matrix button[aria-label^='{first} with {partner}']")


@pytest.mark.parametrize(
    ("first", "partner", "works"), [("Belgium", "France", "2"), ("France", "Belgium", "4"), ("Italy", "Belgium", "2")]
)
def test_a_cell_counts_works_by_the_country_listed_first(
    screen: Any, seeds_built: Any, first: str, partner: str, works: str
) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    assert cell(page, first, partner).inner_text() == works


def test_a_cell_opens_just_its_works(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    cell(page, "Belgium", "France").click()
    assert sorted(page.locator("#panel li .name").all_inner_texts()) == ["Kika", "Parkings"]


def test_a_cell_is_in_the_address(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    cell(page, "Belgium", "France").click()
    screen.visit(seeds_built.out / "countries.html", "#" + page.url.partition("#")[2])
    assert sorted(page.locator("#panel li .name").all_inner_texts()) == ["Kika", "Parkings"]


def test_counts_follow_the_years(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html", "#years=2024-2024")
    assert (cell(page, "Belgium", "France").inner_text(), cell(page, "Belgium", "Netherlands").is_visible()) == (
        "2",
        False,
    )


def test_a_map_places_the_same_countries(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    before = page.inner_text("#count")
    page.click("text=Map")
    assert (page.inner_text("#count"), "map=1" in page.url) == (before, True)


def test_a_film_of_a_cell_leads_to_its_neighbourhood(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    cell(page, "Belgium", "France").click()
    page.click("#panel li .name >> text=Kika")
    assert (page.inner_text("#panel h2"), page.locator(".tab[aria-current=page]").inner_text()) == (
        "Kika",
        "Neighbourhood",
    )


def test_a_pair_without_a_named_work_shows_the_text(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html", "#pair=country/BE&pair=country/LU")
    assert "What a text says of the two" in page.inner_text("#panel")


def test_collaborators_of_a_person_are_people_by_shared_films(screen: Any, seeds_built: Any, graph: Any) -> None:
    from kg.network import collaborators

    page = screen.visit(seeds_built.out / "index.html", "#view=collaborators&node=person/thierry-lhermitte")
    wanted = collaborators(graph, "person/thierry-lhermitte")
    assert page.inner_text("#count") == f"{len(wanted)} things, {wanted.number_of_edges()} links"


def test_a_link_between_collaborators_lists_their_films(screen: Any, seeds_built: Any) -> None:
    state = "#view=collaborators&centre=person/thierry-lhermitte&pair=person/thierry-lhermitte&pair=person/robin-sykes"
    page = screen.visit(seeds_built.out / "index.html", state)
    assert page.locator("#panel li .name").all_inner_texts() == ["In the Game"]
