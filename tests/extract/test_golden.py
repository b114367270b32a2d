"""Golden pages: unheard-of news in the layouts of trade pages, with the facts that a reader finds there.

Each folder of tests/golden holds a page, its gold and, where more is true than the gold asks for, beyond.jsonl. What
is found on each stands in tests/golden/scorecard.md.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kg.extract.score.gold import Gold, fold, read_gold
from kg.extract.score.scorecard import PageScore, falls, read_scorecard, score_pages, write_scorecard

GOLDEN = Path(__file__).parents[1] / "golden"
SCORECARD = read_scorecard((GOLDEN / "scorecard.md").read_text(encoding="utf-8"))
PAGES = sorted(path.parent.name for path in GOLDEN.glob("*/page.txt"))
ROW = PageScore("listing-one", "listing", left_alone=False, true=9, claimed=10, found=8, wanted=12)


@cache
def _now() -> dict[str, PageScore]:
    return {row.page: row for row in score_pages(GOLDEN)}


@cache
def _gold(page: str) -> Gold:
    return read_gold(GOLDEN / page)


@pytest.mark.parametrize("row", SCORECARD, ids=lambda row: row.page)
def test_no_page_falls_below_the_committed_scorecard(row: PageScore) -> None:
    assert falls([row], [_now()[row.page]]) == []


def test_every_page_stands_on_the_scorecard() -> None:
    assert [row.page for row in SCORECARD if row.page not in PAGES] == []
    assert [page for page in PAGES if page not in {row.page for row in SCORECARD}] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_words_of_a_fact_beyond_stand_in_the_page(page: str) -> None:
    text = fold((GOLDEN / page / "page.txt").read_text(encoding="utf-8"))
    assert [fact for fact in _gold(page).beyond if fold(fact.words or "?") not in text] == []


def test_there_are_forty_pages_and_more_of_every_kind_some_of_them_left_alone() -> None:
    assert len(PAGES) >= 40
    assert {row.kind for row in SCORECARD if row.left_alone} == {"listing", "roundup", "article", "encyclopaedia"}


def test_a_scorecard_is_read_back_as_it_was_written() -> None:
    rows = [ROW, replace(ROW, page="roundup-two", seen="article", left_alone=True)]
    assert read_scorecard(write_scorecard(rows)) == rows


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(ROW, found=7), "7 of 12 core facts found, before 8"),
        (replace(ROW, claimed=11), "2 claims are false, before 1"),
        (replace(ROW, seen="article"), "read as article"),
    ],
)
def test_a_fall_is_told(now: PageScore, said: str) -> None:
    assert falls([ROW], [now]) == [f"listing-one: {said}"]


def test_a_rise_is_no_fall() -> None:
    assert falls([ROW], [replace(ROW, found=9, true=10)]) == []


def test_a_page_that_the_scorecard_does_not_have_is_told() -> None:
    assert falls([], [ROW]) == ["listing-one: not on the scorecard"]
