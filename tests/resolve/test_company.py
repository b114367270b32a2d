"""Companies: legal forms, initials, two names of one house."""

from __future__ import annotations

import pytest

from kg.resolve.block import blocks
from kg.resolve.compare import compare
from kg.resolve.profile import Profile


def judged(one: str, other: str, **told: object) -> str:
    known = {"years": frozenset({2019}), "countries": frozenset({"Spain"}), "roles": frozenset({"funded"}), **told}
    left, right = (Profile("Company", name, **known) for name in (one, other))  # type: ignore[arg-type]
    return compare(left, right).decision


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orsk Films IKE", "Orsk Films"),
        ("OAKA - Orsk Academy for Kelp Art", "Orsk Academy for Kelp Art"),
        ("Kelpboard Orsk GmbH (KBO)", "Kelpboard Orsk"),
        ("Orsk Bros.", "Orsk Brothers"),
        ("20th Orsk Fox", "Twentieth Orsk Fox"),
        ("Orskidromo - Produções Audiovisuais, Lda", "Orskidromo"),
        ("Orsk i Kelp", "Orsk Kelp"),
        ("Ad Orskam Distribution", "Ad Orskam"),  # a legal form elsewhere, and a word here
        ("OOO Orsk", "Orsk"),
    ],
)
def test_one_house_in_two_prints_is_merged(one: str, other: str) -> None:
    assert judged(one, other) == "same"


def test_a_country_in_parentheses_is_a_branch() -> None:
    assert judged("Orsk (France)", "Orsk (Belgium)") != "same"


def test_capitals_within_a_compound_are_asked_about() -> None:
    assert judged("Orskisches Filminstitut", "OFI") == "review"


def test_stops_in_a_legal_form_hide_no_look_alike() -> None:
    assert blocks("company", "Orsk S.r.l.") & blocks("company", "Orsk")
