"""Titles of Japan in their own letters and in Latin ones."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.kana import one_in_kana
from kg.resolve.profile import Profile


@pytest.mark.parametrize(
    ("own", "latin"),
    [
        ("もえる橋", "Moeru hashi"),
        ("さよなら灯り", "Sayonara akari"),
        ("ふたりの港", "Futari no minato"),
        ("きょうのしゃしん", "Kyō no shashin"),
        ("コーヒーの朝", "Kōhii no asa"),
        ("はなは笑う", "Hana wa warau"),
    ],
)
def test_a_title_in_kana_is_read_in_latin_letters(own: str, latin: str) -> None:
    assert one_in_kana(latin, own)


@pytest.mark.parametrize(
    ("own", "latin"),
    [("もえる橋", "Kuzureru hashi"), ("ふたりの港", "Sannin no minato"), ("東京の空", "Tokyo no sora")],
)
def test_other_sounds_or_too_few_tell_nothing(own: str, latin: str) -> None:
    assert not one_in_kana(own, latin)


def judged(director: str) -> str:
    left = Profile("Film", "もえる橋", years=frozenset({2014}), directors=frozenset({"ana orsk"}))
    told = frozenset({director} if director else ())
    return compare(left, Profile("Film", "Moeru hashi", years=frozenset({2014}), directors=told)).decision


def test_a_reading_of_one_director_and_year_is_one_film() -> None:
    assert judged("ana orsk") == "same"


def test_a_reading_without_a_director_is_asked_about() -> None:
    assert judged("") == "review"


def test_a_reading_of_another_director_is_another_film() -> None:
    assert judged("bo lind") == "different"
