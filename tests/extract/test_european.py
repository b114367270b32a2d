"""Articles of European publishers: second titles, titles beside makers and brackets, paragraphs of one film each."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.kind import recognise
from kg.extract.names import Known
from tests.extract.telling import pairs_of as told

FUND = "Fund backs two films\n\nThe fund has met.\n\n"
HEAD = "News from the region\n\nSome opening words that say nothing of anything at all.\n\n"


def directed(text: str) -> set[tuple[str, str]]:
    return told(HEAD + text + "\n", "directed")


def aliases(text: str) -> set[tuple[str, str]]:
    reading = read_article(Document("page.txt", HEAD + text + "\n"), Known())
    return {(c.subject.name, str(c.object)) for c in reading.claims if c.predicate == "alsoKnownAs"}


def test_what_is_said_behind_a_second_title_is_said_of_the_film() -> None:
    text = "The fund backs Low Water / Nízká voda, a drama by Dora Kvasová, produced by Kino Pond.\n"
    assert told(HEAD + text, "produced") == {("Kino Pond", "Low Water")}


def test_a_slash_between_companies_gives_no_second_title() -> None:
    assert aliases("Low Water by Dora Kvasová is produced by Sund Film / Nord Film.") == set()


@pytest.mark.parametrize(
    ("sentence", "film"),
    [
        ("Also shown is Dora Kvasová’s The Salt Factory, sold by Kino Pond.", "The Salt Factory"),
        ("The fund is backing Dora Kvasová’s drama The Brick Works (€750,000).", "The Brick Works"),
        ("They include Graz-born Dora Kvasová’s Dry Season (Austria).", "Dry Season"),
        ("The company made Dry Season (Dora Kvasová, 2015) and little else.", "Dry Season"),
        ("The fund backs Dora Kvasová’s “absurdist” comedy Dry Season (€60,000).", "Dry Season"),
    ],
)
def test_a_title_beside_its_director_is_read_whole(sentence: str, film: str) -> None:
    assert directed(sentence) == {("Dora Kvasová", film)}


def test_of_two_titles_each_has_its_own_maker() -> None:
    text = "They include Ana Berg’s Slovenian debut A Good Friend and Stone Milk by Kosovar director Arta Holm."
    assert directed(text) == {("Ana Berg", "A Good Friend"), ("Arta Holm", "Stone Milk")}


def test_a_place_at_the_end_of_a_title_makes_no_other_film() -> None:
    text = "On show are Teo Berg’s Last Bus to Graz (Austria/France) and Ana Holm’s Low Tide (Spain)."
    assert directed(text) == {("Teo Berg", "Last Bus to Graz"), ("Ana Holm", "Low Tide")}


def test_countries_behind_a_directors_title_are_where_it_is_from() -> None:
    text = HEAD + "On show is Teo Berg’s Last Bus to Graz (Austria/France) tonight.\n"
    assert told(text, "countryOfOrigin") == {("Last Bus to Graz", "Austria"), ("Last Bus to Graz", "France")}


def test_a_country_and_a_year_behind_a_title_say_where_it_is_from() -> None:
    text = HEAD + "It made Stone Milk (Serbia, 2016) and little else.\n"
    assert told(text, "countryOfOrigin") == {("Stone Milk", "Serbia")}


def test_who_directed_with_somebody_did_so_for_the_film_before() -> None:
    text = HEAD + "Low Tide is Ana Berg’s first film since her 2014 drama Snow Line, co-directed with Bo Holm.\n"
    assert ("Bo Holm", "Snow Line") in told(text, "directed")


def test_an_owner_of_a_company_is_no_country_of_origin() -> None:
    text = (
        HEAD
        + "The documentary Low Tide, a co-production between Iceland’s Sund Films and Denmark’s Kino Pond, is here.\n"
    )
    assert told(text, "countryOfOrigin") == set()


def test_those_next_to_whom_others_play_all_play() -> None:
    text = HEAD + "Low Tide by Ana Berg is ready. Next to Emil Holm are Peter Roth and Sofie Lund.\n"
    assert told(text, "starredIn") == {
        ("Emil Holm", "Low Tide"),
        ("Peter Roth", "Low Tide"),
        ("Sofie Lund", "Low Tide"),
    }


def test_a_studio_keeps_its_first_word() -> None:
    text = HEAD + "Low Tide by Ana Berg is made in coproduction with Kinopond (Norway) and Studio Reed (Poland).\n"
    assert ("Studio Reed", "Low Tide") in told(text, "coProduced")


def test_after_somebodys_debut_a_paragraph_goes_on_with_its_own_film() -> None:
    text = (
        HEAD + "Low Tide, the second feature by director Ana Berg, was granted €90,000. Berg’s debut Snow Line won the "
        "main prize in Graz. Bo Holm produces for Kino Pond.\n"
    )
    assert told(text, "produced") == {("Bo Holm", "Low Tide"), ("Kino Pond", "Low Tide")}


def test_an_article_that_counts_films_is_about_none_of_them() -> None:
    text = (
        "Fund backs five films\n\nLow Tide by Ana Berg was granted €90,000.\n\n"
        "Another film is meant for children. It is produced by Kino Pond.\n"
    )
    assert told(text, "produced") == set()


def test_a_title_above_its_sentence_is_read_with_it() -> None:
    text = (
        "Fund backs five films\n\nThe fund has met.\n\n"
        "Low Tide (Lavt vann)\ndirected by Ana Berg for Kino Pond, it received €90,000.\n"
    )
    assert told(text, "directed") == {("Ana Berg", "Low Tide")}


def test_what_a_comedy_is_called_is_no_title() -> None:
    text = (
        HEAD
        + "Paper Kings is here.\n\nThe coming of age comedy by Jakob Berg (Small Change) is scripted by Rikke Holm.\n"
    )
    assert not any(film.startswith("The coming") for _, film in told(text, "directed"))


def test_the_latter_is_the_film_named_last() -> None:
    text = (
        HEAD
        + "It made Goran Holm’s Cherry Tax (Serbia, 2016) and the Austrian-German drama Upper Floor by Lukas Berg. "
        "The latter was produced by Vienna’s Reed Film.\n"
    )
    assert told(text, "produced") == {("Reed Film", "Upper Floor")}


def test_a_headline_in_capitals_says_what_its_film_is_before_naming_it() -> None:
    text = (
        "PRODUCTION: Bulgarian Director Stefan Berg in Production with Debut Feature The Well\n\n"
        "SOFIA: The shooting of The Well, the feature debut by Stefan Berg, wrapped in Plovdiv in October.\n"
    )
    assert {film for _, film in told(text, "directed")} == {"The Well"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Danish cinema is represented by Ana Berg’s Low Tide and Stone Milk by Bo Holm.",
        "From Denmark come Ana Berg’s Low Tide and Stone Milk by Bo Holm.",
        "Denmark is represented by two films: Ana Berg’s Low Tide and Stone Milk by Bo Holm.",
    ],
)
def test_whoever_is_represented_is_where_the_films_are_from(sentence: str) -> None:
    assert told(f"{HEAD}{sentence}\n", "countryOfOrigin") == {("Low Tide", "Denmark"), ("Stone Milk", "Denmark")}


def test_a_company_that_receives_a_sum_is_no_film() -> None:
    assert directed("Piret Holm’s Reed Pictures received 150,000 EUR for the drama The Cold Room by Ville Berg.") == {
        ("Ville Berg", "The Cold Room")
    }


def test_the_last_of_some_writers_is_no_film() -> None:
    text = (
        HEAD + "Low Tide is here. The film, written by Holm and Claus Bremer, is produced by Trine Berg for Kinopond.\n"
    )
    assert not any(film == "Claus Bremer" for _, film in told(text, "produced"))


def test_a_prize_for_a_first_feature_is_nobody() -> None:
    text = "Director Katja Berg, who won a prize for First Feature with Dust Road, shoots her third feature, Low Tide."
    assert directed(text) == {("Katja Berg", "Low Tide"), ("Katja Berg", "Dust Road")}


def test_who_stands_behind_a_company_in_brackets_produces_too() -> None:
    text = HEAD + "Low Tide by Ana Berg is staged by Viennese outfit Reed Film (Magdalena Holm).\n"
    assert told(text, "produced") == {("Reed Film", "Low Tide"), ("Magdalena Holm", "Low Tide")}


def test_who_takes_the_international_rights_sells() -> None:
    text = HEAD + "Low Tide by Ana Berg is here. Reed Sales has snapped up the international rights.\n"
    assert told(text, "sold") == {("Reed Sales", "Low Tide")}


def test_where_a_film_was_seen_does_not_keep_it_from_being_shown() -> None:
    text = (
        "Trieste Film Festival announces its line-up\n\nThe 31st festival runs from 17-23 January 2020.\n\n"
        "The festival will show Ana Berg’s Low Tide, which premiered in Locarno last year.\n"
    )
    reading = read_article(Document("page.txt", text), Known())
    assert "Trieste 2020" in {getattr(c.object, "name", "") for c in reading.claims if c.predicate == "screenedAt"}


def test_a_festival_by_its_trade_abbreviation_is_one() -> None:
    text = HEAD + "Ana Berg’s Low Tide screened at the Warsaw FF in 2010.\n"
    assert told(text, "screenedAt") == {("Low Tide", "Warsaw 2010")}


def test_of_two_films_of_a_list_the_second_is_nobody() -> None:
    text = (
        "Shown are the Slovak drama Low Tide by Juraj Berg and Little Crusades, directed by Georgian helmer Levan Holm."
    )
    assert directed(text) == {("Juraj Berg", "Low Tide"), ("Levan Holm", "Little Crusades")}


def test_a_director_who_presents_a_film_did_not_direct_the_one_before() -> None:
    text = "Pilar Holm returns with Low Tide, while Italian director Renzo Berg presents Salt Road, a co-production."
    assert ("Renzo Berg", "Low Tide") not in directed(text)


def test_a_title_goes_on_over_from_to_a_plain_word() -> None:
    assert directed("They include Ana Berg’s drama The Neighbour from Above, and little else.") == {
        ("Ana Berg", "The Neighbour from Above")
    }


def test_a_film_that_a_producer_owns_she_produced() -> None:
    text = HEAD + "Money went to producer Greta Holm’s family adventure “Low Tide,” directed by Stian Berg.\n"
    assert told(text, "produced") == {("Greta Holm", "Low Tide")}


def test_what_is_said_behind_which_is_said_of_the_title_before_it() -> None:
    text = (
        "Fund backs two films\n\nThe fund backs Low Tide by Ana Berg.\n\nBerg previously directed Salt Road, which was "
        "distributed in Italy by Luna Rossa.\n"
    )
    assert told(text, "distributed") == {("Luna Rossa", "Salt Road")}


def test_features_that_a_headline_counts_make_no_encyclopaedia() -> None:
    text = (
        "Hill Film Fund backs four documentaries and two features\n\nThe Hill Film Fund has taken decisions.\n\n"
        "Ana Berg previously directed Salt Road, which was distributed by Luna Rossa.\n"
    )
    assert recognise(Document("page.txt", text))[0] == "article"


def test_a_sum_that_came_from_a_fund_is_its() -> None:
    text = HEAD + "Low Tide by Ana Berg costs 1.4 m EUR, of which 650,000 EUR came from the Hill Film Centre.\n"
    assert told(text, "funded") == {("Hill Film Centre", "Low Tide")}


def test_who_will_be_the_distributor_distributes() -> None:
    text = HEAD + "Low Tide by Ana Berg is ready, and Baltic Pine will be the distributor.\n"
    assert told(text, "distributed") == {("Baltic Pine", "Low Tide")}


def test_a_firm_of_one_word_behind_its_country_is_in_the_list() -> None:
    text = HEAD + "Low Tide by Ana Berg is co-produced by Sweden’s Vinga Film and the Netherlands’ Reedlight.\n"
    assert told(text, "coProduced") == {("Vinga Film", "Low Tide"), ("Reedlight", "Low Tide")}


def test_whoever_a_film_will_star_plays_in_it() -> None:
    text = (
        HEAD
        + "Low Tide by Ana Berg is here. The film is written by Kari Holm (The Long Way) and will star Jonas Roth.\n"
    )
    assert told(text, "starredIn") == {("Jonas Roth", "Low Tide")}


def test_a_firms_producer_who_speaks_of_its_film_produced_it() -> None:
    text = HEAD + "Low Tide by Ana Berg is ready. Reed Film’s producer Anders Holm said that it took four years.\n"
    assert told(text, "produced") == {("Anders Holm", "Low Tide")}


def test_a_portrait_of_somebody_has_its_title_behind_a_comma() -> None:
    assert directed("Audiences can see Elin Berg’s portrait of a composer, Northern Shadow.") == {
        ("Elin Berg", "Northern Shadow")
    }


def test_who_released_a_film_that_a_sentence_opens_with_is_no_film() -> None:
    text = (
        "The Mayor’s Wife hits French screens\n\n"
        "Released this Wednesday on 120 screens by Lune Pâle, The Mayor’s Wife is the third feature by "
        "Belgian filmmaker Anne Holm. Starring Claire Berg, it was shown in Ghent.\n"
    )
    assert told(text, "starredIn") == {("Claire Berg", "The Mayor’s Wife")}


def test_a_sum_opens_no_title() -> None:
    text = (
        FUND + "Debutant Ajla Holmić received 180,000 EUR for My Sister’s Coat, produced by Adis Berg for Reed Film.\n"
    )
    assert not any(film[0].isdigit() for _, film in told(text, "produced"))


def test_a_follow_up_has_its_title_right_behind_it() -> None:
    text = "Since then, it has produced Lars Berg’s follow-up Northern Dogs, and Emma Holm’s debut Salt and Sugar."
    assert directed(text) == {("Lars Berg", "Northern Dogs"), ("Emma Holm", "Salt and Sugar")}


def test_who_acquires_a_film_for_world_sales_sells_it() -> None:
    text = HEAD + "The documentary Low Tide by Ana Berg was acquired by Reed Sales for world sales.\n"
    assert told(text, "sold") == {("Reed Sales", "Low Tide")}
