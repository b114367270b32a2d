"""A fault in the reading of one item costs that item and no other, and is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.document import Document
from kg.extract import read_document
from kg.extract.article import prose
from kg.extract.listing import page as listing
from kg.extract.roundup import page as roundup

GOLDEN = Path(__file__).parents[1] / "golden"


def page(name: str) -> Document:
    return Document(f"golden/{name}", (GOLDEN / name / "page.txt").read_text(encoding="utf-8"))


def failing_at(read, wanted):
    def fails(*arguments):
        if wanted in arguments:
            raise RuntimeError("made to fail")
        return read(*arguments)

    return fails


@pytest.mark.parametrize(
    ("module", "reader", "name"), [(listing, "ItemReader", "listing-country"), (roundup, "read_item", "roundup")]
)
def test_the_other_items_are_read(monkeypatch: pytest.MonkeyPatch, module, reader: str, name: str) -> None:
    whole = read_document(page(name))
    monkeypatch.setattr(module, reader, failing_at(getattr(module, reader), 2))
    reading = read_document(page(name))
    assert [item.n for item in reading.items] == [item.n for item in whole.items if item.n != 2]


@pytest.mark.parametrize(
    ("module", "reader", "name"), [(listing, "ItemReader", "listing-country"), (roundup, "read_item", "roundup")]
)
def test_the_fault_is_told(monkeypatch: pytest.MonkeyPatch, module, reader: str, name: str) -> None:
    monkeypatch.setattr(module, reader, failing_at(getattr(module, reader), 2))
    assert any("2 was left out: RuntimeError: made to fail" in what for _, what in read_document(page(name)).remarks)


def test_a_fault_in_one_sentence_costs_that_sentence_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_document(page("article-list"))
    sentence = next(part for part in whole.claims[-1].spans)

    def fails(document, name, parts, *more):
        if any(part.first <= sentence.start < part.last for part in parts):
            raise RuntimeError("made to fail")
        return read(document, name, parts, *more)

    read = prose.read_phrases
    monkeypatch.setattr(prose, "read_phrases", fails)
    reading = read_document(page("article-list"))
    assert 0 < len(reading.claims) < len(whole.claims)
