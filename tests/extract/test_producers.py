"""Producers: what they say of their own films, whom a text names beside a director, and with whom a film is made."""

from __future__ import annotations

from kg.claim import Value
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known
from tests.extract.telling import pairs_of

TALK = (
    "“We like the sea”\n\nAna Roth • Producer, Sund Film\n\n"
    "The Norwegian Producer on the Move talks about her company and her next films\n\n"
    "What are you working on?\n"
)


def stages(text: str) -> set[tuple[str, str]]:
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.value)
        for c in reading.claims
        if c.predicate == "stage" and isinstance(c.object, Value)
    }


def test_what_a_producer_calls_ours_is_the_company_s() -> None:
    text = TALK + "We are in post-production with Low Water by Jo Berg.\n"
    assert ("Sund Film", "Low Water") in pairs_of(text, "produced")


def test_what_a_producer_co_produces_the_company_co_produces() -> None:
    text = TALK + "We are also co-producing the Danish film Low Water by Jo Berg, as a minority partner.\n"
    assert ("Sund Film", "Low Water") in pairs_of(text, "coProduced")


def test_what_a_producer_admires_is_not_the_company_s() -> None:
    text = TALK + "We love Low Water by Jo Berg.\n"
    assert pairs_of(text, "produced") == set()


def test_a_partner_is_named_without_its_country() -> None:
    text = TALK + "Our next film is Low Water by Jo Berg, a co-production with Mill Film of Poland.\n"
    assert pairs_of(text, "coProduced") == {("Mill Film", "Low Water")}


def test_a_body_keeps_the_country_in_its_name() -> None:
    text = "Oslo\n\nThe film Low Water by Jo Berg is supported by the National Film Centre of Latvia.\n"
    assert ("National Film Centre of Latvia", "Low Water") in pairs_of(text, "funded")


def test_producers_in_brackets_are_of_the_film_before_them() -> None:
    text = (
        "Czech films at festivals\n\nThe festival shows Witness by Ana Roth (Czech producer Ida Holm of Sund Film) and "
        "High Tide by Jo Berg (Czech co-producer Per Lund of Lund Pictures).\n"
    )
    assert pairs_of(text, "produced") == {("Ida Holm", "Witness"), ("Sund Film", "Witness")}


def test_co_producers_in_brackets_are_of_the_film_before_them() -> None:
    text = (
        "Czech films at festivals\n\nThe festival shows Witness by Ana Roth (Czech producer Ida Holm of Sund Film) and "
        "High Tide by Jo Berg (Czech co-producer Per Lund of Lund Pictures).\n"
    )
    assert pairs_of(text, "coProduced") == {("Per Lund", "High Tide"), ("Lund Pictures", "High Tide")}


def test_producers_beside_a_writer_director_have_not_directed() -> None:
    text = (
        "Prizes\n\nThe award went to the Turkish project Salt by writer-director Ana Roth, and producers Jo Berg and "
        "Ida Holm.\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "Salt")}


def test_a_director_and_a_producer_may_win_for_their_film() -> None:
    text = (
        "Prizes\n\nGreek filmmaker Ana Roth and her producer Jo Berg received €10,000 for the sound of her €1.1m crime "
        "thriller Low Water.\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "Low Water")}


def test_whose_outfit_produced_a_film_did_not_direct_it() -> None:
    text = (
        "Prizes\n\nProduced by Ana Roth’s German outfit Gift Film, Low Water will have its premiere at the festival.\n"
    )
    assert (pairs_of(text, "directed"), pairs_of(text, "produced")) == (
        set(),
        {("Ana Roth", "Low Water"), ("Gift Film", "Low Water")},
    )


def test_who_is_attached_as_co_producer_does_not_act() -> None:
    text = "Oslo\n\nJo Berg is shooting the film Low Water. Finland’s Kaamos Kuvat is attached as coproducer.\n"
    assert pairs_of(text, "starredIn") == set()


def test_who_is_a_nation_s_co_producer_co_produces() -> None:
    text = (
        "Oslo\n\nThe drama Low Water directed by Jo Berg is moving into production. Ariana Film is the Slovak "
        "coproducer.\n"
    )
    assert pairs_of(text, "coProduced") == {("Ariana Film", "Low Water")}


def test_a_film_is_made_with_several_partners() -> None:
    text = (
        "Oslo\n\nThe breakthrough came with Ana Roth’s debut feature Low Water. Sund Film produced it together with "
        "Riga’s Zala Studija and Fjord Film from Bergen.\n"
    )
    assert pairs_of(text, "produced") == {
        ("Sund Film", "Low Water"),
        ("Zala Studija", "Low Water"),
        ("Fjord Film", "Low Water"),
    }


def test_a_company_that_somebody_owns_is_no_film() -> None:
    text = (
        "Oslo\n\n“Marika,” by Hungarian helmer Ana Roth, won the award. Radu Stol’s Strada Film and Paris-based Les "
        "Heures are on board as co-producers.\n"
    )
    assert pairs_of(text, "coProduced") == {("Strada Film", "Marika"), ("Les Heures", "Marika")}


def test_a_debut_that_a_headline_does_not_name_is_no_title() -> None:
    text = "PRODUCTION: Ana Roth Preps Her Debut Feature\n\nThe film Low Water is the debut feature by Ana Roth.\n"
    assert pairs_of(text, "directed") == {("Ana Roth", "Low Water")}


def test_who_is_in_postproduction_in_a_headline_is_no_title() -> None:
    text = (
        "PRODUCTION: Ivana Trendova in Postproduction with Low Water\n\n"
        "Bulgaria’s award-winning Ivana Trendova is in postproduction with her tribunal drama Low Water.\n"
    )
    assert stages(text) == {("Low Water", "post-production")}


def test_one_feature_has_one_title() -> None:
    text = "Oslo\n\nDirector Ana Roth is shooting her debut feature film Salt and Smoke, produced by Sund Film.\n"
    assert pairs_of(text, "produced") == {("Sund Film", "Salt and Smoke")}


def test_a_title_may_say_one_word_again() -> None:
    text = "Oslo\n\nThe company makes Ana Roth’s second feature Nina, Nina, Nina, which is produced by Sund Film.\n"
    assert pairs_of(text, "produced") == {("Sund Film", "Nina, Nina, Nina")}


def test_the_one_film_that_is_in_the_works_may_have_a_comma() -> None:
    text = "Oslo\n\nAlso in post-production at Sund Film is You, Marta, an animated documentary by Ana Roth.\n"
    assert pairs_of(text, "directed") == {("Ana Roth", "You, Marta")}


def test_what_a_region_sends_is_no_part_of_a_title() -> None:
    text = "Line-up\n\nTwo projects come from the Middle East: Olive Tree by Ana Roth and High Tide by Jo Berg.\n"
    assert ("Ana Roth", "Olive Tree") in pairs_of(text, "directed")


def test_a_brit_is_called_by_name() -> None:
    text = "Line-up\n\nThe festival shows the film Low Water by Brit Ken Roach.\n"
    assert pairs_of(text, "directed") == {("Ken Roach", "Low Water")}


def test_whose_first_film_is_told_is_whoever_was_named_last() -> None:
    text = (
        "Line-up\n\nIn competition are Mercury by Jan Wrona, and Thieves of Bread, the second feature by Georgian "
        "filmmaker Nino Abash, whose first film Rust won here.\n"
    )
    assert ("Jan Wrona", "Rust") not in pairs_of(text, "directed")


def test_the_house_of_a_headline_sells_what_its_slate_includes() -> None:
    text = (
        "Loup Blanc still reigns supreme at Cannes\n\nThe sales agent Loup Blanc goes to the film market.\n\n"
        "The slate also includes Zombie Boy by Ana Roth and High Tide by Jo Berg.\n"
    )
    assert pairs_of(text, "sold") == {("Loup Blanc", "Zombie Boy"), ("Loup Blanc", "High Tide")}


def test_projects_may_be_listed_below_whoever_presents_them() -> None:
    text = (
        "Producers Reveal Upcoming Projects\n\nThe producers were invited to share details of their films.\n\n"
        "Ida Holm, Belgium\nProject: “Under the Ice”\nDirector: Ana Roth\nAna wants to live under water.\n"
    )
    assert pairs_of(text, "directed") == {("Ana Roth", "Under the Ice")}


MET = (
    "Producer on the Move 2014 – Denmark\n\nWe met up with Denmark’s Producer on the Move, Ida Holm, of Nimble Film, "
    "to discuss what she is working on\n\n"
)


def test_what_a_producer_who_is_met_has_made_she_produced() -> None:
    text = MET + "She made her producing debut with Jo Berg’s Low Water, which won an award.\n"
    assert pairs_of(text, "produced") == {("Ida Holm", "Low Water")}


def test_what_a_producer_who_is_met_co_produced_she_co_produced() -> None:
    text = MET + "Since then, she has produced High Tide by Ana Roth and co-produced the drama Low Water by Jo Berg.\n"
    assert pairs_of(text, "coProduced") == {("Ida Holm", "Low Water")}


def test_what_is_next_on_a_producer_s_slate_she_produces() -> None:
    text = MET + "Next on her slate is Low Water, the second feature by Jo Berg.\n"
    assert pairs_of(text, "produced") == {("Ida Holm", "Low Water")}


def test_the_next_film_of_a_list_is_no_company() -> None:
    text = (
        "Country report\n\nThe coproductions include Godless Town, a drama directed by Ana Roth and produced by Klas "
        "Pictures, and Monkey Year, directed by Jo Berg and coproduced by Sund Film.\n"
    )
    assert pairs_of(text, "produced") == {("Klas Pictures", "Godless Town")}


def test_an_actor_beside_a_director_has_not_directed() -> None:
    text = (
        "Prizes\n\nTwo mentions went to the Russian film Low Water by Jo Berg and the Bosnian actor Emir Hadzic for "
        "his performance as a father.\n"
    )
    assert pairs_of(text, "directed") == {("Jo Berg", "Low Water")}


def test_what_wins_best_film_did_not_direct_the_next_winner() -> None:
    text = (
        "Euphemia wins best film at riverside festival with The Snare taking best director\n\n"
        "The film festival ended.\n"
    )
    assert pairs_of(text, "directed") == set()


def test_who_directed_may_stand_shortened_in_brackets() -> None:
    text = "Oslo\n\nThe company followed it with the family film Robot Moth (dir. Ana Roth), seen by many at home.\n"
    assert pairs_of(text, "directed") == {("Ana Roth", "Robot Moth")}


def test_a_shoot_that_is_scheduled_is_to_come() -> None:
    text = "Oslo\n\n“Low Water” by Ana Roth won the award. Shooting is scheduled for the fall of 2023.\n"
    assert stages(text) == {("Low Water", "pre-production")}


def test_a_project_has_a_producer_for_a_company() -> None:
    text = (
        "Oslo\n\n“Low Water” by Ana Roth won the award. The project has Ida Holm for Budapest’s Morning Films as lead "
        "producer.\n"
    )
    assert pairs_of(text, "produced") == {("Ida Holm", "Low Water"), ("Morning Films", "Low Water")}


def test_a_novelist_shares_nobody_s_surname() -> None:
    text = "Oslo\n\nThe crime series Cold Store was created by Berg and the novelist Ida Holm, and is in development.\n"
    assert ("Berg Holm", "Cold Store") not in pairs_of(text, "created")
