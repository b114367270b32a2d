"""Headings of round-ups that stand under a bullet, with who distributes the film behind."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.names import Known
from kg.extract.roundup.page import read_roundup


def told(heading: str) -> set[tuple[str, str, str]]:
    page = (
        f"This week at the cinema\n\n{heading}\nA film by Jules Kam – with Cora Ast, Malik Bouz...\n"
        "The story: A building is to be demolished.\nA little extra: The building is not a set.\n\n"
        "▪ So, Where Were You? (Rivage Distribution)\nA film by Esther Lind – with Saga Nyst, Tove Hed...\n"
        "The story: Karin comes back.\nA little extra: The play was hers.\n"
    )
    claims = read_roundup(Document("page.txt", page), Known()).claims
    return {(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c.object, Mention)}


def test_a_bullet_is_no_part_of_a_title() -> None:
    assert ("Jules Kam", "directed", "The Last Tenant") in told("▪ The Last Tenant (Diaphragm)")


def test_the_bracket_behind_a_bulleted_title_has_its_distributor() -> None:
    assert ("Diaphragm", "distributed", "The Last Tenant") in told("▪ The Last Tenant (Diaphragm)")


@pytest.mark.parametrize("label", ["Re-release: ", "Reissue: "])
def test_what_kind_of_release_it_is_stands_before_the_title(label: str) -> None:
    assert ("Jules Kam", "directed", "The Last Tenant") in told(f"▪ {label}The Last Tenant (Diaphragm)")


SAID_BEHIND = """This week in theaters

  • Low Tide (Diaphragm) A feature by Ida Holm after High Tide (9.2k), with Per Lund and Ana Roth.

For Sami and Per, the harbour is all that is left. Sami’s father waits for the water.

  • Monday Coat (Les Frênes) A feature by Carla Nunes which was presented in the Critics' Week in Cannes, with Eva Ost.

Nobody believed in it.

  • Rainfall (Rivage) First feature by Paul Odin. We already owe the latter Other People's Coats (21.4k).

For Marie, everything changes.
"""


def behind_brackets() -> set[tuple[str, str, str]]:
    claims = read_roundup(Document("page.txt", SAID_BEHIND), Known()).claims
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else c.object.value)
        for c in claims
    }


def test_what_stands_beneath_prose_behind_a_bracket_is_the_plot() -> None:
    told_of = {(subject, predicate) for subject, predicate, _ in behind_brackets()}
    assert ("Low Tide", "alsoKnownAs") not in told_of
    assert ("Rainfall", "alsoKnownAs") not in told_of


@pytest.mark.parametrize(
    ("who", "film"), [("Per Lund", "Low Tide"), ("Ana Roth", "Low Tide"), ("Eva Ost", "Monday Coat")]
)
def test_the_cast_behind_an_earlier_film_or_a_festival_is_that_of_the_release(who: str, film: str) -> None:
    assert {fact for fact in behind_brackets() if fact[:2] == (who, "starredIn")} == {(who, "starredIn", film)}


def test_people_who_own_something_are_nobody() -> None:
    assert ("Paul Odin", "directed", "Other People's Coats") in behind_brackets()


def said_behind(prose: str) -> set[tuple[str, str, str]]:
    page = (
        f"This week in theaters\n\n  • Low Tide (Diaphragm) {prose}\n\nA pilot waits.\n\n"
        "  • Second Snow (Rivage) A film by Carla Nunes.\n\nWinter comes back.\n"
    )
    claims = read_roundup(Document("page.txt", page), Known()).claims
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else c.object.value)
        for c in claims
    }


def test_who_signs_the_next_film_directs_the_release() -> None:
    said = said_behind(
        "After the first film High Tide (2M), Ida Holm signs a second feature, with Eva Ost and Per Lund."
    )
    assert {("Ida Holm", "directed", "Low Tide"), ("Per Lund", "starredIn", "Low Tide")} <= said
    assert not any(predicate == "alsoKnownAs" for _, predicate, _ in said)


def test_the_hour_of_a_screening_is_no_film() -> None:
    said = said_behind("A film by Ida Holm. Midnight Screening at the 2021 Cannes Film Festival.")
    assert ("Low Tide", "screenedAt", "Cannes 2021") in said


def test_voices_of_a_release_play_in_it() -> None:
    said = said_behind("An animated film by Ida Holm. With the voices of Eva Ost and Per Lund.")
    assert ("Eva Ost", "starredIn", "Low Tide") in said
