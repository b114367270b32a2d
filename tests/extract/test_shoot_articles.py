"""Articles on one film in the making: who makes and plays it, where its money is from, what its makers made before."""

from __future__ import annotations

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of

HEAD = "Ida Holm shoots Low Tide\n\n02/06/2021\n\nThe shoot of Ida Holm’s Low Tide began on Monday in Bergen.\n\n"
LINKS = "[+see also:\ntrailer\nfilm profile\n]"


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    """Give what an article says by one predicate, be it of somebody or of a word."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        (claim.subject.name, what.name if isinstance(what, Mention) else what.value)
        for claim in reading.claims
        for what in [claim.object]
        if claim.predicate == predicate and isinstance(what, (Mention, Value))
    }


def stated(text: str, predicate: str) -> set[frozenset[str]]:
    """Give the pairs that an article itself states, and not those that follow from what it says."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        frozenset({claim.subject.name, claim.object.name})
        for claim in reading.claims
        if claim.predicate == predicate and claim.certainty != "inferred" and isinstance(claim.object, Mention)
    }


# -- who produces it


def test_co_producers_are_partners_of_the_producer_and_not_of_one_another() -> None:
    text = HEAD + "It is produced by Sund Film in co-production with Denmark’s Kobber Film and Sweden’s Lilla Huset."
    assert frozenset({"Kobber Film", "Lilla Huset"}) not in stated(text, "coProducedWith")


def test_co_producers_without_a_producer_are_partners() -> None:
    text = HEAD + "It is co-produced by Kobber Film and Lilla Pictures."
    assert frozenset({"Kobber Film", "Lilla Pictures"}) in stated(text, "coProducedWith")


def test_somebody_who_co_produces_does_not_produce() -> None:
    text = HEAD + (
        "Low Tide is being produced by Ana Roth for Oslo-based Sund Film and co-produced by Jo Berg through "
        "Aarhus’s Kobber Film."
    )
    assert ("Jo Berg", "Low Tide") not in pairs_of(text, "produced")


def test_a_producer_stands_in_brackets_behind_a_company() -> None:
    text = HEAD + "It is produced by Sund Film in co-production with Denmark’s Kobber Film (Jens Lund)."
    assert ("Jens Lund", "Low Tide") in pairs_of(text, "coProduced")


def test_a_company_is_called_by_its_whole_name() -> None:
    text = (
        "Ida Holm shoots Low Tide\n\n02/06/2021 - A Films du Port production that began shooting in Bergen\n\n"
        "Low Tide is produced by Ana Roth on behalf of Les Films du Port, in co-production with Kobber Film."
    )
    assert {firm for firm, _ in pairs_of(text, "produced")} == {"Ana Roth", "Les Films du Port"}


def test_an_article_before_a_body_with_an_acronym_is_no_part_of_its_name() -> None:
    text = HEAD + "The Nordic National Television (NNT) and Kobber Film are also coproducing."
    assert ("Nordic National Television", "Low Tide") in pairs_of(text, "coProduced")


def test_an_associate_partner_takes_part() -> None:
    text = HEAD + "It is produced by Ana Roth for Sund Film, with NRK on board as an associate partner."
    assert ("NRK", "Low Tide") in pairs_of(text, "participatedIn")


def test_two_sums_come_from_two_funds() -> None:
    text = HEAD + "The project received 650,000 EUR from the Danish Film Institute and 120,000 EUR from Film Fyn."
    assert pairs_of(text, "funded") == {("Danish Film Institute", "Low Tide"), ("Film Fyn", "Low Tide")}


def test_a_shortened_name_keeps_its_stop() -> None:
    text = HEAD + "Paris-based Charbon Intl. handles world rights and will introduce it to buyers at Toronto."
    assert ("Charbon Intl.", "Low Tide") in pairs_of(text, "sold")


def test_a_partner_in_a_coproduction_is_no_film() -> None:
    text = HEAD + "Then came Bread Road (2015), a coproduction with Latvia’s Vara Vējš, directed by Mari Soosaar."
    assert ("Mari Soosaar", "Vara Vējš") not in pairs_of(text, "directed")


# -- who writes, films and plays it


def test_a_cinematographer_behind_writers_is_none_of_them() -> None:
    text = (
        HEAD + "The script was penned by Ana Roth and Jo Berg, and Per Lund, who shot both earlier films, is the DoP."
    )
    assert ("Per Lund", "Low Tide") not in pairs_of(text, "wrote")


def test_writers_before_a_cinematographer_film_nothing() -> None:
    text = (
        HEAD + "The script was penned by Ana Roth and Jo Berg, and Per Lund, who shot both earlier films, is the DoP."
    )
    assert {who for who, _ in pairs_of(text, "photographed")} <= {"Per Lund"}


def test_somebody_herself_is_in_the_cast() -> None:
    text = HEAD + "Filming will last five weeks, with Ana Roth, Jo Berg and Mia Lund herself in the cast."
    assert {("Ana Roth", "Low Tide"), ("Mia Lund", "Low Tide")} <= pairs_of(text, "starredIn")


def test_somebody_of_a_nation_of_two_words_plays_beside_others() -> None:
    text = HEAD + "Playing the leads are Ana Roth and Jo Berg, as well as Cape Verdean musician Mia Lund."
    assert ("Mia Lund", "Low Tide") in pairs_of(text, "starredIn")


def test_actors_of_another_nation_behind_those_of_one_are_not_of_that_one() -> None:
    text = HEAD + "Playing the leads are Danish actors Ana Roth, Jo Berg, Dutch thesps Jan Visser and Mia Lund."
    assert {who for who, land in told(text, "nationality") if land == "Denmark"} == {"Ana Roth", "Jo Berg"}


def test_titles_in_a_bracket_need_no_links_beside_one_that_has_them() -> None:
    text = HEAD + f"The leads are played by Ana Roth (Late Harvest {LINKS}, The Ferryman’s Widow) and Jo Berg."
    assert ("Ana Roth", "The Ferryman’s Widow") in pairs_of(text, "starredIn")


def test_a_prize_in_a_bracket_with_a_linked_title_is_no_work() -> None:
    text = HEAD + f"The leads are played by Ana Roth (Best Actress, Late Harvest {LINKS}) and Jo Berg."
    assert ("Ana Roth", "Best Actress") not in pairs_of(text, "starredIn")


# -- what the film is called, and at which stage it is


def test_a_bracket_between_a_title_and_its_links_is_another_title() -> None:
    text = f"Ida Holm shoots Low Tide\n\n02/06/2021\n\nCameras roll on Low Tide (Lavvann) {LINKS}\n, in Bergen."
    assert ("Low Tide", "Lavvann") in told(text, "alsoKnownAs")


def test_a_company_between_a_title_and_its_links_is_no_title() -> None:
    text = f"Ida Holm shoots Low Tide\n\n02/06/2021\n\nCameras roll on Low Tide (Sund Film) {LINKS}\n, in Bergen."
    assert not told(text, "alsoKnownAs")


def test_a_foreign_title_begins_with_its_article() -> None:
    text = HEAD + "Low Tide (Los sopladores), a drama, stars Ana Roth."
    assert ("Low Tide", "Los sopladores") in told(text, "alsoKnownAs")


def test_a_foreign_title_ends_before_a_verb() -> None:
    text = "Actress shoots debut\n\n02/06/2021\n\nShooting on Le Fil du temps began on Monday in Liège."
    assert told(text, "stage") == {("Le Fil du temps", "shooting")}


def test_a_possessive_behind_a_title_may_end_its_sentence() -> None:
    text = "Filming on Low Tide\n\n02/06/2021\n\nFilming has begun on Low Tide, Ida Holm’s debut feature. It is long."
    assert ("Ida Holm", "Low Tide") in pairs_of(text, "directed")


def test_somebody_is_in_production_with_a_film() -> None:
    text = "Ida Holm in production\n\n02/06/2021\n\nOSLO: Ida Holm is in production with The Beehive, a drama."
    assert told(text, "stage") == {("The Beehive", "shooting")}


def test_the_director_is_seen_to_begin() -> None:
    text = (
        "Ida Holm is back\n\n02/06/2021\n\nIda Holm, who made her name with Winter Ferry, is back behind the camera. "
        "Last Monday saw the director kick off filming in Bergen on Low Tide, a drama."
    )
    assert ("Low Tide", "shooting") in told(text, "stage")


def test_a_film_is_in_a_week_of_shooting() -> None:
    text = (
        "Holm returns\n\n02/06/2021\n\nHer producer told us that Everything We Lost is in its third week of shooting."
    )
    assert told(text, "stage") == {("Everything We Lost", "shooting")}


def test_photography_will_take_place() -> None:
    text = (
        "Holm’s second feature\n\n02/06/2021\n\nPrincipal photography on Ida Holm’s second feature film Power Cut will "
        "take place during the winter."
    )
    assert told(text, "stage") == {("Power Cut", "pre-production")}


def test_where_a_shoot_takes_place_no_story_does() -> None:
    assert not told(HEAD + "The shoot takes place in Friuli and lasts 38 days.", "setIn")


# -- what was made before


def test_earlier_films_were_produced_by_a_company() -> None:
    text = HEAD + (
        "Holm’s previous features, Half Brothers / Polbrata (2010) and What They Saw / Kaj so videli (2014), were also "
        "produced by Sund Film."
    )
    assert pairs_of(text, "produced") == {("Sund Film", "Half Brothers"), ("Sund Film", "What They Saw")}


def test_shorts_were_directed_before() -> None:
    text = HEAD + "Ida Holm previously directed the short films Bread (2014) and Night Shift (2017), which won prizes."
    assert {("Ida Holm", "Bread"), ("Ida Holm", "Night Shift")} <= pairs_of(text, "directed")


def test_a_film_is_somebodys_second_after_one() -> None:
    text = (
        "Third feature under way\n\n02/06/2021\n\nThe shoot for Low Tide, Ida Holm’s second feature film after Weekday "
        "Lovers, began on 3 October."
    )
    assert pairs_of(text, "directed") == {("Ida Holm", "Low Tide"), ("Ida Holm", "Weekday Lovers")}


def test_a_producer_has_produced_before() -> None:
    text = HEAD + "It is produced by Mia Lund for Sund Film. Mia Lund previously produced Snow on Sunday by Per Ravn."
    assert ("Mia Lund", "Snow on Sunday") in pairs_of(text, "produced")


def test_after_a_success_its_director_shoots_another() -> None:
    text = (
        "New film in Bergen\n\n02/06/2021\n\nFollowing the success of The Ferry Girl, which drew 312,000 admissions, "
        "Ida Holm has started shooting Low Tide."
    )
    assert ("Ida Holm", "The Ferry Girl") in pairs_of(text, "directed")


def test_she_wrote_a_script_that_somebody_else_filmed() -> None:
    text = HEAD + "Ida Holm is from Cork. She wrote the script for last year’s comedy The Parish Hall."
    assert ("Ida Holm", "The Parish Hall") in pairs_of(text, "wrote")


def test_a_debut_told_in_passing_leaves_the_text_with_its_film() -> None:
    text = HEAD + "In her debut, Nocturno, Holm filmed the night. This time she works from a script by Jo Berg."
    assert ("Jo Berg", "Low Tide") in pairs_of(text, "wrote")


def test_the_director_of_the_film_made_the_debut_as_well() -> None:
    text = (
        "Review: Low Tide\n\n11/02/2019 - BERLIN 2019: Catalan director Ida Holm’s second film tells of a village\n\n"
        f"Low Tide {LINKS}, which is set in Bergen, begins well.\n\n"
        f"In her debut, Nocturno {LINKS}, Holm already filmed the night."
    )
    assert ("Ida Holm", "Nocturno") in pairs_of(text, "directed")


def test_a_bracket_behind_links_is_of_the_title_before_them() -> None:
    text = (
        HEAD + f"In her debut, Nocturno {LINKS} (which won the Golden Shell in San Sebastián in 2014), Holm filmed it."
    )
    assert pairs_of(text, "screenedAt") == {("Nocturno", "San Sebastián 2014")}


def test_a_short_story_is_no_short_film() -> None:
    assert not told(HEAD + "This time she adapts a short story by Jo Berg.", "genre")


def test_who_wrote_a_short_story_wrote_no_script() -> None:
    assert not pairs_of(HEAD + "This time she adapts a short story by Jo Berg.", "wrote")


# -- what reviews and interviews say


def test_a_review_names_the_section_of_the_festival_above_it() -> None:
    text = (
        "Review: Low Tide\n\n11/02/2019 - BERLIN 2019: Catalan director Ida Holm’s second film tells of a village\n\n"
        f"Low Tide {LINKS}, which had its premiere in the Panorama section of the 69th Berlinale, begins well."
    )
    reading = read_article(Document("page.txt", text), Known())
    shown = [claim for claim in reading.claims if claim.predicate == "screenedAt"]
    assert [(claim.object.name, claim.qualifiers.get("section")) for claim in shown] == [("Berlin 2019", "Panorama")]


def test_my_producer_and_my_co_writer_made_the_film() -> None:
    text = (
        "INTERVIEW\n\nIda Holm • Director of Low Tide\n\n“A tide”\n\nby Per Dahl\n\n11/02/2019 - The director talks\n\n"
        f"We met up with Ida Holm to talk about Low Tide {LINKS}, her second feature.\n\nHow did it begin?\n"
        "Ida Holm: My producer, Mia Lund, called me. My co-writer Ola Berg says so as well."
    )
    assert pairs_of(text, "produced") | pairs_of(text, "wrote") == {("Mia Lund", "Low Tide"), ("Ola Berg", "Low Tide")}


def test_a_producer_who_speaks_produces_the_film() -> None:
    text = HEAD + "“We are almost there,” smiles producer Mia Lund, of Sund Film."
    assert pairs_of(text, "produced") == {("Mia Lund", "Low Tide")}


# -- FNE’s own turns


def test_a_director_is_currently_in_production_with_a_film() -> None:
    text = (
        "Second feature\n\n02/06/2021\n\nSlovak director Jano Vojtík is currently in production with Low Tide, a drama."
    )
    assert pairs_of(text, "directed") == {("Jano Vojtík", "Low Tide")}


def test_a_title_is_a_national_directors_third_feature() -> None:
    text = (
        "Elder drama\n\n02/06/2021\n\nKey House Mirrors is Danish director Mikkel Nord’s third feature after Northeast."
    )
    assert ("Mikkel Nord", "Key House Mirrors") in pairs_of(text, "directed")


def test_a_broadcaster_is_called_by_its_country() -> None:
    text = HEAD + "It is produced by Sund Film and coproduced by the Radio and Television of Slovakia (RTVS)."
    assert ("Radio and Television of Slovakia", "Low Tide") in pairs_of(text, "coProduced")


def test_two_companies_of_a_land_are_two() -> None:
    text = HEAD + "It is a co-production between Oslo’s Sund Film, Germany’s Kobalt Film and De Facto Films of the UK."
    assert {"Kobalt Film", "De Facto Films"} <= {firm for firm, _ in pairs_of(text, "produced")}


def test_cameras_that_start_next_week_do_not_roll_yet() -> None:
    text = "Next week in Kerry\n\n02/06/2021\n\nCameras start rolling next week on The Drowning Season, a thriller."
    assert told(text, "stage") == {("The Drowning Season", "pre-production")}


def test_who_finishes_a_week_of_the_shoot_is_not_editing() -> None:
    text = HEAD + "The filmmaker is finishing the fifth week of the shoot of her third feature."
    assert told(text, "stage") == {("Low Tide", "shooting")}


def test_somebody_is_cast_in_a_role() -> None:
    text = HEAD + "Also cast in a major role is Swedish actor Sven Wolff."
    assert pairs_of(text, "starredIn") == {("Sven Wolff", "Low Tide")}


def test_people_from_a_company_produced_the_film() -> None:
    text = HEAD + "Mia Lund and Ana Roth from Polish outfit Mandaty produced the film."
    assert {"Mia Lund", "Ana Roth", "Mandaty"} == {who for who, _ in pairs_of(text, "produced")}


def test_a_film_has_the_involvement_of_broadcasters() -> None:
    text = HEAD + "It boasts the involvement of RTVE and TV3."
    assert {who for who, _ in pairs_of(text, "participatedIn")} == {"RTVE", "TV3"}


# -- who is meant


def test_whom_somebody_plays_is_no_actor() -> None:
    text = HEAD + "Boris Isak plays Slavko, and Hana Sever, who won a prize in Pula, plays Marta."
    assert {who for who, _ in pairs_of(text, "starredIn")} == {"Boris Isak", "Hana Sever"}


def test_an_owner_behind_a_comma_and_an_and_owns_alone() -> None:
    text = HEAD + "The slate includes Joe Berg’s thriller Night Boat, starring Mia Lund, and Ana Roth’s The Roads."
    assert {who for who, work in pairs_of(text, "directed") if work == "The Roads"} == {"Ana Roth"}


def test_who_plays_the_lead_is_no_title() -> None:
    text = "Cameras roll\n\n02/06/2021 - Ida Holm is back behind the camera in Bergen, with Myrtho Kavaliou in the lead"
    assert not pairs_of(text, "directed")


def test_a_director_is_the_author_of_shorts() -> None:
    text = HEAD + "It is the first feature film by Ida Holm, who is the author of numerous shorts, including The Bride."
    assert ("Ida Holm", "The Bride") in pairs_of(text, "directed")


def test_a_director_is_known_for_two_works() -> None:
    text = HEAD + "Ida Holm, known for her short The Painter and for her debut, Mother Tongue, wrote the script."
    assert {("Ida Holm", "The Painter"), ("Ida Holm", "Mother Tongue")} <= pairs_of(text, "directed")


def test_a_channel_produces_with_a_company() -> None:
    text = HEAD + "Low Tide is produced by Mia Lund for Sund Film with RAI Cinema, in co-production with Kobalt Film."
    assert ("RAI Cinema", "Low Tide") in pairs_of(text, "produced")


def test_who_will_introduce_a_film_to_buyers_sells_it() -> None:
    text = "Stars on board\n\n02/06/2021\n\nThey star in The Long Strand, which Sund Sales will introduce to buyers."
    assert ("Sund Sales", "The Long Strand") in pairs_of(text, "sold")


def test_a_record_at_the_end_is_of_the_title_above_it() -> None:
    text = (
        "Cameras roll on an island\n\n02/06/2021\n\nIda Holm called action. Otherwise, her third feature, will keep "
        "a crew busy.\n\nHolm’s debut, Two Goats, took part in the competition at Thessaloniki in 2011.\n\n"
        "Otherwise\nDrama, 105 min.\nDirector: Ida Holm\nCast: Mia Lund, Ana Roth"
    )
    assert pairs_of(text, "starredIn") == {("Mia Lund", "Otherwise"), ("Ana Roth", "Otherwise")}


# -- what the page prints around it


def test_who_supports_the_site_funds_no_film() -> None:
    text = (
        HEAD + "It is produced by Sund Film.\n\nNew Film Europe is published with the support of Creative Europe MEDIA."
    )
    assert not pairs_of(text, "funded")


def test_a_byline_with_a_date_is_no_writer() -> None:
    text = (
        "PRODUCTION: Low Tide in Postproduction\nWritten by Mia Berg Published: 12 March 2021 in Norway\n\n"
        "OSLO: Ida Holm has finished shooting Low Tide."
    )
    assert not pairs_of(text, "wrote")
