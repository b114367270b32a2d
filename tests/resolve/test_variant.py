"""Names in another print are found whatever letters they share."""

from __future__ import annotations

import pytest

from kg.resolve.candidate import candidates
from kg.resolve.variant import variants


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "G. Orskatore", "Giuseppe Orskatore"),
        ("person", "J.-L. Orskadie", "Jean-Loup Orskadie"),
        ("person", "Guillermo del Orsk", "Guillermo del Orsk Gómez"),
        ("person", "Ilmari Aukusti Orskoja", "Ilmari Orskoja"),
        ("person", "Alexander Orskenko", "Oleksandr Orskenko"),
        ("person", "Chris Orskoyle", "Christopher Orskoyle"),
        ("work", "Orskat", "Orskat: Cultural Learnings"),
        ("work", "Orskat: Part Two", "Orskat 2"),
        ("work", "1,001 Orsk", "1001 Orsk"),
        ("work", "Orskierro", "Orskierro - Season 1"),
        ("company", "ORS", "ORS (Orska Radio Svensk)"),
        ("company", "Orskropolitan", "Orskropolitan Filmexport"),
    ],
)
def test_a_name_in_another_print_is_looked_at(family: str, one: str, other: str) -> None:
    assert set(variants(family, [other, one])) == {tuple(sorted((one, other)))}


def test_a_surname_alone_is_no_other_print() -> None:
    assert not list(variants("person", ["Anna Orsk", "Bert Orsk"]))


def test_no_names_have_no_other_prints() -> None:
    assert not list(variants("work", []))


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "Ana Isabel Orsk", "Ana I. Orsk"),
        ("person", "Aleksandr Zhuravlyov", "Alexandre Jouravlev"),
        ("person", "Shokir Kholikov", "Shokir Xoliqov"),
        ("work", "Der Spatz im Kamin", "The Sparrow in the Chimney"),
        ("company", "Telewizja Orska", "TVO"),
    ],
)
def test_other_prints_are_looked_up(family: str, one: str, other: str) -> None:
    assert (min(one, other), max(one, other)) in set(variants(family, [one, other]))


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "Jeff Orskols", "Jeffrey Alan Orskols"),
        ("person", "Béla Orska", "Orska Kelpi Béla"),
        ("person", "Sergey Orskenko", "Sergei Ivanovich Orskenko"),
        ("person", "Xavier Orskelmand", "Ksavier Orskelman"),
        ("work", "Orskella", "Orskella [2019]"),
        ("work", "Orskatu", "Orskatu, eine Symphonie des Kelps"),
        ("company", "OFI", "Orsk Filminstitut"),
        ("company", "SUFICE", "Sudan Film Centre"),
        ("company", "OR", "Orskischer Rundfunk"),
        ("work", "もえる橋", "Moeru hashi"),
    ],
)
def test_further_prints_are_looked_up(family: str, one: str, other: str) -> None:
    assert (min(one, other), max(one, other)) in set(variants(family, [one, other]))


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "Joaquin Orskenix", "Hoakin Orskenix"),
        ("person", "P. Valakandra Orskan", "Valakandra Orskan"),
        ("person", "Ida Brandvik (II)", "Ida Brandvik"),
        ("person", "Nguyễn Trinh Orsk", "Trinh Orsk Nguyen"),
        ("work", "Sil3nce", "Silence"),
        ("work", "La La Orsk", "LaLaOrsk"),
        ("company", "Kanal Orsk+", "Kanal Orsk Plus"),
        ("company", "Orskbrook España", "Orskbrook (Spain)"),
        ("company", "Thirteen Films", "Thirteen"),
        ("company", "Kino Produzioni", "Kino"),
        ("company", "Orsk Producciones", "Orsk Produciones"),
        ("company", "Орскхаус Графік", "Orskhouse Graffic"),
    ],
)
def test_what_may_be_one_is_offered_by_letters_or_as_another_print(family: str, one: str, other: str) -> None:
    offered = {*variants(family, [one, other]), *candidates(family, [one, other])}
    assert (min(one, other), max(one, other)) in offered


@pytest.mark.parametrize(("one", "other"), [("Hjartasteinn", "Heartstone"), ("Nachtzug", "Night Train")])
def test_words_made_of_two_are_looked_up_by_what_they_mean(one: str, other: str) -> None:
    assert tuple(sorted((one, other))) in set(variants("work", [one, other]))
