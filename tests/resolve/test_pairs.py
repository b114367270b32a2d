"""The rules of identity on labelled pairs: what they must never do, and what they must go on doing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.resolve.compare import compare
from kg.resolve.evaluation import Pair, interval, read_pairs, render
from kg.resolve.profile import Profile

GOLD = Path(__file__).parent.parent / "gold" / "identity"
PAIRS = [pair for path in sorted(GOLD.glob("*.jsonl")) for pair in read_pairs(path)]
# The rules are not built on these: only that nothing is merged wrongly is held against them.
LEFT_ALONE = [pair for path in sorted((GOLD / "left_alone").glob("*.jsonl")) for pair in read_pairs(path)]
# Shares on all pairs when this was written, less what a few pairs may change.
LEAST_RECALL, LEAST_MERGED = 0.97, 0.84


def named(pair: Pair) -> str:
    return f"{pair.left.name}|{pair.right.name}|{pair.kind}"


@pytest.mark.parametrize("pair", [pair for pair in [*PAIRS, *LEFT_ALONE] if not pair.same], ids=named)
def test_two_are_never_merged_by_rule(pair: Pair) -> None:
    assert pair.judged().decision != "same"


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.same], ids=named)
def test_the_order_of_the_two_makes_no_difference(pair: Pair) -> None:
    assert compare(pair.left, pair.right) == compare(pair.right, pair.left)


def test_nearly_all_that_are_one_are_merged_or_asked_about() -> None:
    same = [pair.judged().decision for pair in PAIRS if pair.same]
    assert 1 - same.count("different") / len(same) >= LEAST_RECALL


def test_most_that_are_one_are_merged_by_rule() -> None:
    same = [pair.judged().decision for pair in PAIRS if pair.same]
    assert same.count("same") / len(same) >= LEAST_MERGED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Les Barons", "Les Baronnes"),
        ("Happy Retirement", "Happy Retirement 2"),
        ("Summer 1993", "Summer 1994"),
        ("Unit II", "Unit III"),
        ("The Father", "The Mother"),
    ],
)
def test_look_alike_titles_of_one_director_stay_two(one: str, other: str) -> None:
    maker = frozenset({"nabil ben yadir"})
    lands, years = frozenset({"Belgium"}), frozenset({2024})
    left, right = (Profile("Film", name, years=years, countries=lands, directors=maker) for name in (one, other))
    assert compare(left, right).decision != "same"


@pytest.mark.parametrize(
    ("one", "other"), [("Michel Darc", "Michèle Darc"), ("Lou Darc", "Louis Darc"), ("Luc Darc", "Jean-Pierre Darc")]
)
def test_other_given_names_on_one_film_are_never_merged_by_rule(one: str, other: str) -> None:
    left, right = (
        Profile("Person", name, works=frozenset({"kelp"}), roles=frozenset({"directed"})) for name in (one, other)
    )
    assert compare(left, right).decision != "same"


def test_two_side_by_side_in_one_document_are_never_merged() -> None:
    left, right = (
        Profile("Person", name, documents=frozenset({"a/1"}), works=frozenset({"kelp"}), roles=frozenset({"directed"}))
        for name in ("Lana Orskaya", "Lana Orskaja")
    )
    assert compare(left, right).decision != "same"


def test_a_shared_identifier_makes_two_titles_one() -> None:
    left, right = (Profile("Film", name, identifiers=frozenset({"imdb:tt1"})) for name in ("Mlynská voda", "Millwater"))
    assert compare(left, right).decision == "same"


def test_other_identifiers_of_one_register_are_two() -> None:
    left, right = (Profile("Person", "Ana Orsk", identifiers=frozenset({f"imdb:nm{n}"})) for n in (1, 2))
    assert compare(left, right).decision == "different"


def test_a_country_in_a_companys_name_weighs_much() -> None:
    left, right = (Profile("Company", name, works=frozenset({"kelp"})) for name in ("Orsk Belgium", "Orsk France"))
    assert compare(left, right).decision == "different"


def test_a_legal_form_weighs_nothing() -> None:
    assert compare(Profile("Company", "Orsk Film"), Profile("Company", "Orsk Film Sp. z o.o.")).decision == "same"


def test_the_interval_of_nothing_is_everything() -> None:
    assert interval(0, 0) == (0.0, 1.0)


def test_the_interval_of_all_ends_at_one() -> None:
    low, high = interval(50, 50)
    assert (0.9 < low < 0.95, high) == (True, 1.0)


def test_a_wrong_merge_is_listed() -> None:
    pair = Pair(False, "made-up", Profile("Person", "Ana Orsk"), Profile("Person", "Ana Orsk"))
    assert list(render([pair]))[-1] == "merged and two: Ana Orsk | Ana Orsk  (made-up; same name)"


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"same": true}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"p\.jsonl:1: not a labelled pair"):
        read_pairs(tmp_path / "p.jsonl")
