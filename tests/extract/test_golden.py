"""Golden pages: unheard-of news in the layouts of the seeds, with the facts that a reader finds there.

Each folder of tests/golden holds a page, its gold and, where more is true than the gold asks for, beyond.jsonl.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.document import Document
from kg.extract import read_all
from kg.extract.evaluate import Evaluation, evaluate
from kg.extract.gold import Gold, fold, read_gold
from kg.extract.scorecard import render

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = sorted(path.parent.name for path in GOLDEN.glob("*/page.txt"))


@cache
def _text(page: str) -> str:
    return (GOLDEN / page / "page.txt").read_text(encoding="utf-8")


@cache
def _gold(page: str) -> Gold:
    return read_gold(GOLDEN / page / "gold.jsonl")


@cache
def _evaluation(page: str) -> Evaluation:
    # Each page by itself: what one says must not help to read another.
    [reading] = read_all([Document(f"golden/{page}/page.txt", _text(page))])
    return evaluate(reading.claims, _gold(page), {reading.document.id: reading.kind})


@pytest.mark.parametrize("page", PAGES)
def test_every_core_fact_is_found(page: str) -> None:
    core = next(tier for tier in _evaluation(page).tiers if tier.name == "core")
    assert core.misses == (), "\n".join(render(_evaluation(page)))


@pytest.mark.parametrize("page", PAGES)
def test_no_claim_is_false(page: str) -> None:
    done = _evaluation(page)
    assert (done.false, done.derived_false) == ((), ()), "\n".join(render(done))


@pytest.mark.parametrize("page", PAGES)
def test_the_kind_is_seen_from_the_text(page: str) -> None:
    assert [row.name for row in _evaluation(page).kinds] == [page.partition("-")[0]]


@pytest.mark.parametrize("page", PAGES)
def test_the_words_of_a_fact_beyond_stand_in_the_page(page: str) -> None:
    missing = [fact for fact in _gold(page).beyond if fold(fact.words or "?") not in fold(_text(page))]
    assert missing == []


def test_there_are_pages_of_every_kind() -> None:
    assert {page.partition("-")[0] for page in PAGES} == {"listing", "roundup", "article", "encyclopaedia"}
