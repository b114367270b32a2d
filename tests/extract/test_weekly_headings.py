"""Headings of weekly round-ups: whose name looks like a word that introduces names, and pages' own sentences."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.names import Known
from kg.extract.roundup.page import EXTRACTOR

REST = "\n\nWith Ana Roth, Jo Vale…\n\nWhat is it about? A ferry breaks down off the coast.\n\nDid you know? {trivia}\n"
OTHER = "\n\nLow Water by Tom Berg\n\nWith Eva Lind, Per Holm…\n\nWhat is it about? A village waits for the rain.\n"


def _directed(page: str) -> set[tuple[str, str]]:
    reading = EXTRACTOR.read(Document("page.txt", page), Known(), 1.0)
    return {
        (c.subject.name, c.object.name)
        for c in reading.claims
        if c.predicate == "directed" and isinstance(c.object, Mention)
    }


@pytest.mark.parametrize("name", ["Denise Harcourt", "Byron Vale", "Deborah Lind"])
def test_a_name_may_begin_as_by_does(name: str) -> None:
    page = (
        f"The films of the week\n\nAn evening of news\n\n{name}’s The Long Orbit"
        + REST.format(trivia="It is long.")
        + OTHER
    )
    assert (name, "The Long Orbit") in _directed(page)


def test_a_sentence_on_what_the_page_does_every_week_is_no_heading() -> None:
    page = (
        "The releases of February 21\n\nSecrets of shoots, words of directors: each week, a look behind the scenes."
        "\n\nIda Holm’s The Long Orbit" + REST.format(trivia="It is long.") + OTHER
    )
    assert _directed(page) == {("Ida Holm", "The Long Orbit"), ("Tom Berg", "Low Water")}


def test_two_syllables_and_a_short_surname_are_no_title() -> None:
    page = (
        "The films of the week\n\nHong-Seok Baek Ink Brothers"
        + REST.format(trivia="Ink Brothers is a first film.")
        + OTHER
    )
    assert ("Hong-Seok Baek", "Ink Brothers") in _directed(page)
