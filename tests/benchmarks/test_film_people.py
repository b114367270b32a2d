"""The made-up people: the same for the same numbers, some of them twice."""

from __future__ import annotations

from collections import Counter

from benchmarks.film_people import film_people, people_names


def test_the_same_numbers_give_the_same_people() -> None:
    assert film_people(200) == film_people(200)


def test_another_seed_gives_other_people() -> None:
    assert film_people(200) != film_people(200, seed=2)


def test_there_are_as_many_distinct_names_as_asked_for() -> None:
    assert len({record.name for record in film_people(500)}) == 500


def test_one_person_in_ten_has_two_names() -> None:
    told = Counter(Counter(record.person for record in film_people(1100)).values())
    assert told == {1: 900, 2: 100}


def test_nobody_is_a_colleague_of_their_own() -> None:
    assert not any(record.name in record.colleagues for record in film_people(500))


def test_a_second_name_is_of_the_same_trade() -> None:
    crafts: dict[int, set[str]] = {}
    for record in film_people(500):
        crafts.setdefault(record.person, set()).add(record.craft)
    assert all(len(each) == 1 for each in crafts.values())


def test_names_alone_are_as_many_and_distinct() -> None:
    assert len(set(people_names(500))) == 500
