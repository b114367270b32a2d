"""One name in two scripts, one of which leaves to the reader what the other one writes."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.crossing import heard_as, of_letters, one_across, one_chinese, spaced
from kg.resolve.profile import Profile
from kg.resolve.variant import prints, variants

ALIKE = [
    ("Salma Orskadi", "سلمى أورسكادي"),  # Arabic
    ("Karim al-Orskoun", "كريم الأورسكون"),  # the article, run on and by itself
    ("Behnam Orskfar", "بهنام اورسک‌فر"),  # Persian, with a sign that joins nothing
    ("Nadav Orskin", "נדב אורסקין"),  # Hebrew
    ("Pavel Korsh", "פבל קורש"),  # a letter for "p" and "f", another for "b" and "v"
    ("Anurag Orskyap", "अनुराग ओर्स्क्यप"),  # Devanagari
    ("Mani Korskam", "மணிகோர்ஸ்கம்"),  # Tamil, in one word
    ("Noh Yeong-hye", "노영혜"),
    ("Lee Kang-soo", "이강수"),
    ("Tsai Ming-hsien", "蔡明贤"),
    ("Babis Orskoudis", "Μπάμπης Ορσκούδης"),
    ("Aleksandre Orskidze", "ალექსანდრე ორსკიძე"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_name_is_read_alike_in_two_scripts(one: str, other: str) -> None:
    assert (one_across(one, other), one_across(other, one)) == (True, True)


@pytest.mark.parametrize(("one", "other"), [pair for pair in ALIKE if not of_letters(pair[1])])
def test_names_that_are_read_alike_are_looked_up_by_one_key(one: str, other: str) -> None:
    assert set(variants("person", [one, other])) == {tuple(sorted((one, other)))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salma Orskadi", "سلم أورسكادي"),  # an "a" at the end is written
        ("Karim Orskoun", "سمير الأورسكون"),
        ("Noh Yeong-hye", "노영호"),
        ("Noh Yeong-hye", "노연희"),
        ("Nina Orsk", "Нина Борск"),
        ("Tsai Ming-hsien", "蔡美贤"),
    ],
)
def test_names_that_are_read_otherwise_are_two(one: str, other: str) -> None:
    assert not one_across(one, other)


def test_names_of_one_script_are_not_read_across() -> None:
    assert not one_across("Nina Orsk", "Nina Orsk")


def test_a_surname_of_one_syllable_is_a_word_of_its_own() -> None:
    assert spaced("이강수") == "이 강수"


def test_a_surname_of_two_syllables_is_one_word() -> None:
    assert spaced("황보강수") == "황보 강수"


def test_a_name_in_letters_keeps_its_words() -> None:
    assert spaced("Нина") == "Нина"


def test_what_a_name_is_looked_up_by_stands_among_its_prints() -> None:
    assert set(heard_as("Salma Orskadi")) <= prints("person", "Salma Orskadi")


def judged(one: str, other: str, left: dict[str, object], right: dict[str, object]) -> str:
    known = ({key: frozenset(each) for key, each in side.items()} for side in (left, right))  # type: ignore[call-overload]
    sides = [Profile("Person", name, **told) for name, told in zip((one, other), known, strict=True)]
    return compare(*sides).decision


def test_one_trade_and_year_make_names_in_two_scripts_one_person() -> None:
    told = {"roles": ["directed"], "years": [2019]}
    assert judged("Salma Orskadi", "سلمى أورسكادي", told, told) == "same"


def test_two_trades_of_names_in_two_scripts_are_asked_about() -> None:
    left, right = {"roles": ["directed"]}, {"roles": ["photographed"]}
    assert judged("Salma Orskadi", "سلمى أورسكادي", left, right) == "review"


def test_names_in_two_scripts_decades_apart_are_not_merged() -> None:
    left, right = {"roles": ["directed"], "years": [1961]}, {"roles": ["directed"], "years": [2019]}
    assert judged("Salma Orskadi", "سلمى أورسكادي", left, right) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [(("tsai", "chih", "han"), ("cai", "zhihan")), (("chiang", "pei", "jung"), ("jiang", "beirong"))],
)
def test_names_of_china_are_read_as_wade_and_giles_write(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert one_chinese(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("tsai", "chih", "hao"), ("cai", "zhihan")), (("oh", "ji", "eun"), ("oh", "ji", "eon"))],
)
def test_another_vowel_or_end_is_another_name_of_china(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not one_chinese(one, other)


def test_a_producer_in_two_romanisations_of_china_is_asked_about() -> None:
    told = {"works": frozenset({"kelp"}), "roles": frozenset({"produced"})}
    left, right = (Profile("Person", name, **told) for name in ("Tsai Chih-han", "Cai Zhihan"))
    assert compare(left, right).decision == "review"


def test_a_director_in_two_romanisations_of_china_is_one() -> None:
    told = {"countries": frozenset({"China"}), "roles": frozenset({"directed"})}
    left, right = (Profile("Person", name, **told) for name in ("T'ien Chuang-li", "Tian Zhuangli"))
    assert compare(left, right).decision == "same"


def test_a_word_in_arabic_that_begins_with_w_has_a_consonant_more() -> None:
    assert one_across("Wajib", "واجب")


def test_two_consonants_in_arabic_tell_nothing() -> None:
    assert not one_across("Ajib", "اجب")


def test_two_directors_of_china_of_one_film_with_other_consonants_are_not_one() -> None:
    told = {"works": frozenset({"kelp"}), "roles": frozenset({"directed"})}
    left, right = (Profile("Person", name, **told) for name in ("Wang Hsiao-ti", "Wang Xiaoshi"))
    assert compare(left, right).decision == "review"
