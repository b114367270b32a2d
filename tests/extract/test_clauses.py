"""Clauses of articles: who makes, sells, plays and shows what, each as one plain sentence."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "Ida Holm to shoot Low Water\n\n12/05/2019\n\nIda Holm will start shooting her new film Low Water in June, "
    "as the production house told us during the week on the coast.\n\n"
)
CLAUSES = (
    ("The film has Lux Sales on board to handle international sales.", "Lux Sales sold Low Water"),
    ("Lux Sales has launched world sales on the film.", "Lux Sales sold Low Water"),
    ("Low Water reunites Holm with actor Jo Berg.", "Jo Berg starredIn Low Water"),
    ("The part of the pilot went to Jo Berg.", "Jo Berg starredIn Low Water"),
    ("Sund Film’s Ana Roth is co-producing.", "Ana Roth coProduced Low Water"),
    ("Sund Film in Norway and Studio Kern in Austria are the co-producers.", "Studio Kern coProduced Low Water"),
    ("Per Lind directed Salt Hill and Grey Bay.", "Per Lind directed Grey Bay"),
    ("Per Lind made Salt Hill in 2012 and Grey Bay two years later.", "Per Lind directed Grey Bay"),
    ("Sund Film is also behind Per Lind’s Salt Hill and Grey Bay by Liv Vale.", "Sund Film produced Grey Bay"),
    ("Sund Film is currently in production with Per Lind’s Salt Hill.", "Sund Film produced Salt Hill"),
    ("Lux Sales has Per Lind’s Salt Hill and Liv Vale’s Grey Bay on its slate.", "Lux Sales sold Salt Hill"),
    ("Vela Film has bought Salt Hill for Norway and Grey Bay for Denmark.", "Vela Film distributed Grey Bay"),
    ("Next up for Sund Film is Salt Hill.", "Sund Film produced Salt Hill"),
    ("The new film by Per Lind, Salt Hill, will be shot in Bergen.", "Per Lind directed Salt Hill"),
    (
        "Per Lind’s Salt Hill competed in Karlovy Vary’s main competition in 2018.",
        "Salt Hill screenedAt Karlovy Vary 2018",
    ),
    ("Per Lind’s Salt Hill played in Venice’s Orizzonti section in 2018.", "Salt Hill screenedAt Venice 2018"),
    ("Salt Hill by Per Lind has been picked up by sales agent Lux Sales.", "Lux Sales sold Salt Hill"),
    ("Salt Hill by Per Lind was acquired for Norway by Vela Film.", "Vela Film distributed Salt Hill"),
    ("Salt Hill by Per Lind has gone to France (Vela Film).", "Per Lind directed Salt Hill"),
    ("Best Actor is Jo Berg (Salt Hill).", "Jo Berg starredIn Salt Hill"),
    ("The slice goes to Per Lind, whose Salt Hill receives €60,000.", "Per Lind directed Salt Hill"),
    ("Per Lind’s previous film, Salt Hill, won a prize in Locarno in 2018.", "Salt Hill screenedAt Locarno 2018"),
    ("Studio Kern is already on board as a co-producer.", "Studio Kern coProduced Low Water"),
    ("Low Water is produced by Rand y Rand and Studio Kern.", "Rand y Rand produced Low Water"),
    ("From Bergen’s Lux Sales, Vela Film has taken rights to Salt Hill.", "Lux Sales sold Salt Hill"),
    ("Two newcomers, Per Lind and Liv Vale, are to co-direct Salt Hill.", "Liv Vale directed Salt Hill"),
    ("Jo Berg will produce his own Salt Hill through the company Studio Kern.", "Jo Berg directed Salt Hill"),
    ("Low Water will be screened at Locarno.", "Low Water screenedAt Locarno 2019"),
    ("Low Water will have its premiere in competition at the Berlinale.", "Low Water screenedAt Berlinale 2020"),
    (
        "It is Per Lind’s first film after his 2016 Cannes Critics’ Week entry Salt Hill.",
        "Salt Hill screenedAt Cannes 2016",
    ),
)


def told(text: str) -> set[str]:
    """Give the claims of an article as words."""
    (reading,) = read_all([Document("page", HEAD + text + "\n", metadata=Metadata(kind="article"))])
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', claim.object)}"
        for claim in reading.claims
        if hasattr(claim.subject, "name")
    }


@pytest.mark.parametrize(("sentence", "fact"), CLAUSES, ids=[sentence for sentence, _ in CLAUSES])
def test_a_clause_tells_its_fact(sentence: str, fact: str) -> None:
    assert fact in told(sentence)


@pytest.mark.parametrize("title", ["The Pilot’s Last Son", "Devil’s Bridge", "Anna’s Garden", "Mother’s Day"])
def test_who_owns_within_a_title_directed_nothing(title: str) -> None:
    facts = {fact for fact in told(f"The drama {title}, directed by Per Lind, is out now.") if " directed " in fact}
    assert facts == {"Ida Holm directed Low Water", f"Per Lind directed {title}"}
