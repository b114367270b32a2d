"""Release round-ups as other sites print them: captions, bylines, a cast behind the synopsis; in invented titles."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document

HEAD = (
    "Cinema releases on August 25: Low Tide, Second Snow…\n\nFilming anecdotes: every week, discover the releases.\n\n"
)
SECOND = "Second Snow by Carla Nunes\n\nWith Ivo Brandt, Marta Lindqvist…\n\nWhat is it about ? Winter comes back.\n\n"
CAPTIONED = (
    HEAD + "Low Tide by Ida Holm\n\nWith Per Lund, Ana Roth…\n\nCinema releases on august 25\n\n"
    "What is it about ? A pilot waits.\n\n" + SECOND
)
LATE_CAST = (
    HEAD + "Low Tide by Ida Holm\n\nWhat is it about ? A pilot waits for the water.\n\nWith Per Lund, Ana Roth…\n\n"
    + SECOND
)  # fmt: skip
SYLLABLES = (
    HEAD + "Sol-Mi Lee Hothouse\n\nWith Seo-Hyun Kang, Min Soo…\n\nWhat is it about ? A nurse moves.\n\n"
    "Did you know ? Hothouse is Sol-Mi Lee’s first feature.\n\n" + SECOND
)
BYLINES = """Moving, immersive… The cinema releases of January 26

♦ Low Tide ***

by Ida Holm

Franco-Belgian film, 1 h 48

A pilot waits for the water to come back, and with it the brother who took the boat.

♦ Second Snow **

by Carla Nunes

Polish documentary, 1h13

Nobody believed that winter would come back twice in a year, and nobody had kept a coat.
"""
INITIALS = """This Week's UK Cinema Releases

Low Tide
Director: Steven C. Holm
Starring: Per Lund, Ana Roth

A pilot waits for the water to come back.

Second Snow
Director: Carla Nunes
Starring: Ivo Brandt, Marta Lindqvist

Nobody believed that winter would come back.
"""
STOPPED = """All films in cinemas from September 14th

Low Tide

Director: Ida Holm

Cast: Per Lund, Ana Roth

Distribution: Kestrel Films.

Plot: A pilot waits for the water.

Second Snow

Director: Carla Nunes

Cast: Ivo Brandt, Marta Lindqvist

Distribution: Lantern Pictures.

Plot: Nobody had kept a coat.
"""


def said(page: str) -> set[str]:
    """Give what a page says, each fact as words."""
    claims = read_document(Document("page.txt", page)).claims
    return {
        f"{c.subject.name} {c.predicate} {c.object.name if isinstance(c.object, Mention) else c.object.value}"
        for c in claims
        if isinstance(c.subject, Mention)
    }


@pytest.mark.parametrize(
    ("page", "fact"),
    [
        (CAPTIONED, "Ida Holm directed Low Tide"),
        (CAPTIONED, "Per Lund starredIn Low Tide"),
        (LATE_CAST, "Per Lund starredIn Low Tide"),
        (SYLLABLES, "Sol-Mi Lee directed Hothouse"),
        (BYLINES, "Ida Holm directed Low Tide"),
        (BYLINES, "Low Tide countryOfOrigin France"),
        (BYLINES, "Low Tide countryOfOrigin Belgium"),
        (INITIALS, "Steven C. Holm directed Low Tide"),
        (STOPPED, "Kestrel Films distributed Low Tide"),
    ],
)
def test_what_a_page_of_releases_says(page, fact):
    assert fact in said(page)


@pytest.mark.parametrize(
    ("page", "fact"),
    [
        (CAPTIONED, "Cinema releases on august 25 stage released"),
        (LATE_CAST, "Per Lund starredIn Second Snow"),
        (BYLINES, "Polish documentary, 1h13 stage released"),
    ],
)
def test_what_a_page_of_releases_does_not_say(page, fact):
    assert fact not in said(page)


ALONE = """New this Wednesday: what to see at the cinema? Low Tide, Second Snow…

Low Tide, by Ida Holm and Leo Vinter

With Per Lund, Ana Roth, Jo Berg…

Where does it go?

A pilot waits for the water.

Worth knowing?

Ida Holm shot in her hometown of Lorient with real pilots. Per Lund had already played for her in The Nets.

Second Snow, by Carla Nunes

With Ivo Brandt, Marta Lindqvist…

Where does it go?

Winter comes back.

Worth knowing?

Nobody was hurt. Not even the coat that nobody had kept.
"""


@pytest.mark.parametrize(
    "fact", ["Ida Holm directed Low Tide", "Leo Vinter directed Low Tide", "Per Lund starredIn Low Tide",
             "Per Lund starredIn The Nets"]
)  # fmt: skip
def test_questions_of_their_own_on_lines_of_their_own(fact):
    assert fact in said(ALONE)


def test_a_town_is_no_film_that_somebody_shot():
    assert "Ida Holm directed Lorient" not in said(ALONE)


STARRED = """Low Tide, Second Snow: what's new at the cinema this week

What to see in theaters

LOW TIDE ★★★★★

By Ida Holm

The essential

Ida Holm brings out the heavy artillery, and nobody who has seen the sea will forget the last hour of it.

SECOND SNOW ★★★☆☆

By Carla Nunes

Winter comes back twice in a year, and with it the brother who took the coat and never said why he had.
"""
DATED = """Les sorties cinéma de la semaine du 12 avril 2023

Marée basse
De Ida Holm
Avec Per Lund, Ana Roth
Sortie le 12 avril
De quoi ça parle ? Une institutrice attend la mer.
Le saviez-vous ? Ida Holm avait déjà dirigé Per Lund dans son court métrage Nuit blanche.

Seconde Neige
De Carla Nunes
Avec Ivo Brandt, Marta Lindqvist
Sortie le 12 avril
De quoi ça parle ? L'hiver revient.
"""


def made(page: str) -> set[tuple[str, str, str]]:
    claims = read_document(Document("new/week.txt", page)).claims
    return {(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c.object, Mention)}


def test_a_title_with_stars_stands_above_its_byline() -> None:
    assert {("Ida Holm", "directed", "LOW TIDE"), ("Carla Nunes", "directed", "SECOND SNOW")} <= made(STARRED)


def test_a_line_with_the_day_of_release_is_no_heading() -> None:
    assert {("Ida Holm", "directed", "Marée basse"), ("Per Lund", "starredIn", "Marée basse")} <= made(DATED)


def test_a_short_named_behind_its_kind_is_not_the_film() -> None:
    claims = read_document(Document("new/week.txt", DATED)).claims
    assert not any(claim.predicate == "genre" for claim in claims)


def test_the_director_may_stand_before_the_title() -> None:
    page = HEAD + SECOND + "By Ida Holm, Low Tide\n\nWith Per Lund, Ana Roth…\n\nWhat is it about ? A pilot waits.\n"
    assert ("Ida Holm", "directed", "Low Tide") in made(page)
