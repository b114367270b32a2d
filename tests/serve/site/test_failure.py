"""What goes wrong is said as a page or as a problem, and never how it went wrong inside."""

from __future__ import annotations

import json
from typing import Any

import pytest
from served import ThreadDesk, make_app, serving

from kg.errors import BuildError, LimitError


class Broken(ThreadDesk):
    """A desk at which everything fails, each question in its own way."""

    async def ask(self, text: str) -> Any:
        raise {
            "busy": LimitError("all are busy", do="ask again"),
            "lost": BuildError("gone", where="/home/x/store"),
        }.get(text.strip(), ZeroDivisionError("at /home/x/secret.py"))

    async def call(self, name: str, *_arguments: str) -> bytes:
        raise ZeroDivisionError(f"in {name}")


@pytest.fixture(scope="module")
def broken(seeds_store: Any) -> Any:
    with serving(make_app(seeds_store, Broken(seeds_store))) as found:
        yield found


@pytest.mark.parametrize("path", ["/film/kika", "/film/kika.ttl", "/view/film/kika", "/", "/picture?query=other"])
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_a_fault_of_ours_shows_no_trace(broken: Any, path: str, accept: str) -> None:
    answer = broken.get(path, accept=accept)
    assert answer.status == 500
    assert [word for word in ("Traceback", "ZeroDivision", "secret", ".py") if word in answer.text] == []


def test_a_busy_desk_is_a_page_that_says_when_to_come_back(broken: Any) -> None:
    answer = broken.get("/picture?query=busy")
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")


def test_a_busy_desk_is_told_beside_the_query(broken: Any) -> None:
    answer = broken.get("/query?query=busy")
    assert (answer.status, "all are busy" in answer.text) == (503, True)


def test_a_lost_store_is_not_named(broken: Any) -> None:
    assert "/home/x" not in broken.get("/picture?query=lost").text


@pytest.mark.parametrize("path", ["/nothing", "/film/nothing", "/questions/nothing", "/static/nothing.js", "/film/"])
def test_what_is_not_there_is_a_page_for_browsers_and_a_problem_for_others(site: Any, path: str) -> None:
    assert site.get(path).headers["content-type"].startswith("text/html")
    answer = site.get(path, accept="*/*")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")
    assert json.loads(answer.body)["status"] == 404


def test_a_page_that_is_not_there_has_a_search_box(site: Any) -> None:
    assert 'action="/search"' in site.get("/nothing").text


def test_what_a_page_does_not_take_is_refused(site: Any) -> None:
    assert site.get("/film/kika", method="DELETE").status == 405


@pytest.mark.parametrize(
    "path",
    ["/film/%00", "/film/%ff%fe", "/film/%E2%80%AE", "/film/..%2f..%2fetc", "/film/<script>", "/film/" + "x" * 5000,
     "/search?q=%00%ff", "/complete?q=%ED%A0%80", "/document/../../etc/passwd",
     "/country/BE?of=%5EcountryOfOrigin&start=99999999999", "/country/BE?of=nonsense",
     "/film/kika?start=-1", "/resource?iri=%00"],
)  # fmt: skip
def test_no_address_breaks_a_page(site: Any, path: str) -> None:
    assert site.get(path.replace("<", "%3C").replace(">", "%3E")).status in (200, 301, 303, 400, 404)


def test_completion_wants_a_kind_that_there_is(site: Any) -> None:
    assert site.get("/complete?q=b&kind=Dragon").status == 400


def test_completion_gives_names_of_a_kind(site: Any) -> None:
    found = json.loads(site.get("/complete?kind=Country&q=Belg").body)
    assert [(one["label"], one["href"], one["kind"]) for one in found] == [("Belgium", "/country/BE", "country")]


def test_files_may_be_kept_and_are_of_their_kind(site: Any) -> None:
    from kg.serve.site.asset import address

    answer = site.get(address("site.css"))
    assert (answer.headers["content-type"], "immutable" in answer.headers["cache-control"]) == (
        "text/css; charset=utf-8", True,
    )  # fmt: skip
    assert site.get(address("site.css"), If_None_Match=answer.headers["etag"]).status == 304
