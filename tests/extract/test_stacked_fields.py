"""Fields that stand alone above what they say, as agencies print the production's data beneath an article."""

from __future__ import annotations

from tests.extract.telling import pairs_of

HEAD = (
    "Home\nNews\nFestivals\n\nYou are here: Home / News / Region / Croatia News\n\n12-07-2019\n\n"
    "FNX at Harbour Film Festival: Low Water\n\nBy Jo Writer\n\n"
)
PROSE = (
    "HARBOUR: Two first-time directors return to the island in Low Water, which is shown here.\n\n"
    "Tom Vale produced the film through Sund kat, in coproduction with Lavvann from Oslo.\n\n"
)
FIELDS = (
    "Production Information:\n\nProducer:\nSund kat d.o.o.\nHarbour Road 81, 10000 Zagreb\nCroatia\n"
    "Phone: +385 1 000 47 12\nwww.sund.example\n\nCoproducers:\nLavvann (Norway)\nStudio Lamp (Slovenia)\n\n"
    "Credits:\nDirectors: Ida Holm, Vera Berg\n"
)


def test_the_headline_stands_below_the_way_to_the_page() -> None:
    assert pairs_of(HEAD + PROSE + FIELDS, "directed") == {("Ida Holm", "Low Water"), ("Vera Berg", "Low Water")}


def test_the_company_beneath_a_field_stands_without_its_legal_form_and_its_address() -> None:
    produced = {name for name, _ in pairs_of(HEAD + PROSE + FIELDS, "produced")}
    assert produced == {"Tom Vale", "Sund kat"}


def test_a_list_beneath_a_field_goes_on_while_countries_stand_behind_names() -> None:
    assert {name for name, _ in pairs_of(HEAD + PROSE + FIELDS, "coProduced")} == {"Lavvann", "Studio Lamp"}


def test_a_caption_that_is_printed_twice_on_its_line_is_read_once() -> None:
    page = HEAD + "Low Water by Ida Holm and Vera Berg Low Water by Ida Holm and Vera Berg photo: Sund\n\n" + PROSE
    assert {film for _, film in pairs_of(page, "directed")} == {"Low Water"}
