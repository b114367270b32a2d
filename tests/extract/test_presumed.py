"""Presumed titles: headlines that begin with somebody and end in a film."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_all

_HEAD = "12 articles available in total starting from 23/05/2002. Last article published on 02/12/2016.\n\n"


def _said(headline: str, teaser: str, tag: str = "Production | Estonia") -> set[tuple[str, str, str]]:
    item = f"{headline}\n\n{headline}\n\n{teaser}  \n\n02/12/2016 | {tag}\n\n"
    (reading,) = read_all([Document("page.txt", _HEAD + item)])
    return {
        (claim.subject.name, claim.predicate, claim.object.name)
        for claim in reading.claims
        if isinstance(claim.object, Mention)
    }


def test_a_title_has_small_words_and_digits() -> None:
    said = _said("Anna Kalmet moves her crew to Narva for 3 Winters until Spring", "The director’s second feature")
    assert ("Anna Kalmet", "directed", "3 Winters until Spring") in said


def test_the_teaser_tells_that_it_is_an_actress() -> None:
    said = _said("Anna Kalmet sharpens her skates for Paulette", "The actress plays a forgotten champion")
    assert ("Anna Kalmet", "starredIn", "Paulette") in said


def test_where_the_teaser_tells_nothing_nobody_directs() -> None:
    said = _said("Anna Kalmet sharpens her skates for Paulette", "Nobody knows yet where the snow will fall")
    assert not any(predicate == "directed" for _, predicate, _ in said)


def test_only_production_headlines_are_presumed_to_end_in_films() -> None:
    said = _said(
        "Anna Kalmet moves her office to Narva for Good", "The director’s move surprised all", "Industry | Estonia"
    )
    assert not any(predicate == "directed" for _, predicate, _ in said)


def test_a_place_before_for_begins_no_title() -> None:
    said = _said("Anna Kalmet settles in Narva for Salt Road", "The director’s second feature")
    assert ("Anna Kalmet", "directed", "Salt Road") in said


@pytest.mark.parametrize("title", ["Salt & Feathers", "Bread and Thunder"])
def test_a_pair_behind_an_owner_is_one_title(title: str) -> None:
    said = _said("A seller shows its colours", f"The slate is headed by Anna Kalmet’s {title}, in which nobody sleeps")
    assert ("Anna Kalmet", "directed", title) in said


def test_the_end_of_a_name_with_film_in_it_is_no_title() -> None:
    said = _said(
        "Small stories", "Two features supported by the Irish Film Board have begun shooting", "Production | Ireland"
    )
    assert not any(subject == "Board" for subject, _, _ in said)


@pytest.mark.parametrize(
    "teaser",
    [
        "Per Lund is the nurse whom nobody calls in this comedy",
        "The director has surrounded herself with Per Lund and Ida Holm for this tale",
        "Eva Sten plays the lead in this comedy co-starring Per Lund",
        "Cast members in the director’s debut feature, made on an island, include Per Lund and Ida Holm",
    ],
)
def test_casts_are_told_in_passing(teaser: str) -> None:
    assert ("Per Lund", "starredIn", "Salt Road") in _said("Anna Kalmet shooting Salt Road", teaser)
