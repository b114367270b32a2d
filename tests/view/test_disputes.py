"""Disagreements in the views: marked, told with each document's words, and a filter of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from benchmarks.film_graph import film_graph
from kg.graph.store import open_store
from kg.network import Dispute, lay_out, view_graph
from kg.view import film_view, index_view, write_views
from tests.view.conftest import HOSTILE
from tests.view.test_access import violations
from tests.view.test_filters import numbers
from tests.view.test_page_file import block_of, data_of
from tests.view.test_save import saved

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

SALT = "film/the-salt-road"


@pytest.fixture(scope="module")
def torn(torn_built: Any) -> Path:
    path: Path = torn_built.out / "index.html"
    return path


@pytest.fixture(scope="module")
def torn_graph(torn_built: Any) -> Any:
    return view_graph(open_store(torn_built.store))


def in_dispute(graph: Any) -> set[tuple[str, str, str]]:
    """The links that a dispute is about; all of a work's where its name is disputed."""
    found = {work: {each.property for each in disputes} for work, disputes in graph.nodes(data="disputes")}
    return {
        (source, target, name)
        for source, target, name in graph.edges(keys=True)
        if any("name" in found[end] or name in found[end] for end in (source, target))
    }


def test_without_disagreements_there_is_no_switch(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    assert page.locator("#disputed").count() == 0


def test_without_disagreements_a_page_holds_nothing_of_them(seeds_built: Any) -> None:
    page = (seeds_built.out / "index.html").read_text(encoding="utf-8")
    assert ("disputed" in data_of(page), block_of(page, "disputes")) == (False, [])


def test_without_disagreements_the_address_asks_in_vain(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=all&disputed=1")
    assert numbers(page) == (len(graph), graph.number_of_edges())


def test_the_switch_says_how_many_works_are_disputed(screen: Any, torn: Path) -> None:
    page = screen.visit(torn)
    assert page.inner_text("label:has(#disputed)").split() == ["Disagreements", "3"]


def test_the_panel_says_which_document_says_what(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, f"#node={SALT}")
    assert page.locator("h3:has-text('Documents disagree') ~ ul").first.locator("li > p").all_inner_texts() == [
        "pages/one.txt says Belgium, France",
        "pages/two.txt says Belgium, Netherlands",
    ]


def test_each_document_is_shown_with_its_sentence(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, f"#node={SALT}")
    said = page.locator("h3:has-text('Documents disagree') ~ ul").first.locator("li")
    assert ["2021 Belgian-French drama" in said.nth(0).inner_text(), "Belgian-Dutch" in said.nth(1).inner_text()] == [
        True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("work", "asked"),
    [
        (SALT, "Which countries it is from:"),
        ("film/quiet-harbour", "Who directed it:"),
        ("film/vinterfaergen", "What it is called:"),
    ],
)
def test_the_panel_says_what_is_disputed(screen: Any, torn: Path, work: str, asked: str) -> None:
    page = screen.visit(torn, f"#node={work}")
    assert asked in page.inner_text("#panel")


def test_an_undisputed_work_says_nothing_of_it(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#node=film/plain-sailing")
    assert "disagree" not in page.inner_text("#panel")


def test_a_disputed_work_is_marked_by_a_word_in_the_list(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all")
    marked = page.locator("#panel .index .name:has(.disputed)").all_inner_texts()
    assert [name.split("\n")[0].removesuffix("disputed").strip() for name in marked] == [
        "Quiet Harbour",
        "The Salt Road",
        "Vinterfærgen",
    ]


def test_a_disputed_work_has_an_outline_and_a_word_in_the_picture(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all")
    drawing = ET.fromstring(saved(page, "#svg"))  # noqa: S314 - our own file, made a moment ago
    svg = "{http://www.w3.org/2000/svg}"
    outlines = [path for path in drawing.iter(svg + "path") if path.get("fill") == "none" and path.get("transform")]
    words = {text.text for text in drawing.iter(svg + "text") if "(disputed)" in (text.text or "")}
    assert (len(outlines), words) == (
        3, {"Quiet Harbour (disputed)", "The Salt Road (disputed)", "Vinterfærgen (disputed)"},
    )  # fmt: skip


def test_an_outline_is_drawn_on_the_canvas(screen: Any, torn: Path) -> None:
    plain, marked = (screen.visit(torn, f"#node={node}&steps=1") and len(screen.dots("ink")) for node in (
        "film/plain-sailing", SALT,
    ))  # fmt: skip
    assert marked > 2 * plain


def test_the_switch_leaves_exactly_what_is_disputed(screen: Any, torn: Path, torn_graph: Any) -> None:
    page = screen.visit(torn, "#view=all&colour=kind")
    page.check("#disputed")
    left = in_dispute(torn_graph)
    works = {work for work, disputes in torn_graph.nodes(data="disputes") if disputes}
    assert numbers(page) == (len(works | {end for edge in left for end in edge[:2]}), len(left))


def test_the_status_says_that_only_this_is_shown(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all")
    page.check("#disputed")
    assert page.inner_text("[role=status]").endswith("only what is disputed")


def test_the_switch_is_worked_by_the_keyboard(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all")
    page.focus("#disputed")
    page.keyboard.press("Space")
    assert "disputed=1" in page.evaluate("location.hash")


def test_the_address_opens_with_the_switch_set(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all&disputed=1")
    assert page.is_checked("#disputed")


def test_the_switch_off_shows_everything_again(screen: Any, torn: Path, torn_graph: Any) -> None:
    page = screen.visit(torn, "#view=all&disputed=1")
    page.uncheck("#disputed")
    assert (numbers(page), "disputed" in page.url) == ((len(torn_graph), torn_graph.number_of_edges()), False)


def test_another_view_keeps_the_switch(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all&disputed=1")
    page.click(".tab[data-view=countries]")
    assert (page.is_checked("#disputed"), "disputed=1" in page.url) == (True, True)


def test_countries_are_linked_by_disputed_works_alone(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=countries")
    before = numbers(page)
    page.check("#disputed")
    assert (before, numbers(page)) == ((5, 4), (3, 3))


def test_the_table_counts_disputed_works_alone(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=countries&disputed=1")
    assert page.locator(".rows .count:visible").all_inner_texts() == ["1", "1", "1"]


def test_people_are_linked_by_disputed_works_alone(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=collaborators&node=person/clara-voss")
    page.check("#disputed")
    names = page.locator("#panel .name").all_inner_texts()
    assert (any("Winter" in name or "Vinter" in name for name in names), "Tom Eck" in names) == (True, False)


def test_a_neighbourhood_that_is_undisputed_gives_way_to_one_that_is_not(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#node=film/plain-sailing")
    page.check("#disputed")
    assert page.locator("#panel .overline .disputed").count() == 1


def test_a_disputed_neighbourhood_stays_and_shows_its_disputed_links(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#node=film/quiet-harbour&steps=1")
    page.check("#disputed")
    assert (numbers(page), page.inner_text("#panel h2")) == ((3, 2), "Quiet Harbour")


def test_the_switch_and_a_document_are_both_heeded(screen: Any, torn: Path) -> None:
    page = screen.visit(torn, "#view=all&colour=kind&disputed=1&doc=pages/four.txt")
    assert numbers(page) == (2, 1)


def test_a_view_of_one_film_carries_its_disagreements(screen: Any, torn_graph: Any, tmp_path: Path) -> None:
    path = film_view(torn_graph, "Quiet Harbour").write(tmp_path / "film.html")
    assert "Otto Brandt" in screen.visit(path).locator("h3:has-text('Documents disagree') ~ ul").first.inner_text()


STATES = [
    "#view=all",
    "#view=all&disputed=1",
    f"#node={SALT}",
    f"#node={SALT}&disputed=1",
    "#view=countries&disputed=1",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_rule_of_accessibility_is_broken(screen: Any, torn: Path, state: str, scheme: str) -> None:
    screen.page.emulate_media(color_scheme=scheme)
    assert violations(screen.visit(torn, state)) == []


@pytest.mark.parametrize("state", STATES)
def test_a_narrow_screen_does_not_scroll_sideways(screen: Any, torn: Path, state: str) -> None:
    screen.page.set_viewport_size({"width": 360, "height": 740})
    page = screen.visit(torn, state)
    assert (violations(page), page.evaluate("document.documentElement.scrollWidth") <= 360) == ([], True)


def test_hostile_words_in_a_disagreement_stay_words(screen: Any, torn_graph: Any, tmp_path: Path) -> None:
    poisoned = torn_graph.copy()
    for node, disputes in torn_graph.nodes(data="disputes"):
        poisoned.nodes[node]["disputes"] = tuple(
            replace(
                dispute,
                sides=tuple(
                    replace(side, values=tuple(HOSTILE), source=replace(side.source, title=HOSTILE[at]))
                    for at, side in enumerate(dispute.sides)
                ),
            )
            for dispute in disputes
        )
    write_views(poisoned, tmp_path, lay_out(poisoned))
    page = screen.visit(tmp_path / "index.html", f"#node={SALT}")
    said = page.locator("h3:has-text('Documents disagree') ~ ul").first.locator("li > p").first.text_content()
    assert (HOSTILE[0] in said, page.evaluate("window.hit"), screen.said, page.locator("#panel img").count()) == (
        True, None, [], 0,
    )  # fmt: skip


def test_thousands_of_things_are_narrowed_to_what_is_disputed(screen: Any, torn_graph: Any, tmp_path: Path) -> None:
    large = film_graph(2600)
    (dispute,) = torn_graph.nodes["film/quiet-harbour"]["disputes"]
    work = next(node for node, kind in large.nodes(data="type") if kind == "Film" and has_director(large, node))
    large.nodes[work]["disputes"] = (Dispute("directed", dispute.sides),)
    path = index_view(large, lay_out(large)).write(tmp_path / "index.html")
    page = screen.visit(path, "#view=all&colour=kind")
    before = len(screen.dots("ink"))
    page.check("#disputed")
    directed = sum(name == "directed" for *_, name in large.in_edges(work, keys=True))
    assert (before > 0, numbers(page), screen.said) == (True, (1 + directed, directed), [])


def has_director(graph: Any, node: str) -> bool:
    return any(name == "directed" for *_, name in graph.in_edges(node, keys=True))
