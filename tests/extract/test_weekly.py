"""Weekly release lists in invented titles: fields in blocks, bare headings, numbers, and paragraphs led by a title."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document
from kg.extract.kind import recognise

BLOCKS = """Movie News: new movies in theaters this weekend

Harbour Lights (R)

A lighthouse keeper and her brother share a house that neither of them wants, until the sea wants it too.

Directed by Ida Holm

Starring: Per Lund, Ana Roth, Jo Berg

Release date: May 3

Second Snow: The Return (PG-13)

Nobody believed that winter would come back twice in a year, and nobody had kept a coat.

Directed by Carla Nunes

Starring: Ivo Brandt, Marta Lindqvist

Release date: May 3 (Limited)
"""
FIELDS = """Here are all the movies opening in theaters today

Wide

Harbour Lights
Director: Ida Holm
Cast: Per Lund, Ana Roth, Jo Berg
Synopsis: “A lighthouse keeper (Ana Roth) leaves the light on for a brother who never writes.”

Limited

Second Snow
Director: Carla Nunes
Synopsis: “Winter comes back, and this time it has brought its mother.”
"""
BULLETS = """A number of new movies will hit theaters this week:

‘Harbour Lights’

  • Genre: Drama
  • Cast: Per Lund, Ana Roth and Jo Berg
  • Director: Ida Holm

When her brother turns up with a suitcase full of sand, a lighthouse keeper has a choice to make, and makes it twice.

‘Second Snow’

  • Genre: Comedy
  • Cast: Ivo Brandt
  • Director: Carla Nunes

The mayor of a village without a road orders a snow plough, and then somebody has to drive it through the winter.
"""
NUMBERED = """Movie releases for November 20

1. Harbour Lights – Ida Holm

The light goes out one evening in October, and the whole coast starts to talk about what it has seen in the dark.

2. Second Snow – Carla Nunes

A village that has sold its only snow plough waits for the spring, which has other plans this year than it had before.
"""
HEADED = """The cinema releases of the week

Harbour Lights

Ana Roth and Per Lund star in Ida Holm’s new film about a brother and a sister who keep a light that nobody needs.

Second Snow

New comedy by Carla Nunes, in which a village buys a snow plough in May and has to wait until the second winter.

The Long Ford

Ivo Brandt goes up a river and does not come down again. This film directed by Marta Lindqvist stars Jo Berg.
"""
LED = """New movies this week, all of them in theaters on Friday

“Harbour Lights” (PG-13). A brother and a sister keep a light that nobody needs. With Per Lund, Ana Roth and Jo Berg.

“Second Snow” (R). This comedy, directed by Carla Nunes, stars Ivo Brandt as a mayor with a snow plough and no snow.
"""


def told(text: str) -> set[tuple[str, str, str]]:
    reading = read_document(Document("page.txt", text))
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


@pytest.mark.parametrize("text", [BLOCKS, FIELDS, BULLETS, NUMBERED, HEADED, LED])
def test_a_weekly_list_is_a_roundup(text: str) -> None:
    assert recognise(Document("page.txt", text))[0] == "roundup"


@pytest.mark.parametrize("text", [BLOCKS, FIELDS, BULLETS, NUMBERED, HEADED])
def test_the_director_of_each_entry_is_read(text: str) -> None:
    assert ("Ida Holm", "directed", "Harbour Lights") in told(text)


@pytest.mark.parametrize("text", [BLOCKS, FIELDS, BULLETS, LED])
def test_the_whole_cast_of_an_entry_is_read(text: str) -> None:
    cast = {actor for actor, predicate, film in told(text) if predicate == "starredIn" and film == "Harbour Lights"}
    assert cast == {"Per Lund", "Ana Roth", "Jo Berg"}


def test_a_title_stands_above_its_synopsis_without_its_certificate() -> None:
    assert ("Carla Nunes", "directed", "Second Snow: The Return") in told(BLOCKS)


def test_a_heading_of_the_list_is_no_film() -> None:
    assert not {subject for subject, predicate, _ in told(FIELDS) if predicate == "stage"} & {"Wide", "Limited"}


def test_prose_under_a_bare_heading_says_who_made_the_film() -> None:
    assert ("Marta Lindqvist", "directed", "The Long Ford") in told(HEADED)


def test_a_page_of_one_film_that_asks_questions_of_its_own_is_no_roundup() -> None:
    page = (
        "Ida Holm shows her first film\n\nWhat is it about?\n\nThe director films a light that goes out.\n\n"
        "Who is in the cast?\n\nPer Lund and Ana Roth play the leads in the drama, which was shot in the autumn.\n\n"
        "The producer says that the feature will be released in cinemas by the spring, on some forty screens.\n"
    )
    assert recognise(Document("page.txt", page))[0] != "roundup"
