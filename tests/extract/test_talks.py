"""Interviews in listings whose headlines name no film, in invented words: what their teasers say of one."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item, works_of

ROLE = "Interview: Marta Lund • Director"
TAG = "11/10/2018 | Rotterdam 2018 | Voices"


def made(teaser: str, headline: str = ROLE, tag: str = TAG) -> set[str]:
    """Give who directed what, as an interview tells it."""
    return {fact for fact in told_by_item(headline, teaser, tag) if " directed " in fact}


@pytest.mark.parametrize(
    "teaser",
    [
        "Cineuropa talked to photographer Marta Lund, who is showing Low Water at the Rotterdam Film Festival",
        "We spoke to Marta Lund to delve into her third feature, the Oslo Special Mention winner Low Water",
        "With the support of Beatriz Feld, Marta Lund has made her feature debut with Low Water, a film about the sea",
        "On the occasion of the world premiere of Low Water at Rotterdam, we met up with Danish director Marta Lund",
        "Following the screening of Low Water in competition, we met up with Marta Lund, who talked about mirrors",
        "Marta Lund decrypts Low Water, a first feature exploring the darker side of the island",
        "Marta Lund, who received a Special Mention in the main competition for Low Water, spoke to us",
        "Few know much about a dark page of the island’s history; Marta Lund changes that with documentary Low Water",
        "Returning to Rotterdam with Low Water, director Marta Lund discusses how soldiers are remembered",
        "The Danish director is back in competition with Low Water, in which Ida Holm plays a factory worker",
        "Low Water is the ninth film by Marta Lund; it is a thriller in the guise of a bank robbery",
        "We met up with Danish filmmaker Marta Lund, winner of the Grand Prize for Low Water",
    ],
)
def test_the_film_of_an_interview_is_found_by_the_words_around_it(teaser: str) -> None:
    assert made(teaser) == {"Marta Lund directed Low Water"}


def test_an_interview_is_about_the_film_of_whoever_is_named_with_it() -> None:
    told = told_by_item(ROLE, "We spoke to Marta Lund, whose Low Water was shot in Vienna in 13 days", TAG)
    assert works_of(told) == {"Low Water"}


def test_a_title_with_an_article_may_stand_behind_in() -> None:
    teaser = "Danish director Marta Lund discusses what access to the island enabled her to achieve in The Parade Game"
    assert made(teaser) == {"Marta Lund directed The Parade Game"}


@pytest.mark.parametrize(
    "teaser",
    [
        "We caught up with the hero of this year’s Oslo retrospective, director Marta Lund, who arrived barefoot",
        "The filmmaker talks to us about growing up in Buenos Aires",
        "Marta Lund, who teaches at the Oslo Film School, explains her method to Ana Roth",
        "In cinemas since March, her comedy has kept its promises: 800,000 have seen it in Germany",
    ],
)
def test_an_interview_that_names_no_film_has_none(teaser: str) -> None:
    assert works_of(told_by_item(ROLE, teaser, TAG)) == set()


def test_what_somebody_said_is_no_film() -> None:
    assert works_of(told_by_item(ROLE, '"I wanted people to leave the theatre a little seasick"')) == set()


def test_whoever_is_interviewed_is_no_film() -> None:
    teaser = "Danish director and producer Marta Lund presented her Low Water at the Lecce European Film Festival"
    assert works_of(told_by_item(ROLE, teaser)) == {"Low Water"}


def test_interviewed_people_share_the_surname_that_is_printed_once() -> None:
    headline = "Interview: Tarvik and Ida Kask • Directors"
    teaser = "Estonia’s Tarvik and Ida Kask talk about their second feature, Low Water, and its reception"
    assert made(teaser, headline) == {"Tarvik Kask directed Low Water", "Ida Kask directed Low Water"}


def test_somebody_interviewed_is_spelt_as_in_the_headline() -> None:
    headline = "Interview: Marta Van Lund • Director"
    teaser = "We met up with Marta van Lund, whose new film Low Water is out now"
    assert made(teaser, headline) == {"Marta Van Lund directed Low Water"}


def test_a_prize_of_the_director_interviewed_made_no_film() -> None:
    headline = "Interview: Péter Vámos • Director"
    teaser = "Péter Vámos, the winner of the Works in Progress Award, discusses his latest project, Low Water"
    assert made(teaser, headline) == {"Péter Vámos directed Low Water"}


@pytest.mark.parametrize("title", ["It Takes a House", "My Cousin’s Name Is Walter and He Is a Fool"])
def test_a_title_goes_on_to_its_end(title: str) -> None:
    teaser = f"We sat down with Danish director Marta Lund to discuss her first documentary, {title}, screening at Oslo"
    assert made(teaser) == {f"Marta Lund directed {title}"}


def test_a_section_is_no_part_of_the_title_before_it() -> None:
    teaser = "US filmmaker Marta Lund is presenting her short film The End of Geography in Venice Days"
    assert made(teaser) == {"Marta Lund directed The End of Geography"}


@pytest.mark.parametrize(
    "teaser",
    [
        "CANNES 2021: The director talks us through her latest effort, after her 2016 Locarno winner High Water",
        "The filmmaker discusses her follow-up to her Locarno competition entry High Water, about an organist",
    ],
)
def test_what_a_film_follows_is_its_director_s_too(teaser: str) -> None:
    told = made(teaser, "Interview: Marta Lund • Director of Low Water")
    assert told == {"Marta Lund directed Low Water", "Marta Lund directed High Water"}


def test_whoever_writes_directs_and_edits_does_all_three() -> None:
    told = told_by_item(
        "Review: Low Water", "Marta Lund writes, directs and edits her debut feature, a coming-of-age tale"
    )
    assert {"Marta Lund directed Low Water", "Marta Lund wrote Low Water", "Marta Lund edited Low Water"} <= told


@pytest.mark.parametrize(
    "teaser",
    [
        "BERLINALE 2019: Marta Lund’s brutal film is an elegy about a beekeeper played by Ida Holm",
        "BERLINALE 2019: Marta Lund’s brutal film leaves nothing out, with Ida Holm unrecognisable in the main role",
        "The debut by Danish director Marta Lund, with Ida Holm, is a tender look at a couple on the brink",
    ],
)
def test_a_review_tells_who_plays(teaser: str) -> None:
    told = told_by_item("Review: Low Water", teaser, "11/10/2018 | Rotterdam 2018 | Voices")
    assert {"Marta Lund directed Low Water", "Ida Holm starredIn Low Water"} <= told


def test_two_who_use_something_in_a_review_directed_it() -> None:
    told = told_by_item(
        "Review: Low Water", "Said Al Nahar and Ghiath Sabbagh use the war to show why films matter", TAG
    )
    assert {"Said Al Nahar directed Low Water", "Ghiath Sabbagh directed Low Water"} <= told


def test_a_title_and_what_is_said_of_it_head_a_review_at_a_festival() -> None:
    teaser = "The fourth film by Marta Lund is a mockumentary about a spoilt young man"
    told = told_by_item("Selfless: A portrait of a happy village", teaser, "11/10/2018 | Malaga 2018")
    assert "Marta Lund directed Selfless" in told


@pytest.mark.parametrize(
    "headline", ["Bergen Film Festival: A new strand for everybody", "Norway: A year of second films"]
)
def test_news_of_a_festival_is_no_review(headline: str) -> None:
    teaser = "The second film by Marta Lund opens the event"
    works = works_of(told_by_item(headline, teaser, "11/10/2018 | Bergen 2018"))
    assert not works & {"Bergen Film Festival", "Norway"}


def test_roles_in_the_plural_are_everybody_s() -> None:
    headline = "Interview: Marta Lund, Ida Holm • Creators of and actresses in Red Lamp"
    told = told_by_item(headline, "We caught up with Marta Lund and Ida Holm about the series, which follows two women")
    assert {f"{who} {does} Red Lamp" for who in ("Marta Lund", "Ida Holm") for does in ("created", "starredIn")} <= told


def test_to_talk_to_an_actress_is_no_sign_that_she_directs() -> None:
    headline = "Interview: Ida Holm • Actress in Red Lamp"
    assert not {fact for fact in told_by_item(headline, "We caught up with Ida Holm in Oslo") if " directed " in fact}


@pytest.mark.parametrize("title", ["The Last, The First", "Bees, a Goat and a Castle", "El Pibe, a Simple Life"])
def test_the_title_of_one_film_may_have_commas(title: str) -> None:
    assert made(f"Marta Lund talks about her new documentary, {title}, dedicated to the village") == {
        f"Marta Lund directed {title}"
    }


def test_what_a_film_is_behind_a_comma_is_no_part_of_its_title() -> None:
    teaser = "We chatted to Marta Lund about her second feature, You Fade Away, a Special Presentation at Toronto"
    assert made(teaser) == {"Marta Lund directed You Fade Away"}


def test_whoever_is_a_producer_is_no_title() -> None:
    teaser = "Part of the EFP’s Producers on the Move, UK-based Bulgarian producer Ana Kolev talks about two worlds"
    told = told_by_item("Interview: Ana Kolev • Producer, Sund Film", teaser, "11/10/2020 | Producers on the Move 2020")
    assert not {fact for fact in told if " produced " in fact}


@pytest.mark.parametrize(
    "teaser",
    [
        "Marta Lund’s new film is rich and cruel, erecting mirrors around the excellent Ida Holm",
        "Marta Lund is back with a road movie pairing Ida Holm and Per Feld",
    ],
)
def test_a_review_names_its_players_in_passing(teaser: str) -> None:
    assert "Ida Holm starredIn Low Water" in told_by_item("Review: Low Water", teaser, TAG)


def test_a_cinematographer_s_effort_is_directed_and_not_shot() -> None:
    told = told_by_item(
        "Review: Low Water", "The latest directorial effort from cinematographer Per Lund has style", TAG
    )
    assert "Per Lund directed Low Water" in told
    assert "Per Lund photographed Low Water" not in told


def test_a_veteran_who_is_back_directed_both_films() -> None:
    teaser = "Ten years after his Oscar-winning High Water, Slovakian veteran Per Lund is back with a road movie"
    told = told_by_item("Review: Low Water", teaser, TAG)
    assert {"Per Lund directed Low Water", "Per Lund directed High Water"} <= told


@pytest.mark.parametrize(
    ("headline", "teaser", "fact"),
    [
        ("Ida Holm • Producer, Sund Film", "We talked to producer Ida Holm about her new film Low Water", "produced"),
        (
            "Ida Holm • Actress",
            "Actress Ida Holm, whom we met in Oslo, talks about her new film Low Water",
            "starredIn",
        ),
        ("Ida Holm • DoP", "We talked to cinematographer Ida Holm about her latest film, Low Water", "photographed"),
    ],
)
def test_the_new_film_of_somebody_who_does_not_direct_is_theirs_by_their_role(
    headline: str, teaser: str, fact: str
) -> None:
    told = told_by_item(f"Interview: {headline}", teaser, "11/10/2018")
    assert f"Ida Holm {fact} Low Water" in told
    assert "Ida Holm directed Low Water" not in told


def test_the_film_of_a_production_designer_is_read_without_a_role() -> None:
    told = told_by_item(
        "Interview: Ida Holm • Production designer", "We spoke to Ida Holm about her new film Low Water"
    )
    assert works_of(told) == {"Low Water"}
    assert "Ida Holm directed Low Water" not in told


def test_the_director_of_an_event_directs_no_film() -> None:
    told = told_by_item("Interview: Ida Holm • Director of the Baltic Event", "The director talks about the region")
    assert works_of(told) == set()


def test_a_director_with_two_known_films_has_a_new_one() -> None:
    teaser = "The UK-based director of High Water and Second Snow returned home to make Low Water"
    assert "Marta Lund directed Low Water" in made(teaser)


@pytest.mark.parametrize(
    "teaser",
    [
        "Marta Lund brings together a stellar cast, headed up by Ida Holm, in a melodrama",
        "Marta Lund is back with a family drama with Ida Holm",
    ],
)
def test_a_review_tells_who_is_in_the_cast(teaser: str) -> None:
    told = told_by_item("Review: Low Water", teaser, TAG)
    assert "Ida Holm starredIn Low Water" in told
    assert "Ida Holm produced Low Water" not in told


def test_a_co_writer_beside_the_director_wrote_and_did_not_direct() -> None:
    told = told_by_item("Review: Low Water", "Marta Lund and co-writer Per Feld craft a supernatural thriller", TAG)
    assert {"Marta Lund directed Low Water", "Per Feld wrote Low Water"} <= told
    assert "Per Feld directed Low Water" not in told


def test_somebody_s_follow_up_names_two_films() -> None:
    told = told_by_item("Review: Low Water", "Marta Lund’s follow-up to High Water is a family portrait", TAG)
    assert {"Marta Lund directed Low Water", "Marta Lund directed High Water"} <= told


def test_a_documentary_follows_somebody_who_does_not_act() -> None:
    told = told_by_item("Review: Low Water", "Marta Lund’s documentary follows singer Per Feld as he recovers", TAG)
    assert not {fact for fact in told if " starredIn " in fact}


def test_a_series_may_be_created_by_those_who_star_in_it() -> None:
    told = told_by_item("Series review: Red Lamp", "A series created by and starring Marta Lund about two women", TAG)
    assert {"Marta Lund created Red Lamp", "Marta Lund starredIn Red Lamp"} <= told


@pytest.mark.parametrize(
    ("teaser", "tag", "shown"),
    [
        ("BERLIN 2018: Marta Lund is back at the Berlinale with Low Water, a drama", "11/02/2018", "Berlin 2018"),
        (
            "Marta Lund is back at the Berlinale with Low Water",
            "11/02/2018 | Berlin 2018 | Forum",
            "Berlin 2018 (Forum)",
        ),
        ("Marta Lund, whose film Low Water was shown at Rotterdam, talks", "01/02/2020 | IFFR 2020", "IFFR 2020"),
    ],
)
def test_a_festival_of_two_names_is_one_edition(teaser: str, tag: str, shown: str) -> None:
    told = told_by_item(ROLE, teaser, tag)
    assert {fact for fact in told if " screenedAt " in fact} == {f"Low Water screenedAt {shown}"}


@pytest.mark.parametrize(
    "teaser",
    [
        "The president of the jury talks about Donald Hunt, feelings and the state of European cinema",
        "The Danish filmmaker talks about Manifesto 95, Per Holm and the school in Oslo",
        "We chatted to the Swedish actress about Shooting Stars, working in Stockholm and her plans",
        "The president of the school discusses Netflix, Canal and the French Ministry of Culture",
        "The director of the network talks to us about ESN’s recent meetings with EU policy makers",
    ],
)
def test_an_interview_about_somebody_or_several_things_is_about_no_film(teaser: str) -> None:
    assert works_of(told_by_item(ROLE, teaser, TAG)) == set()


@pytest.mark.parametrize(
    "teaser",
    [
        "Low Water, in competition at IndieLisboa, is an essay about memory. Cineuropa met up with its director",
        "Kosovan director Marta Lund has won the Cineuropa Award at the Sarajevo Film Festival with Low Water",
        "The Danish director unveiled Low Water in Thessaloniki. Cineuropa met her to discuss a surprising film",
        "We chatted to Swedish-Iranian filmmaker Marta Lund, whose feature debut, Low Water, is taking part in Oslo",
    ],
)
def test_an_interview_tells_where_its_film_was_shown_or_won(teaser: str) -> None:
    assert made(teaser) == {"Marta Lund directed Low Water"}


def test_a_capital_pronoun_goes_on_with_a_title() -> None:
    teaser = "Ida Holm, who acted in and produced The House Sleeps, Her Name Is Petra, talks about it"
    told = told_by_item("Interview: Ida Holm • Actress and producer", teaser, TAG)
    assert works_of(told) == {"The House Sleeps, Her Name Is Petra"}


def test_a_film_may_be_directed_by_a_sister() -> None:
    teaser = "Ida Holm, who acted in Low Water, talks about the film, directed by her sister Marta Holm"
    assert "Marta Holm directed Low Water" in made(teaser, "Interview: Ida Holm • Actress")


@pytest.mark.parametrize(
    ("teaser", "fact"),
    [
        (
            "Zdravko Lukić’s deeply personal essay-documentary, about singer Ida Roth, is quiet",
            "Zdravko Lukić directed Low Water",
        ),
        ("Marta Lund’s drama has a parent, played with relish by Ida Holm", "Ida Holm starredIn Low Water"),
    ],
)
def test_a_review_tells_by_compounds_and_by_how_somebody_plays(teaser: str, fact: str) -> None:
    assert fact in told_by_item("Review: Low Water", teaser, TAG)


@pytest.mark.parametrize(
    "teaser",
    [
        "The Danish director, whose short High Water won at Locarno, discusses her feature debut",
        "The Danish director follows up High Water with an English-language comedy",
    ],
)
def test_an_interview_names_what_its_director_made_before(teaser: str) -> None:
    told = made(teaser, "Interview: Marta Lund • Director of Low Water")
    assert told == {"Marta Lund directed Low Water", "Marta Lund directed High Water"}


@pytest.mark.parametrize(
    "teaser",
    [
        "The Danish director talks about the sea and her lead actress, Ida Holm",
        "The Danish director tells us how she persuaded Ida Holm to play a nun",
    ],
)
def test_an_interview_names_its_players_in_passing(teaser: str) -> None:
    told = told_by_item("Interview: Marta Lund • Director of Low Water", teaser, TAG)
    assert "Ida Holm starredIn Low Water" in told


@pytest.mark.parametrize(
    ("teaser", "facts"),
    [
        ("Ida Holm leads Marta Lund’s eerie film", {"Ida Holm starredIn Low Water", "Marta Lund directed Low Water"}),
        ("Marta Lund, together with Per Feld, offers a parable", {"Per Feld directed Low Water"}),
        ("Marta Lund’s drama, written by her husband, Per Feld, is meek", {"Per Feld wrote Low Water"}),
        ("Marta Lund’s film tells of a clerk, played by the remarkable Ida Holm", {"Ida Holm starredIn Low Water"}),
        ("Marta Lund confirms the promise of her debut, High Water", {"Marta Lund directed High Water"}),
        ("Marta Lund’s take on Ana Roth’s novel is eerie", {"Low Water basedOn novel by Ana Roth"}),
    ],
)
def test_a_review_tells_who_did_what(teaser: str, facts: set[str]) -> None:
    assert facts <= told_by_item("Review: Low Water", teaser, TAG)


def test_whoever_leads_a_film_did_not_direct_it() -> None:
    told = told_by_item("Review: Low Water", "Ida Holm leads Marta Lund’s eerie take on Ana Roth’s novel", TAG)
    assert "Ida Holm directed Low Water" not in told


@pytest.mark.parametrize(
    "teaser",
    [
        "The French professional tells us about Low Water, Marta Lund’s next film, which she is producing",
        "We talked to the Norwegian producer about her latest project, Low Water, directed by Marta Lund",
        "The Italian producer spoke to us about her involvement in Marta Lund’s competition title Low Water",
    ],
)
def test_a_producer_introduced_by_a_company_produced_what_the_teaser_says(teaser: str) -> None:
    told = told_by_item("Interview: Ida Holm • Producer, Sund Film", teaser, "11/10/2018 | Producers on the Move 2018")
    assert {"Ida Holm produced Low Water", "Marta Lund directed Low Water"} <= told


def test_a_producer_who_talks_of_others_films_produced_none() -> None:
    teaser = "The Danish producer tells us what she likes in Low Water by Marta Lund"
    told = told_by_item("Interview: Ida Holm • Producer, Sund Film", teaser, "11/10/2018")
    assert "Ida Holm produced Low Water" not in told


def test_what_a_duo_did_both_of_them_did() -> None:
    told = told_by_item(
        "Interview: Marta Lund, Per Feld • Directors of Low Water", "The duo wrote, directed and produced their film"
    )
    assert {f"{who} {does} Low Water" for who in ("Marta Lund", "Per Feld") for does in ("wrote", "produced")} <= told


def test_creators_named_as_such_created_the_series() -> None:
    told = told_by_item(
        "Series review: Red Lamp", "In a biting series, creators Marta Lund and Per Feld show Oslo", TAG
    )
    assert {"Marta Lund created Red Lamp", "Per Feld created Red Lamp"} <= told


def test_a_cast_of_some_kind_includes_players() -> None:
    told = told_by_item(
        "Review: Low Water", "Marta Lund’s first film has a cast of regional stars including Ida Holm", TAG
    )
    assert "Ida Holm starredIn Low Water" in told


@pytest.mark.parametrize(
    ("teaser", "who"),
    [
        ("Marta Lund is back with a face-off between Ida Holm and Bo Feld that drowns in clichés", "Ida Holm"),
        ("Marta Lund delivers a cryptic film, following the very charismatic Ida Holm", "Ida Holm"),
    ],
)
def test_a_review_follows_somebody_who_plays(teaser: str, who: str) -> None:
    assert f"{who} starredIn Low Water" in told_by_item("Review: Low Water", teaser, TAG)


def test_the_maker_of_a_film_may_stand_behind_a_comma() -> None:
    teaser = "The most dreaded film in Venice this year, by Roman Halse, turns out to be revealing"
    assert "Roman Halse directed Low Water" in told_by_item("Review: Low Water", teaser, TAG)


def test_two_who_own_a_film_with_many_words_before_it_both_directed_it() -> None:
    teaser = (
        "In Joana Lund and Khalil Feld’s sweet but – oh, the irony – hardly memorable film, a girl meets her mother"
    )
    told = told_by_item("Review: Low Water", teaser, TAG)
    assert {"Joana Lund directed Low Water", "Khalil Feld directed Low Water"} <= told


def test_a_director_is_asked_about_a_film_of_their_own() -> None:
    teaser = (
        "We met up with Marta Lund to talk about Greenmoor, an account of what occurred at St Peter’s Green in Leeds"
    )
    assert made(teaser) == {"Marta Lund directed Greenmoor"}


def test_a_prize_for_a_short_made_none() -> None:
    teaser = "After winning the Golden Lion for her short The Ferry, the Danish director moves to features"
    told = made(teaser, "Interview: Marta Lund • Director of Low Water")
    assert not {fact for fact in told if fact.startswith("Golden Lion")}


def test_a_title_may_count_twice() -> None:
    teaser = "The Danish director is back in competition with Two Days, One Morning, in which Ida Holm plays a cook"
    assert made(teaser) == {"Marta Lund directed Two Days, One Morning"}


@pytest.mark.parametrize(
    "teaser",
    [
        "Bosnian director Marta Lund, Silver Bear winner for Low Water, talks about Europe, history and hotels",
        "The Danish director explains why she cast Ida Holm in Low Water, her contribution to a collection",
        "Danish filmmaker Marta Lund follows her debut High Water with the documentary Low Water, shot in Oslo",
    ],
)
def test_the_film_is_not_the_first_thing_that_is_named(teaser: str) -> None:
    assert "Marta Lund directed Low Water" in made(teaser)
    assert "Marta Lund directed Europe" not in made(teaser)
