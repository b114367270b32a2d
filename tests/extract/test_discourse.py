"""What an article speaks of from sentence to sentence, and what it only mentions."""

from __future__ import annotations

import pytest

from tests.extract.telling import pairs_of

SHOOT = "Shooting starts on Tove Berg's Low Water\n\nFilming has begun on Low Water, a drama by Tove Berg.\n\n"
HEAD = (
    "Producers gather in Harbour Town\n\nDirectors and actors met at the festival to talk about films and cinema.\n\n"
)


def test_the_film_is_the_headlines_after_a_paragraph_that_only_names_another() -> None:
    page = SHOOT + (
        "The hero is forever preparing a picture called The Last Caravan.\n\nThe film is produced by Sund Film."
    )
    assert pairs_of(page, "produced") == {("Sund Film", "Low Water")}


def test_the_film_is_the_other_one_after_a_paragraph_on_who_makes_that() -> None:
    page = SHOOT + "Ida Holm's Iron Harvest stars Jo Vale.\n\nThe film is sold by Fjord Sales."
    assert ("Fjord Sales", "Iron Harvest") in pairs_of(page, "sold")


def test_a_directors_earlier_film_is_not_what_the_next_sentence_speaks_of() -> None:
    page = HEAD + (
        "Actress Ana Roth has joined Jo Vale in “The Ninth Lock,” a drama to be helmed by “Undertow City” director "
        "Maarten Zijl. Zijl penned the script with Naomi Ash."
    )
    assert pairs_of(page, "wrote") == {("Maarten Zijl", "The Ninth Lock"), ("Naomi Ash", "The Ninth Lock")}


def test_what_somebody_made_before_may_stand_before_the_name() -> None:
    page = HEAD + "Ana Roth leads “The Ninth Lock,” a drama to be helmed by “Undertow City” director Maarten Zijl."
    assert ("Maarten Zijl", "The Ninth Lock") in pairs_of(page, "directed")


def test_a_title_at_the_end_of_a_sentence_has_its_stop_inside_the_quotation_marks() -> None:
    page = HEAD + "Malik Dia and Bea Longhi have been cast in the family adventure “The Secret of Platform Zero.”"
    assert pairs_of(page, "starredIn") == {
        ("Malik Dia", "The Secret of Platform Zero"), ("Bea Longhi", "The Secret of Platform Zero"),
    }  # fmt: skip


def test_a_title_named_with_its_cast_is_what_the_next_sentence_speaks_of() -> None:
    page = SHOOT + (
        "Malik Dia has been cast in the family adventure “The Secret of Platform Zero.” Gus Ekman is directing for "
        "Sweden’s Tomtebo Film."
    )
    assert ("Gus Ekman", "The Secret of Platform Zero") in pairs_of(page, "directed")


def test_somebodys_drama_with_no_title_behind_is_the_film_spoken_of() -> None:
    page = (
        "Fjord Sales closes deals\n\nFjord Sales has revealed deals on its Cannes slate, led by Competition title The "
        "Swimming Lesson.\n\nVera Costa’s drama, which stars Ada Morvan, went to Germany (Silberfisch)."
    )
    assert ("Ada Morvan", "The Swimming Lesson") in pairs_of(page, "starredIn")


def test_a_film_that_is_shooting_on_an_island_is_not_called_after_it() -> None:
    page = HEAD + (
        "Ras Thorup’s Nordic noir The Ferryman’s Hour, which is currently shooting on Bornholm with Trine Dahl, was "
        "secured by La Ventana for Spain."
    )
    assert pairs_of(page, "distributed") == {("La Ventana", "The Ferryman’s Hour")}


@pytest.mark.parametrize("subject", ["She", "It", "They"])
def test_whoever_was_named_before_is_no_company(subject: str) -> None:
    page = HEAD + f"Ida Holm runs Sund Film.\n\n{subject} produced his debut feature Slate Roofs."
    assert (subject, "Slate Roofs") not in pairs_of(page, "produced")


def test_a_given_name_alone_is_the_one_person_who_has_it() -> None:
    page = SHOOT + "Tove wrote the script with the novelist Anne Kay."
    assert ("Tove Berg", "Low Water") in pairs_of(page, "wrote")


def test_of_two_joined_by_and_an_adjective_tells_the_first_ones_nation_only() -> None:
    page = SHOOT + "It stars the French actress Clara Aubrac and the German actor Flo Reinke."
    assert pairs_of(page, "nationality") >= {("Clara Aubrac", "France"), ("Flo Reinke", "Germany")}
    assert ("Flo Reinke", "France") not in pairs_of(page, "nationality")


def test_the_stars_of_a_feature_by_the_filmmaker_did_not_direct_it() -> None:
    page = SHOOT + "The second feature by the Turin-born filmmaker stars Milo Ruffo and Pilar Ordo."
    assert pairs_of(page, "directed") == {("Tove Berg", "Low Water")}


def test_what_somebody_was_seen_in_does_not_end_a_list() -> None:
    page = SHOOT + "The cast is led by Ana Roth, recently seen in Big Dive, and Jo Vale."
    assert ("Jo Vale", "Low Water") in pairs_of(page, "starredIn")


def test_a_second_partner_need_not_be_called_a_company() -> None:
    page = SHOOT + "It is made in co-production with Elbufer Film (Hamburg) and La Alberca."
    assert pairs_of(page, "coProduced") == {("Elbufer Film", "Low Water"), ("La Alberca", "Low Water")}


def test_a_partner_may_stand_among_people_with_their_companies() -> None:
    page = SHOOT + (
        "It is produced by Sund Film, in co-production with Blank Film (Luxembourg), Bri Sohier for Canal Nord "
        "(Belgium) and Arte Cinema."
    )
    assert {name for name, _ in pairs_of(page, "coProduced")} == {
        "Blank Film", "Bri Sohier", "Canal Nord", "Arte Cinema",
    }  # fmt: skip


def test_who_is_behind_the_camera_as_its_cinematographer_did_not_direct() -> None:
    page = SHOOT + "Cinematographer Lucia Bau is behind the camera."
    assert ("Lucia Bau", "Low Water") not in pairs_of(page, "directed")


def test_an_apposition_behind_the_director_of_a_film_tells_of_the_new_one() -> None:
    page = SHOOT + "It is the second feature by the director of Small Snow, a French-Belgian co-production."
    assert pairs_of(page, "countryOfOrigin") == {("Low Water", "France"), ("Low Water", "Belgium")}


def test_whoever_is_working_on_a_film_produces_it_where_it_is_a_company() -> None:
    page = SHOOT + "It is produced by Sund Banga.\n\nSund Banga is also developing My Father’s Bees, a documentary."
    assert ("Sund Banga", "My Father’s Bees") in pairs_of(page, "produced")
    assert ("Sund Banga", "My Father’s Bees") not in pairs_of(page, "directed")


def test_a_tax_scheme_is_no_film() -> None:
    page = SHOOT + "The project is supported by Eurimages and the Federal Government's Tax Shelter."
    assert "Tax Shelter" not in {work for _, work in pairs_of(page, "directed") | pairs_of(page, "funded")}


def test_a_partner_with_a_second_name_is_one_buyer() -> None:
    page = HEAD + "“Low Water” has sold to Spain (Golem) and Serbia (Demiurg & Co)."
    assert ("Demiurg & Co", "Low Water") in pairs_of(page, "distributed")


def test_a_region_sells_nothing() -> None:
    page = SHOOT + "It is made with Scanbird releasing in the Nordics and Trust Sales handling international sales."
    assert pairs_of(page, "sold") == {("Trust Sales", "Low Water")}


@pytest.mark.parametrize("said", ["Oscar nominee", "Golden Globe winner"])
def test_a_prize_may_stand_before_a_name_in_a_list(said: str) -> None:
    page = SHOOT + f"It stars Ruth Oye, Tom Hark and {said} Paul Vane."
    assert ("Paul Vane", "Low Water") in pairs_of(page, "starredIn")


def test_two_people_at_the_end_of_a_list_of_directors_are_no_title() -> None:
    page = HEAD + "New films by Marta Lenz, Bruno Vidal and Aleksandr Orlov will compete for the Golden Leopard."
    assert pairs_of(page, "directed") == set()


def test_the_reviewed_lead_did_not_direct() -> None:
    page = SHOOT + "The film owes almost everything to its lead, Bart Sulisz."
    assert ("Bart Sulisz", "Low Water") in pairs_of(page, "starredIn")


def test_the_director_of_a_film_is_whoever_stands_right_before() -> None:
    page = SHOOT + "Ana Roth leads the cast, while Pas Hen, the director of Night Out, has been given a grant."
    assert ("Pas Hen", "Night Out") in pairs_of(page, "directed")


def test_whoever_returns_so_many_years_after_a_film_directed_it() -> None:
    page = SHOOT + "Small Vesna sees Dunja Berg return to the lake six years after Mud Season."
    assert ("Dunja Berg", "Mud Season") in pairs_of(page, "directed")


def test_a_name_of_three_words_is_not_cut_after_two() -> None:
    page = SHOOT + "The jury will be chaired by Senegalese filmmaker Ava Sall Diop."
    assert pairs_of(page, "nationality") == {("Ava Sall Diop", "Senegal")}


def test_by_two_siblings_begins_no_title() -> None:
    page = SHOOT + "The prize went to Rever by Clara and Manon Desm (Rouge Film – €425,000), a comedy."
    assert "Clara and Manon Desm" not in {work for _, work in pairs_of(page, "produced")}


def test_the_producer_of_a_company_for_a_film_is_no_title() -> None:
    page = HEAD + "The award went to producer Ivo Felt of Allfilm Sud for Eeva, an Estonian-Finnish film by Mona Siim."
    assert pairs_of(page, "produced") == {("Ivo Felt", "Eeva"), ("Allfilm Sud", "Eeva")}


def test_a_company_that_owns_a_title_makes_it() -> None:
    page = HEAD + "The audience prize went to Bold Fiction’s “Harbour 77,” which follows a pilot."
    assert ("Bold Fiction", "Harbour 77") not in pairs_of(page, "directed")


def test_a_name_does_not_begin_within_a_quotation() -> None:
    page = "‘Longleg’ Producer Bright Boards ‘The Salt Wife’\n\n“The Salt Wife” stars Ida Holm. Bright is producing."
    assert "Longleg’ Producer Bright" not in {name for name, _ in pairs_of(page, "produced")}


def test_the_story_that_follows_somebody_follows_up_on_nothing() -> None:
    page = SHOOT + "The story follows Gracia, a biologist who comes back to the lake."
    assert ("Tove Berg", "Gracia") not in pairs_of(page, "directed")


def test_the_headline_printed_again_below_the_picture_is_not_read_as_prose() -> None:
    page = "Tove Berg films Salt Year on the lagoon\n\nSalt Year is a drama. Salt Year began shooting in May.\n\n"
    page += "Tove Berg films Salt Year on the lagoon\n\nIda Holm stars in Salt Year."
    assert pairs_of(page, "directed") == {("Tove Berg", "Salt Year")}


def test_a_surname_alone_is_no_company() -> None:
    page = SHOOT + "Sund Film was set up by Mina Velyvis and Ana Roth.\n\nVelyvis produced the short film Frost Line."
    assert "Velyvis" not in {name for name, _ in pairs_of(page, "produced")}


def test_a_title_may_begin_with_a_possessive() -> None:
    page = SHOOT + "It follows her debut feature Other People’s Bread, a drama."
    assert ("Other People", "Bread") not in pairs_of(page, "directed")


def test_a_festival_where_a_film_was_shown_is_not_what_was_sold() -> None:
    page = SHOOT + "The film had its premiere at Karlovy Vary and was sold by Fjord Sales to Spain (Golem)."
    assert pairs_of(page, "sold") == {("Fjord Sales", "Low Water")}


def test_whoever_works_for_a_company_is_no_film_of_theirs() -> None:
    page = SHOOT + "Marc Oye is producing with Tallis Row’s Philippa Deng, and Bo Lind is executive producing."
    assert ("Tallis Row", "Philippa Deng") not in pairs_of(page, "directed")
