"""Pages of interviews: names framed by what was said, without tags, and items of a label alone."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_all

FRAMED = """Interviews

3734 interviews available in total starting from 14/05/2002. Last updated on 21/11/2017.


Per Lind  • Director

"It's the way I make films"

Per Lind • Director

Per Lind presents his latest film, Low Water, in world premiere in Gijón; and reveals some of his keys...


Liv Vale and Eva Marin  • Producers

“Good stories always have potential”

Liv Vale and Eva Marin • Producers

International producers Liv Vale and Eva Marin, who head up Sund Film, talk about their catalogue...


Jo and Karl Berg • Directors

"For us, cinema is a way of life"

Jo and Karl Berg • Directors

The Norwegian brothers tell us about Grey Bay, their new film
"""
BARE = """Interviews

8185 interviews available in total starting from 14/05/2002. Last updated on 13/05/2025.
LATEST
Interview
We met up with Danish director Liv Vale to discuss her latest film, Salt Hill
01/03/2018 | Berlinale 2018 | Panorama
“I walk on the sunny side of the street”
We met up with Finnish helmer Per Lind to discuss his latest period film, Low Water, which is out...
20/11/2018
"""


def told(text: str) -> tuple[str, set[str]]:
    """Give what a page is read as, and its claims as words."""
    (reading,) = read_all([Document("page", text)])
    said = {f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}" for claim in reading.claims}
    return reading.kind, said


def test_framed_interviews_without_tags_are_a_listing() -> None:
    assert told(FRAMED)[0] == "listing"


def test_an_interview_without_a_tag_tells_its_film() -> None:
    assert "Per Lind directed Low Water" in told(FRAMED)[1]


def test_two_who_share_a_surname_directed_what_they_tell_about() -> None:
    assert "Karl Berg directed Grey Bay" in told(FRAMED)[1]


def test_brothers_of_a_nation_are_nobody() -> None:
    assert not any("Norwegian brothers" in fact for fact in told(FRAMED)[1])


def test_international_producers_produced_nothing_of_that_name() -> None:
    assert not any(fact.endswith("International") for fact in told(FRAMED)[1])


def test_a_label_alone_is_no_title() -> None:
    assert not any("Interview " in fact or fact.endswith(" Interview") for fact in told(BARE)[1])


def test_what_stands_beneath_a_label_alone_tells_the_film() -> None:
    assert "Salt Hill screenedAt Berlinale 2018" in told(BARE)[1]


@pytest.mark.parametrize("rows", ["NQNQNQ", "NQNN", "NNQN", "NQNQNNQ", "NQQNQN"])
def test_names_and_words_in_any_order_are_read(rows: str) -> None:
    text = "\n".join({"N": "Per Lind • Director", "Q": "“Good stories”"}[row] for row in rows)
    assert read_all([Document("page", text * 20)])[0].kind != "failed"
