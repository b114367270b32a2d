"""One name, two things: by what is said of them, or because somebody said so."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.claim import Claim, Mention
from kg.document import Span
from kg.resolve import Ledger, Resolution, resolve
from kg.resolve.judgement import Judged, Judgement

SPAN = (Span(0, 1, "x"),)


def told(document: str, film: str, director: str, country: str, year: int, *cast: str) -> list[Claim]:
    work, when = Mention("Film", film), f"{year}-05-01"
    ends = [(Mention("Person", director), "directed", work), (work, "countryOfOrigin", Mention("Country", country))]
    ends += [(Mention("Person", name), "starredIn", work) for name in cast]
    return [Claim(document, None, one, said, other, SPAN, "t/1", "t", as_of=when) for one, said, other in ends]


def iri(found: Resolution, document: str, name: str, kind: str = "Film") -> str:
    return found.entity(document, Mention(kind, name)).iri


def test_one_title_by_two_directors_of_two_countries_is_two_films() -> None:
    claims = told("a/1", "The Party", "Orla Brandvik", "Norway", 1968) + told(
        "a/2", "The Party", "Ana Ruibal", "Spain", 2017
    )
    found = resolve(claims, [], Ledger())
    assert (iri(found, "a/1", "The Party"), iri(found, "a/2", "The Party")) == ("film/the-party", "film/the-party-2")


def test_one_title_with_another_director_but_the_same_cast_is_one_film() -> None:
    claims = told("a/1", "Kelp", "Orla Brandvik", "Norway", 2017, "Bo Lind", "Ida Moe")
    claims += told("a/2", "Kelp", "Ana Ruibal", "Norway", 2017, "Bo Lind", "Ida Moe")
    found = resolve(claims, [], Ledger())
    assert iri(found, "a/1", "Kelp") == iri(found, "a/2", "Kelp")


def test_a_director_misspelt_makes_no_second_film() -> None:
    claims = told("a/1", "Kelp", "Orla Brandvik", "Norway", 2017) + told("a/2", "Kelp", "Orla Branvik", "Sweden", 2018)
    found = resolve(claims, [], Ledger())
    assert iri(found, "a/1", "Kelp") == iri(found, "a/2", "Kelp")


def test_the_first_film_keeps_its_iri_when_a_namesake_comes() -> None:
    ledger = Ledger()
    later = told("b/2", "The Party", "Orla Brandvik", "Norway", 1968)
    first = iri(resolve(later, [], ledger), "b/2", "The Party")
    found = resolve([*later, *told("a/1", "The Party", "Ana Ruibal", "Spain", 2017)], [], ledger)
    assert (iri(found, "b/2", "The Party"), iri(found, "a/1", "The Party")) == (first, "film/the-party-2")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_documents_makes_no_difference(order: tuple[int, ...]) -> None:
    pages = [
        told("a/1", "The Party", "Orla Brandvik", "Norway", 1968),
        told("a/2", "The Party", "Ana Ruibal", "Spain", 2017),
        told("a/3", "The Party", "Ana Rubial", "Spain", 2017),
    ]
    found = resolve([claim for place in order for claim in pages[place]], [], Ledger())
    assert [iri(found, f"a/{n}", "The Party") for n in (1, 2, 3)] == [
        "film/the-party", "film/the-party-2", "film/the-party-2",
    ]  # fmt: skip


def test_a_person_of_another_age_is_somebody_else() -> None:
    claims = told("a/1", "Kelp", "Ana Ruibal", "Norway", 1931, "Ida Moe")
    claims += told("a/2", "Tide", "Orla Brandvik", "Spain", 2019, "Ida Moe")
    found = resolve(claims, [], Ledger())
    assert iri(found, "a/1", "Ida Moe", "Person") != iri(found, "a/2", "Ida Moe", "Person")


def test_a_judgement_parts_one_name_in_two_documents() -> None:
    claims = told("a/1", "Kelp", "Ana Ruibal", "Norway", 2017) + told("a/2", "Tide", "Ana Ruibal", "Norway", 2018)
    parted = Judgement(
        "different",
        Judged("Person", "Ana Ruibal", "a/1"),
        Judged("Person", "Ana Ruibal", "a/2"),
        None,
        "me",
        "2026",
        "x",
        1,
    )
    found = resolve(claims, [parted], Ledger())
    assert iri(found, "a/1", "Ana Ruibal", "Person") != iri(found, "a/2", "Ana Ruibal", "Person")


def test_the_date_of_a_document_tells_when_nothing_else_does() -> None:
    claims = [
        Claim("a/1", None, Mention("Person", "Ida Vermollin"), "starredIn", Mention("Film", "A"), SPAN, "t", "t"),
        Claim("a/2", None, Mention("Person", "Ida Vermolin"), "starredIn", Mention("Film", "B"), SPAN, "t", "t"),
    ]
    alone = resolve(claims, [], Ledger())
    dated = resolve(claims, [], Ledger(), published={"a/1": "2019", "a/2": "2022-07"})
    names = [("a/1", "Ida Vermollin"), ("a/2", "Ida Vermolin")]
    assert [len({iri(found, d, n, "Person") for d, n in names}) for found in (alone, dated)] == [2, 1]
