"""Listings that tell of festivals, prizes, releases and sales: which film was where, and who brings it out."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item as told
from tests.extract.telling import works_of as works


def test_a_festival_that_is_getting_ready_directs_nothing() -> None:
    facts = told(
        "Mountain Fears gears up for The Great Thaw", "The northern gathering of fantasy fans opens on Friday."
    )
    assert not works(facts)


def test_somebody_getting_ready_still_directs() -> None:
    facts = told("Ida Holm gears up for The Great Thaw", "The director opened the festival last year.")
    assert "Ida Holm directed The Great Thaw" in facts


def test_the_festival_of_a_headline_is_where_films_are_premiered() -> None:
    teaser = "Low Tide and The Glass Ski will get gala premieres at the Norwegian festival."
    assert {"Low Tide screenedAt Fjord Days 2021", "The Glass Ski screenedAt Fjord Days 2021"} <= told(
        "At Fjord Days, the halls fill up again", teaser
    )


def test_without_a_festival_in_the_headline_films_are_premiered_nowhere() -> None:
    teaser = "Low Tide and The Glass Ski will get gala premieres at the Norwegian festival."
    assert not any("screenedAt" in fact for fact in told("The halls fill up again", teaser))


def test_a_section_right_behind_a_festival_is_its() -> None:
    facts = told(
        "Interview: Ida Holm • Director",
        "We met the Danish director Ida Holm, who is in the Sarajevo Film Festival Documentary Competition with her "
        "film Low Tide",
        "02/06/2021",
    )
    assert "Low Tide screenedAt Sarajevo 2021 (Documentary Competition)" in facts


def test_whoever_takes_a_film_to_a_festival_tells_where_it_is_shown() -> None:
    facts = told("Norway takes Low Tide to the Karlovy Vary Competition", "It is a first film.")
    assert "Low Tide screenedAt Karlovy Vary 2021 (Competition)" in facts


@pytest.mark.parametrize("where", ["at Locarno", "at the Berlinale"])
def test_the_bare_name_of_a_festival_may_be_the_festival(where: str) -> None:
    facts = told("Review: Low Tide", f"Ida Holm’s film, which was screened {where}, is a tale of two brothers.")
    assert any("Low Tide screenedAt" in fact for fact in facts)


def test_the_bare_name_of_a_festival_may_be_a_city() -> None:
    facts = told(
        "Review: Low Tide", "Ida Holm’s film, which was seen by a friend in Venice, is a tale of two brothers."
    )
    assert not any("screenedAt" in fact for fact in facts)


def test_between_commas_after_tells_an_earlier_film() -> None:
    facts = told(
        "Interview: Ida Holm • Director",
        "We met up with Ida Holm, who, after Paper Planes, returned to the Oslo Film Festival with her second feature, "
        "Low Tide",
    )
    assert "Ida Holm directed Paper Planes" in facts


def test_between_commas_after_nobody_directs() -> None:
    facts = told(
        "Interview: Ida Holm • Director",
        "We met up with Ida Holm, who, after Paper Planes, returned to the Oslo Film Festival with her second feature, "
        "Low Tide",
    )
    assert "Paper Planes directed Low Tide" not in facts


def test_following_on_from_a_film_s_success_its_director_makes_another() -> None:
    teaser = "Following on from the success of Paper Planes, the director is back with a drama."
    assert "Ida Holm directed Paper Planes" in told(
        "Ida Holm shoots Low Tide", teaser, "02/06/2021 | Production | Norway"
    )


def test_the_prizes_that_a_film_dominates_tell_that_it_is_one() -> None:
    facts = told("Low Tide dominates the Danish Roberts", "The drama takes home six statuettes.")
    assert "Low Tide award Danish Roberts" in facts


def test_whoever_dominates_prizes_is_no_film() -> None:
    assert not works(told("Ida Holm dominates the Danish Roberts", "The actress takes home six statuettes."))


def test_what_won_as_well_won_the_same_prizes() -> None:
    facts = told("Low Tide scoops six Danish Roberts", "Ida Holm’s drama won big; Paper Planes also scooped trophies.")
    assert "Paper Planes award Danish Roberts" in facts


@pytest.mark.parametrize(
    ("prize", "fact"),
    [
        ("Best Director went to Per Lund for Paper Planes", "Per Lund directed Paper Planes"),
        ("Best Actress was awarded to Rosa Lind for her role in Paper Planes", "Rosa Lind starredIn Paper Planes"),
        ("Best Screenplay went to Rosa Lind for Paper Planes", "Rosa Lind wrote Paper Planes"),
        ("while Paper Planes won Best Actor for Per Lund", "Per Lund starredIn Paper Planes"),
    ],
)
def test_a_prize_for_some_work_tells_the_work(prize: str, fact: str) -> None:
    assert fact in told("Low Tide wins the Golden Shell", f"Ida Holm’s drama came first, {prize}.")


def test_two_films_are_brought_out_each_by_its_own() -> None:
    facts = told(
        "Low Tide and Lullaby are being released by Sund and Paradis",
        "Both are hitting screens today.",
        "02/06/2021 | Releases | Norway",
    )
    assert {"Sund distributed Low Tide", "Paradis distributed Lullaby"} <= facts


def test_two_films_with_their_directors_are_brought_out_each_by_its_own() -> None:
    facts = told(
        "Two new competitors hit French screens",
        "Ida Holm’s Low Tide and Per Lund’s Lullaby are being released today by Sund Films and Paradis Distribution",
        "02/06/2021 | Releases | France",
    )
    assert {"Sund Films distributed Low Tide", "Paradis Distribution distributed Lullaby"} <= facts


def test_a_nation_before_small_letters_is_no_title() -> None:
    assert "French" not in works(
        told("Two competitors hit French screens", "They are out.", "02/06/2021 | Releases | France")
    )


def test_the_name_of_an_event_is_not_cut_to_a_title() -> None:
    assert not works(told("Nordic Film Market unveils its projects", "Sixteen of them are in the works."))


@pytest.mark.parametrize(
    ("teaser", "tag", "fact"),
    [
        ("The French sales agent will launch it at the EFM.", "Industry | France", "sold"),
        ("It joins the line-up.", "Sales | France", "sold"),
        ("The distributor will bring it to cinemas.", "Industry | France", "distributed"),
        ("The firm is happy.", "Industry | France", "describedIn"),
    ],
)
def test_what_a_firm_does_with_what_it_picks_up_the_item_tells(teaser: str, tag: str, fact: str) -> None:
    facts = told("Alma Films snaps up The Wanderer’s Wife", teaser, f"02/06/2021 | {tag}")
    about = {one for one in ("sold", "distributed", "describedIn") for f in facts if f" {one} " in f}
    assert about == {fact, "describedIn"}


def test_what_a_firm_picks_up_for_a_country_it_distributes() -> None:
    facts = told("Alma picks up Ida Holm’s Low Tide for the UK and Ireland", "It is a first film.")
    assert {"Alma distributed Low Tide", "Ida Holm directed Low Tide"} <= facts


def test_whoever_speaks_in_a_headline_made_the_film_that_the_teaser_names() -> None:
    facts = told("Ida Holm: “Films are a question of patience”", "The Danish director talks to us about Low Tide.")
    assert "Ida Holm directed Low Tide" in facts


def test_whoever_speaks_in_a_headline_may_act() -> None:
    facts = told("Ida Holm: “I had to learn to swim”", "The Danish actress talks to us about Low Tide.")
    assert "Ida Holm starredIn Low Tide" in facts


def test_a_film_that_says_something_behind_a_colon_is_not_interviewed() -> None:
    facts = told("Low Tide: “a masterpiece” for the critics", "The film by Ida Holm is out.")
    assert not any("interviewed" in fact for fact in facts)


@pytest.mark.parametrize(("date", "stage"), [("02/04/2021", "pre-production"), ("02/07/2021", "shooting")])
def test_filming_that_starts_this_summer_is_under_way_in_summer(date: str, stage: str) -> None:
    facts = told(
        "Ida Holm is back with Low Tide", "Filming starts this summer on the drama.", f"{date} | Production | Norway"
    )
    assert f"Low Tide stage {stage}" in facts


def test_whoever_adapted_a_novel_wrote_the_film() -> None:
    facts = told(
        "Ida Holm shoots Low Tide", "It is adapted from the Per Lund (Attic) novel by screenwriter Rosa Lind.",
        "02/06/2021 | Production | Norway",
    )  # fmt: skip
    assert "Rosa Lind wrote Low Tide" in facts


def test_a_producer_who_joins_a_director_produces() -> None:
    facts = told(
        "New Danish thriller Low Tide in the final stages of shooting",
        "Danish director Ida Holm and producer Per Lund have teamed up to tell a true story.",
        "02/06/2021 | Production | Denmark",
    )
    assert {"Per Lund produced Low Tide", "Low Tide stage shooting"} <= facts


def test_somebody_praised_carries_a_film() -> None:
    facts = told("Review: Low Tide", "Ida Holm’s debut, carried by the brilliant Per Lund, is a success.")
    assert "Per Lund starredIn Low Tide" in facts


DISTRIBUTED = "Distributed by Sund, Ida Bartoš’ comedy has become the most-watched film of the year"


def test_a_clause_ends_before_whose_comedy_it_is() -> None:
    assert "Ida Bartoš distributed Low Tide" not in told("Low Tide hits the mark", DISTRIBUTED)


def test_a_name_in_a_sibilant_owns_with_an_apostrophe() -> None:
    assert "Ida Bartoš directed Low Tide" in told("Low Tide hits the mark", DISTRIBUTED)
