"""Listings of shoots: who makes, plays in and pays for a film in the making, and what in their headlines is no film."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item as told
from tests.extract.telling import works_of as works

SHOOT = "02/06/2021 | Production | Funding | Denmark"
MARKET = "02/06/2021 | Industry | Market | Denmark"
CANNES = "02/06/2021 | Cannes 2021"


@pytest.mark.parametrize(
    "headline",
    [
        "Screen.oslo backs the next films by Ida Holm, Per Lund and Ola Berg",
        "Nordfund backs new projects by Ida Holm and Per Lund",
    ],
)
def test_the_next_films_by_somebody_are_no_film(headline: str) -> None:
    assert not works(told(headline, "In all, 13 projects will share €1.5 million.", SHOOT))


@pytest.mark.parametrize(
    ("headline", "teaser"),
    [
        ("Norwegian Film Board announces investments", "The board is pumping €5 million into the trade."),
        ("Norway and Denmark join forces to launch the Dano-Norwegian Fund", "The fund opened its call yesterday."),
        ("The UK's StreamCrate set to launch in Norway on 28 April", "The service’s slate will include new series."),
        ("REPORT: Danish Films Previews @ Oslo Pro 2025", "At Oslo, six features were presented."),
    ],
)
def test_bodies_services_and_reports_are_no_films(headline: str, teaser: str) -> None:
    assert not works(told(headline, teaser, MARKET))


def test_siblings_go_by_one_name() -> None:
    facts = told("The Holm brothers back in Oslo for Young Ferrymen", "They will begin filming in April.", SHOOT)
    assert "Holm brothers directed Young Ferrymen" in facts


def test_an_adaptation_is_called_as_its_book() -> None:
    facts = told("A Danish-Norwegian adaptation of Silent Hours by Ida Holm", "Shooting is set to begin.", SHOOT)
    assert works(facts) == {"Silent Hours"}


def test_a_film_gets_its_money_from_a_fund() -> None:
    facts = told("Ida Holm’s Low Tide secures an advance on receipts from the NFI", "It is her debut.", SHOOT)
    assert {"NFI funded Low Tide", "Ida Holm directed Low Tide"} <= facts


def test_a_title_gets_support_from_a_fund() -> None:
    facts = told("Quiet Ground receives production support from Screen Fyn", "It will shoot in May.", SHOOT)
    assert "Screen Fyn funded Quiet Ground" in facts


def test_actors_join_a_cast_without_an_article() -> None:
    facts = told("Ida Holm, Per Lund and Ola Berg join cast of Last Ferry Home", "Filming begins in May.", SHOOT)
    assert "Ola Berg starredIn Last Ferry Home" in facts


def test_a_seller_gets_on_board() -> None:
    facts = told("Sund Sales gets on board Ida Holm’s Revived", "The company will launch pre-sales.", MARKET)
    assert "Sund Sales sold Revived" in facts


def test_a_title_sells_worldwide() -> None:
    facts = told("The Best Ferries sells worldwide", "The film by Ida Holm has been sold to 20 countries.", MARKET)
    assert "Ida Holm directed The Best Ferries" in facts


def test_a_title_hits_the_screens_of_a_country() -> None:
    facts = told("Pranks in the Barn hits Danish cinemas", "Two comedies vie for viewers.", "02/06/2021 | Releases")
    assert "Pranks in the Barn stage released" in facts


@pytest.mark.parametrize("verb", ["stars", "also stars", "brings together"])
def test_the_film_by_the_director_stars_somebody(verb: str) -> None:
    facts = told("Ida Holm wraps Low Tide", f"The new film by the Danish director {verb} Per Lund.", SHOOT)
    assert "Per Lund starredIn Low Tide" in facts
    assert "Per Lund directed Low Tide" not in facts


def test_whoever_wrote_a_novel_does_not_play_in_its_film() -> None:
    facts = told("Ida Holm wraps Low Tide", "This adaptation of the novel by Ola Berg stars Per Lund.", SHOOT)
    assert {"Low Tide basedOn novel by Ola Berg", "Per Lund starredIn Low Tide"} <= facts
    assert "Ola Berg starredIn Low Tide" not in facts


def test_a_hyphen_does_not_hide_who_somebody_is() -> None:
    facts = told(
        "Ida Holm wraps Low Tide", "It is set in 1930, and stars real-life US couple Per and Rona Lund.", SHOOT
    )
    assert "Rona Lund starredIn Low Tide" in facts


def test_an_actress_directs_a_film_that_only_the_teaser_names() -> None:
    facts = told(
        "Ida Holm back behind the camera",
        "After Paper Planes, the actress will direct La Mer du nord, in which she plays a forger.",
        SHOOT,
    )
    assert {"Ida Holm directed La Mer du nord", "Ida Holm starredIn La Mer du nord"} <= facts


def test_whom_a_biopic_is_about_did_not_direct_it() -> None:
    facts = told(
        "Ida Holm shooting Lindgren",
        "The Danish actress steps behind the camera with a biopic on the documentary maker Tove Lindgren",
        SHOOT,
    )
    assert {fact for fact in facts if " directed " in fact} == {"Ida Holm directed Lindgren"}


def test_a_shoot_is_with_its_cast() -> None:
    facts = told(
        "Ida Holm’s The Deep, from Oslo to Bergen",
        "The director continues the shoot of her film on the submarine with Per Lund, Ola Berg and Rosa Lind",
        SHOOT,
    )
    assert {"Per Lund starredIn The Deep", "Rosa Lind starredIn The Deep"} <= facts


def test_a_film_is_shot_for_its_company() -> None:
    facts = told("Ida Holm to star in Low Tide", "Per Lund’s thriller will begin shooting in May for Sund Films", SHOOT)
    assert "Sund Films produced Low Tide" in facts


def test_two_shoots_are_two_films() -> None:
    facts = told(
        "Two Danish directors in the midst of filming",
        "Ida Holm is shooting Low Tide, while Per Lund is filming Paper Planes",
        SHOOT,
    )
    assert works(facts) == {"Low Tide", "Paper Planes"}


def test_a_series_is_known_by_who_created_it() -> None:
    facts = told("A streamer orders a series", "Into the Frost, created by Ida Holm, will be shot in Oslo", SHOOT)
    assert "Ida Holm created Into the Frost" in facts


def test_a_headline_that_begins_with_back_to_is_one() -> None:
    facts = told(
        "Back to school for Ida Holm",
        "The Danish director is about to start filming her fifth feature, Low Tide, with Per Lund in the lead role",
        SHOOT,
    )
    assert {"Ida Holm directed Low Tide", "Per Lund starredIn Low Tide"} <= facts


@pytest.mark.parametrize(
    "teaser",
    [
        "Ida Holm is shooting The Linen Room with Rosa Lind, Per De Lund and newcomer Ola Berg.",
        "Ida Holm is in the Alps to shoot The Linen Room with Rosa Lind and Per Lund",
    ],
)
def test_a_title_ends_before_its_cast(teaser: str) -> None:
    facts = told("A love triangle in the hills", teaser, SHOOT)
    assert works(facts) == {"The Linen Room"}
    assert "Rosa Lind starredIn The Linen Room" in facts


@pytest.mark.parametrize(
    "teaser",
    [
        "Currently in post-production, Low Tide is Ida Holm’s fifth feature.",
        "For her second feature, Low Tide, Ida Holm has called on Per Lund and Ola Berg",
        "Ida Holm’s first feature as a director, Low Tide, will star Per Lund.",
        "Ida Holm has chosen Per Lund and Ola Berg for the lead roles in her new film, Low Tide",
    ],
)
def test_a_teaser_alone_tells_who_makes_what(teaser: str) -> None:
    facts = told("Cameras roll in the hills", teaser, SHOOT)
    assert {fact for fact in facts if " directed " in fact} == {"Ida Holm directed Low Tide"}


def test_whom_a_director_calls_on_plays() -> None:
    teaser = "For her second feature, Low Tide, Ida Holm has called on Per Lund and Ola Berg"
    facts = told("Cameras roll in the hills", teaser, SHOOT)
    assert {"Per Lund starredIn Low Tide", "Ola Berg starredIn Low Tide"} <= facts


def test_a_film_goes_into_production_with_its_cast() -> None:
    teaser = "Low Tide, the latest film by Ida Holm, has gone into production with Per Lund and Rosa Lind"
    facts = told("Bonjour tristesse in the hills", teaser, SHOOT)
    assert "Rosa Lind starredIn Low Tide" in facts


def test_actors_will_headline_the_new_film_of_a_director() -> None:
    teaser = "Per Lund and Rosa Lind will headline the Danish director's new film, Low Tide"
    facts = told("Star-studded cast ahead", teaser, SHOOT)
    assert "Rosa Lind starredIn Low Tide" in facts


def test_a_month_is_no_film() -> None:
    teaser = "Two brothers look for their mother in a comedy starring Rosa Lind; the shoot is scheduled for March"
    assert not works(told("The past catches up with two brothers", teaser, SHOOT))


def test_sections_are_neither_films_nor_companies() -> None:
    facts = told(
        "Denmark on screen at Cannes",
        "Two films have been selected: A Night by Ida Holm (Un Certain Regard) and The Hare by Ola Berg "
        "(Directors’ Fortnight)",
        "02/06/2016 | Cannes 2016",
    )
    assert {fact for fact in facts if " directed " in fact} == {
        "Ida Holm directed A Night",
        "Ola Berg directed The Hare",
    }
    assert not any(" produced " in fact for fact in facts)


def test_whoever_moves_somewhere_is_no_film() -> None:
    facts = told("Ida Holm moves to Hollywood", "The Danish director will shoot a remake with Per Lund", SHOOT)
    assert not works(facts)


def test_two_whom_a_fund_supports_are_no_film() -> None:
    facts = told("NFI supports Ida Holm and Per Lund", "They will receive €650,000 each", SHOOT)
    assert not works(facts)


def test_the_fund_that_supports_debutants_pays_for_their_films() -> None:
    teaser = "An advance on receipts has been granted to Low Tide by Ida Holm and Paper Planes by Per Lund"
    facts = told("NFI supports first-time directors", teaser, SHOOT)
    assert {"NFI funded Low Tide", "NFI funded Paper Planes"} <= facts


def test_a_fund_will_support_the_film_of_a_director() -> None:
    teaser = "The NFI’s second college will support Ida Holm’s Just Kidding and Per Lund’s Paper Planes"
    facts = told("Eight films share advance on receipts", teaser, SHOOT)
    assert {"NFI funded Just Kidding", "Per Lund directed Paper Planes"} <= facts


def test_the_actor_whom_a_teaser_is_about_stars() -> None:
    teaser = "The Danish actor will be seen in films such as Low Tide by Ida Holm, in which he stars opposite Rosa Lind"
    assert "Ida Holm starredIn Low Tide" not in told("Per Lund's got it all", teaser, SHOOT)


def test_a_thriller_by_somebody_is_the_film_of_the_teaser() -> None:
    teaser = "Starring Rosa Lind and Per Lund, Born Enemies is being shot in Oslo."
    facts = told("A psychological thriller by Ida Holm", teaser, SHOOT)
    assert {"Ida Holm directed Born Enemies", "Per Lund starredIn Born Enemies"} <= facts


def test_whoever_takes_on_a_film_is_none() -> None:
    facts = told("Malgora Trukovska takes on a biopic", "Filming on The Idol got underway yesterday", SHOOT)
    assert works(facts) == {"The Idol"}


def test_a_film_unites_its_cast() -> None:
    facts = told("Ida Holm’s latest comedy", "Gladly unites Rosa Lind, Per Lund and Ola Berg", SHOOT)
    assert "Per Lund starredIn Gladly" in facts


def test_a_director_reunites_with_actors_for_a_film() -> None:
    teaser = "The Danish director reunites with Rosa Lind and Per Lund for a family drama"
    assert "Rosa Lind starredIn Low Tide" in told("Ida Holm returns with Low Tide", teaser, SHOOT)


def test_a_sequel_stars_somebody() -> None:
    facts = told("The Ferry 2 to shoot in Oslo", "Ida Holm's sequel will star Rosa Lind and Per Lund", SHOOT)
    assert "Rosa Lind starredIn The Ferry 2" in facts


def test_a_distributor_is_not_the_seller_behind() -> None:
    teaser = "The Wolf Pact by Ida Holm will be distributed by Avalonia and sold by Sund Films"
    facts = told("Wolf hunt in the hills", teaser, SHOOT)
    assert {fact for fact in facts if " distributed " in fact} == {"Avalonia distributed The Wolf Pact"}


def test_a_company_has_a_french_preposition_in_its_name() -> None:
    facts = told("Ida Holm wraps Low Tide", "It is produced by Barque à Part Films and Sund Films.", SHOOT)
    assert "Barque à Part Films produced Low Tide" in facts


@pytest.mark.parametrize(
    ("partner", "does"),
    [
        ("with Rai Cinema", "produced"),
        ("with France’s Les Films du Port", "coProduced"),
    ],
)
def test_partners_of_a_producer(partner: str, does: str) -> None:
    facts = told("Ida Holm wraps Low Tide", f"The thriller is produced by Sund Films {partner}.", SHOOT)
    assert any(fact.endswith(f"{does} Low Tide") for fact in facts if "Sund" not in fact)


def test_people_who_win_are_no_films() -> None:
    facts = told(
        "Ida Holm, Rosa Lind and Lin Wei-min win at Cannes",
        "The prizes were handed out.",
        "02/06/2021 | Cannes 2021 | Awards",
    )
    assert not works(facts)


def test_a_second_title_behind_a_maker_is_nobody() -> None:
    teaser = "Among them are Low Tide by Ida Holm and Per Lund and Clara Nova Mia by Rosa Lind"
    facts = told("Eleven first features", teaser, "02/06/2021 | Cannes 2021 | Critics’ Week")
    assert not any(fact.startswith("Clara Nova Mia directed") for fact in facts)


def test_what_a_film_is_and_whence_is_no_title() -> None:
    teaser = "The Norwegian biopic by Ida Holm will kick off the edition, while La Mer by Per Lund brings it to a close"
    facts = told("Rotterdam to open with Munk's Youth", teaser, "02/06/2021 | IFFR 2021")
    directed = {fact for fact in facts if " directed " in fact}
    assert directed == {"Ida Holm directed Munk's Youth", "Per Lund directed La Mer"}


def test_two_possessives_are_two_films() -> None:
    facts = told(
        "Ida Holm's Music Lessons and Per Lund's Ashlight to compete at the Berlinale", "It runs in May.", CANNES
    )
    assert {"Ida Holm directed Music Lessons", "Per Lund directed Ashlight"} <= facts


def test_a_title_by_somebody_closes_a_festival() -> None:
    facts = told("Rebel Yell by Ida Holm to close the Cannes Film Festival", "It will wrap with it.", CANNES)
    assert {"Ida Holm directed Rebel Yell", "Rebel Yell screenedAt Cannes 2021"} <= facts


def test_a_sentence_opens_with_no_title() -> None:
    facts = told("A festival for all", "Opening with Low Tide by Ida Holm, it presents 12 films", CANNES)
    assert works(facts) == {"Low Tide"}


def test_two_films_hit_screens() -> None:
    facts = told("Iron Days and The Restless Ones hit French screens", "Both are comedies.", "02/06/2021 | Releases")
    assert works(facts) == {"Iron Days", "The Restless Ones"}


def test_firms_in_brackets_release_films() -> None:
    teaser = "Among them are Low Tide by Ida Holm (distributed by Sund Films) and The Hare by Per Lund (Fjord Films)"
    facts = told("Ten new films", teaser, "02/06/2021 | Releases | Denmark")
    assert {"Sund Films distributed Low Tide", "Fjord Films distributed The Hare"} <= facts


def test_who_produces_together_with_somebody_does_so_once() -> None:
    facts = told("Ida Holm wraps Low Tide", "It is produced by Sund Films together with Caravela Filmes.", SHOOT)
    assert "Caravela Filmes coProduced Low Tide" not in facts


def test_both_films_that_were_selected_are_shown() -> None:
    teaser = "Ida Holm's A Silent Fall and Per Lund's Paper Planes have both been selected in competition"
    facts = told("A double dose of Denmark", teaser, CANNES)
    assert "Paper Planes screenedAt Cannes 2021 (Competition)" in facts


def test_whoever_is_ready_for_a_shoot_is_no_film() -> None:
    facts = told("Rachel Holm ready for the shoot of The Plait", "Rosa Lind and Per Lund will star", SHOOT)
    assert {"Rachel Holm directed The Plait", "The Plait stage pre-production"} <= facts
    assert works(facts) == {"The Plait"}


def test_a_co_production_is_led_by_its_producer() -> None:
    teaser = "Rosa Lind toplines the movie, a Danish-Norwegian co-production led by Sund Cinema."
    assert "Sund Cinema produced Low Tide" in told("Ida Holm films Low Tide", teaser, SHOOT)


def test_a_channel_ends_in_a_plus() -> None:
    facts = told("Ida Holm films Low Tide", "It is produced by Sund Films with backing from Canal+.", SHOOT)
    assert "Canal+ funded Low Tide" in facts


def test_an_actress_and_director_plays_in_her_film() -> None:
    facts = told("Ida Holm shoots Low Tide", "The actress and director plays opposite Rosa Lind in this comedy.", SHOOT)
    assert "Ida Holm starredIn Low Tide" in facts


def test_who_takes_on_a_story_directs() -> None:
    facts = told("Ida Holm takes on a true story in I Am Marenka", "Rosa Lind stars as the councillor.", SHOOT)
    assert {fact for fact in facts if fact.startswith("Ida Holm")} == {"Ida Holm directed I Am Marenka"}


def test_companies_have_prepositions_of_many_languages() -> None:
    facts = told("Ida Holm shoots Low Tide", "It is produced by Filmes da Ermida, Los Autores and El Faro.", SHOOT)
    assert "Filmes da Ermida produced Low Tide" in facts


def test_where_a_director_lives_is_no_film() -> None:
    facts = told("Ida Holm shoots Low Tide", "Rosa Lind stars in the Madrid director's fourth feature.", SHOOT)
    assert "Ida Holm directed Madrid" not in facts


def test_the_last_company_of_a_sentence_may_be_called_anything() -> None:
    facts = told("Ida Holm shoots Low Tide", "It is to be produced by Savage Pictures and Stone Angels", SHOOT)
    assert "Stone Angels produced Low Tide" in facts


def test_a_shoot_is_led_by_the_firm_of_a_country() -> None:
    teaser = "Ida Holm’s ensemble tragedy is led by Norway’s Sundfilm, partnering with Helsinki-based Bufa"
    facts = told("Danish-Norwegian co-production 8 Views of a Lake currently shooting", teaser, SHOOT)
    assert {"Sundfilm produced 8 Views of a Lake", "Bufa coProduced 8 Views of a Lake"} <= facts


def test_production_is_handled_by_a_firm() -> None:
    facts = told(
        "Ida Holm shoots Low Tide", "The cast includes Rosa Lind; production is being handled by Sund Films", SHOOT
    )
    assert "Sund Films produced Low Tide" in facts


def test_a_trilogy_in_quotation_marks_is_no_film() -> None:
    facts = told(
        "A fresh instalment in the “Trilogy of the New Oaths” hits screens in Norway",
        "Ida Holm’s The Star opens in 59 theatres this week",
        "02/06/2021 | Releases | Norway",
    )
    assert works(facts) == {"The Star"}


def test_a_novel_has_its_year() -> None:
    facts = told("Ida Holm shoots Low Tide", "The drama is based on Rosa Lind’s 2014 novel of the same name", SHOOT)
    assert "Low Tide basedOn novel by Rosa Lind" in facts


@pytest.mark.parametrize(
    ("headline", "teaser", "tag"),
    [
        (
            "Producers on the Move: The Class of 2021",
            "The Film Promotion initiative has selected 20 producers",
            "Producers on the Move 2021",
        ),
        (
            "Oslo Co-Production Market unveils line-up",
            "Projects have been selected",
            "Oslo 2021 | Co-Production Market",
        ),
        ("The Netherlands and Flanders strengthen ties", "A new agreement is worth €1.3m", "Funding | Belgium"),
        ("A trip to the US, Australia and New Zealand", "Ida Holm's drama has been sold", "Distribution | Germany"),
    ],
)
def test_events_markets_and_countries_are_no_films(headline: str, teaser: str, tag: str) -> None:
    assert not works(told(headline, teaser, f"02/06/2021 | {tag}"))
