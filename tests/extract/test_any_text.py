"""Whatever stands in a page, its extractor gives claims that hold, or says that it failed."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.document import Document
from kg.extract import read_document
from kg.extract.extractor import Extractor
from kg.extract.names import Known
from kg.vocabulary import check

if TYPE_CHECKING:
    import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*/page.txt"))}


def holds(text: str) -> None:
    reading = read_document(Document("a/page.txt", text))
    assert reading.kind != "failed", reading.remarks
    assert not [remark for remark in reading.remarks if "a claim was dropped" in remark[1] or "left out" in remark[1]]
    for claim in reading.claims:
        check(claim)
        assert all(reading.document.holds(span) for span in claim.spans)


@example(page="article-fund", seed=1854)
@example(page="article-saleslineup", seed=210)
@example(page="article-goldenlynx", seed=1036)
@example(page="article-obituary-valente", seed=927359)
@example(page="article-after-the-debut", seed=61741)
@example(page="listing-titlereviews-2007", seed=732996)
@example(page="listing-country", seed=5951)
@given(page=st.sampled_from(sorted(PAGES)), seed=st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_page_shuffled_and_torn_is_read_all_the_same(page: str, seed: int) -> None:
    chance = random.Random(seed)
    text = PAGES[page]
    for _ in range(chance.randint(1, 6)):
        one, other = sorted((chance.randrange(len(text)), chance.randrange(len(text))))
        action = chance.randrange(4)
        if action == 0:
            text = text[:one] + text[min(other, one + 80) :]
        elif action == 1:
            text = text[:one] + text[other:] + text[one:other]
        elif action == 2:
            text = (
                text[:one]
                + chance.choice(["\n", "’s ", "|", "(", "“", "•", "…", " by ", "19/09/2024 | ", ": "])
                + text[one:]
            )
        else:
            text = text[:other] + text[one : one + 40] + text[other:]
    holds(text if text.strip() else "x")


@given(text=st.text(min_size=1, max_size=300), kind=st.sampled_from(["listing", "roundup", "article", "encyclopaedia"]))
@settings(max_examples=80, deadline=None)
def test_any_text_of_any_kind_is_read_without_a_fault(text: str, kind: str) -> None:
    from kg.document import Metadata

    reading = read_document(Document("a/page.txt", text, Metadata(kind=kind)))
    assert reading.kind != "failed", reading.remarks
    assert not [remark for remark in reading.remarks if "a claim was dropped" in remark[1] or "left out" in remark[1]]


def test_an_extractor_that_fails_costs_only_its_own_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise KeyError("oops")

    broken = {"article": Extractor("article", fail, lambda _: Known())}
    monkeypatch.setattr("kg.extract.extractors", lambda: broken)
    reading = read_document(Document("a/page.txt", PAGES["article-fund"]))
    assert (reading.kind, reading.remarks) == ("failed", ((1, "the article extractor failed: KeyError: 'oops'"),))
