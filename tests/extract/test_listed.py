"""Listings of festivals and of the trade: what of their films is shown, won and sold."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item as told
from tests.extract.telling import works_of as works

CANNES = "02/06/2021 | Cannes 2021"


def test_the_successor_of_a_film_has_its_director() -> None:
    facts = told(
        "Interview: Ida Holm • Director",
        "Danish filmmaker Ida Holm discusses Low Tide, her follow-up to the award-winning Paper Planes",
        "02/06/2021",
    )
    assert "Ida Holm directed Paper Planes" in facts


def test_two_films_join_a_selection() -> None:
    facts = told("The Orphan and Marble join the Cannes Official Selection", "They are first films.", CANNES)
    assert {
        "The Orphan screenedAt Cannes 2021 (Official Selection)",
        "Marble screenedAt Cannes 2021 (Official Selection)",
    } <= facts


def test_the_films_by_two_are_one_each() -> None:
    facts = told(
        "The Orphan and Marble join the Cannes Official Selection",
        "The films by Ida Holm and Per Lund are new.",
        CANNES,
    )
    directed = {fact for fact in facts if " directed " in fact}
    assert directed == {"Ida Holm directed The Orphan", "Per Lund directed Marble"}


@pytest.mark.parametrize(
    "headline",
    [
        "Six European titles in competition at Cannes",
        "Three Danish films to screen in Cannes",
        "Cannes unveils its line-up",
    ],
)
def test_the_films_of_a_line_up_are_shown(headline: str) -> None:
    facts = told(headline, "These include Ida Holm’s Low Tide and Paper Planes by Per Lund.", CANNES)
    assert {"Low Tide screenedAt Cannes 2021", "Paper Planes screenedAt Cannes 2021"} <= facts


def test_projects_are_not_shown() -> None:
    facts = told(
        "Cannes unveils its line-up of projects",
        "These include Ida Holm’s Low Tide and Paper Planes by Per Lund.",
        CANNES,
    )
    assert not any(" screenedAt " in fact for fact in facts)


def test_what_won_a_festival_s_prize_was_shown_there() -> None:
    facts = told(
        "Winners crowned at the Trieste Film Festival",
        "Ida Holm’s Low Tide has picked up the Trieste Award, while Per Lund's The Well received a Special Mention.",
        "02/06/2021 | Trieste 2021 | Awards",
    )
    assert {"Low Tide screenedAt Trieste 2021", "The Well screenedAt Trieste 2021"} <= facts


def test_what_a_review_says_won_a_prize_was_shown_elsewhere() -> None:
    facts = told("Review: Low Tide", "Ida Holm, whose Paper Planes won the Grand Prix award, delivers a drama.", CANNES)
    assert "Paper Planes screenedAt Cannes 2021" not in facts


def test_winners_are_no_title() -> None:
    assert not works(told("Winners crowned at the Trieste Film Festival", "The prizes have been handed out."))


def test_the_best_actress_of_a_winner_is_in_it() -> None:
    facts = told(
        "Low Tide wins big", "Ida Holm’s comedy took four prizes, including Best Film and Best Actress for Rosa Lind."
    )
    assert "Rosa Lind starredIn Low Tide" in facts


def test_an_event_before_a_colon_is_no_part_of_a_title() -> None:
    facts = told("Danish Roberts: The Silent Bull sweeps the board", "Ida Holm’s bullfighting drama won eight of them.")
    assert works(facts) == {"The Silent Bull"}


def test_a_title_may_have_a_colon() -> None:
    facts = told("The Silent Bull: Revenge sweeps the board", "Ida Holm’s bullfighting drama won eight prizes.")
    assert "Revenge" not in works(facts)


def test_a_festival_s_name_is_no_title() -> None:
    facts = told("The Lund and Falk Film Festival celebrates its 15th edition", "Guests include Ida Holm.")
    assert not works(facts)


def test_cities_that_unite_are_no_companies() -> None:
    facts = told("Berlin and Paris unite for Low Tide", "Two funds are backing it.", "02/06/2021 | Funding | Germany")
    assert not any(" produced " in fact for fact in facts)


def test_a_market_behind_a_festival_shows_nothing() -> None:
    facts = told("Ida Holm’s Low Tide sold widely", "It is a drama.", "02/06/2021 | Cannes 2021 | Marché du Film")
    assert not any(" screenedAt " in fact for fact in facts)


@pytest.mark.parametrize(
    "headline",
    [
        "Lux Sales closes multiple deals on Low Tide",
        "Lux Sales sells Low Tide to key territories",
        "Lux Sales boards Horizon title Low Tide",
    ],
)
def test_whoever_closes_deals_sells(headline: str) -> None:
    assert "Lux Sales sold Low Tide" in told(headline, "It is a drama.", "02/06/2021 | Sales | Norway")


@pytest.mark.parametrize(
    "headline", ["Lux Hill snags US rights to Low Tide", "Lux Hill to release Low Tide in December"]
)
def test_whoever_has_a_country_s_rights_distributes(headline: str) -> None:
    assert "Lux Hill distributed Low Tide" in told(headline, "It is a drama.", "02/06/2021 | Distribution | Norway")


def test_the_maker_of_a_title_above_what_they_said_made_it() -> None:
    facts = told("Ida Holm, director of Under the Dock", "“It took ten days”", "02/06/2021 | Berlinale 2021 | Forum")
    assert {"Ida Holm directed Under the Dock", "Under the Dock screenedAt Berlinale 2021 (Forum)"} <= facts


def test_what_a_director_won_a_prize_for_is_theirs() -> None:
    facts = told(
        "Review: Low Tide", "Ida Holm (winner of the Silver Bear for The Clerk) paints a picture of an island."
    )
    assert "Ida Holm directed The Clerk" in facts


def test_directors_may_star_in_their_film() -> None:
    facts = told("Interview: Ida Holm • Director of Low Tide", "She talks about the film, in which she stars.")
    assert "Ida Holm starredIn Low Tide" in facts


def test_a_list_that_owns_has_no_comma_before_its_last() -> None:
    facts = told("Low Tide hits Danish theatres", "Released by Nordisk Aurora, Aku Lund’s dark comedy is out.")
    assert "Nordisk Aurora directed Low Tide" not in facts


def test_a_film_may_be_seen_to_show_somebody_playing() -> None:
    facts = told("Review: Low Tide", "Ida Holm’s comedy sees Rosa Lind return to the big screen.")
    assert "Rosa Lind starredIn Low Tide" in facts


def test_a_co_production_by_somebody_is_directed() -> None:
    facts = told("Review: Low Tide", "The Danish co-production by Peter Lund, led by Rosa Lind, is a ride.")
    assert "Peter Lund directed Low Tide" in facts


def test_a_film_selected_for_a_strand_is_the_headline_s() -> None:
    facts = told(
        "Danish film Low Tide selected for Directors' Fortnight",
        "Ida Holm’s debut will be unveiled in May.",
        "02/06/2021 | Cannes 2021 | Directors’ Fortnight",
    )
    assert "Low Tide screenedAt Cannes 2021 (Directors’ Fortnight)" in facts


def test_a_number_of_projects_is_no_title() -> None:
    assert not works(told("Six projects picked for the lagoon", "The forum has chosen them."))


def test_a_film_s_director_may_be_told_by_its_name() -> None:
    facts = told(
        "Interview: Per Lund • Director of photography on Low Tide", "He talks of Ida Holm, the director of Low Tide."
    )
    assert "Ida Holm directed Low Tide" in facts


def test_whoever_is_in_charge_of_a_programme_directs_no_film() -> None:
    facts = told("Interview: Ida Holm • Director of Programming, Oslo Screen Days", "The event is online this year.")
    assert not works(facts)


def test_somebody_at_the_heart_of_a_film_is_in_it() -> None:
    facts = told("Review: Low Tide", "Newcomer Rosa Lind is at the heart of Ida Holm’s second feature.")
    assert {"Rosa Lind starredIn Low Tide", "Ida Holm directed Low Tide"} <= facts


def test_the_last_film_before_was_shown_elsewhere() -> None:
    facts = told(
        "Review: Low Tide",
        "Ida Holm, whose last feature, Paper Planes, world-premiered in Oslo, returns with a western.",
    )
    assert "Ida Holm directed Paper Planes" in facts


def test_whoever_acts_behind_a_comma_wrote_no_play() -> None:
    facts = told(
        "Review: Low Tide", "Ida Holm adapts the play of the same name by Per Lund, and Rosa Lind delivers a fine turn."
    )
    assert "Low Tide basedOn play by Rosa Lind" not in facts


def test_a_jury_awards_its_prize_to_a_film() -> None:
    facts = told("Jury president Per Lund awards the Golden Shell to Low Tide", "The film by Ida Holm is a first film.")
    assert works(facts) == {"Low Tide"}


def test_a_nation_pins_its_hopes_on_a_film() -> None:
    facts = told("Austria pins its Oscar hopes on Low Tide", "Ida Holm’s drama will compete.", "02/06/2021 | Austria")
    assert "Ida Holm directed Low Tide" in facts


def test_two_firms_release_a_film_together() -> None:
    facts = told("Sund and Alma Films team up to release Low Tide", "It is a drama.", "02/06/2021 | Distribution | UK")
    assert {"Sund distributed Low Tide", "Alma Films distributed Low Tide"} <= facts


def test_a_film_that_opens_to_numbers_is_out() -> None:
    facts = told("Low Tide opens to strong numbers", "It is a drama.", "02/06/2021 | Box Office | Denmark")
    assert "Low Tide stage released" in facts


def test_what_a_firm_took_on_for_sales_it_sells() -> None:
    facts = told("Prize goes to Low Tide", "The debut by Ida Holm has been snapped up by Alma Films for world sales.")
    assert "Alma Films sold Low Tide" in facts


def test_films_that_vie_for_a_prize_are_told_of_together() -> None:
    facts = told("Low Tide, Lullaby and Paper Planes vie for a prize", "The finalists are known.")
    assert works(facts) == {"Low Tide", "Lullaby", "Paper Planes"}


def test_a_trailer_s_film_has_its_maker() -> None:
    facts = told("Trailer: Low Tide by Ida Holm", "It is a drama.", "02/06/2021 | Berlinale 2021 | Panorama")
    assert {"Ida Holm directed Low Tide", "Low Tide screenedAt Berlinale 2021 (Panorama)"} <= facts


def test_the_film_by_somebody_won_the_prize() -> None:
    facts = told("Sund to distribute Low Tide in France", "The film by Ida Holm won the Golden Eye at Zurich.")
    assert {"Low Tide award Golden Eye", "Low Tide screenedAt Zurich 2021"} <= facts


def test_who_plays_somebody_is_in_the_film() -> None:
    facts = told("Interview: Ida Holm • Director of Low Tide", "She tells us of Rosa Lind, who plays a surgeon.")
    assert "Rosa Lind starredIn Low Tide" in facts


def test_a_film_comes_with_somebody_in_top_form() -> None:
    facts = told("Review: Low Tide", "Ida Holm’s debut is a tale of revenge with Per Lund in top form.")
    assert "Per Lund starredIn Low Tide" in facts


def test_a_twosome_directs() -> None:
    facts = told(
        "Review: Low Tide",
        "Spanish twosome Ida Holm and Per Lund reunite with actress Rosa Lind for a melancholic comedy.",
    )
    assert {"Ida Holm directed Low Tide", "Per Lund directed Low Tide", "Rosa Lind starredIn Low Tide"} <= facts


def test_what_they_won_a_prize_with_is_theirs() -> None:
    facts = told(
        "Ida Holm’s Low Tide to bow at Venice",
        "The Danish director is back on the Lido, where she won the Silver Lion with Paper Planes.",
        "02/06/2021 | Venice 2021 | Competition",
    )
    assert "Ida Holm directed Paper Planes" in facts


def test_an_actor_s_films_may_stand_in_brackets() -> None:
    facts = told("A body selects its talents", "They include Danish actor Per Lund (Paper Planes).", "02/06/2021")
    assert "Per Lund starredIn Paper Planes" in facts


def test_a_prize_in_a_festival_s_city_tells_the_festival() -> None:
    facts = told(
        "Review: Low Tide", "Ida Holm’s debut, which won the Dragon Award for Best Film in Göteborg, is stark."
    )
    assert "Low Tide screenedAt Göteborg 2021" in facts


def test_firms_that_share_rights_sell() -> None:
    facts = told("Lux and Alma Sud share rights to Low Tide", "It is a drama.", "02/06/2021 | Sales | France")
    assert {"Lux sold Low Tide", "Alma Sud sold Low Tide"} <= facts


def test_whoever_released_somebody_s_comedy_distributes_it() -> None:
    facts = told(
        "Low Tide hits German screens",
        "Neue Visionen has released Ida Holm’s French comedy on 120 screens.",
        "02/06/2021 | Releases | Germany",
    )
    assert {"Neue Visionen distributed Low Tide", "Ida Holm directed Low Tide"} <= facts


def test_nobody_has_an_article() -> None:
    facts = told("The Rose Grower’s Son blossoms in Germany", "It is out.", "02/06/2021 | Releases | Germany")
    assert "The Rose Grower’s Son stage released" in facts


def test_a_prize_winner_s_title_begins_behind_what_it_is() -> None:
    facts = told(
        "Cannes prize-winner Low Tide heads up the nominees",
        "Ida Holm’s body horror is up for three prizes.",
        "02/06/2021",
    )
    assert works(facts) == {"Low Tide"}


def test_the_two_of_a_duo_direct() -> None:
    facts = told(
        "Review: Low Tide", "Years after Paper Planes, the duo made up of Ida Holm and Per Lund is back with a satire."
    )
    assert {"Ida Holm directed Low Tide", "Per Lund directed Low Tide"} <= facts


def test_somebody_s_co_writer_wrote_with_them() -> None:
    facts = told("Interview: Ida Holm • Director of Low Tide", "She was Per Lund’s co-writer on Paper Planes.")
    assert {"Ida Holm wrote Paper Planes", "Per Lund directed Paper Planes"} <= facts


LINE_UP = "The Italian gathering will show seven films in competition, including Ida Holm’s Nest and Drift by Per Lund."


def test_a_list_may_name_makers_before_and_behind_their_films() -> None:
    facts = told("Bergamo kicks off", LINE_UP, "02/06/2021 | Bergamo 2021")
    assert {"Ida Holm directed Nest", "Per Lund directed Drift"} <= facts


def test_films_in_competition_are_shown() -> None:
    facts = told("Bergamo kicks off", LINE_UP, "02/06/2021 | Bergamo 2021")
    assert {"Nest screenedAt Bergamo 2021 (Competition)", "Drift screenedAt Bergamo 2021 (Competition)"} <= facts


def test_the_director_of_a_film_is_whom_the_headline_begins_with() -> None:
    facts = told(
        "Ida Holm to preside over the Oslo jury", "The director of Paper Planes will hand out the prizes.", "02/06/2021"
    )
    assert "Ida Holm directed Paper Planes" in facts


def test_a_title_ends_before_the_festival_where_it_was_sold() -> None:
    facts = told("Beta Sales seals sales for Low Tide at Series Mania", "It is a drama.", "02/06/2021 | Sales | Norway")
    assert works(facts) == {"Low Tide"}


def test_what_people_do_at_the_head_of_a_sentence_is_nobody() -> None:
    facts = told("Review: Low Tide", "Fishing is a full-time job in Ida Holm’s costume farce.")
    assert "Fishing starredIn Low Tide" not in facts


def test_who_stars_is_no_title_before_what_the_director_made() -> None:
    facts = told(
        "Ida Holm’s Low Tide gets a slot", "Starring Marisol Abengo, the Danish director's ghost story is out."
    )
    assert "Marisol Abengo starredIn Low Tide" in facts
