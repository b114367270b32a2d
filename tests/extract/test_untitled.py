"""Films whose title only the teaser tells, and words that look like titles there."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_all

_HEAD = "12 articles available in total starting from 23/05/2002. Last article published on 02/12/2016.\n\n"


def _said(headline: str, teaser: str, tag: str = "Production | Estonia") -> set[tuple[str, str, str]]:
    item = f"{headline}\n\n{headline}\n\n{teaser}  \n\n02/12/2016 | {tag}\n\n"
    (reading,) = read_all([Document("page.txt", _HEAD + item)])
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in reading.claims
    }


@pytest.mark.parametrize(
    ("headline", "teaser"),
    [
        ("Anna Kalmet's new comedy heads for cinemas", "Low Tide, starring Mait Malm, comes out in Estonia on Friday"),
        ("Anna Kalmet's next film to shoot in May", "Low Tide will star Mait Malm"),
        ("A new start for Anna Kalmet", "Low Tide is the director's fourth feature"),
        ("Harbour Film bets on Anna Kalmet", "The company is producing Low Tide, the director's second feature"),
        ("Anna Kalmet goes to sea", "The Estonian director is shooting Low Tide, a thriller about smugglers"),
        ("Anna Kalmet wins in Riga", "The Estonian filmmaker's project Low Tide received €20,000"),
    ],
)
def test_whoever_a_headline_names_made_what_the_teaser_names(headline: str, teaser: str) -> None:
    assert ("Anna Kalmet", "directed", "Low Tide") in _said(headline, teaser)


def test_a_teaser_opens_with_a_title_and_who_stars() -> None:
    said = _said("Anna Kalmet's next film to shoot in May", "Low Tide will star Mait Malm and Ida Holm")
    assert ("Ida Holm", "starredIn", "Low Tide") in said


def test_an_actor_alone_in_a_headline_directs_nothing() -> None:
    said = _said("Mait Malm dives into the cold", "Low Tide, starring the Estonian actor, is being shot in Tallinn")
    assert not any(predicate == "directed" for _, predicate, _ in said)


@pytest.mark.parametrize("day", ["3 October", "October 3", "Monday"])
def test_a_day_is_no_title(day: str) -> None:
    said = _said("Anna Kalmet's new comedy heads for cinemas", f"The film will be released on {day} by Harbour Film")
    assert not any(day.split()[-1] in subject or "October" in subject for subject, _, _ in said)


@pytest.mark.parametrize(
    ("teaser", "stage"),
    [
        ("The four-week shoot begins on November 21 in Narva", "pre-production"),
        ("The four-week shoot began on November 21 in Narva", "shooting"),
    ],
)
def test_a_shoot_that_begins_in_a_month_is_to_come(teaser: str, stage: str) -> None:
    assert ("Low Tide", "stage", stage) in _said("Mait Malm stars in Low Tide", teaser)


def test_whom_a_film_is_shot_with_stars() -> None:
    said = _said("Anna Kalmet filming Low Tide", "The director is shooting the thriller with Mait Malm in Narva")
    assert ("Mait Malm", "starredIn", "Low Tide") in said


def test_owners_of_two_titles_are_two() -> None:
    said = _said(
        "EFI backs two features", "They are Anna Kalmet's Low Tide, Kalle Ots' Cold Summer and Anu Rand's The Ferry"
    )
    assert ("Kalle Ots", "directed", "Cold Summer") in said


def test_films_in_brackets_are_each_of_one() -> None:
    teaser = (
        "New films by Anna Kalmet (Low Tide), Kalle Ots (Cold Summer) and Anu Rand, whose debut is called The Ferry"
    )
    assert ("Anna Kalmet", "directed", "The Ferry") not in _said("Three features in the works", teaser)


def test_an_author_whose_novel_is_adapted_directs_nothing() -> None:
    said = _said("Anna Kalmet adapts Peeter Oja's novel Low Tide", "Mait Malm stars in the Harbour Film production")
    assert {who for who, predicate, _ in said if predicate == "directed"} == {"Anna Kalmet"}


def test_bodies_that_support_a_film_fund_it() -> None:
    said = _said("EFI and Screen Riga support Low Tide", "Directed by Anna Kalmet, the comedy is a co-production")
    assert ("Screen Riga", "funded", "Low Tide") in said


def test_a_headline_that_opens_with_a_film_and_its_maker() -> None:
    said = _said("With Low Tide, Anna Kalmet returns to the village", "The film was shot in Narva")
    assert ("Anna Kalmet", "directed", "Low Tide") in said


def test_a_list_of_stars_owns_no_film() -> None:
    said = _said(
        "Filming begins for Low Tide", "Starring Pål Hagen and newcomer Ida Holm, Anna Kalmet's drama is set at sea"
    )
    assert {who for who, predicate, _ in said if predicate == "directed"} == {"Anna Kalmet"}


def test_a_harbour_pilot_owns_no_film() -> None:
    said = _said("Filming begins for The Harbour Pilot's Son", "The drama stars Ida Holm")
    assert ("Ida Holm", "starredIn", "The Harbour Pilot's Son") in said


def test_whose_debut_it_is_is_no_title() -> None:
    teaser = "Ida Holm and Jonas Berg join Mait Malm in Anna Kalmet's debut feature, produced by Harbour Film"
    assert ("Jonas Berg", "starredIn", "Low Tide") in _said("The cast of Low Tide grows", teaser)


def test_whom_a_film_is_being_shot_by_directs_it() -> None:
    said = _said("Mait Malm stars in Low Tide", "The comedy is now being shot on Saaremaa by Anna Kalmet")
    assert ("Anna Kalmet", "directed", "Low Tide") in said


def test_a_title_is_no_third_director() -> None:
    said = _said(
        "Estonia sends Low Tide to the Oscars", "It beat Cold Summer by Kalle Ots and Anu Rand and Todos lo saben"
    )
    assert not any(who == "Todos" for who, _, _ in said)


def test_a_film_is_added_to_what_a_company_sells() -> None:
    said = _said("Harbour Sales adds Low Tide to its line-up", "The film by director Anna Kalmet will premiere in May")
    assert ("Harbour Sales", "sold", "Low Tide") in said


def test_whoever_releases_the_comedy_distributes_it() -> None:
    said = _said("Low Tide hits Estonian screens", "Harbour Film will open the comedy on 40 screens this Friday")
    assert ("Harbour Film", "distributed", "Low Tide") in said


def test_their_fifth_feature_is_the_film() -> None:
    teaser = "The filmmaker will kick off the shoot of her fifth feature, Low Tide, in Narva on 12 June"
    assert ("Anna Kalmet", "directed", "Low Tide") in _said("Anna Kalmet goes to sea", teaser)


@pytest.mark.parametrize(
    "lead",
    [
        "Director",
        "Norwegian director",
        "Oscar winner",
        "Award-winning filmmaker",
        "Actor-turned-director",
        "Bodil-winner",
    ],
)
def test_what_somebody_is_stands_before_their_name(lead: str) -> None:
    assert ("Ida Holm", "directed", "Low Tide") in _said(
        f"{lead} Ida Holm wraps Low Tide", "The thriller stars Jonas Berg"
    )


def test_a_film_before_its_director_is_an_earlier_one() -> None:
    said = _said("Winter Light director Ida Holm wraps Low Tide", "The thriller stars Jonas Berg")
    assert {("Ida Holm", "directed", "Winter Light"), ("Ida Holm", "directed", "Low Tide")} <= said


def test_siblings_share_a_surname_and_a_film() -> None:
    said = _said("Brothers Jonas and Per Berg prep Low Tide", "The film stars Ida Holm")
    assert ("Jonas Berg", "directed", "Low Tide") in said


def test_a_title_may_begin_with_what_somebody_is() -> None:
    said = _said("Queen Margot starts shooting", "The film stars Ida Holm")
    assert ("Ida Holm", "starredIn", "Queen Margot") in said


def test_a_headline_names_no_film_but_says_how_far_it_is() -> None:
    said = _said("Ida Holm wraps her third feature", "Shooting on Low Tide, a dark comedy, ended in Narva last week")
    assert {("Ida Holm", "directed", "Low Tide"), ("Low Tide", "stage", "wrapped")} <= said


def test_territories_belong_to_no_title() -> None:
    said = _said("Harbour Sales sells Low Tide to 20 territories", "The comedy will be shown in France")
    assert ("Harbour Sales", "sold", "Low Tide") in said


def test_who_bought_a_film_for_a_country_is_no_title() -> None:
    said = _said(
        "Low Tide travels the world", "Ida Holm's action comedy has gone to Maple (US) and Koch Films (Germany)"
    )
    assert ("Ida Holm", "directed", "Low Tide") in said


def test_news_of_a_shoot_begins_with_its_director() -> None:
    said = _said(
        "Anna Kalmet in Naples", "Mait Malm and Ida Holm star in Low Tide, a thriller that Harbour Film will release"
    )
    assert ("Anna Kalmet", "directed", "Low Tide") in said


def test_whoever_has_another_part_did_not_direct() -> None:
    said = _said("Mait Malm in Naples", "Mait Malm and Ida Holm star in Low Tide, a thriller by a newcomer")
    assert ("Mait Malm", "directed", "Low Tide") not in said


def test_what_kind_of_work_it_is_stands_before_a_title() -> None:
    said = _said("Two strangers share a flat in the comedy Damp", "Anna Kalmet's feature debut is in post-production")
    assert ("Anna Kalmet", "directed", "Damp") in said


def test_a_company_told_by_its_town_is_one_of_a_list() -> None:
    said = _said(
        "Mait Malm stars in Low Tide", "It is produced by Munich's Harbour Filmproduktion and Paris-based Sept Lieues"
    )
    assert {("Harbour Filmproduktion", "produced", "Low Tide"), ("Sept Lieues", "produced", "Low Tide")} <= said


def test_films_by_several_are_of_nobody_in_particular() -> None:
    teaser = "New films by Anna Kalmet, Kalle Ots and Anu Rand are vying, while the series Low Tide screens"
    said = _said("Riga adds five titles to its selection", teaser, "Festivals | Latvia")
    assert not any(predicate == "directed" for _, predicate, _ in said)


def test_an_owner_with_an_article_is_of_the_title() -> None:
    said = _said("The Wolf’s Hour invited to Cannes", "The second film by Anna Kalmet has been selected", "Cannes 2005")
    assert ("Anna Kalmet", "directed", "The Wolf’s Hour") in said


def test_who_shoots_what_where() -> None:
    said = _said(
        "Anna Kalmet back on the beach", "The director has started shooting Low Tide in Ostend, with Mait Malm"
    )
    assert {("Anna Kalmet", "directed", "Low Tide"), ("Low Tide", "shotIn", "Ostend")} <= said


def test_whose_next_film_two_bodies_back() -> None:
    said = _said(
        "EFI and Harbour Film back Anna Kalmet's next", "Low Tide, currently shooting in Narva, stars Mait Malm"
    )
    assert ("Anna Kalmet", "directed", "Low Tide") in said


def test_who_buys_rights_for_a_country_distributes() -> None:
    said = _said("Harbour Film acquires UK rights to Low Tide", "Anna Kalmet's drama will be released early next year")
    assert ("Harbour Film", "distributed", "Low Tide") in said


def test_ben_is_a_given_name() -> None:
    said = _said(
        "Low Tide starts shooting", "The drama stars Jack Olander, Rupert Frisch and Ben Mender; Harbour Film produces"
    )
    assert ("Ben Mender", "starredIn", "Low Tide") in said


def test_who_acts_behind_a_colon_made_it() -> None:
    assert ("Anna Kalmet", "directed", "Low Tide") in _said(
        "Low Tide: Anna Kalmet goes to prison", "The drama is out now"
    )


def test_box_office_headlines_begin_with_a_film() -> None:
    said = _said(
        "Sightseers heads UK nominations", "Anna Kalmet's comedy is up against Low Tide by Kalle Ots", "Awards | UK"
    )
    assert ("Anna Kalmet", "directed", "Sightseers") in said


def test_many_storm_the_charts() -> None:
    assert not any(what == "Bretons" for what, _, _ in _said("Bretons storm the charts", "Harbour Film has a hit"))


def test_a_director_directs_actors_as_somebody() -> None:
    said = _said(
        "Low Tide opens in London", "Anna Kalmet directs Mait Malm and Ida Holm as a couple who return to Narva"
    )
    assert {("Anna Kalmet", "directed", "Low Tide"), ("Ida Holm", "starredIn", "Low Tide")} <= said


def test_who_faces_thieves_in_a_series_stars_in_it() -> None:
    teaser = "Ida Holm and Jonas Berg face jewel thieves in Anna Kalmet's six-part series, written by Mait Malm"
    said = _said("Series review: The Last Harbour", teaser, "Series | UK/France")
    assert {who for who, predicate, _ in said if predicate == "directed"} == {"Anna Kalmet"}


def test_a_duo_behind_two_films_shares_them_and_a_surname() -> None:
    teaser = "The comedy by Adam and Bilal Fallon, the duo behind Black and Image, has finished shooting in Narva"
    said = _said("Low Tide wraps", teaser)
    assert {("Adam Fallon", "directed", "Low Tide"), ("Adam Fallon", "directed", "Black")} <= said


def test_companies_with_their_countries_are_a_list() -> None:
    said = _said("Low Tide wraps", "The film is co-produced by Sund (Belgium) and Topkamer (Netherlands)")
    assert ("Topkamer", "coProduced", "Low Tide") in said


def test_who_directs_themselves_stars_too() -> None:
    said = _said("Ida Holm directs herself in Low Tide", "The film is a Harbour production")
    assert {("Ida Holm", "directed", "Low Tide"), ("Ida Holm", "starredIn", "Low Tide")} <= said


def test_a_nation_s_hit_is_no_part_of_its_title() -> None:
    teaser = "Harbour Film has acquired Anna Kalmet's drama from Sund Sales"
    said = _said("Flemish hit The Broken Oar travels to the US", teaser, "Distribution | Belgium")
    assert {("Anna Kalmet", "directed", "The Broken Oar"), ("Sund Sales", "sold", "The Broken Oar")} <= said


def test_whoever_stars_behind_and_is_no_title() -> None:
    teaser = "Starring Ida Holm and Jonas Berg, the Franco-Belgian comedy by Anna Kalmet enters production today"
    said = _said("Low Tide on its way", teaser)
    assert {("Jonas Berg", "starredIn", "Low Tide"), ("Anna Kalmet", "directed", "Low Tide")} <= said


@pytest.mark.parametrize(
    "headline",
    [
        "Low Tide invited to Cannes", "Low Tide bound for Locarno", "Low Tide, the surprise of the summer",
        "Low Tide: a love story at sea", "Low Tide and its sailors", "Curtain up for Low Tide", "All eyes on Low Tide",
    ],
)  # fmt: skip
def test_a_teaser_that_opens_with_the_film_leaves_its_title_to_the_headline(headline: str) -> None:
    said = _said(headline, "The second film by Anna Kalmet has been selected for the festival", "Festivals | Estonia")
    assert ("Anna Kalmet", "directed", "Low Tide") in said


def test_the_film_industry_is_no_film() -> None:
    said = _said("Talks on Baltic Union", "The Estonian film industry wants a fund of its own", "Industry | Estonia")
    assert not any(predicate == "describedIn" for _, predicate, _ in said)
