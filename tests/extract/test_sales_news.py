"""News of sales: who sells, who buys, and of what."""

from __future__ import annotations

import pytest

from tests.extract.telling import pairs_of

HEAD = "Fjord Sales racks up deals\n\nThe buyers of several countries met at the festival to talk about cinema.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Kestrel International licensed Cormac Hale’s drama Southpaw Sunday to Vantage Releasing for Spain.",
        "Kestrel International has boarded world rights to Cormac Hale’s Southpaw Sunday.",
    ],
)
def test_whoever_licenses_or_boards_a_film_sells_it(said: str) -> None:
    assert ("Kestrel International", "Southpaw Sunday") in pairs_of(HEAD + said, "sold")
    assert ("Kestrel International", "Southpaw Sunday") not in pairs_of(HEAD + said, "distributed")


def test_a_film_is_picked_up_for_a_country_by_its_buyer() -> None:
    page = (
        HEAD + "Tell Me Now, by Swedish duo Ola and Eva Rund, was picked up for France by Noire and for Japan by Kumo."
    )
    assert pairs_of(page, "distributed") >= {("Noire", "Tell Me Now"), ("Kumo", "Tell Me Now")}


def test_whoever_also_co_produced_the_film_is_a_co_producer() -> None:
    page = (
        HEAD
        + "“Low Water” was made by Ida Holm. Rivage Distribution, which also co-produced the film, will release it."
    )
    assert ("Rivage Distribution", "Low Water") in pairs_of(page, "coProduced")


def test_somebodys_comedy_behind_a_title_has_its_countries() -> None:
    page = HEAD + "Fjord has closed deals on Half a Horse, Nino Kvir’s Georgian-Swiss black comedy."
    assert pairs_of(page, "countryOfOrigin") == {("Half a Horse", "Georgia"), ("Half a Horse", "Switzerland")}


def test_the_last_of_a_cast_does_not_own_the_next_title() -> None:
    page = (
        HEAD
        + "Its slate has The Beasts, starring Romain Dur and Paul Kirch, and first-time director Stan Cast’s Vincent."
    )
    assert pairs_of(page, "directed") == {("Stan Cast", "Vincent")}


def test_a_line_up_may_say_so_below_its_headline() -> None:
    page = (
        "Locarno plays the card of discovery\n\n09/07/2025 - The gathering has unveiled part of its programme\n\n"
        "The list of titles:\n\nYes! – Pilar Echev (Colombia/USA)\n\nTern – Ida Holm (Norway)\n\n"
    )
    assert pairs_of(page, "screenedAt") == {("Yes!", "Locarno 2025"), ("Tern", "Locarno 2025")}


def test_a_festival_of_two_words_announces_its_films() -> None:
    page = (
        "San Sebastián announces Spanish titles\n\n21/07/2023 - The festival tells what it will show\n\n"
        "Four films will compete: Corno, by Jaione Camba, and Puan, by Ben Nash.\n\n"
    )
    assert pairs_of(page, "screenedAt") == {("Corno", "San Sebastián 2023"), ("Puan", "San Sebastián 2023")}


def test_each_film_stands_before_its_own_territory() -> None:
    page = HEAD + (
        "Fjord Sales presented Low Water by Ida Holm. Catalogue sales included Harbour Lights to China (Lotus Gate) "
        "and Nine Fingers of Rain to Iran (Setareh)."
    )
    assert pairs_of(page, "distributed") == {("Lotus Gate", "Harbour Lights"), ("Setareh", "Nine Fingers of Rain")}


def test_who_sold_a_film_is_no_film() -> None:
    page = HEAD + "Low Water by Ida Holm was sold by Tom Bruni, to Spain (Alfama) and Greece (Ilios)."
    assert {film for _, film in pairs_of(page, "distributed")} == {"Low Water"}
