"""IRIs stay: whatever comes in whatever order, is judged one, parted again."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.claim import Claim, Mention
from kg.document import Span
from kg.errors import BuildError
from kg.resolve import Ledger, Resolution, resolve
from kg.resolve.judgement import Judged, Judgement

PEOPLE = ("Ana Ruibal", "Ana Rubial", "Bo Lindqvist", "Bo Lindkvist", "Orla Brandvik", "Kim", "Jean-Luc Morvan")
FILMS = ("Kelp", "Kelp 2", "Salt Road", "The Salt Road", "Tide", "Été")
COUNTRIES = ("France", "Belgium", "Norway")


def said(document: str, facts: list[tuple[int, int, int]]) -> list[Claim]:
    """Claims of one document: people direct films, films have countries."""
    span = (Span(0, 1, "x"),)
    found = []
    for person, film, country in facts:
        work = Mention("Film", FILMS[film])
        found.append(Claim(document, None, Mention("Person", PEOPLE[person]), "directed", work, span, "t/1", "t"))
        land = Mention("Country", COUNTRIES[country])
        found.append(Claim(document, None, work, "countryOfOrigin", land, span, "t/1", "t", as_of="2020-01-01"))
    return found


def judged(kind: Any, one: int, other: int, line: int) -> Judgement:
    return Judgement(
        kind, Judged("Person", PEOPLE[one]), Judged("Person", PEOPLE[other]), None, "me", "2026", "so", line
    )


facts = st.tuples(st.integers(0, len(PEOPLE) - 1), st.integers(0, len(FILMS) - 1), st.integers(0, len(COUNTRIES) - 1))
documents = st.lists(st.lists(facts, min_size=1, max_size=3), min_size=2, max_size=7)
pairs = st.sampled_from(list(combinations(range(len(PEOPLE)), 2)))
steps = st.lists(
    st.one_of(st.just(("add",)), st.tuples(st.sampled_from(["same", "different", "withdrawn"]), pairs)),
    min_size=3,
    max_size=14,
)


def groups(resolution: Resolution) -> set[frozenset[tuple[str, str, str]]]:
    """Which mentions are one, whatever their IRI."""
    by_iri: dict[str, set[tuple[str, str, str]]] = {}
    for mention, entity in resolution.by_mention.items():
        by_iri.setdefault(entity.iri, set()).add(mention)
    return {frozenset(each) for each in by_iri.values()}


def walk(told: list[list[tuple[int, int, int]]], order: list[int], moves: list[Any]) -> Any:
    """Build after each step with one ledger; gives each resolution with what it was made from."""
    ledger, claims, judgements = Ledger(), [], []
    waiting = list(order)
    for move in [("add",), *moves, *([("add",)] * len(order))]:
        if move[0] == "add":
            if not waiting:
                continue
            number = waiting.pop(0)
            claims = [*claims, *said(f"a/{number}", told[number])]
        else:
            judgements = [*judgements, judged(move[0], *move[1], line=len(judgements) + 1)]
        try:
            resolution = resolve(claims, judgements, ledger)
        except BuildError:  # a contradiction, which a person would mend: here the last one is taken back
            judgements = judgements[:-1]
            resolution = resolve(claims, judgements, ledger)
        yield resolution, claims, judgements, ledger


@settings(max_examples=60, deadline=None)
@given(documents, st.randoms(), steps)
def test_an_iri_stays_or_redirects(told: Any, random: Any, moves: Any) -> None:
    order = list(range(len(told)))
    random.shuffle(order)
    ever: dict[tuple[str, str, str], set[str]] = {}
    for resolution, _, _, ledger in walk(told, order, moves):
        known = {each.iri for each in ledger.issued} | {f"country/{code}" for code in ("FR", "BE", "NO")}
        for mention, entity in resolution.by_mention.items():
            before = ever.setdefault(mention, set())
            assert entity.iri in known
            # What it was called once leads to what it is called now, or still stands for what it was parted from.
            standing = {each.iri for each in resolution.by_mention.values()}
            assert all(iri in standing or iri in resolution.redirects for iri in before)
            before.add(entity.iri)


@settings(max_examples=60, deadline=None)
@given(documents, st.randoms(), steps)
def test_no_two_things_have_one_iri_and_none_is_issued_twice(told: Any, random: Any, moves: Any) -> None:
    order = list(range(len(told)))
    random.shuffle(order)
    for resolution, _, _, ledger in walk(told, order, moves):
        issued = [each.iri for each in ledger.issued]
        assert len(issued) == len(set(issued))
        assert not set(resolution.redirects) & {each.iri for each in resolution.by_mention.values()}


@settings(max_examples=60, deadline=None)
@given(documents, st.randoms(), steps)
def test_step_by_step_gives_what_one_build_gives(told: Any, random: Any, moves: Any) -> None:
    order = list(range(len(told)))
    random.shuffle(order)
    *_, (resolution, claims, judgements, ledger) = walk(told, order, moves)
    random.shuffle(claims)
    whole = resolve(claims, judgements, Ledger(list(ledger.issued)))
    assert {m: e.iri for m, e in whole.by_mention.items()} == {m: e.iri for m, e in resolution.by_mention.items()}
    assert groups(whole) == groups(resolve(claims, judgements, Ledger()))


@settings(max_examples=40, deadline=None)
@given(documents, pairs)
def test_a_merge_taken_back_gives_both_their_iris_again(told: Any, pair: tuple[int, int]) -> None:
    claims = [claim for number, facts in enumerate(told) for claim in said(f"a/{number}", facts)]
    ledger = Ledger()
    before = resolve(claims, [], ledger)
    resolve(claims, [judged("same", *pair, line=1)], ledger)
    after = resolve(claims, [judged("same", *pair, line=1), judged("withdrawn", *pair, line=2)], ledger)
    assert {m: e.iri for m, e in after.by_mention.items()} == {m: e.iri for m, e in before.by_mention.items()}
