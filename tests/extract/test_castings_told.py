"""Castings, selections, box offices and reports from markets: one sentence each, in the midst of an article."""

from __future__ import annotations

import pytest

from tests.extract.test_sessions_told import HEAD, told

TOLD = [
    ("Ilia Kosta (Time for Salt, 2007) was selected for Under the Salt.", "Ilia Kosta directed Under the Salt"),
    ("Ilia Kosta (Time for Salt, 2007) was selected for Under the Salt.", "Ilia Kosta directed Time for Salt"),
    (
        "Lyud Todor, one of the foremost directors, was chosen for his strange and promising The Migration of Birds, "
        "which moves between villages.",
        "Lyud Todor directed The Migration of Birds",
    ),
    (
        "Two newcomers make their debuts: Konstantin Buro with Mice Salt (Bulf Ltd) and Jonas Bojan with Avenue "
        "(Elementar Ltd).",
        "Bulf Ltd produced Mice Salt",
    ),
    ("Diane Guer has become the newest actress to board The Salt Mother.", "Diane Guer starredIn The Salt Mother"),
    (
        "Salt Island has caught one more cast member. Eugene Corde is added to the roster, which also counts Tom Hidd "
        "and Brie Lars.",
        "Brie Lars starredIn Salt Island",
    ),
    (
        "Jordan Vogt, who directed Eugene Corde in The Kings of Salt, has signed on.",
        "Eugene Corde starredIn The Kings of Salt",
    ),
    (
        "Amy Mill has been cast in War For the Salt. The young actress joins Gabriel Chava in the sequel, helmed by "
        "returning Dawn of the Salt director Matt Reev.",
        "Matt Reev directed Dawn of the Salt",
    ),
    (
        "Flocks (Flocken) screening at Generation 14Plus is Anna Gård’s second feature after Into Your Salt.",
        "Anna Gård directed Flocks",
    ),
    (
        "Red Moss screening at the Panorama is called a musical. First timer Anna Ander directs and Sund Films is "
        "producing.",
        "Sund Films produced Red Moss",
    ),
    (
        "The films backed include the new title by Belgian masters Jean and Luc Dardan after their 2019 Cannes winner "
        "Young Adam [+see also: film review trailer film profile], Tora and Lotta [+see also: film review film "
        "profile] (Belgium/France).",
        "Luc Dardan directed Tora and Lotta",
    ),
    ("Sund Sales has sold “ Red Moss ,” directed by Anna Berg , to Spain.", "Anna Berg directed Red Moss"),
    ("Sund Sales has closed deals on Anna Berg ’s drama “Red Moss.”", "Anna Berg directed Red Moss"),
    (
        "Sund Sales sold “Red Moss” to Germany, Austria, Switzerland and Italy (Koch Films) and Israel (Lev Cinemas).",
        "Koch Films distributed Red Moss Austria",
    ),
    (
        "“Red Moss” was produced by Sund Films’ producer Jo Berg. Oak Pictures in Sweden co-produced the film.",
        "Oak Pictures coProduced Red Moss",
    ),
    (
        "In Spain, Sund Releasing distributed both Red Moss and Salt Harbour.",
        "Sund Releasing distributed Salt Harbour Spain",
    ),
    ("The second one was Anna Berg’s comedy Red Moss, from Sund Films.", "Sund Films produced Red Moss"),
    (
        "On “The Salting,” a Cannes entry and Michael Shea’s first film, Soda Films has the U.K. and Canada, Xenix "
        "Switzerland, and Bir Turkey.",
        "Bir distributed The Salting Turkey",
    ),
    ("Ida Holm's award-winning Red Moss won the prize.", "Ida Holm directed Red Moss"),
    ("Jean Libo and Yves Hinar’s Cesar-nominated Red Moss won the prize.", "Yves Hinar directed Red Moss"),
    ("Carlo Vogel’s Je ne sais pas is sold by Sund Films.", "Carlo Vogel directed Je ne sais pas"),
    ("A notable project is Felix Groen’s Let love in, starring Luca Marin.", "Felix Groen directed Let love in"),
    ("Pattaya Moon, by and starring Franck Gasta, has had a great opening.", "Franck Gasta directed Pattaya Moon"),
    (
        "Red Moss, which Anna Berg and Jo Lind produced for Sund Films, has its screening tonight.",
        "Jo Lind produced Red Moss",
    ),
    ("Spain’s Juan Bayo was there with The Foundlings, which buyers chased.", "Juan Bayo directed The Foundlings"),
    ("At Sund Sales, pre-sales begin for Red Moss by Anna Berg, a thriller.", "Sund Sales sold Red Moss"),
    ("The biggest grant goes to Sund Films and Anna Berg’s Red Moss, a documentary.", "Sund Films produced Red Moss"),
    (
        "Stefano Tumo joined forces with Antonio Mero to write Red Moss, shot for no money at all.",
        "Antonio Mero wrote Red Moss",
    ),
]

NOT_TOLD = [
    ("Lyud Todor (Seamstresses, 2007) is one of the foremost directors.", "Seamstresses produced Lyud Todor"),
    (
        "The Salt Mother is directed by Anna Berg. It tells the life of a drug lord, known as the “Mother of Ice.” It "
        "also stars Oliver Marti.",
        "Oliver Marti starredIn Mother of Ice",
    ),
    (
        "Felix Groen’s film is a follow-up to his Cannes winner, The Eight Lakes.",
        "Felix Groen directed Cannes",
    ),
    (
        "Red Moss is a war drama written by David Oel, adapted from the story by Sorj Chal.",
        "Sorj Chal directed Red Moss",
    ),
]

BOX_OFFICE = """Comedy reigns at the French box office

National comedies do well in French cinemas, released by companies like Sund and Pathos.

With four million admissions in four weeks, Les Tuches 2 – Le rêve salé [+see also:
trailer
film profile] by Olivier Barou (distributed in 623 theatres by Pathos) is setting the tone.

Comedies are also represented by the feel-good movie One Man and His Goat [+see also:
trailer
film profile] by Mohamed Hamid (596,000 admissions in two weeks – Sund Films across 278 screens), and Public Foes [+see
also:
trailer
film profile] by Edouard Pluv (Belle Company – 621,000 admissions in two weeks).
"""


@pytest.mark.parametrize(("sentence", "claim"), TOLD)
def test_a_sentence_tells(sentence: str, claim: str) -> None:
    assert claim in told(f"{HEAD}{sentence}\n")


@pytest.mark.parametrize(("sentence", "claim"), NOT_TOLD)
def test_a_sentence_does_not_tell(sentence: str, claim: str) -> None:
    assert claim not in told(f"{HEAD}{sentence}\n")


@pytest.mark.parametrize(
    "claim",
    [
        "Olivier Barou directed Les Tuches 2 – Le rêve salé",
        "Sund Films distributed One Man and His Goat",
        "Belle Company distributed Public Foes",
    ],
)
def test_admissions_stand_beside_who_releases_a_film(claim: str) -> None:
    claims = told(BOX_OFFICE.replace("[+see\nalso", "[+see also"))
    assert any(each == claim or each.startswith(f"{claim} ") for each in claims)
