"""Editions and their festivals."""

from __future__ import annotations

import pytest

from kg.graph.festival import editions, festival_and_year
from kg.graph.namespace import Namespaces
from kg.resolve.entity import Entity

names = Namespaces()


def _edition(label: str, iri: str) -> Entity:
    return Entity(f"edition/{iri}", "FestivalEdition", label)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Toronto 2024", ("Toronto", 2024)),
        ("San Sebastián 1999", ("San Sebastián", 1999)),
        ("Fest\n2020", ("Fest", 2020)),
        ("2024", None),
        ("Toronto", None),
        ("Toronto 1724", None),
        ("Toronto2024", None),
    ],
)
def test_an_edition_is_named_by_festival_and_year(name: str, parts: tuple[str, int] | None) -> None:
    assert festival_and_year(name) == parts


def test_two_editions_share_their_festival() -> None:
    said = set(editions([_edition("Venice 2017", "venice-2017"), _edition("Venice 2024", "venice-2024")], names))
    assert {value for _, p, value in said if p == names.term("festival")} == {names.entity("festival/venice")}
    assert [value for _, p, value in said if p == names.expand("rdfs:label")] == ['"Venice"']


def test_spellings_of_one_slug_are_one_festival_with_one_label() -> None:
    found = [_edition("VENICE 2016", "venice-2016"), _edition("Venice 2017", "venice-2017")]
    said = set(editions([*found, _edition("Venice 2024", "venice-2024")], names))
    assert [value for _, p, value in said if p == names.expand("rdfs:label")] == ['"Venice"']
    assert [value for _, p, value in said if p == names.term("alsoKnownAs")] == ['"VENICE"']


def test_a_festival_that_was_resolved_is_used() -> None:
    known = Entity("festival/mostra", "Festival", "Venice")
    said = set(editions([known, _edition("Venice 2017", "venice-2017")], names))
    assert (names.entity("edition/venice-2017"), names.term("festival"), names.entity("festival/mostra")) in said
    assert not [s for s, p, _ in said if p == names.expand("rdfs:label")]


def test_an_edition_whose_slug_has_no_year_still_finds_its_festival() -> None:
    one = set(editions([_edition("映画祭 2017", "3f09c2")], names))
    other = set(editions([_edition("映画祭 2018", "77aa01")], names))
    festivals = [{value for _, p, value in each if p == names.term("festival")} for each in (one, other)]
    assert festivals[0] == festivals[1]
    assert len(festivals[0]) == 1


def test_an_edition_without_a_year_has_no_festival() -> None:
    assert list(editions([_edition("Toronto", "toronto")], names)) == []
