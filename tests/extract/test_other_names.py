"""Trivia that call a film by another title, or tell of others; in invented titles."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document

HEAD = "The cinema releases of June 8: Low Tide…\n\nFilming anecdotes: every week, discover the cinema releases.\n\n"


def told(title: str, trivia: str, cast: str = "Per Lund, Ana Roth, Jo Berg") -> set[str]:
    """Give what a page says of a film by Ida Holm with these trivia, each fact as words."""
    page = HEAD + "".join(
        f"{name} by {maker}\n\nWith {people}…\n\nWhat is it about ? Mario comes back.\n\nDid you know ? {text}\n\n"
        for name, maker, people, text in (
            (title, "Ida Holm", cast, trivia),
            ("Second Snow", "Carla Nunes", "Ivo Brandt, Marta Lindqvist", "No animal was hurt."),
        )
    )
    return {
        f"{c.subject.name} {c.predicate} {c.object.name if isinstance(c.object, Mention) else c.object.value}"
        for c in read_document(Document("page.txt", page)).claims
        if isinstance(c.subject, Mention) and c.item == 1
    }


@pytest.mark.parametrize(
    ("trivia", "alias"),
    [
        ("Lavvann attracted more than 200,000 spectators in its country.", "Lavvann"),
        ("Selected in Venice in 2023, Lavvann takes its title from a song.", "Lavvann"),
        ("Los Botes received five nominations for the Goya Awards 2025.", "Los Botes"),
        ("Marée basse was shot in the Ardennes, near the house of the director.", "Marée basse"),
        ("El Bote is a choral film about pilots.", "El Bote"),
        ("For Marée basse, a real pilot taught the actors.", "Marée basse"),
        ("With Marée basse, Ida Holm signs her second feature film.", "Marée basse"),
        ("Marée basse by Ida Holm is adapted from the web-series of the same name.", "Marée basse"),
        ("Neko no Umi is adapted from the manga by Rie Kanzaki.", "Neko no Umi"),
        (
            "Like Dry Salt, Ida Holm’s first and previous film, A l’ombre des digues is about music.",
            "A l’ombre des digues",
        ),
        ("Presented in 2023 under the title Marée basse, the film was shot in Brest.", "Marée basse"),
        ("Originally titled Marée basse, the film was shot in Corsica.", "Marée basse"),
    ],
)
def test_another_title_of_the_film(trivia, alias):
    assert f"Low Tide alsoKnownAs {alias}" in told("Low Tide", trivia)


def test_an_actor_of_one_short_word_is_in_no_title():
    assert "Low Tide alsoKnownAs Neko no Umi" in told(
        "Low Tide", "Neko no Umi is adapted from the manga by Rie Kanzaki.", "No, Ana Roth, Jo Berg"
    )


@pytest.mark.parametrize(
    ("title", "trivia"),
    [
        ("Low Tide", "Farinelli was born in Venice in 1725. The director read his memoirs."),
        ("Low Tide", "Mario is inspired by the grandfather of the director."),
        ("Low Tide", "Low Tide was shot in Naples. Les Gardiens was selected at Cannes in 2014."),
        ("Low Tide", "With Les Ombres, Ida Holm had already filmed Naples."),
        ("Low Tide", "Farinelli is the subject of a documentary by the same director."),
        ("Low Tide 2", "Low Tide attracted 1.2 million spectators in 2019."),
    ],
)
def test_what_is_no_other_title(title, trivia):
    assert not any(" alsoKnownAs " in fact for fact in told(title, trivia))


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("Low Tide is the second part of a diptych that began with Ebb.", "Low Tide partOf diptych by Ida Holm"),
        ("Low Tide is adapted from the manga by Rie Kanzaki.", "Low Tide basedOn manga by Rie Kanzaki"),
        ("It is the adaptation of the graphic novel by Rie Kanzaki.", "Low Tide basedOn graphic novel by Rie Kanzaki"),
        (
            "It is adapted from the piece of the same name written by Eva Berg in 1968.",
            "Low Tide basedOn play by Eva Berg",
        ),
        ("Ida Holm had shot Dry Salt and Nine Brides in Budapest.", "Ida Holm directed Nine Brides"),
        (
            "Per Lund did the stunts himself, as in his previous films Dry Salt and Red Dust.",
            "Per Lund starredIn Dry Salt",
        ),
        ("Per Lund had played in Dry Salt, Red Dust or even Plan C.", "Per Lund starredIn Plan C"),
    ],
)
def test_what_trivia_tell(trivia, fact):
    assert fact in told("Low Tide", trivia)


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("It is adapted from the piece of the same name written by Eva Berg in 1968.", "Eva Berg wrote Low Tide"),
        (
            "Ida Holm received a mention for her short Ma Ma then the Caméra d’Or for her first feature, Dry Salt.",
            "Caméra d’Or directed Dry Salt",
        ),
        (
            "After Red Dust, her first film, Ida Holm returns with a story shot in New Mexico.",
            "Ida Holm directed New Mexico",
        ),
        (
            "Ida Holm adapts her play, which ran at the Théâtre de la Michaudière with Per Lund in the role.",
            "Per Lund starredIn Théâtre de la Michaudière",
        ),
    ],
)
def test_what_trivia_do_not_tell(trivia, fact):
    assert fact not in told("Low Tide", trivia)


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        (
            "Low Tide is Ida Holm’s first feature film, after several short films, including Dry Salt and Red Dust.",
            "Ida Holm directed Dry Salt",
        ),
        ("Low Tide is Ida Holm’s fourth feature as a director after Dry Salt.", "Low Tide ordinal fourth feature"),
        ("Low Tide marks Ida Holm’s directorial debut in feature films.", "Low Tide ordinal first feature"),
        (
            "Ida Holm finds Per Lund again and then Ana Roth. The two actors have already played a couple "
            "on the screen in Dry Salt in 2019.",
            "Ana Roth starredIn Dry Salt",
        ),
        (
            "Ida Holm directed Per Lund in Dry Salt (2013). The director worked on the scripts for the comedies "
            "Red Dust (2002) and Caravan (2006), in which the actor played.",
            "Per Lund starredIn Caravan",
        ),
        (
            "Per Lund was seen last in Dry Salt by Derek Cronwell and Red Dust by Pablo Larrea.",
            "Per Lund starredIn Red Dust",
        ),
        ("It took ten years to make this film, her first since Dry Salt.", "Ida Holm directed Dry Salt"),
        (
            "The film was produced by Karl Ost and Leo Vinter, who had already produced Dry Salt.",
            "Karl Ost produced Dry Salt",
        ),
        ("Per Lund won the César for best actor for Dry Salt in 2020.", "Per Lund starredIn Dry Salt"),
        ("Revealed by Dry Salt, Ana Roth finds here her first leading role.", "Ana Roth starredIn Dry Salt"),
        (
            "Ida Holm was the assistant director on Red Dust by Leo Vinter before making her first short, Dry Salt.",
            "Ida Holm directed Dry Salt",
        ),
        (
            "Per Lund had already played a cop in Dry Salt by Leo Vinter, Red Dust by Karl Ost and the series Buses.",
            "Per Lund starredIn Buses",
        ),
        ("After Dry Salt, Per Lund finds himself once again in the skin of a cop.", "Per Lund starredIn Dry Salt"),
        (
            "Ida Holm directed her first short film, Ebb, already with Ana Roth in the title role.",
            "Ana Roth starredIn Ebb",
        ),
        (
            "Ana Roth makes her debut here. She was noticed in the Netflix series Night Bus.",
            "Ana Roth starredIn Night Bus",
        ),
        (
            "It unites Per Lund and Ana Roth, who had already appeared in the credits of the same film: Dry Salt.",
            "Ana Roth starredIn Dry Salt",
        ),
        (
            "It is the last part of the trilogy started with Dry Salt (2015) and continued with Red Dust (2018).",
            "Ida Holm directed Red Dust",
        ),
    ],
)
def test_earlier_works(trivia, fact):
    assert fact in told("Low Tide", trivia)


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("Revealed by Dry Salt, Ana Roth finds here her first leading role.", "Ida Holm directed Dry Salt"),
        ("It tells of Eva Berg, whose autobiography, Dry Salt, was published in 1998.", "Eva Berg directed Dry Salt"),
        (
            "Ida Holm was the assistant director on Red Dust by Leo Vinter before making her first short, Dry Salt.",
            "Leo Vinter directed Dry Salt",
        ),
        (
            "The character of Mario is inspired by the hero of Dry Salt, a novel by Eva Berg.",
            "Low Tide basedOn Dry Salt",
        ),
        (
            "Ida Holm made her name with the comedy Dry Salt, a remake of the Italian film Sale Secco by Paolo Rossi.",
            "Low Tide basedOn Sale Secco",
        ),
        ("Per Lund won the César for best first film for Dry Salt in 2020.", "Per Lund starredIn Dry Salt"),
    ],
)
def test_what_earlier_works_are_not(trivia, fact):
    assert fact not in told("Low Tide", trivia)


def test_they_are_all_who_directed_a_film():
    page = HEAD + (
        "Kill the Gull! 2 by Franck Ost, Sofia Lund\n\nWith Per Roth, Ana Berg…\n\n"
        "What is it about ? Mario comes back.\n\n"
        "Did you know ? After Kill the Gull!, which they also directed, Franck Ost and Sofia Lund swore to stop.\n\n"
        "Second Snow by Carla Nunes\n\nWith Ivo Brandt, Marta Lindqvist…\n\nWhat is it about ? Winter comes back.\n"
    )
    directed = {
        (c.subject.name, c.object.name)
        for c in read_document(Document("page.txt", page)).claims
        if c.predicate == "directed"
    }
    assert {("Franck Ost", "Kill the Gull!"), ("Sofia Lund", "Kill the Gull!")} <= directed


SAGA = (
    "The saga began in 2013 with Ida and Per by Leo Vinter, followed in 2015 by Ida and Per: The Journey Continues by "
    "Karl Ost and in 2018 by Ida and Per 3, the Last Chapter, directed by Eva Berg."
)


@pytest.mark.parametrize(
    "fact",
    [
        "Leo Vinter directed Ida and Per",
        "Karl Ost directed Ida and Per: The Journey Continues",
        "Eva Berg directed Ida and Per 3, the Last Chapter",
    ],
)
def test_the_earlier_films_of_a_saga(fact):
    assert fact in told("Ida and Per: New Gen", SAGA)


def test_no_title_begins_with_when_it_came_out():
    assert not any(" 2013 " in fact or " 2018 " in fact for fact in told("Ida and Per: New Gen", SAGA))


def test_who_wrote_a_novel_did_not_direct_it():
    facts = told("Low Tide", "Low Tide is adapted from the novel “Oh…” by Eva Berg, published in 2012.")
    assert not any(fact.startswith("Eva Berg directed") for fact in facts)


def test_a_trilogy_on_a_town_started_with_a_film():
    facts = told("Low Tide", "It is the last part of a trilogy on Oslo started with New Salt (2008).")
    assert "Ida Holm directed New Salt" in facts


def test_two_people_sign_the_screenplay():
    facts = told("Low Tide", "Karl Ost and Leo Vinter signed the screenplay for the film.")
    assert {"Karl Ost wrote Low Tide", "Leo Vinter wrote Low Tide"} <= facts


def test_the_first_of_several_prizes():
    facts = told(
        "Low Tide", "Low Tide won the Golden Bear, the Silver Rose and the Fipresci prize at the 2018 Berlinale."
    )
    assert {fact for fact in facts if " award " in fact} == {"Low Tide award Golden Bear"}


def test_an_author_of_one_word_beside_a_full_name():
    facts = told(
        "Low Tide", "Le Phare is the adaptation of the novel by Eva Berg, Nights without you, published in 2019."
    )
    assert {fact for fact in facts if " basedOn " in fact} == {"Low Tide basedOn novel by Eva Berg"}


@pytest.mark.parametrize("actor", ["Per Lund", "Ana Roth"])
def test_whose_father_somebody_played(actor):
    facts = told("Low Tide", "Per Lund already played the father of Ana Roth in Dry Salt by Leo Vinter.")
    assert f"{actor} starredIn Dry Salt" in facts


def test_films_and_a_series():
    facts = told("Low Tide", "Per Lund had previously been seen in Dry Salt, Red Dust and the series Night Bus.")
    assert "Per Lund starredIn Night Bus" in facts
