"""Who says so, where, in which words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from film_world import World, make_world

from kg.document import Span
from kg.errors import BuildError
from kg.graph import term as terms
from kg.graph.evidence import evidence
from kg.graph.mapping import film_graph, statement_node
from kg.graph.namespace import Namespaces

if TYPE_CHECKING:
    from kg.claim import Claim

names = Namespaces()
ONE, TWO = "trade/first page.txt", "trade/50% #2.txt"


@pytest.fixture(scope="module")
def quads() -> set[tuple[str, str, str, str]]:
    world = make_world()
    return set(evidence(world.readings, world.resolution, names))


def _said(quads: set[tuple[str, str, str, str]], subject: str, property_: str) -> set[str]:
    return {value for _, s, p, value in quads if s == subject and p == names.expand(property_)}


def _claim(predicate: str, document: str = ONE) -> Claim:
    return next(c for c in make_world().claims if c.predicate == predicate and c.document == document)


def test_each_document_has_its_graph(quads: set[tuple[str, str, str, str]]) -> None:
    assert {graph for graph, *_ in quads} == {names.document(ONE), names.document(TWO)}


def test_a_fact_of_two_documents_has_two_claims(quads: set[tuple[str, str, str, str]]) -> None:
    claims = {s for _, s, p, o in quads if p == names.expand("rdf:predicate") and o == names.term("directed")}
    assert len(claims) == 2


def test_every_claim_is_a_fact_of_the_film_graph(quads: set[tuple[str, str, str, str]]) -> None:
    world = make_world()
    facts = set(film_graph(world.claims, world.resolution, names))
    claims = {s for _, s, p, o in quads if p == names.expand("rdf:type") and o == names.term("Claim")}
    assert len(claims) == len(world.claims)
    for claim in claims:
        (subject,), (predicate,), (value,) = (
            _said(quads, claim, f"rdf:{part}") for part in ("subject", "predicate", "object")
        )
        assert (subject, predicate, value) in facts


def test_a_span_holds_its_words_and_the_rest_of_the_sentence(quads: set[tuple[str, str, str, str]]) -> None:
    text = make_world().documents[0].text
    at = text.index("Nord Film")
    span = names.span(ONE, at, at + 9)
    assert _said(quads, span, "oa:exact") == {'"Nord Film"'}
    assert _said(quads, span, "oa:prefix") == {'"It is a co-production of Belgium and France by "'}
    assert _said(quads, span, "oa:suffix") == {'" with Sud Film."'}
    assert _said(quads, span, "kg:start") == {terms.integer(at)}


def test_a_claim_names_certainty_rule_date_and_item(quads: set[tuple[str, str, str, str]]) -> None:
    claim = names.claim(_claim("directed").id)
    assert _said(quads, claim, "kg:certainty") == {'"stated"'}
    assert _said(quads, claim, "kg:rule") == {'"by-hand"'}
    assert _said(quads, claim, "kg:asOf") == {terms.date("2024-09-17")}
    assert _said(quads, claim, "kg:item") == {names.item(ONE + "#1")}


def test_a_derived_claim_rests_on_its_premises(quads: set[tuple[str, str, str, str]]) -> None:
    derived = next(claim for claim in make_world().claims if claim.rests_on)
    assert _said(quads, names.claim(derived.id), "kg:restsOn") == {names.claim(each) for each in derived.rests_on}


def test_a_claim_with_qualifiers_points_at_its_node(quads: set[tuple[str, str, str, str]]) -> None:
    claim = _claim("stage")
    node = statement_node(claim, make_world().resolution, names)
    assert node is not None
    assert _said(quads, names.claim(claim.id), "kg:statement") == {node[0]}


def test_the_reading_is_named_by_text_and_extractor(quads: set[tuple[str, str, str, str]]) -> None:
    digest = make_world().documents[0].sha256
    reading = names.reading(digest, "listing/1")
    assert _said(quads, names.claim(_claim("directed").id), "prov:wasGeneratedBy") == {reading}
    assert _said(quads, reading, "kg:extractor") == {'"listing/1"'}
    assert names.reading(digest, "listing/2") != reading


def test_metadata_is_marked_as_curated(quads: set[tuple[str, str, str, str]]) -> None:
    assert _said(quads, names.document(ONE), "kg:curated") == {'"title"', '"publisher"', '"published"'}
    assert _said(quads, names.document(ONE), "dcterms:issued") == {'"2024-W38"'}


def test_an_address_is_a_link(quads: set[tuple[str, str, str, str]]) -> None:
    assert _said(quads, names.document(TWO), "dcterms:source") == {"<https://example.org/2>"}


def test_an_address_that_is_no_iri_stays_a_text(world: World) -> None:
    reading = world.readings[0]
    metadata = replace(reading.document.metadata, address="https://e.org/a b> <x")
    bent = replace(reading, document=replace(reading.document, metadata=metadata))
    said = set(evidence([bent], world.resolution, names))
    assert _said(said, names.document(ONE), "dcterms:source") == {'"https://e.org/a b> <x"'}


def test_an_item_has_headline_date_and_number(quads: set[tuple[str, str, str, str]]) -> None:
    item = names.item(ONE + "#1")
    assert _said(quads, item, "schema:headline") == {'"Ana Ruiz shooting Salt Road"'}
    assert _said(quads, item, "kg:date") == {terms.date("2024-09-17")}
    assert _said(quads, item, "kg:number") == {terms.integer(1)}
    assert _said(quads, item, "dcterms:isPartOf") == {names.document(ONE)}


def test_words_that_are_not_in_the_text_are_refused(world: World) -> None:
    reading = world.readings[0]
    claim = replace(reading.claims[0], spans=(Span(4, 9, "never"),))
    with pytest.raises(BuildError, match="never") as caught:
        list(evidence([replace(reading, claims=(claim,))], world.resolution, names))
    assert caught.value.where == f"{ONE}:1:5"


def test_a_span_beyond_the_text_is_refused(world: World) -> None:
    reading = world.readings[0]
    claim = replace(reading.claims[0], spans=(Span(99999, 100009, "x" * 10),))
    with pytest.raises(BuildError):
        list(evidence([replace(reading, claims=(claim,))], world.resolution, names))


def test_a_claim_says_which_of_several_names_it_has_for_a_work(quads: set[tuple[str, str, str, str]]) -> None:
    assert _said(quads, names.claim(_claim("directed").id), "kg:workName") == {'"Salt Road"'}


def test_also_known_as_gives_both_names(quads: set[tuple[str, str, str, str]]) -> None:
    claim = names.claim(_claim("alsoKnownAs", TWO).id)
    assert _said(quads, claim, "kg:workName") == {'"Salt Road"', '"Route du sel"'}


def test_a_claim_between_two_works_gives_no_name(quads: set[tuple[str, str, str, str]]) -> None:
    assert _said(quads, names.claim(_claim("basedOn", TWO).id), "kg:workName") == set()


def test_a_claim_about_no_work_gives_no_name(quads: set[tuple[str, str, str, str]]) -> None:
    assert _said(quads, names.claim(_claim("award", TWO).id), "kg:workName") == set()


def _with_names(world: World, label: str, *aliases: str) -> set[str]:
    """The names that claims give for Salt Road, when it has these in the graph."""
    entities = {
        key: replace(entity, label=label, aliases=aliases) if entity.iri == "film/salt-road" else entity
        for key, entity in world.resolution.by_mention.items()
    }
    said = evidence(world.readings, replace(world.resolution, by_mention=entities), names)
    return {value for _, _, property_, value in said if property_ == names.term("workName")}


def test_accents_capitals_and_punctuation_make_no_other_name(world: World) -> None:
    claims = tuple(claim for claim in world.readings[0].claims if claim.predicate != "alsoKnownAs")
    world.readings[:] = [replace(world.readings[0], claims=claims)]
    assert _with_names(world, "Sált Road!", "SALT ROAD", "Salt Road") == set()


def test_a_name_is_given_in_one_spelling(world: World) -> None:
    assert _with_names(world, "Sált Road!", "ROUTE DU SEL", "Salt Road") == {'"Sált Road!"', '"ROUTE DU SEL"'}
