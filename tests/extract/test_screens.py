"""Articles on the films of a Wednesday, in invented titles: who brings out which, on how many screens."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.names import Known

HEAD = "RELEASES France\n\nKestrel launches Salt Harbour\n\n"


def told(prose: str, head: str = HEAD) -> set[tuple[str, str, str]]:
    claims = read_article(Document("new/page.txt", f"{head}{prose}\n"), Known()).claims
    return {
        (c.subject.name, c.predicate, c.object.name if isinstance(c.object, Mention) else str(c.object.value))
        for c in claims
    }


def works(prose: str) -> set[str]:
    return {what for _, predicate, what in told(prose) if predicate == "directed"}


@pytest.mark.parametrize(
    "prose",
    [
        "Also out is Low Tide by Ida Holm (Otter Films - 38 screens).",
        "Also out is Low Tide by Ida Holm (Otter Films on seven copies).",
        "Also out is Low Tide by Ida Holm (Otter Films, in almost 200 theatres).",
        "Also out is Low Tide by Ida Holm (on 40 screens via Otter Films).",
        "Also out is Low Tide (distributed by Otter Films) by Ida Holm.",
        "Otter Films, for its part, is banking on Low Tide by Ida Holm (186 screens).",
        "Otter Films is distributing Danish director Ida Holm's Low Tide in 54 theatres.",
        "Distributed by Otter Films on 90 copies, Low Tide by Ida Holm opens today.",
        "There is also Low Tide by Ida Holm, out on five prints through Otter Films.",
        "A surprise, Low Tide by Ida Holm opens on 42 screens, handled by Otter Films.",
        "Competition comes from the US with Low Tide by Ida Holm (Otter Films on 640 screens).",
        "There is also Low Tide by Ida Holm, released by Otter Films on 210 screens.",
        'Low Tide (lit "Ebbe") (70% French, 30% Belgian) by Ida Holm, is released on 207 screens by Otter Films.',
        "Low Tide by Ida Holm, featuring Zoé Lund, on 350 screens by Otter Films.",
        "Otter Films is launching on 273 screens Ida Holm’s romantic comedy Low Tide.",
        "Also of note is Otter Films’s release (one screen) of Italian/French co-production Low Tide by Ida Holm.",
        "There is Ida Holm’s Low Tide, starring Zoé Lund (Otter Films).",
    ],
)
def test_who_brings_a_film_out_is_its_distributor(prose: str) -> None:
    assert {("Otter Films", "distributed", "Low Tide"), ("Ida Holm", "directed", "Low Tide")} <= told(prose)


def test_a_number_of_screens_is_no_film() -> None:
    assert works("Also out is Low Tide by Ida Holm (186 screens).") == {"Low Tide"}


def test_a_distributor_in_brackets_produced_nothing() -> None:
    said = told("Also out is Low Tide by Ida Holm (Otter Films - 38 screens).")
    assert not any(predicate == "produced" for _, predicate, _ in said)


def test_a_distributor_behind_a_director_is_no_earlier_film() -> None:
    assert works("There are two: Low Tide by Ida Holm (Memento Vivre), with Jill Rowe, and a surprise.") == {"Low Tide"}


def test_a_film_was_unveiled_in_a_section() -> None:
    prose = "Also out is Ida Holm's De Zwemmer, unveiled in the Panorama section at Berlin in 2009."
    assert ("De Zwemmer", "screenedAt", "Berlin 2009") in told(prose)


def test_a_film_shown_on_so_many_screens_is_out() -> None:
    assert ("Low Tide", "stage", "released") in told("Also out is Low Tide by Ida Holm (186 screens).")


def test_the_tag_says_in_which_country_films_come_out() -> None:
    prose = "Also out is Low Tide by Ida Holm (Otter Films - 38 screens)."
    claims = read_article(Document("new/page.txt", f"{HEAD}{prose}\n"), Known()).claims
    assert {c.qualifiers.get("territory") for c in claims if c.predicate == "distributed"} == {"France"}


def test_a_title_reaches_as_far_as_the_bracket_behind_it() -> None:
    assert works("Ida Holm's animated film Nina and the Big Wave (distributed by Otter Films) is for children.") == {
        "Nina and the Big Wave"
    }


def test_the_end_of_a_title_owns_no_film() -> None:
    prose = "Ida Holm's Under the Ice Road (Otter on 12 copies) and Per Lund's thriller Low Tide (Kite, 150 screens)."
    assert ("Ice Road", "directed", "Low Tide") not in told(prose)


def test_a_gloss_behind_a_title_is_its_other_name() -> None:
    prose = "Otter Films is distributing Ida Holm's Tierra Seca (“Dry Land” - Directors' Fortnight at Cannes 2014)."
    assert {("Tierra Seca", "alsoKnownAs", "Dry Land"), ("Tierra Seca", "screenedAt", "Cannes 2014")} <= told(prose)


def test_a_gloss_distributes_nothing() -> None:
    said = told("Also out is Ida Holm's La Part du feu (“The Fire's Share”), which was shot in Lille.")
    assert not any(who == "The Fire's Share" for who, _, _ in said)


def test_a_company_is_called_by_its_fuller_name() -> None:
    said = told("Out in front is Salt Harbour, which Kestrel Distribution is releasing on 412 screens.")
    assert {who for who, predicate, _ in said if predicate == "distributed"} == {"Kestrel Distribution"}


def test_a_linked_title_behind_what_it_is_has_its_comma() -> None:
    prose = "Also out is the Belgian film Zwarte Kat, Witte Nacht [+see also:\ntrailer\nfilm profile\n]\nby Ida Holm."
    assert works(prose) == {"Zwarte Kat, Witte Nacht"}


def test_a_linked_foreign_title_ends_in_small_letters() -> None:
    prose = "Otter Films is launching Belgian title Les Heures lentes [+see also:\nfilm profile\n]\nby Ida Holm."
    assert works(prose) == {"Les Heures lentes"}


def test_a_date_before_the_first_words_is_the_report_s() -> None:
    lines = (
        "A subtitle\n\nSalt Harbour by Per Lund\n\n14/10/2009 - Two features hit screens today, one of them from here."
    )
    prose = f"{lines}\n\nAlso out is Low Tide by Ida Holm (Otter Films - 38 screens)."
    claims = read_article(Document("new/page.txt", f"{HEAD}{prose}\n"), Known()).claims
    assert {c.qualifiers.get("date") for c in claims if c.predicate == "stage"} == {"2009-10-14"}


def test_what_titles_mean_in_brackets_does_not_make_others_unmarked() -> None:
    said = told(
        "There are Sel (“Salt”) by Ana Berg, Brume (lit. “Fog”) by Per Lund and Neige (“Snow Again”) by Jo Falk. "
        "Also out is Low Tide by Ida Holm (Otter Films - 38 screens)."
    )
    assert {("Ida Holm", "directed", "Low Tide"), ("Otter Films", "distributed", "Low Tide")} <= said


@pytest.mark.parametrize(
    "prose",
    [
        "Otter Films is opening Danish helmer Ida Holm's Low Tide on 43 screens.",
        "Otter Films will give French audiences a chance to discover Danish director Ida Holm's Low Tide.",
    ],
)
def test_who_opens_a_film_is_its_distributor(prose: str) -> None:
    assert {("Otter Films", "distributed", "Low Tide"), ("Ida Holm", "directed", "Low Tide")} <= told(prose)


def test_the_latter_film_is_the_one_named_last() -> None:
    said = told(
        "The week takes in films from Ana Berg's Night Bus to Ida Holm's Low Tide. Mainly co-produced by Germany and "
        "France, the latter film, starring Lina Sorbet and Marc Tavel, is being launched by Otter Films in 350 cinemas."
    )
    assert {("Lina Sorbet", "starredIn", "Low Tide"), ("Otter Films", "distributed", "Low Tide")} <= said
    assert not any(who == "Mainly" for who, _, _ in said)


def test_a_bracket_with_a_studio_behind_an_actor_is_no_film() -> None:
    said = told("There is Ida Holm’s Low Tide, starring Zoé Lund (20th Century Fox).")
    assert ("20th Century Fox", "distributed", "Low Tide") in said
    assert ("Zoé Lund", "starredIn", "20th Century Fox") not in said


def test_brackets_of_shares_name_no_company() -> None:
    said = told("Also out is Low Tide (84% French/16% Belgian) by Ida Holm, which Otter Films releases on 12 screens.")
    assert {who for who, predicate, _ in said if predicate == "distributed"} <= {"Otter Films", "Kestrel"}


def test_a_section_of_a_festival_is_no_film() -> None:
    said = told(
        "There is Ida Holm’s Low Tide. Well received at the Cannes Directors' Fortnight (see article), the film, "
        "produced by Otter Films, is being released on 80 screens by Shellac."
    )
    assert ("Otter Films", "produced", "Low Tide") in said


def test_a_name_goes_on_behind_its_particle() -> None:
    said = told("Also out is Low Tide by Vincent de Bruyn, starring Per Lund, another comedy.")
    assert ("Per Lund", "starredIn", "Low Tide") in said


def test_a_year_and_a_festival_are_no_film() -> None:
    said = told("Otter Films is releasing Low Tide by Ida Holm, director of 2005 San Sebastian title Salt Road.")
    assert ("Ida Holm", "directed", "2005 San") not in said


def test_the_praised_play_before_a_dash() -> None:
    said = told("Low Tide by Ida Holm – starring the extraordinary Zoé Lund, Per Lund and Ana Roth – is out.")
    assert ("Ana Roth", "starredIn", "Low Tide") in said


def test_a_headline_that_the_text_never_says_again_names_no_film() -> None:
    said = told(
        "Leading the contingent is Launched by Otter Films on 20 screens, Low Tide by Ida Holm.",
        "RELEASES France\n\nEight-strong contingent led by Lund\n\n",
    )
    assert not any("contingent" in name for fact in said for name in (fact[0], fact[2]))


def test_an_honour_behind_an_actor_is_no_film() -> None:
    said = told("Otter Films releases Low Tide by Ida Holm, co-starring Zoé Lund (Shooting Star 2007), on 20 screens.")
    assert not any("Shooting" in what for _, _, what in said)


def test_what_somebody_created_is_no_part_of_the_name() -> None:
    said = told("Otter Films is thinking big for Pipo-creator Michel Lund, whose new film Low Tide opens today.")
    assert ("Michel Lund", "directed", "Low Tide") in said


def test_the_latest_of_somebody_is_named_behind_a_comma() -> None:
    said = told("One of the features is the latest Costa Holm, Low Tide, starring Zoé Lund.")
    assert ("Costa Holm", "directed", "Low Tide") in said


def test_a_number_of_copies_is_no_film() -> None:
    assert "25 copies" not in works("This production is distributed on 25 copies by Otter Films.")
