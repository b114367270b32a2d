"""Saved web pages: the text that a reader sees, what the head says, and the same claims as the text gives."""

from __future__ import annotations

import html
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kg.document import Document
from kg.errors import SourceError
from kg.extract import read_document
from kg.read.html import is_html, read_html
from kg.read.page import pages_of

GOLDEN = sorted(page.parent for page in (Path(__file__).parent.parent / "golden").glob("*/page.txt"))


def text_of(page: str) -> str:
    return read_html(("<!DOCTYPE html>" + page).encode(), "page.html")[0]


def metadata_of(page: str) -> Any:
    return read_html(("<!DOCTYPE html>" + page).encode(), "page.html")[1]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One film.<p>Another.", "One film.\nAnother.\n"),
        ("<h2>Kip</h2><div>by <b>Ana</b> Ru&iacute;z</div>", "Kip\nby Ana Ruíz\n"),
        ("<p>One<br>Two", "One\nTwo\n"),
        ("<p>One<script>alert(1)</script> film", "One film\n"),
        ("<nav>Home News</nav><main><p>One film</main><footer>About</footer>", "One film\n"),
        ("<p hidden>no</p><p style='display: none'>no</p><p>yes", "yes\n"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo\n"),
        ("<p>\n  One\n  film\n</p>", "One film\n"),
        ("<table><tr><td>Kip<td>Ana</table>", "Kip\nAna\n"),
    ],
)
def test_the_text_is_what_a_reader_sees(page: str, text: str) -> None:
    assert text_of(page) == text


def test_the_only_article_is_the_page() -> None:
    article = "<article><h1>Kip</h1><p>" + "A film about a bird. " * 30 + "</article>"
    assert text_of(f"<div>Most read: another film</div>{article}<div>Subscribe</div>").startswith("Kip\nA film")


def test_a_heading_outside_of_the_article_is_kept() -> None:
    article = "<article><p>" + "A film about a bird. " * 30 + "</article>"
    assert text_of(f"<h1>Kip takes wing</h1>{article}").startswith("Kip takes wing\nA film")


def test_the_head_gives_metadata() -> None:
    found = metadata_of(
        '<html lang="en-GB"><head><title>Kip - Paper</title><meta property="og:title" content="Kip takes wing">'
        '<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://example.org/kip">'
        '<meta property="article:published_time" content="2024-05-01T10:00:00Z"></head><body><p>Kip'
    )
    assert (found.title, found.publisher, found.address, found.published, found.language) == (
        "Kip takes wing", "The Paper", "https://example.org/kip", "2024-05-01", "en",
    )  # fmt: skip


def test_a_date_in_json_ld_is_taken() -> None:
    data = '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2023-02-03"}'
    assert metadata_of(f'<script type="application/ld+json">{data}</script><p>Kip').published == "2023-02-03"


MOVIE = (
    '{"@type": "Movie", "name": "Kip", "director": {"@type": "Person", "name": "Ana Ruíz"},'
    ' "actor": [{"name": "Bo Lind"}, {"name": "Cy Moss"}], "countryOfOrigin": {"name": "Spain"}}'
)


def test_a_film_in_json_ld_is_a_record_below_the_text() -> None:
    page = f'<p>An article.</p><script type="application/ld+json">{MOVIE}</script>'
    assert text_of(page) == "An article.\nTitle: Kip\nDirector: Ana Ruíz\nCast: Bo Lind, Cy Moss\nCountry: Spain\n"


def test_a_film_in_json_ld_makes_claims() -> None:
    prose = "The film festival opened with a premiere for the director and the cast of the feature film. " * 3
    page = f'<p>{prose}</p><script type="application/ld+json">{MOVIE}</script>'
    claims = read_document(Document("a/page.html", text_of(page))).claims
    assert {(claim.subject.name, claim.predicate) for claim in claims} >= {
        ("Ana Ruíz", "directed"), ("Bo Lind", "starredIn"), ("Cy Moss", "starredIn"), ("Kip", "countryOfOrigin"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "data", ["[1]", '{"@type": "Movie"}', '{"@type": ["Movie"], "name": 3}', '{"@graph": 1}', "null"]
)
def test_odd_json_ld_adds_nothing(data: str) -> None:
    assert text_of(f'<p>Kip</p><script type="application/ld+json">{data}</script>') == "Kip\n"


def test_broken_json_ld_is_passed_over() -> None:
    assert text_of('<script type="application/ld+json">{"@type": </script><p>Kip') == "Kip\n"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_encoding_that_the_page_names_is_used(encoding: str) -> None:
    page = f'<!DOCTYPE html><meta charset="{encoding}"><p>Noée'.encode(encoding)
    assert read_html(page, "page.html")[0] == "Noée\n"


@pytest.mark.parametrize(
    "start", [b"<!doctype html>", b"\n<HTML>", b"\xef\xbb\xbf<html lang=en>", b"<!-- saved --><html>"]
)
def test_a_web_page_is_told_by_its_beginning(start: bytes) -> None:
    assert is_html(start)


@pytest.mark.parametrize("start", [b"Review: <html>", b"<p>", b"", b"{}"])
def test_anything_else_is_no_web_page(start: bytes) -> None:
    assert not is_html(start)


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_a_page_gives_the_same_claims_as_its_text(folder: Path) -> None:
    text = (folder / "page.txt").read_text(encoding="utf-8")
    page = "<!DOCTYPE html><html><body>" + "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))

    def said(document: Document) -> list[tuple[Any, ...]]:
        return sorted(
            (str(claim.subject), claim.predicate, str(claim.object)) for claim in read_document(document).claims
        )

    saved = Document("a/page.txt", read_html(page.encode(), "page.html")[0])
    assert said(saved) == said(Document("a/page.txt", text))


BOMBS = {
    "nested divs": b"<div>" * 3000,
    "nested unknown elements": b"<x>" * 200_000,
    "entities": b'<!ENTITY a "' + b"x" * 100 + b'">',
    "open comments": b"<!--" * 1_000_000,
    "attributes": b"<p " + b"a=1 " * 1_000_000 + b">",
    "open angles": b"<" * 4_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_page_made_to_exhaust_a_reader_is_soon_done_with(name: str) -> None:
    start = time.process_time()
    with suppress(SourceError):
        read_html(b"<!DOCTYPE html>" + BOMBS[name], "bomb.html")
    assert time.process_time() - start < 3


def test_a_line_of_json_is_a_document() -> None:
    pages, errors = pages_of(b'{"id": "kip", "text": "Kip by Ana", "title": "K"}\n', "x.jsonl", "x.jsonl")
    assert ([(page.part, page.text, page.metadata.title) for page in pages], errors) == (
        [("kip", "Kip by Ana", "K")],
        [],
    )


def test_a_bad_line_of_json_leaves_the_others() -> None:
    pages, errors = pages_of(b'{"text": "Kip"}\n{oops\n{"text": "Kop"}\n', "x.jsonl", "x.jsonl")
    assert ([page.part for page in pages], [error.where for error in errors]) == (["1", "3"], ["x.jsonl:2"])
