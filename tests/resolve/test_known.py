"""Names that a list has for one film, person or body, and the lists themselves."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from kg.claim import Claim, Mention
from kg.document import Span
from kg.resolve.byname import on_list
from kg.resolve.compare import compare
from kg.resolve.identity import identify
from kg.resolve.name import tokens
from kg.resolve.profile import Profile
from kg.resolve.told import tell_all

if TYPE_CHECKING:
    from kg.resolve.verdict import Verdict

JAPAN = frozenset({"hirokazu kore eda"})
OTHER = frozenset({"ida orskela"})


def films(one: dict[str, Any], other: dict[str, Any], second: str = "Shoplifters") -> Verdict:
    left, right = Profile("Film", "Manbiki kazoku", **one), Profile("Film", second, **other)
    return compare(left, right)


def people(one: dict[str, Any], other: dict[str, Any]) -> str:
    left, right = Profile("Person", "Wong Kar-wai", **one), Profile("Person", "王家衛", **other)
    return compare(left, right).decision


def test_two_titles_on_the_list_are_one_film_of_its_director() -> None:
    assert films({"directors": JAPAN}, {"directors": JAPAN}).decision == "same"


def test_a_director_here_and_the_year_there_are_enough() -> None:
    assert films({"directors": JAPAN}, {"years": frozenset({2018})}).decision == "same"


def test_a_film_on_the_list_says_why_it_is_one() -> None:
    assert films({"directors": JAPAN}, {"directors": JAPAN}).pattern == "known by both names"


def test_two_titles_on_the_list_are_asked_about_where_one_text_tells_nothing() -> None:
    assert films({"directors": JAPAN}, {}).decision == "review"


def test_another_director_makes_another_film() -> None:
    assert films({"directors": JAPAN}, {"directors": OTHER}).decision == "different"


def test_a_third_director_of_both_is_no_film_on_the_list() -> None:
    assert films({"directors": OTHER}, {"directors": OTHER}).pattern != "known by both names"


def test_another_decade_makes_another_film() -> None:
    assert films({"years": frozenset({1984})}, {"years": frozenset({1984})}).decision != "same"


def test_a_title_of_another_film_of_the_director_is_another_film() -> None:
    told = {"directors": JAPAN, "years": frozenset({2018})}
    assert films(told, {"directors": JAPAN, "years": frozenset({2015})}, "Our Little Sister").decision == "different"


def test_a_name_and_its_own_letters_on_the_list_are_one_person_of_a_trade() -> None:
    told = {"roles": frozenset({"directed"}), "years": frozenset({2000})}
    assert people(told, told) == "same"


def test_a_name_and_its_own_letters_are_asked_about_where_one_text_tells_nothing() -> None:
    assert people({"roles": frozenset({"directed"})}, {}) == "review"


def test_a_name_and_its_own_letters_in_two_trades_are_not_merged() -> None:
    assert people({"roles": frozenset({"directed"})}, {"roles": frozenset({"distributed"})}) != "same"


def test_a_broadcaster_and_what_everybody_calls_it_are_one_in_one_country() -> None:
    home: dict[str, Any] = {"countries": frozenset({"Finland"})}
    left, right = Profile("Company", "Yleisradio", **home), Profile("Company", "Yle", **home)
    assert compare(left, right).decision == "same"


def test_two_titles_on_the_list_are_held_against_one_another_with_nothing_else_in_common() -> None:
    span = (Span(0, 1, "x"),)
    claims = [
        Claim(at, 1, Mention("Person", name), "starredIn", Mention("Film", film), span, "t/1", "t", as_of="2018-03-12")
        for at, name, film in (("a/1", "Ida Orskela", "Manbiki kazoku"), ("a/2", "Bo Kelpa", "Shoplifters"))
    ]
    found = identify(tell_all(claims), []).look_alikes
    assert {each.verdict.pattern for each in found} == {"known by both names"}


def rows() -> list[tuple[str, str]]:
    listed = tomllib.loads(files("kg.resolve").joinpath("films.toml").read_text(encoding="utf-8"))
    return [(director, row) for director, films_of in listed.items() for row in films_of]


def test_a_film_of_the_list_has_a_year() -> None:
    assert [row for _, row in rows() if not re.match(r"(19|20)\d\d \S", row)] == []


def test_a_film_of_the_list_has_two_titles_or_more() -> None:
    said = {row: [tokens(title) for title in row[5:].split(" = ")] for _, row in rows()}
    assert [row for row, titles in said.items() if len(set(titles)) < max(2, len(titles))] == []


def test_no_title_of_the_list_is_without_letters() -> None:
    assert [row for _, row in rows() if not all(map(tokens, row[5:].split(" = ")))] == []


@pytest.mark.parametrize("part", ["people", "companies"])
def test_a_bearer_of_the_list_has_two_names_or_more(part: str) -> None:
    listed = tomllib.loads(files("kg.resolve").joinpath("bearers.toml").read_text(encoding="utf-8"))[part]
    assert [line for line in listed.strip().splitlines() if len(set(line.split(" = "))) < 2] == []


def test_most_titles_are_on_no_list() -> None:
    assert on_list("work", "The Grocer of Orsk") == frozenset()
