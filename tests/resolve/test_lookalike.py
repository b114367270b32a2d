"""What is held against one another beside names that look alike: who shares a film, and films that share a cast."""

from __future__ import annotations

from kg.claim import Claim, Mention
from kg.document import Span
from kg.resolve.identity import identify
from kg.resolve.told import tell_all

SPAN = (Span(0, 1, "x"),)


def claim(document: str, person: str, role: str, film: str, said: str = "2019-03-12") -> Claim:
    return Claim(document, 1, Mention("Person", person), role, Mention("Film", film), SPAN, "t/1", "t", as_of=said)


def held(*claims: Claim) -> set[tuple[str, str]]:
    found = identify(tell_all(claims), []).look_alikes
    return {(each.left.key.partition("|")[2], each.right.key.partition("|")[2]) for each in found}


def test_two_prints_of_a_director_of_one_film_are_held_against_one_another() -> None:
    one = claim("a/1", "Adilkhan Yerzhorsk", "directed", "Kelp Cat")
    assert ("adilchan jerschorsk", "adilkhan yerzhorsk") in held(
        one, claim("a/2", "Adilchan Jerschorsk", "directed", "Kelp Cat")
    )


def test_who_directed_a_film_under_titles_of_two_languages_is_held_against_one_another() -> None:
    one = claim("a/1", "Adilkhan Yerzhorsk", "directed", "The Forgotten Suitcase")
    other = claim("a/2", "Adilchan Jerschorsk", "directed", "A mala esquecida")
    assert ("adilchan jerschorsk", "adilkhan yerzhorsk") in held(one, other)


def test_two_titles_with_one_player_are_held_against_one_another_where_a_text_names_no_director() -> None:
    played = [claim("a/1", "Ida Orskela", "starredIn", "El pan"), claim("a/2", "Ida Orskela", "starredIn", "The Bread")]
    assert ("el pan", "the bread") in held(*played, claim("a/1", "Ana Kelpa", "directed", "El pan"))


def test_two_titles_with_one_player_and_two_directors_are_not() -> None:
    played = [claim("a/1", "Ida Orskela", "starredIn", "El pan"), claim("a/2", "Ida Orskela", "starredIn", "The Bread")]
    made = [claim("a/1", "Ana Kelpa", "directed", "El pan"), claim("a/2", "Bo Lind", "directed", "The Bread")]
    assert ("el pan", "the bread") not in held(*played, *made)


def test_two_titles_with_one_player_of_other_years_are_not() -> None:
    one = claim("a/1", "Ida Orskela", "starredIn", "El pan", "2011-03-12")
    assert ("el pan", "the bread") not in held(one, claim("a/2", "Ida Orskela", "starredIn", "The Bread"))
