"""Articles from the festival that a page's tag names: who sells, who buys, and what is in which section."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of as told

TAG = "OSLO 2031 Market / France\n\n"
MARKET = TAG + "Business is brisk at the market\n\nThe market of the festival is slow, but buyers are in town.\n\n"
SELECTION = "CANNES 2031 Selection\n\nA fine crop of films\n\nThe films were told today.\n\n"
RELEASES = "RELEASES France\n\nThree films come out\n\n"


def sections(text: str) -> set[tuple[str, str, str]]:
    """Give which film is shown where and in which section, "" where none is told."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name, str(c.qualifiers.get("section", "")))
        for c in reading.claims
        if c.predicate == "screenedAt" and isinstance(c.object, Mention)
    }


def territories(text: str) -> set[tuple[str, str, str]]:
    """Give who distributes which film where, "" where no country is told."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        (
            c.subject.name,
            c.object.name,
            getattr(c.qualifiers.get("territory", ""), "name", c.qualifiers.get("territory", "")),
        )
        for c in reading.claims
        if c.predicate == "distributed" and isinstance(c.object, Mention)
    }


def test_the_tag_of_festival_news_is_no_headline() -> None:
    reading = read_article(Document("page.txt", MARKET + "Ocean Sales has sold Ida Holm’s Low Water.\n"), Known())
    assert reading.items[0].headline == "Business is brisk at the market"


# ---- who sells -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Ocean is enjoying great success with Ida Holm’s Low Water (see news), bought for Spain (Vela).",
        "Ocean is doing a roaring trade with Ida Holm’s Low Water (see news), bought for Spain (Vela).",
        "Busy company Ocean has also found a buyer for Ida Holm’s drama Low Water.",
        "Moreover, Ocean has sold Ida Holm’s drama Low Water to Spain (Vela).",
        "At Ocean, Ida Holm’s drama Low Water, which is still being edited, has been sold to Spain (Vela).",
        "Copenhagen’s Ocean is banking on Ida Holm’s drama Low Water.",
    ],
)
def test_whoever_has_deals_at_a_market_sells_the_film(said: str) -> None:
    assert ("Ocean", "Low Water") in told(MARKET + said + "\n", "sold")


def test_a_film_that_was_sold_sells_nothing() -> None:
    said = "Low Water, the comedy by Ida Holm that opened the festival, was sold to Spain (Vela).\n"
    assert not any(seller == "Low Water" for seller, _ in told(MARKET + said, "sold"))


def test_what_a_company_takes_from_another_it_does_not_sell() -> None:
    said = (
        "Ocean has sold Ida Holm’s drama Low Water.\n\nFrom the same seller, Vela has secured Ivo Brandt’s High Tide.\n"
    )
    assert told(MARKET + said, "sold") == {("Ocean", "Low Water"), ("Ocean", "High Tide")}


def test_as_a_distributor_a_seller_buys() -> None:
    said = (
        "Ocean has sold Ida Holm’s drama Low Water. As a distributor, Ocean has bought Ivo Brandt’s drama High Tide.\n"
    )
    assert told(MARKET + said, "sold") == {("Ocean", "Low Water")}


def test_what_was_bought_from_a_company_is_sold_by_it() -> None:
    said = "Vela is in luck with Ida Holm’s drama Low Water, bought from Ocean, which is pleased.\n"
    assert ("Ocean", "Low Water") in told(MARKET + said, "sold")


def test_one_buyer_takes_from_two_sellers() -> None:
    said = "Vela Releasing has also acquired Low Water from Coral Dreams and Ivo Brandt’s drama High Tide from Ocean.\n"
    assert told(MARKET + said, "sold") == {("Coral Dreams", "Low Water"), ("Ocean", "High Tide")}
    assert told(MARKET + said, "directed") == {("Ivo Brandt", "High Tide")}


def test_where_a_film_was_shown_may_stand_before_who_sold_it() -> None:
    said = "Ida Holm’s drama Low Water (Oslo Nights 2013) has been sold by Ocean to broadcasters in Spain.\n"
    assert told(MARKET + said, "sold") == {("Ocean", "Low Water")}


def test_who_heads_a_team_sells_nothing() -> None:
    said = "The team headed by Nina Roth also completed sales for Low Water with Turkey.\n"
    assert not any(seller == "Nina Roth" for seller, _ in told(MARKET + said, "sold"))


def test_who_runs_a_sales_company_did_not_direct_its_films() -> None:
    text = TAG + "Ocean comes with six films\n\nLow Water by Ida Holm\n\nThe market opens for sales agency Ocean Sales "
    text += "(directed by Nina Roth and steered by Tom Berger), which has six films.\n"
    assert told(text, "directed") == {("Ida Holm", "Low Water")}


def test_an_article_on_one_house_tells_its_films() -> None:
    text = TAG + "Ocean strikes gold\n\nFrench sales outfit Ocean has had good days.\n\n"
    text += "In the section devoted to debuts, Low Water by Ida Holm was much liked.\n"
    assert ("Ocean", "Low Water") in told(text, "sold")


# ---- who buys --------------------------------------------------------------------------------------------------------


def test_deals_behind_a_present_success_are_of_that_film() -> None:
    said = (
        "Ida Holm’s drama Low Water opened.\n\nOcean is enjoying great success with Ivo Brandt’s High Tide (see news), "
    )
    said += "bought for Spain (Vela) and Italy (Lanterna).\n"
    assert territories(MARKET + said) == {("Vela", "High Tide", "Spain"), ("Lanterna", "High Tide", "Italy")}


def test_buyers_found_in_a_country_stand_behind_their_films() -> None:
    said = "Ocean has found a US distributor for Romanian film Low Water (Vela Films) and "
    said += "for Ivo Brandt’s drama High Tide (Lanterna).\n"
    assert ("Vela Films", "Low Water", "United States") in territories(MARKET + said)
    assert told(MARKET + said, "sold") == {("Ocean", "Low Water"), ("Ocean", "High Tide")}


def test_brothers_have_their_stop() -> None:
    text = RELEASES + "Low Water by Ida Holm is released by Ocean Bros. France on 200 screens.\n"
    assert told(text, "distributed") == {("Ocean Bros. France", "Low Water")}


# ---- sections of the page's own festival -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Among the films is Ida Holm’s Un Certain Regard entry Low Water.",
        "Ocean has Ida Holm’s drama Low Water (presented in Un Certain Regard).",
        "Ida Holm’s drama Low Water, which is part of Un Certain Regard, is liked.",
        "Two are in the Un Certain Regard section, in the form of High Tide by Ivo Brandt and Low Water by Ida Holm.",
        "Two of the films were picked for Un Certain Regard (High Tide by Ivo Brandt and Low Water by Ida Holm).",
    ],
)
def test_a_section_is_of_the_festival_of_the_page(said: str) -> None:
    assert ("Low Water", "Cannes 2031", "Un Certain Regard") in sections(SELECTION + said + "\n")


def test_a_section_of_another_year_is_not_this_one() -> None:
    said = "We find Low Water by Ida Holm (whose previous film, High Tide, was in the 2014 Un Certain Regard).\n"
    assert not any(film == "High Tide" for film, _, _ in sections(SELECTION + said))


def test_a_section_of_another_festival_is_not_this_one() -> None:
    said = "Ida Holm’s drama Low Water, which was shown in Orizzonti, is liked.\n"
    assert not any(edition == "Cannes 2031" for _, edition, _ in sections(SELECTION + said))


def test_what_a_linked_title_is_called_is_no_part_of_it() -> None:
    said = (
        "Ocean has director Hsu Wen Lien’s Un Certain Regard entry Low Water [+see also:\ntrailer\nfilm profile\n]\n."
    )
    assert ("Hsu Wen Lien", "Low Water") in told(SELECTION + said, "directed")


def test_a_festival_in_brackets_may_stand_behind_a_block_of_links() -> None:
    said = "Ida Holm’s drama Low Water [+see also:\ntrailer\nfilm profile\n]\n(Visions du Réel 2013) is liked.\n"
    assert ("Low Water", "Visions du Réel 2013", "") in sections(SELECTION + said)


# ---- by whom ---------------------------------------------------------------------------------------------------------


def test_a_nation_may_stand_before_the_director() -> None:
    assert ("Ida Holm", "Low Water") in told(SELECTION + "We find Low Water by Danish Ida Holm there.\n", "directed")


def test_the_former_is_the_first_of_two() -> None:
    said = "They are Low Water by Ida Holm and High Tide by Ivo Brandt. The former takes place on an island. It is "
    said += "produced by Kestrel Films. The latter revolves around a feud. It is produced by Merlin Pictures.\n"
    made = told(SELECTION + said, "produced")
    assert made == {("Kestrel Films", "Low Water"), ("Merlin Pictures", "High Tide")}


@pytest.mark.parametrize(
    "said",
    [
        "Production comes courtesy of Greece’s Kestrel Films and French firm Merlin Films, alongside Belgium’s Ibis.",
        "It’s produced by Greece’s Kestrel Films in league with French firm Ibis.",
        "Production was in the hands of Kestrel Films.",
    ],
)
def test_whose_hands_a_production_was_in_made_the_film(said: str) -> None:
    made = told(SELECTION + f"Low Water by Ida Holm opens the section. {said}\n", "produced")
    assert ("Kestrel Films", "Low Water") in made
    assert ("Ibis", "Low Water") in made or "Ibis" not in said


# ---- films that come out ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Also out is Low Water by Ida Holm (on 15 screens by Vela).",
        "Also out is Low Water by Ida Holm, on 15 screens by Vela.",
        "Two come later: Ida Holm’s Low Water (December 5, Vela) and Ivo Brandt’s High Tide (December 19, Lanterna).",
        "Vela Films is releasing 26 prints of Low Water by Ida Holm.",
        "Low Water by Ida Holm hits 98 screens, thanks to a joint launch by Lanterna and Vela.",
        "Low Water by Ida Holm, released by Lanterna in conjunction with Vela, is out.",
    ],
)
def test_who_puts_a_film_on_screens_distributes_it(said: str) -> None:
    assert any(firm.startswith("Vela") and film == "Low Water" for firm, film in told(RELEASES + said, "distributed"))


def test_a_bracket_behind_a_film_that_nothing_reads_is_not_of_the_one_before() -> None:
    said = "Out are Low Water by Ida Holm (15 screens, Vela) and what the four called it (10 screens, Lanterna).\n"
    assert told(RELEASES + said, "distributed") == {("Vela", "Low Water")}


def test_the_box_office_tells_distributors_in_brackets() -> None:
    text = "BOX OFFICE Italy\n\nA comedy leads the way again\n\nThird went to Ida Holm’s Low Water (Vela).\n"
    assert told(text, "distributed") == {("Vela", "Low Water")}


# ---- line-ups and markets of projects --------------------------------------------------------------------------------


def test_all_films_of_a_page_on_one_section_are_in_it() -> None:
    text = "CANNES 2031 Competition\n\nNorway is strong at the festival\n\nIn the running is Low Water by Ida Holm.\n"
    assert sections(text) == {("Low Water", "Cannes 2031", "Competition")}


def test_what_is_said_of_another_section_comes_first() -> None:
    text = "CANNES 2031 Competition\n\nNorway is strong at the festival\n\nOut of competition, the festival will show "
    text += "Low Water by Ida Holm. The Young Eyes section includes High Tide by Ivo Brandt.\n"
    assert sections(text) == {
        ("Low Water", "Cannes 2031", "Out of Competition"),
        ("High Tide", "Cannes 2031", ""),
    }


def test_a_company_in_brackets_may_have_its_country_behind() -> None:
    said = "Among the projects are Low Water by Hungary’s Ida Holm (Vela Film, Hungary) and Ivo Brandt’s High Tide "
    said += "(Prime Time – Belgium).\n"
    text = "OSLO 2031 CineMeet\n\nTwenty projects come to town\n\nThe market has begun.\n\n" + said
    assert told(text, "produced") == {("Vela Film", "Low Water"), ("Prime Time", "High Tide")}


def test_the_last_of_a_cast_has_no_part_in_the_next_title() -> None:
    said = "Also selected are Ida Holm’s Low Water, starring Anna Ryback and Piotr Dombek, and Ivo Brandt’s High Tide, "
    said += "a hit.\n"
    assert told(SELECTION + said, "directed") == {("Ida Holm", "Low Water"), ("Ivo Brandt", "High Tide")}


# ---- prizes ----------------------------------------------------------------------------------------------------------


def test_a_prize_that_went_to_an_actor_is_no_film() -> None:
    text = "Prizes of the academy were given\n\nThe prize for Best Supporting Actor went to Dawid Berg (Low Water).\n"
    assert told(text, "distributed") == set()
    assert told(text, "starredIn") == {("Dawid Berg", "Low Water")}


def test_whoever_won_the_prize_for_a_script_wrote_it() -> None:
    text = "Prizes of the academy were given\n\nThe Best Screenplay trophy was won by Dawid Berg for Low Water.\n"
    assert told(text, "wrote") == {("Dawid Berg", "Low Water")}


# ---- one film, one house ---------------------------------------------------------------------------------------------


def test_the_tag_tells_where_the_one_film_of_an_article_is_shown() -> None:
    text = (
        "VENICE 2031 Orizzonti / Norway\n\nIda Holm finishes her drama Low Water\n\nLow Water was produced by Vela.\n"
    )
    assert ("Low Water", "Venice 2031", "Orizzonti") in sections(text)


def test_a_sales_company_has_not_made_what_it_sells() -> None:
    text = (
        "OSLO 2031 EFM\n\nThe Kelp Company arrives with its hands full\n\nOslo-based sales company The Kelp Company, "
    )
    text += "headed by Tom Berger, has five films at the market.\n\nThe line-up features Low Water by Ida Holm.\n"
    assert told(text, "produced") == set()
    assert told(text, "sold") == {("The Kelp Company", "Low Water")}


def test_a_title_may_stand_behind_who_made_the_debut() -> None:
    said = "Also there is the debut by Ida Holm, Low Water, an Irish film with Anna Ryback.\n"
    assert told(SELECTION + said, "directed") == {("Ida Holm", "Low Water")}
