"""What the seeds' build exports conforms to the shapes of the vocabulary, and gold facts fit the table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.graph.validate import validate
from kg.vocabulary import check, countries, vocabulary

GOLD = [
    json.loads(line)
    for line in (Path(__file__).parent / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
]
TYPES = {(row["seed"], row["s"]): row["o"] for row in GOLD if row["p"] == "type"}
FACTS = [row for row in GOLD if row["p"] != "type"]


def test_the_exports_of_the_seeds_conform(seeds_built: Any) -> None:
    assert validate(seeds_built.out) == []


def end(row: dict[str, Any], name: str, classes: tuple[str, ...]) -> Mention:
    """Give a gold name as a mention of the class that the gold says, or the first that the predicate allows."""
    known = TYPES.get((row["seed"], name))
    if known is None and "Country" in classes and countries().code(name):
        known = "Country"
    return Mention(known or classes[0], name)


@pytest.mark.parametrize("row", FACTS, ids=lambda row: f"{row['s']}-{row['p']}-{row['o']}"[:60])
def test_a_gold_fact_fits_the_vocabulary(row: dict[str, Any]) -> None:
    predicate = vocabulary().predicates[row["p"]]
    qualifiers = {key: value for key, value in row.get("q", {}).items() if key not in ("alt", "alt_o")}
    check(
        Claim(
            document=row["seed"],
            item=row["item"],
            subject=end(row, row["s"], predicate.subjects),
            predicate=row["p"],
            object=Value(row["o"]) if predicate.literal else end(row, row["o"], predicate.objects),
            spans=(Span(0, 1, "x"),),
            extractor="gold",
            rule="gold",
            qualifiers=qualifiers,
        )
    )
