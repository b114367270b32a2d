"""Listings whose items are told apart by days alone on a line: above, within and beneath them."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract import read_all

ITEMS = (
    ("13 March 2012", "PRODUCTION: Low Water Goes into Postproduction",
     "OSLO: Norwegian director Per Lind has finished shooting his third feature Low Water, which is now in the lab."),
    ("9 March 2012", "Salt Hill Sold to Switzerland and France",
     "Liv Vale's first feature will be distributed in Switzerland by Vela Film and in France by Les Films du Cap."),
    ("2 March 2012", "PRODUCTION: Jo Berg Shooting Grey Bay",
     "RIGA: Latvian director Jo Berg has started shooting his family drama Grey Bay on the coast near Liepaja."),
    ("27 February 2012", "Cinema Chain Opens Two Multiplexes",
     "VILNIUS: A chain of cinemas has announced that it will open two multiplexes in shopping malls by the summer."),
)  # fmt: skip
BENEATH = "\n\n".join(f"{head}\n\n{text}\n{day}" for day, head, text in ITEMS)
ABOVE = "\n\n".join(f"{day}\n{head}\n{text}" for day, head, text in ITEMS)
WITHIN = "\n\n".join(f"{head}\n{day}\n{text}" for day, head, text in ITEMS)


def told(text: str) -> set[str]:
    """Give the claims of a page as words, with the date of those that have one."""
    (reading,) = read_all([Document("page", text + "\n")])
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', None) or claim.object.value}"
        for claim in reading.claims
    }


def dates(text: str) -> list[str | None]:
    """Give the dates of the items of a page."""
    (reading,) = read_all([Document("page", text + "\n")])
    return [item.date for item in reading.items]


@pytest.mark.parametrize("page", [BENEATH, ABOVE, WITHIN], ids=["beneath", "above", "within"])
def test_days_part_the_items(page: str) -> None:
    assert dates(page) == ["2012-03-13", "2012-03-09", "2012-03-02", "2012-02-27"]


@pytest.mark.parametrize("page", [BENEATH, ABOVE, WITHIN], ids=["beneath", "above", "within"])
def test_an_item_tells_its_film(page: str) -> None:
    assert "Jo Berg directed Grey Bay" in told(page)


def test_days_in_figures_part_the_items() -> None:
    page = BENEATH.replace("13 March 2012", "13-03-2012").replace("9 March 2012", "09.03.2012")
    assert dates(page)[:2] == ["2012-03-13", "2012-03-09"]


def test_what_is_no_day_of_an_item_makes_no_listing() -> None:
    text = "The festival has three deadlines.\n\n13 March 2012\n\n9 April 2012\n\n2 May 2012\n"
    (reading,) = read_all([Document("page", text)])
    assert reading.kind != "listing"


def test_a_text_begins_behind_its_place() -> None:
    assert not any("OSLO" in fact for fact in told(BENEATH))


def test_a_stage_is_told_by_the_headline() -> None:
    assert "Low Water stage post-production" in told(BENEATH)
