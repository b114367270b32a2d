"""The plainest sentences of the trade, in articles and in teasers, with titles in quotation marks and without."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "A week of news from the film trade\n\n12/05/2019\n\nThe week began quietly, as it often does in May, and most of "
    "the trade was on its way to the coast, where the sun was out for once.\n\n"
)
LISTING = (
    "5 articles available in total starting from 01/01/2014. Last article published on 30/12/2019.\n\n"
    "Summer comes to the coast\n\nSummer comes to the coast\n\n{}  \n\n12/05/2019 | Production | Denmark\n\n"
    "Review: Blue\n\nReview: Blue\n\nA quiet film about a pilot who loses his way\n\n11/05/2019 | Films | Reviews\n"
)
FILM = "Low Water"
SENTENCES = (
    ("{film} is directed by Ida Holm.", "Ida Holm", "directed"),
    ("{film} was directed by Ida Holm and written by Jo Berg.", "Jo Berg", "wrote"),
    ("{film} was directed by Ida Holm and written by Jo Berg.", "Ida Holm", "directed"),
    ("Directed by Ida Holm, {film} stars Jo Berg.", "Jo Berg", "starredIn"),
    ("Written and directed by Ida Holm, {film} tells the story of a nurse.", "Ida Holm", "wrote"),
    ("Written and directed by Ida Holm, {film} tells the story of a nurse.", "Ida Holm", "directed"),
    ("Ida Holm directs {film}, which stars Jo Berg and Ana Roth.", "Ana Roth", "starredIn"),
    ("{film} is written by Jo Berg.", "Jo Berg", "wrote"),
    ("{film} was scripted by Jo Berg.", "Jo Berg", "wrote"),
    ("Jo Berg wrote the script of {film}.", "Jo Berg", "wrote"),
    ("Jo Berg wrote the screenplay for {film} with Ida Holm, who also directs.", "Ida Holm", "directed"),
    ("The cast of {film} includes Jo Berg, Ana Roth and Liv Vale.", "Liv Vale", "starredIn"),
    ("Jo Berg and Ana Roth head the cast of {film}.", "Ana Roth", "starredIn"),
    ("In {film}, Jo Berg plays a judge who loses her memory.", "Jo Berg", "starredIn"),
    ("Sund Film is producing {film}.", "Sund Film", "produced"),
    ("Sund Film produces {film} with Studio Kern.", "Studio Kern", "produced"),
    ("{film} is a co-production between Sund Film and Studio Kern.", "Sund Film", "produced"),
    ("Studio Kern co-produces {film}.", "Studio Kern", "coProduced"),
    ("Ida Holm is developing {film} with Studio Kern.", "Studio Kern", "produced"),
    ("{film} is in development at Studio Kern.", "Studio Kern", "produced"),
    ("Lux World Sales is handling international sales on {film}.", "Lux World Sales", "sold"),
    ("Lux World Sales has boarded {film}.", "Lux World Sales", "sold"),
    ("World sales of {film} are handled by Lux World Sales.", "Lux World Sales", "sold"),
    ("{film} is being sold by Lux World Sales at the Cannes market.", "Lux World Sales", "sold"),
    ("{film} will be released in Norway by Vela Film.", "Vela Film", "distributed"),
    ("{film} opened in Norway on 5 May through Vela Film.", "Vela Film", "distributed"),
    ("Vela Film released {film} on 40 screens.", "Vela Film", "distributed"),
    ("The lead roles in {film} are played by Jo Berg and Ana Roth.", "Ana Roth", "starredIn"),
    ("Toplining {film} are Jo Berg and Ana Roth.", "Jo Berg", "starredIn"),
    ("Jo Berg has joined Ana Roth in Ida Holm’s {film}.", "Ida Holm", "directed"),
    ("Ida Holm’s previous film was {film}.", "Ida Holm", "directed"),
    ("Ida Holm broke through with {film} in 2014.", "Ida Holm", "directed"),
    ("Ida Holm and Liv Vale directed {film} together.", "Liv Vale", "directed"),
    ("Ida Holm is attached to direct {film} for Sund Film.", "Sund Film", "produced"),
    ("The script for {film} is by Jo Berg.", "Jo Berg", "wrote"),
    ("Producer Ana Roth of Sund Film is behind {film}.", "Sund Film", "produced"),
    ("Produced by Ana Roth through Sund Film, {film} was shot in Oslo.", "Ana Roth", "produced"),
    ("Ida Holm’s {film} is a production of Sund Film.", "Sund Film", "produced"),
    ("Lux World Sales has come on board to sell {film}.", "Lux World Sales", "sold"),
    ("Lux World Sales sells {film}.", "Lux World Sales", "sold"),
    ("Lux World Sales has sold {film} to Vela Film for Norway.", "Vela Film", "distributed"),
    ("Vela Film is bringing out {film} in Norway on 5 May.", "Vela Film", "distributed"),
    ("In Norway, {film} will be distributed by Vela Film.", "Vela Film", "distributed"),
    ("{film} is out now in Norway via Vela Film.", "Vela Film", "distributed"),
    ("Ida Holm wrote and directed {film}.", "Ida Holm", "directed"),
    ("Ida Holm wrote and directed {film}.", "Ida Holm", "wrote"),
    ("{film} comes from writer-director Ida Holm.", "Ida Holm", "directed"),
    ("Set in Oslo, {film} stars Jo Berg.", "Jo Berg", "starredIn"),
    ("Set in Oslo, {film} is directed by Ida Holm and stars Jo Berg.", "Ida Holm", "directed"),
    ("{film}, about a nurse, is directed by Ida Holm.", "Ida Holm", "directed"),
    ("{film} sees Jo Berg play a nurse.", "Jo Berg", "starredIn"),
    ("The production company behind {film} is Sund Film.", "Sund Film", "produced"),
    ("Production of {film} is handled by Sund Film.", "Sund Film", "produced"),
    ("Ana Roth serves as producer on {film}.", "Ana Roth", "produced"),
    ("Sund Film co-produced {film} with Studio Kern.", "Studio Kern", "coProduced"),
    ("{film} has been boarded by Lux World Sales.", "Lux World Sales", "sold"),
    ("{film} joins the slate of Lux World Sales.", "Lux World Sales", "sold"),
)


def told(text: str, kind: str) -> set[tuple[str, str, str]]:
    (reading,) = read_all([Document("pages/page.txt", text, metadata=Metadata(kind=kind))])
    return {
        (claim.subject.name, claim.predicate, getattr(claim.object, "name", None) or claim.object.value)  # type: ignore[union-attr]
        for claim in reading.claims
    }


@pytest.mark.parametrize("film", [FILM, f"“{FILM}”"])
@pytest.mark.parametrize(("sentence", "who", "role"), SENTENCES)
def test_an_article_says_so(sentence: str, who: str, role: str, film: str) -> None:
    assert (who, role, FILM) in told(f"{HEAD}{sentence.format(film=film)}\n", "article")


@pytest.mark.parametrize(("sentence", "who", "role"), SENTENCES)
def test_a_teaser_says_so(sentence: str, who: str, role: str) -> None:
    assert (who, role, FILM) in told(LISTING.format(sentence.format(film=FILM)), "listing")


@pytest.mark.parametrize(
    "sentence",
    ["{film} is a Danish-Swedish co-production.", "{film} is a co-production between Denmark and Sweden.",
     "{film} (Denmark/Sweden) tells of a nurse."],
)  # fmt: skip
def test_an_article_says_where_a_film_is_from(sentence: str) -> None:
    found = told(f"{HEAD}{sentence.format(film=FILM)}\n", "article")
    assert {land for film, said, land in found if said == "countryOfOrigin" and film == FILM} == {"Denmark", "Sweden"}


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("{film} is currently in post-production.", "post-production"),
        ("Production on {film} began on 3 May.", "shooting"),
    ],
)
def test_an_article_says_at_what_stage_a_film_is(sentence: str, stage: str) -> None:
    assert (FILM, "stage", stage) in told(f"{HEAD}{sentence.format(film=FILM)}\n", "article")


def test_who_is_sold_a_film_is_not_who_sells_it() -> None:
    found = told(f"{HEAD}{FILM} is sold by Lux World Sales.\n", "article")
    assert {role for who, role, _ in found if who == "Lux World Sales"} == {"sold"}


def test_who_heads_a_cast_directs_nothing() -> None:
    found = told(f"{HEAD}Jo Berg and Ana Roth head the cast of {FILM}.\n", "article")
    assert not any(role == "directed" for _, role, _ in found)


@pytest.mark.parametrize(
    "sentence",
    ["{film} will compete at Locarno 2019.", "Locarno 2019 opened with {film}.",
     "After its premiere in Locarno in 2019, {film} travelled to Rome."],
)  # fmt: skip
def test_an_article_says_where_a_film_was_seen(sentence: str) -> None:
    assert (FILM, "screenedAt", "Locarno 2019") in told(f"{HEAD}{sentence.format(film=FILM)}\n", "article")


def test_who_writes_with_somebody_is_not_in_the_cast() -> None:
    found = told(f"{HEAD}Jo Berg co-wrote {FILM} with Ana Roth.\n", "article")
    assert {role for who, role, _ in found if who == "Ana Roth"} == {"wrote"}
