"""The questions of more data on small graphs written by hand: ties, repetitions, missing dates, one fact a test."""

from __future__ import annotations

from typing import Any

import pytest

from kg.query import find_query
from kg.query.engine import ENGINES, run

PREFIXES = """
@prefix kg: <https://w3id.org/filmkg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix x: <https://w3id.org/filmkg/> .
@prefix country: <https://w3id.org/filmkg/country/> . @prefix person: <https://w3id.org/filmkg/person/> .
x:film a kg:Film, kg:Work ; rdfs:label "Film" . x:other a kg:Film, kg:Work ; rdfs:label "Other" .
x:series a kg:Series, kg:Work ; rdfs:label "Series" .
x:one a kg:Company ; rdfs:label "One" . x:two a kg:Company ; rdfs:label "Two" .
x:three a kg:Company ; rdfs:label "Three" . x:four a kg:Company ; rdfs:label "Four" .
country:BE a kg:Country ; rdfs:label "Belgium" . country:FR a kg:Country ; rdfs:label "France" .
country:PL a kg:Country ; rdfs:label "Poland" .
x:cannes a kg:Festival ; rdfs:label "Cannes" . x:venice a kg:Festival ; rdfs:label "Venice" .
x:cannes-2023 a kg:FestivalEdition ; rdfs:label "Cannes 2023" ; kg:festival x:cannes ; kg:year "2023"^^xsd:gYear .
x:venice-2023 a kg:FestivalEdition ; rdfs:label "Venice 2023" ; kg:festival x:venice ; kg:year "2023"^^xsd:gYear .
person:robin-sykes a kg:Person ; rdfs:label "Robin" . person:fabrice-bracq a kg:Person ; rdfs:label "Fabrice" .
person:ana a kg:Person ; rdfs:label "Ana" . person:bo a kg:Person ; rdfs:label "Bo" .
"""


def listed(film: str, *codes: str, mark: str = "") -> str:
    """Give a film's printed list of countries."""
    lines = [f"x:{film} kg:countryOfOrigin country:{code} ." for code in codes]
    for place, code in enumerate(codes, 1):
        lines.append(
            f"x:{film}-{code}-{place}{mark} kg:role kg:countryOfOrigin ; kg:work x:{film} ;"
            f" kg:agent country:{code} ; kg:position {place} ."
        )
    return "\n".join(lines) + "\n"


def said(document: str, subject: str, predicate: str, object_: str, *, day: str = "", certainty: str = "stated") -> str:
    """Give a claim of a document, dated by itself where a day is given."""
    mark = f"x:{document}-{subject}-{predicate}-{object_}".replace(":", "-").replace("x-", "x:", 1)
    dated = f' ; kg:asOf "{day}"^^xsd:date' if day else ""
    return (
        f"{mark} rdf:subject {subject} ; rdf:predicate kg:{predicate} ; rdf:object {object_} ;"
        f' kg:certainty "{certainty}"{dated} ; prov:wasQuotedFrom {mark}-span . {mark}-span oa:exact "so they say" .'
    )


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def rows(engine: str, name: str, columns: str, turtle: str, **documents: str) -> list[tuple[str, ...]]:
    from pyoxigraph import RdfFormat, Store
    from rdflib import Dataset

    graphs = "".join(f"\nx:{document} {{ {evidence} }}" for document, evidence in documents.items())
    trig = PREFIXES + turtle + graphs
    graph: Any
    if engine == "oxigraph":
        graph = Store()
        graph.load(trig.encode(), RdfFormat.TRIG)
    else:
        graph = Dataset(default_union=False)
        graph.parse(data=trig, format="trig")
    result = run(find_query(name).text, graph, name)
    places = [result.columns.index(column) for column in columns.split()]
    return [tuple(row[place].value if row[place] else "" for place in places) for row in result.rows]


# -- 33


def test_a_country_that_one_text_lists_first_is_no_minority(engine: str) -> None:
    lists = listed("film", "FR", "BE") + listed("film", "BE", "FR", mark="-again")
    assert rows(engine, "minority-partners", "title", lists) == []


def test_a_film_without_a_known_partner_stands_all_the_same(engine: str) -> None:
    made = listed("film", "FR", "BE") + "x:one kg:coProduced x:film ."
    assert rows(engine, "minority-partners", "title name", made) == [("Film", "")]


def test_a_company_that_a_text_puts_elsewhere_is_no_partner(engine: str) -> None:
    made = listed("film", "FR", "BE") + listed("other", "BE")
    made += "x:one kg:coProduced x:film ; kg:produced x:other ; kg:companyCountry country:FR ."
    assert rows(engine, "minority-partners", "name", made) == [("",)]


def test_a_company_of_the_country_is_one(engine: str) -> None:
    made = listed("film", "FR", "BE") + "x:one kg:coProduced x:film ; kg:companyCountry country:BE ."
    assert rows(engine, "minority-partners", "name known", made) == [("One", "stated")]


# -- 34

CHAIN = "x:one kg:companyCountry country:PL ; kg:produced x:film . x:two kg:coProduced x:film, x:other ."


def test_a_partner_of_a_partner_is_two_hops_away(engine: str) -> None:
    made = CHAIN + "x:three kg:produced x:other ."
    assert rows(engine, "two-hop-partners", "partnerName through", made) == [("Three", "Two")]


def test_who_worked_with_the_producer_is_no_two_hop_partner(engine: str) -> None:
    made = CHAIN + "x:three kg:produced x:other, x:series . x:one kg:coProduced x:series ."
    assert rows(engine, "two-hop-partners", "partnerName", made) == []


def test_partners_without_a_named_work_are_a_hop(engine: str) -> None:
    made = CHAIN + "x:two kg:coProducedWith x:three, country:FR . x:three kg:coProducedWith x:two ."
    assert rows(engine, "two-hop-partners", "partnerName", made) == [("Three",)]


# -- 35


def test_one_dated_report_changes_nothing(engine: str) -> None:
    reports = said("a", "x:one", "produced", "x:film", day="2023-01-01")
    reports += said("a", "x:two", "coProduced", "x:film", day="2023-01-01")
    undated = said("b", "x:three", "coProduced", "x:film")
    assert rows(engine, "changed-partners", "name", "", a=reports, b=undated) == []


def test_the_date_of_a_document_dates_what_it_says(engine: str) -> None:
    early = said("a", "x:one", "produced", "x:film", day="2023-01-01")
    late = 'x:b dcterms:issued "2024-02-02"^^xsd:date . ' + said("b", "x:two", "produced", "x:film")
    found = rows(engine, "changed-partners", "name change since", "", a=early, b=late)
    assert found == [("Two", "not named at first", "2024-02-02"), ("One", "not named at last", "2023-01-01")]


def test_a_partner_of_the_reports_between_is_named_as_such(engine: str) -> None:
    reports = [said("a", "x:one", "produced", "x:film", day=f"2023-0{month}-01") for month in (1, 3)]
    between = said("c", "x:two", "coProduced", "x:film", day="2023-02-01")
    found = rows(engine, "changed-partners", "name change", "", a=reports[0], b=reports[1], c=between)
    assert found == [("Two", "named in between")]


def test_an_inferred_partner_is_no_change(engine: str) -> None:
    early = said("a", "x:one", "produced", "x:film", day="2023-01-01")
    late = said("b", "x:one", "produced", "x:film", day="2024-01-01")
    late += said("b", "x:two", "coProduced", "x:film", day="2024-01-01", certainty="inferred")
    assert rows(engine, "changed-partners", "name", "", a=early, b=late) == []


# -- 36


def test_a_country_listed_twice_leaves_two_countries(engine: str) -> None:
    shares = listed("film", "FR", "BE", "FR")
    shares += "x:s kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:BE ; kg:share 8.5 ."
    assert rows(engine, "shares-outside-convention", "countries share least", shares) == [("2", "8.5", "10")]


def test_a_share_at_the_bound_is_inside(engine: str) -> None:
    shares = listed("film", "FR", "BE", "PL")
    shares += "x:s kg:role kg:countryOfOrigin ; kg:work x:film ; kg:agent country:BE ; kg:share 5 ."
    assert rows(engine, "shares-outside-convention", "share", shares) == []


def test_a_film_of_one_country_is_no_co_production(engine: str) -> None:
    shares = listed("film", "BE") + "x:film-BE-1 kg:share 100 ."
    assert rows(engine, "shares-outside-convention", "share", shares) == []


# -- 37


def test_agents_of_as_many_films_come_by_name(engine: str) -> None:
    sold = listed("film", "FR", "BE") + listed("other", "FR", "BE") + "x:two kg:sold x:film . x:one kg:sold x:other ."
    found = rows(engine, "sales-agents-of-minority-films", "name films", sold)
    assert found == [("One", "1"), ("Two", "1")]


def test_a_film_whose_country_is_listed_twice_counts_once(engine: str) -> None:
    sold = listed("film", "FR", "BE", "PL") + listed("film", "FR", "PL", "BE", mark="-again") + "x:one kg:sold x:film ."
    assert rows(engine, "sales-agents-of-minority-films", "films", sold) == [("1",)]


def test_an_agent_of_films_that_the_country_leads_is_not_listed(engine: str) -> None:
    sold = listed("film", "BE", "FR") + "x:one kg:sold x:film ."
    assert rows(engine, "sales-agents-of-minority-films", "name", sold) == []


# -- 38


def test_sections_of_one_name_at_two_festivals_are_two(engine: str) -> None:
    shown = listed("film", "FR", "BE") + "".join(
        f'x:{festival}-s a kg:Screening ; kg:work x:film ; kg:edition x:{festival}-2023 ; kg:section "Competition" .'
        for festival in ("cannes", "venice")
    )
    found = rows(engine, "festival-sections-by-country-pair", "festivalName section films", shown)
    assert found == [("Cannes", "Competition", "1"), ("Venice", "Competition", "1")]


def test_a_screening_without_a_section_is_in_none(engine: str) -> None:
    shown = listed("film", "FR", "BE") + "x:s a kg:Screening ; kg:work x:film ; kg:edition x:cannes-2023 ."
    assert rows(engine, "festival-sections-by-country-pair", "section", shown) == []


# -- 39

SHOOT = 'x:r a kg:StageReport ; kg:work x:film ; kg:stage "shooting" ; kg:date "2022-11-20"^^xsd:date . '


def test_the_screening_s_own_date_comes_before_a_report(engine: str) -> None:
    shown = SHOOT + 'x:s a kg:Screening ; kg:work x:film ; kg:edition x:cannes-2023 ; kg:date "2023-05-20"^^xsd:date .'
    report = said("a", "x:film", "screenedAt", "x:cannes-2023", day="2023-04-13")
    found = rows(engine, "months-from-shoot-to-premiere", "premiere basis months", shown, a=report)
    assert found == [("2023-05-20", "screening", "6")]


def test_a_report_of_another_year_is_no_premiere(engine: str) -> None:
    late = said("a", "x:film", "screenedAt", "x:cannes-2023", day="2024-06-01")
    assert rows(engine, "months-from-shoot-to-premiere", "months", SHOOT, a=late) == []


def test_a_month_will_do_and_a_year_will_not(engine: str) -> None:
    month = SHOOT + 'x:film kg:releasedOn "2024-01"^^xsd:gYearMonth .'
    year = SHOOT + 'x:film kg:releasedOn "2024"^^xsd:gYear .'
    assert rows(engine, "months-from-shoot-to-premiere", "basis months", month) == [("release", "14")]
    assert rows(engine, "months-from-shoot-to-premiere", "months", year) == []


def test_a_film_that_was_out_before_its_shoot_is_not_counted(engine: str) -> None:
    out = SHOOT + 'x:film kg:releasedOn "2021-01-01"^^xsd:date .'
    assert rows(engine, "months-from-shoot-to-premiere", "months", out) == []


# -- 40


def test_films_of_as_many_countries_stand_side_by_side(engine: str) -> None:
    tied = listed("film", "FR", "BE") + listed("other", "PL", "BE") + listed("other", "BE", "PL", mark="-again")
    found = rows(engine, "films-of-most-countries", "title countries names", tied)
    assert found == [("Film", "2", "Belgium, France"), ("Other", "2", "Belgium, Poland")]


def test_without_co_productions_no_film_has_most_countries(engine: str) -> None:
    assert rows(engine, "films-of-most-countries", "title", listed("film", "FR") + listed("series", "FR", "BE")) == []


# -- 42, and all works of a person


def test_a_company_introduces_nobody(engine: str) -> None:
    made = "person:robin-sykes kg:directed x:film . person:fabrice-bracq kg:directed x:other ."
    made += "x:one kg:produced x:film, x:other ."
    assert rows(engine, "introductions", "through", made) == []


def test_two_who_share_a_work_need_no_introduction(engine: str) -> None:
    made = (
        "person:robin-sykes kg:directed x:film . person:fabrice-bracq kg:wrote x:film . person:ana kg:edited x:film ."
    )
    claims = said("a", "person:robin-sykes", "directed", "x:film") + said(
        "a", "person:fabrice-bracq", "wrote", "x:film"
    )
    found = rows(engine, "introductions", "introductions through name words", made, a=claims)
    assert found == [("0", "", "Fabrice", "so they say"), ("0", "", "Robin", "so they say")]


def test_two_who_know_both_are_two_ways(engine: str) -> None:
    acts = [("robin-sykes", "film"), ("fabrice-bracq", "other")]
    acts += [(who, work) for who in ("ana", "bo") for work in ("film", "other")]
    made = " ".join(f"person:{who} kg:starredIn x:{work} ." for who, work in acts)
    claims = "".join(said("a", f"person:{who}", "starredIn", f"x:{work}") for who, work in acts)
    found = rows(engine, "introductions", "introductions through step name", made, a=claims)
    assert found == [
        ("1", between, step, name)
        for between in ("Ana", "Bo")
        for step, pair in (("1", (between, "Robin")), ("2", (between, "Fabrice")))
        for name in sorted(pair)
    ]


def test_every_role_in_a_work_is_a_row(engine: str) -> None:
    made = "person:tallulah-h-schwab kg:wrote x:film ; kg:edited x:film ; kg:directed x:series ."
    ends = [(title, role.rpartition("#")[2]) for title, role in rows(engine, "films-of", "title role", made)]
    assert ends == [("Film", "edited"), ("Film", "wrote"), ("Series", "directed")]


def test_a_documentary_about_a_person_is_among_the_works(engine: str) -> None:
    about = "x:film kg:features person:tallulah-h-schwab ."
    assert rows(engine, "films-of", "role", about) == [("https://w3id.org/filmkg/ontology#features",)]
