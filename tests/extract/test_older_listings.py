"""Older listings: headlines printed once, puns, surnames, and teasers that present everybody by earlier works."""

from __future__ import annotations

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract import read_all
from tests.extract.telling import told_by_item, works_of

_HEAD = "12 articles available in total starting from 23/05/2002. Last article published on 02/12/2016.\n\n"
# Further items, which make a page of it and tell of no film.
_OTHERS = "".join(
    f"A quiet week for the {what}\n\nNothing was decided at the meeting in Narva...  \n\n0{day}/11/2009 | Industry\n\n"
    for day, what in ((9, "fund"), (8, "board"), (7, "guild"))
)


def _said(headline: str, teaser: str, tag: str = "Production | Estonia") -> set[tuple[str, str, str]]:
    page = f"{_HEAD}{headline}\n\n{teaser}  \n\n02/12/2009 | {tag}\n\n{_OTHERS}"
    (reading,) = read_all([Document("page.txt", page)])
    assert reading.kind == "listing"
    return {
        (claim.subject.name, claim.predicate, getattr(claim.object, "name", "") or str(claim.object.value))
        for claim in reading.claims
        if isinstance(claim.object, (Mention, Value))
    }


def _shown(headline: str, teaser: str, tag: str) -> set[str]:
    return {film for film, predicate, _ in _said(headline, teaser, tag) if predicate == "describedIn"}


# -- brackets behind somebody


def test_works_in_brackets_behind_a_director_are_hers() -> None:
    said = _said("Salt in her wounds", "Anna Kalmet (Low Tide, Hard Winter) is making Salt Road, a black comedy")
    assert {("Anna Kalmet", "directed", each) for each in ("Low Tide", "Hard Winter")} <= said


def test_the_sentence_goes_on_over_brackets_behind_a_director() -> None:
    said = _said("Salt in her wounds", "Anna Kalmet (Low Tide, Hard Winter) is making Salt Road, a black comedy")
    assert ("Anna Kalmet", "directed", "Salt Road") in said


def test_what_a_work_in_brackets_won_is_no_part_of_its_title() -> None:
    said = _said(
        "Salt in her wounds", "Anna Kalmet (Low Tide, Golden Crab winner Uphill) is making Salt Road, a comedy"
    )
    assert ("Anna Kalmet", "directed", "Uphill") in said


def test_a_prize_in_brackets_is_no_work() -> None:
    said = _said("Salt", "Anna Kalmet (Low Tide, Best Film in Narva 2007) is making Salt Road, a comedy")
    assert {work for who, does, work in said if does == "directed"} == {"Low Tide", "Salt Road"}


def test_works_in_brackets_behind_an_actor_are_played_in() -> None:
    said = _said(
        "Salt", "Shooting has begun on Anna Kalmet's Salt Road, starring Ana Ruiz (The Orchard) and Peter Lund"
    )
    assert ("Ana Ruiz", "starredIn", "The Orchard") in said


def test_single_words_in_brackets_behind_actors_may_be_their_parts() -> None:
    said = _said("Salt", "Shooting has begun on Anna Kalmet's Salt Road, starring Ana Ruiz (Rosalind) and Peter Lund")
    assert ("Ana Ruiz", "starredIn", "Rosalind") not in said


def test_works_in_brackets_in_a_list_of_directors_are_theirs() -> None:
    said = _said(
        "Money for four",
        "The fund has backed new films by Ana Ruiz, Peter Lund (A Decent Man) and Maria Holm",
        "Funding",
    )
    assert ("Peter Lund", "directed", "A Decent Man") in said


def test_a_distributor_in_brackets_is_no_work() -> None:
    said = _said("Out today", "Salt Road by Anna Kalmet (30 prints, Ponte Film) opens today", "Releases | Estonia")
    assert not any(work in ("30 prints", "Ponte Film") for _, does, work in said if does == "directed")


def test_a_part_with_its_actor_in_brackets_may_have_several_words() -> None:
    said = _said("Salt", "Anna Kalmet is shooting Salt Road. In the film, a blind piano tuner (Peter Lund) finds a key")
    assert ("Peter Lund", "starredIn", "Salt Road") in said


def test_a_director_in_brackets_plays_no_part() -> None:
    said = _said("Salt", "Ana Ruiz is the star of Salt Road, the first work of a young director (Peter Lund)")
    assert ("Peter Lund", "starredIn", "Salt Road") not in said


# -- earlier works named first


def test_after_two_works_comes_who_made_them() -> None:
    said = _said("Salt", "After Low Tide (2004) and Hard Winter, Estonian director Anna Kalmet is back with Salt Road")
    assert {("Anna Kalmet", "directed", each) for each in ("Low Tide", "Hard Winter")} <= said


def test_a_festival_behind_a_year_is_stepped_over() -> None:
    said = _said(
        "Salt",
        "After Low Tide (2004), Marrow (Directors' Fortnight 2006) and Hard Winter, director Anna Kalmet is back "
        "with a thriller entitled Salt Road...",
    )
    assert {work for _, does, work in said if does == "directed"} == {"Low Tide", "Marrow", "Hard Winter", "Salt Road"}


def test_after_a_festival_comes_nobody_who_made_it() -> None:
    said = _said("Salt", "After Cannes and Venice, Estonian director Anna Kalmet is back with Salt Road")
    assert not any(work in ("Cannes", "Venice") for _, _, work in said)


@pytest.mark.parametrize("before", ["After Narva", "Following London"])
def test_after_one_word_may_come_whoever_was_there(before: str) -> None:
    said = _said("Salt", f"{before}, Estonian director Anna Kalmet is back behind the camera with Salt Road")
    assert {work for _, does, work in said if does == "directed"} == {"Salt Road"}


def test_who_made_a_name_with_a_work_made_it() -> None:
    said = _said("Salt", "Anna Kalmet, who shot to fame with Hard Winter, is filming Salt Road in Narva")
    assert {("Anna Kalmet", "directed", each) for each in ("Hard Winter", "Salt Road")} <= said


def test_a_headline_that_goes_on_from_a_work_tells_who_made_it() -> None:
    said = _said(
        "Kelemen moves from Bela Vista to Tartu", "Rui Kelemen has started shooting his second feature, Salt Road"
    )
    assert ("Rui Kelemen", "directed", "Bela Vista") in said


def test_a_work_named_after_after_in_a_headline_is_its_somebody_s() -> None:
    said = _said("After Low Tide, Kalmet turns to Ibsen", "Anna Kalmet is in post-production with Salt Road, a drama")
    assert ("Anna Kalmet", "directed", "Low Tide") in said


# -- several films in one headline


def test_films_between_dashes_are_what_a_headline_is_about() -> None:
    shown = _shown("Three local comedies – Low Tide, The Allotment and Salt Road – lift tills", "A year", "Box office")
    assert shown == {"Low Tide", "The Allotment", "Salt Road"}


def test_who_leads_a_race_leads_films_too() -> None:
    shown = _shown(
        "Low Tide leads the race for the Crabs in front of Iceberg and The Other Half", "Tonight's gala", "Awards"
    )
    assert shown == {"Low Tide", "Iceberg", "The Other Half"}


def test_what_is_said_of_the_leader_is_not_said_of_the_others() -> None:
    said = _said(
        "Low Tide leads the race for the Crabs in front of Iceberg and The Other Half",
        "Anna Kalmet's prison drama has 14 nominations",
        "Awards | Estonia",
    )
    assert {work for _, does, work in said if does == "directed"} == {"Low Tide"}


def test_a_seller_unveils_all_films_of_a_list() -> None:
    shown = _shown("Narva Sales unveils Low Tide, Iceberg and Salt Road in Cannes", "Three for the market", "Market")
    assert shown == {"Low Tide", "Iceberg", "Salt Road"}


def test_several_directors_of_several_films_made_one_each() -> None:
    said = _said(
        "Narva Sales unveils Low Tide, Iceberg and Salt Road in Cannes",
        "The outfit will present new films by Anna Kalmet, Peter Lund and Ana Ruiz",
        "Market | Estonia",
    )
    assert not any(does == "directed" for _, does, _ in said)


def test_titles_of_countries_come_from_them() -> None:
    said = _said(
        "Nominees announced",
        "Competing are Denmark's The Salt Road by Peter Lund and Finland's Seven Sisters by Ana Ruiz",
        "Awards | Europe",
    )
    assert {("The Salt Road", "countryOfOrigin", "Denmark"), ("Seven Sisters", "countryOfOrigin", "Finland")} <= said


# -- titles and names that end or begin elsewhere


@pytest.mark.parametrize("rest", ["at Nordic Market Project", "at Narva Co-production Forum"])
def test_a_market_is_no_part_of_the_title_before_it(rest: str) -> None:
    said = _said(f"Kalmet's Waiting for Karl {rest}", "Anna Kalmet's first feature is among 14 projects", "Market")
    assert ("Anna Kalmet", "directed", "Waiting for Karl") in said


def test_a_country_ends_a_title_that_is_sold() -> None:
    said = _said("Narva Sales sells Horse Thieves to Japan", "The film was a hit in Toronto", "Deals | Estonia")
    assert ("Narva Sales", "sold", "Horse Thieves") in said


def test_a_title_may_be_from_somewhere() -> None:
    shown = _shown("A good year", "It was led by Anna Kalmet's comedy The Girl from Low Street (143,000)", "Box office")
    assert "The Girl from Low Street" in shown


def test_what_somebody_in_full_owns_is_no_company() -> None:
    shown = _shown("Twelve", "Anna Kalmet's The Ice House is among the twelve projects selected for support", "Funding")
    assert "The Ice House" in shown


def test_one_word_behind_in_that_is_called_a_work_is_one() -> None:
    said = _said("Hot water", "Ana Ruiz and Peter Lund play a couple in Steam, the first feature by Anna Kalmet")
    assert ("Anna Kalmet", "directed", "Steam") in said


def test_a_place_of_shooting_before_what_is_shot_is_no_title() -> None:
    said = _said("Hot water", "Currently being shot in Narva, the second feature by Anna Kalmet tells of a doctor")
    assert not any(film == "Narva" for film, _, _ in said)


def test_a_surname_at_a_headline_s_end_is_no_title() -> None:
    said = _said("Fox hunting with Kalmet", "Shooting wraps today on Fox, written and directed by Anna Kalmet")
    assert {film for film, does, _ in said if does == "describedIn"} == {"Fox"}


def test_a_name_begins_behind_a_nationality() -> None:
    said = _said("Triple win", "Norwegian Sara Lundgren's All That Snow was shown as well", "Festivals | Sweden")
    assert ("Sara Lundgren", "directed", "All That Snow") in said


def test_a_name_does_not_end_where_a_company_goes_on() -> None:
    said = _said("Salt", "Anna Kalmet is back behind the camera with Salt Road, an Estonian production by Lampe Film")
    assert ("Lampe Film", "produced", "Salt Road") in said


def test_a_place_s_company_opens_no_list_of_owners() -> None:
    said = _said(
        "Hellberg's Dragon to breathe fire",
        "Produced by Tallinn's Yellow Barn, Torkel Hellberg's fantasy Dragon's Egg will be shot in Narva",
    )
    assert ("Yellow Barn", "produced", "Dragon's Egg") in said


def test_companies_behind_their_countries_make_the_film() -> None:
    said = _said(
        "Kalmet shoots Salt Road",
        "Cameras roll on Anna Kalmet's drama. The co-production between Estonia (Les Prés) and France (Archivolte)...",
        "Production | Estonia/France",
    )
    assert {("Les Prés", "produced", "Salt Road"), ("Archivolte", "produced", "Salt Road")} <= said


# -- who did what


def test_a_novelist_s_title_is_directed_by_who_films_it() -> None:
    said = _said(
        "Back on the beat",
        "Best-selling author Ana Ruiz's Room for One More, adapted for a short by director Peter Lund, is now long",
    )
    assert {who for who, does, _ in said if does == "directed"} == {"Peter Lund"}


def test_a_comic_duo_of_a_film_did_not_direct_it() -> None:
    said = _said(
        "On the road again",
        "Ana Ruiz and Peter Lund, the comic duo of Low Tide, are reunited in Salt Road, to be directed by Anna Kalmet",
    )
    assert ("Anna Kalmet", "directed", "Low Tide") not in said


def test_what_starts_in_a_month_has_not_started() -> None:
    said = _said("Salt", "Anna Kalmet's new film Salt Road starts shooting in April")
    assert {value for film, does, value in said if does == "stage"} == {"pre-production"}


def test_a_first_international_film_need_not_be_a_first_one() -> None:
    said = _said(
        "Abroad",
        "Anna Kalmet's second feature Low Tide is out, while she prepares her first international film, Clocks",
    )
    assert ("Clocks", "ordinal", "first feature") not in said


# -- sums, prizes, companies


def test_a_sum_is_no_part_of_the_title_that_gets_it() -> None:
    shown = _shown("Support", "The fund has allocated €700,000 to Black Notebook by Peter Lund", "Funding | Estonia")
    assert shown == {"Black Notebook"}


def test_numbers_behind_titles_are_gone_over() -> None:
    said = _said(
        "Low Tide, Squeak and Lot 36 vie for Crabs",
        "It was followed by Squeak (eight), directed by Maria Holm",
        "Awards",
    )
    assert ("Maria Holm", "directed", "Squeak") in said


def test_who_made_a_film_may_stand_in_brackets_with_by() -> None:
    said = _said("Four titles", "Low Tide by Ana Ruiz and Rules of Deceit (by Peter Lund) will be shown", "Festivals")
    assert ("Peter Lund", "directed", "Rules of Deceit") in said


def test_who_made_a_country_s_film_may_stand_in_brackets() -> None:
    said = _said("Hopes", "Among the titles are Germany's The Edge of Eden (Peter Lund) and others", "Awards | Europe")
    assert {("Peter Lund", "directed", "The Edge of Eden"), ("The Edge of Eden", "countryOfOrigin", "Germany")} <= said


def test_somebody_s_company_produces() -> None:
    said = _said("Slow", "Anna Kalmet shoots Salt Road, a comedy produced by Peter Lund's company Sund Film")
    assert {who for who, does, _ in said if does == "produced"} == {"Sund Film"}


def test_a_shoot_may_be_one_of_which_a_sentence_tells() -> None:
    said = _said("Salt", "Ana Ruiz plays a cook in Anna Kalmet's Salt Road, shooting of which ended this week in Narva")
    assert ("Salt Road", "stage", "wrapped") in said


def test_a_film_of_a_series_is_on_screens() -> None:
    said = _said(
        "Four", "Sund Film today launches Taxi Rank 4 on 850 screens, the fourth episode in the series", "Releases"
    )
    assert ("Sund Film", "distributed", "Taxi Rank 4") in said


def test_one_word_behind_a_maker_is_a_company_in_news_of_releases() -> None:
    said = _said(
        "Out", "Coming out on Wednesday are Low Tide by Anna Kalmet (Medusina) and a rerun", "Releases | Italy"
    )
    assert ("Anna Kalmet", "directed", "Medusina") not in said


def test_who_wrote_and_directed_directed() -> None:
    said = _said("Fox hunt", "Shooting wraps today on Fox, written and directed by Turkish-German director Anna Kalmet")
    assert ("Anna Kalmet", "directed", "Fox") in said


def test_filmmakers_named_at_the_end_tell_whose_works_stand_in_brackets() -> None:
    said = _said(
        "Ten", "Sweden's Ana Ruiz (Low Tide) and Iceland's Maria Holm (The Whale) are among the filmmakers", "Industry"
    )
    assert {("Ana Ruiz", "directed", "Low Tide"), ("Maria Holm", "directed", "The Whale")} <= said


def test_what_is_to_come_from_somebody_is_a_title_behind_the_name() -> None:
    shown = _shown("Ten", "Supported are Ana Ruiz's Low Tide and Peter Lund's upcoming Salt Road...", "Funding")
    assert shown == {"Low Tide", "Salt Road"}


def test_a_director_and_an_actress_team_up_for_a_film() -> None:
    said = _said(
        "Reunited", "Anna Kalmet and actress Ana Ruiz are to team up again in Broken Hugs, filming of which..."
    )
    assert {("Anna Kalmet", "directed", "Broken Hugs"), ("Ana Ruiz", "starredIn", "Broken Hugs")} <= said


def test_the_lead_actor_of_an_earlier_film_played_in_it() -> None:
    said = _said(
        "Keys", "Lead actor in Night Poppies, Peter Lund plays a locksmith in Salt Road, directed by Anna Kalmet"
    )
    assert ("Peter Lund", "starredIn", "Night Poppies") in said


def test_a_winner_s_surname_is_no_title() -> None:
    said = _said("Kalmet wins again with The Barley Field", "The new film by Anna Kalmet took the top prize", "Awards")
    assert ("Anna Kalmet", "directed", "The Barley Field") in said


def test_a_headline_with_films_in_small_letters_is_no_title() -> None:
    facts = told_by_item(
        "Two new crime series head into production for Kanal Sju",
        "Director Beata Rusin will helm The Salt Road, while Chasing Zero is entrusted to Adam Wilk",
        "12/05/2021 | Production | Series | Poland",
    )
    assert works_of(facts).isdisjoint({"Two new crime series head into"})
    assert "Beata Rusin directed The Salt Road" in facts


def test_whoever_comes_back_in_a_sequel_played_in_the_first_film() -> None:
    facts = told_by_item(
        "Shooting wraps on Kuba Zar’s sequel The Wedding Guests 2",
        "Ten years after The Wedding Guests, Dora Stec and Mat Walczak are back in this Sund Studio comedy",
        "05/05/2021 | Production | Poland",
    )
    assert {"Dora Stec starredIn The Wedding Guests 2", "Dora Stec starredIn The Wedding Guests"} <= facts
    assert "Dora Stec directed The Wedding Guests" not in facts


def test_a_quarter_of_a_country_is_no_film() -> None:
    facts = told_by_item(
        "Dario Capp prepares his return to the South",
        "He is set to shoot a noir in Puglia",
        "27/07/2021 | Production | Italy",
    )
    assert works_of(facts) == set()


def test_those_who_play_somebody_in_a_film_star_in_it() -> None:
    facts = told_by_item(
        "Lisa Mori and Fausto Bruschi play brother and sister in Inheritance Tax",
        "The comedy will hit Italian cinemas",
        "30/08/2021 | Production | Italy",
    )
    assert {"Lisa Mori starredIn Inheritance Tax", "Fausto Bruschi starredIn Inheritance Tax"} <= facts


def test_a_title_with_commas_by_somebody_gears_up_for_production() -> None:
    facts = told_by_item(
        "Girl, King, Country by Rasmus Lind gears up for production",
        "Toplined by Alba Vint",
        "24/02/2021 | Production | Denmark",
    )
    assert "Rasmus Lind directed Girl, King, Country" in facts


def test_a_bracket_behind_a_title_gives_its_other_name() -> None:
    teaser = "Ida Holm has started shooting Winterreise (“Winter Journey”, see news), her second feature..."
    told = told_by_item("Holm on a journey", teaser, "21/09/2009 | Production | Austria")
    assert "Winterreise alsoKnownAs Winter Journey" in told


def test_a_company_may_back_a_film_of_somebody_named_by_surname() -> None:
    told = told_by_item("Lindwurm Film backs Sattler’s No Vacancies", "", "21/09/2009 | Production | Austria")
    assert "Sattler directed No Vacancies" in told


def test_a_surname_that_the_teaser_gives_in_full_is_no_title() -> None:
    teaser = (
        "Austrian director Florian Rosenow’s long-awaited follow-up to the prize-winning Carousel will be his first "
        "feature shot abroad, Walking Backwards (working title)."
    )
    told = told_by_item("Rosenow set to be Walking Backwards", teaser, "12/10/2009 | Production | Austria")
    assert works_of(told) == {"Walking Backwards"}


def test_somebodys_most_recent_film_is_an_earlier_one() -> None:
    teaser = (
        "Filming is under way on Ida Holm’s eighth feature. Three years after her most recent film, Salt, she is back."
    )
    told = told_by_item("Jo Vale stars in Holm’s Low Water", teaser, "23/11/2009 | Production | Austria")
    assert "Ida Holm directed Salt" in told


@pytest.mark.parametrize(("body", "is_told"), [("Austrian Film Institute (ÖFI)", True), ("Jo Berg (II)", False)])
def test_the_acronym_of_a_body_is_another_name_of_it(body: str, is_told: bool) -> None:
    told = told_by_item(
        "Film funds meet", f"The {body} allocated €3m to seven projects.", "19/10/2009 | Funding | Austria"
    )
    assert any(" alsoKnownAs " in fact for fact in told) == is_told
