"""Release pages of four lines a film, questions of who is in it, and indexes with a festival's edition alone."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_all
from kg.extract.kind import recognise

STACKED = """Premieres of the week: On the bill, a prize of Venice and what two stars did last

The accused one
Yvan Attar
french drama
The day after Alexandre meets the daughter of his mother’s new partner, she reports him; the peace of a family is gone.

the hollow
Michelangelo Framm
Venice Film Festival: Special Jury Prize
It is August 1961 and an old shepherd watches as cavers come upon a virgin place which counts among the deepest caves.

journey to the isle
Ola Parkerson
George Cloney and Julia Robertson
Long divorced, a couple goes to Bali to keep a daughter in love from repeating their own error of twenty years ago.

Source link
"""
ASKED = """The Giant, Star Harbour Beyond and more: In cinemas this week

No idea what to see at the weekend? We have a guide to the new releases of the week for you. Blockbusters and gems.

What’s it about? The much-loved story of an orphan girl who is carried off to the land where the giants live.

Who’s in it? Mark Rylant, Ruby Barnes, Penny Wilson

Star Harbour Beyond

What’s it about? Halfway through a mission of five years, the crew of a ship is left on an unknown planet.

Who’s in it? Chris Pineda, Zack Quintero, Idris Elban
"""
INDEX = """News

21 March 2017

Production – France

Fabienne Godard to complete Our Marvellous Lives

Malaga 2017

Selfies: The happy world without a brain, in a portrait

Box office – Hungary

Kincsem makes a flying start with Hungarian audiences

Bergamo 2017

Albina, an adolescence overcome by pain

Releases – Poland

Raging: Running at a jog into another life
"""
LABELLED = """All Sweden articles
-
News
Amanda Siegfried, Mona Fastwell discuss a “male-dominated” film business
Fastwell said that on her sets she is “always trying to create a community”.
-
News
Plattan Produktion, Field Office together again for John Skog’s ‘Redoubts’ starring Denis Lavand
EXCLUSIVE: Three museums have all shown earlier works by Skog.
-
Reviews
‘Eagles Of The Harbour’ review: A trilogy comes to its end
It is a satirical drama about the film industry.
"""


def told(text: str) -> set[str]:
    """Give the claims of a page as words."""
    (reading,) = read_all([Document("page", text)])
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', claim.object)}"
        for claim in reading.claims
    }


def test_premieres_of_a_week_are_releases() -> None:
    assert recognise(Document("page", STACKED))[0] == "roundup"


def test_who_directed_stands_below_the_title() -> None:
    claims = told(STACKED)
    assert {"Yvan Attar directed The accused one", "Michelangelo Framm directed the hollow"} <= claims


def test_two_names_below_the_director_are_the_cast() -> None:
    assert "Julia Robertson starredIn journey to the isle" in told(STACKED)


def test_a_prize_below_the_director_is_no_cast() -> None:
    assert not any(claim.endswith("starredIn the hollow") for claim in told(STACKED))


def test_who_is_in_it_is_asked_behind_the_plot() -> None:
    assert {"Chris Pineda starredIn Star Harbour Beyond", "Idris Elban starredIn Star Harbour Beyond"} <= told(ASKED)


def test_a_film_that_lost_its_heading_is_not_called_by_the_introduction() -> None:
    assert not any("No idea what to see" in claim for claim in told(ASKED))


def test_it_has_the_first_title_of_the_pages_headline() -> None:
    assert "Mark Rylant starredIn The Giant" in told(ASKED)


def test_an_edition_alone_heads_a_review_in_an_index() -> None:
    assert "Selfies screenedAt Málaga 2017" in told(INDEX)


def test_a_review_may_say_behind_a_comma_what_its_film_is() -> None:
    assert "Albina screenedAt Bergamo 2017" in told(INDEX)


def test_the_kind_of_news_may_stand_on_a_line_of_its_own() -> None:
    claims = told(LABELLED)
    assert {
        "John Skog directed Redoubts",
        "Denis Lavand starredIn Redoubts",
        "Field Office produced Redoubts",
    } <= claims


def test_what_is_reviewed_is_the_items_film() -> None:
    (reading,) = read_all([Document("page", LABELLED)])
    assert "Eagles Of The Harbour" in {claim.subject.name for claim in reading.claims}
