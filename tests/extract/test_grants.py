"""Grants: who makes the films that a fund supports, in the brackets behind their directors."""

from __future__ import annotations

from tests.extract.telling import pairs_of as told

HEAD = "The Lakeside Fund supports three documentaries\n\n"
SENTENCE = "They are Low Water by Jane Archer (Lux Films) and High Tide by Paul Berger (Orage/Panique!).\n"


def test_brackets_behind_directors_name_who_produces() -> None:
    assert told(HEAD + SENTENCE, "produced") == {
        ("Lux Films", "Low Water"),
        ("Orage", "High Tide"),
        ("Panique!", "High Tide"),
    }


def test_what_produces_is_no_earlier_work() -> None:
    assert told(HEAD + SENTENCE, "directed") == {("Jane Archer", "Low Water"), ("Paul Berger", "High Tide")}


def test_a_country_in_such_brackets_produces_nothing() -> None:
    text = HEAD + "They are Low Water by Jane Archer (Lux Films) and High Tide by Paul Berger (Spain).\n"
    assert told(text, "produced") == {("Lux Films", "Low Water")}
