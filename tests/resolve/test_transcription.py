"""Two words as transcriptions of one alphabet write them."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile
from kg.resolve.transcription import one_armenian, one_transcribed, transcribed


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("krikor", "bedrosian"), ("grigor", "petrosyan")),
        (("hagop", "garabedian"), ("hakob", "karapetyan")),
        (("vartkes", "hovsepian"), ("vardges", "hovsepyan")),
    ],
)
def test_armenian_of_east_and_west_is_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert one_armenian(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("tigran", "margaryan"), ("tigran", "markosyan")), (("karel", "dobek"), ("garel", "tobek"))],
)
def test_other_names_are_not_armenian_of_east_and_west(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not one_armenian(one, other)


def test_a_director_of_armenia_is_one_as_east_and_west_speak_the_name() -> None:
    told = {"works": frozenset({"kelp"}), "roles": frozenset({"directed"})}
    left, right = (Profile("Person", name, **told) for name in ("Hagop Garabedian", "Hakob Karapetyan"))
    assert compare(left, right).decision == "same"


def test_a_player_of_armenia_of_whom_little_is_told_is_asked_about() -> None:
    left, right = (
        Profile("Person", name, roles=frozenset({"starredIn"})) for name in ("Hagop Garabedian", "Hakob Karapetyan")
    )
    assert compare(left, right).decision == "review"


def test_greek_writes_a_nasal_with_two_letters() -> None:
    assert transcribed("evangelia", "evaggelia")
