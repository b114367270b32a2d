"""Reviews of invented films: lines of credits, headings with a year, and actors in brackets behind their parts."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from kg.extract.record.credits_line import read_credits

PAGE = """Posts Tagged ‘Harbour Film Festival’

Low Water (2021) *** Locarno Film Festival 2021

Dir: Marta Lindqvist | Cast: Ana Roth, Jo van der Berg (Piet), Ida Okonkwo | Danish, Drama 102’

The ageing pilot Nils (Bo Ekström) shares a boat with his cook (Anna Riva), until Siiri (Tuuve Alho) comes aboard.
The film is lifted by Per Lund’s quietly swelling score, and her DoP Sara Feld keeps close to the water. Lindqvist owes
something to Emma Holm (Second Snow).
"""


def told(text: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


def credited(line: str) -> set[tuple[str, str]]:
    facts = read_credits(Document("page.txt", line), 0, len(line))
    ends = [(fact.predicate, fact.object if fact.subject.is_open else fact.subject) for fact in facts]
    return {(predicate, end.what.name) for predicate, end in ends if isinstance(end.what, Mention)}


@pytest.mark.parametrize(
    "line",
    [
        "Dir: Ana Roth | Cast: Bo Ek, Ida Lund | Norway, 16′",
        "Dir.: Ana Roth; Cast: Bo Ek, Ida Lund; Norway 1984, 89 min.",
        "Directed by Ana Roth. Starring Bo Ek, Ida Lund. Norway, 2019, 98 mins.",
        "Norway 2020 | 94 mins | Director: Ana Roth | With: Bo Ek (the pilot), Ida Lund as Eva",
    ],
)
def test_a_line_of_credits_is_read_in_any_of_its_layouts(line: str) -> None:
    assert credited(line) == {
        ("directed", "Ana Roth"),
        ("starredIn", "Bo Ek"),
        ("starredIn", "Ida Lund"),
        ("countryOfOrigin", "Norway"),
    }


def test_a_joint_label_gives_both_roles() -> None:
    assert credited("Dir/Wri: Ana Roth. DoP: Bo Ek. Editor: J. A. Lund.") == {
        ("directed", "Ana Roth"),
        ("wrote", "Ana Roth"),
        ("photographed", "Bo Ek"),
        ("edited", "J. A. Lund"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Directed by Ana Roth and starring Bo Ek, the film tells of a boat.",
        "Director: Ana Roth",
        "Music: the whole of it is silence, with one bell at the end.",
    ],
)
def test_prose_and_single_fields_are_no_line_of_credits(line: str) -> None:
    assert not credited(line)


def test_a_heading_with_a_year_names_the_film_and_where_it_is_shown() -> None:
    found = told(PAGE)
    assert ("Marta Lindqvist", "directed", "Low Water") in found
    assert ("Low Water", "screenedAt", "Locarno 2021") in found


@pytest.mark.parametrize("actor", ["Bo Ekström", "Anna Riva", "Tuuve Alho", "Jo van der Berg"])
def test_a_part_is_followed_by_its_actor_in_brackets(actor: str) -> None:
    assert (actor, "starredIn", "Low Water") in told(PAGE)


def test_a_film_in_brackets_behind_somebody_is_no_actor() -> None:
    assert not any(name == "Second Snow" and predicate == "starredIn" for name, predicate, _ in told(PAGE))


def test_a_possessive_tells_who_practised_a_craft() -> None:
    found = told(PAGE)
    assert ("Per Lund", "composed", "Low Water") in found
    assert ("Sara Feld", "photographed", "Low Water") in found


def test_each_heading_of_a_page_of_reviews_begins_another_film() -> None:
    page = (
        PAGE
        + "\nThe Salt Road (1984) Harbour 2020\n\nDir.: Carl Voss; Cast: Eva Stern; Germany 1984, 89 min.\n\nA road.\n"
    )
    found = told(page)
    assert ("Carl Voss", "directed", "The Salt Road") in found
    assert ("Marta Lindqvist", "directed", "Low Water") in found


def test_works_told_of_in_brackets_are_those_of_the_person_before() -> None:
    found = told(
        "Marta Lindqvist is shooting Low Water\n\nLow Water stars Anna Riva (a Robert Award nominee for Best "
        "Actress in 2014 for Second Snow, and also seen in Ferry Home) and Bo Ekström.\n"
    )
    assert ("Anna Riva", "starredIn", "Second Snow") in found
    assert ("Anna Riva", "starredIn", "Ferry Home") in found


def test_a_headline_names_the_film_that_the_text_names_again() -> None:
    found = told(
        "The Salt Road review – a comedy with a sting in its tail\n\nDanish director Per Lund's comedy is all its own. "
        "Ana Roth plays a clerk in The Salt Road, shot in widescreen by Sara Feld. His score is by nobody.\n"
    )
    assert ("Per Lund", "directed", "The Salt Road") in found
    assert ("Sara Feld", "photographed", "The Salt Road") in found


def test_a_dateline_tells_where_a_reviewed_film_was_shown() -> None:
    found = told(
        "Review: Low Water\n\n17/05/2016 - CANNES 2016: The first feature by Marta Lindqvist is a quiet film about a "
        "pilot\n\nLow Water, a drama by Marta Lindqvist, was shown to long applause.\n"
    )
    assert ("Low Water", "screenedAt", "Cannes 2016") in found


def test_a_novel_is_not_what_its_sentence_is_about() -> None:
    found = told(
        "Marta Lindqvist is shooting Low Water\n\nMarta Lindqvist wrote the script of Low Water, based on the novel "
        "The Salt Road by Carl Voss. The film is produced by Per Lund for Tern Film.\n"
    )
    assert ("Tern Film", "produced", "Low Water") in found
    assert ("Carl Voss", "directed", "The Salt Road") not in found


def test_a_prize_tells_who_did_what_for_which_film() -> None:
    found = told(
        "Low Water sweeps the Sea Film Awards\n\nBest Actor went to Bo Ekström for Marta Lindqvist’s Low Water, and "
        "Best Cinematography was awarded to Sara Feld for Low Water.\n"
    )
    assert ("Bo Ekström", "starredIn", "Low Water") in found
    assert ("Sara Feld", "photographed", "Low Water") in found
