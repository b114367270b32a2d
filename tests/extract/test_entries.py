"""Round-ups in invented titles: credits on a line of their own, questions alone on a line, and entries of prose."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document

CAPITALS = """New films of the week, in cinemas from Wednesday

HARBOUR LIGHTS

By Ida Holm. With Per Lund, Ana Roth, Jo Berg... (1h47)

What's the story?
A lighthouse keeper leaves the light on, for a brother who never writes.

Did you know?
Ida Holm's previous film, Low Water, was shown in the Critics' Week at Cannes 2014.

SECOND SNOW

Animation by Carla and Petra Nunes. With the voices of Ivo Brandt, Marta Lindqvist... (1h10)

What's the story?
A village buys a snow plough in May, and has to wait.

THE LONG FORD

By Mia Sand. Documentary. (1h24)

What's the story?
Two women go up a river with nets.
"""
BLOCKS = """The cinema releases of the week

HARBOUR LIGHTS
Directed by: Ida Holm
Starring: Per Lund, Ana Roth, Jo Berg

The story: A lighthouse keeper leaves the light on, for a brother who never writes.

Behind the scenes: Per Lund, seen in Low Water, spent a month on the coast.

SECOND SNOW
Directed by: Carla Nunes
Starring: Ivo Brandt, Marta Lindqvist

The story: A village buys a snow plough in May, and has to wait.
"""


def told(text: str) -> set[tuple[str, str, str]]:
    claims = read_document(Document("new/week.txt", text)).claims
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in claims
    }


def entry(prose: str, head: str = "New films in British cinemas this week") -> set[tuple[str, str, str]]:
    return told(
        f"{head}\n\n• TIDEWATER (Otter & Sons/Kite)\n{prose}\n\n• SECOND SNOW (Kite)\nA comedy by Carla Nunes.\n"
    )


def cast(text: str, film: str) -> set[str]:
    return {who for who, predicate, what in told(text) if predicate == "starredIn" and what == film}


def test_a_line_of_credits_says_who_directed_the_film_above_it() -> None:
    assert ("Ida Holm", "directed", "HARBOUR LIGHTS") in told(CAPITALS)


def test_two_in_a_line_of_credits_share_a_surname() -> None:
    assert {("Carla Nunes", "directed", "SECOND SNOW"), ("Petra Nunes", "directed", "SECOND SNOW")} <= told(CAPITALS)


def test_a_line_of_credits_ends_before_its_running_time() -> None:
    assert cast(CAPITALS, "HARBOUR LIGHTS") == {"Per Lund", "Ana Roth", "Jo Berg"}


def test_voices_in_a_line_of_credits_are_its_cast() -> None:
    assert cast(CAPITALS, "SECOND SNOW") == {"Ivo Brandt", "Marta Lindqvist"}


def test_a_line_of_credits_may_name_no_cast() -> None:
    assert ("Mia Sand", "directed", "THE LONG FORD") in told(CAPITALS)


def test_a_question_alone_on_its_line_is_no_film() -> None:
    films = {subject for subject, predicate, _ in told(CAPITALS) if predicate == "stage"}
    assert films == {"HARBOUR LIGHTS", "SECOND SNOW", "THE LONG FORD"}


def test_the_answer_stands_below_its_question() -> None:
    assert ("Ida Holm", "directed", "Low Water") in told(CAPITALS)


def test_director_and_cast_have_a_line_each() -> None:
    page = (
        "The cinema releases of the week\n\nHarbour Lights\n\nBy Ida Holm\n\nWith Per Lund, Ana Roth…\n\n"
        "What is it about? A light goes out.\n"
    )
    assert ("Ida Holm", "directed", "Harbour Lights") in told(page)


def test_a_title_that_begins_with_by_is_no_line_of_credits() -> None:
    page = "The cinema releases of the week\n\nTrailer\n\nBy Night\n\nWhat is it about? A light goes out.\n"
    assert not any(predicate == "directed" for _, predicate, _ in told(page))


def test_what_stands_behind_a_block_of_fields_recalls_other_films() -> None:
    assert ("Per Lund", "starredIn", "Low Water") in told(BLOCKS)


def test_and_stands_within_the_name_of_a_distributor_in_brackets() -> None:
    companies = {
        who for who, predicate, what in entry("Drama by Ida Holm.") if (predicate, what) == ("distributed", "TIDEWATER")
    }
    assert companies == {"Otter & Sons", "Kite"}


@pytest.mark.parametrize(
    ("prose", "fact"),
    [
        ("French romantic drama by Ida Holm, with Per Lund.", ("TIDEWATER", "countryOfOrigin", "France")),
        ("French romantic drama by Ida Holm, with Per Lund.", ("Ida Holm", "directed", "TIDEWATER")),
        ("French romantic drama by Ida Holm, with Per Lund.", ("Per Lund", "starredIn", "TIDEWATER")),
        ("New film by Ida Holm after Low Water.", ("Ida Holm", "directed", "Low Water")),
        ("Comedy from the writer-director of Low Water, Ida Holm.", ("Ida Holm", "wrote", "Low Water")),
        ("Ida Holm's 1947 thriller, with Per Lund and Ana Roth, returns.", ("Ana Roth", "starredIn", "TIDEWATER")),
        ("Drama by Ida Holm. With Dame Ana Roth as the Queen.", ("Ana Roth", "starredIn", "TIDEWATER")),
        ("Drama by Ida Holm. Danish-Ethiopian co-production.", ("TIDEWATER", "countryOfOrigin", "Ethiopia")),
        ("Drama by Ida Holm. In competition at Cannes in May 2016.", ("TIDEWATER", "screenedAt", "Cannes 2016")),
        ("Drama by Ida Holm. Holm made her name with Wet Cement.", ("Ida Holm", "directed", "Wet Cement")),
        ("Comedy starring Per Lund and Jo Berg, directed by Ida Holm.", ("Jo Berg", "starredIn", "TIDEWATER")),
        ("A sequel to Low Water, again directed by Ida Holm.", ("Ida Holm", "directed", "Low Water")),
        (
            "Drama by Ida Holm. Two sisters (Ana Roth and Ida Berg) clear out a flat.",
            ("Ana Roth", "starredIn", "TIDEWATER"),
        ),
        ("Shot in 1973, with Per Lund and a very young Jo Berg, it returns.", ("Jo Berg", "starredIn", "TIDEWATER")),
        ("Years after her first film, Low Water, Ida Holm is back.", ("Ida Holm", "directed", "Low Water")),
        ("By Ida Holm, this Danish drama stars Per Lund.", ("Per Lund", "starredIn", "TIDEWATER")),
    ],
)
def test_prose_opens_with_what_film_it_is(prose: str, fact: tuple[str, str, str]) -> None:
    assert fact in entry(prose)


@pytest.mark.parametrize(
    ("prose", "fact"),
    [
        ("A nurse dreams. She wakes up. A documentary by Ida Holm gave her the idea.", ("Ida Holm", "directed")),
        ("The first film of Mia Sand, this Danish drama stars Per Lund.", ("Per Lund", "directed")),
        ("A sequel to Low Water, directed by Ida Holm.", ("Ida Holm", "directed", "Sequel to Low Water")),
        ("A film about a painter (Low Water) is rare.", ("Low Water", "starredIn")),
        ("A documentary by Mia Sand inspired by the book Salt by Ida Holm.", ("Ida Holm", "directed")),
    ],
)
def test_prose_says_no_more_than_it_says(prose: str, fact: tuple[str, ...]) -> None:
    assert not any(said[: len(fact)] == fact for said in entry(prose))


def test_the_head_of_a_page_says_where_films_come_out() -> None:
    page = (
        "New films in British cinemas this week\n\n• TIDEWATER (Kite)\nA drama.\n\n• SECOND SNOW (Otter)\nA comedy.\n"
    )
    claims = read_document(Document("new/week.txt", page)).claims
    assert {c.qualifiers.get("territory") for c in claims if c.predicate == "distributed"} == {"United Kingdom"}


def test_of_two_lands_neither_is_where_one_film_comes_out() -> None:
    page = "New films in UK and Irish cinemas this week\n\n• TIDEWATER (Kite)\nA drama.\n\n• SNOW (Otter)\nA comedy.\n"
    claims = read_document(Document("new/week.txt", page)).claims
    assert {c.qualifiers.get("territory") for c in claims if c.predicate == "distributed"} == {None}


AFTERWORD = (
    CAPITALS + "\nAlso released this week: Puffin Patrol (U) and a restoration of Old Brass (1958), with Tom Reed.\n"
)


def test_an_afterword_says_what_else_is_out() -> None:
    assert {("Puffin Patrol", "stage", "released"), ("Old Brass", "stage", "released")} <= told(AFTERWORD)


def test_the_cast_at_the_end_of_an_afterword_is_the_last_film_s() -> None:
    assert {film for who, predicate, film in told(AFTERWORD) if (who, predicate) == ("Tom Reed", "starredIn")} == {
        "Old Brass"
    }


def test_an_afterword_of_next_week_says_who_directed_a_film_that_is_not_yet_out() -> None:
    said = told(f"{CAPITALS}\nNext Wednesday: Old Brass by Tom Reed.\n")
    assert [what for who, what, _ in sorted(said) if "Old Brass" in (who, _)] == ["directed"]


def test_a_list_without_brackets_may_be_one_title() -> None:
    assert not any("Love" in who for who, _, _ in told(f"{CAPITALS}\nAlso released this week: Love and Salt.\n"))


def test_a_field_beneath_each_cast_is_no_synopsis() -> None:
    named = "{} by Ida Holm\n\nWith Per Lund, Ana Roth…\n\n"
    film = named + "Release: 3 May | Distributor: {}\n\nWhat is it about? A light.\n\n"
    page = (
        "The cinema releases of the week\n\n" + film.format("Low Water", "Kite") + film.format("Snow", "Otter & Sons")
    )
    assert {("Kite", "distributed", "Low Water"), ("Otter & Sons", "distributed", "Snow")} <= told(page)


PREMIERES = """This week's premieres: new films to see in cinemas

1. Harbour Lights

A comedy by Danish filmmaker Ida Holm about the last crew of a lighthouse. Per Lund and Ana Roth star as a couple.

Fun fact: Per Lund was already seen in Low Water.

2. Second Snow

Directed by Carla Nunes, this Danish drama follows a cyclist, who comes back after an accident, and finds her home sold.

3. The Long Ford

Ivo Brandt and Jo Berg star in this black comedy directed by Mia Sand. A dentist receives the man who ruined his father.
"""


def test_the_number_before_a_title_is_no_part_of_it() -> None:
    films = {subject for subject, predicate, _ in told(PREMIERES) if predicate == "stage"}
    assert films == {"Harbour Lights", "Second Snow", "The Long Ford"}


def test_a_sentence_that_begins_with_who_directed_it_is_no_field() -> None:
    assert ("Carla Nunes", "directed", "Second Snow") in told(PREMIERES)


def test_a_fun_fact_recalls_other_films() -> None:
    assert ("Per Lund", "starredIn", "Low Water") in told(PREMIERES)


def test_people_alone_between_title_and_cast_directed_the_film() -> None:
    page = (
        "This Week's UK Cinema Releases\n\nWeek Commencing March 4th\n\n"
        "Tidewater\n\nIda Holm\nStarring: Per Lund, Ana Roth\n\nTwo sisters drift across the sea.\n\n"
        "Second Snow\n\nCarla Nunes, Ivo Brandt\nStarring: Jo Berg\n\nA village waits.\n"
    )
    assert {("Ida Holm", "directed", "Tidewater"), ("Ivo Brandt", "directed", "Second Snow")} <= told(page)
