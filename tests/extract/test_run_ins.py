"""Run-in headings: a title at the beginning of its paragraph, and sentences that only look so."""

from __future__ import annotations

from kg.document import Document
from kg.extract.article.lines import article_lines
from kg.extract.article.run_ins import split_run_ins

REST = "The fund gave NOK 900.000 to Low Water, a first feature about two brothers and the boat they share in winter."


def lines_of(*paragraphs: str) -> list[str]:
    document = Document("page.txt", "\n\n".join(["A fund has decided", *paragraphs]) + "\n")
    _, lines = article_lines(document)
    return [document.text[first:last] for _, first, last in split_run_ins(document, lines)]


def test_a_title_that_its_paragraph_names_again_stands_alone() -> None:
    assert lines_of(f"Low Water (Lavvann). {REST}")[1:] == ["Low Water (Lavvann)", REST]


def test_a_first_sentence_is_no_title() -> None:
    sentence = f"The fund has spoken. {REST}"
    assert lines_of(sentence)[1:] == [sentence]


def test_a_person_is_no_title() -> None:
    sentence = f"Anna Berg. {REST} Anna Berg is pleased."
    assert lines_of(sentence)[1:] == [sentence]
