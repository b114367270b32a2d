"""Filters: exactly what is asked for stays, the counts say so, and the address keeps it."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def numbers(page: Any) -> tuple[int, int]:
    """Things and links that are shown, as the status says."""
    text = page.inner_text("#count")
    things, links = re.match(r"([\d,]+)", text), re.search(r"([\d,]+) links?", text)
    assert things
    assert links
    return int(things[1].replace(",", "")), int(links[1].replace(",", ""))


def slide(page: Any, field: str, year: int) -> None:
    page.locator(field).evaluate("(box, year) => { box.value = year; box.dispatchEvent(new Event('input')); }", year)


def years_of(edge: Any) -> set[int]:
    return {int(proof.date[:4]) for proof in edge["evidence"] if proof.date}


@pytest.mark.parametrize("kind", ["Person", "Company", "Festival", "Country"])
def test_hiding_a_kind_leaves_exactly_the_others(screen: Any, seeds_built: Any, graph: Any, kind: str) -> None:
    hidden = {"Company": ("Company", "PublicBody"), "Festival": ("Festival", "FestivalEdition")}.get(kind, (kind,))
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    page.uncheck(f"#legend input[value={kind.lower()}]")
    left = {node for node, found in graph.nodes(data="type") if found not in hidden}
    assert numbers(page) == (len(left), sum(left.issuperset(edge) for edge in graph.edges()))


def test_all_is_shown_at_first(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    assert numbers(page) == (len(graph), graph.number_of_edges())


def test_years_leave_exactly_the_links_of_these_years(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    slide(page, "#from-year", 2024)
    assert numbers(page)[1] == sum(bool(years_of(edge) & {2024}) for *_, edge in graph.edges(data=True))


def test_what_has_nothing_left_to_show_goes_with_its_links(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&years=2017-2017")
    linked = {end for *ends, edge in graph.edges(data=True) if 2017 in years_of(edge) for end in ends}
    said = {
        node
        for node, facts in graph.nodes(data="facts")
        if any(proof.date.startswith("2017") for fact in facts for proof in fact.evidence)
    }
    assert numbers(page)[0] == len(linked | said)


def test_years_are_in_the_address(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    slide(page, "#to-year", 2018)
    assert "years=2017-2018" in page.url


def test_the_year_knobs_do_not_pass_each_other(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#years=2017-2018")
    slide(page, "#from-year", 2020)
    assert page.inner_text("#years-shown") == "2020"


def test_one_document_leaves_exactly_its_links(screen: Any, seeds_built: Any, graph: Any) -> None:
    source = next(edge["evidence"][0].source.id for *_, edge in graph.edges(data=True))
    page = screen.visit(seeds_built.out / "index.html", f"#view=all&doc={source}")
    assert numbers(page)[1] == sum(
        any(proof.source.id == source for proof in edge["evidence"]) for *_, edge in graph.edges(data=True)
    )


def test_a_hidden_link_leaves_exactly_the_others(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    page.click("#links-menu summary")
    page.locator("#links label", has_text="starred in").locator("input").uncheck()
    assert numbers(page)[1] == sum(label != "starred in" for *_, label in graph.edges(data="label"))


def test_hidden_links_are_in_the_address(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&without=starred+in")
    assert page.locator("#links label", has_text="starred in").locator("input").is_checked() is False


def test_no_link_at_all_leaves_what_never_had_one(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    page.click("#links-menu summary")
    page.click("#links >> text=None")
    assert numbers(page) == (sum(not degree for _, degree in graph.degree()), 0)


def test_a_country_can_be_left_out_of_the_atlas(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    before = numbers(page)[0]
    page.click("#homes-menu summary")
    page.locator("#homes label", has_text="Italy").locator("input").uncheck()
    assert numbers(page)[0] < before


def test_countries_are_colours_until_they_are_asked_for_as_marks(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    before = screen.dots("country")
    page.click("text=Countries as marks")
    assert (before, bool(screen.dots("country"))) == ([], True)


def test_the_panel_says_how_many_links_the_filters_hide(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&node=country/BE&years=2024-2024")
    assert "The filters hide" in page.inner_text("#panel")


def test_another_view_keeps_the_years(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&years=2017-2018")
    page.click(".tab[data-view=countries]")
    assert page.inner_text("#years-shown") == "2017–2018"
