"""Producers' credits: whom a text calls a producer, and which of a sentence's films are theirs."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.producers import in_full
from kg.extract.facts import End, Fact
from tests.extract.telling import pairs_of
from tests.extract.test_producers import stages

HEAD = "Prize winners among the Producers on the Move\n\nThe list was announced on Tuesday.\n\n"


def test_what_producers_have_produced_by_somebody_else_is_theirs() -> None:
    text = HEAD + "Norway’s Ana Roth produced Low Water by Jo Berg, which won a prize.\n"
    assert pairs_of(text, "produced") == {("Ana Roth", "Low Water")}


def test_a_producer_is_called_by_the_surname_later_on() -> None:
    text = HEAD + "Norway’s Ana Roth produced Low Water by Jo Berg. Roth previously produced Salt, which won a prize.\n"
    assert ("Ana Roth", "Salt") in pairs_of(text, "produced")


def test_several_films_that_a_producer_is_behind() -> None:
    text = HEAD + "Norwegian producer Ana Roth is behind Low Water by Jo Berg, and High Tide by Ida Holm.\n"
    assert pairs_of(text, "produced") == {("Ana Roth", "Low Water"), ("Ana Roth", "High Tide")}


def test_whose_film_it_is_tells_who_produced_it_where_all_are_producers() -> None:
    text = HEAD + "Others are Ana Roth from Norway, whose Low Water won a prize in Lund.\n"
    assert (pairs_of(text, "directed"), pairs_of(text, "produced")) == (set(), {("Ana Roth", "Low Water")})


def test_a_producer_s_latest_film_is_directed_by_its_director_alone() -> None:
    text = HEAD + "Polish producer Ana Roth, whose latest film “Low Water,” directed by Jo Berg, will open the show.\n"
    assert pairs_of(text, "directed") == {("Jo Berg", "Low Water")}


def test_whoever_produced_another_film_has_not_directed_the_one_before() -> None:
    text = (
        HEAD
        + "Others are Ana Roth, who produced Low Water by Jo Berg, and Ida Holm, who was behind Salt by Per Lund.\n"
    )
    assert pairs_of(text, "directed") == {("Jo Berg", "Low Water"), ("Per Lund", "Salt")}


def test_the_company_in_brackets_makes_what_its_producer_pitches() -> None:
    text = HEAD + "Ana Roth (Sund Films) pitched the hybrid documentary Low Water, about a harbour.\n"
    assert pairs_of(text, "produced") == {("Ana Roth", "Low Water"), ("Sund Films", "Low Water")}


def test_producers_show_films_that_they_produce() -> None:
    text = HEAD + "Slovak producer Ana Roth of Sund Film is working on Low Water (2025), a documentary on harbours.\n"
    assert pairs_of(text, "produced") == {("Ana Roth", "Low Water"), ("Sund Film", "Low Water")}


def test_a_director_who_pitches_is_no_producer() -> None:
    text = HEAD + "Director Ana Roth is working on Low Water (2025), a documentary on harbours.\n"
    assert pairs_of(text, "produced") == set()


def test_a_co_producer_on_a_film_co_produced_it() -> None:
    text = HEAD + "Norway’s Ana Roth produced Jo Berg’s “Salt”; Roth is a co-producer on Ida Holm’s “Low Water.”\n"
    assert pairs_of(text, "coProduced") == {("Ana Roth", "Low Water")}


def test_the_credits_of_the_producer_who_is_portrayed() -> None:
    text = (
        "EAVE graduate Ana Roth: “We are two”\n\nAna Roth runs Sund Film, which she set up in 2009.\n\n"
        "Her credits as a producer include Low Water by Jo Berg, which opened in Lund in 2015.\n"
    )
    assert ("Ana Roth", "Low Water") in pairs_of(text, "produced")


def test_an_obituary_of_a_producer_tells_what_she_produced() -> None:
    text = (
        "Producer Ana Roth dies at 54\n\nNorwegian producer Ana Roth died in Oslo on Thursday.\n\n"
        "Roth produced more than 40 films, including Jo Berg’s Low Water and Ida Holm’s High Tide.\n"
    )
    assert pairs_of(text, "produced") == {("Ana Roth", "Low Water"), ("Ana Roth", "High Tide")}


def test_who_co_produced_a_film_is_not_its_producer() -> None:
    text = "Oslo\n\nThe film Low Water by Jo Berg, co-produced by Ana Roth together with partners, opens in Lund.\n"
    assert (pairs_of(text, "produced"), pairs_of(text, "coProduced")) == (set(), {("Ana Roth", "Low Water")})


def test_a_partner_ends_a_title() -> None:
    text = "Oslo\n\nSund Film co-produced Israeli director Jo Berg’s The Low Water with France’s Mill Films.\n"
    assert ("Jo Berg", "The Low Water") in pairs_of(text, "directed")


def test_a_month_and_a_place_are_no_title() -> None:
    text = "Oslo\n\nJo Berg will start filming at the end of June in Puglia his first feature film: Low Water.\n"
    assert pairs_of(text, "directed") == {("Jo Berg", "Low Water")}


def test_each_film_in_hand_has_a_stage_of_its_own() -> None:
    text = "Oslo\n\nSund Film is in post on Low Water, and is developing High Tide with first-time director Jo Berg.\n"
    assert stages(text) == {("Low Water", "post-production"), ("High Tide", "development")}


def test_the_partner_on_a_director_s_film_has_co_produced_it() -> None:
    text = (
        "Sund Film: small and wide\n\nSund Film was founded in 1991 by Ana Roth.\n\n"
        "The company was also the Polish partner on Jo Berg’s Low Water.\n"
    )
    assert pairs_of(text, "coProduced") == {("Sund Film", "Low Water")}


PORTRAIT = (
    "Producer on the Move Ana Roth\n\nNorwegian Producer on the Move Ana Roth came to cinema by way of a bank.\n\n"
)


def test_what_she_is_finishing_was_produced_and_not_directed() -> None:
    text = PORTRAIT + "She is currently finishing Low Water, the first film by Jo Berg.\n"
    assert (pairs_of(text, "directed"), pairs_of(text, "produced")) == (
        {("Jo Berg", "Low Water")},
        {("Ana Roth", "Low Water")},
    )


def test_one_sentence_may_tell_what_she_produced_and_what_she_co_produced() -> None:
    text = PORTRAIT + "She produced Jo Berg’s Low Water, and was the Danish co-producer of High Tide by Ida Holm.\n"
    assert (pairs_of(text, "produced"), pairs_of(text, "coProduced")) == (
        {("Ana Roth", "Low Water")},
        {("Ana Roth", "High Tide")},
    )


def test_co_productions_that_followed_are_co_produced() -> None:
    text = PORTRAIT + "Two minority coproductions followed: Jo Berg’s Low Water, and High Tide by Ida Holm.\n"
    assert pairs_of(text, "coProduced") == {("Ana Roth", "Low Water"), ("Ana Roth", "High Tide")}


def test_her_company_has_what_is_told_of_the_company() -> None:
    text = (
        PORTRAIT + "She produced Jo Berg’s Low Water.\n\n"
        "She founded the production company Sund Film (www.sund.example) in 2008 together with Ida Holm.\n\n"
        "The company is preparing Jo Berg’s High Tide.\n"
    )
    assert {film for who, film in pairs_of(text, "produced") if who == "Sund Film"} == {"High Tide"}


def test_a_company_whose_staff_somebody_joined_is_no_film() -> None:
    text = PORTRAIT + "In 2006 she moved home and joined Per Lund’s Green Bridge as a production accountant.\n"
    assert pairs_of(text, "directed") == set()


def test_a_series_in_development_is_named_behind_what_it_is() -> None:
    text = "Oslo\n\nSund Film is developing an animated series for children, Ida and the Bees, written by Jo Berg.\n"
    assert stages(text) == {("Ida and the Bees", "development")}


def test_a_lake_is_where_a_film_is_shot() -> None:
    text = (
        "Oslo\n\nJo Berg’s Low Water is due to start shooting on Lake Mira in August, and Sund Film is developing it.\n"
    )
    assert "Lake Mira" not in {film for film, _ in stages(text)}


def test_who_sold_a_film_to_so_many_territories() -> None:
    text = "Oslo\n\nThe film Low Water by Jo Berg was sold to eleven territories by the Munich-based Isarlicht.\n"
    assert pairs_of(text, "sold") == {("Isarlicht", "Low Water")}


def test_a_headline_declares_whose_profile_it_is() -> None:
    text = (
        "Company Profile: Sund Kolm, Norway\n\nOSLO: When Ana Roth and Ida Holm moved into a tram depot, they had no "
        "plan.\n\nThen came Low Water by Jo Berg.\n"
    )
    assert pairs_of(text, "produced") == {("Sund Kolm", "Low Water")}


def test_a_sales_company_has_its_catalogue() -> None:
    text = (
        "Sales company profile: Reel Quay\n\nParis-based Reel Quay handles ten films a year.\n\n"
        "Its catalogue includes Jo Berg’s Low Water.\n"
    )
    assert pairs_of(text, "sold") == {("Reel Quay", "Low Water")}


def test_a_new_company_is_no_film() -> None:
    text = "New outfit\n\nAna Roth and Jo Berg have teamed up to launch Quay Nord, a new Paris-based sales company.\n"
    assert pairs_of(text, "distributed") == set()


def test_a_partner_s_country_begins_no_title() -> None:
    text = "Oslo\n\nThen came Salt (2015), a coproduction with Latvia’s Green Bridge, directed by Jo Berg.\n"
    assert "Green Bridge" not in {film for _, film in pairs_of(text, "directed")}


def test_a_producer_is_named_in_full_where_the_text_has_the_name() -> None:
    film = End(Mention("Film", "Low Water"), 20, 29)
    fact = Fact(End(Mention("Company", "Roth"), 0, 4), "produced", film, 0, 29, "company-is-producing", 2.0)
    text = "Roth is producing. Low Water was an idea of Anna Roth."
    assert [told.subject.what for told in in_full(Document("page.txt", text), [fact])] == [
        Mention("Person", "Anna Roth")
    ]


def test_a_year_begins_no_title() -> None:
    text = "Oslo\n\nThe two broke through in 2013 with The Low Water, the feature debut of Jo Berg.\n"
    assert pairs_of(text, "directed") == {("Jo Berg", "The Low Water")}


def test_a_headline_on_a_post_names_no_film() -> None:
    text = (
        "Sund Films names Anna Roth head of sales\n\nSales company Sund Films has appointed Anna Roth as its head. "
        "Sund’s Cannes slate includes Jo Berg’s Low Water.\n"
    )
    assert pairs_of(text, "sold") == {("Sund Films", "Low Water")}


def test_what_a_film_follows_up_on_is_not_the_company_s() -> None:
    text = (
        "Sund Film readies three features\n\nOslo-based Sund Film, the outfit behind “Salt,” readies three.\n\n"
        "Also in the works is “Low Water,” Jo Berg’s follow-up to her Lund title “High Tide,” now in post.\n"
    )
    assert ("Sund Film", "High Tide") not in pairs_of(text, "produced")


def test_a_company_with_a_slate_makes_what_is_on_it() -> None:
    text = (
        "Norway’s Sund Film unveils slate\n\nNorwegian production company Sund Film has unveiled a slate.\n\n"
        "The company, which produced Anna Roth’s Salt and co-produced Jo Berg’s High Tide, is on its way.\n"
    )
    assert (pairs_of(text, "produced"), pairs_of(text, "coProduced")) == (
        {("Sund Film", "Salt")},
        {("Sund Film", "High Tide")},
    )


def test_a_second_producer_s_film_is_not_the_first_ones() -> None:
    text = HEAD + (
        "Anna Roth (Norway) is the producer of “Low Water,” by Ida Holm, and Ruth Berg (Denmark) was there. "
        "Anna Roth is the producer of “Salt,” by Ida Holm, and Ruth Berg recently co-produced Per Lund’s “High Tide.”\n"
    )
    assert pairs_of(text, "coProduced") == {("Ruth Berg", "High Tide")}


def test_one_title_has_an_and_behind_somebody_s_family_film() -> None:
    text = "Oslo\n\nSund Film will go into production in May with Anna Roth’s family film Ravens and Rain.\n"
    assert ("Anna Roth", "Ravens and Rain") in pairs_of(text, "directed")


def test_a_company_is_listed_without_its_town() -> None:
    text = "Oslo\n\nIt is Low Water by Per Lund, which Sund Film is co-producing with Buenos Aires-based Mill Cine.\n"
    assert ("Mill Cine", "Low Water") in pairs_of(text, "coProduced")
