"""Claims and entities to the statements of film-graph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from film_world import World, make_world, say

from kg.claim import Mention
from kg.errors import BuildError, VocabularyError
from kg.graph import term as terms
from kg.graph.mapping import ends, film_graph, statement_node
from kg.graph.namespace import Namespaces
from kg.resolve.entity import Entity, Resolution

if TYPE_CHECKING:
    from kg.claim import Claim

names = Namespaces()
FILM, ANA = names.entity("film/salt-road"), names.entity("person/ana-ruiz")


@pytest.fixture(scope="module")
def graph() -> set[tuple[str, str, str]]:
    world = make_world()
    return set(film_graph(world.claims, world.resolution, names))


def kg(name: str) -> str:
    return names.term(name)


def schema(name: str) -> str:
    return names.expand(f"schema:{name}")


def _claim(world: World, predicate: str, subject: str | None = None) -> Claim:
    return next(
        claim
        for claim in world.claims
        if claim.predicate == predicate and (subject is None or claim.subject.name == subject)
    )


def _node(world: World, predicate: str, subject: str | None = None) -> dict[str, set[str]]:
    node = statement_node(_claim(world, predicate, subject), world.resolution, names)
    assert node is not None
    said: dict[str, set[str]] = {}
    for property_, value in node[1]:
        said.setdefault(property_[1:-1].rpartition("#")[2], set()).add(value)
    return said


def _types(graph: set[tuple[str, str, str]], subject: str) -> set[str]:
    return {value for s, p, value in graph if s == subject and p == names.expand("rdf:type")}


def test_a_film_is_a_work_too(graph: set[tuple[str, str, str]]) -> None:
    assert _types(graph, FILM) == {kg("Film"), kg("Work"), schema("Movie")}


def test_a_country_is_a_place_too(graph: set[tuple[str, str, str]]) -> None:
    assert _types(graph, names.entity("country/BE")) == {kg("Country"), kg("Place"), schema("Country")}


def test_an_entity_has_one_label_whatever_it_is_called(graph: set[tuple[str, str, str]]) -> None:
    assert [value for s, p, value in graph if s == ANA and p == names.expand("rdfs:label")] == ['"Ana Ruiz"']


def test_other_names_are_aliases_in_both_vocabularies(graph: set[tuple[str, str, str]]) -> None:
    assert (ANA, kg("alsoKnownAs"), '"Ana Ruis"') in graph
    assert (ANA, schema("alternateName"), '"Ana Ruis"') in graph


def test_a_label_is_no_alias_of_itself() -> None:
    entity = Entity("film/x", "Film", "X", ("X", "Y"))
    said = set(film_graph([], Resolution({("d", "Film", "X"): entity}), names))
    assert [value for _, p, value in said if p == kg("alsoKnownAs")] == ['"Y"']


def test_a_fact_of_two_documents_stands_once(graph: set[tuple[str, str, str]]) -> None:
    assert [(s, p, o) for s, p, o in graph if p == kg("directed")] == [(ANA, kg("directed"), FILM)]


def test_schema_org_runs_its_own_way_round(graph: set[tuple[str, str, str]]) -> None:
    assert (FILM, schema("director"), ANA) in graph
    assert (FILM, schema("countryOfOrigin"), names.entity("country/BE")) in graph
    assert (ANA, schema("director"), FILM) not in graph


def test_a_producing_company_and_a_producer_are_told_apart(graph: set[tuple[str, str, str]]) -> None:
    assert (FILM, schema("productionCompany"), names.entity("company/nord-film")) in graph
    assert (FILM, schema("producer"), ANA) in graph
    assert (FILM, schema("producer"), names.entity("company/nord-film")) not in graph
    assert (FILM, schema("productionCompany"), ANA) not in graph


def test_the_entity_decides_what_a_producer_is() -> None:
    world = make_world()
    body = Entity("company/nord-film", "PublicBody", "Nord Film")
    mentions = {key: body if entity.iri == body.iri else entity for key, entity in world.resolution.by_mention.items()}
    said = set(film_graph(world.claims, Resolution(mentions), names))
    assert (FILM, schema("productionCompany"), names.entity(body.iri)) in said


def test_a_symmetric_statement_holds_both_ways(graph: set[tuple[str, str, str]]) -> None:
    nord, sud = names.entity("company/nord-film"), names.entity("company/sud-film")
    assert (nord, kg("coProducedWith"), sud) in graph
    assert (sud, kg("coProducedWith"), nord) in graph


def test_both_orders_of_a_symmetric_claim_share_their_node() -> None:
    world = make_world()
    claim = _claim(world, "coProducedWith", "Nord Film")
    assert isinstance(claim.object, Mention)
    turned = replace(claim, subject=claim.object, object=claim.subject)
    one, other = (statement_node(each, world.resolution, names) for each in (claim, turned))
    assert one is not None
    assert other is not None
    assert one[0] == other[0]


def test_a_claim_without_qualifiers_has_no_node(world: World) -> None:
    assert statement_node(_claim(world, "directed"), world.resolution, names) is None


def test_a_place_in_the_list_of_countries_is_kept(world: World) -> None:
    node = _node(world, "countryOfOrigin")
    assert node["work"] == {FILM}
    assert node["role"] == {kg("countryOfOrigin")}
    assert len(node["agent"]) == len(node["position"]) == 1


def test_partners_are_both_agents_of_a_work(world: World) -> None:
    node = _node(world, "coProducedWith", "Nord Film")
    assert node["agent"] == {names.entity("company/nord-film"), names.entity("company/sud-film")}
    assert node["work"] == {FILM}


def test_a_screening_has_work_edition_and_section(world: World) -> None:
    node = _node(world, "screenedAt")
    assert node["type"] == {kg("Screening"), schema("ScreeningEvent")}
    assert (node["work"], node["edition"], node["section"]) == (
        {FILM},
        {names.entity("edition/toronto-2024")},
        {'"Platform"'},
    )


def test_a_stage_is_reported_on_a_date(world: World) -> None:
    node = _node(world, "stage")
    assert node["type"] == {kg("StageReport")}
    assert (node["work"], node["stage"], node["date"]) == ({FILM}, {'"shooting"'}, {terms.date("2024-09-17")})


def test_an_ordinal_says_whose(world: World) -> None:
    node = _node(world, "ordinal")
    assert (node["work"], node["value"], node["of"]) == ({FILM}, {'"first feature"'}, {ANA})


def test_a_release_has_its_date_and_territory(world: World) -> None:
    node = _node(world, "releasedOn")
    assert node["value"] == {terms.date("2024-11")}
    assert node["territory"] == {names.entity("country/FR")}


def test_an_award_has_its_year_and_count(world: World) -> None:
    node = _node(world, "award")
    assert (node["agent"], node["award"]) == ({ANA}, {names.entity("award/golden-oak")})
    assert (node["year"], node["count"]) == ({terms.year(2023)}, {terms.integer(2)})


def test_an_open_list_is_a_truth_value(world: World) -> None:
    assert _node(world, "starredIn", "Bo Lind")["open_list"] == {terms.boolean(True)}


def test_the_part_played_does_not_hide_the_role(world: World) -> None:
    claim = say(world.documents[0], "Bo Lind", "starredIn", "Salt Road", ("Bo Lind",), role="the miller")
    node = statement_node(claim, world.resolution, names)
    assert node is not None
    assert (kg("partPlayed"), '"the miller"') in node[1]
    assert (kg("role"), kg("starredIn")) in node[1]


def test_two_works_are_told_apart_in_a_node(world: World) -> None:
    claim = say(world.documents[0], "Salt Road", "follows", "The Well", ("Salt Road",), ordinal=2)
    node = statement_node(claim, world.resolution, names)
    assert node is not None
    assert {(kg("work"), FILM), (kg("relatedWork"), names.entity("work/the-well"))} <= set(node[1])
    assert (kg("number"), terms.integer(2)) in node[1]


def test_the_name_of_a_node_ends_in_16_hex_digits(graph: set[tuple[str, str, str]]) -> None:
    nodes = {s for s, p, _ in graph if p == kg("role")}
    assert nodes
    assert all(len(node.rpartition("/")[2][:-1]) == 16 and int(node.rpartition("/")[2][:-1], 16) for node in nodes)


def test_a_node_keeps_its_name_under_another_base(world: World) -> None:
    elsewhere = Namespaces("https://example.org/x/")
    claim = _claim(world, "stage")
    here, there = (statement_node(claim, world.resolution, each) for each in (names, elsewhere))
    assert here is not None
    assert there is not None
    assert names.local(here[0]) == elsewhere.local(there[0])


def test_other_qualifiers_make_another_node(world: World) -> None:
    one = _claim(world, "stage")
    other = replace(one, qualifiers={"date": "2024-09-18"})
    nodes = [statement_node(each, world.resolution, names) for each in (one, other)]
    assert nodes[0] != nodes[1]


def test_a_film_is_described_in_an_item(graph: set[tuple[str, str, str]]) -> None:
    assert (FILM, kg("describedIn"), names.item("trade/first page.txt#1")) in graph


def test_a_merged_entity_points_to_the_one_that_stands_for_it(graph: set[tuple[str, str, str]]) -> None:
    assert (names.entity("film/salt-rd"), names.expand("dcterms:isReplacedBy"), FILM) in graph


def test_no_blank_node_is_ever_made(graph: set[tuple[str, str, str]]) -> None:
    assert not [term for triple in graph for term in triple if term[0] not in '<"']


def test_an_unresolved_name_is_an_error(world: World) -> None:
    mentions = {key: entity for key, entity in world.resolution.by_mention.items() if key[1] != "Film"}
    with pytest.raises(BuildError, match="unresolved Film 'Salt Road'"):
        ends(_claim(world, "directed"), Resolution(mentions), names)


def test_an_unresolved_qualifier_is_an_error(world: World) -> None:
    claim = replace(_claim(world, "sold"), qualifiers={"territory": "Atlantis"})
    with pytest.raises(BuildError, match="Atlantis"):
        statement_node(claim, world.resolution, names)


def test_an_unknown_predicate_is_an_error(world: World) -> None:
    with pytest.raises(VocabularyError, match="dreamt"):
        ends(replace(_claim(world, "directed"), predicate="dreamt"), world.resolution, names)


def test_a_qualifier_that_does_not_belong_is_an_error(world: World) -> None:
    claim = replace(_claim(world, "stage"), qualifiers={"section": "Platform"})
    with pytest.raises(VocabularyError, match="section"):
        statement_node(claim, world.resolution, names)


def _identified(value: str) -> set[tuple[str, str, str]]:
    world = make_world()
    document = world.readings[0].document
    claim = say(document, "Salt Road", "identifier", value, ("Salt Road",), literal=True)
    return set(film_graph([claim], world.resolution, names))


def test_an_identifier_stands_as_it_is_and_as_an_address() -> None:
    graph = _identified("wikidata:Q42")
    assert (FILM, kg("identifier"), '"wikidata:Q42"') in graph
    assert (FILM, schema("identifier"), '"wikidata:Q42"') in graph
    assert (FILM, schema("sameAs"), "<http://www.wikidata.org/entity/Q42>") in graph


def test_an_identifier_without_an_address_gives_no_same_as() -> None:
    graph = _identified("films.example.org:17")
    assert not {triple for triple in graph if triple[1] == schema("sameAs")}
