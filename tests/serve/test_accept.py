"""Content negotiation, as RFC 9110 has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.accept import best

OFFERED = ("text/html", "text/turtle", "application/ld+json")
CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        (CHROME, "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/html;q=0.5, text/turtle", "text/turtle"),
        ("text/html;q=0.5, text/turtle;q=0.4", "text/html"),
        ("text/*;q=0.3, application/ld+json;q=0.4", "application/ld+json"),
        ("*/*;q=0.1, text/html;q=0", "text/turtle"),
        ("application/ld+json;profile=x;q=0.9, text/html;q=0.8", "application/ld+json"),
        ("image/png", None),
        ("text/html;q=0", None),
        ("nonsense, text/turtle", "text/turtle"),
    ],
)
def test_the_best_of_what_is_offered_is_taken(accept: str, wanted: str | None) -> None:
    assert best(accept, OFFERED) == wanted


def test_nothing_is_taken_where_nothing_is_offered() -> None:
    assert best("*/*", ()) is None


@given(st.text())
def test_any_header_is_read(accept: str) -> None:
    assert best(accept, OFFERED) in (None, *OFFERED)
