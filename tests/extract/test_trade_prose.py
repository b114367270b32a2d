"""Sentences of trade articles: who made a name where, lists of what was bought, release news, headlines in capitals."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_all

HEAD = (
    "Danish films are on their way\nBy Anna Moe, 12 March 2019\n\nCOPENHAGEN: Danish producers have had a busy spring, "
    "and several productions have been started in the last weeks, as the national film body told us.\n\n"
)
RELEASES = (
    "RELEASES Belgium\n\nThree domestic films hit screens\n\nby \n\nWith three domestic co-productions among the eight "
    "European releases, this week’s line-up has a distinctly Belgian flavour.\n\n"
)
LISTING = """PRODUCTION: Mirko Sikav to Shoot Debut Feature Honey Cow in November 2023
ZAGREB: The documentary filmmaker Mirko Sikav is set to start shooting his first feature in November 2023.
PRODUCTION: Ivan Ostroch in Preproduction with Slovak/Czech The Autumn
BRATISLAVA: Slovak director Ivan Ostroch is getting ready to start production on his new film this week.
PRODUCTION: Goran Devin in Production with Docu-Fiction What's to Be Seen?
SKOPJE: The director Goran Devin is in production with a docu-fiction on the workers of a train factory.
PRODUCTION: Serbian Director Rade Andrin Shoots Sequel to His Blockbuster Lads
BELGRADE: Rade Andrin has started the production of a sequel. The sequel is titled Lads Again!.
"""


def told(text: str) -> set[str]:
    """Give the claims of a page as words, with section and territory where they have one."""
    (reading,) = read_all([Document("page", text)])
    return {
        " ".join(
            filter(
                None,
                [
                    claim.subject.name,
                    claim.predicate,
                    str(getattr(claim.object, "name", "")),
                    str(claim.qualifiers.get("section", "")),
                ],
            )
        )
        for claim in reading.claims
    }


def test_who_turned_heads_at_a_section_with_a_film_directed_it() -> None:
    page = (
        HEAD + "The new film by Elin Psar, who turned heads at the Berlinale Forum in 2013 with Bright Sand, is shot."
    )
    assert "Bright Sand screenedAt Berlinale 2013 Forum" in told(page)


def test_a_section_alone_with_a_year_is_of_its_festival() -> None:
    page = (
        HEAD
        + "Salt is the second feature by Ida Holm, discovered at the Directors’ Fortnight in 2012 with Bright Sand."
    )
    assert {"Ida Holm directed Bright Sand", "Bright Sand screenedAt Cannes 2012 Directors’ Fortnight"} <= told(page)


def test_a_festival_in_brackets_is_that_of_the_title_before_it() -> None:
    page = HEAD + "Salt is directed by Ida Holm, who was discovered with Bright Sand (Cannes Critics’ Week 2014)."
    assert not any(fact.startswith("Salt screenedAt") for fact in told(page))


def test_nations_in_brackets_are_countries_and_no_company() -> None:
    page = (
        "Hopes high for end to funding chaos\n\nGreek film production has undergone a financing crisis during the last "
        "couple of years, but several projects have managed to move forward.\n\nIts co-productions are Kostas Kapanis’ "
        "Urania (Greek-Italian, Euros 1.4m) shooting from May; and Panos Karkanis’ Salt Hill (Greek-Canadian-Dutch, "
        "Euros 2m), filming from August.\n"
    )
    assert {"Urania countryOfOrigin Greece", "Urania countryOfOrigin Italy"} <= told(page)


def test_what_of_a_budget_comes_from_a_body_funds_no_film() -> None:
    page = (
        HEAD + "Salt by Ida Holm (Oz Films – €60,000) was chosen. The budget of the fund amounts to €1 million "
        "(€800,000 of which come from the CNC and €200,000 from the GFC)."
    )
    assert not any(fact.startswith("CNC funded") for fact in told(page))


def test_a_title_goes_on_in_french_behind_a_comma() -> None:
    page = HEAD + "Also of note is Irina, la valise rouge by André Forel, which will be released in May."
    assert "André Forel directed Irina, la valise rouge" in told(page)


def test_a_title_before_links_may_have_a_comma_where_a_line_begins() -> None:
    page = (
        RELEASES + "Warsaw, Belgium [+see also:\nfilm review\nfilm profile\n]\nby Christophe Rompuy is being released."
    )
    assert "Christophe Rompuy directed Warsaw, Belgium" in told(page)


def test_a_company_may_begin_with_a_small_letter() -> None:
    page = HEAD + "Salt, directed by Ida Holm, is produced by Brussels-based wWave Pictures."
    assert "wWave Pictures produced Salt" in told(page)


def test_whom_a_film_also_has_plays_in_it() -> None:
    page = HEAD + "Salt is a comedy by Ida Holm. Besides Benoit Poel, the film also stars Bouli Lann."
    assert "Benoit Poel starredIn Salt" in told(page)


def test_kinds_and_nations_in_capitals_are_no_part_of_a_title() -> None:
    made = {fact for fact in told(LISTING) if " directed " in fact}
    assert {"Mirko Sikav directed Honey Cow", "Ivan Ostroch directed The Autumn"} <= made


def test_a_labelled_headline_may_ask() -> None:
    assert "Goran Devin directed What's to Be Seen?" in told(LISTING)


def test_who_shoots_a_sequel_to_a_film_of_their_own_made_both() -> None:
    assert {"Rade Andrin directed Lads", "Rade Andrin directed Lads Again!"} <= told(LISTING)


def test_pre_sales_on_one_film_are_of_no_other() -> None:
    page = HEAD + (
        "Alpha Cinema unveiled a series of pre-sales on Umberto Pasol’s Nowhere Ordinary. Greek director Christos "
        "Nik’s Pears locked in deals with Spain (Golem)."
    )
    sold = {fact for fact in told(page) if " sold " in fact}
    assert sold == {"Alpha Cinema sold Nowhere Ordinary"}


def test_a_box_with_another_articles_headline_is_not_read() -> None:
    page = HEAD + (
        "Michel Hazan’s comedy Last Cut sold to Spain (Vertical).\nRelated Story\nHow Upstart Buyer Beat Out Rivals To "
        "Land Ali Abb's Bracing Film 'Holy Crow'\nFor Asia, the film has sold to Japan (Gagarin)."
    )
    assert "Gagarin distributed Last Cut" in told(page)


def test_films_of_a_list_that_a_company_bought_are_its_own() -> None:
    page = HEAD + (
        "Four films were acquired by Officine Abu: Back to Bordeaux by French director Cédric Klap (Pot Unlucky), "
        "Grace by Sophie Fenn, Salt by Ida Holm, and Joint Family, a comedy by Alexandra Lec."
    )
    bought = {fact for fact in told(page) if " distributed " in fact}
    assert bought == {
        f"Officine Abu distributed {title}" for title in ("Back to Bordeaux", "Grace", "Salt", "Joint Family")
    }


RECORDS = """Polish Projects in the Pipeline

“Sorcerer”
Director: Agnieszka Hollend
Producers: Film & Song Entertainment, Madanta
Logline: Inspired by the life of Jan Mikol, it follows a herbalist who devotes his life to care for the sick.
Sales: Films Boudoir

“The Warmest Game”
Director: Lukasz Kosmin
Producer: Watchin Studio
Logline: Bill Pullmann stars in this spy thriller, set in Warsaw, as an American chess master.
Sales: Hyde Lane Entertainment
"""


def test_a_field_below_what_a_record_tells_is_of_its_film() -> None:
    assert {"Films Boudoir sold Sorcerer", "Hyde Lane Entertainment sold The Warmest Game"} <= told(RECORDS)


def test_a_sign_for_and_before_a_comma_stands_within_a_companys_name() -> None:
    assert "Film & Song Entertainment produced Sorcerer" in told(RECORDS)


def test_the_country_of_a_list_is_no_part_of_a_title() -> None:
    page = (
        "Producers on the move 2018\n\nEstonia - THE SECRET CLUB by Margus Pasj, produced by Esko Ripp (Nafto Films)\n"
        "Denmark // FLED by Jonas Poher Rasmus, produced by Monica Hellstrom (Final Scene)\n"
        "Croatia - NIGHTS OF MADNESS by Damian Nenad, produced by Oliver Sert (Restarted)\n"
    )
    assert {"Margus Pasj directed THE SECRET CLUB", "Jonas Poher Rasmus directed FLED"} <= told(page)


def test_a_region_in_brackets_makes_no_film() -> None:
    page = HEAD + "Salt is produced by Entre Loup et Chien, Prime Tide (Flanders) and Liaison Filmique (France)."
    assert "Flanders produced Salt" not in told(page)


def test_films_that_are_pitched_are_not_out() -> None:
    page = (
        "Producers publish their next projects\n\nThe organizers gave access to the projects that are pitched.\n\n"
        "“After”\nProducer: Andrea Quirat\nDirector: Oliver Laksha\nGenre: Road movie\nA team leaves for Africa.\n\n"
        "“La Bella Notte”\nProducer: Giovanni Pompei\nDirector: Laura Lucchesi\nGenre: Drama\nXenia goes off.\n\n"
        "“Dark Earth”\nProducer: Elina Litvina\nDirector: Triin Rumm\nGenre: Comedy\nA story of tragedy and humor.\n"
    )
    assert not any(" stage " in fact for fact in told(page))


CREDIT_LINES = (
    "Institute backs two Nordic co-productions\n\n"
    "The Norwegian Film Institute supports Danish director Ole Krag’s Ember "
    "and Swedish director Ida Holt’s Crossing.\n\n"
    "Ember\n\nDir: Ole Krag. Scr: Stig Aander. Prods: Lene Brandt, Karen Krogh, for Lynge Danmark. "
    "Norwegian co-prod: Aage Øverli, Fjellfilm Norge.\n\nThe award-winning director tells of a fire.\n\n"
    "Crossing\n\nScr/Dir: Ida Holt. Prod: Lars Lindmark, for Sweden’s Granit Film, "
    "with Dag Hoel, for Norway’s Hoelfilm.\n"
)


def test_a_field_of_a_nations_producers_ends_the_one_before_it() -> None:
    assert {"Lynge Danmark produced Ember", "Fjellfilm Norge coProduced Ember"} <= told(CREDIT_LINES)


def test_a_producer_named_beside_a_company_is_a_person() -> None:
    (reading,) = read_all([Document("page", CREDIT_LINES)])
    kinds = {claim.subject.type for claim in reading.claims if getattr(claim.subject, "name", "") == "Aage Øverli"}
    assert kinds == {"Person"}


def test_two_producers_are_each_for_a_company() -> None:
    expected = {"Lars Lindmark", "Granit Film", "Dag Hoel", "Hoelfilm"}
    assert {f"{name} produced Crossing" for name in expected} <= told(CREDIT_LINES)


def test_an_adjective_in_quotation_marks_is_no_title() -> None:
    page = HEAD + "The fund backs Frida Aspen’s “non-traditional” period drama Kingdom Come with €144,700."
    assert not any("non-traditional" in fact for fact in told(page))


def test_a_block_of_links_that_nothing_closes_ends_where_its_sentence_goes_on() -> None:
    page = (
        "Support for two features\n\n"
        "Lucas Belvoir’s new film This Is Our Field features Emilie Quesnel, who worked with Belvoir for Not My Kind "
        "[+see also:\ninterview: Lucas Belvoir\nfilm profile\n, and André Soldat. Both are produced by Artis Films.\n\n"
        "(The article continues below - Commercial information)PROMO Campaign Internal\n\n"
        "Another new film is John Shank’s Pompeia, produced by Tarente.\n"
    )
    assert not any("PROMO" in fact for fact in told(page))
    assert "Tarente produced Pompeia" in told(page)
