"""What can be seen and done on the picture itself, told by its pixels; and what a reader does around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

EVERYTHING = "#view=all&colour=kind"


def middle(dots: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in dots) / len(dots), sum(y for _, y in dots) / len(dots)


def test_a_click_on_a_mark_shows_its_node(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", EVERYTHING)
    screen.click_mark("person")
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Lukas Dhont'")
    assert "Girl" in page.inner_text("#panel")


def test_a_click_halfway_between_two_marks_shows_the_sentence_of_their_link(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", EVERYTHING)
    one, other = middle(screen.dots("film")), middle(screen.dots("person"))
    page.mouse.click((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    page.wait_for_selector("#panel blockquote mark")
    assert "Lukas Dhont shooting his feature debut, Girl" in page.inner_text("#panel blockquote")


def test_a_click_beside_everything_clears_the_selection(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", EVERYTHING + "&node=film/girl")
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Atlas'")
    assert "node=" not in page.url


def test_a_selection_dims_all_but_its_neighbours(screen: Any, seeds_built: Any) -> None:
    screen.visit(seeds_built.out / "index.html", EVERYTHING)
    before = [len(screen.dots(kind)) for kind in ("festival", "company")]
    screen.visit(seeds_built.out / "index.html", EVERYTHING + "&node=film/kika")
    after = [len(screen.dots(kind)) for kind in ("festival", "company", "country")]
    assert (min(before) > 0, after[:2], after[2] > 0) == (True, [0, 0], True)


def test_a_hidden_kind_is_not_drawn(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", EVERYTHING)
    page.uncheck("#legend input[value=festival]")
    assert (screen.dots("festival"), bool(screen.dots("film"))) == ([], True)


def test_hiding_a_kind_leaves_exactly_the_others(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all")
    page.uncheck("#legend input[value=person]")
    others = {node for node, kind in graph.nodes(data="type") if kind != "Person"}
    links = sum(others.issuperset(edge) for edge in graph.edges())
    found = page.inner_text("#count")
    assert [str(number) for number in (len(others), links) if str(number) not in found] == []


def test_what_is_chosen_and_its_neighbours_come_into_sight(screen: Any, seeds_built: Any) -> None:
    screen.visit(seeds_built.out / "index.html", EVERYTHING + "&node=film/kika")
    box = screen.page.locator("#picture").bounding_box()
    xs, ys = zip(*screen.dots("film"), strict=True)
    inside = (
        box["x"] < min(xs)
        and max(xs) < box["x"] + box["width"]
        and box["y"] < min(ys)
        and max(ys) < box["y"] + box["height"]
    )
    assert (inside, max(xs) - min(xs) > 15) == (True, True)


def test_every_link_of_every_node_shows_a_sentence(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    bare = page.evaluate(
        """async keys => {
      const bare = [];
      for (const key of keys) {
        const heard = new Promise(done => addEventListener('hashchange', done, {once: true}));
        location.hash = new URLSearchParams({view: 'all', node: key});
        await heard;
        const items = [...document.querySelectorAll('#panel li')];
        if (!items.length || items.some(item => !item.querySelector('blockquote mark'))) bare.push(key);
      }
      return bare;
    }""",
        sorted(graph),
    )
    assert bare == []


@pytest.mark.parametrize(
    ("typed", "found"), [("VALERY ros", "Valéry Rosier"), ("lhermite", "Thierry Lhermitte"), ("kika", "Kika")]
)
def test_search_finds_beginnings_capitals_and_other_spellings(
    screen: Any, seeds_built: Any, typed: str, found: str
) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    page.fill("#find", typed)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == found


@pytest.mark.parametrize(
    "state",
    ["#node=film/none", "#view=none", "#%E0%A4%A", "#node=__proto__", "#steps=x&types=", "#view=paths&path=a&path=b",
     "#pair=country/BE&pair=x", "#years=9-1", "#link=x", "#doc=none&without=none&not=none"],
)  # fmt: skip
def test_an_address_of_nothing_still_opens(screen: Any, seeds_built: Any, state: str) -> None:
    page = screen.visit(seeds_built.out / "index.html", state)
    assert (page.inner_text("#panel h2") != "", screen.said) == (True, [])


def test_going_to_another_address_brings_back_what_was_hidden(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#types=film")
    page.evaluate("location.hash = 'node=film/kika'")
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Kika'")
    assert page.locator("#legend input:not(:checked)").count() == 0


def test_a_neighbour_in_the_panel_opens_by_keyboard(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html", "#node=film/girl")
    page.locator("#panel li button").first.focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Lukas Dhont"


def test_slash_goes_to_the_search(screen: Any, duo: Path) -> None:
    page = screen.visit(duo / "index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_dark_screen_gets_a_dark_page_with_its_own_colours(screen: Any, duo: Path) -> None:
    screen.page.emulate_media(color_scheme="dark")
    page = screen.visit(duo / "index.html")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, ground[4:-1].split(","))) < 60, bool(screen.dots("film"))) == (True, True)


def test_paper_has_the_picture_and_the_panel_but_no_controls(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    page.emulate_media(media="print")
    shown = [page.locator(part).first.is_visible() for part in ("#picture", "#panel", "#legend", "#find", ".zoom")]
    assert shown == [True, True, False, False, False]


@pytest.mark.parametrize("name", ["index.html", "countries.html", "companies.html"])
def test_hostile_names_do_not_widen_a_narrow_page(screen: Any, hostile: Path, name: str) -> None:
    screen.page.set_viewport_size({"width": 360, "height": 740})
    page = screen.visit(hostile / name)
    page.fill("#find", "o")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


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
    nameless = page.evaluate("""() => [...document.querySelectorAll('button, input, select, [role=application]')]
      .filter(each => !each.textContent.trim() && !each.getAttribute('aria-label') && !(each.labels || []).length)
      .map(each => each.outerHTML)""")
    landmarks = [page.locator(part).count() for part in ("header", "main", "nav[aria-label]", "h1")]
    assert (nameless, landmarks) == ([], [1, 1, 1, 1])
