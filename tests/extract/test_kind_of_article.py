"""What articles are told apart by from listings."""

from __future__ import annotations

from kg.document import Document
from kg.extract.kind import recognise

ARTICLE = (
    "Harbour Fund backs three films\n\n11/10/2016 - The committee has earmarked money for a comedy and two dramas\n\n"
    "Harbour Fund backs three films\n\n" + "The committee of the fund has decided to support three new projects. " * 8
)
OTHERS = (
    "\n\nsee also\n11/10/2016\nForum hands out its prizes\n10/10/2016\nA mixed summer\n09/10/2016\nA new film law\n"
)


def test_an_article_above_a_dated_list_of_others_is_an_article() -> None:
    assert recognise(Document("page.txt", ARTICLE + OTHERS))[0] == "article"
