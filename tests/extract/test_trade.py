"""What the US and UK trade papers print: articles of their own layout and turns of phrase."""

from __future__ import annotations

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.framing import of_other_articles, worded_date
from kg.extract.article.headline_quotes import headline_film
from kg.extract.article.lines import after_breadcrumbs, article_lines
from tests.extract.telling import pairs_of

HEAD = (
    "Producers gather in Harbour Town\n\nDirectors and actors met at the festival to talk about films and cinema.\n\n"
)


def test_an_agency_that_reps_somebody_sells_no_film() -> None:
    page = HEAD + "“Low Water” is directed by Ana Roth. Roth is repped by Northgate Agency and Pell Management."
    assert pairs_of(page, "sold") == set()


def test_a_film_that_is_repped_has_a_seller() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. The film is repped internationally by Fjord Sales."
    assert pairs_of(page, "sold") == {("Fjord Sales", "Low Water")}


def test_a_market_sells_nothing() -> None:
    page = HEAD + "“Low Water” is a drama by Ana Roth. Fallow Media is handling foreign sales at the EFM; others wait."
    assert {seller for seller, _ in pairs_of(page, "sold")} == {"Fallow Media"}


def test_the_quoted_title_of_a_headline_in_capitals_is_the_film() -> None:
    headline = "Cameras Roll On Rural Chiller ‘The Hollow Barn’ With Una Keane"
    found = headline_film(Document("page.txt", f"{headline}\n\nUna Keane stars in The Hollow Barn."), 0, len(headline))
    assert found is not None
    assert found.what == Mention("Film", "The Hollow Barn")


def test_words_before_a_quoted_title_are_no_title() -> None:
    page = (
        "Alma Reyes Joins Ben Stod In Heist Pic ‘Nine Tenths’\n\nAlma Reyes has joined the film Nine Tenths, a drama.\n"
    )
    assert "Heist Pic" not in {film for _, film in pairs_of(page, "starredIn")}


def test_a_saying_in_a_headline_is_no_title() -> None:
    headline = "‘We Are Not Afraid,’ Says Festival Chief"
    page = Document("page.txt", f"{headline}\n\n“We are not afraid,” the festival’s head says of the films.\n")
    assert headline_film(page, 0, len(headline)) is None


def test_what_a_star_is_known_for_is_not_the_film_of_the_headline() -> None:
    headline = "‘Iron Harvest’ Star Una Keane Joins Ensemble"
    page = Document("page.txt", f"{headline}\n\nUna Keane, known for Iron Harvest, has joined the cast of a film.\n")
    assert headline_film(page, 0, len(headline)) is None


def test_executive_producers_did_not_produce() -> None:
    page = (
        HEAD + "“Low Water” was directed by Ana Roth. Executive producers are Kit Lowell, Bea Farrant and Harvey Munro."
    )
    assert pairs_of(page, "produced") == set()


def test_executive_producers_for_their_companies() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Executive producers are Celine Haddow for Sund Film and Mary Byrd for "
        "the Lake Fund."
    )
    assert {who for who, _ in pairs_of(page, "executiveProduced")} == {"Celine Haddow", "Mary Byrd"}


def test_an_executive_producer_with_another() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Ivan Moss of Sund Pictures is executive producer with Liz Hall for the "
        "Lake Fund."
    )
    assert {who for who, _ in pairs_of(page, "executiveProduced")} == {"Ivan Moss", "Liz Hall"}


def test_brothers_are_no_given_name() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. Brothers Paul and Grant Hadley wrote the script."
    assert {who for who, _ in pairs_of(page, "wrote")} == {"Paul Hadley", "Grant Hadley"}


def test_a_film_after_another_is_not_that_one() -> None:
    page = HEAD + (
        "“The Salt Road,” the second feature from Lucía Ferrando after “Paper Birds,” will be co-produced by France’s "
        "Les Films du Pont."
    )
    assert pairs_of(page, "coProduced") == {("Les Films du Pont", "The Salt Road")}


def test_a_director_made_the_film_before() -> None:
    page = HEAD + "“The Salt Road,” the second feature from Lucía Ferrando after “Paper Birds,” is set in Lima."
    assert ("Lucía Ferrando", "Paper Birds") in pairs_of(page, "directed")


def test_two_quoted_films_may_have_a_director_each() -> None:
    page = HEAD + "Its credits include Diego Larralde’s “Winter Tango” and “Dust,” from director Inés Moyano."
    assert pairs_of(page, "directed") == {("Diego Larralde", "Winter Tango"), ("Inés Moyano", "Dust")}


def test_partners_are_set_for_films_of_the_company() -> None:
    page = HEAD + (
        "Mirador Cine has set co-production partners for two of its titles, including Lucía Ferrando’s “The Salt Road” "
        "and Tomás Abreu’s “Nina’s Hours.”"
    )
    assert pairs_of(page, "produced") == {("Mirador Cine", "The Salt Road"), ("Mirador Cine", "Nina’s Hours")}


def test_a_film_marks_a_debut() -> None:
    page = HEAD + "The third project, “The Lighthouse Dogs,” marks the feature debut of Pablo Etcheverry."
    assert pairs_of(page, "directed") == {("Pablo Etcheverry", "The Lighthouse Dogs")}


def test_a_film_of_ones_own_screenplay() -> None:
    page = (
        "Cameras Roll On ‘The Hollow Barn’\n\nUna Keane stars in The Hollow Barn, a film shot in Clare.\n\n"
        "Directed by Finbar Tully from his own screenplay, the film follows a farmer who keeps sheep.\n"
    )
    assert pairs_of(page, "wrote") == {("Finbar Tully", "The Hollow Barn")}


def test_who_directed_before() -> None:
    page = HEAD + "“Low Water” was directed by Finn Tully. Tully previously directed the short “Kindling.”"
    assert ("Finn Tully", "Kindling") in pairs_of(page, "directed")


def test_producing_through_ones_own_company_along_with_another() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Stan Grasso is producing via his Ninth Street Films along with Kerry "
        "Abbot of Lodestar."
    )
    assert {who for who, _ in pairs_of(page, "produced")} == {
        "Stan Grasso",
        "Ninth Street Films",
        "Kerry Abbot",
        "Lodestar",
    }


def test_an_actor_who_wrapped_a_film_did_not_direct_it() -> None:
    page = HEAD + (
        "Alma Reyes stars in “Low Water.” Reyes recently wrapped Universal’s Godspeed, opposite Chris Palmer and "
        "directed by Wes Tanaka."
    )
    assert ("Wes Tanaka", "Godspeed") in pairs_of(page, "directed")


def test_a_studio_is_no_part_of_a_title() -> None:
    page = HEAD + (
        "Alma Reyes stars in “Low Water.” Reyes recently wrapped Universal’s Godspeed, opposite Chris Palmer and "
        "directed by Wes Tanaka."
    )
    assert {("Alma Reyes", "Godspeed"), ("Chris Palmer", "Godspeed")} <= pairs_of(page, "starredIn")


def test_sales_that_are_handled_are_no_release() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. World sales on the film are being handled by Fjord Sales."
    assert (pairs_of(page, "sold"), pairs_of(page, "distributed")) == ({("Fjord Sales", "Low Water")}, set())


def test_a_company_that_has_rights_already() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Metro Bay handles international sales, with Verve Row having pre-bought "
        "UK rights."
    )
    assert {who for who, _ in pairs_of(page, "distributed")} == {"Verve Row"}


def test_funds_that_back_a_film_together() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Liz Hall is on board for the Lake Film Fund, which is backing the film "
        "alongside Creative Bay and Great Moor."
    )
    assert {who for who, _ in pairs_of(page, "funded")} == {"Lake Film Fund", "Creative Bay", "Great Moor"}


def test_titles_in_brackets_behind_a_director_who_writes_are_films_directed() -> None:
    page = (
        "Gorilla Films Nabs ‘The Ice Cutter’\n\nGorilla Films has picked up rights to The Ice Cutter from director "
        "Tarjei Moen.\n\nMoen (Northern Rooms, A Pound of Flour) directed from a script he co-wrote with Eva Lindahl."
    )
    assert ("Tarjei Moen", "Northern Rooms") in pairs_of(page, "directed")


def test_who_is_to_star_in_a_remake_is_not_in_the_film() -> None:
    page = (
        "Studio Acquires Remake Rights To ‘Onkel Otto’\n\nParagon has remake rights to Onkel Otto, a film by director "
        "Greta Lind. Jack Delmar is attached to star.\n\nIt will be produced by Delmar and Adam Grey.\n"
    )
    assert pairs_of(page, "starredIn") | pairs_of(page, "produced") == set()


def test_what_an_actor_is_best_known_for_was_not_directed_by_the_director() -> None:
    page = (
        "Paragon Buys ‘Low Water’\n\nParagon has bought Low Water, directed by Ana Roth.\n\n"
        "Voight is best known for Skeleton Sisters and lives in Oslo.\n"
    )
    assert ("Ana Roth", "Skeleton Sisters") not in pairs_of(page, "directed")


GUIDE = (
    "Cannes guide 2016: Un Certain Regard\n\nAll films and their directors.\n\n"
    "Dog Days In Tbilisi (Geo-Fr)\nDir. Levan Kiknadze\nFour pensioners conspire to rescue the dogs of their apartment "
    "block from an ordinance.\nContact: Alba Films Sales, Paris\n\n"
    "Tortoise (US)\nDir. Erin Vandermeer\nA former dancer takes a job at a desert zoo in the director’s feature debut, "
    "developed at a lab.\nContact: WestBridge\n"
)


def test_a_guide_names_who_sells_a_film_as_its_contact() -> None:
    assert pairs_of(GUIDE, "sold") == {("Alba Films Sales", "Dog Days In Tbilisi"), ("WestBridge", "Tortoise")}


def test_a_heading_has_its_countries_behind_it() -> None:
    assert pairs_of(GUIDE, "countryOfOrigin") == {
        ("Dog Days In Tbilisi", "Georgia"),
        ("Dog Days In Tbilisi", "France"),
        ("Tortoise", "United States"),
    }


def test_the_films_of_a_guide_are_shown_where_it_guides() -> None:
    assert pairs_of(GUIDE, "screenedAt") == {("Dog Days In Tbilisi", "Cannes 2016"), ("Tortoise", "Cannes 2016")}


def lines_of(text: str) -> tuple[Document, list[tuple[int, int, int]]]:
    """Give a document and its lines with offsets."""
    document = Document("page.txt", text)
    spans = [(number, *document.line_span(number)) for number in range(1, document.line_count + 1)]
    return document, [(number, first, first + len(text[first:last].rstrip())) for number, first, last in spans]


def test_headlines_below_related_stories_are_of_other_articles() -> None:
    found = of_other_articles(*lines_of("Film wraps\nRelated Stories\nIron Harvest Director Walked Away\nMore on It"))
    assert found == {1, 2}


def test_prose_goes_on_below_related_stories() -> None:
    found = of_other_articles(*lines_of("Film wraps\nRelated Stories\nIron Harvest Out in May\nThe film is a drama."))
    assert found == {1, 2}


def test_lists_of_other_articles_are_furniture() -> None:
    rules, _ = article_lines(Document("p.txt", "Film wraps\nPopular on Showtrade\nIron Harvest Director Walked Away\n"))
    assert rules == {2: "headline of another article", 3: "headline of another article"}


def test_a_date_in_words_is_the_day_of_an_article() -> None:
    assert worded_date(Document("p.txt", "Film wraps\n\nMay 14, 2018 8:30am PT\n")) == "2018-05-14"


def test_a_date_within_a_sentence_is_not_the_day_of_an_article() -> None:
    assert worded_date(Document("p.txt", "Film wraps\n\nShooting began on May 14, 2018 in Oslo\n")) is None


def test_a_byline_below_the_headline_is_none_of_the_articles_lines() -> None:
    document, lines = lines_of("‘Low Water’ wraps in Oslo\nBy Ana Roth\nLow Water is a drama.")
    assert [number for number, _, _ in after_breadcrumbs(document, lines, {})] == [1, 3]


def test_whoever_wrote_and_directed_is_a_writer_director() -> None:
    page = HEAD + "Ida Berg topline “Gull Point,” an indie drama from writer-director Hank Lowery, which shoots in May."
    assert pairs_of(page, "wrote") == {("Hank Lowery", "Gull Point")}


def test_a_compound_tells_who_directed() -> None:
    page = HEAD + "Loxley Films sells “Northern Star,” the Gwen Parry-directed biopic of a mountaineer."
    assert ("Gwen Parry", "Northern Star") in pairs_of(page, "directed")


def test_a_compound_tells_who_backed() -> None:
    page = HEAD + "“Northern Star” was directed by Gwen Parry. The Lake Fund-backed project is set in Wales."
    assert pairs_of(page, "funded") == {("Lake Fund", "Northern Star")}


def test_a_nation_backed_project_has_no_company_of_that_name() -> None:
    page = HEAD + "“Northern Star” was directed by Gwen Parry. The French-backed project is set in Wales."
    assert pairs_of(page, "funded") == set()


def test_international_rights_are_there_to_sell() -> None:
    page = HEAD + "Loxley Films has picked up international rights to “Northern Star.”"
    assert (pairs_of(page, "sold"), pairs_of(page, "distributed")) == ({("Loxley Films", "Northern Star")}, set())


def test_a_sellers_slate_is_sold() -> None:
    page = HEAD + (
        "Loxley Films has picked up international rights to “Northern Star.” Loxley’s slate also includes Amin "
        "Tahiri’s “The Border Post.”"
    )
    assert ("Loxley Films", "The Border Post") in pairs_of(page, "sold")


def test_a_companys_releases_are_distributed() -> None:
    page = (
        "Gorilla Films Nabs ‘The Ice Cutter’\n\nGorilla Films has picked up North American rights to The Ice Cutter, a "
        "drama from director Tarjei Moen.\n\nThe company’s recent releases include Ana Kovac’s “High Harbour.”\n"
    )
    assert ("Gorilla Films", "High Harbour") in pairs_of(page, "distributed")


def test_a_list_of_a_company_that_the_text_does_not_name_says_nothing() -> None:
    page = HEAD + "Its recent releases include Ana Kovac’s “High Harbour.”"
    assert pairs_of(page, "distributed") == set()


def test_a_previous_film_is_not_on_the_sellers_slate() -> None:
    page = HEAD + (
        "London-based sales firm Loxley Films has “Northern Star” by Gwen Parry.\n\nParry’s previous film “The Slate "
        "Girls” was acquired by Curzon Lane for the UK."
    )
    assert ("Loxley Films", "The Slate Girls") not in pairs_of(page, "sold")


def test_the_seller_of_one_paragraph_is_the_company_of_the_next() -> None:
    page = (
        "Tallow Street unveils Toronto sales slate\n\nTallow Street has three films on its slate.\n\n"
        "The company will handle sales on Denis Marlowe’s A Quiet Year, a family drama starring Bill Harrow.\n"
    )
    assert pairs_of(page, "sold") == {("Tallow Street", "A Quiet Year")}


def test_a_seller_screens_what_it_sells_at_a_festival() -> None:
    page = (
        "Tallow Street unveils Toronto sales slate\n\nThe films of several directors are on it.\n\n"
        "At Toronto, Tallow Street will screen Michael Whitmore’s “Shadow Play.”\n"
    )
    assert pairs_of(page, "sold") == {("Tallow Street", "Shadow Play")}


def test_a_slate_is_no_film() -> None:
    page = "Tallow Street unveils Toronto sales slate\n\nThe sales company has films by directors in its line-up.\n"
    assert pairs_of(page, "directed") == set()


def test_a_section_is_no_part_of_a_title() -> None:
    page = HEAD + "Michael Whitmore’s Shadow Play in Special Presentations is a drama."
    assert pairs_of(page, "directed") == {("Michael Whitmore", "Shadow Play")}


def test_a_public_body_keeps_its_nation() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. The film is backed by Bay Films and the Irish Film Board."
    assert pairs_of(page, "funded") == {("Bay Films", "Low Water"), ("Irish Film Board", "Low Water")}


def test_a_festival_of_last_month_is_of_the_articles_year() -> None:
    page = (
        "‘Low Water’ Sells\n\nMay 29, 2018 8:30am PT\n\n“Low Water,” directed by Ana Roth, premiered at the Cannes "
        "Film Festival last month to the applause of many.\n"
    )
    assert pairs_of(page, "screenedAt") == {("Low Water", "Cannes 2018")}


def test_a_festival_of_last_month_may_be_of_the_year_before() -> None:
    page = (
        "‘Low Water’ Sells\n\nJan 3, 2018 8:30am PT\n\n“Low Water,” directed by Ana Roth, premiered at the Cairo "
        "Film Festival last month to the applause of many.\n"
    )
    assert pairs_of(page, "screenedAt") == set()


def test_a_festival_of_some_year_is_no_edition() -> None:
    page = (
        "‘Low Water’ Sells\n\nMay 29, 2018 8:30am PT\n\n“Low Water,” directed by Ana Roth, premiered at the Cannes "
        "Film Festival to the applause of many.\n"
    )
    assert pairs_of(page, "screenedAt") == set()


def test_what_premieres_at_a_town_premieres_at_its_festival() -> None:
    page = (
        "‘Low Water’ Sells\n\nSeptember 12, 2014 7:40am\n\n“Low Water,” directed by Ana Roth, premiered at Karlovy "
        "Vary this summer to the applause of many.\n"
    )
    assert pairs_of(page, "screenedAt") == {("Low Water", "Karlovy Vary 2014")}


def test_the_credits_of_an_actor_are_films_acted_in() -> None:
    page = HEAD + "Ada Stroud stars in “Gull Point.” Stroud’s credits include “House of Aces” and “Shooter’s Alley.”"
    assert {("Ada Stroud", "House of Aces"), ("Ada Stroud", "Shooter’s Alley")} <= pairs_of(page, "starredIn")


def test_a_broadcaster_owns_a_title() -> None:
    page = HEAD + "Leo Varga stars in HBO’s “The Outer Bank” and was not available."
    assert pairs_of(page, "starredIn") == {("Leo Varga", "The Outer Bank")}


def test_producers_with_their_company_at_the_end() -> None:
    page = HEAD + (
        "“Gull Point” is directed by Hank Lowery. Lowery is producing alongside Caitlin Crosby-Wells through Salt Shed "
        "Productions."
    )
    assert {who for who, _ in pairs_of(page, "produced")} == {
        "Hank Lowery",
        "Caitlin Crosby-Wells",
        "Salt Shed Productions",
    }


def test_a_byline_behind_a_date_is_no_record() -> None:
    page = "‘Low Water’ Sells\n\n11:03 PM PDT 5/20/2017 by Rhonda Ritchie\n\n“Low Water” was directed by Ana Roth.\n"
    assert pairs_of(page, "directed") == {("Ana Roth", "Low Water")}


def test_who_served_as_co_producers() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. Julien Roche and Fatma Cherif served as co-producers."
    assert {who for who, _ in pairs_of(page, "coProduced")} == {"Julien Roche", "Fatma Cherif"}


def test_rights_are_no_film() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Altitude Row has pre-bought UK and Irish rights, while Protagonist Row "
        "is handling international sales."
    )
    assert pairs_of(page, "sold") == {("Protagonist Row", "Low Water")}


def test_a_town_directs_no_film() -> None:
    page = HEAD + (
        "“Low Water” is sold by Fjord Sales.\n\nProduced by Montevideo’s Mutante Sur with Buenos Aires’ Rizoma Norte "
        "and Madrid’s Avalon PC, the drama stars Ana Holm."
    )
    assert pairs_of(page, "directed") == set()


def test_a_studio_directs_no_film() -> None:
    page = (
        HEAD + "Eli Navarro stars in “Low Water.” He next appears opposite Sarah Gage in Lionsgate’s comedy Prom Dads."
    )
    assert pairs_of(page, "directed") == set()


def test_two_people_next_appear_in_a_comedy() -> None:
    page = (
        HEAD + "Eli Navarro stars in “Low Water.” He next appears opposite Sarah Gage in Lionsgate’s comedy Prom Dads."
    )
    assert {("Eli Navarro", "Prom Dads"), ("Sarah Gage", "Prom Dads")} <= pairs_of(page, "starredIn")


def test_producers_of_a_company_are_no_title() -> None:
    page = HEAD + "“Low Water” is by Ana Roth. Mutante Sur’s Agustina Chiarello and Fernando Epsten produce."
    assert "Agustina Chiarello and Fernando Epsten" not in {film for _, film in pairs_of(page, "directed")}


def test_producers_of_a_company_produce() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. Mutante Sur’s Agustina Chiarello and Fernando Epsten produce."
    assert {who for who, _ in pairs_of(page, "produced")} == {"Mutante Sur", "Agustina Chiarello", "Fernando Epsten"}


def test_a_title_at_the_end_of_a_clause_is_nobody() -> None:
    page = (
        "Skylark Inks Deals On ‘Harrow House’ & ‘The Pearl Diver’\n\nThe seller has closed deals on its films.\n\n"
        "Directed by Eleanor Pryce and starring Jodie Carr and Rupert Evans, Harrow House has gone to Spain.\n"
    )
    assert pairs_of(page, "starredIn") == {("Jodie Carr", "Harrow House"), ("Rupert Evans", "Harrow House")}


def test_a_star_in_a_headline_is_no_given_name() -> None:
    page = "Star Eli Navarro Joins Greta Holm in ‘Low Country’\n\nThe film Low Country is a drama about actors.\n"
    assert "Star Eli Navarro" not in {who for who, _ in pairs_of(page, "starredIn")}


def test_a_fund_for_film_and_television_is_one() -> None:
    page = HEAD + (
        "“Low Water” is co-produced by Sweden’s Filmlance Syd with support from the Norwegian Film Institute and "
        "Nordlys Film & TV Fond."
    )
    assert ("Nordlys Film & TV Fond", "Low Water") in pairs_of(page, "funded")


def test_rights_to_a_drama_are_to_the_one_that_follows() -> None:
    page = (
        "Quarry Row Buys ‘Night Ferry’\n\nQuarry Row has acquired rights to Alan Brock’s “Night Ferry.”\n\n"
        "Good Deed Row has bought U.S. distribution rights to the romantic drama “Salt Angels,” a film by Tess Alva.\n"
    )
    assert ("Good Deed Row", "Night Ferry") not in pairs_of(page, "distributed")


def test_one_quoted_title_in_brackets_is_a_film() -> None:
    page = HEAD + "“Low Water” was directed by Joan Brackett (“Clay”) and is a documentary."
    assert ("Joan Brackett", "Clay") in pairs_of(page, "directed")


def test_somebody_named_by_surname_is_the_one_of_that_name() -> None:
    page = HEAD + (
        "Kiri Haines stars in “Dead Reckoner.” Haines was last seen in Netflix’s “Winter People” and Ruben Stark’s "
        "“The Trapeze.”"
    )
    assert ("Kiri Haines", "The Trapeze") in pairs_of(page, "starredIn")


def test_a_release_is_set_for_a_film() -> None:
    page = HEAD + "Dove Tree has set an October release for the zombie comedy “Little Monsters” in the U.S."
    assert {who for who, _ in pairs_of(page, "distributed")} == {"Dove Tree"}


def test_executive_producers_tell_so_by_a_verb() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. Dale Hurst and Pam Gorin exec produced."
    assert {who for who, _ in pairs_of(page, "executiveProduced")} == {"Dale Hurst", "Pam Gorin"}


def test_a_title_may_name_what_is_a_section_too() -> None:
    page = HEAD + "Ivo Brandt’s Boys in Harbour is a dark comedy."
    assert pairs_of(page, "directed") == {("Ivo Brandt", "Boys in Harbour")}


def test_pic_is_no_title() -> None:
    page = (
        "Cameras Roll On ‘The Hollow Barn’\n\nUna Keane stars in The Hollow Barn, a film shot in Clare.\n\n"
        "Pic is produced by Shauna Heffernan for Dublin’s Blackthorn Pictures.\n"
    )
    assert pairs_of(page, "produced") == {
        ("Shauna Heffernan", "The Hollow Barn"),
        ("Blackthorn Pictures", "The Hollow Barn"),
    }


def test_a_verb_with_a_capital_is_no_part_of_a_name() -> None:
    page = (
        "CineLink: ‘The Orchard Keeper’ From ‘Stone Children’ Director Jasmin Halilović Finds Partners\n\n"
        "Director Jasmin Halilović is developing the film “The Orchard Keeper” with producers from Tuzla.\n"
    )
    assert {who for who, _ in pairs_of(page, "directed")} == {"Jasmin Halilović"}


def test_credits_as_a_producer_are_films_produced() -> None:
    page = HEAD + (
        "“Low Water” is produced by Amra Bakšić for Deblok Film.\n\nBakšić’s credits as a producer include Danis "
        "Tanovar’s “An Episode” and Ines Tanov’s “Our Everyday Story.”"
    )
    assert {("Amra Bakšić", "An Episode"), ("Amra Bakšić", "Our Everyday Story")} <= pairs_of(page, "produced")


def test_a_festival_buys_nothing() -> None:
    page = HEAD + (
        "In one of the first sales of the Toronto International Film Festival, Lantern Row has landed Rory Calder’s "
        "“The Widow’s Walk.”"
    )
    assert {who for who, _ in pairs_of(page, "distributed")} == {"Lantern Row"}


def test_who_wrote_the_script_too() -> None:
    page = HEAD + "“Low Water” was directed by Nino Kobakhidze. Kobakhidze also wrote the screenplay."
    assert pairs_of(page, "wrote") == {("Nino Kobakhidze", "Low Water")}


def test_a_festival_to_come_is_of_the_articles_year() -> None:
    page = (
        "‘Low Water’ Sells in Locarno\n\nJul 28, 2021 11:03pm PT\n\n“Low Water,” directed by Ana Roth, will have its "
        "world premiere at the Locarno Film Festival.\n"
    )
    assert pairs_of(page, "screenedAt") == {("Low Water", "Locarno 2021")}


def test_whoever_is_interviewed_is_writing_with_another() -> None:
    page = HEAD + (
        "“Low Water” was directed by Jas Halil. Halil is writing the script with Elma Tatar, who co-wrote Aida "
        "Begova’s “Snow Line.”"
    )
    assert {("Elma Tatar", "Low Water"), ("Elma Tatar", "Snow Line")} <= pairs_of(page, "wrote")


def test_one_word_in_brackets_behind_a_writer_is_a_work() -> None:
    page = HEAD + "“Low Water” is a series written by Tessa Marlow (Snowblind) and directed by Jan Mortensen."
    assert ("Tessa Marlow", "Snowblind") in pairs_of(page, "wrote")


def test_executive_producers_one_of_whom_stands_alone() -> None:
    page = HEAD + (
        "“Low Water” was directed by Ana Roth. Executive producers are Patrick Spence for Fifty Films, Ana Roth, and "
        "Anna Crofts for Sund Studios."
    )
    assert {who for who, _ in pairs_of(page, "executiveProduced")} == {"Patrick Spence", "Ana Roth", "Anna Crofts"}


BERLIN = (
    "Berlin competition guide 2014\n\nScreen previews the films and their directors.\n\n"
    "Beloved Brothers (Ger)\nDir Dominik Graf\nCostume drama about the relationship between a poet and two sisters.\n"
    "Contact Global Row  info@globalrow.de\n\n"
    "Stratos Blues (Gr-Ger-Cyp)\nDir Yannis Economid\nA contract killer works the night shift at a bread factory.\n"
    "Contact The Match Nord  info@matchnord.com\n"
)


def test_a_contact_needs_no_colon() -> None:
    assert pairs_of(BERLIN, "sold") == {("Global Row", "Beloved Brothers"), ("The Match Nord", "Stratos Blues")}


def test_berlin_with_a_competition_is_its_festival() -> None:
    assert pairs_of(BERLIN, "screenedAt") == {
        ("Beloved Brothers", "Berlin 2014"),
        ("Stratos Blues", "Berlin 2014"),
    }


def test_whoever_is_just_a_contact_sells_nothing() -> None:
    page = HEAD + "Low Water\nDirector: Ana Roth\nContact: Field Film\n"
    assert pairs_of(page, "sold") == set()


def test_what_somebody_returns_to_is_not_the_film() -> None:
    page = (
        "Magenta Nabs Canadian Drama ‘Falls Around’\n\nMagenta has acquired rights to Falls Around, a drama.\n\n"
        "Tantoo Card stars as a musician who returns to her Northern Ontario First Nation after years on tour.\n"
    )
    assert {film for _, film in pairs_of(page, "starredIn")} == {"Falls Around"}


def test_a_compound_of_an_uncommon_name_tells_who_directed() -> None:
    page = HEAD + "Magenta has acquired rights to “Falls Around,” the Wapikoni Naponne-directed drama."
    assert ("Wapikoni Naponne", "Falls Around") in pairs_of(page, "directed")


def test_the_film_that_somebody_wrote_as_well() -> None:
    page = HEAD + (
        "“Falls Around” was directed by Ana Naponne. Tina Keep and Rob Stewart co-star in the film, which Naponne "
        "also wrote."
    )
    assert pairs_of(page, "wrote") == {("Ana Naponne", "Falls Around")}


def test_whoever_executive_produced_is_no_producer() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. The film is executive produced by Marty Scorza."
    assert pairs_of(page, "produced") == set()


def test_a_festival_in_a_month_of_a_year() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. It premiered at the Sundance Film Festival in January 2019."
    assert pairs_of(page, "screenedAt") == {("Low Water", "Sundance 2019")}


def test_what_bows_in_a_festivals_town_bows_at_the_festival() -> None:
    page = (
        "First Trailer for ‘Polar Night’\n\nNov. 8, 2018 9:15am PST\n\nThe first trailer is here for “Polar Night,” "
        "the drama starring Mads Brandt that bowed in Cannes in May.\n"
    )
    assert pairs_of(page, "screenedAt") == {("Polar Night", "Cannes 2018")}


def test_what_is_shot_in_a_festivals_town_is_not_shown_there() -> None:
    page = (
        "First Trailer for ‘Polar Night’\n\nNov. 8, 2018 9:15am PST\n\nThe first trailer is here for “Polar Night,” "
        "the drama starring Mads Brandt that was shot in Cannes in May.\n"
    )
    assert pairs_of(page, "screenedAt") == set()


def test_a_prize_for_acting_tells_a_film_acted_in() -> None:
    page = (
        HEAD
        + "Mads Brandt stars in “Polar Night.” Brandt, who won the best actor award in Cannes for “The Hunted,” sings."
    )
    assert ("Mads Brandt", "The Hunted") in pairs_of(page, "starredIn")


def test_the_dp() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. DP is Rasmus Videb."
    assert pairs_of(page, "photographed") == {("Rasmus Videb", "Low Water")}


def test_a_headline_in_capitals_is_no_title_but_where_the_text_has_it() -> None:
    page = (
        "Toronto Adds World Premieres From Alma Garneau, Ruth Ostrow\n\nThe festival has films by several directors, "
        "among them actors who have never directed before.\n"
    )
    assert pairs_of(page, "directed") == set()


def test_a_festival_that_adds_premieres_shows_them() -> None:
    page = (
        "Toronto Adds World Premieres From Alma Garneau to Special Presentations\n\nJul 28, 2018 7:00am PT\n\nThe "
        "Toronto International Film Festival has added films, including Alma Garneau’s “The Hummingbird Plan.”\n"
    )
    assert pairs_of(page, "screenedAt") == {("The Hummingbird Plan", "Toronto 2018")}


def test_a_text_that_quotes_its_titles_has_no_others() -> None:
    page = HEAD + (
        "“Low Water” and “High Tide” are dramas.\n\nAlso there are Kenji Sato’s “Red Flower Road” with Aoi Tanaka, and "
        "“Blaze On,” directed by Ethan Hawking."
    )
    assert "Aoi Tanaka" not in {film for _, film in pairs_of(page, "directed")}


def test_a_text_with_one_title_in_quotes_may_have_others() -> None:
    page = HEAD + "“Low Water” is a drama.\n\nAna Roth’s High Tide is a comedy."
    assert pairs_of(page, "directed") == {("Ana Roth", "High Tide")}


def test_what_follows_a_word_for_films_in_capitals_is_a_name() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth. It was supported by the Lake Institute and Doc Society."
    assert "Society" not in {film for _, film in pairs_of(page, "funded")}


def test_a_company_co_produces_releases_and_sells() -> None:
    page = HEAD + (
        "“Second Tide” was directed by Oliver Stein. Gaumont Sud is co-producing and will distribute the film in Spain "
        "in addition to handling international sales."
    )
    done = {predicate for predicate in ("coProduced", "distributed", "sold") if pairs_of(page, predicate)}
    assert done == {"coProduced", "distributed", "sold"}


def test_a_company_sells_and_releases() -> None:
    page = HEAD + (
        "“Second Tide” was directed by Oliver Stein. Altitude Row is selling worldwide and will release the film "
        "in the UK."
    )
    assert {who for who, _ in pairs_of(page, "distributed")} == {"Altitude Row"}


def test_an_actor_who_is_filming_directs_nothing() -> None:
    page = HEAD + "Rafe Spalding stars in “Second Tide.” Spalding is currently filming “The Bodyguards.”"
    assert pairs_of(page, "directed") == set()


def test_for_whom_a_film_was_made_is_no_part_of_its_title() -> None:
    page = HEAD + "Tom Sturr appears in Dan Gilroy’s Velvet Saw for Netflix."
    assert pairs_of(page, "directed") == {("Dan Gilroy", "Velvet Saw")}


def test_for_may_stand_within_a_title() -> None:
    page = HEAD + "Tom Sturr appears in Dan Gilroy’s A Bad Day for Pigeons."
    assert pairs_of(page, "directed") == {("Dan Gilroy", "A Bad Day for Pigeons")}


def test_what_a_company_has_produced_recently() -> None:
    page = HEAD + "“Second Tide” is produced by Tea Shop Films. Tea Shop’s recent productions include “Tower Blocks.”"
    assert "Tower Blocks" in {film for _, film in pairs_of(page, "produced")}


def test_producing_are_those_of_several_companies() -> None:
    page = HEAD + (
        "“Second Tide” was directed by Oliver Stein. Producing are Agnes Johan for Nord Studios and Evan Hayes for Ace "
        "Content."
    )
    assert {who for who, _ in pairs_of(page, "produced")} == {
        "Agnes Johan",
        "Nord Studios",
        "Evan Hayes",
        "Ace Content",
    }
