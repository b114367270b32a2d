"""Encyclopaedic sentences: what is said of a title, in which words, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_document


def told(text: str) -> set[tuple[str, str, str]]:
    claims = read_document(Document("entry", text)).claims
    return {(getattr(c.subject, "name", ""), c.predicate, getattr(c.object, "name", "")) for c in claims}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Low Ebb is a 2013 animated short by Teodor Ushkov.", ("Teodor Ushkov", "directed", "Low Ebb")),
        ("Low Ebb is a 1970 film by director Ida Holm about a weir.", ("Ida Holm", "directed", "Low Ebb")),
        ("Low Ebb was directed by the Danish-Korean animator Peter Holm.", ("Peter Holm", "directed", "Low Ebb")),
        ("Low Ebb was directed, co-written, and animated by Ida Holm.", ("Ida Holm", "directed", "Low Ebb")),
        ("Low Ebb is a 2008 independent film from Costa Rica.", ("Low Ebb", "countryOfOrigin", "Costa Rica")),
        ("Low Ebb is a 2008 3D Indian drama film about a weir.", ("Low Ebb", "countryOfOrigin", "India")),
        ("Low Ebb is a 1936 film produced by Ida Holm of the Quay Film Unit.", ("Ida Holm", "produced", "Low Ebb")),
        ("Low Ebb is a 1936 film produced by Ida Holm of Quay Pictures.", ("Quay Pictures", "produced", "Low Ebb")),
        ("Low Ebb is a 2013 film produced by Ida Holm's Quay Pictures.", ("Quay Pictures", "produced", "Low Ebb")),
        (
            "Low Ebb is a film produced by Quay Pictures in cooperation with Weir Films.",
            ("Weir Films", "coProduced", "Low Ebb"),
        ),
        ("Low Ebb is a 2006 series created by Ida Holm and Per Lund.", ("Per Lund", "created", "Low Ebb")),
        (
            "Directed by Ida Holm and Per Lund, Low Ebb was released on November 21, 2006, on the label of Weir.",
            ("Per Lund", "directed", "Low Ebb"),
        ),
        ("Set in Turin at the end of the century, Low Ebb stars Ida Holm.", ("Ida Holm", "starredIn", "Low Ebb")),
        ("From A to W is a 1949 short directed by Ida Holm.", ("Ida Holm", "directed", "From A to W")),
        (
            "Low Ebb at Home, later marketed as Low Ebb, is a film starring Ida Holm.",
            ("Ida Holm", "starredIn", "Low Ebb at Home"),
        ),
        ("Low Ebb 2 is a 2007 comedy horror directed by Ida Holm.", ("Ida Holm", "directed", "Low Ebb 2")),
        (
            "Low Ebb, produced by Quay Pictures and directed by Ida Holm, was released in 1999.",
            ("Ida Holm", "directed", "Low Ebb"),
        ),
        ('"Low Ebb") is a 2007 film directed by Ida Holm.', ("Ida Holm", "directed", "Low Ebb")),
        ("Low Ebb is a film starring Anna May Holm.", ("Anna May Holm", "starredIn", "Low Ebb")),
        ("Low Ebb is a film directed by Karl August.", ("Karl August", "directed", "Low Ebb")),
        ("Low Ebb is a film directed by Karl To and written by Ida Holm.", ("Karl To", "directed", "Low Ebb")),
        ("Low Ebb is a short directed by Walt Disney.", ("Walt Disney", "directed", "Low Ebb")),
        (
            "Written by co-creators Ida Holm and Per Lund and directed by Holm, Low Ebb was first broadcast on WBX.",
            ("Ida Holm", "directed", "Low Ebb"),
        ),
        (
            "Directed by Ida Holm, and written by Holm and Per Lund, Low Ebb: The Movie stars Jo Berg.",
            ("Ida Holm", "wrote", "Low Ebb: The Movie"),
        ),
        ('Written by Ida Holm and Per Lund, "It\'s Low Ebb!"', ("Per Lund", "wrote", "It's Low Ebb!")),
        (
            "Based on a novel by Jo Berg and produced by New Harbour, Low Ebb is credited as one of the first talkies.",
            ("New Harbour", "produced", "Low Ebb"),
        ),
        (
            "Low Ebb-a co-production of Canada and Chile-was filmed in Peru.",
            ("Low Ebb", "countryOfOrigin", "Canada"),
        ),
        (
            "After a premiere at the Sundance Film Festival, Low Ebb was distributed by Quay Pictures in June 2006.",
            ("Quay Pictures", "distributed", "Low Ebb"),
        ),
        ("Low Ebb has a cast of Ida Holm, Per Lund and Jo Berg.", ("Per Lund", "starredIn", "Low Ebb")),
        (
            "Low Ebb is a 2007 film featuring American television personality Ida Holm and singer-actor Ray Lund.",
            ("Ray Lund", "starredIn", "Low Ebb"),
        ),
        (
            "Low Ebb is a 2013 film starring Carlos Lund and J.R. Berg as two friends.",
            ("Carlos Lund", "starredIn", "Low Ebb"),
        ),
        (
            "Low Ebb is a serial starring newcomer Ida Holm as Jo, Ana Berg as her aunt Jo Gil, and Per Lund as Al.",
            ("Per Lund", "starredIn", "Low Ebb"),
        ),
    ],
)
def test_it_is_told(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The lyrics and screenplay were written by Ida Holm.", "wrote"),
        ("An animated adaptation was directed by Ida Holm.", "directed"),
        ("Ida Holm starred in Low Ebb with Per Lund. She was directed by Ana Berg.", "directed"),
        ("Low Ebb is a 2007 film featuring Ida Holm as animation director.", "starredIn"),
        ("Low Ebb is a 2015 film featuring the character Nils Holm.", "starredIn"),
        ("Low Ebb was produced by Per Lund, with animation by Ida Holm, Ed Bar and Ivan Berg.", "directed"),
    ],
)
def test_it_is_not_told(text: str, predicate: str) -> None:
    assert predicate not in {said for _, said, _ in told(text)}


def test_a_day_of_may_is_no_surname() -> None:
    assert ("Per Lund May", "directed", "Low Ebb") not in told("Low Ebb was directed by Per Lund May 3, 2012.")
