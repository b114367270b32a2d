"""The views in a real browser: offline, clean, inert, and with the sentence behind every link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.view import write_company_view, write_film_view, write_person_view

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

VIEWS = ("index.html", "countries.html", "companies.html")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_asks_for_nothing_beyond_its_file_and_leaves_the_console_clean(
    screen: Any, seeds_built: Any, name: str
) -> None:
    page = screen.visit(seeds_built.out / name)
    page.keyboard.press("/")
    page.keyboard.type("kika")
    page.keyboard.press("Enter")
    asked = [url for url in screen.asked if not url.startswith("data:")]
    assert (asked, screen.said) == ([(seeds_built.out / name).as_uri()], [])


@pytest.mark.parametrize(
    ("typed", "found"),
    [("noee abita", "Noée Abita"), ("VALERY ros", "Valéry Rosier"), ("lhermite", "Thierry Lhermitte")],
)
def test_search_finds_a_name_without_accents_and_by_its_other_spellings(
    screen: Any, seeds_built: Any, typed: str, found: str
) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", typed)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == found


def test_search_says_where_nothing_is_found(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", "zzzz")
    assert page.inner_text("#hits") == "Nothing of that name"


def test_arrows_go_through_what_is_found(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", "ve")
    wanted = page.inner_text("#hits li:nth-child(2) span")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.inner_text("#panel h2") == wanted


def test_the_panel_shows_the_sentence_with_its_words_marked(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=person/valery-rosier")
    assert "Valéry Rosier shooting Parkings" in page.locator("#panel mark").all_inner_texts()


def test_the_panel_names_role_neighbour_document_and_date(screen: Any, seeds_built: Any) -> None:
    text = screen.visit(seeds_built.out / "index.html", "#node=film/kika").inner_text("#panel")
    assert [word for word in ("directed by", "Alexe Poukine", "Cineuropa", "2024-09-19") if word not in text] == []


def test_every_link_of_every_node_shows_a_sentence(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    bare = page.evaluate("""() => {
      const bare = [];
      for (const button of [...document.querySelectorAll('#panel details li button')].map(each => each.textContent)) {
        const find = document.getElementById('find');
        find.value = button;
        find.dispatchEvent(new Event('input'));
        find.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
        const items = [...document.querySelectorAll('#panel li')];
        if (!items.length || items.some(item => !item.querySelector('blockquote mark'))) bare.push(button);
      }
      return bare;
    }""")
    assert bare == []


def test_a_click_on_a_mark_shows_its_node(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html")
    screen.click_mark("person")
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Lukas Dhont'")
    assert page.inner_text("#panel .kind") == "Person"


def test_a_click_on_a_line_shows_its_sentence(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html")
    ends = [
        [sum(axis) / len(dots) for axis in zip(*dots, strict=True)] for dots in map(screen.dots, ("film", "person"))
    ]
    page.mouse.click(*((one + other) / 2 for one, other in zip(*ends, strict=True)))
    page.wait_for_selector("#panel blockquote")
    assert "Lukas Dhont shooting his feature debut, Girl" in page.inner_text("#panel blockquote")


def test_a_click_beside_everything_clears_the_selection(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", "#node=film/girl")
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Everything'")
    assert "node=" not in page.url


def test_a_selection_dims_the_rest(screen: Any, seeds_built: Any) -> None:
    screen.visit(seeds_built.out / "index.html", "#view=countries")
    before = len(screen.dots("country"))
    screen.visit(seeds_built.out / "index.html", "#view=countries&node=country/PL")
    assert 0 < len(screen.dots("country")) < before * 0.6


def test_the_address_holds_what_is_selected(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", "kika")
    page.keyboard.press("Enter")
    assert page.url.endswith("#node=film%2Fkika")


def test_the_address_brings_back_node_and_types(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika&types=film,person")
    kept = page.locator("#legend input:checked").evaluate_all("boxes => boxes.map(box => box.value)")
    assert (kept, page.inner_text("#panel h2")) == (["film", "person"], "Kika")


def test_going_to_another_address_brings_back_what_was_hidden(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#types=film")
    page.evaluate("location.hash = 'node=film/kika'")
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Kika'")
    assert page.locator("#legend input:not(:checked)").count() == 0


@pytest.mark.parametrize("state", ["#node=film/none", "#view=none", "#types=none", "#%E0%A4%A", "#node=__proto__"])
def test_an_address_of_nothing_still_opens(screen: Any, seeds_built: Any, state: str) -> None:
    page = screen.visit(seeds_built.out / "index.html", state)
    assert (page.inner_text("#panel h2"), screen.said) == ("Everything", [])


def test_hiding_a_kind_leaves_exactly_the_others(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.uncheck("#legend input[value=person]")
    others = {node for node, kind in graph.nodes(data="type") if kind != "Person"}
    lines = {frozenset(edge) for edge in graph.edges() if others.issuperset(edge)}
    assert page.inner_text("#count") == f"{len(others)} of {len(graph)} shown · {len(lines)} links"


def test_the_legend_counts_each_kind(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    films = sum(kind == "Film" for _, kind in graph.nodes(data="type"))
    assert page.locator("#legend label", has_text="Films").inner_text().split() == ["Films", str(films)]


def test_escape_clears_the_selection(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "Everything"


def test_arrows_walk_to_a_neighbour(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", "#node=film/girl")
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#panel h2") == "Lukas Dhont"


def test_a_neighbour_in_the_panel_opens_by_keyboard(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", "#node=film/girl")
    page.locator("#panel li button").first.focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Lukas Dhont"


def test_a_count_of_the_matrix_opens_its_films(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    count = page.locator("table.matrix button").first
    count.click()
    assert page.locator("#panel h3.work").count() == int(count.inner_text())


def test_the_matrix_counts_the_films_of_belgium_and_france(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    row = page.locator("table >> nth=1").locator("tbody tr", has_text="Belgium – France").first
    assert row.locator("td.number").inner_text() == "7"


@pytest.mark.parametrize("name", VIEWS)
def test_a_narrow_screen_needs_no_sideways_scrolling(screen: Any, seeds_built: Any, hostile: Path, name: str) -> None:
    wide = []
    for folder in (seeds_built.out, hostile):
        screen.page.set_viewport_size({"width": 360, "height": 740})
        page = screen.visit(folder / name)
        page.locator("#panel summary").first.click()
        wide.append(page.evaluate("document.documentElement.scrollWidth"))
    assert wide == [360, 360]


def test_a_dark_screen_gets_a_dark_page(screen: Any, duo: Path) -> None:
    screen.page.emulate_media(color_scheme="dark")
    page = screen.visit(duo / "index.html")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground, bool(screen.dots("film"))) == ("rgb(21, 23, 26)", True)


def test_paper_has_the_picture_and_the_panel_but_no_controls(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    page.emulate_media(media="print")
    shown = [page.locator(part).is_visible() for part in ("#picture", "#panel", "#legend", "#zoom", ".find")]
    assert shown == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("write", "name"),
    [(write_film_view, "Kika"), (write_person_view, "Alexe Poukine"), (write_company_view, "Wrong Men")],
)
def test_a_single_view_opens_at_what_it_is_about(
    write: Any, name: str, screen: Any, graph: Any, tmp_path: Path
) -> None:
    write(graph, name, tmp_path / "one.html")
    page = screen.visit(tmp_path / "one.html")
    assert (page.inner_text("h1"), page.inner_text("#panel h2"), screen.said) == (name, name, [])


@pytest.mark.parametrize("name", VIEWS)
def test_hostile_names_stay_text(screen: Any, hostile: Path, name: str) -> None:
    page = screen.visit(hostile / name)
    page.fill("#find", "o")
    page.locator("#panel summary").first.click()
    page.locator("#panel details li button").first.click()
    page.locator("#panel li button").first.click()
    page.locator("#tabs button").last.click()
    page.uncheck("#legend input >> nth=0")
    strange = page.locator("img, svg[onload], [onmouseover], #panel script, .table script").count()
    assert (page.evaluate("window.hit"), screen.said, strange) == (None, [], 0)


def test_a_hostile_name_shows_as_it_is(screen: Any, hostile: Path) -> None:
    page = screen.visit(hostile / "index.html")
    page.fill("#find", "onerror")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "</script><img src=x onerror=window.hit=1>"


def test_a_script_that_is_put_into_the_page_does_not_run(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html")
    page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = 'window.hit = 1';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<button id="bait" onclick="window.hit = 2">x</button>');
      document.getElementById('bait').click();
    }""")
    assert page.evaluate("window.hit") is None


def test_every_control_has_a_name_and_every_region_a_role(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html", "#node=country/BE")
    nameless = page.evaluate("""() => [...document.querySelectorAll('button, input, a[href], [role=application]')].filter(each =>
      !(each.textContent.trim() || each.getAttribute('aria-label') || (each.labels && each.labels.length))).length""")
    landmarks = [
        page.locator(part).count() for part in ("header", "main", "nav[aria-label]", "aside[aria-label]", "h1")
    ]
    assert (nameless, landmarks, page.get_attribute("html", "lang")) == (0, [1, 1, 1, 1, 1], "en")


def test_no_file_stands_beside_the_views(seeds_built: Any) -> None:
    assert sorted(path.name for path in seeds_built.out.iterdir()) == sorted(
        (*VIEWS, "claims.jsonl", "evidence.trig", "film-graph.ttl", "layout.json", "manifest.json")
    )
