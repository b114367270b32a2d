"""Shortcuts of the reader lose nothing: what they pass over could not have been read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.claim import Claim, Mention, Value
from kg.document import Document, Span
from kg.extract.grammar import grammar
from kg.extract.names import Known, Names
from kg.extract.news import sentences
from kg.extract.pattern.step import Walk
from kg.extract.slot.kinds import BEGINNINGS, ENDINGS, KINDS
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = ("article-lakefund", "article-french-saumure", "listing-croatia-glued", "listing-production")


def stretches(page: str, *, headline: bool) -> Iterator[Names]:
    document = Document(page, (GOLDEN / page / "page.txt").read_text(encoding="utf-8"))
    for number in range(1, document.line_count + 1):
        for part in sentences(document, *document.line_span(number)):
            tokens = tokenise(document, part.first, part.last)
            if len(tokens):
                yield Names(tokens, Known(), headline=headline)


@pytest.mark.parametrize("headline", [False, True])
@pytest.mark.parametrize("page", PAGES)
def test_no_name_begins_where_its_kind_cannot_begin(page: str, headline: bool) -> None:
    lost = {
        (kind, names.tokens.words[at])
        for names in stretches(page, headline=headline)
        for kind, begin in BEGINNINGS.items()
        for at in set(range(names.n)) - set(begin(names))
        if list(KINDS[kind](names, at))
    }
    assert lost == set()


@pytest.mark.parametrize("headline", [False, True])
@pytest.mark.parametrize("page", PAGES)
def test_no_name_ends_where_its_kind_cannot_end(page: str, headline: bool) -> None:
    lost = {
        (kind, names.tokens.text(at, last))
        for names in stretches(page, headline=headline)
        for kind, end in ENDINGS.items()
        for at in range(names.n)
        for last, *_ in names.candidates(kind, at)
        if last - 1 not in set(end(names))
    }
    assert lost == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_rule_that_is_passed_over_reads_nothing_at_any_token(page: str) -> None:
    lost = set()
    for names in stretches(page, headline=False):
        rules = grammar("article", "teaser", "works", language=names.language)
        possible = {rule.name for rule in rules.possible(names.words)}
        for rule in rules.rules:
            if rule.name in possible or rule.pattern.anchored:
                continue
            walk = Walk(names, 0)
            for at in range(names.n):
                if not rule.pattern.starts or names.lower[at] in rule.pattern.starts:
                    rule.pattern.step(walk, at, (), 0.0)
            if walk.found:
                lost.add(rule.name)
    assert lost == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_rule_is_tried_only_where_each_of_its_needs_has_a_word(page: str) -> None:
    unmet = {
        rule.name
        for names in stretches(page, headline=False)
        for rule in grammar("article", "teaser", "works", language=names.language).possible(names.words)
        for need in rule.pattern.needs
        if need.isdisjoint(names.words)
    }
    assert unmet == set()


@pytest.mark.parametrize("page", PAGES)
def test_rules_are_tried_in_the_order_of_their_file(page: str) -> None:
    for names in stretches(page, headline=False):
        rules = grammar("teaser", "works", language=names.language)
        possible = rules.possible(names.words)
        assert possible == [rule for rule in rules.rules if rule in possible]


@pytest.mark.parametrize("page", PAGES)
def test_no_reading_begins_with_a_name_where_its_pattern_does_not_look(page: str) -> None:
    lost = set()
    for names in stretches(page, headline=False):
        for rule in grammar("teaser", "works", language=names.language).possible(names.words):
            if rule.pattern.slot is None or rule.pattern.anchored:
                continue
            walk = Walk(names, 0)
            for at in names.openings(rule.pattern.slot):
                walk.first = at
                rule.pattern.step(walk, at, (), 0.0)
            if set(walk.found) - set(rule.pattern.readings(names)):
                lost.add(rule.name)
    assert lost == set()


def test_a_page_keeps_the_known_names_that_it_prints() -> None:
    known = Known(people=frozenset({"ana ruiz"}), titles=frozenset({"up", "the lake house"}))
    assert known.within("In  “The Lake\u00a0House” and UP, Ana Ruiz’s mother") == known


def test_a_page_drops_the_known_names_that_it_does_not_print() -> None:
    known = Known(people=frozenset({"ana ruizo"}), titles=frozenset({"oz", "the lake"}), companies=frozenset({"ama"}))
    assert known.within("Ana Ruiz on the boat") == Known()


@pytest.mark.parametrize("value", [Mention("Film", 'Le "Lac" \\ l’été\n'), Value("one \u2028 two")])
def test_the_id_of_a_claim_is_the_hash_of_its_compact_json(value: Mention | Value) -> None:
    qualifiers = {"year": 2024, "approximate": True, "section": "Un “Regard”", "amount": 1.5}
    claim = Claim(
        "d/é.txt", 1, Mention("Person", "Zoé"), "directed", value, (Span(1, 3, "ab"), Span(5, 6, "c")), "x/1", "rule",
        qualifiers,
    )  # fmt: skip
    end = {"value": value.value} if isinstance(value, Value) else {"type": value.type, "name": value.name}
    core = ["d/é.txt", {"type": "Person", "name": "Zoé"}, "directed", end, qualifiers, [[1, 3], [5, 6]]]
    packed = json.dumps(core, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert claim.id == hashlib.sha256(packed.encode()).hexdigest()[:20]
