"""Public bodies, whose names are translated."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.institution import one_institution
from kg.resolve.profile import Profile
from kg.resolve.variant import variants

NOWHERE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Icelandic Film Council", "Filmráð Íslands"),
        ("Swiss Film Academy", "Schweizer Filmakademie"),
        ("Hellenic Cinema Agency", "Greek Film Agency"),
        ("Lithuanian Film Commission", "Lietuvos kino komisija"),
        ("Slovenian Television", "Televizija Slovenija"),
        ("Filmoteka Hrvatska", "Croatian Film Archive"),
        ("Cineteca italiana", "Italian Film Archive"),
    ],
)
def test_one_body_in_two_languages_is_one(one: str, other: str) -> None:
    assert compare(Profile("Company", one), Profile("Company", other)).decision == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Swiss Film Academy", "Austrian Film Academy"),
        ("Swiss Film Academy", "Swiss Film Council"),
        ("Swiss Film Academy", "Swiss Book Academy"),
        ("Orsk Film Academy", "Swiss Film Academy"),
        ("Swiss Films", "Schweizer Filme"),
    ],
)
def test_another_country_task_or_thing_is_another_body(one: str, other: str) -> None:
    assert not one_institution(one, other, NOWHERE)


def test_a_country_in_one_name_is_where_the_other_one_is_at_home() -> None:
    assert one_institution("Filmakademie", "Swiss Film Academy", frozenset({"CH"}))


def test_a_body_of_no_known_country_is_nobodys_translation() -> None:
    assert not one_institution("Filmakademie", "Swiss Film Academy", NOWHERE)


def test_bodies_in_two_languages_are_looked_at() -> None:
    names = ["Swiss Film Academy", "Schweizer Filmakademie"]
    assert set(variants("company", names)) == {tuple(sorted(names))}
