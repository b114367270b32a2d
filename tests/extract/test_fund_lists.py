"""Lists of a fund's or a forum's films, with what their brackets mean."""

from __future__ import annotations

from tests.extract.telling import pairs_of

FUND = "Lake Fund backs four projects\n\nThe fund is putting money into four films of the region this year.\n\n"


def test_a_number_behind_no_does_not_end_a_sentence() -> None:
    page = FUND + "They are Bruno Piette's documentary Pit No. 9 (Les Films du Quai – €85,000) and others."
    assert pairs_of(page, "directed") == {("Bruno Piette", "Pit No. 9")}


def test_on_the_minority_side_the_company_in_brackets_is_the_partner() -> None:
    page = FUND + (
        "On the minority side (local co-producer in brackets), it supports Nora Laval's comedy My Brother the Minister "
        "(Quai Film – €350,000)."
    )
    assert pairs_of(page, "coProduced") == {("Quai Film", "My Brother the Minister")}


def test_countries_behind_a_company_are_the_films() -> None:
    page = (
        FUND
        + "The projects are:\n\nKontra – Damir Luk (Zid Film, Croatia/Slovenia)\n\nTern – Ana Roth (Bo Film, Italy)"
    )
    assert pairs_of(page, "countryOfOrigin") == {("Kontra", "Croatia"), ("Kontra", "Slovenia")}


def test_one_country_is_the_films_where_the_line_above_says_so() -> None:
    page = FUND + "The projects (title – director – producer, countries):\n\nTern – Ana Roth (Bo Film, Italy)"
    assert pairs_of(page, "countryOfOrigin") == {("Tern", "Italy")}


def test_a_project_is_presented_by_its_producer() -> None:
    page = (
        FUND
        + "A mention went to Half a Winter by Jo Haan. The project was presented by producer Oana Pet for Culo Film."
    )
    assert pairs_of(page, "produced") >= {("Oana Pet", "Half a Winter"), ("Culo Film", "Half a Winter")}


def test_a_debut_by_somebody_is_called_behind_the_name() -> None:
    page = FUND + "Sund Film is also preparing the first feature by Emma Louw, Nightjar, and is finishing another."
    assert pairs_of(page, "directed") == {("Emma Louw", "Nightjar")}
    assert ("Sund Film", "Nightjar") in pairs_of(page, "produced")


def test_distribution_in_a_country_is_in_hands() -> None:
    page = FUND + "Low Water is a drama by Ida Holm. Distribution in Belgium will be in the hands of Paradis Film."
    assert pairs_of(page, "distributed") == {("Paradis Film", "Low Water")}


def test_a_year_before_the_film_that_revealed_somebody_is_no_title() -> None:
    page = FUND + "It is Low Water, the second feature by Ida Holm, revealed in 2020 with Small Tides (New Directors)."
    assert ("Ida Holm", "Small Tides") in pairs_of(page, "directed")


def test_news_of_funding_is_not_of_releases_though_it_tells_of_new_films() -> None:
    page = (
        "FUNDING Belgium\n\nThe centre throws its weight behind new films by Lola Hend\n\nThe centre has unveiled the "
        "projects of its session. Three have convinced it: L'Été fauve by Lola Hend (Quai Film) and Bingo! by Sam Cher "
        "(Les Films du Canal)."
    )
    assert pairs_of(page, "produced") == {("Quai Film", "L'Été fauve"), ("Les Films du Canal", "Bingo!")}


def test_support_from_a_company_as_co_producer_is_co_production() -> None:
    page = FUND + "“Wolfskin” by Nina Claes is steered by Arte Film with support from Versus Film as co-producer."
    assert pairs_of(page, "coProduced") == {("Versus Film", "Wolfskin")}
    assert ("Versus Film", "Wolfskin") not in pairs_of(page, "funded")


def test_each_country_has_its_producer() -> None:
    page = FUND + "It supports “Low Water” by Ida Holm, produced in France by Quai Film and in Belgium by Frak Film."
    assert pairs_of(page, "produced") == {("Quai Film", "Low Water"), ("Frak Film", "Low Water")}


def test_countries_stand_before_the_partner_in_a_bracket() -> None:
    page = FUND + "They are Goran Vid’s The Quarry (Croatia/Belgium, co-produced by Chien Film – €150,000) and others."
    assert pairs_of(page, "countryOfOrigin") == {("The Quarry", "Croatia"), ("The Quarry", "Belgium")}


def test_a_film_is_not_its_own_producer() -> None:
    page = FUND + "They are Goran Vid’s The Quarry and others. The Quarry will start shooting in May."
    assert ("Quarry", "The Quarry") not in pairs_of(page, "produced")


def test_a_title_in_small_letters_ends_where_its_grant_stands() -> None:
    page = FUND + "They are Emma Atef's Irgendwann werden wir uns alles sagen (Rohfilm Nord, €350,000) and others."
    assert pairs_of(page, "directed") == {("Emma Atef", "Irgendwann werden wir uns alles sagen")}


def test_a_company_that_receives_money_for_a_film_makes_it() -> None:
    page = FUND + "Need Film received €600,000 for the first season of historical series Berlin Nights."
    assert ("Need Film", "Berlin Nights") in pairs_of(page, "produced")


def test_the_company_on_board_for_sales_does_not_act() -> None:
    page = FUND + "It is Low Water, a drama by Ida Holm. Match Point is on board for world sales."
    assert pairs_of(page, "sold") == {("Match Point", "Low Water")}
    assert pairs_of(page, "starredIn") == set()


def test_records_of_films_in_the_making_are_no_releases() -> None:
    page = (
        "Upcoming films\n\nWe have picked out two of them, with information by the producers.\n\n"
        "THE WEIGHT OF APPLES\n(Váha jabĺk)\nDirector: Zuza Hron\nProducer: Lena Dob\n"
        "Production companies: Kome Film (Slovakia)\nStage: post-production\n\n"
        "GIRL, 8\nDirector: Nina Wild\nProducer: Lena Dob\nProduction companies: Kome Film\nStage: development\n"
    )
    assert pairs_of(page, "directed") == {("Zuza Hron", "THE WEIGHT OF APPLES"), ("Nina Wild", "GIRL, 8")}
