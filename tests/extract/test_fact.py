"""A fact with other ends."""

from __future__ import annotations

from kg.claim import Mention
from kg.extract.facts import End, Fact

IDA = End(Mention("Person", "Ida Holm"), 0, 8)
SALT = End(Mention("Film", "Salt"), 12, 16)
FACT = Fact(IDA, "directed", SALT, 0, 16, "a-rule", 1.0)


def test_a_fact_with_its_own_ends_is_itself() -> None:
    assert FACT.with_ends(IDA, SALT) is FACT


def test_a_fact_with_another_end_keeps_what_else_it_says() -> None:
    mist = End(Mention("Film", "Mist"), 12, 16)
    assert FACT.with_ends(IDA, mist) == Fact(IDA, "directed", mist, 0, 16, "a-rule", 1.0)
