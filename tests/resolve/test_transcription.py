"""Two words as transcriptions of one alphabet write them."""

from __future__ import annotations

import pytest

from kg.resolve.transcription import one_transcribed, transcribed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhuravlyov", "jouravlev"),
        ("xoliqov", "kholikov"),
        ("hatzidakis", "chatzidakis"),
        ("zohairy", "zohery"),
        ("tykhonenko", "tychonenko"),
        ("chkheidze", "tchkheidze"),
        ("shunji", "syunji"),
        ("waheed", "vahid"),
    ],
)
def test_two_transcriptions_of_one_word_are_one(one: str, other: str) -> None:
    assert (transcribed(one, other), transcribed(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("marko", "mirko"), ("yuji", "yuki"), ("karim", "rahim"), ("petrov", "petrovic"), ("lindberg", "lindborg")],
)
def test_other_words_are_no_transcriptions(one: str, other: str) -> None:
    assert not transcribed(one, other)


def test_spaces_make_no_difference() -> None:
    assert one_transcribed(("nour", "eddine", "belkasmi"), ("noureddine", "belqasmi"))


def test_words_stand_in_one_order() -> None:
    assert not one_transcribed(("zurab", "tsereteli"), ("tsereteli", "zourab"))
