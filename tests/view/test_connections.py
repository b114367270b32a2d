"""How two things are connected: by short paths, each step with its sentence, countries left out."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import UsageError
from kg.network import short_paths
from kg.view import path_view

pytestmark = pytest.mark.browser

SYKES_TO_BRACQ = "#view=paths&path=person/robin-sykes&path=person/fabrice-bracq"
TWO_BELGIANS = "#view=paths&path=film/kika&path=film/cavale"


def stations(page: Any) -> list[list[str]]:
    """Names on each path, from the panel."""
    steps = page.locator("#panel ol.path").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.statement')].map(step => "
        "[...step.querySelectorAll('.name')].map(name => name.innerText.trim())))"
    )
    return [[pairs[0][0], *(to for _, to in pairs)] for pairs in steps]


def test_paths_are_those_of_the_graph(screen: Any, seeds_built: Any, graph: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", SYKES_TO_BRACQ)
    label = graph.nodes(data="label")
    wanted = [
        [label[node] for node in path] for path in short_paths(graph, "person/robin-sykes", "person/fabrice-bracq")
    ]
    assert sorted(stations(page)) == sorted(wanted)


def test_every_step_shows_a_sentence(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", SYKES_TO_BRACQ)
    steps = page.locator("#panel ol.path li.link")
    assert (steps.count() > 0, steps.filter(has_not=page.locator("blockquote mark")).count()) == (True, 0)


def test_the_shortest_path_goes_over_the_actor(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", SYKES_TO_BRACQ)
    assert stations(page)[0][2] == "Thierry Lhermitte"


def test_a_country_connects_nothing(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", TWO_BELGIANS)
    assert "Belgium" not in page.inner_text("#panel")


def test_a_country_connects_when_asked_to(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", TWO_BELGIANS)
    page.check("#through")
    assert stations(page)[0] == ["Kika", "Belgium", "Cavale"]


def test_two_names_typed_give_paths(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=paths")
    for field, name in (("#from", "robin sy"), ("#to", "bracq")):
        page.fill(field, name)
        page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Robin Sykes – Fabrice Bracq"


def test_what_was_asked_is_in_the_address(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#view=paths&path=person/robin-sykes")
    page.fill("#to", "fabrice")
    page.keyboard.press("Enter")
    assert "path=person%2Frobin-sykes&path=person%2Ffabrice-bracq" in page.url


def test_the_two_can_be_exchanged(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", SYKES_TO_BRACQ)
    page.click("#swap")
    assert page.inner_text("#panel h2") == "Fabrice Bracq – Robin Sykes"


def test_a_hidden_kind_is_no_station(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", SYKES_TO_BRACQ)
    page.uncheck("#legend input[value=film]")
    assert page.inner_text("#panel .overline") == "No short path"


def test_something_in_the_panel_can_be_connected(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    page.click("#panel .actions >> text=Connect with")
    assert (page.input_value("#from"), page.evaluate("document.activeElement.id")) == ("Kika", "to")


def test_a_file_for_two_that_nothing_connects_is_refused(graph: Any) -> None:
    with pytest.raises(UsageError, match="no short path leads from Kika to Cavale"):
        path_view(graph, "Kika", "Cavale")
