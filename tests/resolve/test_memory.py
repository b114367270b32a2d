"""What earlier builds made of names is used again as long as it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.resolve import memory as memories
from kg.resolve.compare import compare
from kg.resolve.memory import Memory, read_memory, write_memory
from kg.resolve.profile import Profile
from kg.resolve.rarity import Rarity, rarity_of
from kg.resolve.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

LEFT = Profile("Person", "Thierry Lhermite", works=frozenset({"le placard"}), roles=frozenset({"starredIn"}))
RIGHT = Profile("Person", "Thierry Lhermitte", works=frozenset({"le placard"}), roles=frozenset({"starredIn"}))
FEW = rarity_of(["Thierry Lhermite", "Thierry Lhermitte", "Ana Ruibal"])
MANY = rarity_of(
    [f"{first} {last}" for first in ("Ana", "Bo", "Cy", "Di", "Eva", "Flo", "Gus", "Hal", "Ida") for last in
     ("Lhermite", "Lhermitte")]
)  # fmt: skip


PAIR = b"two names"


def itself(profile: Profile) -> Profile:
    return profile


def again(path: Path, memory: Memory) -> Memory:
    write_memory(path, memory)
    return read_memory(path)


def test_a_verdict_is_that_of_the_rules() -> None:
    assert Memory().verdict(PAIR, itself, LEFT, RIGHT, FEW) == compare(LEFT, RIGHT, FEW)


def test_a_verdict_comes_back_as_it_was(tmp_path: Path) -> None:
    first = Memory()
    found = first.verdict(PAIR, itself, LEFT, RIGHT, FEW)
    second = again(tmp_path / "m", first)
    assert (second.verdict(PAIR, itself, LEFT, RIGHT, FEW), second.compared) == (found, 0)


@pytest.mark.parametrize("ask", ["common", "established"])
def test_a_verdict_is_made_again_when_words_have_become_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    def by_rarity(_: Profile, __: Profile, rarity: Rarity) -> Verdict:
        return Verdict("review" if getattr(rarity, ask)("lhermitte") else "same", 0.5, "spelling")

    monkeypatch.setattr(memories, "compare", by_rarity)
    first = Memory()
    first.verdict(PAIR, itself, LEFT, RIGHT, FEW)
    second = again(tmp_path / "m", first)
    assert [second.verdict(PAIR, itself, LEFT, RIGHT, each).decision for each in (FEW, MANY)] == ["same", "review"]


def test_a_verdict_is_made_again_when_more_is_known(tmp_path: Path) -> None:
    first = Memory()
    first.verdict(PAIR, itself, LEFT, RIGHT, FEW)
    second = again(tmp_path / "m", first)
    more = Profile("Person", "Thierry Lhermitte", years=frozenset({2019}))
    assert (second.verdict(b"more", itself, LEFT, more, FEW), second.compared) == (compare(LEFT, more, FEW), 1)


def test_a_verdict_that_nobody_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    first = Memory()
    first.verdict(PAIR, itself, LEFT, RIGHT, FEW)
    second = again(tmp_path / "m", first)
    assert again(tmp_path / "m", second).verdicts == {}


def test_names_and_pairs_come_back(tmp_path: Path) -> None:
    first = Memory()
    pairs = first.search("person", {"Thierry Lhermite", "Thierry Lhermitte", "Ana Ruibal"})
    second = again(tmp_path / "m", first)
    assert (second.search("person", {"Thierry Lhermite", "Thierry Lhermitte", "Ana Ruibal"}), second.scored) == (
        pairs,
        0,
    )


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "Thierry Lhermite", "Thierry Lhermitte"),
        ("person", "G. Orskatore", "Giuseppe Orskatore"),
        ("work", "Orskat", "Orskat: Cultural Learnings"),
        ("company", "Orskropolitan", "Orskropolitan Filmexport"),
    ],
)
def test_a_new_name_is_held_against_those_that_were_there(tmp_path: Path, family: str, one: str, other: str) -> None:
    first = Memory()
    first.search(family, {one, "Ana Ruibal"})
    second = again(tmp_path / "m", first)
    assert second.search(family, {one, other, "Ana Ruibal"}) == {(one, other)}


def test_a_name_that_is_gone_takes_its_pairs_along(tmp_path: Path) -> None:
    first = Memory()
    first.search("person", {"Thierry Lhermite", "Thierry Lhermitte"})
    second = again(tmp_path / "m", first)
    second.search("person", {"Thierry Lhermite"})
    assert again(tmp_path / "m", second).pairs == {}


TWO = ("Thierry Lhermite", "Thierry Lhermitte")
KNOWN = {TWO[0]: b"1", TWO[1]: b"2"}


def found_apart(folder: Path, monkeypatch: pytest.MonkeyPatch, verdict: Verdict) -> Memory:
    """Give the memory after a build that gave a verdict on two names that look alike."""
    monkeypatch.setattr(memories, "compare", lambda *_: verdict)
    first = Memory()
    assert first.search("person", set(TWO), KNOWN) == {TWO}
    first.verdict(b"12", itself, LEFT, RIGHT, FEW)
    first.set_apart("person", {TWO: b"12"})
    return again(folder / "m", first)


def test_two_that_are_different_are_left_out_as_long_as_nothing_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = found_apart(tmp_path, monkeypatch, Verdict("different", 0.1, ""))
    assert (set(second.search("person", set(TWO), KNOWN)), second.verdicts) == (set(), {})


@pytest.mark.parametrize("then", [{**KNOWN, TWO[0]: b"3"}, {TWO[0]: b"1"}])
def test_two_that_are_different_are_looked_at_again_when_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: dict[str, bytes]
) -> None:
    second = found_apart(tmp_path, monkeypatch, Verdict("different", 0.1, ""))
    assert second.search("person", set(TWO), then) == {TWO}
    assert again(tmp_path / "m", second).search("person", set(TWO), then) == {TWO}


def test_two_that_may_be_one_are_not_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = found_apart(tmp_path, monkeypatch, Verdict("review", 0.8, "spelling"))
    assert second.search("person", set(TWO), KNOWN) == {TWO}


def test_a_memory_that_was_asked_for_no_pairs_has_none_to_leave_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "compare", lambda *_: Verdict("different", 0.1, ""))
    memory = Memory()
    memory.verdict(b"12", itself, LEFT, RIGHT, FEW)
    memory.set_apart("person", {TWO: b"12"})
    assert b"12" in memory.verdicts


def test_a_name_that_is_gone_takes_the_pairs_along_that_were_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = found_apart(tmp_path, monkeypatch, Verdict("different", 0.1, ""))
    second.search("person", {TWO[1]}, {TWO[1]: b"2"})
    third = again(tmp_path / "m", second)
    assert (third.pairs, third.apart) == ({}, {})


def test_what_another_program_found_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Memory()
    first.verdict(PAIR, itself, LEFT, RIGHT, FEW)
    write_memory(tmp_path / "m", first)
    monkeypatch.setattr(memories, "_program", lambda: "another")
    assert read_memory(tmp_path / "m").verdicts == {}
