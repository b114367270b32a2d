"""The picture of thousands: a canvas of its own with the same marks, names, filters and addresses."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.film_graph import film_graph
from kg.network import lay_out
from kg.view import index_view
from tests.view.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

_CORNER = (10**5, 10**5)


@pytest.fixture(scope="module")
def large() -> Any:
    """A graph of more things than the small pictures hold."""
    return film_graph(2600)


@pytest.fixture(scope="module")
def places(large: Any) -> Any:
    return lay_out(large)


@pytest.fixture(scope="module")
def atlas(large: Any, places: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("atlas") / "index.html"
    return index_view(large, places).write(path)


def colours(page: Any) -> set[int]:
    """Colours on the visible canvas, as numbers."""
    found = page.evaluate("""() => {
      const canvas = document.querySelector('.place:not([hidden]) canvas');
      const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height), found = new Set();
      for (let at = 0; at < data.length; at += 4) found.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
      return [...found];
    }""")
    return set(found)


def test_it_is_drawn_on_a_canvas_of_its_own(screen: Any, atlas: Path) -> None:
    page = screen.visit(atlas, "#view=all")
    assert (page.locator("#atlas-place").is_visible(), len(colours(page)) > 8, screen.said) == (True, True, [])


def test_a_neighbourhood_in_a_large_file_is_a_small_picture(screen: Any, atlas: Path) -> None:
    page = screen.visit(atlas)
    assert page.locator("#picture-place").is_visible()


def test_it_counts_all_of_the_graph(screen: Any, atlas: Path, large: Any) -> None:
    page = screen.visit(atlas, "#view=all")
    assert page.inner_text("#count").startswith(f"{len(large):,} things, {large.number_of_edges():,} links")


def test_hiding_a_kind_leaves_exactly_the_others(screen: Any, atlas: Path, large: Any) -> None:
    page = screen.visit(atlas, "#view=all")
    page.uncheck("#legend input[value=person]")
    left = {node for node, kind in large.nodes(data="type") if kind != "Person"}
    links = sum(left.issuperset(edge) for edge in large.edges())
    assert page.inner_text("#count").startswith(f"{len(left):,} of {len(large):,} things, {links:,} links")


def test_a_click_shows_the_node_that_is_there(screen: Any, large: Any, tmp_path: Path) -> None:
    # One mark stands apart, in a corner of the picture, where the test can find it.
    lone = max((node for node, kind in large.nodes(data="type") if kind == "Country"), key=large.degree)
    spots = {node: (at % 50, at // 50) for at, node in enumerate(large)} | {lone: _CORNER}
    page = screen.visit(index_view(large, spots).write(tmp_path / "corner.html"), "#view=all&colour=kind")
    box = page.locator("#atlas-place").bounding_box()
    dots = [at for at in screen.dots("country") if at[0] > box["x"] + box["width"] * 0.6]
    page.mouse.click(*(sum(axis) / len(dots) for axis in zip(*dots, strict=True)))
    assert page.inner_text("#panel h2") == large.nodes[lone]["label"]


def test_a_chosen_thing_comes_near_with_its_name(screen: Any, atlas: Path, large: Any) -> None:
    film = next(node for node, kind in large.nodes(data="type") if kind == "Film")
    page = screen.visit(atlas, f"#view=all&node={film}")
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()")
    assert int(accent[1:], 16) in colours(page)


def test_keys_move_and_walk(screen: Any, atlas: Path, large: Any) -> None:
    film = next(node for node, kind in large.nodes(data="type") if kind == "Film")
    page = screen.visit(atlas, f"#view=all&node={film}")
    page.focus("#picture")
    before = page.inner_text("#panel h2")
    found = set()
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"):
        page.keyboard.press(key)
        found.add(page.inner_text("#panel h2"))
    assert found - {before}


def test_dragging_moves_the_picture(screen: Any, atlas: Path) -> None:
    page = screen.visit(atlas, "#view=all")
    before = page.locator("#atlas-place canvas").screenshot()
    box = page.locator("#atlas-place").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 420, box["y"] + 360, steps=4)
    page.mouse.up()
    page.wait_for_timeout(400)
    assert (page.locator("#atlas-place canvas").screenshot() != before, "node=" in page.url) == (True, False)


def test_names_do_not_touch_at_overview(screen: Any, atlas: Path) -> None:
    page = screen.visit(atlas, "#view=all")
    page.click("#svg", trial=True)
    with page.expect_download() as waiting:
        page.click("#svg")
    drawing = waiting.value.path().read_text(encoding="utf-8")
    words = re.findall(r'<text x="(-?[\d.]+)" y="(-?[\d.]+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)', drawing)
    boxes = [(float(x), float(y), len(text) * float(size) * 0.4, float(size) * 0.8) for x, y, size, text in words]
    touching = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if abs(one[0] - other[0]) < (one[2] + other[2]) / 2 and abs(one[1] - other[1]) < (one[3] + other[3]) / 2
    ]
    assert (len(boxes) > 10, touching) == (True, [])


def test_hostile_names_stay_text(screen: Any, large: Any, places: Any, tmp_path: Path) -> None:
    poisoned = large.copy()
    for number, node in enumerate(poisoned):
        poisoned.nodes[node]["label"] = HOSTILE[number % len(HOSTILE)]
    page = screen.visit(index_view(poisoned, places).write(tmp_path / "hostile.html"), "#view=all")
    page.fill("#find", "onerror")
    page.keyboard.press("Enter")
    assert (page.evaluate("window.hit"), screen.said) == (None, [])


def test_a_page_has_room_for_its_sentences_within_its_bound(atlas: Path, large: Any) -> None:
    assert atlas.stat().st_size <= 550_000 + 400 * len(large)


def test_a_graph_without_sentences_takes_a_few_bytes_a_thing(large: Any, places: Any) -> None:
    bare = large.copy()
    for *_, edge in bare.edges(data=True):
        edge["evidence"] = ()
    for node in bare:
        bare.nodes[node]["facts"] = ()
    assert len(index_view(bare, places).page) <= 550_000 + 60 * (len(bare) + bare.number_of_edges())


def test_a_graph_that_is_too_large_keeps_the_best_linked_and_says_so(
    screen: Any, large: Any, places: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.view.whole._MOST", 500)
    page = screen.visit(index_view(large, places).write(tmp_path / "most.html"), "#view=all")
    assert f"leaves out {len(large) - 500:,} things" in page.inner_text("#panel")
