"""Lists of works in articles: filmographies, lines led by a section or a prize, minority lists, a buyer’s haul."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "The Lund house at work\n\n12 March 2019\n\nThe house in Lund has had a busy spring, and several productions have "
    "been started in the last weeks, as the national film body told us in its yearly report.\n\n"
)


def told(text: str, head: str = HEAD) -> set[str]:
    """Give the claims of an article as words, with the section or territory of each."""
    (reading,) = read_all([Document("page", head + text + "\n", metadata=Metadata(kind="article"))])
    return {
        " ".join([
            claim.subject.name, claim.predicate, str(getattr(claim.object, "name", getattr(claim.object, "value", ""))),
            *(str(getattr(q, "name", q)) for key, q in claim.qualifiers.items() if key in ("section", "territory")),
        ])
        for claim in reading.claims
    }  # fmt: skip


FILMOGRAPHY = """FILMOGRAPHY
2016 Come Back, Mrs. Holm (NO/SE, in post-production)
2014 Salt Hill (DK)
Grey Bay
"""


def test_a_line_of_a_filmography_tells_the_countries_of_its_work() -> None:
    assert {"Salt Hill countryOfOrigin Denmark", "Come Back, Mrs. Holm countryOfOrigin Sweden"} <= told(FILMOGRAPHY)


def test_a_line_of_a_filmography_tells_the_stage_of_its_work() -> None:
    assert "Come Back, Mrs. Holm stage post-production" in told(FILMOGRAPHY)


def test_a_title_of_a_filmography_is_known_where_the_text_names_it() -> None:
    text = "The company is finishing Per Lind’s third feature, Come Back, Mrs. Holm.\n\n" + FILMOGRAPHY
    assert "Per Lind directed Come Back, Mrs. Holm" in told(text)


def test_one_line_alone_is_no_filmography() -> None:
    assert "Salt Hill countryOfOrigin Denmark" not in told("2014 Salt Hill (DK)\n\nThat was a good year for all of us.")


LINE_UP = "Norwegian films at Locarno: two titles\n\n12 March 2019\n\nNorway goes to Locarno with two titles.\n\n"


@pytest.mark.parametrize(
    "fact",
    [
        "Per Lind directed Salt Hill",
        "Liv Vale directed Grey Bay",
        "Salt Hill screenedAt Locarno 2019 Panorama",
        "Grey Bay screenedAt Locarno 2019 Panorama",
    ],
)
def test_a_section_that_leads_a_line_is_no_part_of_its_titles(fact: str) -> None:
    assert fact in told("Panorama: Salt Hill – Per Lind (Norway) / Grey Bay – Liv Vale (Norway, Sweden)", LINE_UP)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Best Debut: Salt Hill, dir. Per Lind, prod. Ana Roth (Studio Kern)", "Per Lind directed Salt Hill"),
        ("Best Documentary: Boats, My Love, directed by Per Lind.", "Per Lind directed Boats, My Love"),
        ("Audience Award: Grey Bay by Liv Vale (Studio Kern)", "Liv Vale directed Grey Bay"),
        ("Best Actress: Ida Holm – Grey Bay (Norway)", "Ida Holm starredIn Grey Bay"),
    ],
)
def test_a_prize_that_leads_a_line_is_no_part_of_its_title(line: str, fact: str) -> None:
    assert fact in told(line)


def test_the_firms_of_a_minority_list_co_produce() -> None:
    one, other = "Salt Hill by Per Lind (Studio Kern – €80,000)", "Grey Bay by Liv Vale (Sund Film – €70,000)"
    said = told(f"Two minority co-productions were chosen:\n\n- {one}\n- {other}")
    assert {"Studio Kern coProduced Salt Hill", "Sund Film coProduced Grey Bay"} <= said


SPREE = (
    "Tarn picks up five for Norway\n\n12 March 2019\n\nDistributor Tarn Releasing has gone on a spree, picking up five "
    "titles for Norway.\n\n"
)


def test_what_one_distributor_has_bought_it_distributes() -> None:
    said = told("Leading the pack is Salt Hill, Per Lind’s drama on two sisters.", SPREE)
    assert "Tarn Releasing distributed Salt Hill Norway" in said


def test_a_film_that_nobody_says_was_bought_is_not_distributed() -> None:
    said = told(
        "Per Lind’s Salt Hill drew 90,000 people last year.\n\nThe weather was fine all week on the coast.", SPREE
    )
    assert not any("Tarn Releasing distributed Salt Hill" in fact for fact in said)
