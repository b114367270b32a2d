"""The pages in a browser: nothing hostile runs, everybody can use them, with and without script, wide and narrow."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUERY = "/query?query=SELECT+%3Fp+%3Ff+WHERE+%7B+%3Fp+kg:directed+%3Ff+%7D"
PAGES = {
    "home": "/",
    "search": "/search?q=r",
    "nothing found": "/search?q=zzzzzz",
    "question": "/questions/country-pairs",
    "fields": "/questions/connection-of-two-directors",
    "fault": "/questions/films-of-actor?person=Lhermit",
    "editor": "/query",
    "answer": QUERY,
    "graph": "/query?query=CONSTRUCT+%7B+%3Fp+kg:directed+%3Ff+%7D+WHERE+%7B+%3Fp+kg:directed+%3Ff+%7D",
    "wrong query": "/query?query=SELECT+%7B",
    "film": "/film/kika",
    "country": "/country/BE",
    "document": "/document/seeds/000_a926f6b1a73606f3.txt",
    "view": "/view/film/kika",
    "answer drawn": QUERY.replace("/query", "/picture"),
    "views": "/views",
    "vocabulary": "/ontology",
    "lost": "/film/kikka",
}
VIEWS = ("view", "answer drawn", "views")
HOSTILE = ("/", "/film/hostile", "/document/hostile.txt", "/view/film/hostile", "/views", "/search?q=x",
           *(f"/person/p{number}" for number in range(12)),
           "/query?query=SELECT+*+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+200",
           "/query?query=SELECT+*+WHERE+%7B+GRAPH+%3Fg+%7B+%3Fs+%3Fp+%3Fo+%7D+%7D",
           "/query?query=CONSTRUCT+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D",
           "/picture?query=SELECT+*+WHERE+%7B+%3Fs+kg:starredIn+%3Fo+%7D",
           "/query?query=%3C/textarea%3E%3Cscript%3Ewindow.hit=1%3C/script%3E",
           "/questions/cast-of?work=%22%3E%3Cscript%3Ewindow.hit=1%3C/script%3E",
           "/search?q=%3Cscript%3Ewindow.hit=1%3C/script%3E",
           "/film/%3Cscript%3Ewindow.hit=1%3C%2Fscript%3E")  # fmt: skip


def ready(page: Any, name: str) -> None:
    if name in VIEWS:
        page.wait_for_selector("html[data-ready=true]")


def violations(page: Any) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_hostile_runs(hostile_site: Any, tab: Any, path: str) -> None:
    page = tab.visit(hostile_site.address + path)
    if path.startswith(("/view", "/picture")):
        page.wait_for_selector("html[data-ready=true]")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("window.hit") is None
    assert page.locator("img, script:not([src]):not([type])").count() == 0
    leading = "[...document.querySelectorAll('[href], [src], [action]')].map(one => one.href || one.src || one.action)"
    assert [one for one in page.evaluate(leading) if not re.match("https?://|data:,$", str(one))] == []
    assert [said for said in tab.said if "Content Security Policy" in said] == []


def test_hostile_names_are_offered_as_text(hostile_site: Any, tab: Any) -> None:
    page = tab.visit(hostile_site.address)
    for text in ("script", "svg", "x", "two"):
        with page.expect_response("**/complete?*"):
            page.fill("#find", text)
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("window.hit") is None


def test_a_long_name_makes_no_page_wide(hostile_site: Any, tab: Any) -> None:
    for path in ("/film/hostile", "/person/p7", "/document/hostile.txt"):
        page = tab.visit(hostile_site.address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_nothing_on_the_console(site: Any, tab: Any, name: str) -> None:
    page = tab.visit(site.address + PAGES[name])
    ready(page, name)
    assert [
        said for said in tab.said if "Failed to load resource: the server responded with a status of 4" not in said
    ] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken(site: Any, tab: Any, name: str, scheme: str) -> None:
    tab.page.emulate_media(color_scheme=scheme)
    page = tab.visit(site.address + PAGES[name])
    ready(page, name)
    page.evaluate("document.querySelectorAll('details:not(.menu)').forEach((one, at) => { one.open = at < 4; })")
    assert violations(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_does_not_scroll_sideways(site: Any, tab: Any, name: str) -> None:
    tab.page.set_viewport_size({"width": 320, "height": 640})
    page = tab.visit(site.address + PAGES[name])
    ready(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["home", "film", "question", "editor"])
def test_a_narrow_page_breaks_no_rule(site: Any, tab: Any, name: str) -> None:
    tab.page.set_viewport_size({"width": 320, "height": 640})
    assert violations(tab.visit(site.address + PAGES[name])) == []


def test_disputes_break_no_rule(torn_site: Any, tab: Any) -> None:
    page = tab.visit(torn_site.address + "/film/quiet-harbour")
    page.locator(".torn summary").first.click()
    assert violations(page) == []


def test_the_ground_is_dark_where_the_system_is(site: Any, tab: Any) -> None:
    tab.page.emulate_media(color_scheme="dark")
    page = tab.visit(site.address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"


def test_the_reader_chooses_light_or_dark_for_all_pages(site: Any, tab: Any) -> None:
    tab.visit(site.address).click("#theme")
    page = tab.visit(site.address + "/film/kika")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"


def test_a_thing_is_found_with_the_keyboard(site: Any, tab: Any) -> None:
    page = tab.visit(site.address)
    page.keyboard.press("/")
    page.keyboard.type("kik")
    expect(page.get_by_role("option", name="Kika")).to_be_visible()
    expect(page.locator("#find")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Kika")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/film/kika")


def test_keys_pressed_before_the_matches_came_choose_among_them(site: Any, tab: Any) -> None:
    page = tab.visit(site.address)
    page.keyboard.press("/")
    page.keyboard.type("k")
    expect(page.locator("#find")).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("ik")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/film/kika")


def test_enter_without_a_choice_searches(site: Any, tab: Any) -> None:
    page = tab.visit(site.address)
    page.fill("#find", "kik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=kik")


def test_escape_puts_the_matches_away(site: Any, tab: Any) -> None:
    page = tab.visit(site.address)
    page.locator("#find").press_sequentially("kik")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#find")).to_have_value("kik")


def test_matches_break_no_rule(site: Any, tab: Any) -> None:
    page = tab.visit(site.address)
    page.locator("#find").press_sequentially("r")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert violations(page) == []


def test_a_field_of_a_question_offers_names_of_its_kind(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/questions/films-of-one-country")
    page.fill("#p-country", "")
    page.locator("#p-country").press_sequentially("fra")
    page.get_by_role("option", name="France").click()
    expect(page.locator("#p-country")).to_have_value("France")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**country=France")


def test_a_table_sorts_by_its_headings(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/questions/country-pairs")
    head, first = page.locator("th.amount"), page.locator("tbody tr td:nth-child(2)").first
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    page.locator("th").nth(1).get_by_role("button").click()
    expect(first).to_have_text("France")
    page.locator("th").nth(1).get_by_role("button").click()
    expect(first).to_have_text("Spain")
    expect(head).not_to_have_attribute("aria-sort", "descending")


def test_words_are_offered_and_taken_with_tab(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query")
    page.locator("#query").press_sequentially("ASK { ?x dire")
    expect(page.get_by_role("option").first).to_contain_text("kg:directed")
    page.keyboard.press("Tab")
    expect(page.locator("#query")).to_have_value("ASK { ?x kg:directed")


def test_plain_typing_is_never_changed(site: Any, tab: Any) -> None:
    text = "SELECT ?film WHERE {\n  ?film a kg:Fil\n  # directed by\n}\n"
    page = tab.visit(site.address + "/query")
    page.locator("#query").press_sequentially(text)
    expect(page.locator("#query")).to_have_value(text)


@pytest.mark.parametrize(
    "text", ['ASK { ?x ?y "dire', "# dire", "ASK { ?dire", "ASK { <http://x/dire", "ASK { ?x kg:directed"]
)
def test_nothing_is_offered_where_no_word_is_wanted(site: Any, tab: Any, text: str) -> None:
    page = tab.visit(site.address + "/query")
    page.locator("#query").press_sequentially("ASK { ?x dire")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("#query").fill("")
    page.locator("#query").press_sequentially(text)
    expect(page.locator("#offers")).to_be_hidden()


def test_escape_puts_the_words_away_and_tab_then_leaves_the_field(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query")
    page.locator("#query").press_sequentially("ASK { ?x dire")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#offers")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()


def test_offered_words_break_no_rule(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query")
    page.locator("#query").press_sequentially("ASK { ?x dire")
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page) == []


def test_control_and_enter_run_the_query(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query")
    page.fill("#query", "ASK { film:kika a kg:Film }")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".truth")).to_have_text("Yes")


def test_the_caret_goes_to_where_the_query_is_wrong(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query?query=ASK+%7B%0A++SERVICE+%3Chttp://x/%3E+%7B%7D%0A%7D")
    assert page.evaluate("document.getElementById('query').selectionStart") == 8


def test_a_long_query_is_posted(site: Any, tab: Any) -> None:
    page = tab.visit(site.address + "/query")
    page.fill("#query", "ASK { film:kika a kg:Film }\n#" + "x" * 5000)
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".truth")).to_have_text("Yes")
    assert page.url == site.address + "/query"


def test_without_script_a_thing_is_found(site: Any, bare: Any) -> None:
    page = bare.visit(site.address)
    page.fill("#find", "kika")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Kika").click()
    expect(page.locator("h1")).to_have_text("Kika")


def test_without_script_a_sentence_can_be_read(site: Any, bare: Any) -> None:
    page = bare.visit(site.address + "/film/kika")
    page.locator("summary").first.click()
    expect(page.locator("blockquote").first).to_be_visible()


def test_without_script_a_question_is_asked(site: Any, bare: Any) -> None:
    page = bare.visit(site.address + "/questions/films-of-one-country")
    page.fill("#p-country", "Italy")
    page.get_by_role("button", name="Ask").click()
    assert page.url.endswith("country=Italy")
    expect(page.locator("h1")).to_be_visible()


def test_without_script_a_query_is_run(site: Any, bare: Any) -> None:
    page = bare.visit(site.address + "/query")
    page.fill("#query", "SELECT ?title WHERE { film:kika rdfs:label ?title }")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("tbody td")).to_have_text("Kika")


def test_without_script_no_control_is_dead(site: Any, bare: Any) -> None:
    page = bare.visit(site.address + "/questions/country-pairs")
    assert page.locator("button:visible").all_inner_texts() == ["Draw as a network"]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_drawn_and_leads_back(site: Any, tab: Any, name: str) -> None:
    page = tab.visit(site.address + PAGES[name])
    ready(page, name)
    expect(page.locator("#failed")).to_be_hidden()
    assert page.get_by_role("link", name="Film graph").get_attribute("href") == "/"
