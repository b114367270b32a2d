"""What holds no space is no word: it is left out of the reading, at its length, and costs no more than that."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_document
from kg.extract.article.page import EXTRACTOR
from kg.extract.limit import within_seconds
from kg.extract.names import Known
from kg.extract.unbroken import LONGEST_WORD, readable

ADDRESS = "https://example.org/" + "a1b2" * 60
PAGE = (
    "The Salt Road by Ana Ruiz\n\nWith Ida Holm, Jonas Berg...\n\n"
    f"What is it about? {ADDRESS} A sailor comes home.\n\nDid you know? It is Ana Ruiz's second film.\n"
)
SOONER_THAN = 20.0  # seconds of the processor: without an end it would be hours
LENGTH = 12_000


def test_a_text_of_words_is_read_as_it_is() -> None:
    document = Document("pages/x.txt", "Ana " * 50 + "x" * LONGEST_WORD)
    assert readable(document) is document


def test_a_run_is_as_many_spaces() -> None:
    document = Document("pages/x.txt", f"Ana {'x' * 121} Ruiz")
    assert readable(document).text == f"Ana {' ' * 121} Ruiz"


def test_a_span_over_a_run_is_cut_from_the_page() -> None:
    document = Document("pages/x.txt", f"Ana {ADDRESS} Ruiz")
    assert document.holds(readable(document).span(0, len(document.text)))


def test_a_reading_is_one_of_the_page() -> None:
    document = Document("pages/x.txt", PAGE)
    assert read_document(document).document is document


def test_an_address_takes_no_fact_from_its_page() -> None:
    plain = PAGE.replace(ADDRESS, " " * len(ADDRESS))
    told = [(c.subject, c.predicate, c.object) for c in read_document(Document("pages/x.txt", PAGE)).claims]
    assert told == [(c.subject, c.predicate, c.object) for c in read_document(Document("pages/x.txt", plain)).claims]
    assert told


@pytest.mark.parametrize(
    "word",
    ["Aa-", "A", "A.", "A'", "French-Belgian-", "Aa Bb, Cc Dd, ", "A of ", "“Aa Bb” (Cc Dd), ", "Aa Bb (Cc Dd) and "],
)
def test_what_goes_on_without_end_is_read_in_time(word: str) -> None:
    text = "New releases this week. " + (word * LENGTH)[:LENGTH]
    page = readable(Document("pages/x.txt", text))
    assert within_seconds(SOONER_THAN, lambda: EXTRACTOR.read(page, Known(), 1.0)).kind == "article"
