"""The views in a real browser: offline, clean, inert, and with the sentence behind every link."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from kg.view import company_view, country_view, film_view, path_view, person_view

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

VIEWS = ("index.html", "countries.html", "companies.html")


@pytest.fixture
def page(screen: Any) -> Page:
    """The shared page; what it says and asks for is beside it."""
    page: Page = screen.page
    page.said, page.asked = screen.said, screen.asked  # type: ignore[attr-defined]
    page.screen = screen  # type: ignore[attr-defined]
    return page


def visit(page: Any, path: Path, state: str = "") -> Any:
    return page.screen.visit(path, state)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_asks_for_nothing_beyond_its_file(page: Any, seeds_built: Any, name: str) -> None:
    visit(page, seeds_built.out / name)
    assert [url for url in page.asked if not url.startswith("data:")] == [(seeds_built.out / name).as_uri()]


@pytest.mark.parametrize("name", VIEWS)
def test_a_network_that_swallows_packets_does_not_hold_a_view_up(browser: Any, seeds_built: Any, name: str) -> None:
    # A browser whose every request beyond files goes to a proxy that takes it and never answers.
    with socket.create_server(("127.0.0.1", 0)) as hole:
        proxy = {"server": f"http://127.0.0.1:{hole.getsockname()[1]}"}
        context = browser.new_context(proxy=proxy)
        page = context.new_page()
        page.goto((seeds_built.out / name).as_uri())
        page.wait_for_selector("html[data-ready=true]", timeout=3000)
        context.close()


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("view", ["near", "paths", "countries", "collaborators", "companies", "all"])
def test_every_view_leaves_the_console_clean(page: Any, seeds_built: Any, name: str, view: str) -> None:
    visit(page, seeds_built.out / name, f"#view={view}")
    assert page.said == []


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_leaves_the_console_clean(page: Any, seeds_built: Any, name: str) -> None:
    visit(page, seeds_built.out / name)
    assert page.said == []


def test_search_finds_a_name_without_its_accents(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html").fill("#find", "noee abita")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Noée Abita"


def test_the_panel_shows_the_sentence_with_its_words_marked(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html", "#node=person/valery-rosier")
    assert "Valéry Rosier shooting Parkings" in page.locator("#panel mark").all_inner_texts()


def test_the_address_holds_what_is_selected(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html").fill("#find", "kika")
    page.keyboard.press("Enter")
    assert "node=film%2Fkika" in page.url


def test_the_address_brings_back_what_was_hidden(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html", "#types=film,person")
    assert page.locator("#legend input:checked").evaluate_all("boxes => boxes.map(box => box.value)") == [
        "film",
        "person",
    ]


def test_the_legend_hides_a_kind(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html")
    before = page.inner_text("#count")
    page.uncheck("#legend input[value=person]")
    assert page.inner_text("#count") != before


def test_escape_clears_the_selection(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html", "#view=all&node=film/kika")
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "Atlas"


def test_escape_goes_back_to_what_was_chosen_before(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html", "#view=all&node=film/kika")
    page.click("#panel .name >> text=Alexe Poukine")
    page.focus("#picture")
    page.keyboard.press("Escape")
    page.locator("#panel h2", has_text="Kika").wait_for()


def test_arrows_walk_to_a_neighbour(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "index.html", "#view=all&colour=kind&node=country/BE")
    page.focus("#picture")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#panel h2") != "Belgium"


def test_a_count_of_the_matrix_opens_its_films(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "countries.html").click("table.matrix button >> nth=0")
    assert page.locator("#panel blockquote").count() > 0


def test_the_matrix_counts_the_films_of_belgium_and_france(page: Any, seeds_built: Any) -> None:
    visit(page, seeds_built.out / "countries.html")
    row = page.locator("table >> nth=1").locator("tbody tr", has_text="Belgium – France").first
    assert row.locator("td.amount").inner_text() == "7"


def test_a_narrow_screen_needs_no_sideways_scrolling(page: Any, seeds_built: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, seeds_built.out / "index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    ("view", "name"),
    [(film_view, "Kika"), (person_view, "Alexe Poukine"), (company_view, "Wrong Men"), (country_view, "Belgium")],
)
def test_a_single_view_opens_at_what_it_is_about(view: Any, name: str, page: Any, graph: Any, tmp_path: Path) -> None:
    visit(page, view(graph, name).write(tmp_path / "one.html"))
    assert page.inner_text("#panel h2") == name


def test_a_view_of_a_connection_opens_with_its_paths(page: Any, graph: Any, tmp_path: Path) -> None:
    visit(page, path_view(graph, "Robin Sykes", "Fabrice Bracq").write(tmp_path / "path.html"))
    assert page.inner_text("#panel h2") == "Robin Sykes – Fabrice Bracq"


@pytest.mark.parametrize("view", ["near", "paths", "countries", "collaborators", "companies", "all"])
def test_hostile_names_stay_text_whatever_is_done(page: Any, hostile: Path, view: str) -> None:
    visit(page, hostile / "index.html", f"#view={view}")
    for button in page.locator("nav button, .bar button, .table button, #panel button, details.menu summary").all()[
        :40
    ]:
        if button.is_visible():
            button.click()
    for field in page.locator("input[role=combobox]").all():
        if field.is_visible():
            field.fill("o")
            field.press("Enter")
    page.emulate_media(media="print")
    assert (page.evaluate("window.hit"), page.said) == (None, [])


@pytest.mark.parametrize("name", VIEWS)
def test_hostile_names_stay_text(page: Any, hostile: Path, name: str) -> None:
    visit(page, hostile / name)
    page.locator("#panel details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    page.wait_for_selector("#panel li button")
    page.locator("#panel li button").first.click()
    page.wait_for_selector("#panel h2")
    assert (page.evaluate("window.hit"), page.said, page.locator("#panel img, #panel svg[onload]").count()) == (
        None,
        [],
        0,
    )


def test_a_hostile_name_shows_as_it_is(page: Any, hostile: Path) -> None:
    visit(page, hostile / "index.html").fill("#find", "onerror")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "</script><img src=x onerror=window.hit=1>"


def test_no_file_stands_beside_the_views(seeds_built: Any) -> None:
    assert sorted(path.name for path in seeds_built.out.iterdir()) == sorted(
        (*VIEWS, "claims.jsonl", "evidence.trig", "film-graph.ttl", "layout.json", "manifest.json")
    )
