"""Lists of grants: titles of any words, brackets of any order, and the fund that decides."""

from __future__ import annotations

from kg.document import Document
from kg.extract.kind import recognise
from tests.extract.telling import pairs_of

_HEAD = "FUNDING Norway\n\nHarbour Film Fund backs seven films\n\nThe fund has granted €3m to seven projects.\n\n"


def told(sentence: str, predicate: str) -> set[tuple[str, str]]:
    return pairs_of(_HEAD + sentence, predicate)


def test_a_comma_belongs_to_a_title_that_its_list_closes_with_by():
    sentence = (
        "€200,000 went to Der Herbst, die Krähen by Ana Roth (Sund Film), and €100,000 to Salt by Jo Berg (Lux Film)."
    )
    assert ("Ana Roth", "Der Herbst, die Krähen") in told(sentence, "directed")


def test_and_belongs_to_a_title_behind_a_semicolon():
    sentence = "The recipients are: Low Tide by Jo Berg (Lux Film); Mona and Julie by Ana Roth (Sund Film)."
    assert ("Ana Roth", "Mona and Julie") in told(sentence, "directed")


def test_each_film_of_a_list_has_its_own_director():
    sentence = (
        "The winning projects are Cold Numbers directed by Ana Roth and produced by Jo Berg through Sund Film, and "
        "Spare Aunt directed by Lou Sand and produced by Mia Holm through Lux Film."
    )
    assert told(sentence, "directed") == {("Ana Roth", "Cold Numbers"), ("Lou Sand", "Spare Aunt")}


def test_a_title_with_another_behind_a_slash_follows_a_country_in_brackets():
    sentence = (
        "The films are Cold Light / Hladno svjetlo directed by Ana Roth and produced by Sund Film (Serbia) in "
        "coproduction with Lux Film (Croatia), Gravel Days / Dani šljunka directed by Jo Berg and produced by Alba "
        "Film."
    )
    assert ("Jo Berg", "Gravel Days") in told(sentence, "directed")


def test_a_possessive_within_a_title_is_no_directors():
    sentence = "The money goes to Ana Roth’s Nobody’s Kitchen (Sund Film – €620,000)."
    assert told(sentence, "directed") == {("Ana Roth", "Nobody’s Kitchen")}


def test_a_bullet_tells_a_title_that_is_not_final():
    sentence = (
        "• Where the river leads (provisional title), western by Ana Roth, "
        "Latvian-Polish co-production led by Sund Film."
    )
    assert ("Ana Roth", "Where the river leads") in told(sentence, "directed")


def test_a_working_title_in_quotation_marks_is_read_without_its_mark():
    sentence = 'The highest sum went to Ana Roth’s new film "Kaltes Wasser (AT)" (Sund Film, 850.000 €).'
    assert told(sentence, "directed") == {("Ana Roth", "Kaltes Wasser")}


def test_a_producer_and_a_company_share_a_bracket():
    sentence = "The projects are Spade by Ana Roth (production: Jo Berg - Sund Film) and Salt by Lou Sand (Lux Film)."
    assert {("Jo Berg", "Spade"), ("Sund Film", "Spade"), ("Lux Film", "Salt")} <= told(sentence, "produced")


def test_a_legal_form_behind_a_comma_ends_a_companys_name():
    assert told("€100,000 went to Spade by Ana Roth (Sund Film, SL).", "produced") == {("Sund Film, SL", "Spade")}


def test_a_bracket_tells_sums_and_roles():
    sentence = (
        "The projects are Ana Roth’s drama The Bargain (2 million Norwegian crowns, or €177,000, staged by Sund Film "
        "and Lux, in co-production with Belgium’s Alba Images) and Jo Berg’s Salt (€100,000)."
    )
    assert {("Sund Film", "The Bargain"), ("Lux", "The Bargain")} <= told(sentence, "produced")
    assert ("Alba Images", "The Bargain") in told(sentence, "coProduced")


def test_an_earlier_film_behind_a_directors_name_produces_nothing():
    sentence = "Support goes to Salt by Ana Roth (Winter Tenants) and Spade by Jo Berg (Lux Film, €20,000)."
    assert ("Winter Tenants", "Salt") not in told(sentence, "produced")


def test_a_festival_behind_a_title_produces_nothing():
    sentence = "The sum goes to Salt by Ana Roth (Sund Film), who made Point (Giornate degli Autori at Venice in 2023)."
    assert not any("Venice" in name for name, _ in told(sentence, "produced"))


def test_countries_behind_a_film_are_its_own():
    sentence = (
        "The films are: The Last Usher, directed by Ana Roth (Palestine, Germany) Feature Documentary; "
        "Salt, directed by Jo Berg (Iraq, France)."
    )
    assert {("The Last Usher", "Palestine"), ("The Last Usher", "Germany")} <= told(sentence, "countryOfOrigin")


def test_a_fund_is_whoever_backs_several_films_in_the_headline():
    text = (
        "Harbourimage backs two films\n\nThe committee granted funding.\n\n€9,000 goes to Salt by Ana Roth (Sund Film)."
    )
    assert pairs_of(text, "funded") == {("Harbourimage", "Salt")}


def test_a_country_that_backs_films_is_no_fund():
    text = "Norway backs two films\n\nThe committee granted funding.\n\n€9,000 goes to Salt by Ana Roth (Sund Film)."
    assert pairs_of(text, "funded") == set()


def test_a_fund_is_called_by_its_full_name():
    text = (
        "Harbourboard funds two films\n\nHarbourboard North-West granted funding to two projects.\n\n"
        "Salt by Ana Roth (Sund Film) will be produced with the support of the Harbourboard."
    )
    assert {name for name, _ in pairs_of(text, "funded")} == {"Harbourboard North-West"}


def test_production_grants_are_decisions_on_several_films():
    text = (
        "GRANTS: Harbour Film Agency Announces Production Grants\n\nThe Harbour Film Agency distributed 800,000 "
        "EUR.\n\n"
        "The grants went to Salt by Ana Roth, produced by Sund Film, and Low Tide by Jo Berg, produced by Lux Film."
    )
    assert ("Harbour Film Agency", "Salt") in pairs_of(text, "funded")


def test_a_company_ends_with_a_word_in_small_letters_behind_by():
    assert ("Lux film", "Spade") in told(
        "€9,000 goes to Spade by Ana Roth, produced by Croatia’s Lux film, and others.", "produced"
    )


def test_film_and_audiovisual_is_one_centre():
    sentence = "Spade by Ana Roth (Sund Film) has already received backing from the Upper Film and Audiovisual Centre."
    assert ("Upper Film and Audiovisual Centre", "Spade") in told(sentence, "funded")


def test_films_with_lists_of_countries_under_bullets_are_no_releases():
    text = (
        "Fund supports new films\n\nThe Board of the fund agreed to support twelve projects for a total of €4m, as "
        "it says.\n\n"
        "The projects of the session are by directors of four countries, and three of the producers are new.\n\n"
        "The list of projects:\n\nSalt\n- Ana Roth (Norway/Spain) (€53,000)\nSpade\n- Jo Berg, Lou Sand "
        "(Iraq/France) (€86,000)\n"
    )
    assert recognise(Document("page.txt", text))[0] == "article"


_RECORDS = (
    "Harbour Film Fund supports two features and a series\n\nIn April the Fund allocated NOK 5,000,000 in support.\n\n"
    "Production Support\n\n• Salt\n(Salz)\nGrant: NOK 2.1 million\nRecipient: Sund Film, Norway\nDirector: Ana Roth\n"
    "Writers: Ana Roth (creator/headwriter), Lou Sand\n\n"
    "• Spade (Spaten)\nGrant: NOK 2.1 million\nRecipient: Lux Film, Norway\nDirector: Jo Berg\n"
)


def test_a_sum_that_two_films_share_is_no_headline():
    assert pairs_of(_RECORDS, "directed") == {("Ana Roth", "Salt"), ("Jo Berg", "Spade")}


def test_a_slash_in_brackets_divides_no_names():
    assert pairs_of(_RECORDS, "wrote") == {("Ana Roth", "Salt"), ("Lou Sand", "Salt")}


def test_a_heading_names_the_film_that_the_paragraph_below_calls_a_film():
    text = (
        "Three projects were funded at the harbour fund’s session\n\nThe session has invested €1 million in "
        "projects.\n\n"
        "Five feature-length fiction films\n\nL’amour de Mona\n\n"
        "A feature-length film produced by Sund Film (Uccle) with Lux Film (France), written and directed by Ana Roth "
        "(Brussels). Mona is taken from her father.\n\n"
        "All the Noise\n\nProduced by Alba Film (Uccle). This feature film is directed by Jo Berg (Uccle)."
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "L’amour de Mona"), ("Jo Berg", "All the Noise")}


def test_a_kind_behind_a_title_above_fields_is_no_part_of_it():
    text = (
        "Support for two minority co-productions\n\nThe fund supports two projects this spring, as it has "
        "announced.\n\n"
        "Salt (feature film)\n\nDirector: Ana Roth en Lou Sand\nProducer: Sund Film (BE)\n\n"
        "Low Tide, documentary\n\nDirector/script: Jo Berg\nProducer: Lux Film (CZ)\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "Salt"), ("Lou Sand", "Salt"), ("Jo Berg", "Low Tide")}


def test_a_film_follows_its_directors_and_what_they_won_before():
    sentence = (
        "The films include the new title by Norwegian masters Ana and Lou Roth after their 2019 Best Director winner "
        "Winter Tenants, The Long Tide (Norway/France), and the new film by Spain’s Jo Berg after his submission "
        "The Reed, Marmalade (Spain/Italy) (€180,000)."
    )
    assert {("Jo Berg", "The Reed"), ("Jo Berg", "Marmalade")} <= told(sentence, "directed")
    assert {("Ana Roth", "The Long Tide"), ("Lou Roth", "Winter Tenants")} <= told(sentence, "directed")


def test_a_nations_director_stands_before_the_film():
    sentence = (
        "Backed are Spain’s Jo Berg (King of Salt), Odile (Spain/Italy) and Low Tide by Ana Roth (Norway, Spain)."
    )
    assert ("Jo Berg", "Odile") in told(sentence, "directed")


def test_a_nations_company_is_the_producer():
    text = "The sum of €9,000 went to Low Tide by Ana Roth. Sund Films is the Polish producer."
    assert ("Sund Films", "Low Tide") in told(text, "produced")


def test_a_company_gets_money_for_its_participation():
    sentence = "The fund will support Sund Films for its participation in Low Tide by Norwegian director Ana Roth."
    assert ("Sund Films", "Low Tide") in told(sentence, "coProduced")


def test_a_co_operation_is_between_its_countries():
    sentence = "Low Tide by Ana Roth gets €9,000. The film is a co-operation between Finland, Estonia and Sweden."
    assert {("Low Tide", "Finland"), ("Low Tide", "Sweden")} <= told(sentence, "countryOfOrigin")


def test_episodes_before_a_title_make_it_a_series():
    sentence = "The recipient is Ana Roth’s crime drama 6x60 Salt Harbour (€100,000), staged by Sund Film."
    assert told(sentence, "directed") == {("Ana Roth", "Salt Harbour")}


def test_an_arabic_article_belongs_to_a_surname():
    assert ("Nora al-Subhi", "Low Tide") in told(
        "The money goes to Low Tide (Qatar, France) by Nora al-Subhi.", "directed"
    )


def test_a_producers_bracket_has_the_company():
    assert told("€9,000 went to Salt, produced by Ana Roth (Sund Film Production).", "produced") == {
        ("Ana Roth", "Salt"),
        ("Sund Film Production", "Salt"),
    }


def test_an_earlier_film_in_brackets_directs_nothing():
    sentence = "Ana Roth (The Mustard Effect) was awarded NOK 6.2m for her youth film Salt, produced by Sund Film."
    assert told(sentence, "directed") == {("Ana Roth", "The Mustard Effect"), ("Ana Roth", "Salt")}


def test_new_projects_are_no_film():
    text = (
        "Harbour Film Fund backs nine films\n\nNew projects by the Roth brothers and Jo Berg are among the selection.\n"
    )
    assert pairs_of(text, "funded") == set()


def test_a_nations_institute_keeps_its_nation():
    sentence = "€9,000 went to Salt by Ana Roth, produced by Danish Film Studio."
    assert told(sentence, "produced") == {("Danish Film Studio", "Salt")}


def test_a_fund_is_named_without_its_country():
    text = (
        "UK’s Harbour Screen Fund backs nine films\n\n"
        "The UK’s Harbour Screen Fund has awarded grants to nine projects.\n\n"
        "€9,000 went to Salt by Ana Roth, produced by Sund Film."
    )
    assert pairs_of(text, "funded") == {("Harbour Screen Fund", "Salt")}


def test_labelled_parts_of_a_sentence_are_a_record():
    text = (
        "Harbour Fund: New Recommendations\n\nThe jury suggested funding four new film projects this July.\n\n"
        "Fort of Salt, director: Ana Roth (Spain). Producer: Sund Film (Norway). Feature film. Funding: 40,000 euros.\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "Fort of Salt")}
    assert pairs_of(text, "produced") == {("Sund Film", "Fort of Salt")}
    assert pairs_of(text, "countryOfOrigin") == set()


def test_slashes_divide_a_numbered_record():
    text = (
        "Harbour Fund supports three projects\n\n"
        "The fund has chosen three films for development support this autumn.\n\n"
        "1. THE COST OF SALT / Dir.: Ana Roth / Norway\n2. ECHOES / Dir.: Jo Berg / Spain\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "THE COST OF SALT"), ("Jo Berg", "ECHOES")}


def test_a_sum_begins_no_title():
    sentence = "Leading the way with €250,000 is Low Tide, the sophomore feature by Ana Roth, produced by Sund Film."
    assert told(sentence, "directed") == {("Ana Roth", "Low Tide")}


def test_a_preposition_within_a_title_does_not_cut_it():
    sentence = "Support goes to Salt by Jo Berg (Lux Film) and The Village Next to Heaven by Ana Roth (Norway/France)."
    assert ("Ana Roth", "The Village Next to Heaven") in told(sentence, "directed")


def test_a_country_owns_no_title():
    sentence = "The institute backs two titles: Norway’s Low Tide by Ana Roth (Sund Film), Spain’s Salt by Jo Berg."
    assert told(sentence, "directed") == {("Ana Roth", "Low Tide"), ("Jo Berg", "Salt")}


def test_a_beneficiary_gets_the_money_for_a_film():
    sentence = "The biggest beneficiary is Ana Roth, who has been granted 12 million crowns for The Marsh, a drama."
    assert told(sentence, "directed") == {("Ana Roth", "The Marsh")}


def test_of_two_bodies_the_one_that_the_headline_names_decides():
    text = (
        "The Harbour film fund backs eight projects\n\n"
        "Eight projects will share the money of the Harbour Film Fund, managed by the Harbour Film Commission.\n\n"
        "€9,000 goes to Salt by Ana Roth (Sund Film)."
    )
    assert pairs_of(text, "funded") == {("Harbour Film Fund", "Salt")}


def test_countries_of_a_co_production_have_their_companies():
    sentence = "Support goes to Ana Roth’s Hearth, a co-production between Norway (Sund Film) and France (Orage)."
    assert told(sentence, "produced") == {("Sund Film", "Hearth"), ("Orage", "Hearth")}


def test_a_companys_production_in_brackets_is_made_by_it():
    sentence = "The committee selected Angels by Ana Roth (a Sund Film production) and Salt by Jo Berg (Lux Film)."
    assert ("Sund Film", "Angels") in told(sentence, "produced")


def test_two_directors_team_up_for_their_debut():
    sentence = "Ana Roth is teaming up with Jo Berg for Pompon, their co-directorial debut, and gets €9,000."
    assert told(sentence, "directed") == {("Ana Roth", "Pompon"), ("Jo Berg", "Pompon")}


def test_a_feature_is_directed_and_co_written():
    sentence = "The projects include Salt, the debut feature directed and co-written by actress Ana Roth (Sund Film)."
    assert ("Ana Roth", "Salt") in told(sentence, "directed")
    assert ("Ana Roth", "Salt") in told(sentence, "wrote")


def test_a_title_begins_with_a_foreign_preposition():
    sentence = "Ana Roth has also received support for her project Dans nos murs that tells the story of a nurse."
    assert told(sentence, "directed") == {("Ana Roth", "Dans nos murs")}


def test_a_second_title_follows_another_film_and_its_bracket():
    sentence = (
        "The other two are Silent Hour / Klusā stunda by Ana Roth (Sund Film) and Escape / Tīkls by Jo Berg (Lux Film)."
    )
    assert ("Jo Berg", "Escape") in told(sentence, "directed")


def test_a_sum_stands_between_title_and_director():
    assert ("Ana Roth", "Salt Road") in told(
        "Also supported are Salt Road (€1,200,000) by Ana Roth, produced by Lux.", "directed"
    )


def test_a_centre_is_of_its_country():
    text = (
        "GRANTS: Norway Announces Production Grants\n\n"
        "The National Film Centre of Norway has announced the results.\n\n"
        "The grant went to Salt by Ana Roth, produced by Sund Film."
    )
    assert pairs_of(text, "funded") == {("National Film Centre of Norway", "Salt")}


def test_a_body_is_called_by_its_letters_and_its_committee():
    text = (
        "Advances for eight films\n\nThe ABF’s advance on receipts committee has announced grants for eight films.\n\n"
        "€9,000 goes to Salt by Ana Roth (Sund Film)."
    )
    assert pairs_of(text, "funded") == {("ABF", "Salt")}
