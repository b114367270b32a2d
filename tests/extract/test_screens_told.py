"""Articles on films that come out, in invented titles: who brings out which, by companies, brackets and glosses."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_document

HEAD = (
    "RELEASES France\n\nSmall films, wide screens\n\nby\n\n"
    "16/10/2013 - Fifteen new titles hit French theatres today\n\n"
    "Small films, wide screens\n\nThe new releases fight for space in French theatres this Wednesday.\n\n"
    "Arthouse fans will go for Dry Salt [+see also:\ntrailer\nfilm profile\n]\nby Karl Ost, which Rivage Distribution "
    "is releasing on 94 screens.\n\n"
)


def said(sentence: str) -> set[str]:
    """Give what such an article says with this sentence, each fact as words."""
    return {
        f"{c.subject.name} {c.predicate} {c.object.name if isinstance(c.object, Mention) else c.object.value}"
        for c in read_document(Document("page.txt", f"{HEAD}{sentence}\n")).claims
        if isinstance(c.subject, Mention)
    }


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Also out is Corrado Lupi’s Acqua bassa (56 screens).", "Corrado Lupi directed Acqua bassa"),
        (
            "Also out is Fatima Berra’s Ocean, Ocean – a co-production between France and Belgium.",
            "Fatima Berra directed Ocean, Ocean",
        ),
        (
            "The heavyweight is unquestionably Le Phare perdu 3 [+see also:\ntrailer\n]\nby Philippe Marchal, which "
            "Grand Large is launching on 612 screens.",
            "Grand Large distributed Le Phare perdu 3",
        ),
        (
            "Beyond Europe, Goldcrown Pictures is putting American blockbuster Iron Meridian out in 540 theatres.",
            "Goldcrown Pictures distributed Iron Meridian",
        ),
        (
            "Rivière Noire, for its part, is banking on Italy with Corrado Lupi’s Low Tide (56 screens).",
            "Rivière Noire distributed Low Tide",
        ),
        (
            "Polish documentary Brother Miner from Wit Zaremba is in the hands of Docs 66 on five prints.",
            "Docs 66 distributed Brother Miner",
        ),
        (
            "It is a good day for Vincent Roy’s Signes (“Signs”, distributed by Coopérative Image).",
            "Coopérative Image distributed Signes",
        ),
    ],
)
def test_who_brings_out_which_film(sentence, fact):
    assert fact in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "Beyond Europe, Goldcrown Pictures is putting American blockbuster Iron Meridian out in 540 theatres.",
            "Beyond Europe distributed Iron Meridian",
        ),
        (
            "While French comedy Sunday Geese [+see also:\ntrailer\n]\nby Alain Roy leads, other films are out "
            "courtesy of Swiss director Ulla Meyer and German director Jan Berg.",
            "Ulla Meyer directed Sunday Geese",
        ),
        (
            "It is discovered at Berlin, with Clouds by Jan Berg, part of the 2011 Berlinale’s Panorama Special "
            "(read the review - Dulong Distribution on 50 copies).",
            "Panorama Special stage released",
        ),
        ("Rodrigo Plano’s The Border is being released by Nanni Morelli’s Sacro.", "Nanni Morelli directed Sacro"),
        (
            "It is a good day for Vincent Roy’s Signes (“Signs”, distributed by Coopérative Image).",
            "Coopérative Image distributed Signs",
        ),
        ("Kinora is launching Irish title Bull Point by Conor Mahony on 12 copies.", "Kinora distributed Dry Salt"),
    ],
)
def test_who_brings_out_no_such_film(sentence, fact):
    assert fact not in said(sentence)
