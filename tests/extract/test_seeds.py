"""The four seeds: every core fact, at least 46 of the extended ones, no false claim, and none of the traps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.claim import Claim, Mention
from kg.extract import read_all
from kg.extract.score.evaluate import Evaluation, evaluate
from kg.extract.score.gold import read_gold
from kg.read import read_sources

ROOT = Path(__file__).parents[2]
LISTING, NEWEST = "001_e25b131ecf88189c.txt", "000_a926f6b1a73606f3.txt"
ARTICLE = "002_7ad8e5dcf1e4b5e9.txt"


@pytest.fixture(scope="module")
def readings() -> list[Any]:
    return read_all(read_sources([ROOT / "seeds"]).documents)


@pytest.fixture(scope="module")
def claims(readings: list[Any]) -> list[Claim]:
    return [claim for reading in readings for claim in reading.claims]


@pytest.fixture(scope="module")
def score(claims: list[Claim]) -> Evaluation:
    return evaluate(claims, read_gold(ROOT / "tests" / "gold" / "seeds.jsonl"))


def test_every_core_fact_is_found(score: Evaluation) -> None:
    assert [tier.misses for tier in score.tiers if tier.name == "core"] == [()]


def test_at_least_46_extended_facts_are_found(score: Evaluation) -> None:
    assert next(tier.found for tier in score.tiers if tier.name == "extended") >= 46


def test_no_claim_is_false(score: Evaluation) -> None:
    assert score.false == ()


def test_no_derived_claim_rests_on_a_false_one(score: Evaluation) -> None:
    assert score.derived_false == ()


def facts(claims: list[Claim], document: str) -> set[tuple[str, str, str]]:
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else c.object.value)
        for c in claims
        if c.document.endswith(document)
    }


def test_the_wind_turbine_is_in_no_claim(claims: list[Claim]) -> None:
    text = " ".join(" ".join(fact) for fact in facts(claims, ARTICLE))
    assert "Fairwind" not in text
    assert "Bone Therapeutics" not in text


def test_schwab_directs_and_glover_acts(claims: list[Claim]) -> None:
    found = facts(claims, NEWEST)
    assert ("Crispin Glover", "directed", "Mr. K") not in found
    assert ("Tallulah H Schwab", "starredIn", "Mr. K") not in found


def test_japan_is_a_setting_and_no_country_of_origin(claims: list[Claim]) -> None:
    assert {predicate for _, predicate, place in facts(claims, NEWEST) if place == "Japan"} == {"setIn"}


def test_the_page_heading_is_no_fact(claims: list[Claim]) -> None:
    heading = (ROOT / "seeds" / LISTING).read_text(encoding="utf-8").index("Production / Belgium")
    assert not any(
        span.start <= heading + 12 < span.end for c in claims if c.document.endswith(LISTING) for span in c.spans
    )


def test_two_films_of_one_item_have_their_own_directors(claims: list[Claim]) -> None:
    found = {fact for fact in facts(claims, LISTING) if fact[1] == "directed" and fact[2] in ("Escapada", "Cavale")}
    assert found == {("Sarah Hirtt", "directed", "Escapada"), ("Virginie Gourmel", "directed", "Cavale")}


def test_the_order_of_documents_does_not_matter(readings: list[Any]) -> None:
    documents = [reading.document for reading in readings]
    again = read_all(reversed(documents))
    assert [reading.claims for reading in again] == [reading.claims for reading in readings]


def test_every_line_is_read_ignored_by_a_named_rule_or_reported(readings: list[Any]) -> None:
    for reading in readings:
        printed = [n for n, line in enumerate(reading.document.text.split("\n"), 1) if line.strip()]
        assert [line.number for line in reading.lines] == printed
        assert all(line.rule for line in reading.lines)


def test_every_claim_keeps_to_the_vocabulary_and_its_words(readings: list[Any]) -> None:
    from kg.vocabulary import check

    for reading in readings:
        for claim in reading.claims:
            check(claim)
            assert all(reading.document.holds(span) for span in claim.spans)
