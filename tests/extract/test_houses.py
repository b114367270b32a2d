"""Houses: what stands before a title and is nobody who directed it."""

from __future__ import annotations

from kg.claim import Mention
from kg.extract.article.houses import without_houses, without_makers, without_nations
from kg.extract.facts import End, Fact

FILM = End(Mention("Film", "Low Water"), 30, 39)


def fact(kind: str, name: str, predicate: str) -> Fact:
    return Fact(End(Mention(kind, name), 0, len(name)), predicate, FILM, 0, 39, "a-rule", 1.0, main="object")


def test_a_company_of_the_article_directs_nothing() -> None:
    sold = fact("Company", "Sund Sales", "sold")
    assert without_houses([sold, fact("Person", "Sund", "directed")]) == [sold]


def test_a_country_directs_nothing() -> None:
    assert without_houses([fact("Person", "South Korea", "directed")]) == []


def test_a_nation_before_a_name_is_no_part_of_it() -> None:
    (done,) = without_nations([fact("Person", "Korean Kim Ki-duk", "directed")])
    assert done.subject == End(Mention("Person", "Kim Ki-duk"), 7, 17)


def test_whoever_made_a_film_is_not_what_the_sentence_is_about() -> None:
    directed = fact("Person", "Ana Roth", "directed")
    named = Fact(
        End(Mention("Film", "Ana Roth"), 0, 8), "describedIn", End("ITEM"), 0, 8, "a-rule", 1.0, main="subject"
    )
    assert without_makers([directed, named]) == [directed]
