"""What the US and UK trade papers print: articles of their own layout and turns of phrase."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_document
from kg.extract.framing import of_other_articles, worded_date
from kg.extract.headline_quotes import headline_film
from kg.extract.lines import article_lines
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
    page = (
        "Cameras Roll On Rural Chiller ‘The Hollow Barn’ With Una Keane\n\n"
        "Una Keane stars in The Hollow Barn, a film about a farm.\n\nIt is produced by Shauna Heffernan.\n"
    )
    assert pairs_of(page, "produced") == {("Shauna Heffernan", "The Hollow Barn")}


def test_words_before_a_quoted_title_are_no_title() -> None:
    page = (
        "Cameras Roll On Rural Chiller ‘The Hollow Barn’ With Una Keane\n\n"
        "Una Keane stars in The Hollow Barn, a film about a farm.\n\nIt is produced by Shauna Heffernan.\n"
    )
    stages = [c.subject.name for c in read_document(Document("p.txt", page)).claims if c.predicate == "stage"]
    assert "Rural Chiller" not in stages


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
        HEAD + "“Low Water” stars Ana Roth. Directed by Finn Tully from his own screenplay, the film follows a farmer."
    )
    assert pairs_of(page, "wrote") == {("Finn Tully", "Low Water")}


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


def test_titles_in_brackets_behind_a_surname_are_films_directed() -> None:
    page = HEAD + (
        "“Low Water” is a drama from director Tarjei Moen.\n\nMoen (Northern Rooms, A Pound of Flour) directed the "
        "film from a screenplay he co-wrote with Eva Lindahl."
    )
    assert ("Tarjei Moen", "Northern Rooms") in pairs_of(page, "directed")


def test_who_is_to_star_in_a_remake_is_not_in_the_film() -> None:
    page = (
        "Studio Acquires Remake Rights To ‘Onkel Otto’\n\nParagon has remake rights to Onkel Otto, a film by director "
        "Greta Lind. Jack Delmar is attached to star.\n\nIt will be produced by Delmar and Adam Grey.\n"
    )
    assert pairs_of(page, "starredIn") | pairs_of(page, "produced") == set()


def test_what_an_actor_is_best_known_for_was_not_directed_by_the_director() -> None:
    page = HEAD + "“Low Water” was directed by Ana Roth.\n\nVoight is best known for “Skeleton Sisters.”"
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


def test_a_byline_below_the_headline_made_no_film() -> None:
    page = "‘Low Water’ Wraps in Oslo\n\nBy Ana Roth\n\nThe film Low Water is a drama that tells of two actors.\n"
    assert pairs_of(page, "directed") == set()
