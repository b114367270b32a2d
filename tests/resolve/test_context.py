"""Which context makes one of two names that are not printed alike, and which names of one print are asked about."""

from __future__ import annotations

import pytest

from kg.resolve.compare import compare
from kg.resolve.profile import Profile, profile_of_row
from kg.resolve.variant import variants


def told(kind: str, name: str, text: str) -> Profile:
    """Give a name with its context: words with "=" between field and value, "," between values."""
    row: dict[str, object] = {"type": kind, "name": name}
    for each in filter(None, text.split("; ")):
        field, _, value = each.partition("=")
        row[field] = [int(year) for year in value.split(",")] if field == "years" else value.split(",")
    return profile_of_row(row)


def judged(kind: str, one: str, context: str, other: str, other_context: str) -> str:
    return compare(told(kind, one, context), told(kind, other, other_context)).decision


DIRECTED = "roles=directed; years=2018; countries=South Africa"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nosipho Dumisa-Ngoasheng", "Nosipho Dumisa"),
        ("Lucile Emina Hadžihalilović", "Lucile Hadžihalilović"),
        ("José Luis Torres Leiva", "J.L. Torres Leiva"),
        ("Hiam Alsabbagh", "Hiyam Al-Sabbagh"),
        ("Tsai Ming-liang", "Cai Mingliang"),
        ("Zornitsa Sophia", "Зорница София"),
    ],
)
def test_one_maker_of_one_year_and_country_is_merged(one: str, other: str) -> None:
    assert judged("Person", one, DIRECTED, other, DIRECTED) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul Thomas Anderson", "Paul Anderson"),
        ("Андрей Кравчук", "Andrey Kravchenko"),
        ("Nadine Labaki", "Nadin Labaki"),
    ],
)
def test_names_of_many_and_other_endings_are_not_merged_by_year_and_country(one: str, other: str) -> None:
    assert judged("Person", one, DIRECTED, other, DIRECTED) != "same"


def test_a_director_and_an_actor_of_one_name_in_other_decades_are_asked_about() -> None:
    acted = "roles=starredIn; years=1990; countries=United States"
    made = "roles=directed; years=1967; countries=United States"
    assert judged("Person", "Richard Brooks", made, "Richard Brooks", acted) == "review"


def test_an_everyday_title_of_another_year_is_asked_about() -> None:
    assert judged("Film", "Toxic", "years=2024; directors=A B", "Toxic", "years=2026; countries=India") == "review"


def test_a_title_that_reads_as_the_translation_of_another_is_asked_about() -> None:
    assert judged("Film", "El jockey", "years=2024; directors=A B", "The Jockey", "years=2024") == "review"


def test_titles_of_two_languages_are_merged_where_one_text_tells_no_country() -> None:
    made = "years=2018; directors=nuri bilge ceylan"
    assert judged("Film", "Winter Sleep", made, "Kış Uykusu", f"{made}; countries=Turkey") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kulej. Dwie strony medalu", "Kulej"),
        ("Vermiglio", "Vermiglio ou la mariée des montagnes"),
        ("Trenque Lauquen, parte I", "Trenque Lauquen (Parte 1)"),
        ("Motel Destino", "Motel Destiny"),
    ],
)
def test_one_film_of_a_director_and_year_may_be_printed_otherwise(one: str, other: str) -> None:
    made = "years=2024; directors=karim ainouz"
    assert judged("Film", one, made, other, made) == "same"


def test_a_series_may_be_called_one_in_brackets() -> None:
    assert judged("Series", "Rivages", "years=2021", "Rivages (série)", "years=2021") == "same"


PRODUCED = "roles=produced; countries=France"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aurora Studios Gdynia", "Aurora Studios"),
        ("Ginger Foot Films", "Ginger Foot Films FZ-LLC"),
        ("Kepler Filmproduktie", "Kepler Filmprodukties"),
        ("Bac à Sable Distribution", "Bac à Sable"),
        ("Biberche Production", "Biberche Yapım"),
    ],
)
def test_towns_forms_and_kinds_make_no_other_house_of_one_country_and_trade(one: str, other: str) -> None:
    assert judged("Company", one, PRODUCED, other, PRODUCED) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Les Films Velvet", "Velvet Films"), ("Opus Film", "Opus Pictures"), ("Urban Factory", "Urban Sales")],
)
def test_other_words_for_what_a_house_makes_are_not_merged_by_country_and_trade(one: str, other: str) -> None:
    assert judged("Company", one, PRODUCED, other, PRODUCED) != "same"


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("person", "Germaine Damar", "Gerrnaine Darnar"),
        ("person", 'Giuseppe "Beppe" Fiorello', "Beppe Fiorello"),
        ("person", "José Luis Torres Leiva", "J.L. Torres Leiva"),
        ("work", "Kulej. Dwie strony medalu", "Kulej"),
    ],
)
def test_other_prints_are_found_among_all_names(family: str, one: str, other: str) -> None:
    assert list(variants(family, [one, other]))
