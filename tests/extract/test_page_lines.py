"""Where one item of a page ends and the next begins, however its lines were saved."""

from __future__ import annotations

from kg.document import Document
from kg.extract.listing.layout import lay_out

HEADING = "Denmark 16 articles available in total starting from 06/06/2002. Last article published on 05/02/2026. "
FILLER = (
    "A daughter and the father she had lost sight of are thrown together again in this tender and thorny story " * 6
)


def headlines(text: str) -> list[str]:
    document = Document("pages/x.txt", text)
    blocks, _ = lay_out(document)
    return [text[block.headlines[-1].first : block.headlines[-1].last] for block in blocks]


def test_a_glued_tag_without_a_year_ends_its_item() -> None:
    page = f"{HEADING}Review: The Salt RoadA film.{FILLER}05/02 | Films | ReviewsReview: Low TideAnother. 04/02 | Films"
    assert headlines(page) == ["Review: The Salt Road", "Review: Low Tide"]


def test_a_glued_market_of_several_words_stays_whole() -> None:
    page = (
        f"{HEADING}Funds to meetAt noon. {FILLER}27/05/2025 | Cannes 2025 | Marché du Film"
        "Interview: Ana Ruiz • Director of The Salt RoadShe talks. 23/05/2025 | Cannes 2025 | Competition"
    )
    assert headlines(page)[1] == "Interview: Ana Ruiz • Director of The Salt Road"


def test_a_straight_quotation_mark_ends_a_glued_headline() -> None:
    page = (
        f'{HEADING}Interview: Ana Ruiz • Director of The Salt Road"They keep telling me"{FILLER}'
        "22/05/2025 | Cannes 2025 | CompetitionReview: Low TideA film. 20/05/2025 | Films | Reviews"
    )
    assert headlines(page)[0] == "Interview: Ana Ruiz • Director of The Salt Road"


def test_a_glued_label_begins_an_item_behind_one_without_a_tag() -> None:
    page = (
        f"{HEADING}Interview: Ana Ruiz • Director“It is about time”The filmmaker talks to us.Review: Low TideA film."
        f"{FILLER}22/05/2025 | Films | ReviewsReview: The DunesA film. 20/05/2025 | Films | Reviews"
    )
    assert headlines(page) == ["Interview: Ana Ruiz • Director", "Review: Low Tide", "Review: The Dunes"]


def test_blank_lines_part_an_interview_without_a_tag_from_the_next_headline() -> None:
    page = (
        "Ana Ruiz • Director\n\nInterview: Ana Ruiz • Director\n\n“It is about time”  \n\n\n"
        "The Salt Road begins its shoot\n\nWeek four has begun.\n\n08/06/2005 | Shooting | Netherlands\n"
    )
    assert headlines(page) == ["Interview: Ana Ruiz • Director", "The Salt Road begins its shoot"]


def test_a_subtitle_of_an_interview_is_no_headline() -> None:
    page = (
        "Ana Ruiz • Director\n\nInterview: Ana Ruiz • Director\n\nWhen trust pays off\n\nShe tells how.\n\n"
        "08/06/2005 | Shooting | Netherlands\n"
    )
    assert headlines(page) == ["Interview: Ana Ruiz • Director"]
