"""Listings: where titles end, whose film it is, and pages glued onto one line."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract import read_all

_HEAD = "12 articles available in total starting from 23/05/2002. Last article published on 02/12/2016.\n\n"


def _said(headline: str, teaser: str, tag: str = "Production | Estonia/Latvia") -> set[tuple[str, str, str]]:
    item = f"{headline}\n\n{headline}\n\n{teaser}  \n\n02/12/2016 | {tag}\n\n"
    (reading,) = read_all([Document("page.txt", _HEAD + item)])
    return {
        (claim.subject.name, claim.predicate, getattr(claim.object, "name", None) or getattr(claim.object, "value", ""))
        for claim in reading.claims
    }


def _directed(headline: str, teaser: str, tag: str = "Production | Estonia/Latvia") -> set[tuple[str, str]]:
    return {(who, what) for who, predicate, what in _said(headline, teaser, tag) if predicate == "directed"}


def test_a_title_ends_where_the_teaser_ends_it() -> None:
    told = _directed(
        "Norrby ready to shoot Mildness with love from the capital",
        "Director Sofia Norrby will start filming her debut, Mildness, in May",
    )
    assert ("Sofia Norrby", "Mildness") in told


def test_a_country_of_the_item_ends_a_title() -> None:
    assert ("Anna Kalmet", "Les Eaux dormantes") in _directed(
        "Anna Kalmet shooting Les Eaux dormantes in Latvia", "The story of three sisters"
    )


def test_another_country_belongs_to_the_title() -> None:
    assert ("Anna Kalmet", "A Night in Egypt") in _directed(
        "Anna Kalmet shooting A Night in Egypt", "The story of three sisters"
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Anna Kalmet commences Low Water",
        "Anna Kalmet begins Low Water",
        "Anna Kalmet commences Low Water shoot",
        "Anna Kalmet in Narva shooting Low Water",
        "Anna Kalmet starts the shoot for Low Water",
        "Second filming session for Anna Kalmet’s Low Water underway in Narva",
    ],
)
def test_a_shoot_is_told_in_any_of_these_ways(headline: str) -> None:
    said = _said(headline, "Three sisters meet by the sea")
    assert {("Anna Kalmet", "directed", "Low Water"), ("Low Water", "stage", "shooting")} <= said


def test_whoever_will_direct_the_film_does_so_and_not_its_novelist() -> None:
    told = _directed(
        "Low Water will be Jens Nessler's next thriller to hit the screen",
        "Director Bjarki Helgason will direct the movie from a script by Nell Parrish",
    )
    assert told == {("Bjarki Helgason", "Low Water")}


def test_the_owner_of_a_novel_directs_nothing() -> None:
    told = _directed(
        "Narva Studios commissions new drama Low Water",
        "The show, based on Graham Norbert’s debut novel of the same name and directed by Kathy Birch, is set in Narva",
    )
    assert "Graham Norbert" not in {who for who, _ in told}


def test_whom_a_film_is_about_does_not_direct_it() -> None:
    told = _directed(
        "Review: Low Water",
        "Mark Sarnowski's investigative documentary about the murder of notary Jan Kovarik explores corruption",
        "Films | Reviews | Estonia",
    )
    assert told == {("Mark Sarnowski", "Low Water")}


def test_a_compound_names_the_director() -> None:
    told = _directed("Low Water reveals its cast", "The Ida Holm-directed drama stars Per Lund")
    assert ("Ida Holm", "Low Water") in told


def test_a_city_in_passing_is_no_title() -> None:
    told = _directed("Review: Low Water", "Premiering soon in Amsterdam, the documentary by Lea Holm follows a painter")
    assert told == {("Lea Holm", "Low Water")}


def test_siblings_direct_under_their_common_name() -> None:
    told = _directed(
        "Low Water receives multiple awards in Narva",
        "The film by the Tamme brothers won Best Film",
        "Narva Film Festival 2016 | Awards",
    )
    assert ("Tamme brothers", "Low Water") in told


def test_a_glued_page_is_cut_at_dates_without_a_year() -> None:
    text = (
        "Estonia (The article continues below - Commercial information) 93 articles available in total starting from "
        "30/07/2010. Last article published on 27/11/2025. page: [1] 2 3 next Anna Kalmet’s Thornbush filming in Narva"
        "The Estonian director’s feature is a near-future allegory of faith, oppression, resistance and of the long "
        "winters of the coast 27/11 | Production | Funding | Estonia/LatviaReview: The EgoistsPer Lund’s third feature "
        "sees a stubborn spitfire and a grumpy recluse joining forces in a rare endeavour of great charm and of some "
        "length, for all who like the sea 26/11 | Black Nights 2025 | Rebels with a Cause\n"
    )
    (reading,) = read_all([Document("page.txt", text)])
    told = {
        (claim.item, claim.subject.name, claim.object.name)
        for claim in reading.claims
        if claim.predicate == "directed" and isinstance(claim.object, Mention)
    }
    assert told == {(1, "Anna Kalmet", "Thornbush"), (2, "Per Lund", "The Egoists")}


def test_a_festivals_section_alone_heads_a_review() -> None:
    told = _directed("Cold Milk", "Per Lund’s debut about a night nurse is a discovery", "Venice 2016 | Orizzonti")
    assert told == {("Per Lund", "Cold Milk")}


def test_a_pun_behind_a_colon_is_no_part_of_a_festivals_title() -> None:
    told = _directed("Cold Milk: All at sea", "Per Lund’s debut is a discovery", "Venice 2016 | Orizzonti")
    assert told == {("Per Lund", "Cold Milk")}
