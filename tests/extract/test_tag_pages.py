"""Tag pages: constructions of production, prize and box-office items, each read as the only item of its page."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.kind import recognise
from tests.extract.telling import told_by_item, works_of

MAKING = "14/04/2023 | Production | Funding | France/Belgium"
PRIZES = "18/11/2024 | Zinebi 2024 | Awards"
CHARTS = "21/02/2014 | Box office | Netherlands"


def test_an_organisation_that_pledges_support_is_no_part_of_the_title():
    told = told_by_item(
        "Grove Film Fund pledges support to Swallow the Hare by Ida Holm and Per Lund",
        "The duo’s second feature will be shot in the spring",
        MAKING,
    )
    assert works_of(told) == {"Swallow the Hare"}
    assert {"Ida Holm directed Swallow the Hare", "Per Lund directed Swallow the Hare"} <= told


def test_a_film_named_behind_its_maker_is_the_items_film():
    told = told_by_item("The debut film of Ida Holm, El viento, is now finished", "It was shot in Oslo", MAKING)
    assert "Ida Holm directed El viento" in told


def test_whoever_competes_with_a_film_made_it():
    told = told_by_item(
        "Aminata Toulaye Sow is competing in Cannes with Hare & Wren",
        "Produced by Sund and sold by Best Foes Forever, the debut from the filmmaker is launched in competition",
        MAKING,
    )
    assert "Aminata Toulaye Sow directed Hare & Wren" in told


def test_somebody_called_something_in_a_film_plays_in_it():
    told = told_by_item(
        "Ida Holm, a pioneer of women’s boxing in Antoinette",
        "The cast of Vera Lind’s second feature, a Sund Films production, also includes Per Lund and Rosa Berg",
        MAKING,
    )
    assert {f"{name} starredIn Antoinette" for name in ("Ida Holm", "Per Lund", "Rosa Berg")} <= told
    assert "Vera Lind directed Antoinette" in told


def test_those_who_wrap_a_film_by_somebody_else_act_in_it():
    told = told_by_item(
        "Ida Holm and Per Lund wrap shooting on Ebb", "The second feature by Juan Galindo is a thriller", MAKING
    )
    assert {"Ida Holm starredIn Ebb", "Per Lund starredIn Ebb", "Juan Galindo directed Ebb"} <= told
    assert "Ida Holm directed Ebb" not in told


def test_those_who_wrap_their_own_film_direct_it():
    told = told_by_item(
        "Ida Holm and Per Lund wrap shooting on Ebb", "The second feature by the duo is a thriller", MAKING
    )
    assert "Ida Holm directed Ebb" in told


def test_a_sentence_ends_in_a_film_that_its_teaser_leaves_unnamed():
    told = told_by_item(
        "Two feuding sisters get the biopic treatment in Cousins",
        "Czech filmmaker Jan Novák has wrapped principal photography on his period drama about the sisters Havel",
        MAKING,
    )
    assert "Jan Novák directed Cousins" in told


def test_a_sentence_on_a_shoot_ends_in_a_place():
    told = told_by_item(
        "Two feuding sisters go on location in Gorizia", "Jan Novák has started shooting his period drama", MAKING
    )
    assert works_of(told) == set()


def test_a_countrys_director_is_named_behind_the_country():
    told = told_by_item(
        "Denmark’s Thomas Lund starts new feature, Women & Geese",
        "The director who collaborated with Danish director Ida Holm on her last films is ready",
        MAKING,
    )
    assert "Thomas Lund directed Women & Geese" in told
    assert "Ida Holm directed Women & Geese" not in told


def test_an_adapted_book_is_no_film():
    told = told_by_item(
        "Theo Lind’s Twice Crossed filming in Crete",
        "The director’s feature is a new adaptation of Nikos Vale’s The Crossing, set in the future",
        MAKING,
    )
    assert "Nikos Vale directed The Crossing" not in told


def test_a_demonym_before_a_name_makes_no_film():
    told = told_by_item(
        "Hare and Wren shine at Zinebi",
        "Spaniard Alba Ruiz picked up the Audience Award for The Way Back: Life after Camp",
        PRIZES,
    )
    assert not any("Spaniard" in fact for fact in told)


def test_a_film_snagging_a_mention_was_shown():
    told = told_by_item(
        "A Swaying Mast and The Rowers’ Theory come out on top at Zinebi",
        "Celia Rocha’s documentary has won over the jury, with Waking Up at Noon snagging a Special Mention",
        PRIZES,
    )
    assert "Waking Up at Noon screenedAt Zinebi 2024" in told


def test_one_documentary_beneath_two_titles_is_the_first():
    told = told_by_item(
        "A Swaying Mast and The Rowers’ Theory come out on top at Zinebi",
        "Celia Rocha’s documentary has won over the feature jury at the festival",
        PRIZES,
    )
    assert "Celia Rocha directed A Swaying Mast" in told
    assert "Celia Rocha directed The Rowers’ Theory" not in told


def test_a_festival_embraces_a_film_and_rewards_its_maker():
    told = told_by_item(
        "Bilbao embraces Dread, awarding Ivo Lind’s drama a Grand Prix", "It is his second film", PRIZES
    )
    assert "Ivo Lind directed Dread" in told


def test_a_prize_that_went_to_somebodys_film_shows_it():
    told = told_by_item(
        "Ida Holm’s Ebb crowned at Zinebi",
        "The debut was crowned, while the Grand Prix went to Per Lund’s Hares",
        PRIZES,
    )
    assert {"Per Lund directed Hares", "Hares screenedAt Zinebi 2024"} <= told


def test_a_prize_for_a_project_shows_nothing():
    told = told_by_item(
        "Zinebi hands out its awards",
        "The Co-production Development Award went to Per Lund’s Hares",
        "05/02/2026 | IFFR 2026 | IFFR Pro",
    )
    assert "Hares screenedAt IFFR 2026" not in told


def test_three_debuts_are_all_named():
    told = told_by_item(
        "Nine films battle it out",
        "The Campine, the debut film by Rob Prym, leads, closely followed by Ida Holm’s Ebb, and Hare by Per Lund",
        "12/08/2016 | Awards | Belgium",
    )
    assert {"Rob Prym directed The Campine", "Ida Holm directed Ebb", "Per Lund directed Hare"} <= told


def test_two_films_unveiled_at_a_festival_are_both_shown():
    told = told_by_item(
        "Two Belgian features make their way to Venice",
        "Shelter by Ida Holm and The Wren King by Per Lund will be unveiled at the 73rd Venice Film Festival",
        "25/08/2016 | Venice 2016 | Belgium",
    )
    assert {"Shelter screenedAt Venice 2016", "The Wren King screenedAt Venice 2016"} <= told
    assert works_of(told) == {"Shelter", "The Wren King"}


def test_opening_and_closing_films_are_shown():
    told = told_by_item(
        "Almost 500 films on show",
        "Ida Holm’s Key Hole will open and Per Lund’s Hares close the 38th Göteborg Film Festival",
        "16/01/2015 | Festivals | Sweden",
    )
    assert {"Key Hole screenedAt Göteborg 2015", "Hares screenedAt Göteborg 2015"} <= told


def test_a_headline_tells_at_which_festival_a_film_in_the_making_competes():
    told = told_by_item(
        "Ida Holm’s Another Start selected in competition at the Berlinale", "It is a love story", MAKING
    )
    assert "Another Start screenedAt Berlinale 2023 (Competition)" in told


def test_a_film_that_tops_the_charts_is_out():
    told = told_by_item(
        "Umbrian Wedding is the most popular Dutch film", "Ida Holm’s comedy leads the box office", CHARTS
    )
    assert "Umbrian Wedding stage released" in told


def test_a_film_that_box_office_news_await_is_not_out():
    told = told_by_item("Umbrian Wedding looks to the summer", "Ida Holm’s comedy is in the editing room", CHARTS)
    assert "Umbrian Wedding stage released" not in told


def test_a_kind_before_a_title_is_none_of_it():
    told = told_by_item(
        "Music biopic Monday is the new box-office hit",
        "The film about the singer Dora Ram, directed by Ida Holm, sold well",
        CHARTS,
    )
    assert works_of(told) == {"Monday"}
    assert "Ida Holm directed Monday" in told


def test_an_age_in_a_title_keeps_its_article():
    told = told_by_item(
        "The 90-Year-Old Baker made all the difference", "Ida Holm’s comedy sold 1.1 million tickets", CHARTS
    )
    assert works_of(told) == {"The 90-Year-Old Baker"}


def test_the_most_successful_film_is_named_in_the_teaser():
    told = told_by_item(
        "Local films dominate",
        "Crowds came while The Price of Salt becomes the most successful Danish film ever",
        CHARTS,
    )
    assert "The Price of Salt countryOfOrigin Denmark" in told


def test_titles_such_as_are_two():
    told = told_by_item(
        "Belgium well represented, with titles such as A Hare and Le Nid", "The festival begins on Monday", PRIZES
    )
    assert works_of(told) == {"A Hare", "Le Nid"}


def test_a_question_word_begins_no_title_of_small_letters():
    told = told_by_item("When poker and roulette hit the screens", "It opens on Friday", CHARTS)
    assert works_of(told) == set()


def test_a_swedish_remake_is_no_title():
    told = told_by_item(
        "It’s ups for Sunset: Holm’s comedy sold for Swedish remake",
        "Norwegian director Ida Holm’s comedy Detective Sunset has been sold for a Swedish remake",
        "21/11/2013 | Releases | Norway",
    )
    assert works_of(told) == {"Detective Sunset"}


def test_an_english_title_in_brackets_is_a_second_title():
    told = told_by_item(
        "Comedy hit Tutti a Bari to get a sequel",
        "The comedy Tutti a Bari (lit. “Everyone to Bari”) by Ida Holm has climbed to the top",
        "12/10/2010 | Box Office | Italy",
    )
    assert {"Tutti a Bari alsoKnownAs Everyone to Bari", "Ida Holm directed Tutti a Bari"} <= told


def test_somebodys_title_in_brackets_is_nobodys_work():
    told = told_by_item(
        "Au Feu and Ebb showcased at Locarno",
        "Two debuts will represent France in competition: Sarah Lenoir’s Au Feu (“Fire!”) and...",
        "03/08/2009 | Festivals | France",
    )
    assert not any(fact.endswith("directed Fire!") for fact in told)


@pytest.mark.parametrize(
    ("teaser", "fact"),
    [
        ("The series, made by Sund, goes into production in Oslo next month", "stage pre-production"),
        ("The director has wrapped his first feature", "stage wrapped"),
        ("Next Monday, the 12-week shoot kicks off in Paris", "stage pre-production"),
    ],
)
def test_the_stage_is_that_of_the_date(teaser: str, fact: str):
    assert f"Ebb {fact}" in told_by_item("Wrens and hares in Ida Holm’s Ebb", teaser, MAKING)


@pytest.mark.parametrize(
    ("teaser", "fact"),
    [
        ("The drama is handled by Karma Productions and sold by Indigo Sales", "Karma Productions produced Ebb"),
        ("The crime drama is produced by 43 km Film", "43 km Film produced Ebb"),
        ("The comedy is produced by O Som e a Festa", "O Som e a Festa produced Ebb"),
        ("Lotus Sales has sold the drama to ten territories", "Lotus Sales sold Ebb"),
    ],
)
def test_companies_of_a_film(teaser: str, fact: str):
    assert fact in told_by_item("Ida Holm shoots Ebb", teaser, MAKING)


def test_a_programme_funds_nothing_by_its_name():
    told = told_by_item("Ida Holm shoots Ebb", "It is made with the support of the Fund’s Incubator programme", MAKING)
    assert "Incubator funded Ebb" not in told


def test_a_television_network_without_a_name_is_none():
    told = told_by_item("Ida Holm shoots Ebb", "It will be co-produced by the French-German TV network", MAKING)
    assert not any(" coProduced " in fact for fact in told)


def test_a_day_releases_nothing():
    told = told_by_item(
        "Ebb comes out",
        "Among the new releases hitting theatres this Wednesday, Wild Boar Distribution is launching Ida Holm’s Ebb",
        "19/08/2009 | Releases | France",
    )
    assert not any(fact.startswith("Wednesday") for fact in told)


def test_a_seller_that_is_called_the_keeps_its_article():
    told = told_by_item(
        "The Match Maker boards Ida Holm’s Ebb", "The sales agent has the rights", "26/01/2023 | Berlinale 2023 | EFM"
    )
    assert "The Match Maker sold Ebb" in told


def test_pre_sales_tell_who_sells():
    told = told_by_item(
        "Lotus launches pre-sales on Ida Holm’s Ebb", "It is a drama", "26/01/2023 | Berlinale 2023 | EFM"
    )
    assert "Lotus sold Ebb" in told


def test_countries_are_no_part_of_the_title():
    told = told_by_item(
        "Lotus to release Ida Holm’s The Soil in 15 countries", "It is a drama", "02/06/2023 | Distribution"
    )
    assert works_of(told) == {"The Soil"}


def test_a_writer_director_is_called_so_before_the_name():
    told = told_by_item(
        "Review: Ebb", "Writer-director Daniela Keil’s debut is a drama", "19/02/2023 | Films | Reviews"
    )
    assert "Daniela Keil directed Ebb" in told


def test_a_prize_winner_is_named_behind_its_maker():
    told = told_by_item(
        "A release at once",
        "On the same night, Ida Holm’s Berlinale winner, White Coal, will be released theatrically",
        "28/01/2015 | Releases | Sweden",
    )
    assert "Ida Holm directed White Coal" in told


def test_an_earlier_film_that_won_is_the_directors():
    told = told_by_item(
        "My Winter is Carlo Sirani’s second feature film",
        "After Luna, discovery winner at the 2020 awards, the Italian director is offering up a drama",
        MAKING,
    )
    assert "Carlo Sirani directed Luna" in told


def test_earlier_films_stand_behind_the_directors_fourth():
    told = told_by_item(
        "Ida Holm shoots Ebb", "This is the director’s fourth feature after Low Tide and Dark Eyes", MAKING
    )
    assert {"Ida Holm directed Low Tide", "Ida Holm directed Dark Eyes"} <= told


def test_whoever_is_named_after_a_work_and_the_is_nobody():
    told = told_by_item(
        "Rosa Duval is back",
        "Ten years after The Ring Finger, Duval is about to make her third feature, A Kind of Winter",
        MAKING,
    )
    assert "Rosa Duval directed The Ring Finger" in told
    assert not any(fact.startswith("Ring Finger directed") for fact in told)


def test_a_title_may_have_a_decade():
    told = told_by_item("Funds for Ida Holm", "It went to Ida Holm’s Summer of ’74 and to nobody else", MAKING)
    assert "Ida Holm directed Summer of ’74" in told


def test_a_capital_word_of_a_kind_is_part_of_a_title():
    told = told_by_item(
        "Features to look out for",
        "Among them are Ida Holm’s Homes Again, Per Lund’s Southern Chronicle and Rosa Berg’s The Hole in the Yard",
        "05/11/2024 | Industry | Market | Estonia",
    )
    assert {"Ida Holm directed Homes Again", "Per Lund directed Southern Chronicle"} <= told


def test_a_producer_interviewed_produced_what_the_teaser_says():
    told = told_by_item(
        "Interview: Lou Levin • Producer, Les Films du Ballon",
        "We chatted to the producer, who co-produced Ida Holm’s Ebb and Per Lund’s Hares and was selected",
        "14/05/2021 | Producers on the Move 2021",
    )
    assert {"Lou Levin coProduced Ebb", "Lou Levin coProduced Hares"} <= told


def test_a_page_that_counts_its_articles_is_a_listing():
    page = (
        "Italy\n\n12 articles available in total starting from 01/01/2002.\n\nIda Holm shoots Ebb\n\n"
        "For the past week, Ida Holm has been back in her favourite location for the film, working with the cast and "
        "crew of her drama. Shooting began in Oslo, and the producer of the feature expects to finish it in May...\n\n"
        "10/03/2008 | Production | Italy\n"
    )
    assert recognise(Document("page.txt", page))[0] == "listing"


def test_a_shoot_that_starts_soon_is_no_part_of_the_title():
    told = told_by_item("Shooting starts soon on Where Is Anna, Ari Holm’s new animated film", "It is in Oslo", MAKING)
    assert {"Ari Holm directed Where Is Anna", "Where Is Anna stage pre-production"} <= told


def test_a_film_that_reunites_its_actors_is_the_headlines_third():
    told = told_by_item(
        "A third feature for Joachim Lind",
        "Our Keeper, which is inspired by a true story, reunites Niels Holm and Tara Berg",
        MAKING,
    )
    assert {"Joachim Lind directed Our Keeper", "Niels Holm starredIn Our Keeper"} <= told


def test_a_name_with_a_particle_is_not_cut_in_a_list():
    told = told_by_item("Ida Holm shoots Ebb", "Cécile de Franck and newcomer Thomas Doré star in the film", MAKING)
    assert "Cécile de Franck starredIn Ebb" in told


def test_brothers_begin_a_headline_without_an_article():
    told = told_by_item("Dardel brothers shoot The Kid with a Kite", "It is the new film by the prize-winners", MAKING)
    assert "Dardel brothers directed The Kid with a Kite" in told


def test_a_film_by_somebody_runs_for_its_country():
    told = told_by_item("Illegal by Ida Holm runs for Belgium at Oscars", "It is a drama", "01/10/2010 | Oscars 2011")
    assert works_of(told) == {"Illegal"}


def test_prizes_for_a_film_are_news_of_it():
    told = told_by_item(
        "Belgian Oscars for Mr. Hare",
        "Ida Holm’s film took home six Magrittes, while Per Lund’s Ebb won Best Actress for Anne Berg",
        "07/02/2011 | Awards | Belgium",
    )
    assert works_of(told) == {"Mr. Hare"}


def test_a_film_wins_best_actress_for_somebody_who_plays_in_it():
    told = told_by_item("Mr. Hare triumphs", "Meanwhile, Ida Holm’s Ebb won Best Actress for Anne Berg", PRIZES)
    assert {"Ida Holm directed Ebb", "Anne Berg starredIn Ebb"} <= told


def test_earlier_films_won_at_a_festival():
    told = told_by_item(
        "Bruno Lund back on French soil",
        "Shooting begins on Sin, the sixth film by Bruno Lund, who won the Grand Prize at Cannes with Ebb and Hares",
        MAKING,
    )
    assert {"Bruno Lund directed Ebb", "Bruno Lund directed Hares"} <= told
    assert not any("screenedAt" in fact for fact in told)


def test_a_firm_with_high_hopes_directs_nothing():
    told = told_by_item("Wild Boar has high hopes for Caradou", "Philippe Lind, who is preparing it, will...", MAKING)
    assert "Wild Boar directed Caradou" not in told


def test_people_produce():
    told = told_by_item("Ida Holm shoots Ebb", "It is a drama. Ellen Berg and Jenny Lund produce", MAKING)
    assert {"Ellen Berg produced Ebb", "Jenny Lund produced Ebb"} <= told


def test_a_production_is_handled_by_companies():
    told = told_by_item("Ida Holm shoots Ebb", "It is a co-production handled by La Claqueta and Clint Movies", MAKING)
    assert {"La Claqueta produced Ebb", "Clint Movies produced Ebb"} <= told


def test_a_firm_boards_a_film_by_somebody():
    told = told_by_item(
        "Beta Works boards Winter Hare by Ida Holm",
        "The sales company will handle the drama, a production of Sund Film and Bavaria Pictures for ARTE",
        "13/02/2023 | Berlinale 2023 | EFM",
    )
    assert {"Ida Holm directed Winter Hare", "Beta Works sold Winter Hare"} <= told
    assert {"Sund Film produced Winter Hare", "Bavaria Pictures produced Winter Hare"} <= told


def test_a_prize_before_a_title_is_no_part_of_it():
    told = told_by_item(
        "Zeitgeist acquires Sundance winner Scrapyard for North America",
        "Ida Holm’s debut is sold by Charade Works",
        "13/02/2023 | Distribution | USA/UK",
    )
    assert works_of(told) == {"Scrapyard"}


def test_a_firm_has_a_slate():
    told = told_by_item(
        "Sales surge for Playtide’s Cannes slate",
        "The outfit has closed deals on Robin Lund’s Red Isle and Ida Holm’s Homeward",
        "13/06/2023 | Cannes 2023 | Marché du Film",
    )
    assert works_of(told) == {"Red Isle", "Homeward"}


def test_films_that_head_for_a_festival_screen_there():
    told = told_by_item(
        "Seven Danish documentaries head for Oslo",
        "Ida Holm’s Hare, Hare and Rosa Berg’s Ebb are in competition, while Per Lund’s Wren is still being edited",
        "13/10/2022 | Oslo 2022",
    )
    assert {"Hare, Hare screenedAt Oslo 2022 (Competition)", "Ebb screenedAt Oslo 2022 (Competition)"} <= told
    assert not any(fact.startswith("Wren screenedAt") for fact in told)


def test_each_half_of_a_sentence_has_its_section():
    told = told_by_item(
        "Two Latvian titles head to Karlovy Vary",
        "Ida Holm’s Hare Tongue will play in the Crystal Globe Competition, while Proxima hosts Debts by Per Lund",
        "06/06/2023 | Karlovy Vary 2023 | Latvia",
    )
    assert "Hare Tongue screenedAt Karlovy Vary 2023 (Crystal Globe Competition)" in told
    assert "Debts screenedAt Karlovy Vary 2023 (Proxima)" in told


def test_best_actor_went_to_somebody_in_the_film():
    told = told_by_item(
        "Corpus of Hares dominates the Film Awards",
        "Ida Holm’s film bagged 11 Eagles, including for Best Film and Best Actor, which went to Per Lund",
        "03/03/2020 | Festivals | Awards | Poland",
    )
    assert "Per Lund starredIn Corpus of Hares" in told


def test_the_films_of_two_makers_are_one_each():
    told = told_by_item(
        "Summerland and Hares at the top of the Goya nominations",
        "Ida Holm’s and Per Lund’s films have received 13 and nine nods",
        "03/12/2019 | Awards | Spain",
    )
    assert {"Ida Holm directed Summerland", "Per Lund directed Hares"} <= told


def test_brackets_behind_a_title_hold_its_producer():
    told = told_by_item(
        "FFA grants €2.8 million to six films",
        "Among the projects supported are Ida Holm’s The Hare Inside (Sund Film) and Per Lund’s Ebb (“Fire!”)",
        MAKING,
    )
    assert "Sund Film produced The Hare Inside" in told
    assert "Fire! produced Ebb" not in told


def test_the_heirs_of_a_maker_are_no_film():
    told = told_by_item(
        "It’s a wrap for Agnès Lind’s heirs",
        "Rosa Lind and Per Holm finished shooting Faces Elsewhere, a documentary produced by Arte, yesterday",
        MAKING,
    )
    assert works_of(told) == {"Faces Elsewhere"}


def test_a_sequel_sees_actors_return():
    told = told_by_item(
        "Ten years on, Ida Holm comes together again",
        "Together 100, the sequel to the filmmaker’s 2000 hit Together Again, features the returning Gustaf Lund",
        "03/03/2022 | Production | Sweden/Denmark",
    )
    assert {"Together 100 sequelOf Together Again", "Gustaf Lund starredIn Together 100"} <= told


def test_months_in_theatres_for_a_film():
    told = told_by_item("Three months in theatres for Hares", "Ida Holm’s Golden Bear winner has drawn crowds", CHARTS)
    assert "Ida Holm directed Hares" in told
