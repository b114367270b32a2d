"""News of tag pages, in invented words: films before and after one another, works in passing, names of three parts."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item, works_of

SHOOT = "18/06/2008 | Production | Norway"
NEWS = "24/02/2014 | Funding | Norway"


def told(headline: str, teaser: str = "The news came on Monday", tag: str = SHOOT) -> set[str]:
    """Give who directed what, as an item tells it."""
    return {fact for fact in told_by_item(headline, teaser, tag) if " directed " in fact}


@pytest.mark.parametrize(
    ("headline", "made"),
    [
        ("Ida Holm set to finish Low Water before making Hare Year", {"Low Water", "Hare Year"}),
        ("After The Salt Thief, Ida Holm prepares Claw", {"The Salt Thief", "Claw"}),
        ("Low Water. A Tale of the Port, the feature debut of Ida Holm, is in development",
         {"Low Water. A Tale of the Port"}),
        ("Zinnia in funding limbo, says director Ida Holm", {"Zinnia"}),
    ],
)  # fmt: skip
def test_a_headline_names_films_before_and_after_one_another(headline: str, made: set[str]) -> None:
    assert told(headline) == {f"Ida Holm directed {film}" for film in made}


@pytest.mark.parametrize(
    ("headline", "film"),
    [
        ("The Flower of Yesterday is the frontrunner in the race for the Lolas", "The Flower of Yesterday"),
        ("Mondays crowned in the Angers European First Film Festival", "Mondays"),
        ("Beloved Cousins on a round-the-world trip to the US, Canada and Australia", "Beloved Cousins"),
    ],
)
def test_a_headline_begins_with_its_film(headline: str, film: str) -> None:
    assert works_of(told_by_item(headline, "Ida Holm’s film has a busy spring", NEWS)) == {film}


def test_a_film_is_shown_behind_the_comma_of_its_title() -> None:
    item = told_by_item(
        "Ida Holm’s sophomore feature, Clay Song, to world-premiere at IFFR", "She explores exile", SHOOT
    )
    assert "Clay Song screenedAt IFFR 2008" in item


def test_what_a_director_won_with_is_not_what_an_item_is_about() -> None:
    teaser = "The Norwegian director, who won the Palme d’Or with Low Water, will head the jury"
    assert (
        works_of(told_by_item("Ida Holm to chair the shorts jury", teaser, "21/03/2017 | Cannes 2017 | Jury")) == set()
    )


def test_whoever_makes_a_new_film_won_with_an_earlier_one() -> None:
    teaser = (
        "It is the focus of the new film by Ida Holm, who won the Crystal Globe with Salt Roads, and is shot in Oslo"
    )
    assert told("Per Lund to star in Hare Year", teaser) == {
        "Ida Holm directed Hare Year", "Ida Holm directed Salt Roads",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["5 Months, 4 Weeks", "3 Rooms and 2 Kitchens"])
def test_a_title_that_counts_on_is_one(name: str) -> None:
    assert told("Ida Holm shooting Hare Year", f"The Norwegian director of {name}, is back in Oslo") == {
        "Ida Holm directed Hare Year", f"Ida Holm directed {name}",
    }  # fmt: skip


@pytest.mark.parametrize("half", ["A Somewhat", "La"])
def test_a_title_at_which_a_teaser_breaks_off_is_half_of_one(half: str) -> None:
    assert told("Seven films open today in Norway", f"After Berlin comes Ida Holm’s {half}...") == set()


def test_a_given_name_at_which_a_teaser_breaks_off_is_nobody() -> None:
    item = told_by_item("Ida Holm shooting Hare Year", "The film is produced by Nordlys Film with Jeremy...", SHOOT)
    assert not any(fact.startswith("Jeremy") for fact in item)


def test_works_with_festivals_in_brackets_are_of_whom_the_headline_names() -> None:
    teaser = (
        "After Salt (Best Debut Feature at the Norwegian Film Week 2002), Low Water (2004) and Hare (2006), Danish "
        "director..."
    )
    assert told("Holm’s Fata Morgana at Oslo Project Market", teaser) == {
        f"Holm directed {film}" for film in ("Fata Morgana", "Salt", "Low Water", "Hare")
    }


def test_a_film_is_shown_as_part_of_a_section() -> None:
    teaser = "Ida Holm’s debut, Low Water, premiered as part of the Danish Days section of the Oslo Film Festival"
    assert any(
        "Low Water screenedAt Oslo" in fact
        for fact in told_by_item("Low Water: A quest", teaser, "15/06/2011 | Films | Norway")
    )


def test_a_review_names_its_film_before_a_comma() -> None:
    item = told_by_item(
        "Aurora, childhood conquered by silence", "Ida Holm’s first feature is at Bergamo", "20/03/2017 | Bergamo 2017"
    )
    assert "Ida Holm directed Aurora" in item


def test_a_company_may_have_small_letters_inside() -> None:
    item = told_by_item(
        "Ida Holm shooting Hare Year", "Produced by Bolita and sold by France tv distribution, it is a comedy", SHOOT
    )
    assert "France tv distribution sold Hare Year" in item


def test_an_emerging_producer_is_no_film() -> None:
    teaser = "The 2026 Emerging Producer from the Czech Republic believes in patience"
    assert (
        works_of(
            told_by_item("Interview: Ida Holm • Producer, Sund Film", teaser, "09/01/2026 | Emerging Producers 2026")
        )
        == set()
    )


def test_a_producer_is_behind_a_documentary() -> None:
    teaser = "The Producer on the Move, who is behind the documentary Twelve Ferries, tells us about her projects"
    item = told_by_item("Interview: Ida Holm • Producer, Sund Film", teaser, "15/05/2023 | Producers on the Move 2023")
    assert "Ida Holm produced Twelve Ferries" in item


def test_brackets_within_a_word_belong_to_a_title() -> None:
    teaser = "Director Ida Holm presented her Ava(n)lone at the Lecce European Film Festival"
    assert told("Interview: Ida Holm • Director", teaser, "10/04/2016") == {"Ida Holm directed Ava(n)lone"}


def test_an_actor_featured_in_two_films() -> None:
    teaser = "Ida Holm featured in Per Lund’s The Long Storm in 2007 and in Eva Berg’s 3 Birds in 2008"
    item = told_by_item("Interview: Ida Holm • Iceland", teaser, "11/02/2015")
    assert {"Ida Holm starredIn The Long Storm", "Ida Holm starredIn 3 Birds"} <= item


def test_a_best_actress_played_in_the_film() -> None:
    teaser = "Last year, Ida Holm won a Golden Calf for Best Actress in Eva Berg’s drama Ilse"
    assert "Ida Holm starredIn Ilse" in told_by_item("Interview: Ida Holm • The Netherlands", teaser, "12/02/2015")


@pytest.mark.parametrize("name", ["Ida Fjeldstad Moe", "Pablo Lagos Dantas", "Rui Teles de Abreu"])
def test_a_name_of_three_parts_is_whole_before_a_possessive(name: str) -> None:
    item = told_by_item(
        "Filming under way on Salt Fields", f"Norwegian helmer {name}’s second feature is a drama", SHOOT
    )
    assert {fact.partition(" nationality ")[0] for fact in item if " nationality " in fact} <= {name}


def test_a_work_of_two_words_is_one_before_its_director() -> None:
    teaser = "The film has come out on top, while Salt and Ballast by Eva Berg received the Special Jury Prize"
    item = told_by_item(
        "Low Water scores the Grand Prix at Karlovy Vary", teaser, "12/07/2025 | Karlovy Vary 2025 | Awards"
    )
    assert "Eva Berg directed Salt and Ballast" in item


@pytest.mark.parametrize(
    "teaser",
    [
        "Per Lund’s film won the top prize, while Cousins by Eva Berg was named Best Debut",
        "Per Lund’s film won the top prize, while Cousins by Eva Berg picked up the Special Jury Prize",
    ],
)
def test_what_else_won_was_shown_there(teaser: str) -> None:
    item = told_by_item("Low Water scores the Warsaw Grand Prix", teaser, "24/10/2022 | Warsaw 2022 | Awards")
    assert {"Eva Berg directed Cousins", "Cousins screenedAt Warsaw 2022"} <= item


def test_a_filmmaker_wins_for_a_film_of_theirs() -> None:
    teaser = (
        "Per Lund’s film won the top prize, while local filmmaker Eva Berg picked up the Audience Award for Cousins"
    )
    item = told_by_item("Low Water scores the Warsaw Grand Prix", teaser, "24/10/2022 | Warsaw 2022 | Awards")
    assert "Eva Berg directed Cousins" in item


def test_the_most_popular_films_of_a_year_are_what_an_item_is_about() -> None:
    teaser = "The two most popular films were the local productions Salt Roads 3 and Hare Year"
    item = told_by_item("The Norwegian annual box office grew by 8.5%", teaser, "24/01/2018 | Box office | Norway")
    assert works_of(item) == {"Salt Roads 3", "Hare Year"}


def test_a_follow_up_to_a_film_has_a_name_of_its_own() -> None:
    teaser = (
        "Polish director Ida Holm’s keenly anticipated follow up to her award-winning Pranks will be her first "
        "English-language feature, Walking Blind"
    )
    assert told("Holm will be Walking Blind", teaser) == {"Ida Holm directed Pranks", "Ida Holm directed Walking Blind"}


def test_a_first_feature_shot_abroad_need_not_be_the_first() -> None:
    item = told_by_item("Ida Holm prepares Hare Year", "The film will be her first feature shot abroad", SHOOT)
    assert not any(" ordinal " in fact for fact in item)


def test_a_chain_of_nations_is_no_part_of_a_title() -> None:
    teaser = "Filming on Swiss-German-Luxembourg co-production Der Verwalter (“The Steward”) is scheduled to start soon"
    item = told_by_item(
        "A famous forger comes to Luxembourg", teaser, "24/07/2008 | Production | Switzerland/Luxembourg"
    )
    assert works_of(item) == {"Der Verwalter"}
    assert "Der Verwalter stage pre-production" in item


def test_the_author_of_a_play_plays_no_part() -> None:
    teaser = (
        "Ida Holm has finished shooting Pirate Girls, a very loose adaptation of the Heinrich Keller play The Pirates"
    )
    assert not any(" starredIn " in fact for fact in told_by_item("Make way for the Pirate Girls", teaser, SHOOT))


@pytest.mark.parametrize("lead", ["Expanded from a 2020 short", "Growing out of a 2021 short"])
def test_what_a_film_grew_out_of_is_not_its_genre(lead: str) -> None:
    item = told_by_item(
        "Review: Cebuana", f"{lead}, Ida Holm’s debut is stubborn", "30/01/2026 | Films | Reviews | Norway"
    )
    assert not any(" genre " in fact for fact in item)


def test_whose_stare_a_review_praises_does_not_direct() -> None:
    teaser = "All Per Lund needs is a wedding dress and Elsa Holm’s unblinking stare to deliver an unruly comedy"
    assert "Elsa Holm directed Petroleum" not in told_by_item(
        "Review: Petroleum", teaser, "22/05/2025 | Films | Reviews | Norway"
    )


def test_an_actor_directs_a_directorial_debut() -> None:
    item = told_by_item(
        "Interview: Per Lund • Director of Low Water",
        "Norwegian actor Per Lund talks about his directorial debut, Low Water",
        "22/05/2025",
    )
    assert "Per Lund directed Low Water" in item
    assert "Per Lund starredIn Low Water" not in item


def test_whoever_shoots_an_unnamed_film_made_the_short_of_the_teaser() -> None:
    item = told_by_item(
        "Ida Holm ready to shoot her first feature", "The Norwegian director’s short Night Ferry did not win", SHOOT
    )
    assert {fact for fact in item if "Night Ferry" in fact} == {"Ida Holm directed Night Ferry"}


def test_an_earlier_work_is_nobody_of_a_list() -> None:
    teaser = (
        "Five years on from Reef, Ida Holm and Per Lund are about to start filming The Pilot’s Daughter, a thriller"
    )
    assert told("A duo heads back to the islands", teaser, "26/06/2025 | Production | Funding | Finland") == {
        f"{who} directed {film}" for who in ("Ida Holm", "Per Lund") for film in ("Reef", "The Pilot’s Daughter")
    }


@pytest.mark.parametrize(
    ("headline", "made"),
    [
        ("Ida Holm takes Low Water to Locarno", "Low Water"),
        ("Ida Holm to open the Oslo Film Festival with her tenth feature, Nr. 11", "Nr. 11"),
        ("Hermans’ Stag Night off to a flying start", "Stag Night"),
        ("Lovers on a boat: Ida Holm films The Ferry", "The Ferry"),
    ],
)
def test_a_headline_names_a_director_and_a_film(headline: str, made: str) -> None:
    who = "Hermans" if headline.startswith("Hermans") else "Ida Holm"
    assert told(headline, tag="14/08/2012 | Festivals | Norway") == {f"{who} directed {made}"}


def test_the_most_watched_film_of_a_year_opens_its_headline() -> None:
    item = told_by_item("King of the Peak most-watched local film of the year", "Per Lund’s drama sold well", NEWS)
    assert works_of(item) == {"King of the Peak"}


def test_a_film_sails_to_countries() -> None:
    teaser = "HanSway has sold Per Lund’s adventure film to Japan"
    assert works_of(told_by_item("Kon-Tika sails to 30 more countries", teaser, NEWS)) == {"Kon-Tika"}


def test_a_title_with_a_comma_is_whole_before_its_director() -> None:
    item = told_by_item(
        "Girl, Interruptus by Ida Holm selected for Directors’ Fortnight",
        "The Belgian director’s debut was shot in Ghent",
        "19/04/2018 | Cannes 2018 | Directors’ Fortnight",
    )
    assert "Ida Holm directed Girl, Interruptus" in item


def test_a_prize_in_brackets_is_no_film() -> None:
    teaser = "The awards also honoured Per Lund (Best Director, for King Curly)"
    assert told("Kids in Crime wins Amanda for Best Film", teaser, "18/08/2012 | Awards | Norway") == {
        "Per Lund directed King Curly"
    }


def test_film_and_tv_is_the_end_of_one_firm() -> None:
    teaser = "The thriller is produced by Czar Film and TV in co-production with Minds United"
    item = told_by_item("Ida Holm in production with 23rd Night", teaser, SHOOT)
    assert "TV produced 23rd Night" not in item


def test_whom_a_comedy_stars_is_no_film() -> None:
    teaser = "Starring a remarkable Johannes Silber, the comedy by Per Lund takes us to the outskirts of Vienna"
    item = told_by_item("Review: The Dregs", teaser, "01/03/2017 | Films | Reviews | Austria")
    assert {"Per Lund directed The Dregs", "Johannes Silber starredIn The Dregs"} <= item
    assert "Per Lund directed Johannes Silber" not in item


def test_two_films_are_of_two_directors() -> None:
    teaser = "Per Lund’s comedy and Ida Holm’s drama took the main prizes of the Graz festival"
    assert told("Diagonale honours Superworlds and Free Land", teaser, "23/03/2015 | Festivals | Awards | Austria") == {
        "Per Lund directed Superworlds", "Ida Holm directed Free Land",
    }  # fmt: skip


def test_somebody_s_most_successful_film_is_theirs() -> None:
    teaser = "The Czech filmmaker is shooting a drama compared to his most successful film, Nothing Like Happiness"
    assert "Ida Holm directed Nothing Like Happiness" in told("Ida Holm shooting Dust", teaser)


def test_nobody_sells_a_nation_s_films_as_a_director() -> None:
    teaser = "The Georgian centre has a slate including Per Lund’s Antique Shop"
    item = told("Elevate: Selling Georgian films abroad", teaser, "12/03/2020 | Industry | Market | Georgia")
    assert item == {"Per Lund directed Antique Shop"}


def test_a_film_wins_a_festival_s_metal() -> None:
    item = told_by_item(
        "Beast scoops Thessaloniki’s Golden Alexander",
        "Ida Holm’s film came out on top at the Greek festival",
        "13/11/2023 | Thessaloniki 2023 | Awards",
    )
    assert works_of(item) == {"Beast"}


def test_a_case_study_is_of_a_director_s_film() -> None:
    headline = "How to shoot in a lockdown: the EFM presents a case study on Ida Holm’s Bad Day Banging or Loony Tunes"
    assert told(headline, tag="03/03/2021 | Berlinale 2021 | EFM") == {
        "Ida Holm directed Bad Day Banging or Loony Tunes"
    }


@pytest.mark.parametrize("prize", ["Eurimages Lab Project Award", "Eurimages Co-production Development Award"])
def test_a_prize_for_a_project_is_no_screening(prize: str) -> None:
    teaser = f"We talked to Ida Holm, winner of the {prize} at Haugesund, about her project"
    item = told_by_item("Interview: Ida Holm • Director of Low Water", teaser, "31/08/2020 | Haugesund 2020")
    assert not any(" screenedAt " in fact for fact in item)


def test_a_film_represents_a_nation() -> None:
    teaser = "The Norwegian academy has put forward Ida Holm’s drama for the foreign-language race"
    item = told_by_item("Oscars: Autumn Signal to represent Norway", teaser, "26/09/2017 | Oscars 2018 | Norway")
    assert works_of(item) == {"Autumn Signal"}


def test_a_festival_will_open_with_a_film() -> None:
    teaser = "The Lisbon gathering will open with Ida Holm’s Paper Kingdom and boasts a retrospective"
    item = told_by_item("DocLisboa celebrates its 21st edition", teaser, "21/05/2024 | DocLisboa 2024")
    assert {fact for fact in item if "Paper Kingdom" in fact} == {
        "Ida Holm directed Paper Kingdom", "Paper Kingdom screenedAt DocLisboa 2024",
    }  # fmt: skip


def test_an_adventure_stars_somebody() -> None:
    teaser = "The Finnish family adventure stars Aino Berg, a 12-year-old girl picked from among 900 candidates"
    item = told_by_item("Ida Holm in post-production with The Beacon Thieves", teaser, SHOOT)
    assert "Aino Berg starredIn The Beacon Thieves" in item


def test_a_film_that_is_hitting_theatres_is_released() -> None:
    teaser = "The director chatted to us about his film, which is now hitting Finnish theatres"
    item = told_by_item("Interview: Per Lund • Director of The Ferry", teaser, "08/08/2025 | /Finland/Sweden")
    assert "The Ferry stage released" in item


def test_a_costume_adventure_is_somebody_s_film() -> None:
    headline = "Salt Riders - Glory gets off to a flying start in Hungarian theatres"
    teaser = "Ida Holm’s lavish costume adventure has attracted 70,000 viewers"
    assert told(headline, teaser, "21/03/2017 | Box office | Hungary") == {"Ida Holm directed Salt Riders - Glory"}


def test_what_a_documentary_won_is_no_title() -> None:
    teaser = "Ida Holm’s Golden Bear-winning documentary will try to make the shortlist"
    assert told("Italy sends Fire at the Sea to the Oscars", teaser, "26/09/2016 | Oscars 2017 | Italy") == {
        "Ida Holm directed Fire at the Sea"
    }


def test_a_film_at_number_one_is_ahead_of_another() -> None:
    item = told_by_item(
        "Boris 2 – The Movie number one at the Italian box office",
        "The film grossed €3.2m in its first weekend, ahead of Salt Roads by Ida Holm",
        "18/04/2011 | Box office | Italy",
    )
    assert works_of(item) == {"Boris 2 – The Movie"}
    assert "Ida Holm directed Salt Roads" in item
