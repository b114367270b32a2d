"""Records whose parts stand in any order: each part says what it is, or the line is no record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.record.segments import read_segments

if TYPE_CHECKING:
    from kg.extract.facts import End


def told(line: str, role: str = "produced") -> set[tuple[str, str, str]]:
    focus: dict[str, End] = {}
    facts = read_segments(Document("page.txt", line + "\n"), 0, len(line), role, focus)
    return {
        (fact.subject.what.name, fact.predicate, fact.object.what.name)
        for fact in facts
        if isinstance(fact.subject.what, Mention) and isinstance(fact.object.what, Mention)
    }


@pytest.mark.parametrize(
    "line",
    [
        "Low Water, dir. Ana Roth (Spain) – Sund Film",
        "“Low Water” (Ana Roth, Sund Film, Spain)",
        "Low Water | Ana Roth | Spain | Sund Film",
        "Low Water (Sp), dir. Ana Roth, prod: Sund Film",
        "LOW WATER (dir. Ana Roth, Sund Film, Spain)".replace("LOW WATER", "Low Water"),
        "1. Low Water by Ana Roth – Sund Film – Spain – 98 min",
    ],
)
def test_the_parts_of_a_record_may_stand_in_any_order(line: str) -> None:
    assert told(line) == {
        ("Ana Roth", "directed", "Low Water"),
        ("Sund Film", "produced", "Low Water"),
        ("Low Water", "countryOfOrigin", "Spain"),
    }


def test_a_country_before_the_title_is_not_part_of_it() -> None:
    assert ("Ana Roth", "directed", "HARROW") in told("Spain - HARROW by Ana Roth, produced by Jo Berg (Sund Film)")


def test_a_company_without_a_label_did_what_the_article_is_about() -> None:
    assert ("Sund Film", "sold", "Low Water") in told("“Low Water” (Ana Roth, Sund Film)", "sold")


def test_where_a_company_is_says_nothing_of_the_film() -> None:
    assert not any(
        fact[1] == "countryOfOrigin" for fact in told("Low Water – dir: Ana Roth – prod: Sund Film (Norway)")
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ana Roth, who made Low Water, is back (Spain)",
        "Low Water (Ana Roth)",
        "Contact: Ana Roth, Sund Film",
        "Monday, Tuesday and Friday – 8 pm",
        "Read more – Sund Film – Spain",
    ],
)
def test_a_line_with_a_part_that_says_nothing_is_no_record(line: str) -> None:
    assert told(line) == set()
