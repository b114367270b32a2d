"""Guides of festivals and markets: entries that a field closes, lists of films with their countries, packages."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_all
from kg.extract.kind import recognise

HEAD = (
    "Danish films are on their way\nBy Anna Moe, 12 March 2019\n\nCOPENHAGEN: Danish producers have had a busy spring, "
    "and several productions have been started in the last weeks, as the national film body told us.\n\n"
)
GUIDE = """Venice 2018 preview: a guide to the Critics’ Week titles

The 33rd edition of the sidebar includes seven films in competition, plus one opening and one closing feature.

Critics’ Week

Lamp & Ladder (Ger) - dir. Anton Geltz
The directorial debut of German filmmaker Geltz stars Mia Kolb as a roofer. Producer Udo Fenn of Falterfilm also has
Vera Kossak’s Tidemark playing out of competition.
Contact: Pinto Distribution Network

Salt Dogs (Fr) - dirs. Alix Verlan, Marc Tressot
It is the feature debut of France’s Tressot, who has directed four shorts including Locarno premieres Rope (2007).
Contact: Echo Films
"""
PACKAGES = """Hot titles of the market

Here are some projects and packages expected to make a splash on the sales market.

Nobody Sleeps
Cast: Javier Osten, Pilar Cobo, Rita Dorn
Premise: A woman returns to her native village to uncover secrets from her past.
Agents: Ulmo Films

The Blue Heresy
Cast: Chris Walden, Elisa Bicky, Claes Bing
Premise: The film is about a swindle in the art world.
Agents: Ulmo Films, Handway Films

Against All Elms
Cast: Kirsten Stuart, Jack Connel, Anton Mackay
Premise: An actress falls out with the police.
Agents: Mement Films
"""


def told(text: str) -> set[str]:
    """Give the claims of a page as words."""
    (reading,) = read_all([Document("page", text)])
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', claim.object)}"
        for claim in reading.claims
    }


def test_a_contact_below_a_paragraph_is_of_the_film_whose_entry_it_closes() -> None:
    assert "Pinto Distribution Network sold Lamp & Ladder" in told(GUIDE)


def test_a_contact_is_not_of_the_film_that_the_paragraph_names_in_passing() -> None:
    assert "Pinto Distribution Network sold Tidemark" not in told(GUIDE)


def test_an_earlier_film_of_an_entry_is_not_in_the_line_up() -> None:
    assert not any(claim.startswith("Rope screenedAt Venice") for claim in told(GUIDE))


def test_packages_with_their_agents_are_no_releases() -> None:
    assert recognise(Document("page", PACKAGES))[0] == "article"


def test_the_agents_of_a_package_sell_its_film() -> None:
    assert {"Ulmo Films sold Nobody Sleeps", "Handway Films sold The Blue Heresy"} <= told(PACKAGES)


def test_an_agent_below_no_field_is_somebodys_own() -> None:
    page = HEAD + "Her short Low Water has been invited to Oslo.\n\nAgent: Bureau Kolk\n"
    assert not any(claim.startswith("Bureau Kolk sold") for claim in told(page))


def test_the_premise_of_a_package_says_nothing_of_who_made_it() -> None:
    page = PACKAGES.replace("A woman returns", "Ana Berg’s Lost Harbour is shown, and a woman returns")
    assert "Ana Berg directed Lost Harbour" not in told(page)


LIST = """EU supports films at the Berlin Film Festival

19 films selected for the 2015 festival are supported by the programme with over 2 million euro.
The following films in the Main Competition have been developed with it:
- Nobody Wants the Light, by Isa Coxell, Spain / France / Bulgaria;
- 54 Years, by Andrew Hall, UK;
- Eisen in Guana by Peter Grenway, Netherlands / Mexico / Belgium;
- El collar de nácar (The Pearl String) – documentary by Pablo Guzmaro, France / Chile / Spain;
- Vergine dei sassi (Virgin of Stones) by first film director Laura Bisturi, Italy / Malta / Kosovo.
- Ce e asta? (What now?) by Tudor Gurgiu, a co-production between Romania, Bulgaria and Hungary;
"""


def test_all_countries_between_slashes_are_the_films() -> None:
    lands = {"Netherlands", "Mexico", "Belgium"}
    assert {f"Eisen in Guana countryOfOrigin {land}" for land in lands} <= told(LIST)


def test_a_title_may_have_its_other_name_in_brackets_before_the_director() -> None:
    assert "Pablo Guzmaro directed El collar de nácar" in told(LIST)


def test_a_films_other_name_is_no_company_that_made_it() -> None:
    assert not any(claim.startswith(("The Pearl String", "Virgin of Stones", "What now?")) for claim in told(LIST))


def test_a_director_may_be_called_one_of_first_films() -> None:
    assert "Laura Bisturi directed Vergine dei sassi" in told(LIST)


def test_the_last_line_of_a_list_may_end_with_a_stop() -> None:
    assert "Vergine dei sassi countryOfOrigin Kosovo" in told(LIST)


def test_a_co_production_between_countries_stands_for_a_list_of_them() -> None:
    assert "Ce e asta? countryOfOrigin Romania" in told(LIST)


def test_who_directed_is_nobody_of_a_description() -> None:
    assert not any(claim.startswith("a co-production") for claim in told(LIST))


TITLES = """Film Awards - The Selection has 44 titles

in alphabetical order (please note that articles are ignored)

4 DIAS (Before the Rain), Spain
directed by Paco Javier Gutter
written by Juan Velar & F. Javier Gutter
produced by Maestra Films, Green Dawn Prod., Pentagon

Synopsis: Ana Berg’s The World is about to end. What would you do?

AMAJI, Germany/Israel
directed by Sando Coptel & Yaron Sharon
written by Sando Coptel & Yaron Sharon
produced by Inoson Productions, Twenty Vision

Synopsis: A quarter is a melting pot of cultures.

ALL THE MOON, Norway/Malta
directed by Ane Dahl Borg
written by Ane Dahl Borg
produced by Lux Film

Synopsis: A girl finds a boat and leaves.
"""


def test_a_title_may_have_its_countries_behind_a_comma() -> None:
    assert {"AMAJI countryOfOrigin Germany", "AMAJI countryOfOrigin Israel"} <= told(TITLES)


def test_who_directed_stands_below_such_a_title() -> None:
    assert {"Paco Javier Gutter directed 4 DIAS", "Ane Dahl Borg directed ALL THE MOON"} <= told(TITLES)


def test_who_produced_stands_below_such_a_title() -> None:
    assert "Twenty Vision produced AMAJI" in told(TITLES)


def test_records_with_synopses_are_no_round_up() -> None:
    assert recognise(Document("page", TITLES))[0] == "article"


def test_a_synopsis_says_nothing_of_who_made_a_film() -> None:
    assert "Ana Berg directed The World" not in told(TITLES)


MARKED = """All Production articles – Page 134
-
NewsChile: optimistic delegates look to international partnerships
Global shifts encourage creators to adopt a broader outlook.
-
NewsPaula Patten, Rupert Fiend join shark thriller ‘Tiburon Bay’ (exclusive)
Alistair Legrange will direct from a screenplay by Jonathan Millar.
-
NewsFirst Look: Suki Waterford in teen horror ‘Séance Night’ (exclusive)
‘You Are Next’ writer Simon Barrow making his feature directorial debut.
-
NewsMorena Bacara joins ‘Beastling’ for Rakuta
Principal photography set for late March in New Zealand.
"""


def test_a_mark_alone_on_a_line_divides_the_items_of_a_listing() -> None:
    assert recognise(Document("page", MARKED))[0] == "listing"


def test_a_word_for_the_kind_of_news_is_no_part_of_a_name() -> None:
    assert {"Paula Patten starredIn Tiburon Bay", "Morena Bacara starredIn Beastling"} <= told(MARKED)


def test_the_text_below_a_marked_headline_is_of_its_film() -> None:
    assert "Alistair Legrange directed Tiburon Bay" in told(MARKED)


def test_who_wrote_one_film_makes_a_debut_with_the_next() -> None:
    assert {"Simon Barrow wrote You Are Next", "Simon Barrow directed Séance Night"} <= told(MARKED)


def test_who_is_seen_first_in_a_film_plays_in_it() -> None:
    assert "Suki Waterford starredIn Séance Night" in told(MARKED)
