"""Answers: what is given along with a name raises or lowers a candidate, and when one is said to be the match."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from register import ThreadDesk, film_store

from kg.graph.namespace import DEFAULT_BASE
from kg.query.guard import guard
from kg.serve.reconciliation import answer_batch, find
from kg.serve.reconciliation.answer import asked_for
from kg.serve.reconciliation.evidence import Given, agreement, texts_of, year_agreement
from kg.serve.reconciliation.facts import Value, facts_of, query_of
from kg.serve.reconciliation.property import Property, properties, properties_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph.labels import Labels

DIRECTOR, YEAR = properties()["director"], properties()["year"]


def answered(labels: Labels, name: str, **more: Any) -> list[dict[str, Any]]:
    found = find(labels, {"q": {"query": name, **more}})
    facts = asyncio.run(facts_of(ThreadDesk(film_store()), DEFAULT_BASE, *asked_for(found)))
    return list(answer_batch(found, facts, DEFAULT_BASE)["q"]["result"])


def given(**values: Any) -> list[dict[str, Any]]:
    return [{"pid": pid, "v": value} for pid, value in values.items()]


# ---- scores ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pid", "value"),
    [
        ("director", "Ana Ruibal"), ("director", "ana ruibal"), ("director", {"id": "person/ana"}),
        ("director", {"id": "x", "name": "Ana Ruibal"}), ("director", ["Nobody", "Ana Ruibal"]),
        ("director", "Ana Ruibál"),
        ("director", f"{DEFAULT_BASE}person/ana"), ("year", 1998), ("year", "1998"), ("year", "1998-07-03"),
        ("year", 1998.0), ("country", "Norway"), ("country", "NO"), ("country", "Norvège"), ("company", "Nord Film"),
        ("^directed", "Ana Ruibal"), ("countryOfOrigin", "country/NO"), ("alsoKnownAs", "Le Kip"),
    ],
)  # fmt: skip
def test_what_agrees_puts_a_namesake_first(film_labels: Labels, pid: str, value: Any) -> None:
    found = answered(film_labels, "Kip", properties=given(**{pid: value}))
    assert found[0]["id"] == "film/kip"
    assert found[0]["score"] > found[1]["score"]


def test_a_misspelt_director_speaks_for_a_film_too(film_labels: Labels) -> None:
    assert answered(film_labels, "Kip", properties=given(director="Ana Ruibel"))[0]["id"] == "film/kip"


def test_all_that_agrees_makes_a_hundred(film_labels: Labels) -> None:
    best = answered(film_labels, "Kip", properties=given(director="Ana Ruibal", year=1998, country="NO"))[0]
    assert best["score"] == 100.0


def test_what_contradicts_takes_a_quarter(film_labels: Labels) -> None:
    (film, *_) = answered(film_labels, "The Salt Ferry", properties=given(director="Bo Lind"))
    assert (film["id"], film["score"]) == ("film/salt", 75.0)


def test_what_is_not_known_neither_proves_nor_disproves(film_labels: Labels) -> None:
    (film, *_) = answered(film_labels, "Old Quay", properties=given(director="Bo Lind"))
    assert (film["id"], film["score"]) == ("film/old", 87.5)


def test_the_features_behind_a_score_are_told(film_labels: Labels) -> None:
    (film, *_) = answered(film_labels, "Kip", properties=given(director="Ana Ruibal", year=1999))
    assert film["features"] == [
        {"id": "name", "value": 1.0}, {"id": "director", "value": 1.0}, {"id": "year", "value": 0.75},
    ]  # fmt: skip


def test_an_unknown_property_is_passed_over(film_labels: Labels) -> None:
    assert answered(film_labels, "Old Quay", properties=given(colour="blue")) == answered(film_labels, "Old Quay")


# ---- match -------------------------------------------------------------------------------------------------------


def matched(found: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in found if each["match"]]


def test_one_of_the_very_name_is_the_match(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "the salt ferry")) == ["film/salt"]


def test_another_name_of_a_thing_is_its_name_too(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "Le Kip")) == ["film/kip"]


def test_of_two_of_one_name_none_is_the_match(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "Bo Lind")) == []


def test_a_look_alike_is_never_the_match(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "The Salt Fery")) == []


def test_what_is_contradicted_is_not_the_match(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "The Salt Ferry", properties=given(director="Bo Lind"))) == []


def test_of_two_the_one_that_is_spoken_for_is_the_match(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "Kip", properties=given(director="Bo Lind"))) == ["film/kip-2"]


def test_of_two_the_one_that_is_merely_not_contradicted_is_not_the_match(film_labels: Labels) -> None:
    # Of kip the company is known and is another; of kip-2 none is known.
    assert matched(answered(film_labels, "Kip", properties=given(company="Sud Film"))) == []


def test_a_namesake_beyond_the_limit_still_stands_in_the_way(film_labels: Labels) -> None:
    assert matched(answered(film_labels, "Bo Lind", limit=1)) == []


# ---- evidence ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "released", "news", "wanted"),
    [
        ("1998", [1998], [], 1.0), ("1997", [1998], [], 0.75), ("1996", [1998], [], 0.6), ("1990", [1998], [], 0.0),
        ("1998", [], [], 0.5), ("2024", [], [2024], 0.7), ("2025", [], [2023, 2024], 0.7), ("1990", [], [2024], 0.5),
        ("next", [1998], [], 0.5), ("1998", [1990, 1998], [2024], 1.0),
    ],
)  # fmt: skip
def test_a_year_agrees_by_how_near_it_is(year: str, released: list[int], news: list[int], wanted: float) -> None:
    assert year_agreement(Given(YEAR, (year,)), released, news) == wanted


def test_values_without_letters_agree_with_nothing() -> None:
    assert agreement(Given(DIRECTOR, ("",)), [Value("Ana", "https://e/ana")]) == 0.0


@pytest.mark.parametrize(
    ("value", "texts"),
    [("a", ("a",)), (3, ("3",)), (3.0, ("3",)), (2.5, ("2.5",)), (True, ("true",)), (["a", {"id": "b"}], ("a", "b"))],
)
def test_every_value_of_a_property_is_a_text(value: Any, texts: tuple[str, ...]) -> None:
    assert texts_of(value) == texts


# ---- properties and facts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("each", properties().values(), ids=lambda each: each.id)
def test_the_query_of_every_property_passes_the_guard(each: Property) -> None:
    guard(query_of(each, [f"{DEFAULT_BASE}film/{number}" for number in range(250)], DEFAULT_BASE), each.id)


def test_every_class_with_names_has_properties() -> None:
    assert all(properties_of(kind) for kind in vocabulary().classes if kind in ("Film", "Person", "Company", "Award"))


def test_what_is_no_iri_is_never_asked_for() -> None:
    desk = ThreadDesk(film_store())
    assert asyncio.run(facts_of(desk, DEFAULT_BASE, ["x> } SELECT", "https://e/a b", ""], [DIRECTOR])) == {}
    assert desk.asked == []


def test_many_things_are_asked_for_in_parts() -> None:
    desk = ThreadDesk(film_store())
    things = [f"{DEFAULT_BASE}film/{number}" for number in range(600)] + [f"{DEFAULT_BASE}film/kip"]
    facts = asyncio.run(facts_of(desk, DEFAULT_BASE, things, [DIRECTOR]))
    assert len(desk.asked) == 3
    assert facts == {f"{DEFAULT_BASE}film/kip": {"director": (Value("Ana Ruibal", f"{DEFAULT_BASE}person/ana"),)}}
