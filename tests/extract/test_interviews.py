"""Interviews on pages of their own, in invented words: whom they are with, and the films that he or she tells of."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.lines import article_lines
from kg.extract.article.page import read_article
from kg.extract.interview import interviewed
from kg.extract.names import Known
from tests.extract.telling import pairs_of

PAGE = """Per Lund • Director

"Nobody asked me to"

- With Low Water, the Danish filmmaker presents his second feature after The Salt Road. He also co-wrote Second Snow.

His Low Water was shown in Venice. Low Water stars Ana Roth.

Cineuropa: How did you begin?
Per Lund: My first short, Ferry Home, was made in a week. Then Bo Ekström and I made Night Boat together.
"""


def told(text: str) -> set[tuple[str, str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


@pytest.mark.parametrize(
    "headline",
    [
        "Per Lund • Director",
        "Interview with Per Lund, director of Low Water",
        "INTERVIEW: Per Lund",
        "Per Lund talks about his film Low Water",
    ],
)
def test_a_headline_tells_whom_an_interview_is_with(headline: str) -> None:
    document = Document("page.txt", headline + "\n\nThe director has a new film, set at sea.\n")
    talk = interviewed(document, article_lines(document)[1], Known())
    assert talk is not None
    assert [end.what for end in talk.people] == [Mention("Person", "Per Lund")]
    assert talk.role == "directed"


def test_other_news_are_no_interview() -> None:
    document = Document("page.txt", "Per Lund is shooting Low Water\n\nThe director is at sea.\n")
    assert interviewed(document, article_lines(document)[1], Known()) is None


@pytest.mark.parametrize("title", ["Low Water", "The Salt Road", "Ferry Home", "Night Boat"])
def test_the_films_of_the_one_who_answers_are_theirs(title: str) -> None:
    assert ("Per Lund", "directed", title) in told(PAGE)


def test_a_pronoun_means_the_one_who_is_interviewed() -> None:
    assert ("Per Lund", "wrote", "Second Snow") in told(PAGE)


def test_a_film_made_together_is_both_directors_own() -> None:
    assert ("Bo Ekström", "directed", "Night Boat") in told(PAGE)


def test_a_title_before_the_subject_is_no_second_subject() -> None:
    found = told("Per Lund • Director of Low Water\n\nSix years after Night Boat, Per Lund returns with Low Water.\n")
    assert ("Per Lund", "directed", "Night Boat") in found
    assert not any(name == "Night Boat" and predicate == "directed" for name, predicate, _ in found)


def test_he_in_an_answer_is_somebody_else() -> None:
    found = told("Per Lund • Director\n\nA talk.\n\nIs it the same man again?\nYes, he shot Second Snow, too.\n")
    assert not any(title == "Second Snow" for _, _, title in found)


def test_a_portrait_is_of_whom_its_headline_names() -> None:
    found = told(
        "The long road of Per Lund\n\nA portrait of the Danish filmmaker, whose films travel\n\n"
        "He was a baker before making his first documentary, Ferry Home, in 1991. His debut feature, Low Water, opened "
        "in Cairo.\n"
    )
    assert ("Per Lund", "directed", "Ferry Home") in found


PRODUCER = (
    "Interview: Jo Berg • Producer, Sund Film\n\nWe met the producer to talk about her company Sund Film and her new "
    "project, Milan Holm’s Low Tide.\n\n"
)


def test_a_producer_made_the_new_project_that_is_talked_about() -> None:
    assert ("Jo Berg", "Low Tide") in pairs_of(PRODUCER, "produced")


def test_films_that_we_co_produced_are_the_producers() -> None:
    text = PRODUCER + "You have also co-produced several films from the region, such as Dana Roth’s Salt Road.\n"
    assert pairs_of(text, "coProduced") == {("Jo Berg", "Salt Road")}


def test_the_mark_of_a_question_is_not_its_titles() -> None:
    text = PRODUCER + "What can you tell us about Low Tide?\nWe are co-producing with Reed Film from Croatia.\n"
    assert pairs_of(text, "coProduced") == {("Reed Film", "Low Tide")}
