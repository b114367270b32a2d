"""What a sentence says is read once for the names that matter to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.document import Document
from kg.extract.listing.datelines import dateline_heads
from kg.extract.listing.news_index import index_tags
from kg.extract.names import Known, fold
from kg.extract.news import read_phrases, read_whole, sentences
from kg.extract.remembered import Sentence, facts_in, met_by, names_in
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parents[1] / "golden"
TEXT = "Produced by Sund Films, Low Tide is directed by Ana and Iria Ruibal."
PAGE = Document("pages/remembered.txt", TEXT)
_CAPITALS = re.compile(r"[^\W\d_a-z][\w’-]+(?: (?:(?:of|the|and) )*[^\W\d_a-z][\w’-]+){0,3}")


def test_names_of_which_a_text_has_no_word_do_not_matter_to_it() -> None:
    known = Known(frozenset({"otto brandt"}), frozenset({"harbour", "low tide"}), frozenset({"sund films"}))
    assert met_by(known, TEXT) == Known(frozenset(), frozenset({"low tide"}), frozenset({"sund films"}))


def test_a_name_that_shares_its_surname_matters() -> None:
    assert met_by(Known(frozenset({"ana ruibal"})), TEXT).people == {"ana ruibal"}


def test_surnames_and_what_stands_around_stay() -> None:
    known = Known(surnames=frozenset({"holm"}), titles=frozenset({"harbour"}), around=" a word ")
    assert met_by(known, TEXT) == Known(surnames=frozenset({"holm"}), around=" a word ")


def test_a_sentence_is_not_read_again_for_a_name_that_it_has_not() -> None:
    part = [Sentence(0, len(TEXT))]
    read_phrases(PAGE, "teaser", part, Known(), "works")
    before = facts_in.cache_info()
    read_phrases(PAGE, "teaser", part, Known(titles=frozenset({"harbour"})), "works")
    after = facts_in.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)


def test_readers_of_one_sentence_in_turn_share_what_they_find_of_its_names() -> None:
    names = names_in(PAGE, Sentence(0, 40), Known())
    found = names.candidates("people", 0)
    assert names_in(PAGE, Sentence(0, 40), Known()).tables["people"][0] is found


def test_a_grammar_does_not_read_by_the_phrases_of_another() -> None:
    part = Sentence(0, len(TEXT))
    alone = facts_in.__wrapped__(PAGE, part, ("teaser", "works"), Known(), frozenset())
    names_in.cache_clear()
    facts_in.__wrapped__(PAGE, part, ("article", "teaser", "works"), Known(), frozenset())
    names_in(PAGE, part, Known()).phrases["stage"] = [[]] * (len(TEXT) + 1)
    assert facts_in.__wrapped__(PAGE, part, ("teaser", "works"), Known(), frozenset()) == alone


def test_a_sentence_is_cut_once_for_all_its_readers() -> None:
    assert tokenise(PAGE, 0, 40) is tokenise(PAGE, 0, 40)


@pytest.mark.parametrize("look", [index_tags, dateline_heads])
def test_a_layout_is_looked_for_once(look: Callable[[Document], object]) -> None:
    assert look(PAGE) is look(PAGE)


def test_whoever_changes_what_was_read_changes_it_for_nobody_else() -> None:
    read_whole(PAGE, "headline", 0, len(TEXT), Known()).append(None)  # type: ignore[arg-type]
    assert None not in read_whole(PAGE, "headline", 0, len(TEXT), Known())


@pytest.mark.parametrize("page", ["article-lakefund", "listing-production", "roundup"])
def test_names_that_do_not_matter_change_nothing(page: str) -> None:
    document = Document(page, (GOLDEN / page / "page.txt").read_text(encoding="utf-8"))
    names = sorted({fold(found) for found in _CAPITALS.findall(document.text)})
    known = Known(frozenset(names[::3]), frozenset(names[1::3]), frozenset(names[2::3]))
    for number in range(1, document.line_count + 1):
        for part in sentences(document, *document.line_span(number)):
            met = met_by(known, document.text[part.first : part.last])
            grammars = ("article", "teaser", "works")
            assert facts_in.__wrapped__(document, part, grammars, known, frozenset()) == facts_in.__wrapped__(
                document, part, grammars, met, frozenset()
            )
