"""Grants and deals told in prose: lists with "helmed by" and "from", firms for countries, who has worked with whom."""

from __future__ import annotations

import re

from kg.document import Document
from kg.extract import read_all

GRANTS = """Five directors granted advances on receipts

Five debut projects were selected at the last session held by the first committee.

The projects include Cendres et neige (lit. “Ashes and Snow”), the debut feature directed and co-written by well-known
actress Fanny Ardel, who will also star in the film. It will be produced by Prins Films, the company of director Tony
Gatlan, who directed the actress last year.

Other films granted support include Sabra by Marie Dumont (Quartz Productions), A Ba Mer by Sara Bouyer (Atenaise) and
Ursula Maier’s House, a co-production between Switzerland (Lox productions), Belgium (Nied productions) and France
(Arkipel 53).

The features to receive funding are J’étais Le Frère directed by Soufi Adel (produced by Société Acéphane), Nina from
Pauline Loquet (Blue Sunday Productions) and Laurent Dans Le Vif helmed by Anton Balek and Léo Couteau (Mabelle Films).

The first, Proxima by Alice Winter, will also be produced by Emilie Tissot for Dario Films. This will be the third
feature by the filmmaker, whose two previous movies were both unveiled on the Croisette: Augusta (premiered in the 2012
Critics’ Week) and Disarray (selected in Un Certain Regard in 2015).

The fund will support another project being staged by Dharma with C'est ça la vie by Claire Bürger, which will be the
second feature by the filmmaker, who co-directed Party Boy (Caméra d'Or at Cannes in 2014) with Marie Amach and Samuel
Thies.
"""
HEAD = (
    "Danish films are on their way\nBy Anna Moe, 12 March 2019\n\nCOPENHAGEN: Danish producers have had a busy spring, "
    "and several productions have been started in the last weeks, as the national film body told us.\n\n"
)


def told(text: str) -> set[str]:
    """Give the claims of a page as words, with the territory where they have one; a paragraph is one line."""
    (reading,) = read_all([Document("page", re.sub(r"(?<!\n)\n(?!\n)", " ", text))])
    return {
        " ".join(
            filter(
                None,
                [
                    claim.subject.name,
                    claim.predicate,
                    str(getattr(claim.object, "name", "")),
                    str(claim.qualifiers.get("territory", "")),
                ],
            )
        )
        for claim in reading.claims
    }


def test_a_director_is_nobody_whose_company_made_the_film() -> None:
    assert "Tony Gatlan directed Cendres et neige" not in told(GRANTS)


def test_who_will_also_star_in_the_film_plays_in_it() -> None:
    assert "Fanny Ardel starredIn Cendres et neige" in told(GRANTS)


def test_one_word_in_brackets_behind_a_director_is_the_company_that_makes_the_film() -> None:
    assert "Atenaise produced A Ba Mer" in told(GRANTS)


def test_it_is_no_earlier_film_of_the_director() -> None:
    assert "Sara Bouyer directed Atenaise" not in told(GRANTS)


def test_companies_of_countries_may_be_called_productions_in_small_letters() -> None:
    assert {"Lox productions produced House", "Arkipel 53 produced House"} <= told(GRANTS)


def test_a_list_may_say_from_whom_a_film_is() -> None:
    assert {"Pauline Loquet directed Nina", "Blue Sunday Productions produced Nina"} <= told(GRANTS)


def test_the_next_title_of_a_list_is_nobody_who_directed_the_one_before() -> None:
    assert "Nina directed J’étais Le Frère" not in told(GRANTS)


def test_a_list_may_say_who_helmed_a_film() -> None:
    assert {"Anton Balek directed Laurent Dans Le Vif", "Mabelle Films produced Laurent Dans Le Vif"} <= told(GRANTS)


def test_a_title_may_be_called_as_a_section_of_festivals_is() -> None:
    assert {"Alice Winter directed Proxima", "Emilie Tissot produced Proxima"} <= told(GRANTS)


def test_previous_films_behind_a_colon_are_the_directors() -> None:
    assert {"Alice Winter directed Augusta", "Alice Winter directed Disarray"} <= told(GRANTS)


def test_a_foreign_title_is_no_partner_of_who_stages_it() -> None:
    assert {"Claire Bürger directed C'est ça la vie", "Dharma produced C'est ça la vie"} <= told(GRANTS)


def test_who_co_directed_a_film_with_others_and_the_others_directed_it() -> None:
    assert {"Claire Bürger directed Party Boy", "Samuel Thies directed Party Boy"} <= told(GRANTS)


def test_firms_for_countries_all_make_a_film() -> None:
    page = HEAD + (
        "There’s Stéphane Cazal’s debut feature Le Sens de Nos Veines. The film is produced by Arsen and Bibo Films "
        "for France, and Chien et Loup for Belgium."
    )
    assert "Chien et Loup produced Le Sens de Nos Veines" in told(page)


def test_who_worked_with_a_director_in_a_film_played_in_it() -> None:
    page = HEAD + (
        "Lucas Belmont is shooting Chez Paul. The cast includes Emilie Duquenne, who’s already worked with Lucas "
        "Belmont in Pas mon genre, as well as André Dussolin."
    )
    assert {"Emilie Duquenne starredIn Pas mon genre", "Lucas Belmont directed Pas mon genre"} <= told(page)


def test_who_wrote_a_script_about_something_far_away_wrote_the_film() -> None:
    page = HEAD + (
        "Markus Walter’s One Way Back is set to begin its shoot. The screenplay about a group of young people who look "
        "for mushrooms in Switzerland’s Jura Mountains was written by Austrian screenwriters Matthias Bauer and "
        "Bastian Zacher."
    )
    assert {"Matthias Bauer wrote One Way Back", "Bastian Zacher wrote One Way Back"} <= told(page)
    assert not any("Jura Mountains" in claim for claim in told(page))


def test_a_second_territory_has_a_distributor_of_its_own() -> None:
    page = HEAD + (
        "Markus Walter’s One Way Back is set to begin its shoot. One Way Back will be released theatrically in "
        "Switzerland by Ascona Entertainment and in Austria by Thymfilm next year."
    )
    assert "Thymfilm distributed One Way Back Austria" in told(page)


def test_letters_joined_by_an_ampersand_are_a_companys() -> None:
    page = HEAD + "Downing and Tailor’s G&NE launches a fund. G&NE’s Mike Downing is in development on a film."
    assert not any(claim.endswith(" G&NE") for claim in told(page))


def test_a_possessive_before_a_production_company_directs_nothing() -> None:
    page = HEAD + (
        "Mike Downing’s UK production company Field Pictures starts principal photography on a feature, Donkey Bay. It "
        "is shot in Malta."
    )
    assert "Mike Downing directed Donkey Bay" not in told(page)


def test_the_prizes_of_a_film_stand_before_its_title() -> None:
    page = HEAD + "The biggest attraction was May el Thoury’s Sundance and Göteborg winning film Queen of Harps."
    assert "May el Thoury directed Queen of Harps" in told(page)
    assert not any(claim.endswith(" Sundance") for claim in told(page))


def test_whom_a_film_was_sold_by_sells_it_to_others() -> None:
    page = HEAD + (
        "There is Thelma Nord by Norway’s Joakim Triel, which Mementa International has sold for more than 20 "
        "territories."
    )
    assert "Mementa International sold Thelma Nord" in told(page)


def test_a_territory_has_a_buyer_in_brackets_and_no_other_name() -> None:
    page = HEAD + (
        "Ulmo Films has closed deals on “Low Water” with Germany (Wild Bench), Spain (De Planeta) and Eastern "
        "Europe (SPX)."
    )
    assert "SPX distributed Low Water Eastern Europe" in told(page)


def test_two_actors_have_their_films_in_brackets_before_what_they_landed() -> None:
    page = (
        "James Badger Dale (Only The Bold) and Brian Gerahty (The Alien Doctor) have landed the leads in The Incident "
        "At Sparrow Mill, an indie drama that Henry Durham is set to direct from his own script. It is a film about a "
        "militia, and the cameras roll in Dallas next month, as the producers told us in the spring.\n\n"
        "Also in the cast are Patrick Fisher and Gene Jonas.\n"
    )
    assert {
        "James Badger Dale starredIn The Incident At Sparrow Mill",
        "Henry Durham directed The Incident At Sparrow Mill",
        "Gene Jonas starredIn The Incident At Sparrow Mill",
    } <= told(page)


def test_who_made_a_film_by_and_with_oneself_plays_in_it() -> None:
    page = (
        HEAD + "There is The Winter House by and with Valeria Bruni Tardi, in which a woman must get over a break-up."
    )
    assert {"Valeria Bruni Tardi directed The Winter House", "Valeria Bruni Tardi starredIn The Winter House"} <= told(
        page
    )


def test_three_directors_are_there_with_a_film_each() -> None:
    page = HEAD + (
        "Three directors are on it: Matteo Garretto with Dogmann, Alice Rohrbach with Happy Lazarus and Valeria "
        "Gollino with Euforika."
    )
    assert {
        "Matteo Garretto directed Dogmann",
        "Alice Rohrbach directed Happy Lazarus",
        "Valeria Gollino directed Euforika",
    } <= told(page)
